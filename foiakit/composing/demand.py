"""What a law wants the requester to say: residence, certifications, purpose. Only what is true of them is said."""

from __future__ import annotations

from collections.abc import Iterable

from foiakit.composing.result import Missing, Stopped
from foiakit.composing.sandbox import TemplateProblem, words
from foiakit.composing.spans import blocks
from foiakit.drafting.profile import Requester
from foiakit.law import LawInForce
from foiakit.library.law import Demand, Statement
from foiakit.model.letter import Clause, Source

_EMPTY = {"", "no", "none", "false"}


def statements(law: LawInForce, requester: Requester, off: Iterable[str] = ()) -> tuple[Clause, ...]:
    """The statements that the law asks for and the profile holds, each as a clause.

    Raises:
        Stopped: One is required, and no fact of the profile meets it: the question, and what to do.
    """
    out: list[Clause] = []
    missing: list[Missing] = []
    for demand in law.demands:
        id = f"statement/{demand.id}"
        if id in off and not demand.required:
            continue
        chosen = met(demand, requester)
        if chosen is None:
            if demand.required and demand.statements:
                missing.append(unmet(demand, law))
            continue
        try:
            text = words(chosen.says).render(facts(requester))
        except TemplateProblem as problem:
            missing.append(
                Missing(
                    kind="requester",
                    at="requester",
                    says=f"{demand.ask} The sentence for it needs a fact that the profile lacks: {problem.says}",
                    ask=demand.ask,
                    remedy="Add it to the profile.",
                )
            )
            continue
        out.append(
            Clause(
                id=id,
                blocks=blocks(text),
                source=Source(kind="person", ref=f"requester.{chosen.fact}"),
                explains=f"{demand.ask} {law.act.name} asks for it{f', {demand.cite}' if demand.cite else ''}."
                + (f" Where it is not true: {demand.otherwise}" if demand.otherwise else ""),
            )
        )
    if missing:
        raise Stopped(*missing)
    return tuple(out)


def met(demand: Demand, requester: Requester) -> Statement | None:
    """The first statement that is true of the requester."""
    for statement in demand.statements:
        value = requester.fact(statement.fact)
        if value is None:
            continue
        if statement.equals is not None and value.casefold() == statement.equals.casefold():
            return statement
        if statement.equals is None and value.casefold() not in _EMPTY:
            return statement
    return None


def unmet(demand: Demand, law: LawInForce) -> Missing:
    """The question that a required statement leaves open."""
    names = list(dict.fromkeys(s.fact for s in demand.statements))
    values = ", ".join(f"{s.fact}: {s.equals or '…'}" for s in demand.statements)
    return Missing(
        kind="requester",
        at=f"requester.{names[0]}",
        says=f"{law.act.name}{f' ({demand.cite})' if demand.cite else ''}: {demand.ask}",
        ask=demand.ask,
        remedy=f"{demand.otherwise} " * bool(demand.otherwise) + f"If true, add to the profile: {values}.",
    )


def facts(requester: Requester) -> dict[str, str]:
    """Every fact of the profile by name, as the sentences of a pack may use them."""
    named = (*type(requester).model_fields, *requester.statements)
    return {name: value for name in named if (value := requester.fact(name)) is not None}


def by_hand(law: LawInForce) -> tuple[str, ...]:
    """What the law wants and nobody can print for the person: a form, a notary, the body of the e-mail."""
    return tuple(d.by_hand for d in law.demands if d.by_hand)
