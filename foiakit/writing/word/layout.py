"""What stands on the page, in order: paragraphs with a look, made of runs. Both ways to write Word print this."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from foiakit.model.letter import Block, Clause, Exhibit, ExhibitParagraph, Item, ItemList, Letter, Spans, Text
from foiakit.writing.wording import ATTACHED, MARKED, closed, exhibit_name, long_date, printable, unbroken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from foiakit.model.letter import NoteMark


class Look(StrEnum):
    """How a paragraph looks: the style it is given, by the name that Word files it under."""

    LINE = "Letter Line"
    DATE = "Letter Date"
    CHANNEL = "Letter Channel"
    SUBJECT = "heading 1"
    TEXT = "Letter Text"
    BULLET = "Letter Bullet"
    ITEMS_HEADING = "heading 2"
    ITEM = "Request Item"
    PART = "Request Part"
    TAIL = "Request Tail"
    CLOSING = "Letter Closing"
    ATTACHED = "Letter Attachment"
    CITATION = "Exhibit Citation"
    KEY = "Exhibit Key"
    EXHIBIT = "Exhibit Paragraph"
    EXHIBIT_BULLET = "Exhibit Bullet"
    EXHIBIT_HEADING = "Exhibit Heading"


class Run(NamedTuple):
    """Words in one emphasis. `note` is the footnote cited after them; `again` cites a note that was cited before."""

    words: str = ""
    bold: bool = False
    italic: bool = False
    marked: bool = False
    tab: bool = False
    note: int = 0
    again: bool = False


class Paragraph(NamedTuple):
    """One paragraph. `keep` holds it on the page of the next; `comment` explains it where letters are annotated."""

    look: Look
    runs: Sequence[Run]
    keep: bool = False
    comment: str | None = None
    new_page: bool = False


class Notes:
    """Which notes were cited so far."""

    cited = 0

    def cite(self, mark: NoteMark) -> Run:
        """A citation, in the order in which a reader meets it.

        Raises:
            ValueError: A note before it was not cited: the footnotes of a Word file would print under wrong numbers.
        """
        if mark.number <= self.cited:
            return Run(str(mark.number), note=mark.number, again=True)
        if mark.number != self.cited + 1:
            raise ValueError(f"note {mark.number} is cited before note {self.cited + 1}")
        self.cited = mark.number
        return Run(note=mark.number)

    def settle(self, letter: Letter) -> None:
        """All notes of the letter were cited, and no others.

        Raises:
            ValueError: They were not.
        """
        if len(letter.notes) != self.cited or any(n.number != at for at, n in enumerate(letter.notes, 1)):
            raise ValueError(f"{letter.stem}: {len(letter.notes)} notes, {self.cited} of them cited")


def lay_out_head(letter: Letter) -> Iterator[Paragraph]:
    """The lines of whoever writes, the date, and how the letter is sent."""
    yield from (Paragraph(Look.LINE, (Run(printable(line)),)) for line in letter.sender if line.strip())
    yield Paragraph(Look.DATE, (Run(long_date(letter.dated)),))
    if letter.channel:
        yield Paragraph(Look.CHANNEL, (Run(printable(letter.channel)),))


def lay_out_start(letter: Letter, notes: Notes) -> Iterator[Paragraph]:
    """What is the letter's own: from the addressee to the last numbered item."""
    yield from (Paragraph(Look.LINE, (Run(printable(line)),)) for line in letter.addressee if line.strip())
    yield Paragraph(Look.SUBJECT, (Run(printable(letter.subject)),))
    yield Paragraph(Look.TEXT, (Run(printable(letter.salutation)),))
    for part in letter.body[: last_item(letter)]:
        yield from _items(part, notes) if isinstance(part, ItemList) else _clause(part, notes)


def lay_out_rest(letter: Letter, notes: Notes) -> Iterator[Paragraph]:
    """What many letters share: the clauses after the items, closing, signature, attachments and exhibits."""
    for part in letter.body[last_item(letter) :]:
        yield from _items(part, notes) if isinstance(part, ItemList) else _clause(part, notes)
    yield Paragraph(Look.CLOSING, (Run(printable(letter.closing)),))
    signature = [line for line in letter.signature if line.strip()]
    for at, line in enumerate(signature):
        yield Paragraph(Look.LINE, (Run(printable(line)),), keep=at < len(signature) - 1 or bool(letter.attached))
    for at, what in enumerate(letter.attached):
        words = f"{ATTACHED if at == 0 else ''}{printable(what)}"
        yield Paragraph(Look.ATTACHED if at == 0 else Look.LINE, (Run(words),), keep=at < len(letter.attached) - 1)
    for exhibit in letter.exhibits:
        yield from _exhibit(exhibit)


def last_item(letter: Letter) -> int:
    """The index in the body after the last list of items; that of its end where there is none."""
    lists = [at for at, part in enumerate(letter.body, 1) if isinstance(part, ItemList)]
    return lists[-1] if lists else len(letter.body)


def _clause(clause: Clause, notes: Notes) -> Iterator[Paragraph]:
    for at, block in enumerate(clause.blocks):
        first = at == 0
        head = Run(closed(clause.heading), bold=True) if clause.heading and first else None
        yield from _block(block, head, notes, clause.explains if first else None)


def _block(block: Block, head: Run | None, notes: Notes, comment: str | None) -> Iterator[Paragraph]:
    runs = _of_law(block.spans, notes)
    if head:
        runs = _run_in(head, runs)
    if runs:
        yield Paragraph(Look.TEXT, runs, keep=bool(block.bullets), comment=comment)
    last = len(block.bullets) - 1
    for at, bullet in enumerate(block.bullets):
        yield Paragraph(Look.BULLET, _of_law(bullet, notes), keep=at == 0 and last > 0)


def _items(items: ItemList, notes: Notes) -> Iterator[Paragraph]:
    yield Paragraph(Look.ITEMS_HEADING, (Run(printable(items.heading)),))
    for item in items.items:
        yield from _item(item, notes)


def _item(item: Item, notes: Notes) -> Iterator[Paragraph]:
    runs = _run_in(Run(closed(item.label), italic=True), runs_of(item.lead, notes))
    yield Paragraph(Look.ITEM, runs, keep=bool(item.parts), comment=item.explains)
    for at, part in enumerate(item.parts):
        yield Paragraph(Look.PART, runs_of(part, notes), keep=at == len(item.parts) - 1 and bool(item.tail))
    if item.tail:
        yield Paragraph(Look.TAIL, runs_of(item.tail, notes))


def _run_in(head: Run, runs: list[Run]) -> list[Run]:
    """A label or heading that opens a paragraph, and the space after it."""
    if not runs:
        return [head]
    first, *rest = runs
    if first.bold or first.italic or first.note:
        return [head, Run(" "), *runs]
    return [head, Run(f" {first.words}"), *rest]


def _exhibit(exhibit: Exhibit) -> Iterator[Paragraph]:
    yield Paragraph(Look.SUBJECT, (Run(exhibit_name(exhibit.letter)),), new_page=True)
    yield Paragraph(Look.CITATION, (Run(printable(exhibit.citation)),))
    if any(p.marked for p in exhibit.paragraphs):
        yield Paragraph(Look.KEY, (Run(f"{MARKED} by underlining and shading."),))
    yield from map(_exhibit_paragraph, exhibit.paragraphs)


def _exhibit_paragraph(paragraph: ExhibitParagraph) -> Paragraph:
    """The number is the release's own, as footnotes cite it: printed as text, so that no list can renumber it."""
    runs, at = [], 0
    if paragraph.number is not None:
        runs.append(Run(str(paragraph.number), tab=True))
    if paragraph.bullet:
        runs.append(Run("•", tab=True))
    for start, end in paragraph.marked:
        if start > at:
            runs.append(Run(printable(paragraph.text[at:start])))
        runs.append(Run(printable(paragraph.text[start:end]), marked=True))
        at = end
    if at < len(paragraph.text):
        runs.append(Run(printable(paragraph.text[at:])))
    if paragraph.heading:
        look = Look.ITEMS_HEADING if paragraph.number is None else Look.EXHIBIT_HEADING
    else:
        look = Look.EXHIBIT_BULLET if paragraph.bullet else Look.EXHIBIT
    return Paragraph(look, [run for run in runs if run.words])


def _of_law(spans: Spans, notes: Notes) -> list[Run]:
    """The runs of a clause, with each citation of law kept on one line as far as it has spaces."""
    return [run._replace(words=unbroken(run.words)) for run in runs_of(spans, notes)]


def runs_of(spans: Spans, notes: Notes | None = None) -> list[Run]:
    """Spans as runs; empty ones are dropped. Without `notes` (inside a footnote) a note mark cannot stand.

    Raises:
        ValueError: A note is cited out of order, or inside a note.
    """
    runs = []
    for span in spans:
        if isinstance(span, Text):
            words = printable(span.words)
            if words:
                runs.append(Run(words, span.bold, span.italic))
        elif notes is None:
            raise ValueError(f"note {span.number} is cited inside a note")
        else:
            runs.append(notes.cite(span))
    return runs
