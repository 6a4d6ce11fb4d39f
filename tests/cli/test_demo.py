"""`foiakit demo` writes letters from the example release, and the same ones again."""

from click.testing import CliRunner

from foiakit.cli.demo import best
from foiakit.cli.main import cli
from foiakit.files import place
from foiakit.library.collection import open_library
from foiakit.reading import read
from foiakit.scanning import scan

SOURCE = place.shipped().parent / "examples" / "releases" / "ice-2009-09-10-imperial-county.txt"


def test_it_writes_word_letters_a_table_and_what_to_do_next(tmp_path):
    result = CliRunner().invoke(cli, ["demo", "-o", str(tmp_path / "out"), "--date", "2026-11-24"])
    assert result.exit_code == 0
    letters = sorted((tmp_path / "out").glob("*.docx"))
    assert len(letters) >= 2
    for column in ("recipient", "law", "items", "footnotes", "response due", "file"):
        assert column in result.output
    assert "2026-12-23" in result.output
    before = {p.name: p.read_bytes() for p in letters}
    again = CliRunner().invoke(cli, ["demo", "-o", str(tmp_path / "out"), "--date", "2026-11-24"])
    assert {p.name: p.read_bytes() for p in (tmp_path / "out").glob("*.docx")} == before
    assert "unchanged" in again.output


def test_it_asks_each_kind_of_request_once():
    scanned = scan(read(SOURCE), open_library())
    chosen = best(scanned, 6)
    templates = [scanned.passage(id).suggestions[0].template for id in chosen]
    assert len(chosen) == 6
    assert len(set(templates)) == 6
