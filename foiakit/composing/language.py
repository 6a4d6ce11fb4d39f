"""What of Jinja's syntax a template may use, told from its parsed form before anything is compiled.

What is taken ends by construction: a loop runs over a bounded list and may hold one more loop but no third, a name that
was set sets no other, and nothing can be called.
"""

from __future__ import annotations

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

BOUNDED = "bounded"
"""The filter that every loop's list is passed through."""

MAX_DEPTH = 60
"""Levels of a text: compiling deeper ones takes long."""

JOINED = "joined"
"""The filter that puts `a ~ b` together."""

_TAKEN: tuple[type[nodes.Node], ...] = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.If, nodes.CondExpr, nodes.For,
    nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or,
    nodes.Not, nodes.Concat, nodes.List, nodes.Tuple, nodes.Assign,
)  # fmt: skip


def take(tree: nodes.Template) -> None:
    """Refuses what is not in the language, before anything is compiled.

    A name that was `set` may not be used in a later `set`, and a loop may hold one more loop but no third: the
    longest text is then bounded by the source and by the lists that are handed in; loops and `~` go through filters
    that count.
    """
    set_names: set[str] = set()

    def walk(node: nodes.Node, loops: int, depth: int = 0) -> None:
        if depth > MAX_DEPTH:
            raise TemplateSyntaxError("the text is too deeply nested", getattr(node, "lineno", 1))
        if not isinstance(node, _TAKEN):
            raise TemplateSyntaxError(f"“{type(node).__name__.lower()}” is not taken in a template", node.lineno)
        if isinstance(node, nodes.For):
            loops += 1
            if loops > 2 or node.recursive:
                raise TemplateSyntaxError("loops may stand two deep", node.lineno)
            node.iter = nodes.Filter(node.iter, BOUNDED, [], [], None, None, lineno=node.lineno)
        if isinstance(node, nodes.Assign):
            used = {n.name for n in node.node.find_all(nodes.Name)}
            if used & set_names:
                raise TemplateSyntaxError("a name that was set cannot be used to set another", node.lineno)
            set_names.update(n.name for n in [node.target, *node.target.find_all(nodes.Name)] if hasattr(n, "name"))
        if isinstance(node, (nodes.Getattr, nodes.Name)):
            name = node.attr if isinstance(node, nodes.Getattr) else node.name
            if name.startswith("_"):
                raise TemplateSyntaxError(f"“{name}” is not taken in a template", node.lineno)
        for child in node.iter_child_nodes():
            walk(child, loops, depth + 1)

    walk(tree, 0)
    _count_joins(tree)


def _count_joins(node: nodes.Node) -> None:
    """Puts the counting filter in place of every `~`, the innermost first."""
    for name, value in node.iter_fields():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, nodes.Node):
                _count_joins(child)
        if isinstance(value, list):
            value[:] = [_counted(child) for child in value]
        else:
            setattr(node, name, _counted(value))


def _counted(node: object) -> object:
    if not isinstance(node, nodes.Concat):
        return node
    parts = nodes.List(node.nodes, lineno=node.lineno)
    return nodes.Filter(parts, JOINED, [], [], None, None, lineno=node.lineno)


def reads(tree: nodes.Template) -> frozenset[tuple[str, str | None]]:
    """The names that a template reads, with the first attribute where only that is read."""
    found: set[tuple[str, str | None]] = set()
    within: set[int] = set()
    for node in tree.find_all(nodes.Getattr):
        if isinstance(node.node, nodes.Name):
            found.add((node.node.name, node.attr))
            within.add(id(node.node))
    found |= {(n.name, None) for n in tree.find_all(nodes.Name) if id(n) not in within}
    return frozenset(found)
