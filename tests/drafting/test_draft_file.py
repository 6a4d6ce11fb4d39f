"""The draft file: refused by key and line, written in one step for its owner alone, read back unchanged."""

import stat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foiakit.drafting import Draft, load_draft, new_draft, open_releases, save_draft
from foiakit.drafting.draft import Options, Pick, Recipient, ReleaseRef, Waived
from foiakit.drafting.keep import draft_text
from foiakit.drafting.profile import Requester
from foiakit.drafting.selector import Selector
from foiakit.files import yaml
from foiakit.model.errors import BadFile, FoiakitError

GOOD = """\
foiakit: 1
releases:
  A:
    file: release.txt
    sha256: {sha}
picks:
  - id: A:1.1
    at: {{exact: "1,460 people left the jail.", prefix: "", suffix: "", start: 0, end: 27}}
    template: statistics/count
    quote: 1,460 people left the jail
    held_by: [us/dhs/ice]
recipients:
  - id: us/dhs/ice
requester: profile.yaml
""".format(sha="0" * 64)


def refused(tmp_path, text):
    path = tmp_path / "draft.yaml"
    path.write_text(text)
    with pytest.raises(BadFile) as raised:
        load_draft(path)
    return raised.value.problems


def test_a_draft_is_read(tmp_path):
    path = tmp_path / "draft.yaml"
    path.write_text(GOOD)
    draft = load_draft(path)
    assert draft.picks[0].quote == "1,460 people left the jail"
    assert draft.requester == "profile.yaml"
    assert draft.folder == tmp_path.resolve()


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "says", "remedy"),
    [
        ("    template: ", "    tempalte: ", 9, "picks.0.tempalte", "is not a key", "template"),
        ("held_by: [us/dhs/ice]", "holdby: [us/dhs/ice]", 11, "picks.0.holdby", "is not a key", "held_by"),
        ("A:1.1", "1.1", 7, "picks.0.id", "names no passage", None),
        (
            "quote: 1,460 people left the jail",
            "quote: 1,470 people left the jail",
            7,
            "picks.0",
            "does not stand in the passage",
            None,
        ),
        ("start: 0", "start: soon", 8, "picks.0.at.start", "integer", None),
        ("end: 27", "end: 0", 8, "picks.0.at.end", "greater than or equal to 1", None),
        ("sha256: 0", "sha256: x", 5, "releases.A.sha256", "match", None),
        ("  A:\n", "  B:\n", 2, "releases", "A, B, C", None),
        ("requester: profile.yaml", "requester: {nmae: Robin Roe}", 14, "requester.nmae", "is not a key", "name"),
        ("foiakit: 1", "foiakit: 2", 1, "foiakit", "is not one of", None),
        ("recipients:", "recipients: &all", 12, "", "anchors", None),
    ],
)
def test_a_slip_is_refused_with_its_key_and_line(tmp_path, old, new, line, key, says, remedy):
    assert old in GOOD
    problems = refused(tmp_path, GOOD.replace(old, new, 1))
    found = [p for p in problems if p.line == line and says in p.says]
    assert found, [str(p) for p in problems]
    assert key in found[0].key or not key
    assert remedy is None or remedy in (found[0].remedy or "")


def test_all_slips_are_told_at_once(tmp_path):
    problems = refused(tmp_path, GOOD.replace("template:", "tempalte:").replace("sha256: 0", "sha256: x"))
    assert {p.line for p in problems} >= {5, 9}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("  - id: us/dhs/ice\n  - id: us/dhs/ice\n", "stands twice"),
    ],
)
def test_a_recipient_stands_once(tmp_path, change, says):
    assert any(says in p.says for p in refused(tmp_path, GOOD.replace("  - id: us/dhs/ice\n", change)))


def test_a_pick_of_a_release_that_the_draft_has_not_is_refused(tmp_path):
    assert any("release B" in p.says for p in refused(tmp_path, GOOD.replace("A:1.1", "B:1.1")))


def test_a_draft_is_its_owner_s_alone(tmp_path, scans, library):
    path = tmp_path / "draft.yaml"
    path.write_text("old")
    path.chmod(0o644)
    save_draft(new_draft([scans.one], ["1.1"], library=library), path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["draft.yaml"]


def test_a_folder_that_cannot_be_written_is_named(tmp_path, scans, library):
    with pytest.raises(FoiakitError, match="cannot be written"):
        save_draft(new_draft([scans.one], ["1.1"], library=library), tmp_path / "nowhere" / "draft.yaml")


def test_what_is_default_is_not_written(scans, library):
    text = draft_text(new_draft([scans.one], ["1.1"], library=library))
    assert "options:" not in text and "waived" not in text and "off:" not in text and "null" not in text
    assert text.startswith("# A foiakit draft")


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).map(lambda t: f"a{t.strip()}b")


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS, st.booleans(), st.sampled_from([None, 0, 25]))
def test_any_draft_is_read_back_as_it_was(exact, words, off, ceiling):
    draft = Draft(
        releases={"A": ReleaseRef(file=words, sha256="a" * 64, title=words)},
        picks=(
            Pick(
                id="A:7.2",
                at=Selector(exact=exact, prefix=words, suffix="", start=3, end=3 + len(exact)),
                template="statistics/count",
                quote=exact,
                fields={"subject": words, "parties": (words, exact)},
                held_by=("*",),
                notes=words,
                off=off,
            ),
        ),
        recipients=(Recipient(id="us/dhs/ice", facts={"place": words}),),
        requester=Requester(name=words, address=(words, exact), commercial_purpose=off),
        options=Options(ceiling=ceiling),
        waived=(Waived(rule="S01", reason=words + "because"),),
    )
    again = yaml.load(yaml.parse(draft_text(draft)), Draft)
    assert again.model_dump() == draft.model_dump()


def test_a_release_is_found_beside_the_draft_or_named_as_missing(tmp_path, scans, library):
    draft = new_draft([scans.one], ["1.1"], library=library).beside(tmp_path)
    with pytest.raises(FoiakitError, match=r"release A \(release.txt\) is not found"):
        open_releases(draft)
    (tmp_path / "release.txt").write_text(scans.one.release.text)
    assert open_releases(draft)["A"].text.startswith("Last year, 1,460 people")


def test_what_the_draft_corrects_is_put_over_what_was_read(tmp_path, scans, library):
    (tmp_path / "release.txt").write_text(scans.one.release.text)
    draft = new_draft([scans.one], ["1.1"], library=library).beside(tmp_path)
    ref = draft.releases["A"].model_copy(update={"title": "The right title", "url": "https://made-up.example/1"})
    release = open_releases(draft.model_copy(update={"releases": {"A": ref}}))["A"]
    assert (release.title, release.url) == ("The right title", "https://made-up.example/1")
