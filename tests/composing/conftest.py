"""A made-up release, a draft about it, and a requester who meets every law's demands, for the letters under test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace

import pytest

from foiakit.composing import compose
from foiakit.composing.result import Composed
from foiakit.drafting.draft import Draft, Options, Pick, Recipient, ReleaseRef
from foiakit.drafting.profile import Requester
from foiakit.drafting.selector import select
from foiakit.law import LawInForce, law_for
from foiakit.library.collection import Library, open_library
from foiakit.model.letter import Letter
from foiakit.model.office import Office
from foiakit.model.release import Kind, Paragraph, Passage, Release

DAY = date(2026, 11, 24)

PARAGRAPHS = (
    ("Last year, 1,460 people left the county jail for state custody.", "The count grew by a fifth."),
    ("The county and the state work together under a joint agreement on transfers.",),
    ("This fiscal year the office expects to spend $2 million on transport.",),
)


def make_release(paragraphs: tuple[tuple[str, ...], ...] = PARAGRAPHS, **given: object) -> Release:
    """A release of these paragraphs of sentences, under a title."""
    title = str(given.pop("title", "Transfers from county jail rise"))
    text, blocks, passages = title, [Paragraph(number=None, start=0, end=len(title), kind=Kind.TITLE)], []
    passages.append(
        Passage(id="t1", text=title, start=0, end=len(title), paragraph=None, sentence=None, kind=Kind.TITLE)
    )
    for number, sentences in enumerate(paragraphs, 1):
        text += "\n\n"
        start = len(text)
        for index, sentence in enumerate(sentences, 1):
            text += " " * (index > 1)
            at = len(text)
            text += sentence
            passages.append(
                Passage(
                    id=f"{number}.{index}", text=sentence, start=at, end=len(text), paragraph=number, sentence=index
                )
            )
        blocks.append(Paragraph(number=number, start=start, end=len(text)))
    known: dict[str, object] = {"issuer": "Office of Made-up Affairs", "date": date(2026, 3, 2), **given}
    return Release(
        file="release.txt",
        sha256="0" * 64,
        text=text,
        paragraphs=tuple(blocks),
        passages=tuple(passages),
        title=title,
        **known,  # type: ignore[arg-type]
    )


def make_pick(
    release: Release, id: str, template: str, quote: str, *held_by: str, letter: str = "A", **fields: object
) -> Pick:
    """A pick of a whole passage."""
    passage = release.passage(id)
    return Pick(
        id=f"{letter}:{id}",
        at=select(release.text, passage.start, passage.end),
        template=template,
        quote=quote,
        held_by=held_by or ("*",),
        fields=fields,  # type: ignore[arg-type]
    )


REQUESTER = Requester(
    name="Robin Roe",
    role="Researcher",
    organization="Made-up Records Project",
    email="robin@records.example",
    phone="555-0111",
    address=("2 Example Road", "Sampletown"),
    fee_category="other",
    ceiling=25,
    us_citizen=True,
    us_resident=True,
    commercial_purpose=False,
    statements={"legal_proceeding": "no", "adult": "yes"},
)


def requester_of(state: str | None, **more: object) -> Requester:
    """The requester as a resident and citizen of a state."""
    home = {"residence": state, "citizen_of": state} if state and state != "us" else {}
    return Requester.model_validate({**REQUESTER.model_dump(), **home, **more})


@pytest.fixture(scope="session")
def library() -> Library:
    return open_library()


@pytest.fixture(scope="session")
def draft() -> Draft:
    release = make_release()
    picks = (
        make_pick(
            release,
            "1.1",
            "statistics/count",
            "1,460 people left the county jail for state custody",
            period="2025-01-01/2025-12-31",
            subject="people",
            place="Made-up County",
        ),
        make_pick(
            release,
            "2.1",
            "agreement/memorandum",
            "work together under a joint agreement on transfers",
            subject="transfers",
        ),
    )
    return Draft(releases={"A": ReleaseRef(file="release.txt", sha256="0" * 64)}, picks=picks, requester=REQUESTER)


@pytest.fixture(scope="session")
def written(library: Library, draft: Draft) -> Callable[..., Composed]:
    """Composes the draft for these recipients."""

    def call(*ids: str | Recipient, on: date = DAY, requester: Requester | None = None, **changes: object) -> Composed:
        recipients = tuple(r if isinstance(r, Recipient) else Recipient(id=r) for r in ids)
        options = Options.model_validate(changes.pop("options", {}))
        if "draft_requester" in changes:
            changes["requester"] = changes.pop("draft_requester")
        changed = draft.model_copy(update={"recipients": recipients, "options": options, **changes})
        releases = changes.pop("opened", None) or {"A": make_release()}
        return compose(changed, library, on=on, releases=releases, requester=requester)  # type: ignore[arg-type]

    return call


@pytest.fixture(scope="session")
def letter_to(written: Callable[..., Composed]) -> Callable[..., Letter]:
    """The one letter to a recipient; the test fails with what was missing."""

    def call(id: str, **given: object) -> Letter:
        composed = written(id, **given)
        assert not composed.missing, [str(m) for m in composed.missing]
        (letter,) = composed.letters
        return letter

    return call


@pytest.fixture(scope="session")
def requester_for() -> Callable[..., Requester]:
    """The requester at home in a jurisdiction."""
    return requester_of


@pytest.fixture(scope="session")
def law_of(library: Library) -> Callable[..., LawInForce]:
    """The law in force for an office and a requester."""

    def call(office: Office, requester: Requester, on: date = DAY) -> LawInForce:
        return law_for(library, office, on=on, resident_of=requester.residence)

    return call


@pytest.fixture(scope="session")
def make() -> SimpleNamespace:
    """Factories: `make.release(…)`, `make.pick(…)`, `make.requester(state)`."""
    return SimpleNamespace(release=make_release, pick=make_pick, requester=requester_of)


@pytest.fixture(scope="session")
def compose_(library: Library) -> Callable[..., Composed]:
    """Composes a draft for these recipients on a fixed day."""

    def call(draft: Draft, *to: str | Recipient, on: date = DAY, releases: object = None) -> Composed:
        recipients = tuple(r if isinstance(r, Recipient) else Recipient(id=r) for r in to)
        opened = releases or {"A": make_release()}
        return compose(draft.model_copy(update={"recipients": recipients}), library, on=on, releases=opened)  # type: ignore[arg-type]

    return call
