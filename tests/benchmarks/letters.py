"""The letter that writers are measured on: two pages, eight items with a footnote each, an exhibit of 13 paragraphs."""

from __future__ import annotations

from datetime import date

from foiakit.model.letter import (
    Block,
    Clause,
    Due,
    Exhibit,
    ExhibitParagraph,
    Item,
    ItemList,
    Letter,
    Note,
    NoteMark,
    Source,
    Text,
    Versions,
)
from foiakit.model.office import Body, Office

_TEXT = (
    "the records that the office keeps of bridges inspected in the county during the year with their dates and the "
    "names of the units that closed them and the reports from which the figure was taken as they stood on that day"
)
_WORDS = tuple(_TEXT.split())
_PLACES = ("Alder", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Juniper", "Larch", "Maple", "Oak", "Pine", "Rowan")


def sentence(seed: int, count: int) -> str:
    """Plain words that differ from sentence to sentence, as letters do."""
    chosen = [_WORDS[(seed * 7 + n * (1 + seed % 5)) % len(_WORDS)] for n in range(count)]
    return f"{' '.join(chosen).capitalize()}, no. {seed}."


def letter(number: int, clauses: tuple[Clause, ...], exhibit: Exhibit) -> Letter:
    """Letter `number`: its office, items and notes are its own; clauses and exhibit are those of all."""
    place = f"{_PLACES[number % len(_PLACES)]} {number}"
    office = Office(
        id=f"us-xx/county/{number}", name=f"{place} County Sheriff's Office", jurisdiction="us-xx", body=Body.SHERIFF,
        kind="sheriff", custodian="Records Officer",
    )  # fmt: skip
    source = Source(kind="clause", ref="x")
    items = tuple(
        Item(
            number=n,
            label=f"Bridges of {place}, {n}",
            lead=(
                Text(f"The release says: “{sentence(n, 8)}”."),
                NoteMark(n),
                Text(f" Please provide, of {place} County:"),
            ),
            parts=((Text(sentence(number + n, 14)),), (Text(sentence(number * 3 + n, 10)),)),
            asks_for="statistics/count",
            family="statistics",
            passages=(f"A:{n}.1",),
            source=source,
        )
        for n in range(1, 9)
    )
    cited = (f"Office of Bridges, “Bridges,” para. {n}: “{sentence(number + n, 20)}” Exhibit A." for n in range(1, 9))
    notes = tuple(Note(number=n, spans=(Text(words),), source=source) for n, words in enumerate(cited, 1))
    day = date(2026, 11, 24)
    return Letter(
        recipient=office, components=(office,), dated=day, law="us-xx", act="Public Records Act",
        sender=("Pat Example", "Example Gazette", "pat@example.org"), channel="By mail",
        addressee=("Records Officer", office.name), subject=f"Public Records Act request: bridges of {place} County",
        salutation="Dear Records Officer:",
        body=(clauses[0], ItemList(heading="Records requested", items=items), *clauses[1:]),
        closing="Sincerely,", signature=("Pat Example",), attached=("Exhibit A, news release",), notes=notes,
        exhibits=(exhibit,), due=Due(what="determination", received=day, day=None),
        made_from=Versions(foiakit="0", law=("us-xx", "0")), stem=f"letter-{number}",
    )  # fmt: skip


def letters(count: int) -> list[Letter]:
    """`count` different letters; clauses and exhibit are the same objects, as composing makes them."""
    exhibit = Exhibit(
        letter="A",
        title="Bridges",
        citation="Office of Bridges, “Bridges,” news release, March 2, 2026",
        paragraphs=tuple(
            ExhibitParagraph(
                text=" ".join(sentence(200 + n * 3 + k, 22) for k in range(2)), number=n, marked=((0, 40),)
            )
            for n in range(1, 14)
        ),
    )
    source = Source(kind="clause", ref="x")
    clauses = tuple(
        Clause(id=f"c{n}", blocks=(Block(spans=(Text(sentence(100 + n, 34)),)),), source=source, heading=f"Clause {n}")
        for n in range(9)
    )
    return [letter(n, clauses, exhibit) for n in range(count)]
