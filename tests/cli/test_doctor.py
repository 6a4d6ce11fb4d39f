"""`foiakit doctor` tells versions and places, and nothing about the person."""

from pathlib import Path

from click.testing import CliRunner

from foiakit import __version__
from foiakit.cli.main import cli


def test_it_tells_versions_and_not_the_home_folder(monkeypatch, tmp_path):
    home = tmp_path / "home" / "secret-login"
    templates = home / "templates"
    templates.mkdir(parents=True)
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.setenv("FOIAKIT_TEMPLATES", str(templates))
    result = CliRunner().invoke(cli, ["doctor"])
    assert result.exit_code == 0
    assert f"foiakit {__version__}" in result.output
    assert "own templates: ~/templates" in result.output
    assert "secret-login" not in result.output


def test_a_bad_template_is_told_and_ends_with_code_1(monkeypatch, tmp_path):
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "S99-mine.yaml").write_text("titel: x\n")
    monkeypatch.setenv("FOIAKIT_TEMPLATES", str(tmp_path))
    result = CliRunner().invoke(cli, ["doctor"])
    assert result.exit_code == 1
    assert "S99-mine.yaml:1:1" in result.output


def test_a_bad_template_at_home_is_told_without_the_login(monkeypatch, tmp_path):
    home = tmp_path / "secret-login"
    (home / "templates" / "checks").mkdir(parents=True)
    (home / "templates" / "checks" / "S99-mine.yaml").write_text("titel: x\n")
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.setenv("FOIAKIT_TEMPLATES", str(home / "templates"))
    result = CliRunner().invoke(cli, ["doctor"])
    assert result.exit_code == 1
    assert "~/templates/checks/S99-mine.yaml:1:1" in result.output
    assert "secret-login" not in result.output
