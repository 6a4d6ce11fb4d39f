"""A release that was saved anew: passages are found where they stand now, or said to be lost."""

from foiakit.drafting import new_draft, reanchor

ONE = "Last year, 1,460 people left the county jail for state custody."
TWO = "The sheriff and the state work together under a joint agreement."


def drafted(scans, library):
    return new_draft([scans.one], ["1.1", "2.1"], library=library)


def test_an_unchanged_release_changes_nothing(scans, library):
    draft = drafted(scans, library)
    found = reanchor(draft, {"A": scans.one.release})
    assert found.draft is draft and not found.moved and not found.lost


def test_passages_that_moved_keep_their_words_and_get_their_new_ids(scans, library):
    draft = drafted(scans, library)
    saved_anew = scans.make(("A notice was put on top.", ONE, TWO)).release
    found = reanchor(draft, {"A": saved_anew})
    assert [p.id for p in found.draft.picks] == ["A:2.1", "A:3.1"]
    assert all(saved_anew.text[p.at.start : p.at.end] == p.at.exact for p in found.draft.picks)
    assert found.moved == ("A:1.1 is now A:2.1", "A:2.1 is now A:3.1") and not found.lost


def test_a_passage_that_reads_differently_is_lost_and_both_wordings_are_shown(scans, library):
    changed = scans.make((ONE.replace("1,460", "1,640"), TWO)).release
    found = reanchor(drafted(scans, library), {"A": changed})
    (lost,) = found.lost
    assert lost.pick == "A:1.1"
    assert "1,640" in str(lost) and "1,460" in str(lost)
    assert found.draft.picks[0].quote in ONE


def test_a_passage_that_is_gone_is_said_to_be(scans, library):
    found = reanchor(drafted(scans, library), {"A": scans.make((TWO,)).release})
    assert [str(lost) for lost in found.lost] == [f"A:1.1: “{ONE}” is no longer in the release"]
    assert reanchor(drafted(scans, library), {}).lost
