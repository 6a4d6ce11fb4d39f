"""A picked passage asked about another way: what a person changed by hand in the pick stays."""

from __future__ import annotations

from foiakit.drafting.draft import Pick
from foiakit.library.request import RequestTemplate

COMMON = frozenset({"subject", "parties", "place", "period"})
"""Fields that every template has."""


def with_changes(kept: Pick, made: Pick, new: Pick, template: RequestTemplate) -> Pick:
    """The new pick with the changes that a person made in the old one: its words, blanks and holders.

    Args:
        kept: The old pick as it stands in the draft.
        made: The old pick as it was made of the release, before any change.
        new: The pick of the same passage with another template, as it was made.
        template: The new pick's template; a blank that it does not have is left behind.
    """
    known = COMMON | template.fields.keys()
    filled = {name: value for name, value in kept.fields.items() if name in known and made.fields.get(name) != value}
    emptied = {name for name in made.fields if name not in kept.fields}
    fields = {name: value for name, value in new.fields.items() if name not in emptied} | filled
    added = [id for id in kept.held_by if id not in made.held_by]
    dropped = {id for id in made.held_by if id not in kept.held_by}
    held = dict.fromkeys([*(id for id in new.held_by if id not in dropped), *added])
    by_hand = kept.quote != made.quote and kept.quote in new.at.exact  # the release may have changed since
    return new.model_copy(
        update={
            "quote": kept.quote if by_hand else new.quote,
            "fields": fields,
            "held_by": tuple(held),
            "also": kept.also,
            "notes": kept.notes,
        }
    )
