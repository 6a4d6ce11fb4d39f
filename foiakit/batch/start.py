"""`foiakit batch new`: a plan with a comment on each key, and a table to start from."""

from __future__ import annotations

from pathlib import Path

from foiakit.batch import cells
from foiakit.files import atomic
from foiakit.model.errors import FoiakitError

PLAN, TABLE = "plan.yaml", "recipients.csv"

_PLAN = """\
# yaml-language-server: $schema={schema}
# A batch: one plan, a table of offices, a letter to each. Try it: foiakit batch {plan} -o out --dry-run

releases:                      # the releases that the letters cite, A, B … in this order
  - release.txt                # a file beside this one, or a link
  # - {{file: other.html, date: 2026-03-02, issuer: Office of Example}}   # what is known better than the file says

picks: ["2.1", "3.1"]          # passages, as “foiakit scan release.txt” numbers them; B:4.2 is in the second release
# select:                      # or, instead of picks: all suggestions of these families above a score
#   families: [statistics, agreement]
#   above: 0.6
#   at_most: 5

# templates:                   # where another request template is wanted than the one suggested
#   "2.1": statistics/count

# fields:                      # the blanks of a template; {{fact}} is the row's fact. "*" is for all picks
#   "2.1": {{subject: transfers, period: 2025-01-01/2025-12-31}}
#   "*": {{place: "{{county}} County"}}

# options:                     # as in a draft: clauses left out or replaced, ceiling in dollars, expedite …
#   ceiling: 50

requester: profile.yaml        # “foiakit profile new” writes one

recipients:
  file: {table}        # CSV or XLSX; an office by its id, or by name and jurisdiction
  # columns: {{id: Office, email: "E-mail"}}     # where the headings are others than foiakit's own names
  facts: [county]              # further columns, to be used above; every column is mapped or a fact
  # only: {{state: us-ca}}       # some rows only

output:
  name: "{{id}}"                 # file names: {{id}}, {{name}}, {{jurisdiction}} or a fact
  formats: [docx]              # docx, md, txt (for portals), pdf (needs LibreOffice)
  # annotate: yes              # Word comments that explain each clause and item
  # letterhead: ours.docx
  # muckrock: yes              # a link that opens MuckRock's form, filled in
"""

_HEADINGS = ("id", "name", "custodian", "email", "address", "channel", "county")
_ROWS = (("us-ca/county/imperial/sheriff", "", "", "", "", "", "Imperial"),)


def start(folder: Path, *, schema: str = "https://example.org/foiakit/schemas/batch-plan.schema.json") -> list[Path]:
    """Writes plan.yaml and recipients.csv into a folder.

    Raises:
        FoiakitError: One of them is there already.
    """
    paths = [folder / PLAN, folder / TABLE]
    there = [p for p in paths if p.exists()]
    if there:
        raise FoiakitError(f"{there[0]}: there is such a file already", remedy="Choose another folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FoiakitError(f"{folder}: cannot be made: {error.strerror}", remedy="Choose another folder.") from None
    atomic.write(paths[0], _PLAN.format(schema=schema, plan=PLAN, table=TABLE))
    atomic.write(paths[1], cells.rows(_HEADINGS, _ROWS))
    return paths
