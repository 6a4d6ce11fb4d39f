"""Each phrase check fires on its bad examples and stays quiet on its good ones."""

import pytest

from foiakit.checking import phrases
from foiakit.library.collection import open_library

LIBRARY = open_library()
BOOKS = phrases.books(LIBRARY)


def every_example():
    for id in LIBRARY.checks:
        book = LIBRARY.checks.book(id)
        for kind in ("bad", "good"):
            for number, text in enumerate(getattr(book.content.examples, kind)):
                line = book.document.line_of("examples", kind, number)
                yield pytest.param(id, text, kind == "bad", id=f"{book.path.name}:{line}")


@pytest.mark.parametrize(("check", "text", "fires"), every_example())
def test_a_check_fires_on_its_bad_examples_and_stays_quiet_on_the_good(check, text, fires):
    assert (check in phrases.fired(text, BOOKS)) is fires


def test_every_check_of_the_library_loads():
    assert BOOKS.problems == ()
    assert len(BOOKS.checks) >= 12


def test_a_quotation_from_the_release_is_not_looked_at():
    assert phrases.fired("The release says “we will sue and they lied, etc.” of 2024.", BOOKS) == {}
