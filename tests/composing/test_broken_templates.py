"""A template or a fact that is not right: the letter is never written, and the person learns where to mend it."""

from datetime import date

import pytest

from foiakit.composing import compose
from foiakit.drafting.draft import Draft, Options, Recipient, ReleaseRef
from foiakit.library.collection import open_library
from foiakit.model.errors import BadFile, FoiakitError
from foiakit.model.letter import plain

ICE = "us/dhs/ice"
TEMPLATE = """\
title: A template of one's own
use_when: For a test.
fields:
  system: {{ask: "Which system?"}}
  period: {{ask: "Which period?", type: period, optional: true}}
item:
  label: "{label}"
  lead: >-
    {lead}
  parts:
    - {{text: "{part}", when: "{when}"}}
teach: It is a test.
examples: {{asks: ["One."]}}
"""
GOOD = {
    "label": "The records of {{ system }}",
    "lead": "The release says: “{{ quote }}”.{{ note }} Please provide:",
    "part": "the manual of {{ system }}",
    "when": "system",
}


@pytest.fixture
def composed(tmp_path, make):
    """Composes with a template of one's own, changed in one place."""

    def call(fields=None, clauses=None, files=None, **changes):
        folder = tmp_path / "requests" / "own"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "test.yaml").write_text(TEMPLATE.format(**{**GOOD, **changes}))
        for name, text in (files or {}).items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        release = make.release()
        pick = make.pick(
            release, "1.1", "own/test", "1,460 people", ICE, **({"system": "IDENT"} if fields is None else fields)
        )
        draft = Draft(
            releases={"A": ReleaseRef(file="release.txt", sha256="0" * 64)},
            picks=(pick,),
            recipients=(Recipient(id=ICE),),
            requester=make.requester("us"),
            options=Options.model_validate({"clauses": clauses or {}}),
        )
        return compose(draft, open_library(tmp_path), on=date(2026, 11, 24), releases={"A": release})

    return call


def test_a_template_of_one_s_own_is_used(composed):
    (letter,) = composed().letters
    assert letter.items[0].label == "The records of IDENT"
    assert plain(letter.items[0].parts[0]) == "the manual of IDENT."


@pytest.mark.parametrize(
    ("changes", "line", "says"),
    [
        ({"part": "the manual of {{ sytem }}"}, 11, "“sytem” is not defined"),
        ({"label": "{{ office.nmae }}"}, 7, "“nmae” is not defined"),
        ({"when": "sistem"}, 11, "“sistem” is not defined"),
        ({"lead": "The release says: “{{ quote }}”. Please provide:"}, 8, "{{ note }}"),
        ({"lead": "“{{ quote }}”.{{ note }}{{ note }} Please:"}, 8, "{{ note }}"),
        ({"part": "{{ ''.__class__.__mro__ }}"}, 11, "not taken"),
        ({"part": "{% for a in quote %}x{% endfor %}"}, 11, "a loop runs over a list"),
        ({"part": "{{ kind }}"}, 11, "no text"),
    ],
)
def test_a_name_that_is_not_there_or_a_forbidden_word_stops_the_letter_with_file_and_line(
    composed, changes, line, says
):
    result = composed(**changes)
    assert not result.letters
    (missing,) = result.missing
    assert missing.kind == "template" and f"test.yaml:{line}: " in missing.says and says in missing.says
    assert "own/test" in (missing.remedy or "")


def test_a_field_that_must_be_filled_is_asked_for(composed):
    result = composed(fields={})
    assert not result.letters
    (missing,) = result.missing
    assert (missing.kind, missing.at, missing.ask) == ("field", "picks.0.fields.system", "Which system?")


@pytest.mark.parametrize(
    ("fields", "at", "says"),
    [
        ({"system": "IDENT", "sytem": "x"}, "picks.0.fields.sytem", "is no field of own/test"),
        ({"system": "IDENT", "period": "last year"}, "picks.0.fields.period", "last year"),
        ({"system": "IDENT", "period": "2009-01-01/2008-01-01"}, "picks.0.fields.period", "ends before it begins"),
    ],
)
def test_a_field_that_is_wrong_stops_the_letter(composed, fields, at, says):
    result = composed(fields=fields)
    assert not result.letters
    assert [(m.at, says in m.says) for m in result.missing] == [(at, True)]


def test_everything_that_is_missing_is_told_at_once(composed):
    result = composed(fields={"period": "soon", "sytem": "x"})
    assert {m.at.rsplit(".", 1)[1] for m in result.missing} == {"system", "period", "sytem"}


def test_a_template_that_does_not_load_is_refused_with_its_line(composed):
    with pytest.raises(BadFile, match=r"test.yaml:14"):
        composed(files={"requests/own/test.yaml": TEMPLATE.format(**GOOD) + "extra: x\n"})


def test_an_unknown_template_is_named_with_the_nearest(make, compose_):
    release = make.release()
    draft = Draft(
        releases={"A": ReleaseRef(file="release.txt", sha256="0" * 64)},
        picks=(make.pick(release, "1.1", "statistics/cuont", "1,460 people", ICE),),
        requester=make.requester("us"),
    )
    (missing,) = compose_(draft, ICE).missing
    assert missing.at == "picks.0.template" and "statistics/count" in (missing.remedy or "")


def test_a_clause_of_one_s_own_with_a_slip_stops_the_letter(composed):
    text = "title: x\ntext: Please {{ hurry }}.\nteach: x\nmissing: x\n"
    result = composed(files={"clauses/timing/preservation.yaml": text})
    assert not result.letters
    assert "preservation.yaml:2: “hurry” is not defined" in result.missing[0].says


def test_a_clause_can_be_left_out_or_put_in_own_words(composed):
    without = composed(clauses={"off": ["timing/preservation"]}).letters[0]
    assert "timing/preservation" not in {c.id for c in without.clauses}
    own = composed(clauses={"replaced": {"timing/preservation": "Please *keep* {{ letter.short }} records."}}).letters[
        0
    ]
    (clause,) = (c for c in own.clauses if c.id == "timing/preservation")
    assert plain(clause.blocks[0].spans) == "Please keep FOIA records."
    assert clause.source.kind == "person"


def test_own_words_with_a_slip_stop_the_letter(composed):
    result = composed(clauses={"replaced": {"timing/preservation": "Please {{ hurry }}."}})
    assert [m.at for m in result.missing] == ["options.clauses.replaced.timing/preservation"]


def test_a_clause_that_the_letter_has_not_is_named_with_the_nearest(composed):
    with pytest.raises(FoiakitError, match=r"timing/preservatoin") as raised:
        composed(clauses={"off": ["timing/preservatoin"]})
    assert "timing/preservation" in str(raised.value)


def test_an_unknown_recipient_is_named(make, compose_):
    release = make.release()
    draft = Draft(
        releases={"A": ReleaseRef(file="release.txt", sha256="0" * 64)},
        picks=(make.pick(release, "1.1", "statistics/count", "1,460 people", "*"),),
        requester=make.requester("us"),
    )
    with pytest.raises(FoiakitError, match="us/dhs/iec"):
        compose_(draft, "us/dhs/iec")


def test_hostile_release_text_stays_plain_words(make, compose_):
    hostile = "The **bold** {{ 7*7 }} [link](x) \\n \u202eevil <b> and 12 people were held."
    release = make.release(((hostile,),), title="{% evil %} *t*")
    draft = Draft(
        releases={"A": ReleaseRef(file="release.txt", sha256="0" * 64)},
        picks=(make.pick(release, "1.1", "statistics/count", hostile.rstrip("."), ICE),),
        requester=make.requester("us"),
    )
    (letter,) = compose_(draft, ICE, releases={"A": release}).letters
    assert "{{ 7*7 }} [link](x)" in letter.items[0].words
    assert "“The **bold** {{ 7*7 }}" in plain(letter.notes[0].spans)
    assert "“{% evil %} *t*,”" in plain(letter.notes[0].spans)
    assert not any(getattr(s, "bold", False) or getattr(s, "italic", False) for n in letter.notes for s in n.spans)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"facts": {"palce": "Kern County"}}, "no item uses the fact “palce”; did you mean place?"),
        ({"first": ("A:1.2",)}, "options.first: A:1.2 is not among the picks; did you mean A:1.1?"),
        ({"held_by": ("us/dhs/iec", ICE)}, "no office has the id “us/dhs/iec”"),
        ({"facts": {"place": "Kern County"}, "first": ("A:1.1",)}, None),
    ],
)
def test_what_has_no_effect_is_said(change, says, make, library):
    release = make.release()
    pick = make.pick(release, "1.1", "statistics/count", "1,460 people", *change.get("held_by", (ICE,)))
    draft = Draft(
        releases={"A": ReleaseRef(file="release.txt", sha256="0" * 64)},
        picks=(pick,),
        recipients=(Recipient(id=ICE, facts=change.get("facts", {})),),
        requester=make.requester("us"),
        options=Options(first=change.get("first", ())),
    )
    composed = compose(draft, library, on=date(2026, 11, 24), releases={"A": release})
    assert len(composed.letters) == 1
    assert [says in note for note in composed.notes] == ([True] if says else [])
