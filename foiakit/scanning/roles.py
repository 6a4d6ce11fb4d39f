"""What part a named body plays in a passage: party to an agreement, keeper of a system, source of a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from foiakit.model.claim import Mention, Role, Span, Speaker
from foiakit.scanning.lexicon import Roles as RoleWords
from foiakit.scanning.names import Name, What
from foiakit.scanning.setting import Setting

_JOINED = re.compile(r"(?: \([^)]{1,14}\))?(?:,? and (?:the |its |their )?|, (?:the )?| & )$")
_BY = re.compile(r"\b(?:by|between|among|of|from|with)(?: the)? $")
_VERB = re.compile(r"(?: \([^)]{1,14}\))? ([a-z]+)")


def _phrases(words: tuple[str, ...]) -> str:
    parts = []
    for word in sorted(words, key=len, reverse=True):
        parts.append(re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+"))
    return "|".join(parts)


@dataclass(frozen=True, slots=True)
class RoleReader:
    """Gives roles by the words beside a name. Made once for a library."""

    agreement: re.Pattern[str]
    keeper: re.Pattern[str]
    source: re.Pattern[str]
    recipient: re.Pattern[str]
    actor_after: frozenset[str]

    @classmethod
    def of(cls, words: RoleWords) -> RoleReader:
        """With the words of templates/scanning/roles.yaml."""
        before = r"(?: the| its| their)? $"
        return cls(
            agreement=re.compile(rf"\b(?:{_phrases(words.agreement)})\b", re.I),
            keeper=re.compile(rf"\b(?:{_phrases(words.keeper_before)}){before}", re.I),
            source=re.compile(rf"\b(?:{_phrases(words.source_before)}){before}", re.I),
            recipient=re.compile(rf"\b(?:{_phrases(words.recipient_before)}){before}", re.I),
            actor_after=frozenset(words.actor_after),
        )

    def mentions(
        self, text: str, names: list[Name], setting: Setting, offset: int, speaker: Speaker | None = None
    ) -> tuple[tuple[Mention, ...], tuple[Mention, ...], tuple[Mention, ...]]:
        """Bodies, systems and programmes, and parties, each once, in order.

        A body that only stands in a speaker's title does nothing in the passage.

        Args:
            offset: Where the passage begins in the release's text; spans are moved by it.
            speaker: Who is quoted in this passage.
        """
        if not names:
            return (), (), ()
        title = _title(text, speaker, offset)
        titled = {n for n in names if title[0] <= n.span[0] and n.span[1] <= title[1]}
        acting = _once([n for n in names if n.what is What.BODY and n not in titled])
        done = {n.id or n.name for n in acting}
        only_titled = _once([n for n in names if n in titled and n.what is What.BODY])
        companies = _once([n for n in names if n.what is What.COMPANY])
        things = _once([n for n in names if n.what in {What.SYSTEM, What.PROGRAMME}])
        joined = _joined(text, names)
        others = len(companies) + sum(1 for n in acting if not setting.issuer or n.id != setting.issuer)
        agreed = others > 0 and bool(self.agreement.search(text))
        together = agreed and len(acting) + len(companies) + bool(setting.issuer) > 1
        agencies = []
        parties = []
        for name in acting:
            role = self._role(text, name, setting, agreed=together or name in joined)
            mention = _mention(text, name, role, offset)
            agencies.append(mention)
            if together or name in joined:
                parties.append(mention)
        agencies += [_mention(text, n, Role.SPEAKER, offset) for n in only_titled if (n.id or n.name) not in done]
        agencies.sort(key=lambda m: m.span)
        vendors = [_mention(text, n, Role.VENDOR, offset) for n in companies]
        systems = [_mention(text, n, Role.SYSTEM if n.what is What.SYSTEM else Role.PROGRAMME, offset) for n in things]
        found = sorted([*parties, *vendors], key=lambda m: m.span)
        return tuple(agencies), tuple(systems), tuple(found)

    def _role(self, text: str, name: Name, setting: Setting, *, agreed: bool) -> Role:
        start, end = name.span
        before = text[max(0, start - 40) : start]
        if setting.issuer and name.id == setting.issuer:
            return Role.ISSUER
        if self.recipient.search(before):
            return Role.RECIPIENT
        if self.keeper.search(before):
            return Role.KEEPER
        if self.source.search(before):
            return Role.SOURCE
        if agreed:
            return Role.PARTNER
        verb = _VERB.match(text, end)
        if verb and (verb[1] in self.actor_after or (verb[1].endswith(("ed", "es")) and len(verb[1]) > 4)):
            return Role.ACTOR
        return Role.MENTIONED


def _title(text: str, speaker: Speaker | None, offset: int) -> Span:
    """Where the speaker's title stands in a passage that names the speaker; nowhere, as (0, 0)."""
    if speaker is None or not speaker.title:
        return 0, 0
    start = speaker.span[0] - offset
    if not 0 <= start < len(text):
        return 0, 0
    at = text.find(speaker.title, max(0, start - len(speaker.title) - 8), start + len(speaker.title) + 40)
    return (at, at + len(speaker.title)) if at >= 0 else (0, 0)


def _once(names: list[Name]) -> list[Name]:
    """Each bearer once, where it is first named outright (not as "the agency")."""
    best: dict[str, Name] = {}
    for name in names:
        key = name.id if name.id and name.what is What.BODY else name.name
        if key not in best or (best[key].again and not name.again):
            best[key] = name
    return sorted(best.values(), key=lambda n: n.span)


def _joined(text: str, names: list[Name]) -> set[Name]:
    """Bodies that the text joins as doers of one thing: "developed by the Departments of Justice and of Energy"."""
    found: set[Name] = set()
    bodies = [n for n in names if n.what is What.BODY]
    for first, second in pairwise(bodies):
        gap = text[first.span[1] : second.span[0]]
        if (
            len(gap) < 24
            and " and " in gap
            and _JOINED.fullmatch(gap)
            and (_BY.search(text[max(0, first.span[0] - 14) : first.span[0]]) or first in found)
        ):
            found |= {first, second}
    return found


def _mention(text: str, name: Name, role: Role, offset: int) -> Mention:
    start, end = name.span
    return Mention(name=name.name, text=text[start:end], span=(start + offset, end + offset), id=name.id, role=role)
