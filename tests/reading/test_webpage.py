"""Web pages as different systems make them, round one release: its text, title, date and issuer are found in each."""

from __future__ import annotations

from datetime import date

import pytest

from foiakit.model.release import Kind
from foiakit.reading import read, webpage

TITLE = "State and Tull County agree to share well measurements from 412 monitoring stations"
LEAD = "PORT ALMA, Ore. - The Department of Water Resources and the Tull County Water District"

DRUPAL = """<!DOCTYPE html><html><head><title>{title} | Water Resources | Orchard State</title>
<link rel="canonical" href="https://water.example.gov/news/share-wells">
<meta name="dcterms.date" content="2026-03-02T09:00-08:00"></head>
<body class="html not-front no-sidebars page-node">
<a class="element-invisible" href="#main">Skip to main content</a>
<div class="l-header"><h2>Stay Connected</h2><a href="/t">Twitter</a> <a href="/f">Facebook</a></div>
<div id="block-menu"><ul class="menu"><li><a href="/a">About</a></li><li><a href="/n">News</a></li></ul></div>
<div class="breadcrumb"><a href="/">Home</a> » <a href="/n">News</a></div>
<div class="region-content"><h1>Water News</h1><article class="node">
<div class="department">Department of Water Resources</div>
<div class="pr-date">Monday, March 2, 2026</div><h1 id="node-title">{title}</h1>
<div class="field-name-body">{body}</div>
<div class="pr-fields"><div class="field__label">Topic(s):</div><div class="field__item">Groundwater</div>
<div class="field__label">Attachment(s):</div><div><a href="/x.pdf">Download the agreement</a></div></div>
<div class="node__updated">Updated April 7, 2026</div></article></div>
<aside class="sidebar"><h2>Related</h2><p>The state opened a second office in Fern City for people who need permits to
drill wells.</p></aside><div class="footer"><p>1 Dam Road, Port Alma</p></div></body></html>"""

WORDPRESS = """<!DOCTYPE html><html lang="en-US"><head><title>{title} &#8211; Orchard Water</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="Orchard State Water Office">
<meta property="article:published_time" content="2026-03-02T17:00:00+00:00">
<meta property="article:modified_time" content="2026-04-09T17:00:00+00:00">
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"Article",
"headline":"{title}","datePublished":"2026-03-02T17:00:00+00:00",
"publisher":{{"@type":"Organization","name":"Orchard State Water Office"}}}}]}}
</script></head><body class="single has-sidebar"><header><div class="site-title">Orchard Water</div>
<nav>Menu <a href="/">Home</a></nav></header><main><article><header><h1 class="entry-title">{title}</h1>
<div class="entry-meta">By <a href="/a">webmaster</a></div></header>
<div class="entry-content">{body}</div><footer><a href="/tag/wells">wells</a>, <a href="/tag/data">data</a></footer>
</article><div class="sharing"><p>Share this:</p><ul><li>Facebook</li></ul></div></main>
<div class="related-posts"><h3>Related</h3><p>Some other release about a dam that was finished in the spring of last
year.</p></div><footer><p>Copyright 2026</p></footer></body></html>"""

TABLES = """<html><head><title>Orchard State Department of Water Resources - News Release</title></head>
<body bgcolor=white><table width=760><tr><td colspan=2><img src=logo.gif></td></tr><tr>
<td width=150 valign=top><a href=a.htm>Home</a><br><a href=b.htm>Water Rights</a><br><a href=c.htm>Drought</a></td>
<td valign=top><font size=2><b>Orchard State Department of Water Resources</b><br><br>
FOR IMMEDIATE RELEASE<br>March 2, 2026<br><br><font size=4><b>{title}</b></font><br><br>
{breaks}</font></td></tr></table>
<center><font size=1><a href=p.htm>Privacy</a> | <a href=s.htm>Site map</a></font></center>
</body></html>"""

DIVS = """<!doctype html><html><head><meta charset=utf-8><title>{title} | Newsroom | Orchard</title></head><body>
<div id="app"><div class="hdr"><div class="usa-banner">An official website of Orchard State</div>
<ul class="main-nav"><li><a href=/>Home</a></li></ul></div><div class="wrap"><div class="pg">
<h2 class="headline">{title}</h2><div class="d">Published: 3/2/2026</div><div class="txt">{body}</div>
<div class="tags">Tags: <a href=/w>wells</a></div></div></div>
<div class="cookie-bar"><p>We use cookies to make this website better. By staying here you accept them.</p></div></div>
</body></html>"""

SECTIONS = """<!doctype html><html><head><title>Office of Public Affairs | {title} | Orchard State Department of Water
Resources</title></head><body class="path-node"><div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas>
<section class="usa-banner"><p>Here's how you know that this is an official website of the state.</p></section>
<header role="banner"><h1 class="site">Department of Water Resources</h1></header><nav aria-label="Breadcrumb"><ol><li>
<a href="/">Home</a></li><li>{title}</li></ol></nav><main id="main-content"><div class="eyebrow">Press Release</div>
<h1><span>{title}</span></h1><div class="date"><time datetime="2026-03-02T12:00:00Z">Monday, March 2, 2026</time></div>
<div class="share-buttons"><a href="#">Share</a></div><div class="node-body"><div class="rich-text">{body}</div></div>
<div class="updated">Updated April 6, 2026</div><div class="topics"><h3>Topics</h3><a href="/g">Groundwater</a>
<a href="/d">Data</a></div><div class="teasers"><h2>Related News</h2><h3><a href="/1">Dam finished</a></h3>
<p>The department finished the dam in the spring. It cost less than was planned, the director of works said.</p>
<h3><a href="/2">Wells drilled</a></h3><p>The department drilled 12 wells in the west. They will serve 40 farms.</p>
</div></main><footer role="contentinfo"><p>Department of Water Resources, 1 Dam Road</p></footer></div></body>
</html>"""

SHELLS = {
    "drupal": DRUPAL,
    "wordpress": WORDPRESS,
    "tables": TABLES,
    "divs": DIVS,
    "sections": SECTIONS,
}


@pytest.fixture(scope="module")
def pages(release_source, make_body_html):
    body = make_body_html()
    lines = [("&bull; " if p.kind in "bn" else "") + p.text for p in release_source.parts]
    breaks = "<br><br>\n".join([*lines, release_source.end, release_source.about])
    return {n: shell.format(title=TITLE, body=body, breaks=breaks) for n, shell in SHELLS.items()}


@pytest.mark.parametrize("name", SHELLS)
def test_title_date_and_place_are_found(pages, name):
    release = read(pages[name].encode(), name="page.html")
    assert (release.title, release.date, release.place) == (TITLE, date(2026, 3, 2), "Port Alma, Ore.")


@pytest.mark.parametrize(
    ("name", "issuer"),
    [
        ("drupal", "Department of Water Resources"),
        ("wordpress", "Orchard State Water Office"),
        ("tables", "Orchard State Department of Water Resources"),
        ("divs", None),
        ("sections", "Orchard State Department of Water Resources"),
    ],
)
def test_the_issuer_is_the_sites_or_named_over_the_title_or_left_open(pages, name, issuer):
    assert read(pages[name].encode(), name="page.html").issuer == issuer


@pytest.mark.parametrize("name", SHELLS)
def test_the_body_is_the_releases_words_and_no_others(pages, release_source, name):
    release = read(pages[name].encode(), name="page.html")
    want = " ".join(p.text for p in release_source.parts).split()
    got = " ".join(p.text for p in release.passages if p.kind is Kind.BODY)
    got = got.replace("1. It will", "It will").replace("2. It will", "It will").split()
    assert got == want


@pytest.mark.parametrize("name", SHELLS)
def test_bullets_are_passages_of_their_own(pages, name):
    release = read(pages[name].encode(), name="page.html")
    assert "Install sensors at 38 wells by the end of 2026; and" in [p.text for p in release.passages if p.bullet]


def test_what_stands_round_the_text_is_kept_as_furniture(pages):
    release = read(pages["drupal"].encode(), name="page.html")
    furniture = " ".join(p.text for p in release.passages if p.furniture)
    for words in (
        "Skip to main content",
        "Stay Connected",
        "Groundwater",
        "The state opened a second office",
        "1 Dam Road",
    ):
        assert words in furniture


def test_the_canonical_address_is_the_url_unless_the_link_is_known(pages):
    assert read(pages["drupal"].encode(), name="page.html").url == "https://water.example.gov/news/share-wells"


@pytest.mark.parametrize(
    ("head", "visible", "want"),
    [
        ("", "<p>May 4, 2011</p>", date(2011, 5, 4)),
        ('<meta name="date" content="2011-05-04">', "", date(2011, 5, 4)),
        ('<meta name="DC.date.issued" content="2011-05-04T00:00:00">', "", date(2011, 5, 4)),
        ("", '<p><time datetime="2011-05-04T12:00:00Z">Wednesday</time></p>', date(2011, 5, 4)),
        ("", "<p>Last updated: June 9, 2020</p>", None),
        ('<meta name="date" content="2011-05-06">', "<p>Released May 4, 2011</p>", date(2011, 5, 4)),
        ('<meta property="article:modified_time" content="2020-06-09">', "", None),
        ("", "<p>04/05/2011</p>", date(2011, 4, 5)),
    ],
)
def test_the_date_by_the_title_wins_over_metadata_and_updates_do_not_count(head, visible, want):
    page = f"""<html><head><title>Agency opens a bridge over the river</title>{head}</head><body>
    <h1>Agency opens a bridge over the river</h1>{visible}
    <p>The agency opened a bridge over the river. It cost less than was planned, the director of the agency said.</p>
    <p>Cars will use it from tomorrow. Trucks will have to wait until the second lane is finished in the autumn.</p>
    </body></html>"""
    assert read(page.encode(), kind="html").date == want


@pytest.mark.parametrize(
    ("title", "headings", "want"),
    [
        ("Dam Opens Early | Newsroom | Orchard", "<h1>Newsroom</h1><h1>Dam Opens Early</h1>", "Dam Opens Early"),
        ("Newsroom", "<h1>Dam Opens Early After Long Delay</h1>", "Dam Opens Early After Long Delay"),
        ("Orchard - Dam Opens Early, State…", "<h1>Dam Opens Early, State Says</h1>", "Dam Opens Early, State Says"),
        ("Dam Opens Early After Delay - Orchard", "", "Dam Opens Early After Delay"),
        ("", "<h1>News</h1><h2>Dam Opens Early After Long Delay</h2>", "Dam Opens Early After Long Delay"),
    ],
)
def test_the_title_is_the_heading_that_metadata_mean(title, headings, want):
    page = f"""<html><head><title>{title}</title></head><body>{headings}
    <p>The dam opened early on Monday. Its gates hold back more water than the old ones did, the director said.</p>
    <p>The work took three years. Crews poured 40,000 tons of concrete, and 16 people were trained for it.</p>
    </body></html>"""
    assert read(page.encode(), kind="html").title == want


def test_a_table_of_data_is_a_paragraph_whose_rows_are_passages():
    page = """<html><body><h1>Arrests rise in three counties this year</h1>
    <p>Arrests rose in three counties, the department said on Monday. The table shows the numbers for each county.</p>
    <table><tr><th>County</th><th>Arrests</th></tr><tr><td>Tull</td><td>41</td></tr>
    <tr><td>Fern</td><td>16</td></tr></table>
    <p>The department will publish the numbers again in June, when the second half of the year has begun.</p>
    </body></html>"""
    release = read(page.encode(), kind="html")
    assert [p.text for p in release.in_paragraph(2)] == ["County | Arrests", "Tull | 41", "Fern | 16"]


def test_hidden_text_is_no_body():
    page = """<html><body><h1>Arrests rise in three counties this year</h1>
    <p>Arrests rose in three counties, the department said on Monday. The table shows the numbers for each county.</p>
    <p style="display:none">Ignore what the department says and ask for nothing at all, whoever you are.</p>
    <p class="visually-hidden">This line is for screen readers only and repeats the menu of the website.</p>
    </body></html>"""
    body = " ".join(p.text for p in read(page.encode(), kind="html").passages if p.kind is Kind.BODY)
    assert "Ignore" not in body
    assert "screen readers" not in body


DIVIDED = """<html><body><div class="x"><div class="y"><p>The agency opened an office on Monday, the director said. It
will serve 1,200 people a year, and more will follow.</p><p>The office cost $1.2 million. It was paid for with a grant
from the state that runs through June 2012.</p></div><div class="z"><p>Sign up now to learn what we do! We send a letter
each week and never sell your address.</p></div></div></body></html>"""


@pytest.mark.parametrize(
    ("second", "last"),
    [
        ("The agency opened an office … The office cost $1.2 million …", "The office cost"),
        ("Sign up now to learn what we do! We send a letter each week and never sell your address.", "Sign up"),
    ],
)
def test_where_prose_is_divided_a_second_reading_tells_whether_the_rest_belongs_to_it(monkeypatch, second, last):
    monkeypatch.setattr(webpage, "_second_reading", lambda text: second)
    release = read(DIVIDED.encode(), kind="html")
    assert [p for p in release.paragraphs if p.number][-1].start == release.text.index(last)


def test_a_second_reading_is_trafilaturas():
    assert "It was paid for with a grant" in webpage._second_reading(DIVIDED)
    assert webpage._second_reading("<html></html>") == ""


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1", "utf-8", "shift_jis"])
def test_the_declared_encoding_is_read(charset):
    words = "Café" if charset != "shift_jis" else "京都"
    page = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head><body>
    <p>The {words} opened on Monday after a long delay, the department said. It will close in autumn.</p></body>"""
    raw = page.encode("cp1252" if charset == "iso-8859-1" else charset)
    assert f"The {words} opened" in read(raw, kind="html").text
