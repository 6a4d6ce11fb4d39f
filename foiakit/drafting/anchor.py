"""Finding a draft's passages again in releases that may have been saved anew since they were picked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from foiakit.drafting.draft import Draft, Pick
from foiakit.drafting.selector import Selector, find, select
from foiakit.model.release import Passage, Release


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A picked passage that the release no longer holds in the same words. `reads` is the nearest, None if gone."""

    pick: str
    words: str
    reads: str | None

    def __str__(self) -> str:
        if self.reads is None:
            return f"{self.pick}: “{_short(self.words)}” is no longer in the release"
        return f"{self.pick}: the release now reads “{_short(self.reads)}”, no longer “{_short(self.words)}”"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reanchored:
    """The draft with its passages found again. `moved` says what now stands elsewhere, `lost` what cannot be cited.

    Lost picks stay in the draft as they were; a letter is not written with them.
    """

    draft: Draft
    moved: tuple[str, ...] = ()
    lost: tuple[Lost, ...] = ()


def reanchor(draft: Draft, releases: Mapping[str, Release]) -> Reanchored:
    """Finds every pick in the releases as they are now.

    Args:
        releases: By letter; a release that is missing loses its picks.
    """
    moved: list[str] = []
    lost: list[Lost] = []
    picks = tuple(_again(pick, releases, moved, lost) for pick in draft.picks)
    if picks == draft.picks:
        return Reanchored(draft=draft, lost=tuple(lost))
    found = draft.model_copy(update={"picks": picks})
    return Reanchored(draft=found, moved=tuple(moved), lost=tuple(lost))


def _again(pick: Pick, releases: Mapping[str, Release], moved: list[str], lost: list[Lost]) -> Pick:
    found: list[tuple[str, Selector]] = []
    for id, at in pick.stretches():
        place = _place(id, at, releases.get(id[0]))
        if isinstance(place, Lost):
            lost.append(place)
            return pick
        if place != (id, at):
            moved.append(f"{id} is now {place[0]}" if place[0] != id else f"{id} moved within the text")
        found.append(place)
    (id, at), also = found[0], dict(found[1:])
    if id == pick.id and at == pick.at and also == pick.also:
        return pick
    return pick.model_copy(update={"id": id, "at": at, "also": also})


def _place(id: str, at: Selector, release: Release | None) -> tuple[str, Selector] | Lost:
    if release is None:
        return Lost(pick=id, words=at.exact, reads=None)
    found = find(at, release.text)
    if found.how == "gone":
        return Lost(pick=id, words=at.exact, reads=None)
    if found.how == "nearest":
        return Lost(pick=id, words=at.exact, reads=release.text[found.start : found.end])
    passage = passage_at(release, found.start)
    now = f"{id[0]}:{passage.id}" if passage else id
    if found.how == "same" and now == id:
        return id, at
    return now, select(release.text, found.start, found.end)


def passage_at(release: Release, offset: int) -> Passage | None:
    """The passage that holds this character, or None between passages."""
    return next((p for p in release.passages if p.start <= offset < p.end), None)


def _short(words: str, most: int = 90) -> str:
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"
