"""Clauses: what a letter says besides its items. Law is stated only where the pack in force states it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from foiakit.composing.result import Missing, Stopped
from foiakit.composing.sandbox import TemplateProblem, condition, holds, words
from foiakit.composing.spans import blocks
from foiakit.drafting.draft import ClauseChoices
from foiakit.law import LawInForce
from foiakit.library.clause import ClauseTemplate
from foiakit.library.collection import Library
from foiakit.library.shelf import Book
from foiakit.model.letter import Clause, Source, plain

_CHANGING = frozenset({"office", "letter"})
"""What a clause sees that differs between letters under one law."""


def clause(
    id: str, library: Library, law: LawInForce, values: Mapping[str, Any], choices: ClauseChoices
) -> Clause | None:
    """A clause of the letter, or None where it does not apply.

    It is left out where the person switched it off, its condition is false, or the law in force says nothing
    printable of a field that it states.

    Raises:
        Stopped: It names something that is not there.
    """
    if id in choices.off:
        return None
    book = library.clauses.book(id)
    template = book.content
    own = choices.replaced.get(id)
    if own is None and not all(law.states(path) for path in template.law):
        return None
    try:
        if not holds(template.when, values):
            return None
        text = words(own if own is not None else template.text).render(values)
    except TemplateProblem as problem:
        raise Stopped(_broken(problem, book, own is not None)) from None
    parts = blocks(text)
    if not parts:
        return None
    stated = _stated(template, law, " ".join(plain(s) for b in parts for s in (b.spans, *b.bullets)))
    return Clause(
        id=id,
        blocks=parts,
        heading=template.heading,
        source=_source(id, law, stated, own is not None),
        authorities=template.authorities,
        explains=explanation(template, library, [_marked(s, cite, law, library) for s, cite in stated.items()]),
    )


def depends_on(id: str, library: Library, values: Mapping[str, Any], choices: ClauseChoices) -> Hashable:
    """The values of office and letter that a clause reads. Law, requester and options are the same for all letters
    under one law, so a clause with the same values here is the same clause."""
    template = library.clauses[id]
    texts = [words(choices.replaced.get(id, template.text))]
    if template.when:
        texts.append(condition(template.when) or texts[0])
    read = {pair for text in texts for pair in text.reads if pair[0] in _CHANGING}
    return tuple(
        sorted((name, attr or "", repr(values[name].get(attr) if attr else values[name])) for name, attr in read)
    )


def _stated(template: ClauseTemplate, law: LawInForce, text: str) -> dict[str, str]:
    """The law that a clause states, by section of the pack: the citations that stand in its printed words."""
    sections = [path.split(".")[0] for path in template.law]
    sections += [attr for name, attr in words(template.text).reads if name == "law" and attr]
    found: dict[str, str] = {}
    for section in dict.fromkeys(sections):
        value = getattr(law, section, None)
        for index, provision in enumerate(value if isinstance(value, tuple) else (value,)):
            cite = getattr(provision, "cite", None)
            if cite and cite in text:
                found[f"{section}.{index}" if isinstance(value, tuple) else section] = cite
    if any(name == "harm" for name, _ in words(template.text).reads):
        cites = [e.cite for e in law.exemptions if e.cite and f"{e.cite}." in text]
        found |= {"exemptions": cites[0]} if cites else {}
    return found


def _marked(section: str, cite: str, law: LawInForce, library: Library) -> str:
    """A citation of the pack with the mark of a doubt that lets it be printed: a number known, but not read."""
    here = law.refs.get(section, section)
    places = {here, f"{here}.cite", section, f"{section}.cite"}
    why = [d.why for d in library.laws[law.id].doubts if d.printed and d.at in places]
    return f"{cite} (less sure: {'; '.join(why)})" if why else cite


def _source(id: str, law: LawInForce, stated: Mapping[str, str], own: bool) -> Source:
    if own:
        return Source(kind="person", ref=f"options.clauses.replaced.{id}")
    if stated:
        return Source(kind="law", ref=law.ref(next(iter(stated))))
    return Source(kind="clause", ref=id)


def _broken(problem: TemplateProblem, book: Book[ClauseTemplate], own: bool) -> Missing:
    if own:
        at = f"options.clauses.replaced.{book.id}"
        return Missing(kind="template", at=at, says=f"{at}: {problem.says}", remedy="Mend the text in the draft.")
    return Missing(
        kind="template",
        at=book.id,
        says=f"{book.path.name}:{book.document.line_of('text')}: {problem.says}",
        remedy=f"Mend the clause {book.id} ({book.path}), or put it under options.clauses.off.",
    )


def explanation(template: ClauseTemplate, library: Library, cites: Iterable[str]) -> str:
    """What `--annotate` says of a clause: what it is, what it does, what it rests on, what is lost without it.

    Args:
        cites: The citations of law that it prints.
    """
    rests = [*cites, *(said for id in template.authorities if (said := authority(id, library)))]
    basis = f" Rests on: {'; '.join(dict.fromkeys(rests)).removesuffix('.')}." if rests else ""
    return f"{template.title}. {template.teach.strip()}{basis} Without it: {template.missing.strip()}"


def resting_on(authorities: Iterable[str], library: Library) -> str:
    """The authorities behind an item as a sentence to add to its explanation; "" where there are none."""
    rests = [said for id in authorities if (said := authority(id, library))]
    return f" Rests on: {'; '.join(rests)}." if rests else ""


def authority(id: str, library: Library) -> str | None:
    """An authority in one line, with the mark where nobody has read it. None where it is not in the library."""
    if id not in library.authorities:
        return None
    found = library.authorities[id]
    line = found.cite if found.kind in {"statute", "regulation"} else f"{found.name}, {found.cite}"
    return line if found.verified else f"{line} (from general knowledge, not read)"
