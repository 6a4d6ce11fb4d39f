"""The properties of a Word file: title, language and the letter's date. No author, program, login, host or path."""

from __future__ import annotations

from foiakit.model.letter import Letter
from foiakit.writing.word.xml import DECLARATION, escaped
from foiakit.writing.wording import printable

_OPEN = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)


def core_xml(letter: Letter) -> str:
    """`docProps/core.xml`."""
    at = f'xsi:type="dcterms:W3CDTF">{letter.dated.isoformat()}T00:00:00Z'
    return (
        f"{DECLARATION}{_OPEN}<dc:title>{escaped(printable(letter.subject))}</dc:title>"
        f"<dc:language>{escaped(printable(letter.language))}</dc:language>"
        f"<dcterms:created {at}</dcterms:created><dcterms:modified {at}</dcterms:modified></cp:coreProperties>"
    )
