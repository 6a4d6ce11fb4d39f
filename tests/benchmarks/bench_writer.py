"""How fast Word letters are written, beside docxtpl, docx-mailmerge2, python-docx and the floor; CPU time, interleaved.

    python tests/benchmarks/bench_writer.py [--rounds 11] [--peers PYTHON]

The floor is a zip that holds the same parts: those that differ deflated, the others joined as they are. `--peers` is a
Python with docxtpl and docx-mailmerge2; without it they are installed into build/bench-peers.
"""

from __future__ import annotations

import argparse
import html
import io
import json
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from letters import letters

from foiakit.model.letter import Letter
from foiakit.writing import to_docx
from foiakit.writing.word.fast import Press
from foiakit.writing.word.package import join, pack, unpack

HERE = Path(__file__).resolve().parent
BUILD = HERE.parents[1] / "build"
_TEXT = re.compile(rb"<w:t(?: xml:space=\"preserve\")?>([^<]*)</w:t>")


def floor(letters_: list[Letter]) -> Callable[[int], bytes]:
    """Deflates the parts of ready letters that differ, and joins them to the others."""
    press = Press()
    parts = [unpack(press.to_docx(one)) for one in letters_]
    first = parts[0]
    own = {name for name in first if any(p[name] != first[name] for p in parts)}
    shared = {name: pack(name, content) for name, content in first.items() if name not in own}

    def write(at: int) -> bytes:
        return join([shared[n] if n in shared else pack(n, c) for n, c in parts[at % len(parts)].items()])

    return write


def write_templates(folder: Path, all_letters: list[Letter]) -> None:
    """The same letter as a template of each peer: what differs between letters is a variable, the rest stands in it."""
    unpacked = [unpack(to_docx(one)) for one in all_letters]
    values: list[dict[str, str]] = [{} for _ in all_letters]
    templates = {name: dict(unpacked[0]) for name in ("docxtpl", "mailmerge")}
    for name in ("word/document.xml", "word/footnotes.xml", "docProps/core.xml"):
        texts = [[t.decode() for t in _TEXT.findall(p[name])] for p in unpacked]
        names = [f"{name[5]}{at}" if len({row[at] for row in texts}) > 1 else "" for at in range(len(texts[0]))]
        for row, value in zip(texts, values, strict=True):
            value.update({key: html.unescape(text) for key, text in zip(names, row, strict=True) if key})
        for peer, parts in templates.items():
            parts[name] = blanked(unpacked[0][name], names, peer)
    for peer, parts in templates.items():
        (folder / f"{peer}.docx").write_bytes(join(pack(n, c) for n, c in parts.items()))
    (folder / "values.json").write_text(json.dumps(values))


def blanked(xml: bytes, names: list[str], peer: str) -> bytes:
    """A part with the texts that have a name replaced by the peer's blanks."""
    at = iter(names)

    def blank(found: re.Match[bytes]) -> bytes:
        key = next(at)
        if not key:
            return found[0]
        words = f"{{{{ {key} }}}}" if peer == "docxtpl" else f"«{key}»"
        return f'<w:t xml:space="preserve">{words}</w:t>'.encode()

    made = _TEXT.sub(blank, xml)
    if peer == "mailmerge":
        made = re.sub(
            rb"<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t[^>]*>\xc2\xab(\w+)\xc2\xbb</w:t></w:r>",
            rb'<w:fldSimple w:instr=" MERGEFIELD \2 "><w:r>\1<w:t>\2</w:t></w:r></w:fldSimple>',
            made,
        )
    return made


def peers_python(given: str | None) -> str:
    """A Python that has the peers."""
    if given:
        return given
    python = BUILD / "bench-peers/bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(python.parent.parent)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", "docxtpl", "docx-mailmerge2"], check=True)
    return str(python)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--peers")
    options = parser.parse_args()
    folder = BUILD / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    made = letters(200)
    write_templates(folder, made)
    press = Press()
    own: dict[str, tuple[int, Callable[[int], object]]] = {
        "foiakit (Press)": (200, lambda at: press.to_docx(made[at % 200])),
        "floor": (200, floor(made)),
        "python-docx (to_docx)": (5, lambda at: to_docx(made[at % 200])),
    }
    sizes = {name: len(write(3)) for name, (_, write) in own.items()}  # type: ignore[arg-type]
    command = [peers_python(options.peers), str(HERE / "peers.py"), str(folder)]
    times: dict[str, list[float]] = {name: [] for name in (*own, "docxtpl", "mailmerge")}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as peers:
        assert peers.stdin and peers.stdout
        if peers.stdout.readline().strip() != "ready":
            raise SystemExit("the peers did not start")
        check_peers(folder, made[3])
        for round_ in range(options.rounds):
            for name, (count, write) in own.items():
                begun = time.process_time()
                for at in range(count):
                    write(round_ * count + at)
                times[name].append((time.process_time() - begun) / count)
            for name, count in (("docxtpl", 5), ("mailmerge", 5)):
                peers.stdin.write(f"{name} {round_ * count} {count}\n")
                peers.stdin.flush()
                times[name].append(float(peers.stdout.readline()) / count)
        peers.stdin.close()
    print(f"{'writer':24}{'ms':>9}{'letters/s':>11}{'x docxtpl':>11}{'x floor':>9}   median of {options.rounds} rounds")
    for name, seconds in sorted(times.items(), key=lambda t: statistics.median(t[1])):
        middle = statistics.median(seconds)
        faster = statistics.median(d / s for d, s in zip(times["docxtpl"], seconds, strict=True))
        slower = statistics.median(s / f for s, f in zip(seconds, times["floor"], strict=True))
        print(f"{name:24}{middle * 1000:9.3f}{1 / middle:11.0f}{faster:11.1f}{slower:9.2f}")
    print(f"bytes of a letter: {sizes}")


def check_peers(folder: Path, letter: Letter) -> None:
    """The peers' letters must hold the same words, or they are no measure."""
    from docx import Document

    wanted = [p.text for p in Document(io.BytesIO(to_docx(letter))).paragraphs]
    for name in ("docxtpl", "mailmerge"):
        texts = [p.text for p in Document(str(folder / f"{name}-out.docx")).paragraphs]
        missing = [t for t in wanted if t not in texts]
        print(f"{name}: {len(wanted) - len(missing)} of {len(wanted)} paragraphs hold the same words")


if __name__ == "__main__":
    main()
