"""Every jurisdiction's letters: the right act, no other's law, what is due as the pack says it, true statements."""

import re
from datetime import date

import pytest

from foiakit.composing import demand
from foiakit.law.citations import foreign, parse
from foiakit.library.collection import open_library
from foiakit.library.law import path_exists
from foiakit.model.errors import NotFound
from foiakit.model.letter import ItemList, plain
from foiakit.model.office import Body
from foiakit.offices import directory

LIBRARY = open_library()
DAY = date(2026, 11, 24)
LAWS = sorted(LIBRARY.laws)


def words_of(letter):
    """Everything the letter itself says, without its exhibits and notes."""
    said = [letter.subject]
    for part in letter.body:
        if isinstance(part, ItemList):
            said += [item.words for item in part.items]
        else:
            said += [plain(spans) for block in part.blocks for spans in (block.spans, *block.bullets)]
    return "\n".join(said)


def clause(letter, id):
    found = [c for c in letter.clauses if c.id == id]
    return " ".join(plain(b.spans) for c in found for b in c.blocks)


def one_of_each(jurisdiction):
    """An office of each kind that the jurisdiction's law reaches and that it has."""
    places = directory(LIBRARY)
    if jurisdiction == "us":
        return {Body.FEDERAL: places.office("us/dhs/ice")}
    row, index = places.index.states[jurisdiction], places.index
    without = set(row.get("without_government", ()))
    counties = [step for step, name in index.counties.get(jurisdiction, {}).items() if name not in without][:1]
    city = next(iter(index.cities.get(jurisdiction, {})), "springfield")
    wanted = [f"{jurisdiction}/state/department-of-transportation", f"{jurisdiction}/city/{city}/clerk"]
    wanted += [f"{jurisdiction}/school/springfield"]
    wanted += [f"{jurisdiction}/county/{c}/{role}" for c in counties for role in ("clerk", "sheriff")]
    bodies = LIBRARY.laws[jurisdiction].scope[-1].bodies
    out = {}
    for id in wanted:
        try:
            office = places.office(id)
        except NotFound:
            continue
        if office.body in bodies:
            out.setdefault(office.body, office)
    return out


def cases():
    """Every jurisdiction with each kind of body that its law reaches and that it has."""
    for jurisdiction in LAWS:
        for body, office in one_of_each(jurisdiction).items():
            yield pytest.param(jurisdiction, office, id=f"{jurisdiction}-{body}")


ALL = list(cases())
MATCHERS = {id: [re.compile(p) for p in LIBRARY.laws[id].citations] for id in LAWS}


def test_every_jurisdiction_has_a_letter_to_some_body_and_most_to_five():
    seen = {}
    for case in ALL:
        seen.setdefault(case.values[0], set()).add(case.values[1].body)
    assert sorted(seen) == LAWS
    assert seen["us"] == {Body.FEDERAL}
    assert Body.COUNTY not in seen["us-dc"] and Body.COUNTY not in seen["us-ct"] and Body.COUNTY not in seen["us-ri"]
    assert sum(len(bodies) == 5 for bodies in seen.values()) >= 40


@pytest.mark.parametrize(("jurisdiction", "office"), ALL)
def test_a_letter_states_its_own_law_and_no_other(jurisdiction, office, letter_to, law_of, requester_for):
    letter = letter_to(office.id, requester=requester_for(jurisdiction))
    pack = LIBRARY.laws[jurisdiction]
    act = next(a for a in pack.act if a.in_force(DAY))
    text = words_of(letter)
    assert letter.law == jurisdiction
    assert letter.subject.startswith(f"{act.name} request: ")
    assert act.name in clause(letter, "opening/request") and act.cite in clause(letter, "opening/request")
    for old in (c for a in pack.act for c in a.replaces):
        assert old not in text, f"superseded: {old}"
    law = law_of(office, requester_for(jurisdiction))
    assert [c for c in parse(text, LIBRARY) if c.law == jurisdiction]
    assert foreign(text, law, LIBRARY) == ()
    own = [(m.start(), m.end()) for pattern in MATCHERS[jurisdiction] for m in pattern.finditer(text)]
    for other in LAWS:
        if other == jurisdiction:
            continue
        for pattern in MATCHERS[other]:
            for found in pattern.finditer(text):
                ours = any(a <= found.start() < b or found.start() <= a < found.end() for a, b in own)
                assert ours, f"{other}'s law in a letter under {jurisdiction}: {found[0]}"
        assert jurisdiction == "us" or "552(a)" not in text


@pytest.mark.parametrize(("jurisdiction", "office"), ALL)
def test_every_citation_in_a_letter_and_in_its_explanations_is_whole(jurisdiction, office, letter_to, requester_for):
    letter = letter_to(office.id, requester=requester_for(jurisdiction))
    explained = [re.sub(r" \(less sure: [^)]*(?:\([^)]*\)[^)]*)*\)", "", c.explains or "") for c in letter.clauses]
    for text in (words_of(letter), *explained):
        assert "seq.." not in text
        found = parse(text, LIBRARY)
        loose = [m.start() for m in re.finditer("§", text) if not any(c.start <= m.start() < c.end for c in found)]
        assert not loose, text[max(0, loose[0] - 60) : loose[0] + 60]


def test_a_citation_that_was_known_and_not_read_is_marked_so_where_it_is_explained(letter_to, requester_for):
    letter = letter_to("us-ca/county/imperial/sheriff", requester=requester_for("us-ca"))
    rest = next(c for c in letter.clauses if c.id == "denial/segregable")
    assert "§ 7922.525(b) (less sure: section number as known, not read in full)" in rest.explains
    assert "less sure" not in words_of(letter)
    said = next(c for c in letter.clauses if c.id == "timing/clocks")
    assert "less sure" not in said.explains


@pytest.mark.parametrize(("jurisdiction", "office"), ALL)
def test_every_sentence_knows_the_field_of_the_pack_that_it_states(jurisdiction, office, letter_to, requester_for):
    letter = letter_to(office.id, requester=requester_for(jurisdiction))
    fields = dict(LIBRARY.laws[jurisdiction])
    refs = [c.source.ref for c in letter.clauses if c.source.kind == "law"]
    assert refs
    for ref in refs:
        pack, _, path = ref.partition(":")
        assert pack == jurisdiction and path_exists(fields, path), ref


@pytest.mark.parametrize(("jurisdiction", "office"), ALL)
def test_what_is_due_follows_the_pack_s_number_or_its_wording(jurisdiction, office, letter_to, law_of, requester_for):
    requester = requester_for(jurisdiction)
    letter = letter_to(office.id, requester=requester)
    law = law_of(office, requester)
    said = clause(letter, "timing/clocks")
    for clock in law.clocks:
        if clock.says:
            assert clock.says in said
        elif clock.within:
            assert f"Within {clock.within.words} of " in said
            assert clock.duty in said
        elif clock.wording:
            assert f"which is due {clock.wording}" in said
    numbers = {int(n) for n in re.findall(r"[Ww]ithin (\d+) (?:business|calendar|working) days", said)}
    allowed = {c.within.number for c in law.clocks if c.within} | {
        int(n) for c in law.clocks for n in re.findall(r"\d+", c.says or "")
    }
    assert numbers <= allowed
    if not any(c.within for c in law.clocks):
        assert letter.due.day is None and letter.due.note
    else:
        assert letter.due.day is None or letter.due.day >= DAY


@pytest.mark.parametrize(("jurisdiction", "office"), ALL)
def test_fees_refusals_and_appeals_are_in_the_pack_s_words(jurisdiction, office, letter_to, law_of, requester_for):
    requester = requester_for(jurisdiction)
    letter = letter_to(office.id, requester=requester)
    law = law_of(office, requester)
    fees = " ".join(clause(letter, c.id) for c in letter.clauses if c.id.startswith("fees/"))
    if jurisdiction == "us":
        assert "category of all other requesters" in fees
    else:
        assert "category" not in fees or (law.fees and "category" in (law.fees.says or law.fees.basis))
        if law.fees and law.fees.cite and law.fees.basis:
            assert (law.fees.says or law.fees.basis) in fees
        else:
            assert not clause(letter, "fees/charges")
    appeal = clause(letter, "denial/appeal")
    if law.appeal and law.appeal.available and law.appeal.cite:
        assert (law.appeal.says or law.appeal.cite) in appeal
        assert law.appeal.says or not law.appeal.to or law.appeal.to in appeal
    else:
        assert not appeal
    if law.segregability is None or not law.segregability.cite:
        assert "§" not in clause(letter, "denial/segregable")


@pytest.mark.parametrize(("jurisdiction", "office"), ALL)
def test_statements_stand_exactly_where_the_law_asks_and_they_are_true(
    jurisdiction, office, letter_to, law_of, requester_for
):
    requester = requester_for(jurisdiction)
    letter = letter_to(office.id, requester=requester)
    stated = {c.id for c in letter.clauses if c.id.startswith("statement/")}
    law = law_of(office, requester)
    expected = {f"statement/{d.id}" for d in law.demands if demand.met(d, requester)}
    assert stated == expected
    for needed in law.demands:
        if needed.required and needed.statements:
            assert f"statement/{needed.id}" in stated


@pytest.mark.parametrize("jurisdiction", [id for id in LAWS if id != "us"])
def test_a_waiver_is_asked_for_by_the_pack_s_own_test_and_never_where_there_is_none(
    jurisdiction, letter_to, law_of, requester_for
):
    facts = {"contribution": "Nothing on this was published.", "no_commercial_interest": "Nothing is sold."}
    requester = requester_for(jurisdiction, waiver=facts)
    office = next(case.values[1] for case in ALL if case.values[0] == jurisdiction)
    letter = letter_to(office.id, requester=requester)
    law, asked = law_of(office, requester), clause(letter, "fees/waiver-state")
    waiver = law.waiver
    if waiver is None or waiver.available == "no" or waiver.by != "agency" or not waiver.cite:
        assert not asked
        return
    assert foreign(words_of(letter), law, LIBRARY) == ()
    assert (waiver.says or waiver.cite) in asked
    if waiver.standard and not waiver.says:
        assert f"The test is that {waiver.standard}. These facts bear on it:" in asked


@pytest.mark.parametrize(
    "jurisdiction",
    [id for id in LAWS if any(d.required and d.statements for d in LIBRARY.laws[id].demands)],
)
def test_a_required_statement_that_is_not_true_is_asked_for_and_no_letter_is_written(
    jurisdiction, written, requester_for
):
    from foiakit.drafting.profile import Requester

    nobody = Requester(name="Robin Roe", email="robin@records.example")
    offices = [case.values[1] for case in ALL if case.values[0] == jurisdiction]
    composed = written(offices[0].id, requester=nobody)
    unmet = [
        d
        for d in LIBRARY.laws[jurisdiction].demands
        if d.required and d.statements and d.holds(offices[0].body, None) and demand.met(d, nobody) is None
    ]
    if not unmet:
        assert composed.letters
        return
    assert not composed.letters
    told = {m.says for m in composed.missing}
    for needed in unmet:
        assert any(needed.ask in says for says in told)
    assert all(m.kind == "requester" and m.remedy and m.recipient == offices[0].id for m in composed.missing)


def test_a_stranger_to_the_state_is_never_called_its_resident(written, requester_for):
    """An Ohio requester writes to every state: none of the letters that come of it claims another home."""
    requester = requester_for("us-oh")
    for jurisdiction in LAWS:
        offices = [case.values[1] for case in ALL if case.values[0] == jurisdiction]
        composed = written(offices[0].id, requester=requester)
        for letter in composed.letters:
            text = words_of(letter)
            name = LIBRARY.laws[jurisdiction].name
            if jurisdiction not in {"us", "us-oh"}:
                assert f"resident of {name}" not in text.replace(f"not a resident of {name}", "")
                assert f"citizen of {name}" not in text
