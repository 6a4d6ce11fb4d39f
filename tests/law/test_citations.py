"""Citations are read by machine: whose law they cite, whether they are whole, living and sourced."""

from __future__ import annotations

import re
from datetime import date

import pytest

from foiakit.files import place
from foiakit.law import law_in
from foiakit.law.citations import Citation, belongs, cited, foreign, malformed, parse
from foiakit.library.collection import Library

SHIPPED = Library((place.shipped(),))
ON = date(2026, 11, 24)

# A text, and the citations in it with the jurisdiction whose law they are (None: a case).
TEXTS = [
    ("Answer under 5 U.S.C. § 552(a)(6)(A)(i) within 20 days.", [("5 U.S.C. § 552(a)(6)(A)(i)", "us")]),
    ("Tex. Gov't Code §§ 552.221(a), (d), 552.301(b).", [("Tex. Gov't Code §§ 552.221(a), (d), 552.301(b)", "us-tx")]),
    ("the chapter, Tex. Gov't Code ch. 552, says", [("Tex. Gov't Code ch. 552", "us-tx")]),
    ("MCL 15.235(2), 10 business days", [("MCL 15.235(2)", "us-mi")]),
    ("Va. Code Ann. § 2.2-3704(B)(1)-(2)", [("Va. Code Ann. § 2.2-3704(B)(1)-(2)", "us-va")]),
    ("W. Va. Code § 29B-1-3(d).", [("W. Va. Code § 29B-1-3(d)", "us-wv")]),
    ("Under Mass. Gen. Laws ch. 66, § 10, the", [("Mass. Gen. Laws ch. 66, § 10", "us-ma")]),
    ("K.S.A. 45-218(d), and 950 CMR 32.07(1)(f)", [("K.S.A. 45-218(d)", "us-ks"), ("950 CMR 32.07(1)(f)", "us-ma")]),
    ("N.H. Rev. Stat. Ann. § 91-A:4, IV(b)", [("N.H. Rev. Stat. Ann. § 91-A:4, IV(b)", "us-nh")]),
    ("see McBurney v. Young, 569 U.S. 221 (2013).", [("McBurney v. Young, 569 U.S. 221 (2013)", None)]),
    ("28 C.F.R. § 16.5(e)(3)", [("28 C.F.R. § 16.5(e)(3)", "us")]),
    ("Md. Code Ann., Gen. Prov. § 4-203(a)-(c)", [("Md. Code Ann., Gen. Prov. § 4-203(a)-(c)", "us-md")]),
    ("No law here, only 20 business days and $1,000.", []),
]


@pytest.mark.parametrize(("text", "found"), TEXTS, ids=[t[0][:40] for t in TEXTS])
def test_a_text_s_citations_are_found_with_the_law_that_they_cite(text, found, library):
    assert [(c.text, c.law) for c in parse(text, library)] == found


@pytest.mark.parametrize("id", list(SHIPPED.laws))
def test_every_citation_of_a_pack_is_whole_and_its_own_law_s(id, library):
    pack = library.laws[id]
    for path, cite in cited(pack):
        assert malformed(cite, library) is None, (path, cite)
        read = parse(cite, library)
        assert read, (path, cite)
        for citation in read:
            assert citation.law in {id, None}, (path, citation)
            assert citation.law is None or belongs(citation, pack), (path, citation)


@pytest.mark.parametrize("id", list(SHIPPED.laws))
def test_no_sentence_of_a_pack_cites_another_law_or_a_superseded_section(id, library):
    law = law_in(library, id, on=ON)
    for clock in law.clocks:
        assert foreign(clock.says or "", law, library) == ()
    for part in (law.fees, law.waiver, law.denial, law.appeal, law.estimate):
        assert foreign((part and part.says) or "", law, library) == ()


def test_a_superseded_section_is_no_citation_of_the_law(library):
    california = law_in(library, "us-ca", on=ON)
    assert [c.text for c in foreign("under Cal. Gov. Code § 6253(c)", california, library)] == [
        "Cal. Gov. Code § 6253(c)"
    ]
    for id in library.laws:
        for act in library.laws[id].act:
            for old in act.replaces:
                (citation,) = parse(old, library)
                assert not belongs(citation, library.laws[id]), old


def test_another_law_s_citation_is_foreign_even_where_the_numbers_are_alike(library):
    texas, federal = law_in(library, "us-tx", on=ON), law_in(library, "us", on=ON)
    both = "5 U.S.C. § 552(a)(3) and Tex. Gov't Code § 552.221(a)"
    assert [c.law for c in foreign(both, texas, library)] == ["us"]
    assert [c.law for c in foreign(both, federal, library)] == ["us-tx"]


def test_no_law_s_pattern_fits_another_law_s_act(library):
    for id in library.laws:
        for other in library.laws:
            for act in library.laws[other].act:
                if id != other:
                    own = Citation(act.cite, other, 0)
                    assert not belongs(own, library.laws[id]), (id, act.cite)


def test_what_cannot_be_read_is_told(library):
    assert malformed("Tex. Gov't Code § 552.221(a) blurb", library) == "blurb"
    assert malformed("Some Code 12", library) == "Some Code 12"


@pytest.mark.parametrize("id", list(SHIPPED.authorities))
def test_an_authority_s_citation_is_whole_and_in_force(id, library):
    authority = library.authorities[id]
    assert authority.until is None or authority.until >= ON
    if authority.kind == "guidance":
        return
    whole = f"{authority.name}, {authority.cite}" if authority.kind == "case" else authority.cite
    left = malformed(whole, library)
    assert left is None or re.fullmatch(r"No\. [\w-]+, \d{4} WL \d+ \([\w. ]+ \d{4}\)", authority.cite), left
    if authority.kind != "case":
        for citation in parse(authority.cite, library):
            assert citation.law == authority.jurisdiction
            assert belongs(citation, library.laws[citation.law]), citation


def test_every_source_of_a_pack_is_an_address_or_a_named_copy(library):
    for id in library.laws:
        read = library.laws[id].checked.read
        assert read
        assert all(re.match(r"https?://\S+\.\S+|github:\S+/\S+", place) for place in read), id


def every_template() -> list[str]:
    """The files that a person reads as text; not packs, word lists, or checks, whose bad examples may cite dead law."""
    files = place.shipped().rglob("*.yaml")
    names = (path.relative_to(place.shipped()).as_posix() for path in files)
    return sorted(n for n in names if not n.startswith(("laws/", "scanning/", "checks/")))


@pytest.mark.parametrize("name", every_template())
def test_whatever_else_a_template_cites_is_whole_and_living(name, library):
    text = (place.shipped() / name).read_text(encoding="utf-8")
    found = parse(text, library)
    for citation in found:
        assert citation.law is None or belongs(citation, library.laws[citation.law]), citation
    loose = [m.start() for m in re.finditer("§", text) if not any(c.start <= m.start() < c.end for c in found)]
    assert not loose, text[max(0, loose[0] - 40) : loose[0] + 40]


EYECITE = [
    "5 U.S.C. § 552",
    "Cal. Gov. Code § 7922.535",
    "N.Y. Pub. Off. Law § 89",
    "Wis. Stat. § 19.35",
    "Minn. Stat. § 13.03",
    "569 U.S. 221",
    "52 A.3d 541",
]


@pytest.mark.parametrize("cite", EYECITE)
def test_eyecite_reads_the_same_citations_where_it_knows_the_code(cite, library):
    eyecite = pytest.importorskip("eyecite")
    (theirs,) = eyecite.get_citations(cite)
    if "§" in cite:
        (ours,) = parse(cite, library)
        assert ours.text == theirs.matched_text()
    else:
        (ours,) = parse(f"Doe v. Roe, {cite} (2013)", library)
        assert theirs.matched_text() in ours.text
