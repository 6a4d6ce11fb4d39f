"""Rows become addressees: the offices to write to, one for each intake office, with what the table knows of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from foiakit.batch.plan import Columns, Plan, Recipients
from foiakit.batch.problem import RowProblem
from foiakit.batch.table import Row
from foiakit.composing.routing import addressed
from foiakit.drafting.draft import ContactFacts, Recipient
from foiakit.model.errors import BadFile, FoiakitError, NotFound, Problem
from foiakit.model.office import Office
from foiakit.offices.directory import Directory

_LOCAL = re.compile(r"\b(?:county|parish|borough|city|town|village|township|sheriff)", re.IGNORECASE)

CHANNELS = ("portal", "email", "mail", "hand")


@dataclass(frozen=True, slots=True)
class Addressee:
    """One letter to be.

    `id` is the intake office's; `recipients` are the offices it reaches there, `rows` where the table names them,
    `facts` what the first of them says, for file names. `office` is the first of them as the table corrects it.
    """

    id: str
    rows: tuple[int, ...]
    recipients: tuple[Recipient, ...]
    facts: Mapping[str, str]
    muckrock: str | None = None
    office: Office | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    row: int
    office: Office
    recipient: Recipient
    facts: Mapping[str, str]
    muckrock: str | None


def mapped(recipients: Recipients, headings: Sequence[str], table: Path) -> dict[str, str]:
    """Which heading holds what: foiakit's own names and the facts.

    Raises:
        BadFile: The plan names a heading that the table has not, or the table has one that the plan does not name.
    """
    columns = {name: heading for name, heading in recipients.columns.model_dump().items() if heading}
    columns |= {n: n for n in Columns.model_fields if n not in columns and n in headings and n not in recipients.facts}
    problems: list[Problem] = []
    for where, names in (("columns", columns), ("facts", recipients.facts)):
        for name, heading in names.items():
            if heading not in headings:
                near = get_close_matches(heading, headings, 1)
                problems.append(
                    Problem(
                        path=table,
                        line=1,
                        says=f"no column is headed “{heading}” (recipients.{where}.{name} of the plan)",
                        remedy=f"Did you mean {near[0]}?" if near else f"The headings are {', '.join(headings)}.",
                    )
                )
    named = {*columns.values(), *recipients.facts.values()}
    for heading in headings:
        if heading not in named:
            near = get_close_matches(heading, [n for n in Columns.model_fields if n not in columns], 1)
            problems.append(
                Problem(
                    path=table,
                    line=1,
                    says=f"the column “{heading}” is neither mapped nor declared a fact",
                    remedy=(f"Did you mean {near[0]}? " if near else "")
                    + "Write it under recipients.columns or recipients.facts of the plan, or delete it.",
                )
            )
    if "id" not in columns and not {"name", "jurisdiction"} <= set(columns):
        problems.append(
            Problem(
                path=table,
                line=1,
                says="no column holds the office's id, nor both its name and its jurisdiction",
                remedy="Head a column id, with ids such as us-ca/county/imperial/sheriff.",
            )
        )
    if problems:
        raise BadFile(*problems)
    return {**columns, **recipients.facts}


def wanted(rows: Iterable[Row], only: Mapping[str, str], headings: Mapping[str, str]) -> Iterator[Row]:
    """The rows whose column, fact or state is the one asked for.

    Raises:
        FoiakitError: Nothing is called so.
    """
    for name in only:
        if name not in headings and name not in {"state", "jurisdiction"}:
            near = get_close_matches(name, [*headings, "state"], 1)
            raise FoiakitError(
                f"only {name}: no column or fact is called “{name}”",
                remedy=f"Did you mean {near[0]}?" if near else f"There are {', '.join(headings)} and state.",
            )
    for row in rows:
        if all(_is(row, name, value, headings) for name, value in only.items()):
            yield row


def _is(row: Row, name: str, value: str, headings: Mapping[str, str]) -> bool:
    if name in headings:
        return row.cells.get(headings[name], "").casefold() == value.casefold()
    place = (
        row.cells.get(headings.get("jurisdiction", ""), "") or row.cells.get(headings.get("id", ""), "").split("/")[0]
    )
    return place.casefold() in {value.casefold(), f"us-{value.casefold()}"}


def addressees(
    rows: Iterable[Row], headings: Mapping[str, str], plan: Plan, directory: Directory
) -> tuple[list[Addressee], list[RowProblem]]:
    """The letters to be, sorted by office, and the rows that name none."""
    problems: list[RowProblem] = []
    read: dict[str, list[_Read]] = {}
    for row in rows:
        try:
            one = _read(row, headings, plan.recipients.facts, directory)
        except _Bad as bad:
            problems.append(RowProblem(row.number, bad.column, bad.what, bad.mend))
            continue
        read.setdefault(one.office.id, []).append(one)
    groups: dict[str, list[_Read]] = {}
    for same in read.values():
        if any((r.recipient, r.facts) != (same[0].recipient, same[0].facts) for r in same[1:]):
            others = ", ".join(str(r.row) for r in same)
            for r in same:
                what = f"rows {others} are the same office ({r.office.id}) with different facts"
                problems.append(RowProblem(r.row, "id", what, "Keep one of them."))
            continue
        groups.setdefault(same[0].office.intake or same[0].office.id, []).extend(same)
    return [_together(id, groups[id], directory) for id in sorted(groups)], problems


def _together(id: str, read: list[_Read], directory: Directory) -> Addressee:
    """The rows of one intake office, in the order of their ids; a row that stands twice counts once."""
    ordered = sorted(read, key=lambda r: (r.office.id, r.row))
    recipients = tuple({r.office.id: r.recipient for r in ordered}.values())
    first = ordered[0]
    rows = tuple(sorted(r.row for r in read))
    office = addressed(first.recipient, directory)
    return Addressee(id, rows, recipients, first.facts, first.muckrock, office)


class _Bad(Exception):
    def __init__(self, column: str, what: str, mend: str = "") -> None:
        super().__init__(what)
        self.column, self.what, self.mend = column, what, mend


def _read(row: Row, headings: Mapping[str, str], facts: Mapping[str, str], directory: Directory) -> _Read:
    def cell(name: str) -> str | None:
        heading = headings.get(name)
        return (row.cells.get(heading) or None) if heading else None

    if row.surplus:
        what = f"“{row.surplus[:60]}” stands beyond the last heading"
        raise _Bad("", what, "Quote a cell that holds a comma, or give the column a heading.")
    id = cell("id") or _id_by_name(cell("name"), cell("jurisdiction"), directory)
    try:
        office = directory.office(id)
    except NotFound as unknown:
        raise _Bad(headings.get("id") or headings.get("name", ""), unknown.says, unknown.remedy or "") from None
    channel = cell("channel")
    if channel and channel.lower() not in CHANNELS:
        raise _Bad(headings["channel"], f"“{channel}” is no way to send a letter", f"Write {', '.join(CHANNELS)}.")
    given = {name: row.cells.get(heading, "") for name, heading in facts.items()}
    data: dict[str, Any] = {
        "id": id,
        "custodian": cell("custodian"),
        "channel": channel.lower() if channel else None,
        "facts": {name: value for name, value in given.items() if value},
    }
    name = cell("name")
    if name and name != office.name:
        data["name"] = name
    contact = {key: cell(key) for key in ("portal", "email", "phone")}
    address = cell("address")
    lines = tuple(line.strip() for line in (address or "").replace("\n", "|").split("|") if line.strip())
    if lines or any(contact.values()):
        data["contact"] = ContactFacts(**contact, address=lines)
    try:
        recipient = Recipient(**data)
    except ValidationError as error:
        first = error.errors()[0]
        column = str(first["loc"][0]) if first["loc"] else ""
        raise _Bad(headings.get(column, column), str(first["msg"])) from None
    # The row's facts are complete for every letter: those of one with an empty cell are "".
    return _Read(row.number, office, recipient, given, cell("muckrock"))


def _id_by_name(name: str | None, jurisdiction: str | None, directory: Directory) -> str:
    """The id of an office that the table names in words.

    Raises:
        _Bad: None in that jurisdiction is called so; those that come near are named.
    """
    if not name or not jurisdiction:
        raise _Bad("id", "no office is named", "Write its id, or its name and its jurisdiction (us-ca).")
    state = jurisdiction.removeprefix("us-").upper()
    near = (*directory.find(f"{name} {state}", limit=8), *directory.find(name, limit=8))
    inside = [m for m in near if m.id.split("/")[0] == jurisdiction]
    if _LOCAL.search(name):  # a misspelt county's office is no state agency of that name
        inside = [m for m in inside if m.id.split("/")[1] != "state"]
    for match in inside:
        if match.name.casefold() == name.casefold():
            return match.id
    ids = list(dict.fromkeys(m.id for m in inside))[:3]
    mend = f"Write its id: {', '.join(ids)}?" if ids else "Write its id; “foiakit agency find” looks for it."
    raise _Bad("name", f"no office of {jurisdiction} is called “{name}”", mend)
