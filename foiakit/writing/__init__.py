"""A letter becomes Word, Markdown, portal text or PDF, and files in a folder. Knows only the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from foiakit.writing.markdown import to_markdown
    from foiakit.writing.pdf import to_pdf
    from foiakit.writing.portal import to_text
    from foiakit.writing.word.document import to_docx

__all__ = ["to_docx", "to_markdown", "to_pdf", "to_text"]

_HOMES = {
    "to_docx": "foiakit.writing.word.document",
    "to_markdown": "foiakit.writing.markdown",
    "to_pdf": "foiakit.writing.pdf",
    "to_text": "foiakit.writing.portal",
}


def __getattr__(name: str) -> Any:
    """Loads a writer when it is first asked for, so that `import foiakit.writing` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
