"""How a release is cited: templates/citations/<style>.yaml. The same small template language as clauses."""

from __future__ import annotations

from foiakit.files.schema import Written


class CitationStyle(Written):
    """The words of a footnote and of an exhibit's heading.

    `full` cites a release the first time in a letter, `same` the release just cited, `short` one of several; `passage`
    names the place in it. They see `issuer`, `issuer_short`, `title`, `kind`, `date`, `url`, `retrieved`, `archived`
    (each "" where not known) and, in `passage`, `paragraph`, `part` ("title", "subtitle"), `page` and `quote`.
    `pointer` closes a note with the exhibit's `letter`; `exhibit` is the line under an exhibit's heading.
    """

    title: str
    use_when: str
    kind: str = "news release"
    full: str
    same: str
    short: str
    passage: str
    pointer: str
    exhibit: str
