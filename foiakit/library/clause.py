"""Clauses and their order: templates/clauses/<group>/<name>.yaml and templates/letters/<kind>.yaml."""

from __future__ import annotations

from foiakit.files.schema import Written


class ClauseTemplate(Written):
    """One clause of a letter.

    `when` is a Jinja expression; a clause whose condition is false is left out. `text` is Markdown (emphasis and
    bullets only) with Jinja over `law`, `office`, `requester`, `letter`, `items`. `law` names the fields of the law
    pack that it states: a doubtful or missing one leaves the clause out. `missing` says what is lost without it.
    """

    title: str
    heading: str | None = None
    when: str | None = None
    text: str
    law: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()
    teach: str
    missing: str


class LetterOrder(Written):
    """The order of clauses for one kind of letter; `items` and `exhibit` mark where those stand."""

    title: str
    use_when: str
    clauses: tuple[str, ...]
