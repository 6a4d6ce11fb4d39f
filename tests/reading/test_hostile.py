"""What is no release, or was made to hurt its reader, ends with a message that says what to do, in two seconds."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from foiakit.model.errors import FoiakitError
from foiakit.model.release import Kind
from foiakit.reading import read


def seconds_used() -> float:
    """Processor time of this process and its children: a busy machine does not make a test fail."""
    return sum(os.times()[:4])


PROSE = b"The agency opened an office on Monday, the director said. It will serve 1,200 people a year."


@pytest.mark.parametrize(
    ("raw", "name", "says"),
    [
        (b"", "a.txt", "is empty"),
        (b" \n\r\n\t", "a.txt", "is empty"),
        (b"\0" * 4000, "a.txt", "is empty"),
        (bytes(range(256)) * 20, "a.txt", "no text"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "a.png", "picture"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 100, "a.txt", "picture"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 100, "a.doc", "old Word"),
        (b"{\\rtf1 hello}", "a.rtf", "Rich Text"),
        (b"\x1f\x8b\x08" + b"\0" * 100, "a.gz", "archive"),
        (b"\x7fELF" + b"\0" * 100, "a", "program"),
        (b"PK\x03\x04" + b"\0" * 100, "a.zip", "archive"),
        (b"12345 67890 --- 55\n", "a.txt", "no sentences"),
        (b"<html><body></body></html>", "a.html", "no text"),
        (b"<html><body><script>var a = 'text';</script></body></html>", "a.html", "no text"),
        (b"<!DOCTYPE html>", "a.html", "no text"),
    ],
)
def test_what_is_no_release_is_said_to_be_none(raw, name, says):
    with pytest.raises(FoiakitError, match=says) as refused:
        read(raw, name=name)
    assert name in str(refused.value)


def test_an_unknown_format_is_refused_by_name():
    with pytest.raises(FoiakitError, match=r"(?s)“doc”.*docx"):
        read(PROSE, kind="doc")


@pytest.fixture
def places(tmp_path: Path) -> dict[str, Path]:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop2")
    (tmp_path / "loop2").symlink_to(tmp_path / "loop")
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    (tmp_path / "under.txt").write_bytes(PROSE)
    with (tmp_path / "large.txt").open("wb") as stream:
        stream.truncate(200_000_000)
    return {name: tmp_path / name for name in ("folder", "pipe", "loop", "nowhere", "large.txt")} | {
        "missing": tmp_path / "no.txt",
        "device": Path("/dev/zero"),
        "long": tmp_path / ("x" * 300),
        "file as folder": tmp_path / "under.txt" / "x.txt",
        "null": Path("a\0b"),
    }


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("folder", "is a folder"),
        ("pipe", "pipe or device"),
        ("device", "pipe or device"),
        ("loop", "circle"),
        ("nowhere", "no such file"),
        ("missing", "no such file"),
        ("large.txt", "200 MB"),
        ("long", "too long"),
        ("file as folder", "not a folder"),
        ("null", "no name"),
    ],
)
def test_a_path_that_is_no_readable_file_is_refused_in_time(places, name, says):
    began = seconds_used()
    with pytest.raises(FoiakitError, match=says):
        read(places[name])
    assert seconds_used() - began < 2


def test_a_name_with_escapes_is_shown_without_them():
    with pytest.raises(FoiakitError) as refused:
        read(b"", name="\x1b[31mred\u202e.txt")
    assert "\x1b" not in str(refused.value) and "\u202e" not in str(refused.value)


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_said_to_be_so(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(PROSE)
    path.chmod(0)
    with pytest.raises(FoiakitError, match="may not be read"):
        read(path)


def test_standard_input_is_read(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PROSE)))
    release = read("-")
    assert (release.file, release.text) == ("standard input", PROSE.decode())


def nested(tag: str) -> bytes:
    return b"<html><body>" + f"<{tag}>".encode() * 100_000 + b"<p>" + PROSE + b"</p></body></html>"


PAGES = {
    "nested div": nested("div"),
    "nested inline": nested("b"),
    "nested tables": nested("table><tr><td"),
    "nested lists": nested("ul><li"),
    "endless attribute": b"<html><body class='" + b"a-" * 2_000_000 + b"'><p>" + PROSE + b"</p></body></html>",
    "millions of tags": b"<html><body><p>" + PROSE + b"<b>a</b>" * 600_000 + b"</p></body></html>",
    "many breaks": b"<html><body><p>" + PROSE + b"<br>" * 100_000 + b"</p></body></html>",
    "deep json": b"<html><script type='application/ld+json'>" + b"[" * 100_000 + b"</script><body><p>" + PROSE,
    "many links": b"<html><body><p>" + PROSE + b"</p>" + b"<a href=x>link</a> " * 50_000,
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_made_to_hurt_is_read_or_refused_in_time(name):
    began = seconds_used()
    try:
        release = read(PAGES[name], name="page.html")
    except FoiakitError as error:
        assert "nested" in name or name == "millions of tags"
        assert "no text" in str(error) or "tags" in str(error)
    else:
        assert any("opened an office" in p.text for p in release.passages)
    assert seconds_used() - began < 2


TEXTS = {
    "stars": b"*" * 500_000 + b" " + PROSE,
    "brackets": b"[" * 500_000 + PROSE,
    "links": b"[a](b" * 100_000 + b"\n\n" + PROSE,
    "underscores": b"_a " * 200_000 + b"\n\n" + PROSE,
    "backslashes": b"\\*" * 300_000 + b"\n\n" + PROSE,
    "escapes": b"\x1b]" * 300_000 + b"\n\n" + PROSE,
    "quotes": b'"' * 300_000 + b"\n\n" + PROSE,
    "stops": b". " * 100_000 + b"\n\n" + PROSE,
    "capitals": b"A. B. U.S. " * 30_000 + b"\n\n" + PROSE,
    "dashes": b"---\n" * 50_000 + b"\n\n" + PROSE,
    "hashes": b"#" * 500_000 + b"\n\n" + PROSE,
    "pipes": b"|a|b|\n" * 60_000 + b"\n\n" + PROSE,
    "bullets": b"- \n" * 50_000 + b"\n\n" + PROSE,
    "digits": b"1" * 500_000 + b"\n\n" + PROSE,
    "dates": b"May 1, 2" * 60_000 + b"\n\n" + PROSE,
    "spaces": b" " * 1_000_000 + PROSE,
    "tags": b"<a " * 200_000 + b"\n\n" + PROSE,
}


@pytest.mark.parametrize("kind", ["txt", "md"])
@pytest.mark.parametrize("name", TEXTS)
def test_a_text_made_to_hurt_is_read_in_time(name, kind):
    began = seconds_used()
    try:
        release = read(TEXTS[name], kind=kind)
        assert all(release.text[p.start : p.end] == p.text for p in release.passages[:100])
    except FoiakitError:
        assert kind == "md" or name in {"brackets"}
    assert seconds_used() - began < 2


def test_one_line_of_three_megabytes_is_read_whole():
    release = read((PROSE + b" ") * 33_000, name="line.txt")
    assert sum(len(p.text) for p in release.passages) > 2_900_000


def test_ten_megabytes_are_read_with_progress():
    seen: list[tuple[int, int]] = []
    text = (b"The agency counted its wells, " * 12 + b"and found 1,200 of them.\n\n") * 26_000
    assert len(text) > 10_000_000
    release = read(text, name="long.txt", progress=lambda done, total: seen.append((done, total)))
    assert len(release.passages) == 26_000
    assert len(seen) > 10 and seen[-1][0] == seen[-1][1]
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


@pytest.mark.parametrize("name", ["nested div", "many links", "many breaks", "millions of tags"])
def test_a_hostile_page_stays_within_300_megabytes(name, tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(PAGES[name])
    code = (
        "import resource,sys,pathlib\nfrom foiakit.reading import read\nfrom foiakit.model.errors import FoiakitError\n"
        "try:\n    read(sys.argv[1])\nexcept FoiakitError:\n    pass\n"
        "status = pathlib.Path('/proc/self/status')\n"  # what the parent had is not counted there
        "print(status.read_text().partition('VmHWM:')[2].split()[0] if status.exists()"
        " else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    run = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    kilobytes = int(run.stdout) if sys.platform != "darwin" else int(run.stdout) // 1024
    assert kilobytes < 300_000


def test_the_body_of_a_short_text_is_all_of_it():
    release = read(b"The office is open.", name="a.txt")
    assert [(p.id, p.kind) for p in release.passages] == [("1.1", Kind.BODY)]
