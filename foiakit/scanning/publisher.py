"""Where a release speaks from: the office, state and government that its publisher's name and its dateline tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foiakit.model.errors import NotFound
from foiakit.model.release import Release
from foiakit.offices.directory import Directory
from foiakit.offices.publishers import most_exact, parts
from foiakit.scanning.bodies import LocalBodies
from foiakit.scanning.lexicon import Bodies
from foiakit.scanning.places import Places
from foiakit.scanning.setting import Setting, federal_issuer, jurisdiction_state, of_a_state, state_in

_A_STATE = re.compile(r"(?:The )?(?:State|Commonwealth) of [A-Z][a-z]+(?: [A-Z][a-z]+)?")
_OF_A_COUNTY = re.compile(r"^County of ((?:[A-Z][\w.'-]+ ?){1,3}?) (?=(?:Department|Office|Board|Bureau) of )")
"""“County of Los Angeles Department of Public Health”: the department is the county's, not the state's."""
_OF_A_STATE = re.compile(
    r"^(?:The )?(?:State|Commonwealth) of ((?:[A-Z][\w.]*\s?){1,3}?)\s*[-\u2013\u2014|:,]\s*(?=[A-Z])"
)
"""“State of California - Department of Justice”: the department is California's, not the federal one."""
_OFFICE_OF = re.compile(r"^Office of (?:the )?")
_DEPARTMENT = re.compile(r"^(?:Department|Dept\.?|Commission|Board) ")
"""How a state body's name begins that keeps its own records; a bureau's are most often its department's."""
_LOCAL = ("county", "city", "town", "village", "township", "borough")


@dataclass(frozen=True, slots=True)
class Publishers:
    """Tells it. Made once for a library."""

    directory: Directory
    places: Places
    bodies: LocalBodies
    words: Bodies

    def setting(self, release: Release) -> Setting:
        """Where the release speaks from, by its front matter, its issuer and its dateline."""
        issuer = _OF_A_COUNTY.sub(r"\1 County ", _OF_A_STATE.sub(r"\1 ", release.issuer or ""))
        states = self.directory.gazetteer.states
        named = self.directory.mentions.find(issuer)
        hits = [h for h in named if not h.entity.ambiguous and not of_a_state(issuer, h, states)]
        first = next((h for h in hits if not h.entity.federal_context), None)
        listed = first.entity.id if first and not first.entity.id.startswith("us/") else None
        hits = [h for h in hits if h.entity.id.startswith("us/")]
        jurisdiction = (release.jurisdiction or "").lower()
        below_a_state = jurisdiction.count("-") > 1
        own_state = jurisdiction_state(release)
        federal: bool | None = None if not jurisdiction else jurisdiction == "us"
        if federal is None and listed is None:
            federal = True if any(not h.entity.federal_context for h in hits) else None
        state = own_state or (self._state_in(release.place, dateline=True) if release.place else None)
        if federal is not True and listed and not own_state:
            state = listed.split("/")[0]
        if federal is not True and not state and issuer:
            state = self._state_in(issuer)
        if not federal and state and _A_STATE.fullmatch(issuer):
            return Setting(None, issuer, state, False)  # a state as a whole: no office, but its law and its years
        if federal:
            return self._federal(federal_issuer(hits), issuer, state)
        if not issuer:
            return Setting(None, "", state, federal, below_a_state)
        at = Setting(None, issuer, state, False, below_a_state)
        found = sorted(self.bodies.find(issuer, at), key=lambda b: (b.span[0] - b.span[1], b.span[0]))
        body = next((b for b in found if b.id), None)
        id = body.id if body else None
        if first and listed and (body is None or first.start <= body.span[0]):
            id = listed
        if id is None and federal is None and hits:
            return self._federal(federal_issuer(hits), issuer, state)
        if id is None and (at.local or "County" in issuer or "City" in issuer):
            id = self._government(issuer, state)
        id = self._part(id, at) if id else None
        local = below_a_state or bool(id and id.split("/")[1] != "state") or (id is None and bool(found))
        if id is None and found == [] and federal is None:
            return Setting(None, issuer, state, None)
        return Setting(id, issuer, state or (id.split("/")[0] if id else None), False, local)

    def _federal(self, id: str | None, issuer: str, state: str | None) -> Setting:
        return Setting(most_exact(self.directory, id, issuer) if id else None, issuer, state, True)

    def _state_in(self, words: str, *, dateline: bool = False) -> str | None:
        alone, press = self.places.alone, self.words.press_abbreviations
        return state_in(words, self.directory, alone, press, dateline=dateline)

    def _government(self, issuer: str, state: str | None) -> str | None:
        """The county or city itself, where an issuer names no office of it ("Clark County, Washington")."""
        for place in self.places.find(issuer, Setting(None, issuer, state, False, True)):
            if place.id and place.id.count("/") == 2 and self._known(place.id):
                return place.id
        return None

    def _part(self, id: str, at: Setting) -> str:
        """The office of a state, county or city that another part of the name names, else `id`.

        "Lane County, Sheriff's Office" is the sheriff, "Office of Health and Human Services, Department of Public
        Health" the department.
        """
        said = [part for part in parts(at.issuer_name) if part not in self.places.states]
        if len(said) < 2:
            return id
        steps = id.split("/")
        if steps[1] in _LOCAL and len(steps) == 3:
            return next(self._of_place(id, said, at), id)
        if steps[1] != "state" or "department" in steps[2] or id in self.directory.index.offices:
            return id
        place = self._government(at.issuer_name, at.state)
        of_place = next(self._of_place(place, said, at), None) if place else None
        return of_place or next(self._of_state(steps[0], said), id)

    def _of_place(self, place: str, said: list[str], at: Setting) -> Iterator[str]:
        for one in said:
            for other in said:
                if one is other:
                    continue
                for name in dict.fromkeys((f"{one} {other}", f"{one} {_OFFICE_OF.sub('', other)}")):
                    for body in self.bodies.find(name, at):
                        if body.id and body.id.startswith(f"{place}/") and body.span[1] == len(name):
                            yield body.id

    def _of_state(self, state: str, said: list[str]) -> Iterator[str]:
        for part in said:
            if _DEPARTMENT.match(part):
                found = (body for body in self.bodies.find(part, Setting(None, part, state, False)) if body.id)
                yield from (body.id for body in found if body.id and body.span == (0, len(part)))

    def _known(self, id: str) -> bool:
        try:
            return bool(self.directory.office(id))
        except NotFound:
            return False
