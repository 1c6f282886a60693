"""How alike two event statements are: shared content words, as a share of both (Dice coefficient)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_EMPTY = frozenset(
    "a an the of in on at to by for from with and or as was were be been is are had has have his her its their"
    " that which who it he she they this these those into over under did do does not".split()
)
_ENDING = re.compile(r"(?:ations?|ments?|ings?|ied|ed|es|s|e)$")
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=32768)
def content_words(text: str) -> frozenset[str]:
    """Words that carry meaning: lower case, without diacritics and without the commonest endings."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    return frozenset(
        _ENDING.sub("", word) if len(word) > 4 else word for word in _WORD.findall(plain) if word not in _EMPTY
    )


def likeness(one: str, other: str) -> float:
    """0 (no word shared) to 1 (the same content words)."""
    left, right = content_words(one), content_words(other)
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0
