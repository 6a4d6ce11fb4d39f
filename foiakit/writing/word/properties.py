"""The properties of a Word file: title, language and the letter's date. No author, program, login, host or path."""

from __future__ import annotations

from datetime import date

from foiakit.writing.word.xml import DECLARATION, escaped
from foiakit.writing.wording import printable

_OPEN = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)


MAX_TITLE = 255
"""Characters of a property that Word takes."""


def core_xml(subject: str, language: str, dated: date) -> str:
    """`docProps/core.xml`."""
    at = f'xsi:type="dcterms:W3CDTF">{dated.isoformat()}T00:00:00Z'
    return (
        f"{DECLARATION}{_OPEN}<dc:title>{escaped(_title(subject))}</dc:title>"
        f"<dc:language>{escaped(printable(language))}</dc:language>"
        f"<dcterms:created {at}</dcterms:created><dcterms:modified {at}</dcterms:modified></cp:coreProperties>"
    )


def _title(subject: str) -> str:
    title = printable(subject)
    return title if len(title) <= MAX_TITLE else f"{title[: MAX_TITLE - 1].rstrip()}…"
