"""Who and what a release names: bodies, programmes, systems, companies; by name, alias or a short form it gives."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from foiakit.library.collection import Library
from foiakit.model.claim import Span
from foiakit.model.errors import NotFound
from foiakit.model.release import Release
from foiakit.offices import directory as directory_of
from foiakit.offices.directory import Directory
from foiakit.offices.mentions import Hit, Mentions, Sort
from foiakit.scanning.bodies import LocalBodies, by_form
from foiakit.scanning.lexicon import Bodies, lexicon
from foiakit.scanning.numerals import either
from foiakit.scanning.places import Places
from foiakit.scanning.publisher import Publishers
from foiakit.scanning.setting import Setting
from foiakit.scanning.tokens import Taken

_WORD = re.compile(r"\w+")
_CAPITALS = re.compile(r"[A-Z0-9]\w*")
_SHORT = r"[A-Z][A-Za-z0-9&./-]{1,11}|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}"
_INTRODUCED = re.compile(rf" \((?:the )?[\"“”']?({_SHORT})[\"“”']?\)")
_OWNED = re.compile(r"(?:[\w&.-]+ ){0,3}?[\w&.-]+(?:'s|’s|s'|s’) (?=[A-Z])")
_SENTENCE = re.compile(r"\b[a-z]{5,}")  # none stands in a headline, whose words look all like names
_SMALL = frozenset({"of", "and", "the", "for", "on", "to", "in", "a", "an", "at", "by", "with", "&"})
_BACK = re.compile(r"[\w&'’./-]+")


class What(StrEnum):
    """What a name stands for."""

    BODY = "body"
    SYSTEM = "system"
    PROGRAMME = "programme"
    COMPANY = "company"
    NOTHING = "nothing"
    """A short form that the release gives to something else ("Corporate Integrity Agreement (CIA)")."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a passage: its span there, what it stands for, and the office's id where one is known."""

    span: Span
    what: What
    name: str
    id: str | None
    again: bool = False
    """True for "the agency", "the sheriff's office": the bearer was named before."""


@dataclass(slots=True)
class Told:
    """What a release has told so far: the short forms it introduced, and the last body of each kind ("sheriff")."""

    setting: Setting
    short: dict[str, Name] = field(default_factory=dict)
    named: dict[str, Name] = field(default_factory=dict)
    pattern: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class NameReader:
    """Finds names. Made once for a library."""

    directory: Directory
    mentions: Mentions
    heads: frozenset[str]
    places: Places
    bodies: LocalBodies
    publishers: Publishers
    company: re.Pattern[str]
    company_hint: frozenset[str]
    tails: re.Pattern[str]
    tail_sorts: dict[str, What]
    tail_hint: frozenset[str]
    again: re.Pattern[str]
    again_roles: dict[str, str]
    again_hint: frozenset[str]
    """Words of which one stands in any text that names a body again, by `again` or as the issuer."""
    issuer_any: tuple[str, ...]
    issuer_named: re.Pattern[str]
    words: Bodies

    @classmethod
    def of(cls, library: Library) -> NameReader:
        """With the library's directory and templates/scanning/bodies.yaml."""
        words = lexicon(library, "bodies", Bodies)
        directory = directory_of(library)
        mentions = directory.mentions
        places = Places.of(words, directory)
        bodies = LocalBodies.of(words, places)
        run = r"[A-Z][\w&'’-]*(?:\.[A-Z]\.?)?(?:(?: |, (?=Inc|LLC|L\.L\.C|Corp|Ltd)| & )[A-Z][\w&'’-]*){0,5}"
        again = by_form(words.again)
        tails = dict.fromkeys(words.system_tails, What.SYSTEM) | dict.fromkeys(words.programme_tails, What.PROGRAMME)
        return cls(
            directory=directory,
            mentions=mentions,
            heads=frozenset(mentions.heads),
            places=places,
            bodies=bodies,
            publishers=Publishers(directory, places, bodies, words),
            company=re.compile(rf"\b({run}),? (?:{either(words.companies)})(?!\w)"),
            company_hint=frozenset(re.sub(r"\W", "", c).lower() for c in words.companies),
            tails=re.compile(
                rf"\b(?:Operation (?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,2}})|[A-Z][\w'’-]*(?:(?: | and | of "
                rf"| for | & )[A-Z][\w'’-]*){{0,5}}? (?P<tail>{either(tails)}))(?![\w])"
            ),
            tail_sorts=tails,
            tail_hint=frozenset(t.lower().split()[-1] for t in tails) | {"operation"},
            again=re.compile(rf"\b(?:[Tt]he|[Tt]heir|[Ii]ts|[Oo]ur) ({either(again)})(?!\w)", re.I),
            again_roles={k.lower(): v for k, v in again.items()},
            again_hint=frozenset(_WORD.findall(form.lower())[0] for form in (*again, *words.issuer_again["named"]))
            | {_WORD.findall(phrase)[-1] for phrase in words.issuer_again["any"]},
            issuer_any=tuple(words.issuer_again["any"]),
            issuer_named=re.compile(
                rf"\b[Tt]he ({either(words.issuer_again['named'])})(?![\w-]| of | for | on [A-Z]| [A-Z])"
            ),
            words=words,
        )

    def setting(self, release: Release) -> Setting:
        """Where the release speaks from, by its front matter, its issuer and its dateline."""
        return self.publishers.setting(release)

    def read(self, text: str, words: set[str], told: Told) -> list[Name]:
        """The names of a passage in order, none overlapping. `told` grows with what the passage introduces."""
        candidates: list[Name] = []
        capitals = set(_CAPITALS.findall(text))
        if not self.heads.isdisjoint(capitals):
            candidates += (self._directory(hit, text, told.setting) for hit in self.mentions.find(text))
        if not words.isdisjoint(self.bodies.hint) and capitals:
            for body in self.bodies.find(text, told.setting, words):
                candidates.append(Name(body.span, What.BODY, body.name, body.id))
        if not words.isdisjoint(self.tail_hint) and _SENTENCE.search(text):
            things = [c for c in candidates if c.what in {What.SYSTEM, What.PROGRAMME}]
            bodies = sorted((c for c in candidates if c.what is What.BODY), key=lambda c: c.span)
            tailed = (_without_owner(n, bodies, self.tail_sorts) for n in self._tailed(text, told.setting))
            known = Taken(len(text), (n.span for n in things))
            candidates += [n for n in tailed if n is not None and n.span not in known]
        if not words.isdisjoint(self.company_hint):
            for match in self.company.finditer(text):
                start, name = self.places.trimmed(match[0], match.start())
                in_words = name.split(" ")[-1].isalpha()  # "New Technologies", against "Acme, Inc."
                if name.count(" ") and len(name) > 4 and (not in_words or _SENTENCE.search(text)):
                    candidates.append(Name((start, match.end()), What.COMPANY, name, None))
        if told.pattern:
            for match in told.pattern.finditer(text):
                short = told.short[match[0]]
                candidates.append(Name(match.span(), short.what, short.name, short.id))
        chosen = _longest(candidates, told.short)
        if "(" in text:
            chosen = self._introduce(text, chosen, told)
        if not words.isdisjoint(self.again_hint):
            chosen += self._again(text, chosen, told)
        chosen.sort(key=lambda n: n.span)
        kept = [n for n in chosen if n.what is not What.NOTHING]
        told.named.update((n.id.rsplit("/", 1)[-1], n) for n in kept if n.what is What.BODY and n.id and not n.again)
        return kept

    def _directory(self, hit: Hit, text: str, setting: Setting) -> Name:
        entity = hit.entity
        span = (hit.start, hit.end)
        words = text[hit.start : hit.end]
        if setting.federal is not True and words.istitle() and words.isalpha():
            return Name(span, What.NOTHING, entity.name, None)  # "State", "Labor": words of many governments
        if (
            entity.federal_context
            and setting.federal is False
            and not text[max(0, hit.start - 8) : hit.start].lower().endswith(("federal ", "u.s. "))
        ):
            return Name(span, What.NOTHING, entity.name, None)
        if entity.ambiguous and words.istitle() and words.isalpha():
            return Name(span, What.NOTHING, entity.name, None)
        id: str | None = entity.id
        if entity.ambiguous:
            root = "/".join((setting.issuer or "?").split("/")[:2])
            id = next((i for i in (entity.id, *entity.also) if i == setting.issuer or i.startswith(root + "/")), None)
        what = {Sort.SYSTEM: What.SYSTEM, Sort.PROGRAMME: What.PROGRAMME}.get(entity.sort, What.BODY)
        return Name(span, what, entity.name, id)

    def _tailed(self, text: str, setting: Setting) -> Iterator[Name]:
        """Systems and programmes that the directory does not know; the issuer most likely keeps their records."""
        for match in self.tails.finditer(text):
            start, name = self.places.trimmed(match[0], match.start())
            if (owned := _OWNED.match(name)) is not None:
                start, name = start + owned.end(), name[owned.end() :]
            if name.count(" ") < 1:
                continue
            what = self.tail_sorts[match["tail"]] if match["tail"] else What.PROGRAMME
            if what is What.SYSTEM and name.split(" ")[-2] in self.words.no_record_systems:
                continue  # a school system keeps pupils, not records
            yield Name((start, match.end()), what, name, setting.issuer)

    def _introduce(self, text: str, chosen: list[Name], told: Told) -> list[Name]:
        """Learns the short forms that a passage introduces: "Secure Communities (SC)"."""
        learnt = False
        ending = {n.span[1]: n for n in chosen}
        beginning = {n.span[0]: n for n in chosen}
        begins = [n.span[0] for n in chosen]
        dropped: set[int] = set()
        for match in _INTRODUCED.finditer(text):
            short = match[1]
            owner = ending.get(match.start())
            if owner is None:
                phrase = _spelled_out(text, match.start(), short)
                if phrase is None:
                    continue
                at = bisect_right(begins, phrase[0]) - 1
                around = chosen[at] if at >= 0 and phrase[1] <= chosen[at].span[1] else None
                owner = around or Name(phrase, What.NOTHING, text[phrase[0] : phrase[1]], None)
            inside = [n for at in range(*match.span(1)) if (n := beginning.get(at)) and n.span[1] <= match.end(1)]
            if any(n.id == owner.id and owner.id for n in inside) and self.mentions.get(short):
                dropped.update(n.span[0] for n in inside)
                continue
            if len(short) < 2 or (short.istitle() and owner.what is What.NOTHING):
                continue
            told.short[short] = Name((0, 0), owner.what, owner.name, owner.id)
            learnt = True
            dropped.update(n.span[0] for n in inside)
        if learnt:
            told.pattern = re.compile(rf"(?<![\w-])(?:{either(told.short)})(?![\w])")
        return [n for n in chosen if n.span[0] not in dropped]

    def _again(self, text: str, chosen: list[Name], told: Told) -> Iterator[Name]:
        """ "The agency", "the Department", "the sheriff's office": bodies named before."""
        low = text.lower()
        setting = told.setting
        taken = Taken(len(text), (n.span for n in chosen))
        if setting.issuer:
            for phrase in self.issuer_any:
                at = low.find(phrase)
                if at >= 0 and not text[at + len(phrase) : at + len(phrase) + 1].isalnum():
                    yield self._issuer((at, at + len(phrase)), setting)
            for match in self.issuer_named.finditer(text):
                if match[1] in setting.issuer_name and match.span() not in taken:
                    yield self._issuer(match.span(), setting)
        latest = dict(told.named)
        latest |= {n.id.rsplit("/", 1)[-1]: n for n in chosen if n.what is What.BODY and n.id}
        for match in self.again.finditer(text):
            role = self.again_roles[match[1].lower()]
            before = latest.get(role)
            if setting.issuer and setting.issuer.endswith("/" + role):
                yield self._issuer(match.span(), setting)
            elif before and match.span() not in taken:
                yield Name(match.span(), What.BODY, self.official(before), before.id, again=True)

    def _issuer(self, span: Span, setting: Setting) -> Name:
        issuer = Name(span, What.BODY, setting.issuer_name, setting.issuer, again=True)
        return replace(issuer, name=self.official(issuer))

    def official(self, name: Name) -> str:
        """The office's own name, where the text named a part of it."""
        return self._office(name.id) or name.name

    def led(self, name: Name) -> str:
        """The name of a body as a speaker's agency; the department's, where the text named who heads it."""
        if name.id and name.name.endswith(("General", "Attorney", "Attorneys", "Secretary")):
            return self._office("/".join(name.id.split("/")[:2]) if name.id.startswith("us/") else name.id) or name.name
        return name.name

    def _office(self, id: str | None) -> str | None:
        try:
            return self.directory.office(id).name if id else None
        except NotFound:
            return None


def _without_owner(name: Name, bodies: list[Name], tails: dict[str, What]) -> Name | None:
    """ "Grant Program" of "Oregon Department of Justice Grant Program": the body's own name stays the body's."""
    start, end = name.span
    at = bisect_right(bodies, start, key=lambda b: b.span[0]) - 1
    for body in bodies[max(0, at - 3) : at + 1]:
        if body.span[0] <= start < body.span[1] < end:
            cut = body.span[1] - start
            rest = name.name[cut:]
            rest = rest.lstrip(" '’s") if rest.startswith(("'", "’")) else rest.lstrip()
            if rest in tails:
                return replace(name, id=body.id or name.id)  # "Homeland Security Task Force"
            if rest.count(" ") < 1:
                return None
            return replace(name, span=(end - len(rest), end), name=rest, id=body.id or name.id)
    return name


def _longest(names: list[Name], short: dict[str, Name]) -> list[Name]:
    """The longest names, none overlapping another; what the release itself introduced wins over equal ones."""
    kept: list[Name] = []
    taken = Taken(max((n.span[1] for n in names), default=0))
    introduced = {s.name for s in short.values()}
    for name in sorted(
        names,
        key=lambda n: (
            n.span[0] - n.span[1],
            n.name not in introduced,
            n.what is What.NOTHING,
            n.id is None,
        ),
    ):
        if name.span not in taken:
            taken.add(name.span)
            kept.append(name)
    return sorted(kept, key=lambda n: n.span)


def _spelled_out(text: str, end: int, short: str) -> Span | None:
    """The words before `end` whose initials are the short form: "Corporate Integrity Agreement" for CIA."""
    letters = [c.lower() for c in short if c.isalnum()]
    if len(letters) < 2 or not short[:2].isupper():
        return None
    words = list(_BACK.finditer(text, max(0, end - 90), end))
    at = len(letters) - 1
    start = end
    for word in reversed(words):
        initial = word[0][0].lower()
        if initial == letters[at]:
            start, at = word.start(), at - 1
            if at < 0:
                return start, words[-1].end()
        elif word[0].lower() not in _SMALL:
            return None
    return None
