"""States: templates/places/<jurisdiction>.yaml. Their counties and cities, and the bodies that they do not have."""

from __future__ import annotations

from pydantic import Field

from foiakit.files.schema import Written
from foiakit.model.office import Body


class State(Written):
    """A state and its places.

    `absent` says of each kind of body that the state lacks who does its work. `counties` have their full names
    (Orleans Parish, Kenai Peninsula Borough); `without_government` are those of them that are lines on a map only.
    `independent_cities` lie in no county. `only_city` is set where there is just one. `cities` are the larger ones:
    others are addressable all the same.
    """

    name: str
    abbreviations: tuple[str, ...] = ()
    absent: dict[Body, str] = Field(default_factory=dict)
    counties: tuple[str, ...] = ()
    without_government: tuple[str, ...] = ()
    independent_cities: tuple[str, ...] = ()
    only_city: str | None = None
    cities: tuple[str, ...] = ()
    source: str | None = None
