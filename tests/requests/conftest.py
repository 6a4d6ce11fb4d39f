"""Every request template, written for made-up recipients: the issuer, and others that only hold records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from foiakit.composing import prose
from foiakit.composing.item import item_of
from foiakit.composing.sandbox import View
from foiakit.composing.terms import holding_view, office_view, release_view
from foiakit.drafting.draft import Pick
from foiakit.drafting.selector import select
from foiakit.library.collection import Library, open_library
from foiakit.library.kind import Holding
from foiakit.library.request import RequestTemplate
from foiakit.library.shelf import Book
from foiakit.model.letter import Item
from foiakit.model.office import Body, Office
from foiakit.model.release import Kind, Paragraph, Passage, Release
from foiakit.model.suggestion import FAMILIES

QUOTE = "had happened as this sentence says"
TEXT = f"The office said on Tuesday that it {QUOTE}."

BUREAU = Office(
    id="us/made/fbe", name="Federal Bureau of Examples", short="FBE", jurisdiction="us", body=Body.FEDERAL,
    kind="federal-agency", custodian="FOIA Officer",
)  # fmt: skip
TIDE = Office(
    id="us/made/tide", name="Tidewater Inspection Directorate", short="TIDE", the=False, jurisdiction="us",
    body=Body.FEDERAL, kind="federal-agency", custodian="FOIA Officer",
)  # fmt: skip
SHERIFF = Office(
    id="us-ca/county/made/sheriff", name="Made County Sheriff's Office", jurisdiction="us-ca", body=Body.SHERIFF,
    kind="sheriff", custodian="Custodian of Records", county="Made",
)  # fmt: skip
CITY = Office(
    id="us-or/city/sample/clerk", name="City of Sample", jurisdiction="us-or", body=Body.CITY, kind="city-clerk",
    custodian="City Recorder", city="Sample",
)  # fmt: skip
STATE = Office(
    id="us-oh/state/health", name="Ohio Department of Samples", jurisdiction="us-oh", body=Body.STATE_AGENCY,
    kind="state-agency", custodian="Public Records Officer",
)  # fmt: skip

JAIL = Holding(
    topics=("custody",), system="jail management system", row="person released to another agency",
    fields=("booking date", "release date", "release reason", "most serious charge"), places=("Records Division",),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Setting:
    """Who is asked, for which days, and how many of a template's blanks are filled."""

    name: str
    office: Office
    period: tuple[date | None, date | None] | None = None
    filled: bool = False
    holding: Holding | None = None
    dated: bool = True


FULL = {
    "subject": "inspections",
    "parties": "the Made County Sheriff's Office and the FBE",
    "place": "Made County",
    "vendor": "Corvane Systems LLC",
    "amount": "$4.1 million",
    "system": "the Case Tracking System",
    "name": "Operation Blue Sample",
    "number": "17-0042",
    "speaker": "Ruth Alvane",
    "report": "the Monthly Activity Report",
    "instrument": "the memorandum of understanding signed on March 3, 2008",
}
YEAR = (date(2008, 1, 1), date(2008, 12, 31))

SETTINGS = (
    Setting("the issuer, nothing filled", BUREAU),
    Setting("the issuer, all filled", BUREAU, YEAR, filled=True),
    Setting("a sheriff in his own words", SHERIFF, YEAR, filled=True, holding=JAIL),
    Setting("a city, one day", CITY, (date(2008, 9, 9), date(2008, 9, 9))),
    Setting("a state department, no first day", STATE, (None, date(2013, 12, 31)), filled=True),
    Setting("a release without a date, no last day", TIDE, (date(2008, 9, 9), None), dated=False),
)


def a_release(dated: bool) -> Release:
    return Release(
        file="release.txt", sha256="0" * 64, text=TEXT,
        paragraphs=(Paragraph(number=1, start=0, end=len(TEXT), kind=Kind.BODY),),
        passages=(Passage(id="1.1", text=TEXT, start=0, end=len(TEXT), paragraph=1, sentence=1),),
        title="Sample release", issuer="Federal Bureau of Examples", date=date(2009, 9, 10) if dated else None,
    )  # fmt: skip


_WRITTEN: dict[tuple[str, str], Item] = {}


def written(book: Book[RequestTemplate], setting: Setting) -> Item:
    """The template's item as it stands in a letter to the setting's office."""
    if setting not in SETTINGS:
        return _written(book, setting)
    key = (book.id, setting.name)
    if key not in _WRITTEN:
        _WRITTEN[key] = _written(book, setting)
    return _WRITTEN[key]


def _written(book: Book[RequestTemplate], setting: Setting) -> Item:
    release = a_release(setting.dated)
    first, last = setting.period or (None, None)
    words = prose.period(first, last) if setting.period else ""
    names = {*book.content.fields, "parties", "subject", "place"} - {"period"}
    values: dict[str, object] = {name: FULL[name] if setting.filled else "" for name in names}
    values |= {
        "period": View(
            words=words, whole=prose.whole_period(first, last), given=bool(words), years=prose.years(first, last),
            start=prose.long_date(first) if first else "", end=prose.long_date(last) if last else "",
        ),
        "release": release_view(release, "news release", BUREAU),
        "office": office_view([setting.office], BUREAU.id),
        "kind": holding_view(setting.holding),
    }  # fmt: skip
    pick = Pick(id="A:1.1", at=select(TEXT, 0, len(TEXT)), template=book.id, quote=QUOTE)
    return item_of(pick, book, values, period=None, note=0, search="", narrow=False).item


@pytest.fixture(scope="session")
def library() -> Library:
    return open_library()


LIBRARY = open_library()
IDS = tuple(LIBRARY.requests)
assert {id.split("/")[0] for id in IDS} <= set(FAMILIES)
