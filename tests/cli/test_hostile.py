"""The table of hostile inputs, through the commands: each ends with a message, in two seconds and 300 MB."""

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from foiakit.files import place

EXAMPLES = place.shipped().parent / "examples"
ESCAPES = "\x1b]0;owned\x07\x1b[31m\u202e\x9b2J [red]x[/red]"
PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    ),
}
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(f'<!ENTITY {c} "{f"&{p};" * 10}">' for p, c in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><x>&i;</x>"
)  # fmt: skip


def word(document: str | bytes) -> bytes:
    """A .docx with this main part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**PARTS, "word/document.xml": document}.items():
            archive.writestr(name, content)
    return out.getvalue()


BOMB = word(b"<x>" + b" " * 100_000_000)
DRAFT = (EXAMPLES / "draft.yaml").read_text(encoding="utf-8")
ALIASES = "\n".join(
    ["a: &a [x,x,x,x,x,x,x,x,x]"]
    + [f"{c}: &{c} [{','.join(['*' + p] * 9)}]" for p, c in zip("abcdefgh", "bcdefghi", strict=True)]
)
YAML = {
    "aliases": (ALIASES, "anchors and aliases"),
    "python tag": ("foiakit: !!python/object/apply:os.system ['touch owned']\n", "is not read"),
    "levels in a row": ("- " * 100_000 + "x", "more than 40 levels"),
    "levels by keys": ("? " * 100_000 + "x", "more than 40 levels"),
    "levels of brackets": ("[" * 100_000, "more than 40 levels"),
    "half a million keys": ("\n".join(f"k{n}: v" for n in range(400_000)), "keys and values"),
    "one key many times": ("k: v\n" * 50_000, "stands twice"),
    "one long line": ("k: [" + "x " * 1_000_000, "not YAML"),
    "too large": ("a: " + "x" * 6_000_000, "is the most"),
    "escapes": ('foiakit: 1\n"rel\\e]0;owned\\a\\u202e\\x9b2J[red]": x\n', "is not a key here"),
    "zero bytes": ("a: \0\0\0", "not YAML"),
}


def files(folder: Path) -> None:
    """Everything that the commands below are given."""
    for name, (text, _) in YAML.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    (folder / "release.txt").write_bytes((EXAMPLES / "releases" / "ice-2009-09-10-imperial-county.txt").read_bytes())
    (folder / "profile.yaml").write_bytes((EXAMPLES / "profile.yaml").read_bytes())
    good = DRAFT.replace("releases/ice-2009-09-10-imperial-county.txt", "release.txt")
    (folder / "good.yaml").write_text(good, encoding="utf-8")
    (folder / "of a device.yaml").write_text(good.replace("file: release.txt", "file: /dev/zero"), encoding="utf-8")
    lines = [line for line in good.splitlines() if not line.startswith("requester")]
    (folder / "who is a device.yaml").write_text("\n".join([*lines, "requester: /dev/zero"]), encoding="utf-8")
    os.mkfifo(folder / "pipe")
    (folder / "bomb.docx").write_bytes(BOMB)
    (folder / "laughs.docx").write_bytes(word(LAUGHS))
    (folder / "deep.html").write_bytes(b"<html><body>" + b"<div>" * 100_000 + b"<p>The office paid $4 million.</p>")
    with (folder / "large.txt").open("wb") as stream:
        stream.truncate(200_000_000)
    for name in ("linked", "piped", "recorded"):
        (folder / name).mkdir()
    (folder / "linked" / "us-dhs-ice.docx").symlink_to(folder / "outside")
    os.mkfifo(folder / "piped" / "us-dhs-ice.docx")
    (folder / "recorded" / ".foiakit-written").symlink_to(folder / "outside")


WRITE = ["write", "good.yaml", "--date", "2026-11-24", "-o"]
CASES = {
    **{f"draft: {name}": (["write", f"{name}.yaml", "-o", "out"], says) for name, (_, says) in YAML.items()},
    **{f"profile: {name}": (["profile", "check", f"{name}.yaml"], says) for name, (_, says) in YAML.items()
       if name != "escapes"},
    **{f"plan: {name}": (["batch", f"{name}.yaml", "-o", "out"], says) for name, (_, says) in YAML.items()
       if name != "escapes"},
    "draft: a device": (["write", "/dev/zero", "-o", "out"], "a draft is wanted here"),
    "draft: a pipe": (["check", "pipe"], "a draft is wanted here"),
    "draft: a folder": (["check", "."], "is a directory"),
    "draft: a long name": (["check", "x" * 300], "a draft is wanted here"),
    "draft of a device": (["write", "of a device.yaml", "-o", "out"], "pipe or device"),
    "requester is a device": (["write", "who is a device.yaml", "-o", "out"], "pipe or device"),
    "profile: a device": (["profile", "check", "/dev/zero"], "pipe or device"),
    "letterhead: a device": ([*WRITE, "out", "--letterhead", "/dev/zero"], "pipe or device"),
    "letterhead: a pipe": ([*WRITE, "out", "--letterhead", "pipe"], "pipe or device"),
    "letterhead: a zip bomb": ([*WRITE, "out", "--letterhead", "bomb.docx"], "unpacks to more"),
    "letterhead: an entity bomb": ([*WRITE, "out", "--letterhead", "laughs.docx"], "declares entities"),
    "release: a zip bomb": (["scan", "bomb.docx"], "unpacks"),
    "release: an entity bomb": (["scan", "laughs.docx"], "entities"),
    "release: nested 100,000 deep": (["scan", "deep.html"], "no text"),
    "release: 200 MB": (["scan", "large.txt"], "200 MB"),
    "release: a device": (["scan", "/dev/zero"], "pipe or device"),
    "release: a file address": (["scan", "file:///etc/hostname"], "only https"),
    "release: a local address": (["scan", "https://127.0.0.1/x"], "inside this machine"),
    "release: a metadata address": (["draft", "https://169.254.169.254/x", "--pick", "1.1", "-o", "d.yaml"], "inside this"),
    "a name with escapes": (["scan", ESCAPES], "no such file"),
    "folder: a link as letter": ([*WRITE, "linked"], "this is a link"),
    "folder: a pipe as letter": ([*WRITE, "piped"], "pipe or device"),
    "folder: a link as record": ([*WRITE, "recorded"], "cannot be written"),
    "folder: a file": ([*WRITE, "release.txt"], "is a file"),
}  # fmt: skip

RUNNER = """
import contextlib, io, json, os, sys
from foiakit.cli.main import run
for name, (arguments, _) in json.loads(sys.stdin.read()).items():
    said, began = io.StringIO(), sum(os.times()[:4])
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            run(arguments)
        except SystemExit as end:
            code = end.code
    memory = 0
    with contextlib.suppress(OSError):
        memory = int(open("/proc/self/status").read().partition("VmHWM:")[2].split()[0])
    print(json.dumps([name, code, said.getvalue(), sum(os.times()[:4]) - began, memory]), flush=True)
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What each case gave: exit code, message, processor seconds, and the most memory so far in kilobytes (Linux)."""
    folder = tmp_path_factory.mktemp("hostile")
    files(folder)
    cases = json.dumps(CASES)
    done = subprocess.run(
        [sys.executable, "-c", RUNNER], input=cases, capture_output=True, text=True, cwd=folder, timeout=60
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert not (folder / "owned").exists() and not (folder / "outside").exists()
    return {name: rest for name, *rest in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("name", CASES)
def test_it_ends_with_a_message_that_says_what_is_wrong(told, name):
    code, message, seconds, memory = told[name]
    assert CASES[name][1] in message
    assert code == 2, message
    assert len(message) < 10_000
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(message)
    assert seconds < 2
    assert memory < 300_000, "kilobytes"
