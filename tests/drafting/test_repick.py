"""Another request for the same passage: what a person changed by hand stays."""

from foiakit.drafting.draft import Pick
from foiakit.drafting.repick import with_changes
from foiakit.drafting.selector import select
from foiakit.library.request import RequestTemplate

TEXT = "The Harbor Office counted 1,204 permits in 2019, twice as many as before."


def pick(template, **changes):
    made = {
        "id": "A:1.1",
        "at": select(TEXT, 0, len(TEXT)),
        "template": template,
        "quote": "counted 1,204 permits in 2019",
        "fields": {"period": "2019-01-01/2019-12-31", "figure": "1,204", "subject": "permits"},
        "held_by": ("us/epa", "us/doj"),
    }
    return Pick.model_validate({**made, **changes})


def template(library, id) -> RequestTemplate:
    return library.requests[id]


def test_nothing_changed_is_the_new_pick(library):
    new = pick("contract/award", fields={"vendor": "Acme"}, held_by=("us/gsa",), quote="1,204 permits")
    old = pick("statistics/count")
    assert with_changes(old, old, new, template(library, "statistics/count")) == new


def test_words_blanks_and_holders_set_by_hand_stay(library):
    made = pick("statistics/count")
    kept = pick(
        "statistics/count",
        quote="1,204 permits",
        fields={"period": "2019-01-01/2019-06-30", "figure": "1,204", "unheard_of": "x"},
        held_by=("us/epa", "us/doj/fbi"),
        notes="ask twice",
    )
    new = pick("statistics/trend", fields={"period": "2019-01-01/2019-12-31", "subject": "permits"})
    mended = with_changes(kept, made, new, template(library, "statistics/trend"))
    assert mended.template == "statistics/trend"
    assert mended.quote == "1,204 permits"
    assert mended.fields == {"period": "2019-01-01/2019-06-30"}, "emptied blanks stay empty, unknown ones stay behind"
    assert mended.held_by == ("us/epa", "us/doj/fbi")
    assert mended.notes == "ask twice"


def test_words_that_the_release_no_longer_holds_are_not_kept(library):
    now = TEXT.replace("1,204", "1,240")
    kept = pick("statistics/count")
    made = pick("statistics/count", at=select(now, 0, len(now)), quote="counted 1,240 permits in 2019")
    new = pick("statistics/trend", at=select(now, 0, len(now)), quote="1,240 permits in 2019")
    assert with_changes(kept, made, new, template(library, "statistics/trend")).quote == "1,240 permits in 2019"
