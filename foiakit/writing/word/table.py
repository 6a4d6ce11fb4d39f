"""A table as a Word file on foiakit's paper: the index of a batch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from foiakit.writing.word.package import in_order, join, pack, unpack
from foiakit.writing.word.stationery import blank
from foiakit.writing.word.xml import DECLARATION, NAMESPACE, escaped, text_element
from foiakit.writing.wording import printable

_LANDSCAPE = (
    '<w:sectPr><w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/><w:pgMar w:top="1080" w:right="1080" '
    'w:bottom="1080" w:left="1080" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
)
_WIDTH = 13_680
"""Of the text on the page, in twentieths of a point."""

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def table_docx(
    title: str, headings: Sequence[str], shares: Sequence[int], rows: Iterable[Sequence[str]], *, dated: date
) -> bytes:
    """A landscape page with a heading and a table whose first row is repeated on each page.

    Args:
        shares: The columns' widths, as parts of the whole.
    """
    widths = [_WIDTH * share // sum(shares) for share in shares]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row(headings, widths, properties="<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", bold=True)
    body = "".join(_row(row, widths, properties="<w:trPr><w:cantSplit/></w:trPr>") for row in rows)
    document = (
        f'{DECLARATION}<w:document xmlns:w="{NAMESPACE}"><w:body>'
        f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r>{text_element(printable(title))}</w:r></w:p>'
        f'<w:tbl><w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>'
        f'<w:p><w:pPr><w:pStyle w:val="LetterLine"/></w:pPr></w:p>{_LANDSCAPE}</w:body></w:document>'
    )
    at = f'xsi:type="dcterms:W3CDTF">{dated.isoformat()}T00:00:00Z'
    properties = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{escaped(printable(title))}</dc:title>'
        f"<dcterms:created {at}</dcterms:created><dcterms:modified {at}</dcterms:modified></cp:coreProperties>"
    )
    parts = unpack(blank())
    parts["word/document.xml"] = document.encode()
    parts["docProps/core.xml"] = f"{DECLARATION}{properties}".encode()
    return join(pack(name, parts[name]) for name in sorted(parts, key=in_order))


def _row(cells: Sequence[str], widths: Sequence[int], *, properties: str, bold: bool = False) -> str:
    run = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return (
        f"<w:tr>{properties}"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
            '<w:pStyle w:val="ExhibitParagraph"/><w:spacing w:after="20"/><w:ind w:left="0" w:firstLine="0"/></w:pPr>'
            f"<w:r>{run}{text_element(printable(cell))}</w:r></w:p></w:tc>"
            for cell, width in zip(cells, widths, strict=True)
        )
        + "</w:tr>"
    )
