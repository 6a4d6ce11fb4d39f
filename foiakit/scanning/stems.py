"""Words cut to what their forms share: "implemented", "implementing" and "implementation" are one for the model."""

from __future__ import annotations

import re

from foiakit.scanning.memo import Memo

_ENDINGS = (
    ("ational", "ate"), ("ization", "ize"), ("fulness", "ful"), ("iveness", "ive"), ("ements", "ement"),
    ("ations", "at"), ("ation", "at"), ("ities", "ity"), ("ments", "ment"), ("ingly", ""), ("ising", "is"),
    ("izing", "iz"), ("ized", "iz"), ("ised", "is"), ("izes", "iz"), ("ings", ""), ("ing", ""), ("edly", ""),
    ("ied", "y"), ("ies", "y"), ("ed", ""), ("ers", "er"), ("ions", "ion"), ("ly", ""), ("es", "e"), ("s", ""),
)  # fmt: skip
_KEEPS_S = ("ss", "us", "is")
_YEAR = re.compile(r"(19|20)\d\d")


def stem(word: str) -> str:
    """The stem of a word in lower case; numbers become their shape, so that no single number is learned.

    >>> stem("implementing") == stem("implemented")
    True
    >>> stem("2009"), stem("1,250"), stem("42")
    ('#year', '#long', '#2')
    """
    if word[0].isdigit():
        return _number(word)
    if len(word) <= 4:
        return word[:-1] if len(word) > 3 and word[-1] == "s" and not word.endswith(_KEEPS_S) else word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            if ending == "s" and word.endswith(_KEEPS_S):
                continue
            word = word[: -len(ending)] + instead
            break
    if len(word) > 3 and word[-1] == "e":
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word


def _number(word: str) -> str:
    if _YEAR.fullmatch(word):
        return "#year"
    if "," in word:
        return "#long"
    if "." in word:
        return "#point"
    return f"#{min(3, len(word))}"


def _of_token(token: str) -> str:
    return stem(token) if token[0].isalnum() or token in "$%" else ""


stems = Memo(_of_token, 60_000)
"""The stems of tokens in lower case; of a mark of punctuation "", unless it speaks of money."""
