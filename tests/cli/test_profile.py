"""`foiakit profile`: a file to fill in, and what it would lack."""

import stat

from click.testing import CliRunner

from foiakit.cli.main import cli
from foiakit.drafting import load_profile
from foiakit.model.errors import BadFile, FoiakitError


def run(*arguments):
    return CliRunner().invoke(cli, list(arguments))


def test_a_new_profile_is_written_for_its_owner_alone_and_loads(tmp_path):
    path = tmp_path / "me.yaml"
    result = run("profile", "new", "-o", str(path))
    assert result.exit_code == 0 and str(path) in result.stdout
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert load_profile(path).name == "Your Name"


def test_an_existing_profile_is_left_as_it_is(tmp_path):
    path = tmp_path / "me.yaml"
    path.write_text("name: Robin Roe\n")
    assert isinstance(run("profile", "new", "-o", str(path)).exception, FoiakitError)
    assert path.read_text() == "name: Robin Roe\n"


def test_checking_a_profile_says_what_a_letter_would_lack(tmp_path):
    path = tmp_path / "me.yaml"
    path.write_text("name: Robin Roe\nemail: robin@records.example\nceiling: 25\n")
    result = run("profile", "check", str(path))
    assert "signed by Robin Roe" in result.stdout
    assert "fee_category" in result.stderr and "residence" in result.stderr and "ceiling" not in result.stderr


def test_a_slip_is_told_with_its_line(tmp_path):
    path = tmp_path / "me.yaml"
    path.write_text("name: Robin Roe\nemial: robin@records.example\n")
    error = run("profile", "check", str(path)).exception
    assert isinstance(error, BadFile) and ":2:" in str(error) and "email" in str(error)
