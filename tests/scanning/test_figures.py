"""Figures: the rows are the specification. A row is a phrase and what it states, written for the purpose."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiakit.library.collection import open_library
from foiakit.model.claim import Bound, Figure, Unit
from foiakit.scanning.figures import FigureReader

READER = FigureReader.of(open_library())
EXACT, ABOUT, MORE, LEAST, FEWER, MOST = (
    Bound.EXACT,
    Bound.ABOUT,
    Bound.MORE_THAN,
    Bound.AT_LEAST,
    Bound.FEWER_THAN,
    Bound.AT_MOST,
)
COUNT, USD, PERCENT, SHARE, TIMES, RANK = Unit.COUNT, Unit.USD, Unit.PERCENT, Unit.SHARE, Unit.TIMES, Unit.RANK


def read(text: str) -> tuple[Figure, ...]:
    return READER.read(text)


COUNTS = [
    # phrase, value, bound, what is counted
    ("Deputies booked 14 drivers.", 14, EXACT, "drivers"),
    ("The unit answered 2,310 calls.", 2310, EXACT, "calls"),
    ("The state licenses 1,204,883 vehicles.", 1204883, EXACT, "vehicles"),
    ("More than 340 deckhands were interviewed.", 340, MORE, "deckhands"),
    ("Over 85 wells were sampled.", 85, MORE, "wells"),
    ("Upwards of 600 tenants received notices.", 600, MORE, "tenants"),
    ("In excess of 1,000 permits lapsed.", 1000, MORE, "permits"),
    ("Just over 70 bridges were closed.", 70, MORE, "bridges"),
    ("A crowd exceeding 5,000 people gathered.", 5000, MORE, "people"),
    ("At least 19 families were displaced.", 19, LEAST, "families"),
    ("No fewer than 8 inspectors were on site.", 8, LEAST, "inspectors"),
    ("Not less than 50 samples are drawn.", 50, LEAST, "samples"),
    ("A minimum of 12 beds is kept free.", 12, LEAST, "beds"),
    ("The fund supports 400 or more apprentices.", 400, LEAST, "apprentices"),
    ("The registry lists 9,000+ contractors.", 9000, LEAST, "contractors"),
    ("Up to 75 workers will be hired.", 75, MOST, "workers"),
    ("As many as 3,400 letters were misdirected.", 3400, MOST, "letters"),
    ("No more than 20 visitors are admitted.", 20, MOST, "visitors"),
    ("A maximum of 6 appeals is allowed.", 6, MOST, "appeals"),
    ("As few as 10 clerks remain.", 10, LEAST, "clerks"),
    ("A quarter of a million voters registered.", 250000, EXACT, "voters"),
    ("At least half a dozen barns burned.", 6, LEAST, "barns"),
    ("At most 4 vendors qualified.", 4, MOST, "vendors"),
    ("Fewer than 30 reactors remain.", 30, FEWER, "reactors"),
    ("Less than 100 claims are open.", 100, FEWER, "claims"),
    ("Just under 250 officers applied.", 250, FEWER, "officers"),
    ("About 45 trucks were stopped.", 45, ABOUT, "trucks"),
    ("Some 700 households lost power.", 700, ABOUT, "households"),
    ("Nearly 2,000 volunteers signed up.", 2000, ABOUT, "volunteers"),
    ("Roughly 90 patrol officers cover the county.", 90, ABOUT, "patrol officers"),
    ("Approximately 79 ferries were inspected.", 79, ABOUT, "ferries"),
    ("An estimated 17,500 birds nest there.", 17500, ABOUT, "birds"),
    ("Almost 27,300 rifles were traced.", 27300, ABOUT, "rifles"),
    ("Around 12 detectives worked the case.", 12, ABOUT, "detectives"),
    ("Close to 300 parents attended.", 300, ABOUT, "parents"),
    ("The agency employs 121 people or so.", 121, EXACT, "people"),
    ("A total of 58 barges were boarded.", 58, EXACT, "barges"),
    ("Only 5 campers stayed.", 5, EXACT, "campers"),
    ("Seven people were charged.", 7, EXACT, "people"),
    ("Twelve states took part.", 12, EXACT, "states"),
    ("Twenty-one crews were sent.", 21, EXACT, "crews"),
    ("Forty schools closed.", 40, EXACT, "schools"),
    ("Ninety-nine applications were denied.", 99, EXACT, "applications"),
    ("One hundred and six cattle were seized.", 106, EXACT, "cattle"),
    ("Two hundred fifty students graduated.", 250, EXACT, "students"),
    ("A hundred nurses were trained.", 100, EXACT, "nurses"),
    ("Three thousand homes burned.", 3000, EXACT, "homes"),
    ("More than two thousand four hundred claims were paid.", 2400, MORE, "claims"),
    ("A dozen agencies responded.", 12, EXACT, "agencies"),
    ("More than a dozen carriers were fined.", 12, MORE, "carriers"),
    ("Two dozen rangers searched the canyon.", 24, EXACT, "rangers"),
    ("A half-dozen boats were impounded.", 6, EXACT, "boats"),
    ("Half a million residents were told to boil water.", 500000, EXACT, "residents"),
    ("Up to 6 million taps are fed by old pipes.", 6000000, MOST, "taps"),
    ("Over 1.4 million veterans enrolled.", 1400000, MORE, "veterans"),
    ("The agency mailed 3 million notices.", 3000000, EXACT, "notices"),
    ("Nearly 4.35 million returns were filed.", 4350000, ABOUT, "returns"),
    ("More than 260 criminal aliens were turned over.", 260, MORE, "criminal aliens"),
    ("It identified more than 221,000 potentially removable aliens incarcerated there.",
     221000, MORE, "potentially removable aliens"),
    ("The list names 58 known or suspected smugglers.", 58, EXACT, "known or suspected smugglers"),
    ("Grants went to 13 state, local and tribal agencies.", 13, EXACT, "state, local and tribal agencies"),
    ("The lab closed 1,340 firearms tracing requests.", 1340, EXACT, "firearms tracing requests"),
    ("Auditors sampled 40 sales tax returns.", 40, EXACT, "sales tax returns"),
    ("The number of inmates fell to 260.", 260, EXACT, "inmates"),
    ("The backlog of rape kits was cut to 118.", 118, EXACT, "rape kits"),
    ("One inspector was assigned.", 1, EXACT, "inspector"),
    ("The county will close 60 fewer shelter beds.", 60, EXACT, "shelter beds"),
    ("Police turned over 32 detainees.", 32, EXACT, "detainees"),
    ("Some 40 Ohio Department of Fish and Game wardens came.", 40, ABOUT, "Ohio Department of Fish and Game wardens"),
    ("It hired 12 Office of the Mayor aides.", 12, EXACT, "Office of the Mayor aides"),
    ("It has 9 Office of Health and Human Services grants.", 9, EXACT, "Office of Health and Human Services grants"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "value", "bound", "of"), COUNTS)
def test_a_count_has_its_bound_and_what_it_counts(phrase: str, value: float, bound: Bound, of: str) -> None:
    (figure,) = read(phrase)
    assert (figure.value, figure.bound, figure.unit, figure.of) == (value, bound, COUNT, of)


AMOUNTS = [
    # phrase, value, unit, bound, measure
    ("The grant is $1 billion.", 1_000_000_000, USD, EXACT, None),
    ("The agency anticipates spending more than $1 billion.", 1_000_000_000, USD, MORE, None),
    ("It paid $1.2 million for the land.", 1_200_000, USD, EXACT, None),
    ("A fine of $4,750 was set.", 4750, USD, EXACT, None),
    ("The fee rose to $12.50.", 12.5, USD, EXACT, None),
    ("Savings of $100M are expected.", 100_000_000, USD, EXACT, None),
    ("A $5.5M bond was issued.", 5_500_000, USD, EXACT, None),
    ("The prize is $20K.", 20_000, USD, EXACT, None),
    ("A contract of $3.1bn was let.", 3_100_000_000, USD, EXACT, None),
    ("About US$40 million was frozen.", 40_000_000, USD, ABOUT, None),
    ("It cost 3 million dollars.", 3_000_000, USD, EXACT, None),
    ("Two hundred dollars was taken.", 200, USD, EXACT, None),
    ("Up to $45,000 will fund the marsh.", 45_000, USD, MOST, None),
    ("Nearly $640,000 in fines was recovered.", 640_000, USD, ABOUT, None),
    ("A joint $ 7 billion contract was awarded.", 7_000_000_000, USD, EXACT, None),
    ("At least $2,500 was lost.", 2500, USD, LEAST, None),
    ("An award of €2 million was shared.", 2_000_000, Unit.MEASURE, EXACT, "euros"),
    ("The share was 71 percent.", 71, PERCENT, EXACT, None),
    ("Turnout was 3.5 percent.", 3.5, PERCENT, EXACT, None),
    ("Some 90% agreed.", 90, PERCENT, ABOUT, None),
    ("More than 16 per cent did not reply.", 16, PERCENT, MORE, None),
    ("Ten percent of wells failed.", 10, PERCENT, EXACT, None),
    ("Use fell by almost 60 percent.", 60, PERCENT, ABOUT, None),
    ("The rate dropped 3 percentage points.", 3, PERCENT, EXACT, "percentage points"),
    ("Rates are below 5 percent.", 5, PERCENT, FEWER, None),
    ("A 0.5% levy applies.", 0.5, PERCENT, EXACT, None),
    ("Agents found 12 pounds of cocaine.", 12, Unit.MEASURE, EXACT, "pounds"),
    ("Agents found over 40 kilograms of heroin.", 40, Unit.MEASURE, MORE, "kilograms"),
    ("Troopers seized 30 grams.", 30, Unit.MEASURE, EXACT, "grams"),
    ("A 12-inch main broke.", 12, Unit.MEASURE, EXACT, "inches"),
    ("The fire burned 8,400 acres.", 8400, Unit.MEASURE, EXACT, "acres"),
    ("The 500-acre preserve opened.", 500, Unit.MEASURE, EXACT, "acres"),
    ("Crews paved 36 lane miles.", 36, Unit.MEASURE, EXACT, "miles"),
    ("The site covers 1,300 square miles.", 1300, Unit.MEASURE, EXACT, "square miles"),
    ("A 90,000-square-foot hall was built.", 90000, Unit.MEASURE, EXACT, "square feet"),
    ("About 6,000 gallons leaked.", 6000, Unit.MEASURE, ABOUT, "gallons"),
    ("The plant makes 2.5 megawatts.", 2.5, Unit.MEASURE, EXACT, "megawatts"),
    ("He drove 112 mph.", 112, Unit.MEASURE, EXACT, "miles per hour"),
    ("Lead was 15 parts per billion.", 15, Unit.MEASURE, EXACT, "parts per billion"),
    ("Pipes carried 50 metric tons of ore.", 50, Unit.MEASURE, EXACT, "metric tons"),
    ("A 50mg dose was given.", 50, Unit.MEASURE, EXACT, "milligrams"),
    ("Staff completed 20,000 hours of training.", 20000, Unit.MEASURE, EXACT, "hours"),
    ("The archive holds 40 terabytes.", 40, Unit.MEASURE, EXACT, "terabytes"),
    ("One in five adults smokes.", 0.2, SHARE, EXACT, None),
    ("One-in-four boats was unsafe.", 0.25, SHARE, EXACT, None),
    ("About 1 in 10 bills is torn.", 0.1, SHARE, ABOUT, None),
    ("Nine out of ten riders agreed.", 0.9, SHARE, EXACT, None),
    ("Three out of every four tests passed.", 0.75, SHARE, EXACT, None),
    ("Nearly half of the counties joined.", 0.5, SHARE, ABOUT, None),
    ("More than half the cells are empty.", 0.5, SHARE, MORE, None),
    ("Half of all callers hung up.", 0.5, SHARE, EXACT, None),
    ("The fleet grew by half.", 0.5, SHARE, EXACT, None),
    ("Thefts fell by a third.", 1 / 3, SHARE, EXACT, None),
    ("One-third of grants lapsed.", 1 / 3, SHARE, EXACT, None),
    ("Two-thirds of voters agreed.", 2 / 3, SHARE, EXACT, None),
    ("Over a quarter of the traces failed.", 0.25, SHARE, MORE, None),
    ("Three-quarters of the fleet is electric.", 0.75, SHARE, EXACT, None),
    ("Up to one-half of the fine is returned.", 0.5, SHARE, MOST, None),
    ("Only about one label in 10,000 is false.", 0.0001, SHARE, ABOUT, None),
    ("Arrests doubled.", 2, TIMES, EXACT, None),
    ("Arrests more than doubled.", 2, TIMES, MORE, None),
    ("Referrals tripled.", 3, TIMES, EXACT, None),
    ("Complaints nearly quadrupled.", 4, TIMES, ABOUT, None),
    ("Recoveries rose almost fivefold.", 5, TIMES, ABOUT, None),
    ("Delays were halved.", 0.5, TIMES, EXACT, None),
    ("The rate is twice the average.", 2, TIMES, EXACT, None),
    ("Fees are nearly double last year's.", 2, TIMES, ABOUT, None),
    ("It stores nearly four times the amount.", 4, TIMES, ABOUT, None),
    ("Rates are 10 times higher.", 10, TIMES, EXACT, None),
    ("It is the third-largest port.", 3, RANK, EXACT, None),
    ("It has the 5th highest rate.", 5, RANK, EXACT, None),
    ("The state ranked second.", 2, RANK, EXACT, None),
    ("The county ranks No. 1 in filings.", 1, RANK, EXACT, None),
    ("It is the second busiest crossing.", 2, RANK, EXACT, None),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "value", "unit", "bound", "measure"), AMOUNTS)
def test_an_amount_has_its_unit(phrase: str, value: float, unit: Unit, bound: Bound, measure: str | None) -> None:
    (figure,) = read(phrase)
    assert figure.value == pytest.approx(value)
    assert (figure.unit, figure.bound, figure.measure) == (unit, bound, measure)


RANGES = [
    ("Crews of 20 to 30 worked.", [(20, 30)]),
    ("A staff of 20-30 is planned.", [(20, 30)]),
    ("Between 40 and 60 percent agreed.", [(40, 60)]),
    ("It will cost $2 to $3 million.", [(2_000_000, 3_000_000)]),
    ("It will cost $2-3 million.", [(2_000_000, 3_000_000)]),
    ("Awards of $500,000 to $1 million were made.", [(500_000, 1_000_000)]),
    ("Awards ranged from $350,000 to $18,000,000.", [(350_000, 18_000_000)]),
    ("Five or six boats left.", [(5, 6)]),
    ("Arrests increased from 20 to 30.", [(20, None), (30, None)]),
    ("The jail population fell from 1,200 to 900.", [(1200, None), (900, None)]),
    ("The council voted 7 to 2.", [(7, None), (2, None)]),
    ("Auditors visited 21 of the 40 facilities.", [(21, None), (40, None)]),
    ("It found 16 crates and 21 rifles.", [(16, None), (21, None)]),
    ("Of 121 employees, 93 are consultants.", [(121, None), (93, None)]),
]


@pytest.mark.parametrize("phrase", [
    "Of this total, 37,412 people had been told.", "Among the wells, 2,150 people found lead.",
])  # fmt: skip
def test_a_number_after_a_comma_is_no_age_where_thousands_follow(phrase: str) -> None:
    assert [f.of for f in read(phrase)] == ["people"]


def test_the_number_of_a_list_s_entry_is_no_figure() -> None:
    assert read("1. Staff stay home.") == ()
    assert [f.value for f in read("2) Send 40 vans.")] == [40]


def test_a_value_has_no_noise_of_binary_fractions() -> None:
    assert [f.value for f in read("It cost $16.6 billion and $4.35 million.")] == [16_600_000_000, 4_350_000]


VOTES = [
    ("Senators passed it by a vote of 98-2.", "98-2", 98),
    ("The council voted 7-0 to buy it.", "7-0", 7),
    ("The board voted 3–4 against it.", "3–4", 3),
    ("It failed on a 2-7 vote.", "2-7", 2),
    ("The court ruled 6-3 that it may.", "6-3", 6),
    ("The Hawks won 98-87.", "98-87", 98),
]


@pytest.mark.parametrize(("phrase", "text", "value"), VOTES)
def test_a_vote_is_quoted_whole_and_is_no_range(phrase: str, text: str, value: int) -> None:
    (figure,) = read(phrase)
    assert (figure.text, figure.value, figure.high) == (text, value, None)
    assert phrase[slice(*figure.span)] == text


@pytest.mark.parametrize("phrase", [
    "The council approved 5-10 units.", "It fell by 5-10 percent.", "Councilors voted to fund 5-10 shelters.",
])  # fmt: skip
def test_a_range_beside_a_vote_stays_a_range(phrase: str) -> None:
    assert [(f.value, f.high) for f in read(phrase)] == [(5, 10)]


@pytest.mark.parametrize(("phrase", "values"), RANGES)
def test_a_range_is_one_figure_and_a_change_is_two(phrase: str, values: list[tuple[float, float | None]]) -> None:
    assert [(f.value, f.high) for f in read(phrase)] == values


def test_what_a_part_is_of_counts_like_the_whole() -> None:
    part, whole = read("Auditors visited 21 of the 40 facilities.")
    assert part.of == whole.of == "facilities"


NOTHING = [
    "The office is at 1234 Main Street.",
    "Mail it to 500 12th Street SW, Washington, D.C. 20536.",
    "The crash was in the 2400 block of Elm Avenue.",
    "Send it to Salem, OR 97301.",
    "This is a 21st century force.",
    "The 5th Circuit agreed.",
    "Call 503-555-1234 or (503) 555-9876.",
    "Call 1-800-555-0100 or dial 911.",
    "The meeting starts at 6:30 p.m.",
    "Doors are open from 9 a.m. to 5 p.m.",
    "John Roe, 38, of Bend was charged.",
    "A 38-year-old man was hurt.",
    "Children ages 5 to 11 may enrol.",
    "Adults 65 and older are eligible.",
    "The suspect is 41 years old.",
    "Title 8 and Section 287 apply.",
    "It is exempt under Exemption 6.",
    "See 5 U.S.C. 552 and 28 C.F.R. 16.5.",
    "The 287(g) program ended.",
    "House Bill 2001 and SB 54 passed.",
    "The case is No. 12-34567.",
    "The H1N1 and COVID-19 vaccines came late.",
    "He flew an F-35 over I-95.",
    "File the W-2 and the I-9.",
    "The term was 18 months.",
    "It took 30 days.",
    "A two-year study began.",
    "He was sentenced to 10 years in prison.",
    "The 10-day notice lapsed.",
    "The plan began in 2008.",
    "The 2008 settlement stands.",
    "The 1990s were lean.",
    "The law took effect July 1, 2010.",
    "The agency met on 3/14/2011.",
    "One of the offices closed.",
    "No one was hurt.",
    "It was one of the worst fires.",
    "The two agencies met.",
    "These three goals matter.",
    "A two-way radio failed.",
    "A third-party review is due.",
    "Dozens of families left.",
    "Hundreds of letters came.",
    "Measure 110 passed and Line 3 was built through wetlands.",
    "It opened in Room 113.",
    "Exit 42 is closed.",
    "Write to records@example.gov or www.example.gov/2015.",
    "The first half ended and the second began.",
    "Open 24/7.",
    "Phase 2 begins with Tier 1 sites.",
]


@pytest.mark.parametrize("phrase", NOTHING)
def test_a_number_that_names_dates_or_times_something_is_no_figure(phrase: str) -> None:
    from datetime import date

    from foiakit.scanning.days import Anchor, federal_fiscal_year
    from foiakit.scanning.periods import PeriodReader

    anchor = Anchor(date(2012, 5, 1), federal_fiscal_year, federal_fiscal_year)
    _, taken = PeriodReader.of(open_library()).read(phrase, anchor)
    assert READER.read(phrase, taken=taken) == ()


MONEY_OF = [
    ("It awarded $3 million in grants.", "grants"),
    ("It won a $5 million grant.", "grant"),
    ("It pays a $4 million penalty.", "penalty"),
    ("A 12 percent increase in arrests was seen.", "increase in arrests"),
    ("About 71 percent of confirmed cases were mild.", "confirmed cases"),
    ("Agents found 12 pounds of cocaine.", "cocaine"),
    ("One in five adults smokes.", "adults"),
    ("It is the third-largest port.", "port"),
    ("It won $4 billion in Department of Transportation grants.", "Department of Transportation grants"),
    ("It lost $4 billion in U.S. Department of Energy funding for roads.", "U.S. Department of Energy funding"),
]


@pytest.mark.parametrize(("phrase", "of"), MONEY_OF)
def test_what_an_amount_is_of(phrase: str, of: str) -> None:
    assert read(phrase)[0].of == of


def test_there_are_enough_rows() -> None:
    assert len(COUNTS) + len(AMOUNTS) + len(RANGES) + len(NOTHING) + len(MONEY_OF) >= 150


@pytest.mark.parametrize(("phrase", "text"), [
    ("Nearly half of them left.", "Nearly half"),
    ("They spent more than $1 billion on it.", "more than $1 billion"),
    ("It holds 260 or more tapes.", "260 or more"),
    ("It fell 3 percentage points.", "3 percentage points"),
    ("It has 500+ sites.", "500+"),
    ("Fees are nearly double.", "nearly double"),
])  # fmt: skip
def test_the_text_holds_bound_number_and_unit(phrase: str, text: str) -> None:
    (figure,) = read(phrase)
    assert figure.text == text == phrase[slice(*figure.span)]


BOUND_WORDS = {
    "": EXACT,
    "about ": ABOUT,
    "more than ": MORE,
    "at least ": LEAST,
    "fewer than ": FEWER,
    "up to ": MOST,
}


@given(st.integers(2, 10**12), st.sampled_from(sorted(BOUND_WORDS)), st.booleans())
def test_a_written_number_is_read_back(value: int, words: str, commas: bool) -> None:
    digits = f"{value:,}" if commas or 1800 <= value < 2100 else str(value)
    (figure,) = read(f"The office lists {words}{digits} parcels.")
    assert (figure.value, figure.bound, figure.unit, figure.of) == (value, BOUND_WORDS[words], COUNT, "parcels")


ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
]
ONES += ["eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spell(value: int) -> str:
    if value < 20:
        return ONES[value - 1]
    if value < 100:
        return TENS[value // 10 - 2] + (f"-{ONES[value % 10 - 1]}" if value % 10 else "")
    if value < 1000:
        return f"{ONES[value // 100 - 1]} hundred" + (f" and {spell(value % 100)}" if value % 100 else "")
    return f"{spell(value // 1000)} thousand" + (f" {spell(value % 1000)}" if value % 1000 else "")


@given(st.integers(2, 999_999))
def test_a_spelled_number_is_read_back(value: int) -> None:
    (figure,) = read(f"The office lists {spell(value)} parcels.")
    assert (figure.value, figure.of) == (value, "parcels")


@given(st.integers(1, 10**9), st.sampled_from(["", " thousand", " million", " billion"]))
def test_money_is_read_back(cents: int, magnitude: str) -> None:
    amount = cents / 100
    scale = {"": 1, " thousand": 1e3, " million": 1e6, " billion": 1e9}[magnitude]
    (figure,) = read(f"It paid ${amount:,.2f}{magnitude} in rent.")
    assert figure.value == pytest.approx(amount * scale)
    assert (figure.unit, figure.of) == (USD, "rent")


@given(st.text(alphabet='0123456789$%.,-–/ aintoferhudsbTMQ()\n€½’"“”', max_size=120))
def test_any_text_is_read_and_every_span_is_exact(text: str) -> None:
    figures = read(text)
    for figure in figures:
        assert text[slice(*figure.span)] == figure.text
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(figures))


def test_ids_of_many_shapes_are_no_figures() -> None:
    text = "Cases 31-7410, 31-7418 and 31-7420, docket 24-cv-01234, tag AB-1234-CD, build 1.2.3 and model X100 came."
    assert not [f for f in read(text) if not re.fullmatch(r"\D+", f.text)]
