"""Phrases as people write them in templates, found in a passage's words in one pass.

In a phrase `*` at the end of a word matches its endings ("convict*"), `…` up to six words between, `a/b` either word,
`#` any number, `^` the first word of the passage. A phrase in lower case matches any case; one with capitals ("MOU",
"Act") matches only as written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from foiakit.scanning.words import Words, words

GAP = 6
_CACHE = 50_000

Found = tuple[str, int, int]
"""A name, and the first and last-but-one word of the phrase that was found under it."""
_Step = frozenset[int] | None
"""The written words of which one stands next; None for a gap."""
_Phrase = tuple[str, tuple[_Step, ...], bool]
"""A name, the steps after the first word, and whether the phrase opens a passage."""
_Token = tuple[frozenset[int], tuple[_Phrase, ...], frozenset[int] | None]
"""The written words that a token is, the phrases it begins, and what may stand second in them: None for anything."""


class BadPhrase(ValueError):
    """A phrase that cannot be matched: empty, a lone `…`, or a word that is only a star."""


@dataclass(slots=True)
class Phrasebook:
    """Many named phrases, indexed by their first word.

    Words of a text are looked up once each and remembered, so that the cost hardly grows with the number of phrases.
    """

    _exact: dict[str, int] = field(default_factory=dict)
    _prefix: dict[str, int] = field(default_factory=dict)
    _cased: dict[str, int] = field(default_factory=dict)
    _phrases: dict[int, list[_Phrase]] = field(default_factory=dict)
    _known: dict[str, _Token] = field(default_factory=dict)
    _shortest: int = 99
    _next: int = 1
    names: set[str] = field(default_factory=set)

    def add(self, name: str, phrase: str) -> None:
        """Adds a phrase under a name.

        Raises:
            BadPhrase: Nothing could match it.
        """
        parts = phrase.split()
        first = parts[:1] == ["^"]
        if first:
            parts = parts[1:]
        steps: list[frozenset[int] | None] = []
        for part in parts:
            if part == "…":
                if not steps or steps[-1] is None:
                    raise BadPhrase(f"“{phrase}”: “…” stands between two words")
                steps.append(None)
                continue
            steps.extend(self._steps(part, phrase))
        if not steps or steps[-1] is None:
            raise BadPhrase(f"“{phrase}” has no word to end with")
        self.names.add(name)
        head = steps[0]
        assert head is not None
        for key in sorted(head):
            self._phrases.setdefault(key, []).append((name, tuple(steps[1:]), first))
        self._known.clear()

    def _steps(self, part: str, phrase: str) -> Iterator[frozenset[int]]:
        """One written word as the tokens it is seen as: "data-sharing" is three, "sign*/enter*" a choice of one."""
        choices = [c for c in part.split("/") if c] or [part]
        if len(choices) > 1:
            yield frozenset(self._id(choice) for choice in choices)
            return
        star = part.endswith("*")
        pieces = words(part[:-1] if star else part).raw
        if not pieces:
            raise BadPhrase(f"“{phrase}”: “{part}” is no word")
        for index, piece in enumerate(pieces):
            yield frozenset({self._id(piece + "*" if star and index == len(pieces) - 1 else piece)})

    def _id(self, word: str) -> int:
        if word.endswith("*"):
            stem = word[:-1].lower()
            if not stem:
                raise BadPhrase("a word cannot be only “*”")
            self._shortest = min(self._shortest, len(stem))
            table, key = self._prefix, stem
        elif word != word.lower():
            table, key = self._cased, word
        else:
            table, key = self._exact, word.replace("’", "'").removesuffix("'s")
        if key not in table:
            table[key] = self._next
            self._next += 1
        return table[key]

    def _token(self, raw: str, low: str) -> _Token:
        """What a token can begin."""
        ids = self._ids(raw, low)
        phrases = tuple(phrase for key in ids for phrase in self._phrases.get(key, ()))
        follows = [steps[0] if steps else None for _, steps, _ in phrases]
        seconds = None if None in follows else frozenset[int]().union(*(step for step in follows if step is not None))
        token = ids, phrases, seconds
        if len(self._known) > _CACHE:
            self._known.clear()
        self._known[raw] = token
        return token

    def _ids(self, raw: str, low: str) -> frozenset[int]:
        """The written words that this token is."""
        ids = {self._exact.get(low, 0), self._cased.get(raw, 0)}
        if raw.endswith(("'s", "’s")):
            ids.add(self._cased.get(raw[:-2], 0))
        if low[:1].isdigit():
            ids.add(self._exact.get("#", 0))
        for size in range(self._shortest, len(low) + 1):
            if (found := self._prefix.get(low[:size])) is not None:
                ids.add(found)
        ids.discard(0)
        return frozenset(ids)

    def extended(self) -> Phrasebook:
        """A copy to which more phrases can be added."""
        return Phrasebook(
            dict(self._exact),
            dict(self._prefix),
            dict(self._cased),
            {key: list(phrases) for key, phrases in self._phrases.items()},
            {},
            self._shortest,
            self._next,
            set(self.names),
        )

    def find(self, tokens: Words) -> list[Found]:
        """Every phrase in the passage: its name, its first word, and the word after its last."""
        known = self._known
        seen = [known.get(raw) or self._token(raw, low) for raw, low in zip(tokens.raw, tokens.lower, strict=True)]
        ids = [one[0] for one in seen]
        nothing: frozenset[int] = frozenset()
        found: list[Found] = []
        for at, ((_, phrases, seconds), after) in enumerate(zip(seen, [*ids[1:], nothing], strict=False)):
            # Most words begin no phrase that could go on with the word that follows: one look at both tells.
            if seconds is not None and seconds.isdisjoint(after):
                continue
            for name, steps, first in phrases:
                if steps and steps[0] is not None and steps[0].isdisjoint(after):
                    continue
                if first and at > 0 and any(raw[0].isalnum() for raw in tokens.raw[:at]):
                    continue
                end = _rest(ids, at + 1, steps)
                if end:
                    found.append((name, at, end))
        return found


def _rest(ids: list[frozenset[int]], at: int, steps: tuple[_Step, ...]) -> int:
    """The word after the phrase whose remaining steps are `steps`, or 0 where they do not follow."""
    for index, step in enumerate(steps):
        if step is None:
            rest = steps[index + 1 :]
            for skip in range(GAP + 1):
                if at + skip >= len(ids):
                    return 0
                if ids[at + skip] & rest[0] and (end := _rest(ids, at + skip + 1, rest[1:])):  # type: ignore[operator]
                    return end
            return 0
        if at >= len(ids) or not ids[at] & step:
            return 0
        at += 1
    return at


def phrasebook(named: Iterable[tuple[str, Iterable[str]]]) -> Phrasebook:
    """A phrasebook of names with their phrases."""
    book = Phrasebook()
    for name, phrases in named:
        for phrase in phrases:
            book.add(name, phrase)
    return book
