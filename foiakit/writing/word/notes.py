"""The parts that python-docx cannot write: footnotes and comments.

Footnote ids run from 1 in reading order, with the definitions in the same order: LibreOffice binds them by position.
Comment ids run from 1000: LibreOffice 7.4 mixes up footnotes whose ids fall among those of comments.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from foiakit.model.letter import Note
from foiakit.writing.word.layout import runs_of
from foiakit.writing.word.xml import DECLARATION, NAMESPACE, StyleIds, runs_xml, text_element
from foiakit.writing.wording import printable

FIRST_COMMENT = 1000

_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:pPr>'
    '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
    for kind, id in (("separator", -1), ("continuationSeparator", 0))
)


def footnotes_xml(notes: Sequence[Note], ids: StyleIds) -> str:
    """`word/footnotes.xml`."""
    head = (
        f'<w:p><w:pPr><w:pStyle w:val="{ids["footnote text"]}"/></w:pPr><w:r><w:rPr>'
        f'<w:rStyle w:val="{ids["footnote reference"]}"/></w:rPr><w:footnoteRef/></w:r>'
        '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    )
    body = "".join(
        [
            f'<w:footnote w:id="{note.number}">{head}{runs_xml(runs_of(note.spans), ids)}</w:p></w:footnote>'
            for note in notes
        ]
    )
    return f'{DECLARATION}<w:footnotes xmlns:w="{NAMESPACE}">{_SEPARATORS}{body}</w:footnotes>'


def comments_xml(comments: Sequence[str], ids: StyleIds, dated: date) -> str:
    """`word/comments.xml`, each dated as the letter is; a line break starts a paragraph."""
    style, mark = ids["annotation text"], ids["annotation reference"]
    body = ""
    for at, comment in enumerate(comments):
        head = f'<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:annotationRef/></w:r>'
        paragraphs = ""
        for line in comment.splitlines() or [""]:
            words = f"<w:r>{text_element(printable(line))}</w:r>"
            paragraphs += f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{head}{words}</w:p>'
            head = ""
        body += (
            f'<w:comment w:id="{FIRST_COMMENT + at}" w:author="foiakit" w:date="{dated.isoformat()}T00:00:00Z" '
            f'w:initials="fk">{paragraphs}</w:comment>'
        )
    return f'{DECLARATION}<w:comments xmlns:w="{NAMESPACE}">{body}</w:comments>'


def comment_marks(at: int, ids: StyleIds) -> tuple[str, str]:
    """What stands before and after the words that comment `at` (from 0) explains."""
    id = FIRST_COMMENT + at
    return (
        f'<w:commentRangeStart w:id="{id}"/>',
        f'<w:commentRangeEnd w:id="{id}"/><w:r><w:rPr><w:rStyle w:val="{ids["annotation reference"]}"/></w:rPr>'
        f'<w:commentReference w:id="{id}"/></w:r>',
    )
