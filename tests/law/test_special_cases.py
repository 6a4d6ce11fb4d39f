"""Special cases of single states, each a promise that a letter must keep."""

from __future__ import annotations

from datetime import date

import pytest

from foiakit.law import count, lapse, last_day_to_appeal, law_in
from foiakit.model.office import Body

ON = date(2026, 11, 24)


@pytest.fixture
def law(library):
    def found(id: str, body: Body | None = None, home: str | None = None):
        return law_in(library, id, body=body, on=ON, resident_of=home)

    return found


def test_alabama_s_ten_days_are_an_acknowledgement_and_the_answer_has_its_own_clocks(law):
    found = law("us-al")
    assert [(c.due, c.within.number, c.within.unit) for c in found.clocks[:2]] == [
        ("acknowledgement", 10, "calendar_days"),
        ("determination", 15, "business_days"),
    ]
    assert found.clocks[0].extension is None
    assert found.clocks[1].extension.within.number == 15


def test_montana_s_and_alaska_s_numbers_bind_state_agencies_only(law):
    assert law("us-mt", Body.STATE_AGENCY).clock.within.number == 5
    assert law("us-mt", Body.SHERIFF).clock.wording == "in a timely manner"
    assert law("us-ak", Body.STATE_AGENCY).clock.within.number == 10
    city = law("us-ak", Body.CITY)
    assert (city.clock.within, city.clock.wording) == (None, None)
    assert "Admin. Code" not in " ".join(filter(None, (city.denial and city.denial.cite, city.clock.cite)))


def test_pennsylvania_asks_for_residence_in_the_united_states_not_in_the_state(law):
    found = law("us-pa")
    demand = next(d for d in found.demands if d.id == "us-resident")
    assert found.requester.who == "us_residents"
    assert demand.required
    assert demand.statements[0].fact == "us_resident"
    assert "Pennsylvania" not in demand.statements[0].says


def test_new_jersey_s_letter_names_opra_and_carries_the_certifications(law):
    found = law("us-nj")
    assert found.act.short == "OPRA"
    demands = {d.id: d for d in found.demands}
    assert "OPRA" in demands["names-the-act"].statements[0].says
    assert demands["commercial-use"].required and demands["commercial-use"].kind == "certification"
    assert demands["legal-proceeding"].required


def test_michigan_counts_an_e_mailed_request_from_the_next_business_day(law):
    friday = date(2026, 12, 4)
    assert count(law("us-mi"), friday).day == date(2026, 12, 11)
    assert count(law("us-mi"), friday, channel="email").day == date(2026, 12, 14)
    assert "one business day later" in count(law("us-mi"), friday, channel="email").notes[0]


def test_kansas_owes_written_reasons_only_if_asked_so_the_pack_holds_the_sentence_that_asks(law):
    denial = law("us-ks").denial
    assert denial.on_request
    assert "please give a written statement" in denial.says


def test_arizona_wants_the_affirmation_or_the_statement(law):
    demand = next(d for d in law("us-az").demands if d.id == "noncommercial")
    assert demand.required
    assert [s.fact for s in demand.statements] == ["commercial_purpose", "commercial_use"]
    assert "not requested for a commercial purpose" in demand.statements[0].says


def test_illinois_requests_by_e_mail_go_in_the_body(law):
    demand = next(d for d in law("us-il").demands if d.id == "in-the-body")
    assert "body of the e-mail" in demand.by_hand


def test_illinois_has_a_commercial_purpose_disclosed_and_its_five_days_are_for_the_others(law):
    found = law("us-il")
    demand = next(d for d in found.demands if d.id == "commercial")
    assert [(s.fact, s.equals) for s in demand.statements] == [
        ("commercial_purpose", "no"),
        ("commercial_purpose", "yes"),
    ]
    assert "not for a commercial purpose" in found.clock.says


def test_idaho_wants_residence_sworn_and_gives_nonresidents_no_three_days(law):
    demand = next(d for d in law("us-id").demands if d.id == "residence")
    assert (demand.kind, demand.required) == ("sworn", True)
    assert law("us-id", home="us-id").clock.within.number == 3
    assert law("us-id", home="ID").clock.within.number == 3
    assert law("us-id", home="us-wa").clock.within is None
    assert law("us-id").clock.within is None


def test_connecticut_s_appeal_clock_starts_when_the_four_days_have_lapsed(law):
    found = law("us-ct")
    silent = lapse(found, ON)
    # Nov 25, 27, 30, Dec 1; and thirty days more.
    assert silent.day == date(2026, 12, 1)
    assert last_day_to_appeal(found, silent.day).day == date(2026, 12, 31)


def test_citizens_and_residents_are_told_apart(library):
    who = {id: library.laws[id].requester[0].who for id in library.laws}
    assert {id for id, w in who.items() if w == "citizens"} == {"us-ar", "us-de", "us-nh", "us-tn", "us-va"}
    assert {id for id, w in who.items() if w == "residents"} == {"us-al", "us-ky"}
    for id, kind in who.items():
        required = [d for d in library.laws[id].demands if d.required and d.kind in {"statement", "sworn"}]
        assert kind == "anyone" or required or id == "us-nh", id


def test_a_required_statement_says_what_to_do_when_it_is_not_true(library):
    for id in library.laws:
        for demand in library.laws[id].demands:
            assert not demand.required or (demand.otherwise and demand.statements), (id, demand.id)


def test_south_carolina_s_silence_is_no_denial_and_the_federal_one_is_none_either(law):
    assert lapse(law("us-sc"), ON) is None
    assert lapse(law("us"), ON) is None


def test_south_carolina_s_ten_days_are_twenty_for_records_more_than_two_years_old_and_the_letter_says_so(law):
    decision, production = law("us-sc").clocks
    assert "within 10 business days of receipt, or within 20 for records more than 24 months old" in decision.says
    assert "within 30 calendar days" in production.says and "within 35" in production.says


def test_silence_in_alabama_is_dated_from_the_acknowledgement(law):
    silent = lapse(law("us-al"), ON)
    assert silent.start == date(2026, 12, 4)
    assert silent.within.words == "30 business days"


def test_pennsylvania_s_appeal_counts_business_days(law):
    # From December 8: Dec 9-11, 14-18, 21-24, 28-30 are fifteen; Christmas is left out.
    assert last_day_to_appeal(law("us-pa"), date(2026, 12, 8)).day == date(2026, 12, 30)


def test_hawaii_s_year_is_a_year_even_from_a_leap_day(law):
    assert last_day_to_appeal(law("us-hi"), date(2028, 2, 29)).day == date(2029, 2, 28)
