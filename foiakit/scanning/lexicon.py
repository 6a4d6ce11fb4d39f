"""The words that claims are read by: templates/scanning/*.yaml, with a person's own file over the shipped one."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from foiakit.files import yaml
from foiakit.files.schema import Written
from foiakit.library.collection import Library
from foiakit.model.errors import NotFound

W = TypeVar("W", bound=Written)
Words = tuple[str, ...]


class BoundWords(Written):
    """Words that bound a number from before it or from after it."""

    before: Words = ()
    after: Words = ()


class Numbers(Written):
    """templates/scanning/numbers.yaml."""

    ones: dict[str, int]
    teens: dict[str, int]
    tens: dict[str, int]
    magnitudes: dict[str, int]
    dozen: dict[str, int]
    money_letters: dict[str, int]
    dollars: Words
    other_money: dict[str, str]
    parts: dict[str, int]
    wholes: tuple[int, ...]
    times: dict[str, float]
    times_bounded: dict[str, float]
    comparing: Words
    ordinals: dict[str, int]
    superlatives: Words
    ranking: Words
    bounds: dict[str, BoundWords]
    exact: Words
    changing: Words


class Measures(Written):
    """templates/scanning/measures.yaml."""

    measures: dict[str, Words]
    worked: dict[str, Words]
    durations: Words
    between: Words


class NotFigures(Written):
    """templates/scanning/not-figures.yaml."""

    labels: Words
    streets: Words
    age_before: Words
    function_words: Words
    counted_like_years: Words
    pointing: Words
    not_one_after: Words
    not_one_before: Words
    over_verbs: Words


class Counted(Written):
    """templates/scanning/counted.yaml."""

    stops: Words
    plurals: Words
    singulars: Words
    modifiers: Words
    adjectives: Words
    changes: Words
    heads: Words = ()


class Calendar(Written):
    """templates/scanning/calendar.yaml."""

    months: dict[str, Words]
    doubtful_months: Words
    month_openers: Words
    day_openers: Words = ()
    weekdays: Words
    seasons: dict[str, tuple[int, int]]
    season_openers: Words
    fuzzy: dict[str, int]
    school_years: Words
    fiscal_years: Words
    bienniums: Words
    backward: Words
    forward: Words
    after_that: Words = ()
    vague_numbers: Words
    starts: Words
    ends: Words
    before: Words
    after: Words
    launches: Words
    launch_openers: Words
    ahead: Words
    standing: Words = ()
    past: Words = ()
    plans: Words
    announcing: Words
    not_years_before: Words
    not_years_after: Words
    to_date: Words
    present: Words


class Bodies(Written):
    """templates/scanning/bodies.yaml."""

    county: dict[str, Words]
    city: dict[str, Words]
    schools: Words
    districts: Words
    state_heads: Words
    state_tails: Words
    one_word_subjects: Words
    state_own: dict[str, Words]
    not_in_names: Words
    alone: dict[str, str]
    press_abbreviations: dict[str, str]
    again: dict[str, Words]
    issuer_again: dict[str, Words]
    system_tails: Words
    no_record_systems: Words
    programme_tails: Words
    companies: Words
    given_names: Words = ()
    no_family_names: Words = ()


class Roles(Written):
    """templates/scanning/roles.yaml."""

    agreement: Words
    keeper_before: Words
    source_before: Words
    recipient_before: Words
    actor_after: Words


class Speakers(Written):
    """templates/scanning/speakers.yaml."""

    verbs: Words
    titles: Words
    organisations: Words
    particles: Words
    pronouns: Words
    title_links: Words


def lexicon(library: Library, name: str, model: type[W]) -> W:
    """One file of templates/scanning/, checked.

    Raises:
        BadFile: It does not fit its schema.
        NotFound: No template folder has it.
    """
    for folder in library.under("scanning"):
        path = folder / f"{name}.yaml"
        if path.is_file():
            found: W = _load(path, path.stat().st_mtime_ns, model)
            return found
    raise NotFound(f"there is no templates/scanning/{name}.yaml", remedy="Reinstall foiakit, or restore the file.")


@lru_cache(maxsize=32)
def _load(path: Path, _changed: int, model: type[W]) -> W:
    return yaml.load(yaml.read(path), model, consequence="Releases cannot be scanned until it is mended.")
