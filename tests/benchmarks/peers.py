"""Letters by docxtpl and docx-mailmerge2, measured in a process of their own: neither is a dependency of foiakit.

Reads the templates' folder from the command line, then from standard input one line a round (peer, first, count), and
answers each with the CPU seconds that the round took.
"""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def docxtpl(template: bytes) -> Callable[[dict[str, str]], bytes]:
    """A letter as its guide writes one: the template is opened for each."""
    from docxtpl import DocxTemplate  # type: ignore[import-not-found,unused-ignore]

    def write(values: dict[str, str]) -> bytes:
        document = DocxTemplate(io.BytesIO(template))
        document.render(values, autoescape=True)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return write


def mailmerge(template: bytes) -> Callable[[dict[str, str]], bytes]:
    """A letter by merge fields."""
    from mailmerge import MailMerge  # type: ignore[import-not-found,unused-ignore]

    def write(values: dict[str, str]) -> bytes:
        with MailMerge(io.BytesIO(template)) as document:
            document.merge(**values)
            out = io.BytesIO()
            document.write(out)
        return out.getvalue()

    return write


def main(folder: Path) -> None:
    """Answers rounds until standard input ends."""
    values: list[dict[str, str]] = json.loads((folder / "values.json").read_text())
    peers: dict[str, Any] = {}
    for name, make in (("docxtpl", docxtpl), ("mailmerge", mailmerge)):
        peers[name] = make((folder / f"{name}.docx").read_bytes())
        (folder / f"{name}-out.docx").write_bytes(peers[name](values[3]))
    print("ready", flush=True)
    for line in sys.stdin:
        name, first, count = line.split()
        begun = time.process_time()
        for at in range(int(first), int(first) + int(count)):
            peers[name](values[at % len(values)])
        print(time.process_time() - begun, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
