"""What a letter says of its requester: only what the profile holds, and only where the law knows it."""

from datetime import date

import pytest

from foiakit.model.letter import plain

FEDERAL, COUNTY = "us/dhs/ice", "us-ca/county/imperial/sheriff"
WAIVER = {
    "contribution": "The figures were never published by month.",
    "audience": "Readers of the Made-up Record.",
    "no_commercial_interest": "The records will not be sold.",
}


def said(letter, prefix=""):
    return " ".join(
        plain(spans)
        for c in letter.clauses
        if c.id.startswith(prefix)
        for block in c.blocks
        for spans in (block.spans, *block.bullets)
    )


CATEGORIES = {
    "commercial": "wanted for a commercial use",
    "educational": "educational institution",
    "scientific": "noncommercial scientific institution",
    "news_media": "representative of the news media",
    "other": "category of all other requesters",
}


@pytest.mark.parametrize("category", CATEGORIES)
def test_a_federal_letter_states_the_category_and_its_facts_and_no_other(category, letter_to, requester_for):
    requester = requester_for("us", fee_category=category, category_facts=["These are the facts of it."])
    fees = said(letter_to(FEDERAL, requester=requester), "fees/")
    assert CATEGORIES[category] in fees and "These are the facts of it." in fees
    assert not any(words in fees for name, words in CATEGORIES.items() if name != category)


def test_without_a_category_none_is_claimed(letter_to, requester_for):
    fees = said(letter_to(FEDERAL, requester=requester_for("us", fee_category=None)), "fees/")
    assert not any(words in fees for words in CATEGORIES.values())


@pytest.mark.parametrize("category", CATEGORIES)
def test_a_state_letter_knows_no_federal_category_or_factor(category, letter_to, requester_for):
    requester = requester_for("us-ca", fee_category=category, waiver=WAIVER)
    text = said(letter_to(COUNTY, requester=requester))
    assert not any(words in text for words in CATEGORIES.values())
    assert "552" not in text and "Operations of the government" not in text


def test_only_the_factors_that_have_a_fact_are_argued(letter_to, requester_for):
    fees = said(letter_to(FEDERAL, requester=requester_for("us", waiver=WAIVER)), "fees/waiver-federal")
    assert "5 U.S.C. § 552(a)(4)(A)(iii)" in fees
    assert all(fact in fees for fact in WAIVER.values())
    assert "Ability" not in fees
    assert "the records asked for concern the count of people" in fees


def test_without_a_fact_no_waiver_is_asked(letter_to, requester_for):
    letter = letter_to(FEDERAL, requester=requester_for("us", waiver={}))
    assert "waiver" not in said(letter, "fees/")
    assert "I will pay up to $25" in said(letter, "fees/ceiling")


def test_the_ceiling_falls_back_on_the_waiver_or_asks_for_an_estimate(letter_to, requester_for):
    with_waiver = letter_to(FEDERAL, requester=requester_for("us", waiver=WAIVER))
    assert "If you decline the waiver, I will pay up to $25" in said(with_waiver, "fees/")
    none = letter_to(FEDERAL, requester=requester_for("us", ceiling=None))
    assert "Please write to me, with an estimate, before you incur any charge." in said(none, "fees/")
    own = letter_to(FEDERAL, options={"ceiling": 1200})
    assert "I will pay up to $1,200" in said(own, "fees/")


def test_the_draft_can_leave_the_waiver_out(letter_to, requester_for):
    letter = letter_to(FEDERAL, requester=requester_for("us", waiver=WAIVER), options={"waiver": False})
    assert "waiver" not in said(letter, "fees/")


def test_counsel_names_the_client_or_keeps_the_name_out(letter_to, requester_for):
    named = letter_to(FEDERAL, requester=requester_for("us", client={"name": "Made-up Tenants"}))
    assert "I make this request as counsel for Made-up Tenants." in said(named)
    assert named.signature[-1] == "Counsel for Made-up Tenants"
    unnamed = letter_to(FEDERAL, requester=requester_for("us", client={"name": "Made-up Tenants", "named": False}))
    assert "as counsel for a client." in said(unnamed)
    assert "Made-up Tenants" not in said(unnamed) + " ".join(unnamed.signature)


EXPEDITE = {"ground": "urgency_to_inform", "facts": ["The vote is on December 9."], "certified": True}


def test_expedition_is_asked_only_if_the_person_wants_it_and_certifies(letter_to, requester_for):
    requester = requester_for("us", expedite=EXPEDITE)
    assert "expedite" not in said(letter_to(FEDERAL, requester=requester)).lower()
    asked = said(letter_to(FEDERAL, requester=requester, options={"expedite": True}), "expedite/")
    assert "5 U.S.C. § 552(a)(6)(E)" in asked and "The vote is on December 9." in asked
    assert "I certify that these facts are true and correct to the best of my knowledge and belief." in asked
    assert "decide on this within 10 calendar days" in asked


def test_expedition_without_certified_facts_stops_the_letter_with_a_question(written, requester_for):
    for expedite in (None, {**EXPEDITE, "certified": False}):
        composed = written(FEDERAL, requester=requester_for("us", expedite=expedite), options={"expedite": True})
        assert not composed.letters
        (missing,) = composed.missing
        assert missing.at == "requester.expedite" and missing.remedy


def test_a_law_without_expedition_gets_no_such_clause(letter_to, requester_for):
    letter = letter_to(COUNTY, requester=requester_for("us-ca", expedite=EXPEDITE), options={"expedite": True})
    assert "expedit" not in said(letter).lower()


def test_a_letter_without_a_requester_or_an_address_to_answer_to_is_not_written(written, requester_for):
    nobody = written(FEDERAL, draft_requester=None)
    assert not nobody.letters and [(m.at, m.ask) for m in nobody.missing] == [("requester", "Who asks?")]
    twice = written(FEDERAL, COUNTY, draft_requester=None)
    assert len(twice.missing) == 1, "asked once, not for each letter"
    mute = written(FEDERAL, requester=requester_for("us", email=None, address=()))
    assert not mute.letters and [m.at for m in mute.missing] == ["requester.email"]


@pytest.mark.parametrize(
    ("jurisdiction", "office", "day", "absent", "present"),
    [
        ("us-ca", COUNTY, date(2027, 1, 5), "calendar days", "the date by which you expect to answer"),
        ("us-ca", COUNTY, date(2026, 11, 24), "the date by which you expect", "Within 10 calendar days of receipt"),
        (
            "us-ut",
            "us-ut/state/department-of-health",
            date(2026, 11, 24),
            "business days",
            "the date by which you expect",
        ),
        ("us-mt", "us-mt/city/billings/clerk", date(2026, 11, 24), "business days", ""),
        ("us-mt", "us-mt/state/department-of-revenue", date(2026, 11, 24), "calendar", "Within 5 business days"),
    ],
)
def test_a_number_that_is_not_settled_or_not_theirs_is_not_printed(
    jurisdiction, office, day, absent, present, letter_to, requester_for
):
    timing = said(letter_to(office, requester=requester_for(jurisdiction), on=day), "timing/clocks")
    assert absent not in timing
    assert present in timing


def test_idaho_s_three_days_are_for_residents(letter_to, requester_for):
    home = said(letter_to("us-id/city/boise/clerk", requester=requester_for("us-id")), "timing/clocks")
    away = said(letter_to("us-id/city/boise/clerk", requester=requester_for("us-or")), "timing/clocks")
    assert "Within 3 business days" in home
    assert "3 business days" not in away


def test_what_one_state_asks_for_holds_up_that_state_s_letter_alone(written, requester_for):
    composed = written(FEDERAL, "us-tn/city/memphis/clerk", requester=requester_for("us-oh"))
    assert [letter.law for letter in composed.letters] == ["us"]
    assert {m.recipient for m in composed.missing} == {"us-tn/city/memphis/clerk"}
