"""White space folded: how quotes are stored, compared and found again in their documents."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from datedeck.model import Span

_WORD = re.compile(r"\S+")
_RAREST = 12  # words of a quote by which the passage nearest to it is sought
_PLACES = 200  # of a word, at most: a commoner one does not tell where to look
_NEAR = 0.4  # share of those words that a near passage has


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
        """The places of each word, counted in words."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self._words):
            found.setdefault(word, []).append(at)
        return found

    def places(self, quote: str) -> list[int]:
        """Where a folded quote starts; looked up by its rarest whole word, so that many quotes take linear time."""
        words = quote.split(" ")
        if len(words) < 3:  # its first and last word may be parts of words
            return list(places(self.text, quote))
        rarest = min(range(1, len(words) - 1), key=lambda at: len(self._index.get(words[at], ())))
        before = len(" ".join(words[:rarest])) + 1
        starts = (self._starts[at] - before for at in self._index.get(words[rarest], ()))
        return [start for start in starts if start >= 0 and self.text.startswith(quote, start)]

    def nearest(self, quote: str) -> str:
        """The passage that shares the most of a quote's rarest words in their order; empty where too few are shared."""
        words = quote.split()
        index = {at: found for at, word in enumerate(words) if len(found := self._index.get(word, [])) <= _PLACES}
        sought = sorted((at for at in index if index[at]), key=lambda at: (len(index[at]), at))[:_RAREST]
        # Where the quote would begin, were this word of it the one that stands at that place.
        votes = sorted((place - at, at) for at in sought for place in index[at])
        run = _densest(votes, len(words) // 4 + 1, {at: 1 / len(index[at]) for at in sought})
        if len(run) < max(2, _NEAR * min(len(index), _RAREST)):
            return ""
        return " ".join(self._words[max(run[min(run)], 0) : max(run[max(run)] + len(words), 0)])


def _densest(votes: Sequence[tuple[int, int]], reach: int, rarity: Mapping[int, float]) -> dict[int, int]:
    """Of sorted pairs (offset, word) the run within `reach` with the most different, then rarest, words: their offsets.

    A word that has several offsets in the run is given the one nearest to the commonest.
    """
    best, first, last = (0, 0.0), 0, 0
    count: Counter[int] = Counter()
    start = 0
    for end, (offset, word) in enumerate(votes):
        count[word] += 1
        while votes[start][0] < offset - reach:
            gone = votes[start][1]
            count[gone] -= 1
            if not count[gone]:
                del count[gone]
            start += 1
        if len(count) >= best[0] and (found := (len(count), sum(map(rarity.__getitem__, count)))) > best:
            best, first, last = found, start, end + 1
    run = votes[first:last]
    common = Counter(offset for offset, _ in run).most_common(1)
    return {word: offset for offset, word in sorted(run, key=lambda vote: (-abs(vote[0] - common[0][0]), vote))}


@lru_cache(maxsize=16)
def folded(text: str) -> Folded:
    """The folded form of a document's text, kept for the facts of the same document."""
    return Folded(text)
