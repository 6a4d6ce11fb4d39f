"""F, E, D, R: does the letter say who asks, what they will pay, and only what they can stand by?"""

from __future__ import annotations

from collections.abc import Iterator

from foiakit.checking.rule import Case, Found, rule
from foiakit.drafting.profile import FeeCategory, WaiverFacts
from foiakit.model.finding import Severity
from foiakit.model.letter import Letter
from foiakit.model.office import Body


def _federal(letter: Letter) -> bool:
    return letter.recipient.body is Body.FEDERAL


@rule(
    "D04",
    "no-return-address",
    Severity.ERROR,
    looks_at="draft",
    fix="Put an e-mail or postal address into the profile.",
)
def no_return_address(case: Case) -> Iterator[Found]:
    """Without an e-mail or postal address there is nowhere to answer."""
    requester = case.requester
    if requester is not None and not requester.reachable:
        yield Found("the requester has neither an e-mail nor a postal address", at="requester")


@rule(
    "F01",
    "no-fee-limit",
    Severity.WARNING,
    looks_at="draft",
    authorities=["28-cfr-16.10"],
    fix="Set a ceiling in the profile (requester.ceiling), even 0.",
)
def no_fee_limit(case: Case) -> Iterator[Found]:
    """Some offices hold a request until they know what the requester will pay."""
    requester = case.requester
    if requester is not None and requester.ceiling is None and case.draft.options.ceiling is None:
        yield Found("no fee ceiling is given", at="requester.ceiling")


@rule(
    "F02",
    "no-category",
    Severity.WARNING,
    looks_at="letter",
    authorities=["5-usc-552-a-4"],
    fix="Set requester.fee_category: commercial, educational, scientific, news_media or other.",
)
def no_category(letter: Letter, case: Case) -> Iterator[Found]:
    """The category sets what a federal office may charge; without it the office asks, or assumes."""
    requester = case.requester
    if _federal(letter) and requester is not None and requester.fee_category is None:
        yield Found("no fee category is given")


@rule(
    "F03",
    "waiver-factors-missing",
    Severity.WARNING,
    looks_at="letter",
    authorities=["5-usc-552-a-4", "28-cfr-16.10"],
    fix="Answer each factor in requester.waiver with a fact, or switch the waiver off (options.waiver: no).",
)
def waiver_factors_missing(letter: Letter, case: Case) -> Iterator[Found]:
    """A waiver is decided factor by factor; a factor without a fact is a factor lost."""
    requester = case.requester
    if not _federal(letter) or requester is None or not case.draft.options.waiver or not requester.waiver.given:
        return
    # the operations that the records concern are named by the items themselves
    absent = [name for name in WaiverFacts.model_fields if name not in {*requester.waiver.given, "operations"}]
    if absent:
        yield Found(f"the fee waiver says nothing about {', '.join(n.replace('_', ' ') for n in absent)}")


@rule(
    "F07",
    "status-without-facts",
    Severity.WARNING,
    looks_at="letter",
    authorities=["5-usc-552-a-4"],
    fix="Say in requester.category_facts what outlet, past work or plan makes it true.",
)
def status_without_facts(letter: Letter, case: Case) -> Iterator[Found]:
    """The act defines who represents the news media; the claim alone is not enough."""
    requester = case.requester
    if not _federal(letter) or requester is None:
        return
    claims = requester.fee_category in {FeeCategory.NEWS_MEDIA, FeeCategory.EDUCATIONAL, FeeCategory.SCIENTIFIC}
    if claims and not requester.category_facts:
        yield Found(f"the category {requester.fee_category} is claimed without a fact")


@rule(
    "F09",
    "commercial-conflict",
    Severity.ERROR,
    looks_at="draft",
    authorities=["5-usc-552-a-4"],
    fix="Take out the waiver's denial, or correct the category.",
)
def commercial_conflict(case: Case) -> Iterator[Found]:
    """A commercial requester who denies a commercial interest loses credit, and may be charged for review anyway."""
    requester = case.requester
    if requester is None or requester.fee_category is not FeeCategory.COMMERCIAL:
        return
    if requester.waiver.no_commercial_interest or requester.commercial_purpose is False:
        yield Found("the profile claims the commercial category and denies a commercial interest", at="requester")


@rule(
    "E01",
    "no-certification",
    Severity.ERROR,
    looks_at="letter",
    authorities=["5-usc-552-a-6-e"],
    fix="Certify the facts in the profile (requester.expedite.certified: yes), or take the request to expedite out.",
)
def no_certification(letter: Letter, case: Case) -> Iterator[Found]:
    """A federal request to expedite must be certified true and correct to the best of one's knowledge and belief."""
    requester = case.requester
    if _federal(letter) and case.draft.options.expedite and requester is not None:
        if requester.expedite is None:
            yield Found("expedited processing is asked for, and the profile gives no facts for it")
        elif not requester.expedite.certified:
            yield Found("expedited processing is asked for without the certification")


@rule(
    "E02",
    "thin-ground",
    Severity.WARNING,
    looks_at="letter",
    authorities=["al-fayed-v-cia"],
    fix="Give at least two dated facts: what happens when, and what delay would cost the public.",
)
def thin_ground(letter: Letter, case: Case) -> Iterator[Found]:
    """Compelling need is shown with facts; a reporter's deadline alone has failed."""
    requester = case.requester
    facts = requester.expedite.facts if requester is not None and requester.expedite is not None else ()
    if _federal(letter) and case.draft.options.expedite and len(facts) == 1:
        yield Found("the request to expedite rests on one fact")


@rule(
    "D01",
    "no-format",
    Severity.WARNING,
    looks_at="letter",
    authorities=["5-usc-552-a-3-b"],
    fix="Switch the clause on form of delivery back on.",
)
def no_format(letter: Letter, case: Case) -> Iterator[Found]:
    """An office that is not told a form may send paper, or a picture of a table."""
    if letter.items and not any(c.id == "delivery/form" for c in letter.clauses):
        yield Found("the letter does not say in what form the records are wanted")


@rule(
    "D02",
    "pdf-for-data",
    Severity.WARNING,
    looks_at="letter",
    authorities=["5-usc-552-a-3-b"],
    fix="Ask for CSV or the native spreadsheet (options.data_format).",
)
def pdf_for_data(letter: Letter, case: Case) -> Iterator[Found]:
    """A dataset as PDF must be typed again before anyone can count with it."""
    wanted = case.draft.options.data_format.lower()
    data = any(item.family == "statistics" for item in letter.items)
    if data and ("pdf" in wanted or "paper" in wanted) and not any(f in wanted for f in ("csv", "xls", "native")):
        yield Found("data are asked for as PDF or paper")
