"""`foiakit profile`: a file to fill in, and what it would lack."""

import stat
import sys

import pexpect
import pytest
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


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_in_a_terminal_the_first_facts_are_asked_and_what_is_left_out_stays_out(tmp_path):
    path = tmp_path / "me.yaml"
    child = pexpect.spawn(
        sys.executable, ["-m", "foiakit", "profile", "new", "-o", str(path)], timeout=30, encoding="utf-8"
    )
    for question, answer in (
        ("Your name", "Robin Roe"),
        ("Your role", ""),
        ("Your organization", "Made-up Records Project"),
        ("E-mail", "robin@records.example"),
        ("Telephone", ""),
        ("State where you live", "us-or"),
    ):
        child.expect(question)
        child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    profile = load_profile(path)
    assert (profile.name, profile.organization, profile.residence) == ("Robin Roe", "Made-up Records Project", "us-or")
    assert profile.role is None and profile.phone is None
