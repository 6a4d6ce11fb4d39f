"""S: is each item a request for records, bounded, that a records officer can search for?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from foiakit.checking.rule import Case, Found, rule
from foiakit.model.finding import Severity
from foiakit.model.letter import Item, Letter, plain

RECORD_WORDS = re.compile(
    r"\b(records?|reports?|data(?:set|base|\s+dictionary)?|tabulations?|extracts?|quer(?:y|ies)|memorand(?:um|a)|agreements?|"
    r"contracts?|amendments?|letters?|e-?mails?|correspondence|polic(?:y|ies)|manuals?|guidance|directives?|plans?|"
    r"schedules?|logs?|files?|minutes|invoices?|budgets?|assessments?|studies|study|audits?|evaluations?|curricul(?:um|a)|"
    r"rosters?|photographs?|videos?|recordings?|documents?|papers?|drafts?|notices?|orders?|applications?|permits?|"
    r"worksheets?|spreadsheets?|presentations?|slides|talking points|calendars?|transcripts?|definitions?|lists?|"
    r"instructions?|code list|specifications?|solicitations?|statements?|certificates?|forms?|leases?|maps?)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"^(?:please (?:explain|confirm|tell|state|clarify|describe)|who|what|why|how (?:many|much|often|long)|when|where|"
    r"explain|confirm whether|is it true)\b",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\bday (?:your|the) search begins\b|\bin (?:effect|force|existence)\b|\bfiscal year\b|"
    r"\bas it stood\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\b(?:no\.|number|entitled|titled|numbered|dated)\b|#\s?\d", re.IGNORECASE)
_ALL = re.compile(
    r"\b(?:any and all|all (?:records|documents|communications|correspondence|e-?mails|materials))\b", re.IGNORECASE
)
_CREATES = re.compile(
    r"(?:(?:^|[.;:]\s+|\bplease\s+)(?:compile|calculate|analy[sz]e|summari[sz]e|compare|compute|count|tally)\b|"
    r"\b(?:prepare|create|make|draw up|produce) (?:a|an|the)?\s*"
    r"(?:list|table|chart|index|summary|comparison|spreadsheet))",
    re.IGNORECASE,
)


ALIKE = 80
"""Of 100: how near the words of two items must come to be told as one asked twice."""


def own_words(item: Item) -> str:
    """What the item says in the requester's words: everything but quotations from the release."""
    return re.sub(r"[“\"][^”\"]*[”\"]", "“…”", item.words)


@rule(
    "S01",
    "question-not-record",
    Severity.ERROR,
    looks_at="item",
    authorities=["nlrb-v-sears", "zemansky-v-epa"],
    bad=["How many inspectors were hired and why was it called a record?", "Please explain the rise in complaints."],
    good=["The workforce report from which the release of May 14, 2025 drew its count of inspectors hired."],
    fix="Ask for the report, dataset or document that holds the answer.",
)
def question_not_record(item: Item) -> Iterator[Found]:
    """A records law gives records, not answers: a question can be refused without a search."""
    for text in _sentences(item):
        asks = text.rstrip().endswith("?") or _QUESTION.match(text)
        named = {found.group().lower() for found in RECORD_WORDS.finditer(text)}
        if asks and not named - {"record", "records"}:
            yield Found(f"“{text[:80]}” asks a question and names no record")
            return


@rule(
    "S02",
    "unbounded-all",
    Severity.ERROR,
    looks_at="item",
    authorities=["aclj-v-dhs", "dale-v-irs"],
    bad=["Any and all documents about the bridge program."],
    good=["Signed award memoranda for Bridge Program grants made from January 1 through June 30, 2025."],
    fix="Name the kind of record, the period and the office that would hold it.",
)
def unbounded_all(item: Item) -> Iterator[Found]:
    """“All records” about a subject, without a period, is too broad for an office to know what to search."""
    words = own_words(item)
    if _ALL.search(words) and not (item.period or _DATED.search(words)):
        yield Found("asks for everything about a subject without saying of which period")


@rule(
    "S05",
    "no-period",
    Severity.ERROR,
    looks_at="item",
    authorities=["28-cfr-16.3", "ogis-2013"],
    bad=["All inspection reports for the plant."],
    good=[
        "Inspection reports for the plant dated from March 1, 2023 through February 28, 2025.",
        "The cloud agreement numbered 47-1120, with its amendments.",
    ],
    fix="Give a first and a last day, or name the one document by title, number or date.",
)
def no_period(item: Item) -> Iterator[Found]:
    """Without a period an office must guess how far back to look, or ask, which stops the clock."""
    words = own_words(item)
    if not item.period and not _DATED.search(words) and not _NUMBERED.search(words):
        yield Found("no period is given, and no single document is named")


@rule(
    "S06",
    "open-end",
    Severity.WARNING,
    looks_at="item",
    authorities=["28-cfr-16.4", "mcgehee-v-cia"],
    bad=["Inspection reports dated from January 1, 2022 to the present."],
    good=["Inspection reports dated from January 1, 2022 through June 30, 2025."],
    fix="Write a last day, or “through the day your search begins”.",
)
def open_end(item: Item) -> Iterator[Found]:
    """A period without a last day leaves the cut-off to the office: many stop the day their search begins, so two
    offices answer the same words with different records."""
    if re.search(r"\b(?:to|through|until) (?:the )?(?:present|now|date|today)\b", own_words(item), re.IGNORECASE) or (
        item.period and item.period.endswith("/..")
    ):
        yield Found("the period has no last day")


@rule(
    "S09",
    "create-a-record",
    Severity.ERROR,
    looks_at="item",
    authorities=["nsc-v-cia", "long-v-cia"],
    bad=["Prepare a table comparing wait times by state.", "Please compile the number of cases by county."],
    good=["An extract with the columns state, intake date and decision date for cases closed in fiscal year 2024."],
    fix="Ask for an extract of existing fields, or for the report that already compares them.",
)
def create_a_record(item: Item) -> Iterator[Found]:
    """An office need not create a record; pulling existing fields from a database is a search, not a creation."""
    if found := _CREATES.search(own_words(item)):
        yield Found(f"“{found.group()}” asks the office to make a new record")


@rule(
    "S10",
    "bare-statistics",
    Severity.ERROR,
    looks_at="item",
    authorities=["krohn-v-doj"],
    bad=["The statistics behind the 40 percent claim of 2024."],
    good=["The report or query output that gave the 40 percent figure of 2024, with its data dictionary."],
    fix="Name the report, query output or dataset, and its fields or data dictionary.",
)
def bare_statistics(item: Item) -> Iterator[Found]:
    """Figures to be gleaned from files are not identified records; a report, dataset or query output is."""
    words = own_words(item)
    named = re.search(r"\b(report|tabulation|query|dataset|extract|dashboard|spreadsheet|survey|dictionary)", words)
    if (item.family == "statistics" or "statistics" in words.lower()) and not named:
        yield Found("asks for statistics without naming a report, dataset or fields")


@rule(
    "S14",
    "many-subjects",
    Severity.WARNING,
    looks_at="letter",
    authorities=["28-cfr-16.5"],
    fix="Send one letter for each subject, so that the simple one is not held back by the complex one.",
)
def many_subjects(letter: Letter, case: Case) -> Iterator[Found]:
    """Unlike items in one letter slow it: the whole of it waits for the slowest part."""
    if len(letter.items) > 8:
        yield Found(f"one letter holds {len(letter.items)} items")


@rule(
    "S15",
    "long-preamble",
    Severity.WARNING,
    looks_at="letter",
    authorities=["ogis-2011"],
    fix="Keep the context to one sentence; the release is attached as an exhibit.",
)
def long_preamble(letter: Letter, case: Case) -> Iterator[Found]:
    """A records officer needs the items; a history before them hides what is asked."""
    words = 0
    for clause in letter.body:
        if not hasattr(clause, "blocks"):
            break
        words += sum(len(plain(b.spans).split()) for b in clause.blocks)
    if words > 120:
        yield Found(f"{words} words stand before the first item; 120 are enough")


@rule(
    "S17",
    "asked-twice",
    Severity.WARNING,
    looks_at="letter",
    fix="Take one pick out of the draft, or give each its own subject, place or period under fields.",
)
def asked_twice(letter: Letter, case: Case) -> Iterator[Found]:
    """Two items in nearly the same words are searched once or refused as duplicates, and hide what differs.

    Quotations are left out: two passages of a release can lead to one record.
    """
    from rapidfuzz import fuzz

    for at, item in enumerate(letter.items):
        for other in letter.items[at + 1 :]:
            same = (item.asks_for, item.label.casefold(), item.period) == (
                other.asks_for,
                other.label.casefold(),
                other.period,
            )
            if same and fuzz.ratio(own_words(item), own_words(other)) >= ALIKE:
                yield Found(
                    f"items {item.number} and {other.number} ask for nearly the same records "
                    f"({' and '.join(p for i in (item, other) for p in i.passages)})",
                    at=f"item {other.number}",
                )


def _sentences(item: Item) -> Iterator[str]:
    for spans in (item.lead, *item.parts, item.tail):
        text = re.sub(r"[“\"][^”\"]*[”\"]", "“…”", plain(spans))
        yield from (s for s in re.split(r"(?<=[.?!])\s+", text) if s)
