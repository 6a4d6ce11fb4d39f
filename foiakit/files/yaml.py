"""YAML as people write it: every problem with its line, nothing executed, nothing guessed.

Scalars stay text (only null is resolved): the default resolver reads `7922.530` as 7922.53, `no` as False and
`12:30` as 750. Tags, anchors, doubled keys, deep nesting and huge files are refused.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from foiakit.files import regular
from foiakit.model.errors import BadFile, Problem

MAX_BYTES = 5_000_000
MAX_DEPTH = 40
MAX_NODES = 150_000
MAX_TOLD = 20
"""Problems that one message lists; a file full of the same slip is not told a thousand times."""

_SMALL = 200_000
"""Characters in which there cannot be too many nodes."""

_MAY_BE_DEEP = re.compile(r"^[ \t?:-]{18}", re.MULTILINE)
"""A line that begins far to the right, or in a row of dashes (`- - - x` is three levels)."""

_PLAIN_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:null", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}
_NULLS = {"", "~", "null", "Null", "NULL"}

T = TypeVar("T")
Model = TypeVar("Model", bound=BaseModel)


class _TextLoader(yaml.CSafeLoader):
    """libyaml's loader with no implicit types but null."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012 - PyYAML's own class attribute


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file: plain data, and the node tree by which a key finds its line."""

    path: Path | None
    data: Any
    root: Node | None
    lines: tuple[str, ...]

    def problem(self, loc: tuple[int | str, ...], says: str, *, remedy: str | None = None) -> Problem:
        """A problem at the key path `loc`; steps that are no YAML keys (union tags, class names) are passed over."""
        node, key, steps = _walk(self.root, loc)
        at = key if key is not None else node
        if at is None:
            return Problem(path=self.path, says=says, key=".".join(steps), remedy=remedy)
        line = at.start_mark.line
        end = at.end_mark.column if at.end_mark.line == line else at.start_mark.column + 1
        return Problem(
            path=self.path,
            says=says,
            line=line + 1,
            column=at.start_mark.column + 1,
            key=".".join(steps),
            excerpt=self.lines[line] if line < len(self.lines) else "",
            width=max(1, end - at.start_mark.column),
            remedy=remedy,
        )

    def line_of(self, *loc: int | str) -> int:
        """The line on which the key path stands, counted from 1 (1 where it does not exist)."""
        node, _, _ = _walk(self.root, loc)
        return node.start_mark.line + 1 if node is not None else 1


def _walk(root: Node | None, loc: tuple[int | str, ...]) -> tuple[Node | None, Node | None, list[str]]:
    """The nearest node for `loc`, the key node if the last step names a key that stands there, and the real steps."""
    node, key, steps = root, None, []
    for step in loc:
        if isinstance(node, MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == str(step)), None)
            if found is None:
                continue
            key, node = found
            steps.append(str(step))
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            key, node = None, node.value[step]
            steps.append(str(step))
    return node, key if isinstance(node, (MappingNode, SequenceNode)) else None, steps


def parse(text: str, path: Path | None = None) -> Document:
    """Parses one YAML document.

    Raises:
        BadFile: It is no YAML, or has a tag, an anchor, a doubled key, more than 40 levels or 5 MB.
    """
    if len(text) > MAX_BYTES:
        raise BadFile(Problem(path=path, says=f"the file has {len(text):,} characters; {MAX_BYTES:,} is the most"))
    lines = tuple(text.splitlines())
    try:
        _refuse_bombs(text, path, lines)
        root = yaml.compose(text, Loader=_TextLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (-1, -1)
        what = str(error.problem or error.context)
        # newer libyaml bindings stop at a depth of their own, before the first event
        says = f"more than {MAX_DEPTH} levels" if "nesting depth" in what else f"this is not YAML: {what}"
        raise BadFile(
            Problem(
                path=path,
                says=says,
                line=line + 1,
                column=column + 1,
                excerpt=lines[line] if 0 <= line < len(lines) else "",
                remedy="Check the indentation, and quote text that holds “: ”, “#” or starts with a sign.",
            )
        ) from None
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        raise BadFile(Problem(path=path, says=f"this is not YAML: {error}")) from None
    problems: list[Problem] = []
    document = Document(path, None, root, lines)
    data = _build(root, document, (), problems) if root is not None else None
    if problems:
        raise BadFile(*problems[:MAX_TOLD])
    return Document(path, data, root, lines)


def _mark(at: Any) -> Any:
    """Where an event or node begins; libyaml always knows, its stubs do not say so."""
    return at.start_mark


def _refuse_bombs(text: str, path: Path | None, lines: tuple[str, ...]) -> None:
    """Stops at the first anchor or alias, at too many levels or too many nodes, before anything is built.

    libyaml builds nodes by recursion in C, which too many levels would crash; its events come one by one.
    """
    signs = "&" in text or "*" in text or text.count("[") + text.count("{") >= MAX_DEPTH
    if not signs and len(text) < _SMALL and not _MAY_BE_DEEP.search(text):
        return
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=_TextLoader)):
        if getattr(event, "anchor", None):
            mark = _mark(event)
            raise BadFile(
                Problem(
                    path=path,
                    says="anchors and aliases (&name, *name) are not read",
                    line=mark.line + 1,
                    column=mark.column + 1,
                    excerpt=lines[mark.line] if mark.line < len(lines) else "",
                    remedy="Write the value out, or put quotes round text that starts with & or *.",
                )
            )
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise BadFile(Problem(path=path, says=f"more than {MAX_DEPTH} levels", line=_mark(event).line + 1))
        if count > MAX_NODES:
            raise BadFile(
                Problem(path=path, says=f"more than {MAX_NODES:,} keys and values", remedy="Divide the file.")
            )


def _build(node: Node, doc: Document, loc: tuple[int | str, ...], problems: list[Problem]) -> Any:
    if node.tag not in _PLAIN_TAGS and not (isinstance(node, ScalarNode) and node.tag == "!"):
        problems.append(doc.problem(loc, f"the tag {node.tag} is not read", remedy="Write plain text, lists and keys."))
        return None
    if len(loc) > MAX_DEPTH:
        problems.append(doc.problem(loc, f"more than {MAX_DEPTH} levels"))
        return None
    if isinstance(node, ScalarNode):
        return None if not node.style and node.value in _NULLS else node.value
    if isinstance(node, SequenceNode):
        return [_build(child, doc, (*loc, i), problems) for i, child in enumerate(node.value)]
    out: dict[str, Any] = {}
    for key_node, child in node.value:
        if not isinstance(key_node, ScalarNode):
            problems.append(doc.problem(loc, "a key must be text"))
            continue
        key = key_node.value
        if key in out:
            mark = key_node.start_mark
            problems.append(
                Problem(
                    path=doc.path,
                    says=f"“{key}” stands twice",
                    line=mark.line + 1,
                    column=mark.column + 1,
                    key=".".join(str(s) for s in (*loc, key)),
                    excerpt=doc.lines[mark.line],
                    width=len(key),
                    remedy="Keep one of them.",
                )
            )
        out[key] = _build(child, doc, (*loc, key), problems)
    return out


def read(path: Path) -> Document:
    """Parses a YAML file.

    Raises:
        BadFile: It cannot be read, is not UTF-8, or is refused by `parse`.
    """
    try:
        raw = regular.read(path, MAX_BYTES * 4)
        text = raw.decode("utf-8-sig")
    except FileNotFoundError:
        raise BadFile(Problem(path=path, says="there is no such file", remedy="Check the name.")) from None
    except regular.Refused as refused:
        raise BadFile(Problem(path=path, says=str(refused))) from None
    except UnicodeDecodeError as error:
        raise BadFile(Problem(path=path, says=f"not UTF-8 (byte {error.start})", remedy="Save it as UTF-8.")) from None
    except OSError as error:
        raise BadFile(Problem(path=path, says=f"cannot be read: {error.strerror}")) from None
    return parse(text, path)


def load(document: Document, model: type[Model], *, consequence: str | None = None) -> Model:
    """The document as `model`.

    Args:
        consequence: What still works and what does not, said after each problem.

    Raises:
        BadFile: Every key that does not fit, each with line, excerpt and remedy.
    """
    try:
        return model.model_validate({} if document.data is None else document.data)
    except ValidationError as error:
        causes = _causes(error.errors())
        raise BadFile(*(_told(e, document, model, consequence) for e in causes[:MAX_TOLD])) from None


def _causes(errors: Sequence[Any]) -> list[Any]:
    """The errors without their echoes: a list whose only member is bad is not, besides, an empty list."""
    places = [tuple(e["loc"]) for e in errors]
    return [
        e
        for e, loc in zip(errors, places, strict=True)
        if e["type"] != "too_short" or not any(p != loc and p[: len(loc)] == loc for p in places)
    ]


def _told(error: Any, document: Document, model: type[BaseModel], consequence: str | None) -> Problem:
    loc, kind, context = tuple(error["loc"]), error["type"], error.get("ctx") or {}
    value = error.get("input")
    if kind == "extra_forbidden":
        known = _known_keys(model, loc[:-1])
        near = difflib.get_close_matches(str(loc[-1]), known, 1)
        says = f"“{loc[-1]}” is not a key here"
        remedy = f"Did you mean {near[0]}?" if near else (f"The keys are {', '.join(known)}." if known else None)
    elif kind == "missing":
        says, remedy = f"“{loc[-1]}” is missing", f"Add the key {loc[-1]}."
    elif kind in {"literal_error", "enum"}:
        says = f"“{value}” is not one of {context.get('expected', 'the values known')}"
        options = [part.strip("'\" ") for part in str(context.get("expected", "")).replace(" or ", ", ").split(",")]
        near = difflib.get_close_matches(str(value), options, 1)
        remedy = f"Did you mean {near[0]}?" if near else None
    else:
        says = str(error["msg"]).removeprefix("Value error, ").removeprefix("Input should be ")
        if not str(error["msg"]).startswith("Value error"):
            says = f"“{value}” should be {says}" if isinstance(value, str) else f"should be {says}"
        remedy = None
    problem = document.problem(loc, says, remedy=remedy)
    return Problem(
        path=problem.path,
        says=problem.says,
        line=problem.line,
        column=problem.column,
        key=".".join(str(s) for s in loc) if kind == "missing" else problem.key,
        excerpt=problem.excerpt,
        width=problem.width,
        remedy=problem.remedy,
        consequence=consequence,
    )


@lru_cache(maxsize=64)
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return TypeAdapter(model).json_schema()


def _known_keys(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    """The keys that the JSON Schema knows at `loc`; empty where they cannot be told."""
    schema = _schema(model)
    defs = schema.get("$defs", {})

    def resolved(part: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in part:
            part = defs.get(part["$ref"].rsplit("/", 1)[-1], {})
        return part

    def branches(part: dict[str, Any]) -> list[dict[str, Any]]:
        """The part itself, or what it may be one of, however deep that is said."""
        part = resolved(part)
        among = [*part.get("anyOf", ()), *part.get("oneOf", ())]
        return [leaf for branch in among for leaf in branches(branch)] if among else [part]

    at = branches(schema)
    for step in loc:
        if isinstance(step, int):
            at = [leaf for part in at for leaf in branches(part.get("items", {}))]
            continue
        holder = next((part for part in at if step in part.get("properties", {})), None)
        extra = next((p["additionalProperties"] for p in at if isinstance(p.get("additionalProperties"), dict)), None)
        if holder is not None:
            at = branches(holder["properties"][step])
        elif extra is not None:
            at = branches(extra)
        # else the step is no key but the tag of a union: what it may be is known already
    return [key for part in at for key in part.get("properties", {})]
