"""How alike event statements are: shared content words, as a share of both (Dice coefficient).

An index of the words finds the statements like one among thousands without comparing it with each.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

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


class WordIndex:
    """Statements by their content words: `places` of each word in ascending order, and how many words each has."""

    def __init__(self, places: dict[str, list[int]], sizes: list[int]) -> None:
        self.places, self.sizes = places, sizes

    @classmethod
    def of(cls, statements: Iterable[str]) -> WordIndex:
        """The index of statements in their order."""
        index = cls({}, [])
        for statement in statements:
            index.add(statement)
        return index

    def add(self, statement: str) -> None:
        """Put one more statement after the others."""
        words = content_words(statement)
        for word in words:
            self.places.setdefault(word, []).append(len(self.sizes))
        self.sizes.append(len(words))

    def alike(self, statement: str, least: float) -> list[int]:
        """The places, ascending, of statements whose likeness to this one is `least` (above 0) or more."""
        words = content_words(statement)
        shared = Counter(chain.from_iterable(self.places.get(word, ()) for word in words))
        return sorted(place for place, count in shared.items() if 2 * count >= least * (len(words) + self.sizes[place]))
