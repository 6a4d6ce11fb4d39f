"""What each passage of a release claims."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from foiakit.library.collection import Library
from foiakit.model.claim import Claim, Speaker
from foiakit.model.release import Release
from foiakit.scanning.course import Course
from foiakit.scanning.days import Anchor, federal_fiscal_year
from foiakit.scanning.figures import FigureReader
from foiakit.scanning.lexicon import Roles as RoleWords
from foiakit.scanning.lexicon import Speakers as SpeakerWords
from foiakit.scanning.lexicon import lexicon
from foiakit.scanning.names import NameReader, Told
from foiakit.scanning.periods import PeriodReader
from foiakit.scanning.roles import RoleReader
from foiakit.scanning.setting import Setting
from foiakit.scanning.speakers import SpeakerReader, Voices, attribute_backwards
from foiakit.scanning.tokens import tokens_of

_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Readers:
    """All that reads claims, made once for a library."""

    figures: FigureReader
    periods: PeriodReader
    names: NameReader
    roles: RoleReader
    speakers: SpeakerReader


@lru_cache(maxsize=8)
def readers(library: Library) -> Readers:
    """The readers of this library."""
    names = NameReader.of(library)
    return Readers(
        FigureReader.of(library),
        PeriodReader.of(library),
        names,
        RoleReader.of(lexicon(library, "roles", RoleWords)),
        SpeakerReader.of(lexicon(library, "speakers", SpeakerWords), names.led),
    )


def claims(
    release: Release, library: Library, course: Course | None = None, setting: Setting | None = None
) -> Mapping[str, Claim]:
    """The claim of every passage, by the passage's id.

    Args:
        release: A release as `reading.read` gives it. Without a date, relative periods are left open.
        library: The templates: word lists, agencies, law packs.
        course: Counts the passages that are done.
        setting: Where the release speaks from, where that is known already.
    """
    read = readers(library)
    setting = setting or setting_of(release, library)
    anchor = anchor_of(release, library, setting)
    told, voices = Told(setting), Voices()
    speakers: dict[str, Speaker | None] = {}
    found: dict[str, Claim] = {}
    for passage in (course or Course()).over(release.passages):
        text = passage.text
        tokens = tokens_of(text)
        words = {token[0] for token in tokens}
        digits = bool(_DIGIT.search(text))
        when, taken = (
            read.periods.read(text, anchor, offset=passage.start, tokens=tokens)
            if digits or not words.isdisjoint(read.periods.hint)
            else ((), [])
        )
        spelled = not words.isdisjoint(read.figures.hint)
        counted = (
            read.figures.read(text, offset=passage.start, taken=taken, spelled=spelled, tokens=tokens)
            if digits or spelled
            else ()
        )
        names = read.names.read(text, words, told)
        speaker = speakers[passage.id] = read.speakers.read(passage, words, names, voices)
        agencies, systems, parties = read.roles.mentions(text, names, setting, passage.start, speaker)
        places = tuple(
            replace(p, span=(p.span[0] + passage.start, p.span[1] + passage.start))
            for p in read.names.places.find(text, setting)
        )
        found[passage.id] = Claim(
            figures=counted, periods=when, agencies=agencies, systems=systems, parties=parties, places=places
        )
    attribute_backwards(list(release.passages), speakers)
    return {id: replace(claim, speaker=speakers[id]) if speakers[id] else claim for id, claim in found.items()}


def setting_of(release: Release, library: Library) -> Setting:
    """Where a release speaks from: its issuer, its state, its law."""
    return readers(library).names.setting(release)


def issuer_id(release: Release, library: Library) -> str | None:
    """The office that issued the release, where the directory or the pattern of its kind knows it."""
    return setting_of(release, library).issuer


def anchor_of(release: Release, library: Library, setting: Setting) -> Anchor:
    """What the release's relative words are resolved against: its date, and its body's fiscal year.

    A federal body's year is the federal one, a state body's that of its law pack. A local body sets its own, so its
    fiscal year is left open; so is that of a release whose issuer is not known.
    """

    @lru_cache(maxsize=64)
    def fiscal(day: date) -> tuple[date, date] | None:
        if setting.federal:
            return federal_fiscal_year(day)
        if setting.federal is None or setting.local or setting.state is None:
            return None
        return _fiscal_year(library, setting.state, day)

    return Anchor(release.date, fiscal, federal_fiscal_year)


def _fiscal_year(library: Library, jurisdiction: str, day: date) -> tuple[date, date] | None:
    from foiakit.law import fiscal_year

    year: tuple[date, date] | None = fiscal_year(library, jurisdiction, containing=day)
    return year
