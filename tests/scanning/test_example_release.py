"""The example release, passage by passage: kind of record, period, offices, reasons; then with all names changed.

The second release is the first with another agency, state, county, program, officials, figures and year, so that a rule
that knew the first by heart would fail on it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from foiakit.library.collection import open_library
from foiakit.model.suggestion import Scan, ScannedPassage
from foiakit.reading import read
from foiakit.scanning import scan

RELEASE = Path(__file__).parents[2] / "examples" / "releases" / "ice-2009-09-10-imperial-county.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a passage must give. `families` are those that may come first; "none" that nothing need be proposed.

    `periods` are intervals that the claim must hold, `offices` those that must be among the recipients of the first
    suggestion, `because` words of which at least one must be shown as a reason.
    """

    id: str
    begins: str
    families: tuple[str, ...]
    periods: tuple[str, ...] = ()
    offices: tuple[str, ...]
    because: tuple[str, ...]


def rows(ice: str, own: str, other: str, fbi: str, obim: str, sheriff: str, when: dict[str, str]) -> tuple[Row, ...]:
    """The table for a release of this shape, with its offices and days."""
    return (
        Row(
            id="1.1",
            begins="",
            families=("agreement",),
            offices=(own, other, ice),
            because=("initiative developed", "developed by", "Departments"),
        ),
        Row(
            id="3.1",
            begins="The S",
            families=("system", "agreement"),
            offices=(ice, sheriff),
            because=("accessible", "technology", "booking machines", "biometric"),
        ),
        Row(
            id="3.2",
            begins="The program has",
            families=("statistics", "implementation"),
            periods=(when["plan"],),
            offices=(ice,),
            because=("counties", "expected", "implemented"),
        ),
        Row(
            id="4.2",
            begins="With the implementation",
            families=("system", "agreement"),
            periods=(when["yesterday"],),
            offices=(fbi, obim, ice),
            because=("checked", "records", "against"),
        ),
        Row(
            id="5.1",
            begins="If any",
            families=("system",),
            offices=(ice, obim),
            because=("match", "automated process", "system", "notifies"),
        ),
        Row(
            id="5.3", begins="Top priority", families=("policy",), offices=(ice,), because=("Top priority", "priority")
        ),
        Row(id="6.2", begins='"Our goal', families=("evaluation",), offices=(ice,), because=("burden",)),
        Row(id="7.1", begins="", families=("agreement",), offices=(ice, sheriff), because=("joint efforts", "joint")),
        Row(
            id="7.2",
            begins="As a result",
            families=("statistics",),
            periods=(when["last year"],),
            offices=(ice, sheriff),
            because=("more than", "were turned over", "last year"),
        ),
        Row(
            id="8.2",
            begins="Eventually",
            families=("implementation",),
            offices=(ice, other),
            because=("plans to", "expand", "Eventually"),
        ),
        Row(id="9.2", begins="", families=("system",), offices=(obim, fbi), because=("holds", "contains", "System")),
        Row(id="10.1", begins='"', families=("communications", "none"), offices=(obim,), because=("proud", "said")),
        Row(
            id="11.1",
            begins='"Under',
            families=("system", "agreement"),
            offices=(fbi, ice),
            because=("system", "information sharing", "enhancements", "sharing"),
        ),
        Row(
            id="12.1",
            begins="",
            families=("evaluation", "policy"),
            offices=(ice,),
            because=("success", "building on", "priority"),
        ),
        Row(
            id="12.2",
            begins="In fiscal year",
            families=("statistics",),
            periods=(when["fiscal year"],),
            offices=(ice,),
            because=("identified more than", "more than", "identified"),
        ),
        Row(
            id="12.3",
            begins="This fiscal year",
            families=("budget",),
            periods=(when["this fiscal year"],),
            offices=(ice,),
            because=("$", "spending"),
        ),
    )


FIRST = rows(
    "us/dhs/ice", "us/dhs", "us/doj", "us/doj/fbi", "us/dhs/obim", "us-ca/county/imperial/sheriff",
    {
        "plan": "../2013-12-31", "yesterday": "2009-09-09/2009-09-10", "last year": "2008-01-01/2008-12-31",
        "fiscal year": "2007-10-01/2008-09-30", "this fiscal year": "2008-10-01/2009-09-30",
    },
)  # fmt: skip

SECOND = rows(
    "us/doj/atf", "us/doj", "us/dhs", "us/dhs/cbp", "us/doj/fbi", "us-tx/county/harris/sheriff",
    {
        "plan": "../2018-12-31", "yesterday": "2015-03-03/2015-03-04", "last year": "2014-01-01/2014-12-31",
        "fiscal year": "2013-10-01/2014-09-30", "this fiscal year": "2014-10-01/2015-09-30",
    },
)  # fmt: skip

CHANGED = {
    "U.S. Immigration and Customs Enforcement": "Bureau of Alcohol, Tobacco, Firearms and Explosives",
    "U.S. Immigration\nand Customs\nEnforcement": "Bureau of Alcohol,\nTobacco, Firearms\nand Explosives",
    "of Justice (DOJ) and Homeland Security (DHS)": "of Homeland Security (DHS) and Justice (DOJ)",
    "Department of Homeland Security": "Department of Justice",
    "Automated Biometric Identification System (IDENT)": "National Instant Criminal Background Check System (NICS)",
    "Integrated Automated Fingerprint Identification System (IAFIS)": "Automated Targeting System (ATS)",
    "Criminal Justice Information Services Division": "Office of Field Operations",
    "Marc Rapp": "Dana Whitlock",
    "Robert Mocny": "Lee Sandoval",
    "Daniel D. Roberts": "Maria K. Osei",
    "Secure Communities": "Safe Corridors",
    "Criminal Alien Program": "Armed Offender Program",
    "Fugitive Operations Program": "Stolen Firearms Program",
    "Imperial County": "Harris County",
    "EL CENTRO, Calif.": "HOUSTON, Texas",
    "Los Angeles and San Diego": "Bexar and Travis",
    "September 10, 2009": "March 4, 2015",
    "March 2003": "January 2003",
    "79 counties": "112 counties",
    "end of 2013": "end of 2018",
    "more than 260": "more than 315",
    "more than 221,000": "more than 48,500",
    "fiscal year 2008": "fiscal year 2014",
    r"\$1 billion": r"\$340 million",
    "removable aliens": "prohibited buyers",
    "criminal aliens": "armed offenders",
    "criminal alien": "armed offender",
    "aliens": "offenders",
    "immigration": "firearms",
    "deportation": "prosecution",
    "ice.gov": "atf.gov",
    "US VISIT": "FBI",
    "DHS": "DOJ",
    "DOJ": "DHS",
    "ICE": "ATF",
    "FBI": "CBP",
}
_OLD = re.compile("|".join(re.escape(old) for old in sorted(CHANGED, key=len, reverse=True)))


def changed(text: str) -> str:
    """The release with every name, figure and day changed, in one pass, so that names can trade places."""
    assert not [old for old in CHANGED if old not in text], "the example no longer says what is changed here"
    return _OLD.sub(lambda found: CHANGED[found[0]], text)


@pytest.fixture(scope="module")
def first() -> Scan:
    return scan(read(RELEASE), open_library())


@pytest.fixture(scope="module")
def second() -> Scan:
    return scan(read(changed(RELEASE.read_text()).encode(), name="second.txt"), open_library())


def _as_wanted(scan: Scan, row: Row) -> None:
    passage: ScannedPassage = scan.passage(row.id)
    assert passage.passage.text.startswith(row.begins)
    if not passage.suggestions:
        assert "none" in row.families, "nothing is proposed"
        return
    best = passage.suggestions[0]
    assert best.family in row.families, [s.template for s in passage.suggestions]
    assert {p.interval for p in passage.claim.periods} >= set(row.periods)
    assert {r.id for r in best.recipients} >= set(row.offices), best.recipients
    shown = [r for r in best.reasons if r.text and r.span]
    assert all(scan.release.text[r.span[0] : r.span[1]] == r.text for r in shown if r.span)
    assert any(word.lower() in str(r.text).lower() for r in shown for word in row.because), [r.text for r in shown]


@pytest.mark.parametrize("row", FIRST, ids=lambda row: row.id)
def test_a_passage_of_the_example_gives_what_a_reader_would_ask_for(first: Scan, row: Row) -> None:
    _as_wanted(first, row)


@pytest.mark.parametrize("row", SECOND, ids=lambda row: row.id)
def test_the_same_holds_with_every_name_figure_and_day_changed(second: Scan, row: Row) -> None:
    _as_wanted(second, row)


def test_no_name_or_figure_of_the_first_is_left_in_the_second(second: Scan) -> None:
    text = second.release.text
    left = re.findall(r"\b(?:ICE|IDENT|IAFIS|Imperial|Secure Communities|2008|2009|221,000|Mocny|Rapp|Roberts)\b", text)
    assert not left


@pytest.mark.parametrize("id", ["13.1"])
def test_where_to_read_more_is_no_claim(first: Scan, second: Scan, id: str) -> None:
    assert not first.passage(id).suggestions
    assert not second.passage(id).suggestions
