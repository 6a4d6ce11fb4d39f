"""One invented release, and its writers: text, Markdown, HTML, PDF, Word, e-mail."""

from __future__ import annotations

import html
import io
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage

import pytest

EXAMPLE = "examples/releases/ice-2009-09-10-imperial-county.txt"


@dataclass(frozen=True)
class Part:
    """One block of the invented release. `kind` is p (paragraph), h (heading), b (bullet), n (numbered item)."""

    kind: str
    text: str


@dataclass(frozen=True)
class Source:
    """The release that every format is made from."""

    issuer: str
    day: str
    title: str
    subtitle: str
    parts: tuple[Part, ...]
    end: str
    about: str


SOURCE = Source(
    issuer="Orchard State Department of Water Resources",
    day="March 2, 2026",
    title="State and Tull County agree to share well measurements from 412 monitoring stations",
    subtitle="Agreement follows two years of falling groundwater in the eastern basin",
    parts=(
        Part(
            "p",
            "PORT ALMA, Ore. - The Department of Water Resources and the Tull County Water District signed an agreement"
            " on Friday under which both will share measurements from 412 monitoring wells, Director Ana M. Ruiz said. "
            "The wells cover about 71 percent of the eastern basin.",
        ),
        Part(
            "p",
            "“This gives every farmer the same numbers that we have,” said Lt. Gov. Paul Osei. “In fiscal year 2025 we "
            "spent $1.2 million on readings that nobody could compare.”",
        ),
        Part("h", "What the Agreement Requires"),
        Part("p", "Under the agreement, which runs through 2029, the district will:"),
        Part("b", "Report readings from each well within 10 days of the measurement;"),
        Part("b", "Install sensors at 38 wells by the end of 2026; and"),
        Part("b", "Publish a map every quarter. The first map is due in June."),
        Part("p", "The department will pay for the work in three steps:"),
        Part("n", "It will buy 38 sensors from the vendor chosen in January."),
        Part("n", "It will train 16 technicians at its office in Port Alma."),
        Part(
            "p",
            "More than 2,300 landowners reported dry wells last year, up from 1,150 in 2023, according to the "
            "department's drought dashboard. Its Well Registry holds construction logs for some 64,000 wells.",
        ),
        Part("p", "More information about the agreement is available at www.water.example.gov."),
    ),
    end="###",
    about=(
        "The Orchard State Department of Water Resources was established in 1957 and manages water rights across the "
        "state."
    ),
)


def as_text(s: Source, *, width: int = 0) -> str:
    """Plain text; hard-wrapped at `width` where it is given."""
    count = 0
    out = [s.issuer, "FOR IMMEDIATE RELEASE", s.day, s.title, s.subtitle]
    for part in s.parts:
        count = count + 1 if part.kind == "n" else 0
        out.append({"b": "• ", "n": f"{count}. "}.get(part.kind, "") + part.text)
    out += [s.end, s.about]
    if width:
        out = [textwrap.fill(block, width, break_on_hyphens=False) for block in out]
    return "\n\n".join(out) + "\n"


def as_markdown(s: Source) -> str:
    """Markdown with escapes, as a saved page has them."""

    def escaped(text: str) -> str:
        return text.replace("$", "\\$").replace("*", "\\*")

    count = 0
    out = [f"**{s.issuer}**", "FOR IMMEDIATE RELEASE", s.day, f"# {escaped(s.title)}", f"*{escaped(s.subtitle)}*"]
    for part in s.parts:
        count = count + 1 if part.kind == "n" else 0
        mark = {"h": "## ", "b": "- ", "n": f"{count}. "}.get(part.kind, "")
        out.append(mark + escaped(part.text))
    out += [s.end, escaped(s.about)]
    return "\n\n".join(out) + "\n"


def body_html(s: Source) -> str:
    """The body as a content system writes it."""
    out: list[str] = []
    listed = ""
    for part in s.parts:
        wanted = {"b": "ul", "n": "ol"}.get(part.kind, "")
        if listed and listed != wanted:
            out.append(f"</{listed}>")
        if wanted and listed != wanted:
            out.append(f"<{wanted}>")
        listed = wanted
        tag = {"p": "p", "h": "h3"}.get(part.kind, "li")
        out.append(f"<{tag}>{html.escape(part.text, quote=False)}</{tag}>")
    out += [f"<p>{s.end}</p>", f"<p>{html.escape(s.about)}</p>"]
    return "\n".join(out)


def as_html(s: Source) -> str:
    """A web page with a menu, a footer and metadata."""
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{html.escape(s.title)} | {s.issuer}</title>
<meta property="og:site_name" content="{s.issuer}"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<main><p>{s.issuer}</p><p>FOR IMMEDIATE RELEASE</p><p>{s.day}</p>
<h1>{html.escape(s.title)}</h1><p>{html.escape(s.subtitle)}</p>
{body_html(s)}</main>
<footer><p>Contact us</p><p><a href="/privacy">Privacy policy</a></p></footer></body></html>"""


def as_docx(s: Source) -> bytes:
    """A Word file with the styles that Word offers."""
    import docx

    document = docx.Document()
    for line in (s.issuer, "FOR IMMEDIATE RELEASE", s.day):
        document.add_paragraph(line)
    document.add_heading(s.title, 0)
    document.add_paragraph(s.subtitle, "Subtitle")
    styles = {"b": "List Bullet", "n": "List Number"}
    for part in s.parts:
        if part.kind == "h":
            document.add_heading(part.text, 2)
        else:
            document.add_paragraph(part.text, styles.get(part.kind))
    document.add_paragraph(s.end)
    document.add_paragraph(s.about)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_mail(s: Source) -> bytes:
    """A message with plain text, wrapped as mail programs do."""
    message = EmailMessage()
    message["Subject"] = f"NEWS RELEASE: {s.title}"
    message["From"] = f'"{s.issuer}" <press@water.example.gov>'
    message["To"] = "reporter@example.org"
    message["Date"] = "Mon, 02 Mar 2026 09:30:00 -0800"
    message["Message-ID"] = "<1@water.example.gov>"
    message.set_content(as_text(s, width=72), charset="utf-8", cte="quoted-printable")
    return message.as_bytes()


def as_pdf(s: Source) -> bytes:
    """A PDF in Courier with a title in larger type, a page number and a running head on each page."""
    count = 0
    lines: list[tuple[str, float, float]] = []
    blocks = [(s.issuer, 10.0), ("FOR IMMEDIATE RELEASE", 10.0), (s.day, 10.0), (s.title, 16.0), (s.subtitle, 10.0)]
    for part in s.parts:
        count = count + 1 if part.kind == "n" else 0
        mark = {"b": "\u2022 ", "n": f"{count}. "}.get(part.kind, "")
        blocks.append((mark + part.text, 12.5 if part.kind == "h" else 10.0))
    blocks += [(s.end, 10.0), (s.about, 10.0)]
    for text, size in blocks:
        for i, line in enumerate(textwrap.wrap(text, int(468 / (0.6 * size)), break_on_hyphens=False)):
            lines.append((line, size, (14.0 if i == 0 else 0.0) + size * 1.2))
    return pdf_of(lines, head="Department of Water Resources news")


def pdf_of(lines: list[tuple[str, float, float]], *, head: str = "", extra: bytes = b"") -> bytes:
    """A PDF by hand: (text, size, distance from the line above), 500 points a page."""
    pages: list[list[str]] = [[]]
    y = 720.0
    for text, size, gap in lines:
        y -= gap
        if y < 220:
            pages.append([])
            y = 706.0
        pages[-1].append(f"BT /F1 {size} Tf 72 {y:.1f} Td ({_pdf_text(text)}) Tj ET")
    objects: list[bytes] = []
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>" + extra)
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
    for number, page in enumerate(pages, start=1):
        if head:
            page = [f"BT /F1 8 Tf 72 760 Td ({head}) Tj ET", *page, f"BT /F1 8 Tf 300 40 Td (Page {number}) Tj ET"]
        stream = "\n".join(page).encode("cp1252")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents "
            f"{5 + 2 * (number - 1)} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return pdf_file(objects)


def pdf_file(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """Numbered objects with a cross-reference table; the first is the catalogue."""
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    offsets = []
    for number, item in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, item))
    at = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for offset in offsets:
        out.write(b"%010d 00000 n \n" % offset)
    out.write(b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, at))
    return out.getvalue()


def _pdf_text(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


@pytest.fixture(scope="session")
def release_source() -> Source:
    """The invented release."""
    return SOURCE


@pytest.fixture(scope="session")
def in_formats() -> dict[str, bytes]:
    """The invented release in six formats, and hard-wrapped text as a seventh."""
    return {
        "txt": as_text(SOURCE).encode(),
        "wrapped.txt": as_text(SOURCE, width=76).encode(),
        "md": as_markdown(SOURCE).encode(),
        "html": as_html(SOURCE).encode(),
        "pdf": as_pdf(SOURCE),
        "docx": as_docx(SOURCE),
        "eml": as_mail(SOURCE),
    }


@pytest.fixture(scope="session")
def make_pdf() -> Callable[..., bytes]:
    """`pdf_of`."""
    return pdf_of


@pytest.fixture(scope="session")
def make_pdf_file() -> Callable[..., bytes]:
    """`pdf_file`."""
    return pdf_file


@pytest.fixture(scope="session")
def make_body_html() -> Callable[[], str]:
    """The invented release's body as HTML."""
    return lambda: body_html(SOURCE)
