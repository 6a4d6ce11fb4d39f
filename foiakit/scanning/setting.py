"""The setting of a release: who issued it, in which state, under which law. Names and periods are read in its light."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from foiakit.model.release import Release
from foiakit.offices.directory import Directory
from foiakit.offices.mentions import Hit


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a release speaks from.

    `issuer` is the issuing office's id where it is known; `state` the state it concerns ("us-ca"); `federal` True for a
    federal issuer, False for a state or local one, None where it cannot be told. `local` is True for a body below the
    state.
    """

    issuer: str | None = None
    issuer_name: str = ""
    state: str | None = None
    federal: bool | None = None
    local: bool = False


def federal_issuer(hits: list[Hit]) -> str | None:
    """The most specific federal office that an issuer line names ("U.S. Department of Justice, Civil Rights Division").

    The first named counts; a later one only where it is a part of it.
    """
    found: str | None = None
    for hit in hits:
        ids = (hit.entity.id, *hit.entity.also) if hit.entity.ambiguous else (hit.entity.id,)
        part = next((id for id in ids if found and id.startswith(found + "/")), None)
        if found is None and not hit.entity.ambiguous:
            found = hit.entity.id
        elif part:
            found = part
    return found


def of_a_state(issuer: str, hit: Hit, states: Mapping[tuple[str, ...], str]) -> bool:
    """Whether a state's name stands right before a federal office's: “California Environmental Protection Agency”."""
    before = re.findall(r"\w+", re.split(r"[,;()]| - ", issuer[: hit.start])[-1].lower())
    return any(tuple(before[-length:]) in states for length in (1, 2, 3) if len(before) >= length)


def state_in(
    words: str, directory: Directory, alone: dict[str, str], press: dict[str, str], *, dateline: bool = False
) -> str | None:
    """The state that a dateline or an issuer names ("El Centro, Calif.", "City of Salem, Oregon", "Los Angeles").

    Args:
        alone: Cities that stand without their state, each with it.
        press: Abbreviations of states as newspapers write them.
        dateline: "Washington" is the city then.
    """
    states: dict[tuple[str, ...], str] = dict(directory.gazetteer.states)
    states.update({(re.sub(r"\W", "", short.lower()),): state for short, state in press.items()})
    if dateline and words.strip().lower().startswith("washington"):
        return None
    for part in reversed(re.split(r"[,()]", words)):
        key = re.sub(r"\W", "", part.lower())
        if (key,) in states:
            return states[(key,)]
    for name, state in alone.items():
        if re.search(rf"\b{re.escape(name)}\b", words):
            return state
    tokens = re.findall(r"\w+", words.lower())
    for length in (3, 2, 1):
        for at in range(len(tokens) - length + 1):
            named = tuple(tokens[at : at + length])
            if named in states and len("".join(named)) > 3:
                return states[named]
    return None


def jurisdiction_state(release: Release) -> str | None:
    """The state of the release's own jurisdiction ("us-or-salem" lies in us-or)."""
    parts = (release.jurisdiction or "").lower().replace("/", "-").split("-")
    return f"us-{parts[1]}" if len(parts) > 1 and parts[0] == "us" and len(parts[1]) == 2 else None
