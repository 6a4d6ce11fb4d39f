"""The cues of request templates at work: which template of a family fits a passage best, and which words say so."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foiakit.library.collection import Library
from foiakit.library.request import RequestTemplate
from foiakit.model.claim import Span
from foiakit.model.errors import BadFile, Problem
from foiakit.model.suggestion import Reason
from foiakit.scanning.features import CLAIM_FEATURES
from foiakit.scanning.phrases import BadPhrase, Phrasebook
from foiakit.scanning.wordclasses import class_names, word_classes

if TYPE_CHECKING:
    from foiakit.scanning.look import Look

CLASS_CUE = "word:"
"""Before the id of a word class in a template's claim cues: "word:agreement/instrument"."""
CUE_MARK = "#"
"""In the name of a template's phrase cue in the phrasebook; the names of word classes are without it."""


Weighed = tuple[str, float, tuple[tuple[str, float], ...]]
"""A template's id, its score where no cue is seen, and its claim cues with their weights, negative for `against`."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a template fits a passage: the sum of its cues' weights, and each cue that was seen."""

    template: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Cuebook:
    """The cues of all templates that load and all word classes, in one phrasebook.

    `weights` has for each template of a family its base and what each claim cue adds or takes; `phrases` has for each
    phrase cue, by its name, the template and the weight; `speaks` are the families for which one speaks; `problems` are
    of templates that do not load.
    """

    templates: Mapping[str, RequestTemplate]
    families: Mapping[str, tuple[str, ...]]
    weights: Mapping[str, tuple[Weighed, ...]]
    phrases: Mapping[str, tuple[str, float]]
    book: Phrasebook
    speaks: Mapping[str, str]
    problems: tuple[Problem, ...]

    def spoken(self, found: Iterable[str]) -> dict[str, float]:
        """The templates for which phrase cues speak, each with the sum of their weights.

        Args:
            found: The names of the phrase cues seen in a passage, each once.
        """
        spoken: dict[str, float] = {}
        for name in found:
            template, weight = self.phrases[name]
            spoken[template] = spoken.get(template, 0.0) + weight
        return spoken

    def ranked(self, family: str, spoken: Mapping[str, float], features: Container[str]) -> list[tuple[float, str]]:
        """The templates of a family with the sums of their cues' weights, best first; equal ones by their ids.

        Args:
            spoken: What the phrase cues seen add to a template, by its id.
            features: The claim's features and the word classes of the passage.
        """
        scores = []
        for id, base, weights in self.weights.get(family, ()):
            score = base + spoken.get(id, 0.0)
            for name, weight in weights:
                if name in features:
                    score += weight
            scores.append((-score, id))
        scores.sort()
        return [(-score, id) for score, id in scores]

    def fit(
        self, id: str, score: float, found: Mapping[str, Span], features: Mapping[str, Span | None], look: Look
    ) -> Fit:
        """A template's score with the reason of each cue that was seen, heaviest first."""
        cues, text, start = self.templates[id].cues, look.passage.text, look.passage.start
        reasons = []
        for sign, weights in ((1, cues.claim), (-1, cues.against)):
            for name, weight in weights.items():
                if name in features:
                    reasons.append(_reason(name, features[name], sign * weight, text, start))
        for at, cue in enumerate(cues.phrases):
            span = found.get(f"{id}{CUE_MARK}{at}")
            if span is not None:
                words = text[span[0] - start : span[1] - start]
                reasons.append(Reason(cue=cue.name or words.lower(), text=words, span=span, weight=cue.weight))
        return Fit(id, score, tuple(sorted(reasons, key=lambda r: -r.weight)))


def _reason(name: str, span: Span | None, weight: float, text: str, start: int) -> Reason:
    words = text[span[0] - start : span[1] - start] if span else None
    says = CLAIM_FEATURES.get(name) or name.removeprefix(CLASS_CUE)
    return Reason(cue=says, text=words, span=span, weight=weight)


def cuebook(library: Library) -> Cuebook:
    """The cues of a library's templates. The same library gives the same cuebook."""
    kept = library.__dict__.get("_cuebook")
    if kept is None:
        kept = library.__dict__["_cuebook"] = _compiled(library)
    found: Cuebook = kept
    return found


def _compiled(library: Library) -> Cuebook:
    good, problems = library.requests.all()
    known = {*CLAIM_FEATURES, *(CLASS_CUE + name for name in class_names(library))}
    book = word_classes(library).extended()
    speaks: dict[str, str] = {}
    phrases: dict[str, tuple[str, float]] = {}
    templates: dict[str, RequestTemplate] = {}
    families: dict[str, list[str]] = {}
    bad = list(problems)
    for id, template in good.items():
        document = library.requests.book(id).document
        wrong: list[Problem] = []
        for key in ("claim", "against"):
            for name in getattr(template.cues, key):
                if name not in known:
                    wrong.append(
                        document.problem(
                            ("cues", key, name),
                            f"“{name}” is no feature of a claim",
                            remedy=f"The features are {', '.join(CLAIM_FEATURES)}; a word class is written word:ID.",
                        )
                    )
        trial = Phrasebook()
        for at, cue in enumerate(template.cues.phrases):
            for n, phrase in enumerate(cue.any):
                try:
                    trial.add(id, phrase)
                except BadPhrase as error:
                    wrong.append(document.problem(("cues", "phrases", at, "any", n), str(error)))
        if wrong:
            # None of its phrases may be seen: they would speak for a template that is not there.
            bad.extend(wrong)
            continue
        for at, cue in enumerate(template.cues.phrases):
            name = f"{id}{CUE_MARK}{at}"
            for phrase in cue.any:
                book.add(name, phrase)
            phrases[name] = id, cue.weight
            if cue.weight > 0:
                speaks[name] = id.split("/")[0]
        templates[id] = template
        families.setdefault(id.split("/")[0], []).append(id)
    if not templates and bad:
        raise BadFile(*bad)
    listed = {family: tuple(ids) for family, ids in families.items()}
    weights = {family: tuple(_weighed(id, templates[id]) for id in ids) for family, ids in families.items()}
    return Cuebook(templates, listed, weights, phrases, book, speaks, tuple(bad))


def _weighed(id: str, template: RequestTemplate) -> Weighed:
    cues = template.cues
    return id, cues.base, (*cues.claim.items(), *((name, -weight) for name, weight in cues.against.items()))
