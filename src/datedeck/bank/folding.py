"""White space folded: how quotes are stored, compared and found again in their documents."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache

from datedeck.model import Span

_WORD = re.compile(r"\S+")
_SHINGLE = 3  # words that must agree for a passage to count as near


def fold(text: str) -> str:
    """Every run of white space (any that `str.isspace` knows) as one space, none at the ends."""
    return " ".join(text.split())


def places(text: str, part: str) -> Iterator[int]:
    """Where `part` starts in `text`, left to right, without overlaps."""
    at = text.find(part) if part else -1
    while at >= 0:
        yield at
        at = text.find(part, at + len(part))


class Folded:
    """A document's text folded once, with the way back to its own offsets (code points). Made in linear time."""

    def __init__(self, text: str) -> None:
        self._raw: list[int] = []
        self._starts: list[int] = []
        self._words: list[str] = []
        length = 0
        for match in _WORD.finditer(text):
            self._raw.append(match.start())
            self._starts.append(length)
            self._words.append(match.group())
            length += len(match.group()) + 1
        self.text = " ".join(self._words)

    def _offset(self, at: int) -> int:
        word = bisect_right(self._starts, at) - 1
        return self._raw[word] + at - self._starts[word]

    def span(self, start: int, end: int) -> Span:
        """The raw span of a non-empty folded stretch that neither starts nor ends with a space."""
        return Span(self._offset(start), self._offset(end - 1) + 1)

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for word, start in zip(self._words, self._starts, strict=True):
            found.setdefault(word, []).append(start)
        return found

    def places(self, quote: str) -> list[int]:
        """Where a folded quote starts; looked up by its rarest whole word, so that many quotes take linear time."""
        words = quote.split(" ")
        if len(words) < 3:  # its first and last word may be parts of words
            return list(places(self.text, quote))
        rarest = min(range(1, len(words) - 1), key=lambda at: len(self._index.get(words[at], ())))
        before = len(" ".join(words[:rarest])) + 1
        starts = (start - before for start in self._index.get(words[rarest], ()))
        return [start for start in starts if start >= 0 and self.text.startswith(quote, start)]

    @cached_property
    def _shingles(self) -> dict[tuple[str, ...], int]:
        words = self._words
        found: dict[tuple[str, ...], int] = {}
        for at in range(len(words) - _SHINGLE + 1):
            found.setdefault(tuple(words[at : at + _SHINGLE]), at)
        return found

    def nearest(self, quote: str) -> str:
        """The passage that shares some words in a row with a quote, as long as the quote; empty where none does."""
        words = quote.split()
        for at in range(len(words) - _SHINGLE + 1):
            found = self._shingles.get(tuple(words[at : at + _SHINGLE]))
            if found is not None:
                first = max(found - at, 0)
                return " ".join(self._words[first : first + len(words)])
        return ""


@lru_cache(maxsize=16)
def folded(text: str) -> Folded:
    """The folded form of a document's text, kept for the facts of the same document."""
    return Folded(text)
