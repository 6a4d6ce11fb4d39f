"""State and local bodies without an entry in the directory: "Imperial County Sheriff's Office", "Salem Police"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from foiakit.model.claim import Span
from foiakit.model.errors import NotFound
from foiakit.offices.local import slug
from foiakit.scanning.lexicon import Bodies as BodyWords
from foiakit.scanning.numerals import either
from foiakit.scanning.places import RUN, Places
from foiakit.scanning.setting import Setting

_CAP = r"[A-Z][\w&-]+"
_NOT_TITLE = (
    r"(?!(?:Director|Secretary|Commissioner|Chief|Chair|Executive|Superintendent|Administrator|Inspector"
    r"|Attorney|Mayor|Division"
    r"|Department|Office|Bureau|Board|Commission|Agency|Program|Grant|Deputy|Assistant|President|Spokes\w+)\b)"
)
_WORD = rf"{_NOT_TITLE}{_CAP}"
_JOIN = r"(?: of the | of | for | )"
_AND = rf"(?:(?:, {_WORD}){{0,2}},? (?:and|&) {_WORD}(?: (?:of )?{_WORD}){{0,2}})?"
"""One "and" at most: a second begins another body."""


_COUNTY = frozenset({"county", "parish", "borough"})
_CITY = frozenset({"city", "town", "village", "township"})
_SCHOOL = frozenset({"school", "schools", "isd", "usd"})


_WHERE = re.compile(r"\b(?:in|of|within|across|throughout|around|outside|for) (?:the )?$", re.I)
"""Before “the State of Oregon” as a place, or as the owner of what is named."""
_SCHOOL_KIND = re.compile(
    r"(?: (?:Unified|Independent|Public|Consolidated|Joint|Elementary|Union|High|Community|City|Area|Central"
    r"|Local|Regional))+$"
)


def by_form(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Each written form, with either apostrophe, and what it means."""
    return {form: role for role, forms in table.items() for f in forms for form in (f, f.replace("'", "’"))}


def _state_names(places: Places) -> list[str]:
    return [row["name"] for row in places.directory.index.states.values()]


@dataclass(frozen=True, slots=True)
class Body:
    """A state or local body in a text: its span, its id where the state has such an office, and its full name."""

    span: Span
    id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class LocalBodies:
    """Finds state and local bodies by the words of their names. Made once for a library."""

    places: Places
    county: re.Pattern[str]
    county_roles: dict[str, str]
    city: re.Pattern[str]
    city_roles: dict[str, str]
    city_of: re.Pattern[str]
    schools: re.Pattern[str]
    districts: re.Pattern[str]
    of_state: re.Pattern[str]
    government: re.Pattern[str]
    own: re.Pattern[str]
    own_roles: dict[str, str]
    headed: re.Pattern[str]
    hint: frozenset[str]
    city_hint: frozenset[str]
    district_hint: frozenset[str]
    state_firsts: frozenset[str]
    _known: dict[str, str | None] = field(default_factory=dict)

    @classmethod
    def of(cls, words: BodyWords, places: Places) -> LocalBodies:
        """With the words of templates/scanning/bodies.yaml."""
        county, city, own = by_form(words.county), by_form(words.city), by_form(words.state_own)
        states = either(_state_names(places))
        one = rf"(?:{either(words.one_word_subjects)})(?= (?!and |&))"
        title = rf"(?:{one}|{_WORD}(?:{_JOIN}{_WORD}){{0,4}}{_AND})"
        heads = either(words.state_heads)
        tails = either([*words.state_tails, *(t.replace("'", "’") for t in words.state_tails)])
        many = (
            r"(?:Unified |Independent |Public |Consolidated |Joint |Elementary |Union |High |Community |City "
            r"|Area |Central |Local |Regional )*"
        )
        hint = {
            w.lower().split("'")[0]
            for phrase in (*county, *city, *words.schools, *words.districts, *own)
            for w in re.findall(r"[A-Za-z']+", phrase)
        }
        hint |= (
            {h.lower().rstrip(".") for h in (*words.state_heads, *words.state_tails)} | _COUNTY | _CITY | {"university"}
        )
        return cls(
            places=places,
            county=re.compile(
                rf"(?P<place>{RUN}) (?:County|Parish|Borough)(?:['’]s)? (?P<body>{either(county)})(?![\w])"
            ),
            county_roles=county,
            city=re.compile(rf"(?P<place>{RUN}) (?P<body>{either(city)})(?![\w'’])"),
            city_roles=city,
            city_of=re.compile(
                rf"\b(?P<word>City|Town|Village|Township) of (?P<place>{RUN})(?:['’]s)?(?:,? "
                rf"(?P<body>{either(city)})(?![\w'’]))?"
            ),
            schools=re.compile(rf"(?P<place>{RUN}) (?P<rest>{many}(?:{either(words.schools)}))(?!\w)"),
            districts=re.compile(rf"(?P<name>{RUN} (?:[A-Z][a-z]+ )?(?:{either(words.districts)}))(?!\w)"),
            of_state=re.compile(
                rf"\b(?:(?P<office>Office of (?:the )?)(?P<s1>{states})(?: State)? (?P<tail1>{tails})"
                rf"|(?P<s2>{states})(?:['’]s)?(?: State)? (?P<head>(?:{heads}) (?:of|for|on) (?:the )?{title}"
                rf"|{either(own)})"
                rf"|(?P<head4>(?:Office of the Governor|Office of the Attorney General|Governor"
                rf"|University)) of (?:the )?(?P<s4>{states})(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?(?= (?:said|is"
                rf"|has|will|and|was|today)))?"
                rf"|(?P<s3>{states}) (?P<tail>(?:[A-Z][\w&'’-]+ ){{0,4}}?(?:{tails})))(?![\w])"
            ),
            government=re.compile(
                rf"(?<!\w)(?:State|Commonwealth) of (?P<gov>{states})(?![\w-]|['’]s|,? [A-Z]|, (?:{states})\b)"
            ),
            own=re.compile(rf"\b(?P<own>{either(own)})(?![\w])"),
            own_roles=own,
            headed=re.compile(rf"\b(?P<headed>(?:{heads}) of (?:the )?{title})"),
            hint=frozenset(hint) | {w.split()[0].lower() for w in _state_names(places)},
            city_hint=frozenset(re.split(r"\W", phrase.lower())[0] for phrase in city) | {"metropolitan", "metro"},
            district_hint=frozenset(re.split(r"\W", d.lower())[-1] for d in words.districts),
            state_firsts=frozenset(n.split()[0].lower() for n in _state_names(places)),
        )

    def find(self, text: str, setting: Setting, words: set[str] | None = None) -> Iterator[Body]:
        """The bodies of a text; some may overlap, the longest is meant.

        Args:
            words: The words of the text in small letters, where they are known: what they cannot make is not tried.
        """
        state = setting.state
        said = words if words is not None else set(re.findall(r"\w+", text.lower()))
        for match in self.county.finditer(text) if not said.isdisjoint(_COUNTY) else ():
            start, place = self.places.known("county", match["place"], match.start("place"), state)
            base = self.places.local("county", place, setting) if place else None
            if place:
                yield self._body(text, (start, match.end()), base, self.county_roles[match["body"]])
        for match in self.city_of.finditer(text) if not said.isdisjoint(_CITY) else ():
            place = match["place"]
            if not match["body"]:
                place = self.places.known_start(place, state)
            base = self.places.local(match["word"].lower(), place, setting, self._said(text, match.end()))
            role = self.city_roles[match["body"]] if match["body"] else ""
            end = match.end() if match["body"] else match.start("place") + len(place)
            yield self._body(text, (match.start(), end), base, role)
        for match in self.city.finditer(text) if not said.isdisjoint(self.city_hint) else ():
            start, place = self.places.trimmed(match["place"], match.start("place"))
            if (
                place
                and place.split(" ")[-1] not in {"County", "State", "U.S", "Parish", "Borough"}
                and not place.startswith(("U.S", "City of"))
            ):
                yield self._body(
                    text,
                    (start, match.end()),
                    self.places.local("city", place, setting),
                    self.city_roles[match["body"]],
                )
        for match in self.schools.finditer(text) if not said.isdisjoint(_SCHOOL) else ():
            start, place = self.places.trimmed(match["place"], match.start("place"))
            place = _SCHOOL_KIND.sub("", place)
            if place:
                yield self._school(text, (start, match.end()), place, match["rest"], state)
        for match in self.districts.finditer(text) if not said.isdisjoint(self.district_hint) else ():
            start, name = self.places.trimmed(match["name"], match.start("name"))
            if name:
                yield self._plain(text, (start, match.end()), f"{state}/other/{slug(name)}" if state else None, name)
        yield from self._of_states(text, setting, said)

    def _of_states(self, text: str, setting: Setting, said: set[str]) -> Iterator[Body]:
        gazetteer = self.places.states
        for match in self.of_state.finditer(text) if not said.isdisjoint(self.state_firsts) else ():
            state = gazetteer[match["s1"] or match["s2"] or match["s3"] or match["s4"]]
            if match["head4"]:
                title = match["head4"]
                step = (
                    "governor" if "Governor" in title else "attorney-general" if "Attorney" in title else slug(match[0])
                )
                yield self._plain(text, match.span(), f"{state}/state/{step}", match[0])
                continue
            title = match["tail1"] or match["head"] or match["tail"]
            if title.endswith("University"):
                title = match[0]
            if title in self.own_roles:
                yield self._plain(text, match.span(), f"{state}/state/{self.own_roles[title]}", match[0])
                continue
            step = re.sub(r"-?(?:attorney-generals-office)$", "attorney-general", slug(title))
            step = {"governors-office": "governor", "secretary-of-states-office": "secretary-of-state"}.get(step, step)
            yield self._plain(text, match.span(), f"{state}/state/{step}", match[0])
        for match in self.government.finditer(text) if "state" in said or "commonwealth" in said else ():
            if not _WHERE.search(text, max(0, match.start() - 20), match.start()):
                yield self._plain(text, match.span(), None, match[0])
        if setting.federal is not False or not setting.state:
            return
        for match in self.own.finditer(text):
            id = f"{setting.state}/state/{self.own_roles[match['own']]}"
            if setting.issuer and not setting.local and match["own"] in setting.issuer_name:
                id = setting.issuer  # a justice department that is the attorney general's office
            yield self._plain(text, match.span(), id, match[0])
        for match in self.headed.finditer(text):
            if setting.local and not match["headed"].startswith(("Department", "Dept")):
                continue
            before = text[max(0, match.start() - 12) : match.start()]
            if not re.search(r"(?:U\.S\.|US|States|County|City) $", before):
                yield self._plain(text, match.span(), f"{setting.state}/state/{slug(match['headed'])}", match[0])

    def _school(self, text: str, span: Span, place: str, rest: str, state: str | None) -> Body:
        home = f"{state}/school/{slug(place)}" if state else None
        return self._plain(text, span, home, f"{place} {rest}")

    def _said(self, text: str, at: int) -> str | None:
        """The state said right after a city ("City of Bellevue, Washington")."""
        match = re.match(r", ([A-Z][A-Za-z. ]+?)(?=[,.;:)]|$| (?:is|has|will|and|was))", text[at : at + 30])
        return self.places.states.get(match[1]) if match else None

    def _body(self, text: str, span: Span, base: str | None, role: str) -> Body:
        return self._plain(text, span, f"{base}/{role}" if base and role else base, text[span[0] : span[1]])

    def _plain(self, text: str, span: Span, id: str | None, name: str) -> Body:
        if id is None:
            return Body(span, None, name)
        if id not in self._known:
            try:
                self._known[id] = self.places.directory.office(id).name
            except NotFound:
                self._known[id] = None
        known = self._known[id]
        return Body(span, id if known else None, known or name)
