"""A release scanned: what each passage claims, and what could be asked about it, with reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

from foiakit.library.collection import Library
from foiakit.model.claim import Claim, Mention, Role, Span
from foiakit.model.errors import NotFound
from foiakit.model.release import Release
from foiakit.model.suggestion import FAMILIES, Reason, Scan, ScannedPassage, Suggestion
from foiakit.scanning import judge
from foiakit.scanning.claims import claims, setting_of
from foiakit.scanning.course import STAGES, Course, Progress
from foiakit.scanning.cues import CLASS_CUE, CUE_MARK, Cuebook, Fit, cuebook
from foiakit.scanning.custodians import custodians
from foiakit.scanning.fields import fields
from foiakit.scanning.judge import Model, Verdict
from foiakit.scanning.look import Look, looks
from foiakit.scanning.reasons import reasons
from foiakit.scanning.recipients import Offices, recipients

MOST = 3
"""Suggestions for one passage; at most one of a family."""
_SIBLINGS = 5
_REASONS = 6
_OTHERS = 4.0
"""Passages that are not picked for each that is: a reporter takes about one in five."""
_CUE_COUNTS, _CUE_MOST = 0.25, 4.0
"""How much the weight of the phrase cues seen moves a family's chance (in log-odds), and up to what weight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A template's standing for a passage: its family's chance, its fit within the family, and why.

    `score` is what a suggestion of it would have; `proposed` says whether it is one.
    """

    template: str
    family: str
    score: float
    chance: float
    fit: float
    proposed: bool
    reasons: tuple[Reason, ...] = ()


@dataclass(slots=True)
class Scanner:
    """Everything that suggestions are made from, loaded once for a library."""

    library: Library
    model: Model
    cues: Cuebook

    def scan(self, release: Release, progress: Progress | None = None) -> Scan:
        """The release with the claim and the suggestions of each passage."""
        course = Course(progress, STAGES * len(release.passages))
        setting = setting_of(release, self.library)
        found, issuer = claims(release, self.library, course, setting), setting.issuer
        offices = self._offices(release, found, issuer)
        seen = looks(release, found, self.cues, course)
        judged = self.model.judge(seen, course)
        verdicts = {look.passage.id: verdict for look, verdict in zip(seen.passages, judged, strict=True)}
        looked = {look.passage.id: look for look in seen.passages}
        passages = []
        for passage in course.over(release.passages):
            claim = found.get(passage.id, Claim())
            suggestions: tuple[Suggestion, ...] = ()
            verdict = verdicts.get(passage.id)
            if verdict is not None and verdict.wanted >= self.model.threshold:
                suggestions = self._suggest(looked[passage.id], claim, verdict, release, offices)
            passages.append(ScannedPassage(passage=passage, claim=claim, suggestions=suggestions))
        return Scan(release=release, passages=tuple(passages), issuer_id=issuer)

    def _suggest(
        self, look: Look, claim: Claim, verdict: Verdict, release: Release, offices: Offices
    ) -> tuple[Suggestion, ...]:
        spans, features = self._evidence(look)
        spoken = self.cues.spoken(spans)
        chances = self.chances(spoken, verdict)
        chosen = list(chances)[:MOST]
        best = chances[chosen[0]] if chosen else 1.0
        learned = reasons(chosen, look, verdict)
        words = frozenset(look.words.lower)
        suggestions: list[Suggestion] = []
        for family in chosen:
            ranked = self.cues.ranked(family, spoken, features)
            score, template = ranked[0]
            suggestions.append(
                Suggestion(
                    template=template,
                    family=family,
                    score=round(_evened(verdict.picked) * chances[family] / best, 4),
                    reasons=_merged(self.cues.fit(template, score, spans, features, look), learned[family]),
                    fields=fields(self.cues.templates[template], family, look.passage, claim, release),
                    alternatives=tuple(id for _, id in ranked[1 : 1 + _SIBLINGS]),
                    recipients=recipients(family, claim, words, offices),
                )
            )
        return tuple(suggestions)

    def chances(self, spoken: Mapping[str, float], verdict: Verdict) -> dict[str, float]:
        """The chance of each family that has templates, likeliest first: the model's, leaning to where cues were seen.

        So a cue that a person writes into a template counts at once, before any training.

        Args:
            spoken: The weights of the phrase cues seen, by template.
        """
        best: dict[str, float] = {}
        for template, weight in spoken.items():
            family = template.split("/")[0]
            best[family] = max(best.get(family, 0.0), weight)
        leaning = {
            family: chance * exp(_CUE_COUNTS * min(_CUE_MOST, best[family])) if family in best else chance
            for family, chance in zip(FAMILIES, verdict.families, strict=True)
        }
        total = sum(leaning.values()) / max(1e-9, sum(verdict.families))
        order = sorted(leaning, key=lambda family: -leaning[family])
        return {family: leaning[family] / total for family in order if family in self.cues.families}

    def _evidence(self, look: Look) -> tuple[dict[str, Span], dict[str, Span | None]]:
        """The phrase cues seen in a passage, and the features and word classes, each with its span."""
        features = dict(look.features)
        found: dict[str, Span] = {}
        for name, span in look.spans.items():
            if CUE_MARK in name:
                found[name] = span
            else:
                features.setdefault(CLASS_CUE + name, span)
        return found, features

    def explain(self, release: Release, passage_id: str) -> tuple[Scored, ...]:
        """Every template's standing for one passage, best first.

        Raises:
            NotFound: No passage has the id, or it is furniture.
        """
        found = claims(release, self.library)
        seen = looks(release, found, self.cues)
        for look, verdict in zip(seen.passages, self.model.judge(seen), strict=True):
            if look.passage.id == passage_id:
                return self._standings(look, verdict)
        known = ", ".join(look.passage.id for look in seen.passages[:8])
        raise NotFound(
            f"no passage that could be asked about is called “{passage_id}”",
            remedy=f"The passages are {known} …; foiakit scan lists them." if known else "The release has no passages.",
        )

    def _standings(self, look: Look, verdict: Verdict) -> tuple[Scored, ...]:
        spans, features = self._evidence(look)
        flagged = verdict.wanted >= self.model.threshold
        spoken = self.cues.spoken(spans)
        chances = self.chances(spoken, verdict)
        ranked = list(chances)
        top = chances[ranked[0]] if ranked else 1.0
        learned = reasons(ranked, look, verdict, against=True)
        standings = []
        for place, family in enumerate(ranked):
            chance = chances[family]
            for at, (score, id) in enumerate(self.cues.ranked(family, spoken, features)):
                fit = self.cues.fit(id, score, spans, features, look)
                standings.append(
                    Scored(
                        template=fit.template,
                        family=family,
                        score=round(_evened(verdict.picked) * chance / top, 4),
                        chance=round(chance, 4),
                        fit=round(fit.score, 3),
                        proposed=flagged and place < MOST and at == 0,
                        reasons=tuple(sorted((*fit.reasons, *learned[family]), key=lambda r: -abs(r.weight))),
                    )
                )
        return tuple(standings)

    def _offices(self, release: Release, found: Mapping[str, Claim], issuer: str | None) -> Offices:
        keepers: dict[str, Mention] = {}
        for claim in found.values():
            for mention in claim.systems:
                if mention.id and mention.role is not Role.PROGRAMME:
                    keepers.setdefault(mention.name, mention)
        return Offices(self.library, issuer, tuple(keepers.values()), custodians(self.library))


def _evened(picked: float) -> float:
    """The chance of being picked as it were if picked passages and others were equally many: 0.5 divides them."""
    return _OTHERS * picked / (_OTHERS * picked + 1 - picked)


def _merged(fit: Fit, learned: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The cues and the learned signs that spoke for a template, heaviest first."""
    both = sorted((*fit.reasons, *learned), key=lambda r: -r.weight)
    return tuple(r for r in both if r.weight > 0)[:_REASONS]


def scanner(library: Library) -> Scanner:
    """The scanner of a library. The same library gives the same scanner.

    Raises:
        BadFile: The model or the word classes cannot be read.
        NotFound: There is no model.
    """
    kept = library.__dict__.get("_scanner")
    if kept is None:
        kept = library.__dict__["_scanner"] = Scanner(library, judge.model(library), cuebook(library))
    found: Scanner = kept
    return found


def scan(release: Release, library: Library, progress: Progress | None = None) -> Scan:
    """What each passage of a release claims, and what could be asked about it, best suggestion first.

    Furniture, sentiment and logistics stay without suggestions. Scores lie in 0 to 1 and compare across passages and
    releases: they say how likely a reporter would take the passage among the first.

    Args:
        progress: Called as a long text is scanned, with how much is done and how much there is.
    """
    return scanner(library).scan(release, progress)


def explain(scan: Scan, passage_id: str, library: Library) -> tuple[Scored, ...]:
    """Every template's score for one passage of a scan, best first, with what speaks for and against.

    Raises:
        NotFound: No passage has the id.
    """
    return scanner(library).explain(scan.release, passage_id)
