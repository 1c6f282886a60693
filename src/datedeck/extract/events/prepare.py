"""Paragraphs made easy for the parser: note numbers and brackets out of the way, a comma after a fronted date."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from datedeck.extract.events.passage import Passage
from datedeck.extract.events.sentences import unneeded
from datedeck.model import Block, DatedMention, Document, Span

_BRACKET = re.compile(r" ?\([^()\n]{1,160}\)")
_DASHED = re.compile(r" [–—-] [^\n.;:!?–—]{1,120} [–—-](?= )")
_ALONG = re.compile(r",? (?:along|together) with [^\n.;:!?,]{1,60}(?: and [^\n.;:!?,]{1,40})?,(?= )")
_YEAR_LAST = re.compile(r"\d{4}$")
_NAME = re.compile(r" [A-Z]")
_SUBJECT = re.compile(
    r" (?:[A-Z]|(?:the|a|an|its|his|her|their|this|all|both|some|one|two|three|four|five|six|many|several|most"
    r"|hundreds|thousands|he|she|they|it)\b)"
)
_OPENING = re.compile(r"(?:^|[.!?;:]\s+|\n)(?:On|In|By|At|During|Since|After|Before|From|Until)\s(?:\w+\s){0,4}$")
_MARK = re.compile(r"[\s•*·‣–—-]*(?:[Ii]n\s)?")
_ENTRY = re.compile(r"\s*(?:(?:AD|CE|BC|BCE|A\.D\.|B\.C\.)\s*)?(?:\s[–—-]+\s|:\s|\s?—\s?|\t+)\s*")
_BEHIND = 60  # code points looked back on from a date for the beginning of its sentence


def prepared(
    document: Document, by_block: Mapping[int, Sequence[DatedMention]], cuts: Sequence[Span]
) -> dict[int, Passage]:
    """The passages of the blocks whose mentions are given, by index of the block; `cuts` are read over."""
    ordered = sorted(cuts)
    passages = {}
    for index, mentions in by_block.items():
        block = document.blocks[index]
        inside = ordered[bisect_left(ordered, block.span) : bisect_left(ordered, Span(block.span.end, 0))]
        inside = [*inside, *unneeded(document.text, block, mentions)]
        brackets = _brackets(document.text, block, mentions)
        entry = next((cut for mention in mentions[:1] if (cut := entry_cut(document.text, block, mention.span))), None)
        inside += [entry] if entry else []
        commas = [mention.span.end for mention in mentions if _runs_into_subject(document.text, mention.span)]
        passages[index] = Passage.of(document.text, block, [*inside, *brackets], commas)
    return passages


def entry_cut(text: str, block: Block, mention: Span) -> Span | None:
    """The date that an entry of a time line begins with, up to its first word: "1861 — ", "• May 1861: "."""
    if not _MARK.fullmatch(text[block.span.start : mention.start]):
        return None
    found = _ENTRY.match(text, mention.end, block.span.end)
    return Span(block.span.start, found.end()) if found else None


def _brackets(text: str, block: Block, mentions: Sequence[DatedMention]) -> Iterator[Span]:
    """Brackets and asides without a date: parsers stumble over them, and statements take only other names from them."""
    starts = [mention.span.start for mention in mentions]
    for pattern in (_DASHED, _ALONG):
        for match in pattern.finditer(text, block.span.start, block.span.end):
            if bisect_left(starts, match.start()) == bisect_left(starts, match.end()):
                yield Span(*match.span())
    for match in _BRACKET.finditer(text, block.span.start, block.span.end):
        first = bisect_left(starts, match.start())
        if first == bisect_left(starts, match.end()):
            yield Span(*match.span())
        elif (semicolon := text.rfind(";", match.start(), starts[first])) > 0:
            yield Span(text.index("(", match.start()) + 1, semicolon + 1)  # "(German: …; 1601–1650)"


def _runs_into_subject(text: str, mention: Span) -> bool:
    """ "In 1702 Ilna Orre …", "On 3 May the army …": without a comma the parser makes the date part of the subject."""
    subject = _SUBJECT if _YEAR_LAST.search(mention.of(text)) else _NAME
    if not subject.match(text, mention.end):
        return False
    return bool(_OPENING.search(text[max(0, mention.start - _BEHIND) : mention.start]))
