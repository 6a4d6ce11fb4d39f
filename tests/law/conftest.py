"""A library of the shipped packs alone, and offices in one line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from foiakit.files import place
from foiakit.library.collection import Library
from foiakit.model.office import Body, Office


@pytest.fixture(scope="session")
def library() -> Library:
    return Library((place.shipped(),))


@pytest.fixture(scope="session")
def office() -> Callable[[str, Body], Office]:
    def made(jurisdiction: str, body: Body) -> Office:
        return Office(
            id=f"{jurisdiction}/test",
            name="Office under test",
            jurisdiction=jurisdiction,
            body=body,
            kind="test",
            custodian="Custodian of Records",
        )

    return made
