"""Which sentences of a paragraph are worth parsing: those with a date, and what is needed to understand them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from datedeck.extract.events.words import TITLES
from datedeck.model import Block, DatedMention, Span

_STOP = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])")
_SHORT = re.compile(r"(?:^|[\s(\[\"“])((?:[A-Z]\.)*[A-Z]|[A-Za-z][a-z]{0,4})$")  # what may be an abbreviation
_KNOWN = frozenset(
    "st no nos vol ch fig ca c fl cf vs etc al inc ltd co corp jr sr mt ft approx dept est op pp p".split()
)
_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_GOES_ON = re.compile(r"[\s\"“‘'(]*(?:He|She|It|They|His|Her|Its|Their|This|These|That|Those)\b")
_PRONOUN = re.compile(r"\b(?:he|she|it|they|his|her|its|their)\b", re.IGNORECASE)
# A sentence that leaves the telling to the next one: "The worst attack of the war came on 3 May."
_SAYS_LITTLE = re.compile(
    r"\b(?:occurred|happened|came|took place|followed|worsened|changed|ensued|struck)\b[^,;]{0,30}[.!]\s*$"
)
_LITTLE = 60  # code points at its end
_FURTHEST = 6  # sentences gone back for whom a pronoun means


def unneeded(text: str, block: Block, mentions: Sequence[DatedMention]) -> Iterator[Span]:
    """The sentences of a block, with the space after them, that nothing dated needs."""
    sentences = list(split(text, block.span))
    dated = {index for index, one in enumerate(sentences) if any(_touches(one, mention) for mention in mentions)}
    kept = set(dated)
    for index in dated:
        kept |= set(range(_first_needed(text, sentences, index), index))
        if _SAYS_LITTLE.search(sentences[index].of(text)[-_LITTLE:]) and index + 1 < len(sentences):
            kept.add(index + 1)
    for index, one in enumerate(sentences):
        if index not in kept:
            yield one


def split(text: str, span: Span) -> Iterator[Span]:
    """Sentences with the space after them; where a stop may belong to an abbreviation they are not parted."""
    start = span.start
    for match in _STOP.finditer(text, span.start, span.end):
        if text[match.start()] == "." and _may_be_abbreviation(text[start : match.start()]):
            continue
        yield Span(start, match.end())
        start = match.end()
    yield Span(start, span.end)


def _may_be_abbreviation(before: str) -> bool:
    found = _SHORT.search(before)
    if not found:
        return False
    word = found[1].lower()
    return word in _KNOWN or word in TITLES or word in _MONTHS or (len(found[1]) == 1 or "." in found[1])


def _touches(sentence: Span, mention: DatedMention) -> bool:
    spans = [mention.span] + ([mention.anchor] if mention.anchor else [])
    return any(sentence.start < span.end and span.start < sentence.end for span in spans)


def _first_needed(text: str, sentences: Sequence[Span], index: int) -> int:
    """One sentence back, and further as long as sentences begin with a pronoun."""
    if not _PRONOUN.search(sentences[index].of(text)):
        return index
    first = max(index - 1, 0)
    while first > max(index - _FURTHEST, 0) and _GOES_ON.match(sentences[first].of(text)):
        first -= 1
    return first
