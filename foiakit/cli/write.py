"""`foiakit write`: a draft becomes letters in a folder. What a person edited there is never written over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from foiakit.cli import terminal
from foiakit.cli._day import day_option
from foiakit.model.errors import BadFile, FoiakitError

if TYPE_CHECKING:
    from foiakit.composing.result import Composed
    from foiakit.drafting.draft import Draft
    from foiakit.library.collection import Library
    from foiakit.model.letter import Letter
    from foiakit.writing.output import Written

CONTACT_RULE = "A04"
"""What this rule finds is said under the table, with the address to verify."""

MOST_LETTERHEAD = 60_000_000
"""Bytes of a letterhead."""

FORMATS = ("docx", "md", "txt", "pdf")


@click.command()
@click.argument("draft", type=click.Path(dir_okay=False))
@click.option("-o", "--out", type=click.Path(file_okay=False), required=True, help="The folder for the letters.")
@click.option("--format", "formats", multiple=True, help="docx (unless said), md, txt, pdf; repeatable.")
@day_option("--date", "on", help="The letters' date (the draft's, else today).")
@click.option("--annotate", is_flag=True, help="Word comments on each clause and item: why it is there, its authority.")
@click.option("--letterhead", type=click.Path(dir_okay=False), help="A .docx whose header, footer and fonts are kept.")
@click.option("--strict", is_flag=True, help="Warnings that are not waived stop too.")
def command(
    draft: str,
    out: str,
    formats: tuple[str, ...],
    on: date | None,
    annotate: bool,
    letterhead: str | None,
    strict: bool,
) -> None:
    """Writes the letters of DRAFT into a folder.

    Run again, it rewrites only what changed, and never a file that you edited since: the new one goes beside it.
    """
    from foiakit.composing import compose
    from foiakit.drafting import load_draft
    from foiakit.library.collection import open_library

    wanted = _formats(formats)
    library = open_library()
    loaded = load_draft(Path(draft))
    if on is not None:
        loaded = loaded.model_copy(update={"date": on})
    composed = compose(loaded, library, on=loaded.date or date.today())
    _tell(composed)
    stopped = _checked(loaded, composed, library, strict=strict)
    if composed.letters and not stopped:
        write_letters(composed.letters, Path(out), wanted, annotate=annotate, letterhead=letterhead)
    if stopped or composed.missing or not composed.letters:
        raise click.exceptions.Exit(1)


def _formats(given: Sequence[str]) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(part.strip().lower() for value in given for part in value.split(",") if part.strip()))
    if unknown := [f for f in wanted if f not in FORMATS]:
        raise click.BadParameter(f"“{unknown[0]}” is not one of {', '.join(FORMATS)}", param_hint="--format")
    return wanted or ("docx",)


def _tell(composed: Composed) -> None:
    """What was left out, moved or is missing."""
    for note in composed.notes:
        terminal.say(note)
    for left in composed.left_out:
        if left.pick is None:
            terminal.say(f"{left.recipient} gets no letter: {left.reason}.")
    if composed.missing:
        terminal.say("Not written, because something is missing:")
        for missing in composed.missing:
            terminal.say(f"- {missing}")


def _checked(draft: Draft, composed: Composed, library: Library, *, strict: bool) -> bool:
    """Shows what the checks find; true where it stops the letters."""
    from foiakit.checking import check
    from foiakit.model.finding import Severity

    stops = False
    for finding in check(draft, composed, library):
        stopping = not finding.waived and (
            finding.severity is Severity.ERROR or (strict and finding.severity is Severity.WARNING)
        )
        stops = stops or (stopping and bool(composed.letters))
        told_with_the_letters = finding.rule == CONTACT_RULE and not stopping
        if not finding.waived and not told_with_the_letters and (stopping or finding.severity is not Severity.HINT):
            terminal.say(f"{finding.rule} {finding.severity}: {finding.place}: {finding.says}")
            if finding.fix:
                terminal.say(f"    {finding.fix}")
    if stops:
        terminal.say("No letter was written. Mend the errors, or waive a finding with its reason under waived.")
    return stops


def write_letters(
    letters: Sequence[Letter], folder: Path, formats: Sequence[str], *, annotate: bool, letterhead: str | None
) -> None:
    """Writes the letters and prints the table of what was written, and what to do next.

    Raises:
        FoiakitError: The folder cannot be written, the letterhead cannot be used, LibreOffice is missing for a PDF.
    """
    from foiakit.writing.output import Folder

    head = _letterhead(letterhead)
    target = Folder(folder)
    files = _rendered(letters, formats, annotate=annotate, letterhead=head)
    written = dict(zip(files, target.write(files), strict=True))
    failed: FoiakitError | None = None
    if "pdf" in formats:
        try:
            pdfs = _pdfs(letters, head)
            written |= dict(zip(pdfs, target.write(pdfs), strict=True))
        except FoiakitError as error:
            failed = error
    terminal.table(
        ("recipient", "law", "items", "footnotes", "response due", "file"),
        [
            (letter.recipient.name, letter.act, len(letter.items), len(letter.notes), due_words(letter), file.path)
            for letter in letters
            for form in formats
            if (file := written.get(f"{_stem(letter)}.{form}")) is not None
        ],
        right=(2, 3),
    )
    for note in _afterwards(letters, list(written.values())):
        terminal.say(note)
    if failed is not None:
        raise failed


def _stem(letter: Letter) -> str:
    from foiakit.writing.names import safe_stem

    return safe_stem(letter.stem)


def _letterhead(path: str | None) -> bytes | None:
    if path is None:
        return None
    from foiakit.files import regular
    from foiakit.writing.word.stationery import prepared

    try:
        given = regular.read(Path(path), MOST_LETTERHEAD)
        prepared(given)
    except OSError as error:
        raise FoiakitError(
            f"{path}: cannot be read: {error.strerror or error}", remedy="Name a .docx with --letterhead."
        ) from None
    except BadFile as bad:
        raise BadFile(*(replace(problem, path=Path(path), key="") for problem in bad.problems)) from None
    return given


def _rendered(
    letters: Sequence[Letter], formats: Sequence[str], *, annotate: bool, letterhead: bytes | None
) -> dict[str, bytes]:
    """Every file but the PDFs, by its name."""
    from foiakit.writing import to_docx, to_markdown, to_text

    files: dict[str, bytes] = {}
    for letter in letters:
        for form in formats:
            name = f"{_stem(letter)}.{form}"
            if form == "docx":
                files[name] = to_docx(letter, annotate=annotate, letterhead=letterhead)
            elif form == "md":
                files[name] = to_markdown(letter).encode()
            elif form == "txt":
                text, over = to_text(letter)
                files[name] = text.encode()
                if over:
                    terminal.say(f"{name}: {over:,} characters over the 10,000 of a portal; attach the Word file.")
    return files


def _pdfs(letters: Sequence[Letter], letterhead: bytes | None) -> dict[str, bytes]:
    """The letters as PDFs, all in one run of LibreOffice."""
    from foiakit.writing import to_docx, to_pdf

    made = to_pdf([to_docx(letter, letterhead=letterhead) for letter in letters])
    return {f"{_stem(letter)}.pdf": pdf for letter, pdf in zip(letters, made, strict=True)}


def due_words(letter: Letter) -> str:
    """When an answer is due if the letter is received on its date: a day, or the law's own word."""
    due = letter.due
    if due.day is None:
        return due.note or "no date in the law"
    earliest = " at the earliest" if due.note and due.note.startswith("at the earliest") else ""
    return f"{due.day.isoformat()}{earliest}"


def _afterwards(letters: Sequence[Letter], written: Sequence[Written]) -> list[str]:
    from foiakit.writing.output import Outcome

    told = [f"{w.kept} was edited since and is kept; the new one is {w.path.name}." for w in written if w.kept]
    same = sum(w.outcome is Outcome.UNCHANGED for w in written)
    if same:
        told.append(f"{same} of {len(written)} files stood there already, unchanged.")
    told += [f"{letter.recipient.abbreviated}: {caution}" for letter in letters for caution in letter.cautions]
    told.append("Due dates count from receipt on the letter's date.")
    told.append("Next: read each letter, sign it, and send it yourself; foiakit sends nothing.")
    return told
