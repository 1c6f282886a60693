"""Markdown's inline marks: emphasis, code, links, images, escapes – what a reader of the page does not see.

CommonMark's rules by runs of delimiters and a stack of open ones, in one pass; but emphasis opens only where a word
may begin, so that "2*3*4" is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from unicodedata import category

from datedeck.model import Span

_TOKEN = re.compile(r"\\[!-/:-@\[-`{-~]|`+|\*+|_+|!?\[|\]")
_TITLE = r"""\s{1,4}(?:"[^"]{0,300}"|'[^']{0,300}')"""
_TARGET = re.compile(
    rf"\]\([ \t]{{0,4}}(?:<[^<>\n]{{0,500}}>|(?:[^()\s]|\([^()\s]{{0,100}}\)){{0,500}})(?:{_TITLE})?\s{{0,4}}\)"
)
_LONGEST_RUN = 3  # longer runs of asterisks or underscores are rules or blanks to fill in


@dataclass(slots=True)
class _Run:
    """A run of delimiters that may open emphasis; `length` falls as its inner ones are closed."""

    start: int
    length: int


@dataclass(slots=True)
class _State:
    """What is open at a place of the block, and the marks found before it."""

    found: list[Span] = field(default_factory=list)
    runs: dict[str, list[_Run]] = field(default_factory=lambda: {"*": [], "_": []})
    brackets: list[Span] = field(default_factory=list)


def inline_marks(text: str, span: Span) -> tuple[Span, ...]:
    """Find the inline marks in a block, in text order and disjoint; of a link its words stay, its address goes."""
    block = span.of(text)
    closing = _closing_ticks(block)
    state, place = _State(), 0
    while token := _TOKEN.search(block, place):
        place = token.end()
        first = token[0][0]
        if first == "\\":
            state.found.append(Span(token.start(), token.start() + 1))
        elif first == "`":
            place = _code(state, token, closing)
        elif first in "*_":
            _emphasis(state, block, token)
        elif first == "]":
            place = _link(state, block, token)
        else:
            state.brackets.append(Span(*token.span()))
    return tuple(Span(span.start + mark.start, span.start + mark.end) for mark in sorted(state.found))


def _closing_ticks(block: str) -> dict[int, int]:
    """The start of each run of backticks to the start of the next one as long."""
    following: dict[int, int] = {}
    latest: dict[int, int] = {}
    for run in re.finditer("`+", block):
        length = len(run[0])
        if length in latest:
            following[latest[length]] = run.start()
        latest[length] = run.start()
    return following


def _code(state: _State, token: re.Match[str], closing: dict[int, int]) -> int:
    """Mark the ticks around code; the place after them, for nothing inside is a mark."""
    start, length = token.start(), len(token[0])
    if start not in closing:
        return token.end()
    end = closing[start]
    state.found += [Span(start, start + length), Span(end, end + length)]
    return end + length


def _link(state: _State, block: str, token: re.Match[str]) -> int:
    """Close the latest bracket; where an address follows both are marks. The place after."""
    opened = state.brackets.pop() if state.brackets else None
    target = _TARGET.match(block, token.start()) if opened else None
    if not opened or not target:
        return token.end()
    state.found += [opened, Span(*target.span())]
    return target.end()


def _emphasis(state: _State, block: str, token: re.Match[str]) -> None:
    sign, start, end = token[0][0], token.start(), token.end()
    if end - start > _LONGEST_RUN:
        return
    opens, closes = _flanks(sign, block[start - 1] if start else " ", block[end] if end < len(block) else " ")
    if closes:
        start = _closed(state, sign, start, end)
    if opens and start < end:
        state.runs[sign].append(_Run(start, end - start))


def _closed(state: _State, sign: str, start: int, end: int) -> int:
    """Mark the emphases that the run at start:end closes, inner before outer; where what is left of the run begins.

    Runs of the other sign that are still open inside of them can be closed no more.
    """
    runs, others = state.runs[sign], state.runs["_" if sign == "*" else "*"]
    while start < end and runs:
        run = runs[-1]
        length = min(run.length, end - start)
        run.length -= length
        opening = run.start + run.length
        state.found += [Span(opening, opening + length), Span(start, start + length)]
        start += length
        while others and others[-1].start > opening:
            others.pop()
        if not run.length:
            runs.pop()
    return start


def _flanks(sign: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a run may open and may close emphasis, by the characters beside it."""
    if before.isdigit() and after.isdigit():
        return False, False
    left = not after.isspace() and (not _is_sign(after) or before.isspace() or _is_sign(before))
    right = not before.isspace() and (not _is_sign(before) or after.isspace() or _is_sign(after))
    return left and not before.isalnum(), right and (sign == "*" or not after.isalnum())


def _is_sign(character: str) -> bool:
    return category(character)[0] in "PS"
