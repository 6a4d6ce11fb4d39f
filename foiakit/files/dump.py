"""Writing YAML that a person reads and diffs: keys in the order given, long text in blocks, no tags, no anchors.

What is written here, `foiakit.files.yaml` reads back unchanged: every scalar is text, only null is resolved.
"""

from __future__ import annotations

from typing import Any

import yaml

WIDTH = 110
"""Columns before a long text is put in a block."""

SHORT = 60
"""Characters up to which a text with line breaks stands in quotation marks."""


class _TextDumper(yaml.SafeDumper):
    """Knows no implicit type but null, so `2009-09-10` and `yes` need no quotes."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own class attribute
        first: [rule for rule in rules if rule[0] == "tag:yaml.org,2002:null"]
        for first, rules in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }

    def ignore_aliases(self, data: Any) -> bool:
        """The same value written twice is written twice."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Lists are indented under their key."""
        super().increase_indent(flow, False)


def _text(dumper: _TextDumper, words: str) -> yaml.ScalarNode:
    style = None
    if not words.replace("\n", "").isprintable():
        style = '"'
    elif "\n" in words:
        style = "|" if len(words) > SHORT and words == words.strip() + "\n" * words.endswith("\n") else '"'
    elif len(words) > WIDTH:
        style = ">"
    return dumper.represent_scalar("tag:yaml.org,2002:str", words, style=style)


def _number(dumper: _TextDumper, value: float) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(value))


def _truth(dumper: _TextDumper, value: bool) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", "yes" if value else "no")


def _list(dumper: _TextDumper, values: Any) -> yaml.SequenceNode:
    """Short lists of short words stand on one line."""
    flow = all(isinstance(v, str) and len(v) < 60 and "\n" not in v for v in values) and sum(map(len, values)) < 70
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=flow and bool(values))


_TextDumper.add_representer(str, _text)
_TextDumper.add_representer(bool, _truth)
_TextDumper.add_representer(int, _number)
_TextDumper.add_representer(float, _number)
_TextDumper.add_representer(list, _list)
_TextDumper.add_representer(tuple, _list)


def dump(data: Any, *, header: str = "") -> str:
    """`data` (text, numbers, lists, mappings) as YAML.

    Args:
        header: Lines of comment to put first, without their `#`.
    """
    comment = "".join(f"# {line}".rstrip() + "\n" for line in header.splitlines())
    return comment + yaml.dump(
        data, Dumper=_TextDumper, sort_keys=False, allow_unicode=True, width=WIDTH, default_flow_style=False
    )
