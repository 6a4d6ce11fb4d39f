"""A day in an option: one reader, one message, in every command that takes one."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from foiakit.cli.main import cli
from foiakit.model.errors import FoiakitError

COMMANDS = {
    "--date": [
        ["agency", "show", "us/doj/fbi"],
        ["batch", "plan.yaml", "-o", "out"],
        ["check", "draft.yaml"],
        ["demo", "-o", "out"],
        ["write", "draft.yaml", "-o", "out"],
    ],
    "--from": [["deadline", "us"]],
}
EACH = [(option, words) for option, commands in COMMANDS.items() for words in commands]


@pytest.mark.parametrize(("option", "words"), EACH, ids=lambda v: v if isinstance(v, str) else v[0])
@pytest.mark.parametrize("given", ["tomorrow", "2026-02-30", "24.11.2026", ""])
def test_what_is_no_date_is_refused_by_the_options_name_before_anything_is_read(option, words, given):
    with pytest.raises(FoiakitError) as refused:
        CliRunner().invoke(cli, [*words, option, given], catch_exceptions=False)
    assert str(refused.value) == f"{option}: “{given}” is no date\n  Write it as 2026-11-24."


def test_a_day_reaches_the_command_as_it_was_typed():
    told = CliRunner().invoke(cli, ["deadline", "us-ca", "--from", " 2026-11-24"], catch_exceptions=False).output
    assert "received on Tuesday, November 24, 2026" in told
