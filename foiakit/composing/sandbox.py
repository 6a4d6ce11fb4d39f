"""The small template language of items and clauses. A template is hostile input: what it can do ends by construction.

Jinja's syntax, of which only this is taken: output, `if`, one level of `for` in another, `set` from given values,
attributes of what foiakit hands in, the filters and tests below, comparison, `and or not`, `in`, `~`. There are no
calls, no arithmetic, no macros, imports or inheritance, so that no template can run long or make a long text; and the
text that comes out is bounded besides. Undefined and empty values are refused, never printed as nothing.
"""

from __future__ import annotations

import dataclasses
import re
import threading
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import SandboxedEnvironment

from foiakit.composing import prose
from foiakit.composing.language import BOUNDED, JOINED, reads, take
from foiakit.files.schema import Written
from foiakit.model.errors import FoiakitError

MAX_SOURCE = 20_000
MAX_OUTPUT = 40_000
MAX_LIST = 500
MAX_WORK = 1_000_000
"""What one text may cost: characters that filters and `~` go over, and 100 for each step of a loop."""

NOTE_START, NOTE_END = "\ue000", "\ue001"
"""Private-use signs round the key of a note mark; no value can bring its own, they are taken out of all text."""

_LOOP = {"first", "last", "index", "index0", "length"}
_PROPERTIES = {"words", "abbreviated", "clock", "given"}
_SPECIAL = re.compile(r"([\\`*_\[\]<>])")
_UNPRINTED = re.compile("[\x00-\x08\x0e-\x1f\x7f\ue000-\uf8ff]")


class View(dict[str, Any]):
    """Names and values for a template; `view.name` and `view["name"]` are the same."""


class NoteKey(str):
    """A note mark in the making: its key becomes a number when the letter is put together."""


class TemplateProblem(FoiakitError):
    """A template that is not taken, or a value that it needs and nobody gave."""


class _Work(threading.local):
    """What is left to the text that is being made in this thread."""

    left = MAX_WORK

    def takes(self, units: int) -> None:
        self.left -= units
        if self.left < 0:
            raise TemplateProblem(
                "a template takes too long: its loops or texts are too large",
                remedy="Loop over shorter lists, or shorten the value that it repeats.",
            )


_WORK = _Work()


def _texts(values: Iterable[Any]) -> list[str]:
    """The first values of a list as texts, none the longer for being many."""
    out = []
    for value in list(values)[:MAX_LIST]:
        text = str(value)
        _WORK.takes(len(text))
        out.append(text)
    return out


def _text(value: Any) -> str:
    text = str(value)
    _WORK.takes(len(text))
    return text


class _Environment(SandboxedEnvironment):
    """Reads only what foiakit hands in, prints only text and numbers."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def getattr(self, obj: Any, attribute: str) -> Any:
        return self._read(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(argument, int) and isinstance(obj, (list, tuple)):
            return obj[argument] if -len(obj) <= argument < len(obj) else self.undefined(obj=obj, name=str(argument))
        return self._read(obj, str(argument))

    def _read(self, obj: Any, name: str) -> Any:
        """An attribute of a view, a file's field, or a frozen dataclass; of nothing else."""
        if isinstance(obj, Undefined):
            return getattr(obj, name)
        if isinstance(obj, View):
            return obj[name] if name in obj else self.undefined(obj=obj, name=name)
        if isinstance(obj, LoopContext) and name in _LOOP:
            return getattr(obj, name)
        if isinstance(obj, Mapping):
            return obj.get(name, self.undefined(obj=obj, name=name))
        fields: Iterable[str] = ()
        if isinstance(obj, Written):
            fields = type(obj).model_fields
        elif dataclasses.is_dataclass(obj):
            fields = obj.__dataclass_fields__
        if name in fields or (fields and name in _PROPERTIES and isinstance(getattr(type(obj), name, None), property)):
            return getattr(obj, name)
        return self.undefined(obj=obj, name=name)

    def is_safe_callable(self, obj: Any) -> bool:
        return False

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        raise SecurityError(f"“{operator}” is not taken in a template")


def _printed(value: Any) -> str:
    """What `{{ value }}` prints: emphasis signs in values are escaped, so that no value can become markup."""
    if isinstance(value, Undefined):
        value._fail_with_undefined_error()
    if isinstance(value, NoteKey):
        return f"{NOTE_START}{value}{NOTE_END}"
    if value is None or isinstance(value, bool):
        raise UndefinedError("a value is empty where its words were to be printed")
    if isinstance(value, date):
        value = prose.long_date(value)
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, (list, tuple)):
        value = prose.listed(_texts(value))
    if not isinstance(value, (str, int)):
        raise UndefinedError("a value is no text: name one of its parts")
    return _SPECIAL.sub(r"\\\1", _UNPRINTED.sub("", str(value)))


_FILTERS: dict[str, Callable[..., Any]] = {
    "join": lambda values, between=", ": str(between)[:20].join(_texts(values)),
    "listed": lambda values, word="and": prose.listed(_texts(values), str(word)[:20]),
    "count": lambda values: len(values),
    "length": lambda values: len(values),
    "first": lambda values: values[0] if values else "",
    "last": lambda values: values[-1] if values else "",
    "upper": lambda text: _text(text).upper(),
    "lower": lambda text: _text(text).lower(),
    "capital": lambda text: prose.capital(_text(text)),
    "uncapital": lambda text: prose.uncapital(_text(text)),
    "capitalize": lambda text: prose.capital(_text(text)),
    "trim": lambda text: _text(text).strip(),
    "number": lambda value: prose.number(_whole(value)),
    "ordinal": lambda value: prose.ordinal(_whole(value)),
    "long_date": lambda value: prose.long_date(value),
    "a": lambda text: prose.with_a(_text(text)),
    "the": lambda text: prose.with_the(_text(text)),
    "closed": lambda text: prose.closed(_text(text)),
    "dollars": lambda value: f"${_whole(value):,}",
}


def _whole(value: Any) -> int:
    """A number that words can be made of; a text of a thousand digits is none."""
    if isinstance(value, str) and len(value) > 30:
        raise UndefinedError("a value is no number")
    return int(value)


def _bounded(values: Any) -> Any:
    """What a loop runs over: a list of at most `MAX_LIST`, never the letters of a text."""
    if isinstance(values, Undefined):
        values._fail_with_undefined_error()
    if not isinstance(values, (list, tuple)):
        raise UndefinedError("a loop runs over a list")
    _WORK.takes(100 * min(len(values), MAX_LIST))
    return values[:MAX_LIST]


_TESTS = {"none", "string", "in", "eq", "equalto", "ne", "gt", "ge", "lt", "le", "odd", "even", "number", "sequence"}


def _environment() -> _Environment:
    env = _Environment(
        undefined=StrictUndefined, finalize=_printed, autoescape=False, trim_blocks=True, lstrip_blocks=True
    )
    env.globals.clear()
    env.filters = {**_FILTERS, BOUNDED: _bounded, JOINED: lambda parts: "".join(map(_text, parts))}
    env.tests = {name: test for name, test in env.tests.items() if name in _TESTS}
    return env


_ENV = _environment()


class Words:
    """A compiled template text. Make it with `words`, which keeps it."""

    __slots__ = ("_code", "reads", "source")
    reads: frozenset[tuple[str, str | None]]
    """The names that it reads: ("office", "body") for `office.body`, ("harm", None) for `harm` as a whole."""

    def __init__(self, source: str) -> None:
        if len(source) > MAX_SOURCE:
            raise TemplateProblem(f"a template text has {len(source):,} characters; {MAX_SOURCE:,} is the most")
        try:
            tree = _ENV.parse(source)
            take(tree)
            self.reads = reads(tree)
            self._code = _ENV.from_string(tree)
        except (RecursionError, MemoryError, SyntaxError) as error:
            raise TemplateProblem(f"a template text is too deeply nested ({error})") from None
        except TemplateError as error:
            where = f" (line {error.lineno} of the text)" if isinstance(error, TemplateSyntaxError) else ""
            raise TemplateProblem(f"{_told(error)}{where}") from None
        self.source = source

    def render(self, values: Mapping[str, Any]) -> str:
        """The text with these values, Markdown escaped in them.

        Raises:
            TemplateProblem: A value is undefined or empty, or the text grows beyond bounds.
        """
        pieces: list[str] = []
        size = 0
        _WORK.left = MAX_WORK
        try:
            for piece in self._code.generate(values):
                size += len(piece)
                if size > MAX_OUTPUT:
                    raise TemplateProblem(f"a template makes more than {MAX_OUTPUT:,} characters")
                pieces.append(piece)
        except TemplateProblem:
            raise
        except (TemplateError, TypeError, ValueError, IndexError, KeyError, AttributeError) as error:
            raise TemplateProblem(_told(error)) from None
        return "".join(pieces)


@lru_cache(maxsize=2048)
def words(source: str) -> Words:
    """The compiled text, kept for the next letter.

    Raises:
        TemplateProblem: It is not in the language that is taken.
    """
    return Words(source)


@lru_cache(maxsize=1024)
def _condition(expression: str) -> Words:
    return Words("{% if " + expression + " %}y{% endif %}")


def condition(expression: str | None) -> Words | None:
    """A `when` as words that print "y" where it is true."""
    return None if expression is None else _condition(expression)


def holds(expression: str | None, values: Mapping[str, Any]) -> bool:
    """Whether a `when` is true; none always is."""
    return expression is None or _condition(expression).render(values) == "y"


def _told(error: BaseException) -> str:
    """Jinja's message without the classes of what it looked at."""
    text = str(getattr(error, "message", None) or error)
    found = re.search(r"has no attribute '([^']+)'|'([^']+)' is undefined|no filter named '([^']+)'", text)
    if found and found[3]:
        return f"there is no filter “{found[3]}” in a template"
    if found:
        return f"“{found[1] or found[2]}” is not defined"
    return text
