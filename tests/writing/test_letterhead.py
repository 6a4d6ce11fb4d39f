"""A house's letterhead: its looks are kept, what it lacks is added, and what is unsafe is refused by name."""

from __future__ import annotations

import base64
import io
import re
import zipfile

import pytest
from docx import Document
from docx.shared import Cm, Pt
from lxml import etree

from foiakit.model.errors import BadFile
from foiakit.writing import to_docx
from foiakit.writing.word.stationery import blank

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
TYPES, STYLES = "[Content_Types].xml", "word/styles.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def house() -> bytes:
    """As Word would save it: header with a logo, footer, own font and margins, and traces of its author."""
    document = Document()
    section = document.sections[0]
    section.left_margin = Cm(4)
    section.header.paragraphs[0].text = "THE EXAMPLE CLINIC"
    section.header.paragraphs[0].add_run().add_picture(io.BytesIO(PIXEL))
    section.footer.paragraphs[0].text = "12 Example Street"
    document.styles["Normal"].font.name = "Garamond"
    document.styles["Normal"].font.size = Pt(10)
    document.add_paragraph("Old text that must go", style="List Number")
    document.add_comment(document.paragraphs[0].runs[0], text="by Jo Secret", author="Jo Secret")
    document.core_properties.author = "Jo Secret"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def changed(docx: bytes, *, drop="", add=None, replace=None) -> bytes:
    """A Word file with parts left out (a pattern), added, or with words replaced (`{part: (old, new)}`)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if replace and name in replace:
                old, new = replace[name]
                assert old.encode() in data, f"{old} is not in {name}"
                data = data.replace(old.encode(), new.encode())
            if not drop or not re.search(drop, name):
                target.writestr(name, data)
        for name, data in (add or {}).items():
            target.writestr(name, data)
    return out.getvalue()


def rels_of(docx: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return archive.read("_rels/.rels")


def test_header_footer_font_and_margins_are_kept_and_the_old_text_is_gone(letter, house):
    document = Document(io.BytesIO(to_docx(letter, letterhead=house, annotate=True)))
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "THE EXAMPLE CLINIC"
    assert section.footer.paragraphs[0].text == "12 Example Street"
    assert round(section.left_margin.cm, 2) == 4
    assert document.styles["Normal"].font.name == "Garamond"
    texts = [p.text for p in document.paragraphs]
    assert texts[0] == "Pat Example"
    assert "Old text that must go" not in texts
    added = document.styles["Letter Text"]
    assert added.base_style.name == "Normal"
    assert len(list(document.comments)) == 3


def test_a_letter_on_letterhead_is_sound_and_tells_nothing_of_its_author(letter, house):
    data = to_docx(letter, letterhead=house, annotate=True)
    assert data == to_docx(letter, letterhead=house, annotate=True)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        everything = b"".join(archive.read(n) for n in names)
        root = etree.fromstring(archive.read("word/document.xml"))
        numbering = etree.fromstring(archive.read("word/numbering.xml"))
        styles = etree.fromstring(archive.read("word/styles.xml"))
    for leak in (b"Jo Secret", b"rsid", b"python-docx", b"Macintosh"):
        assert leak not in everything
    assert not [n for n in names if re.search(r"app\.xml|thumbnail|customXml|WithEffects", n)]
    assert any(n.startswith("word/media/") for n in names)
    lists = {e.get(W + "numId") for e in numbering.iter(W + "num")}
    assert {e.get(W + "val") for e in root.iter(W + "numId")} <= lists
    ids = [e.get(W + "styleId") for e in styles.iter(W + "style")]
    assert len(ids) == len(set(ids))
    assert {e.get(W + "val") for e in root.iter(W + "pStyle", W + "rStyle")} <= set(ids)


def test_styles_are_found_by_name_where_word_spoke_another_language(letter):
    german = changed(blank(), replace={STYLES: ('w:styleId="Heading1"', 'w:styleId="berschrift1"')})
    document = Document(io.BytesIO(to_docx(letter, letterhead=german)))
    [subject] = [p for p in document.paragraphs if p.text == letter.subject]
    assert subject.style.style_id == "berschrift1"
    assert subject.style.name == "Heading 1"


def test_a_bare_file_gets_all_it_lacks(letter):
    only = b"".join(re.findall(rb"<\?.*?\?>|<Relationships.*?>|<.*officeDocument\"[^>]*>|</.*>", rels_of(blank())))
    bare = changed(blank(), drop="styles|settings|core|rels", add={"_rels/.rels": only})
    document = Document(io.BytesIO(to_docx(letter, letterhead=bare)))
    assert letter.subject in [p.text for p in document.paragraphs]
    assert document.styles["Letter Text"]


def test_a_template_is_taken_and_a_file_without_section_gets_one(letter):
    template = changed(blank(), replace={TYPES: ("document.main+xml", "template.main+xml")})
    assert to_docx(letter, letterhead=template)
    without = changed(blank(), replace={"word/document.xml": ("sectPr>", "sdt>")})
    assert Document(io.BytesIO(to_docx(letter, letterhead=without))).sections[0].page_height


def bomb() -> bytes:
    return changed(blank(), add={"word/media/huge.bin": b"\0" * 30_000_000})


MACRO_ENABLED = {TYPES: ("wordprocessingml.document.main", "ms-word.document.macroEnabled.main")}
STRICT = {
    "_rels/.rels": (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
        "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
    )
}
DOCTYPE = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:header>&b;</w:header>'
EXTERNAL = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    'Target="https://example.org/seen.png" TargetMode="External"/></Relationships>'
)
CALLS_HOME = {"word/_rels/header1.xml.rels": EXTERNAL.encode()}


@pytest.mark.parametrize(
    ("why", "make"),
    [
        ("this is no Word file", lambda h: b"plain text"),
        ("this is no Word file", lambda h: b""),
        ("this is no Word file", lambda h: h[: len(h) // 2]),
        ("has a password", lambda h: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("holds macros", lambda h: changed(h, add={"word/vbaProject.bin": b"x"})),
        ("macro-enabled", lambda h: changed(h, replace=MACRO_ENABLED)),
        ("embedded object", lambda h: changed(h, add={"word/embeddings/oleObject1.bin": b"x"})),
        ("Strict", lambda h: changed(h, replace=STRICT)),
        ("two parts of one name", lambda h: changed(h, add={"word/document.xml": b"x"})),
        ("is broken", lambda h: changed(h, drop="word/document.xml$")),
        ("is broken", lambda h: changed(h, drop="word/styles.xml$")),
        ("header1.xml is broken", lambda h: changed(h, replace={"word/header1.xml": ("</w:p>", "</w:q>")})),
        ("declares entities", lambda h: changed(h, add={"word/header9.xml": DOCTYPE.encode()})),
        ("declares entities", lambda h: changed(h, add={"word/header9.xml": DOCTYPE.encode("utf-16")})),
        ("unpacks to", lambda h: bomb()),
        ("picture outside the file", lambda h: changed(h, drop="header1.xml.rels", add=CALLS_HOME)),
    ],
)  # fmt: skip
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_cannot_be_used_is_refused_by_name(letter, house, why, make):
    with pytest.raises(BadFile, match=re.escape(why)) as caught:
        to_docx(letter, letterhead=make(house))
    assert caught.value.problems[0].remedy
