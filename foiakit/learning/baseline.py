"""The baseline that suggestions are held against: TF-IDF of words and letters, logistic regression, no knowledge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from foiakit.learning.examples import Example
from foiakit.learning.figures import Figures, Suggested
from foiakit.learning.labelled import Row

_NEIGHBOURS = 0.5
"""How much a neighbour's words count beside the passage's own."""


def baseline(seen: Sequence[Example], unseen: Sequence[Example], *, neighbours: bool) -> Figures:
    """The figures on unseen releases of the baseline trained on seen ones.

    Args:
        neighbours: Give it the sentences before and after, too.
    """
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=3)
    around = TfidfVectorizer(sublinear_tf=True, min_df=2)
    own, near = _texts(seen)
    parts: list[Any] = [words.fit_transform(own), letters.fit_transform(own)]
    if neighbours:
        parts.append(_NEIGHBOURS * around.fit_transform(near))
    inputs = sparse.hstack(parts).tocsr()
    rows = [row for e in seen for row, _ in e.judged]
    wanted = np.array([row.wanted for row in rows])
    sure = np.array([not row.either for row in rows])

    def learned(at: Any, answers: Any, freedom: float) -> LogisticRegression:
        return LogisticRegression(C=freedom, class_weight="balanced", max_iter=400).fit(inputs[at], answers)

    flags = learned(sure, wanted[sure], 3.0)
    families = learned(wanted, [row.primary for row in rows if row.wanted], 10.0)
    picks = learned(np.ones(len(rows), dtype=bool), [row.pick for row in rows], 1.0)
    found = Figures()
    for example in unseen:
        own, near = _texts([example])
        parts = [words.transform(own), letters.transform(own)]
        if neighbours:
            parts.append(_NEIGHBOURS * around.transform(near))
        test = sparse.hstack(parts).tocsr()
        flagged = flags.predict_proba(test)[:, 1] > 0.5
        chances, picked = families.predict_proba(test), picks.predict_proba(test)[:, 1]
        judged: list[tuple[Row, Suggested | None]] = []
        for at, (row, _) in enumerate(example.judged):
            order = np.argsort(-chances[at])[:3]
            best = [(str(families.classes_[i]), float(picked[at])) for i in order]
            judged.append((row, best if flagged[at] else []))
        found.add(judged)
    return found


def _texts(releases: Sequence[Example]) -> tuple[list[str], list[str]]:
    """The labelled sentences, and for each the ones before and after."""
    own: list[str] = []
    near: list[str] = []
    for example in releases:
        texts = [row.text for row, _ in example.judged]
        own += texts
        near += [" ".join(texts[max(0, at - 1) : at] + texts[at + 1 : at + 2]) for at in range(len(texts))]
    return own, near
