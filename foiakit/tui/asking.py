"""Questions to the person, and answers turned into what the draft holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import ValidationError

from foiakit.drafting.draft import Pick, Recipient
from foiakit.drafting.profile import FeeCategory, Requester, WaiverFacts
from foiakit.library.request import RequestTemplate
from foiakit.model.letter import Letter
from foiakit.tui.screens.form import Answers, Question

COMMON = {
    "subject": "The noun for what is asked about, in the release's words or a plainer one",
    "parties": "The parties, separated by semicolons",
    "place": "The place that the request is about",
    "period": "The period, as 2008-01-01/2008-12-31 (.. where open)",
}
WAIVER_ASKS = {
    "operations": "Which operations of the government do the records concern?",
    "contribution": "What would they add to what is already public?",
    "audience": "Whom would you reach, and how?",
    "ability": "What shows that you are able to do it?",
    "no_commercial_interest": "Why is it not primarily in your commercial interest?",
}


def about_pick(
    pick: Pick, template: RequestTemplate, recipients: Sequence[Recipient], names: Mapping[str, str]
) -> list[Question]:
    """The quotation, the fields that the template needs, its others, those that all templates share, and who holds the
    records."""
    asked = [
        Question(
            "quote", "The claim in its shortest exact words (v chooses them too)", pick.quote, f"From: {pick.at.exact}"
        )
    ]
    asks = {**COMMON, **{name: spec.ask for name, spec in template.fields.items()}}
    needed = [name for name, spec in template.fields.items() if not spec.optional]
    for name in dict.fromkeys((*needed, *template.fields, *COMMON)):
        value = pick.fields.get(name, "")
        text = "; ".join(value) if isinstance(value, tuple) else value
        asked.append(Question(f"field.{name}", asks[name], text, note="needed" if name in needed else ""))
    holders = ", ".join(f"{names.get(r.id, r.id)} = {r.id}" for r in recipients)
    asked.append(
        Question("held_by", "Held by (office ids, separated by commas)", ", ".join(pick.held_by), note=holders)
    )
    return asked


def filled(pick: Pick, answers: Answers) -> Pick:
    """The pick with the answers in it.

    Raises:
        ValidationError: An answer does not fit, such as a quotation that the passage does not hold.
    """
    fields: dict[str, str | tuple[str, ...]] = {}
    for key, answer in answers.items():
        name = key.removeprefix("field.")
        if not key.startswith("field.") or not answer:
            continue
        before = pick.fields.get(name)
        many = isinstance(before, tuple) or (name == "parties" and ";" in answer)
        fields[name] = tuple(a.strip() for a in answer.split(";") if a.strip()) if many else answer
    held = tuple(h.strip() for h in answers["held_by"].split(",") if h.strip())
    return Pick.model_validate({**dict(pick), "quote": answers["quote"], "fields": fields, "held_by": held})


def wrong_with(pick: Pick, answers: Answers) -> str | None:
    """What is wrong with the answers, in one line."""
    period = answers.get("field.period", "")
    if period and not _is_period(period):
        return f"“{period}” is no period: write it as 2008-01-01/2008-12-31, with .. where it is open."
    try:
        filled(pick, answers)
    except ValidationError as error:
        return _first(error)
    return None


def _is_period(text: str) -> bool:
    from datetime import date

    first, slash, last = text.partition("/")
    try:
        days = [date.fromisoformat(part) for part in (first, last) if part != ".."]
    except ValueError:
        return False
    return bool(slash) and days == sorted(days)


def about_requester(known: Requester | None) -> list[Question]:
    """Who asks. What is left empty is not said in any letter."""

    def text(name: str) -> str:
        value = getattr(known, name, None)
        if isinstance(value, bool):
            return "yes" if value else "no"
        return "; ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)

    waiver = known.waiver if known else WaiverFacts()
    return [
        Question("name", "Your name", text("name"), note="needed"),
        Question("role", "Your role", text("role")),
        Question("organization", "Outlet or organization", text("organization")),
        Question("email", "E-mail", text("email"), note="an e-mail or a postal address is needed"),
        Question("phone", "Telephone", text("phone")),
        Question("address", "Postal address, lines separated by semicolons", text("address")),
        Question(
            "fee_category",
            "Fee category under the federal act",
            text("fee_category"),
            note="only if it is true of you",
            options=tuple(c.value for c in FeeCategory),
        ),
        Question(
            "category_facts", "What makes it true (outlet, work, plan), separated by semicolons", text("category_facts")
        ),
        Question("ceiling", "The most you will pay without being asked, in dollars", text("ceiling")),
        Question("residence", "State whose resident you are, as us-tn", text("residence"), note="only if it is true"),
        Question("citizen_of", "State whose citizen you are, as us-tn", text("citizen_of")),
        Question("us_citizen", "Are you a citizen of the United States?", text("us_citizen"), options=("yes", "no")),
        Question(
            "commercial_purpose", "Is it for a commercial purpose?", text("commercial_purpose"), options=("yes", "no")
        ),
        *(
            Question(f"waiver.{name}", f"Fee waiver: {ask}", getattr(waiver, name) or "")
            for name, ask in WAIVER_ASKS.items()
        ),
    ]


def requester(answers: Answers, known: Requester | None) -> Requester:
    """Who asks, as answered; what the form does not ask stays as it was.

    Raises:
        ValidationError: An answer does not fit.
    """
    data: dict[str, object] = dict(known) if known is not None else {}
    facts: dict[str, str | None] = {}
    for key, answer in answers.items():
        if key.startswith("waiver."):
            facts[key.removeprefix("waiver.")] = answer or None
        elif key in {"address", "category_facts"}:
            data[key] = tuple(a.strip() for a in answer.split(";") if a.strip())
        else:
            data[key] = answer or None
    return Requester.model_validate({**data, "waiver": facts})


def wrong_with_requester(answers: Answers, known: Requester | None) -> str | None:
    """What is wrong with the answers, in one line."""
    try:
        requester(answers, known)
    except ValidationError as error:
        return _first(error)
    return None


def _first(error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(str(step) for step in first["loc"])
    says = str(first["msg"]).removeprefix("Value error, ")
    return f"{where}: {says}" if where else says


def summary(letter: Letter) -> str:
    """A letter in one line: law, items, footnotes, when an answer is due."""
    due = f"due {letter.due.day}" if letter.due.day else (letter.due.note or "no day in the law")
    return f"{letter.law} · {_many(len(letter.items), 'item')} · {_many(len(letter.notes), 'note')} · {due}"


def _many(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
