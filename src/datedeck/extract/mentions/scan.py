"""Finding the places where a date may begin, and asking the rules there.

The scan's pattern begins with one character class, which `re` searches at tens of millions of characters a second;
everything else is only tried at its hits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from datedeck.extract.mentions.rules import RULES, First, Rule
from datedeck.extract.mentions.tagged import Hit

_START = re.compile(
    r"[0-9JFMASONDsfawWcC](?:(?<=[0-9])[0-9]*|"
    r"(?<=[JFMASOND])(?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec)|"
    r"(?<=[SsFfAaWw])(?:pring|ummer|all|utumn|inter)|(?<=[cC])entur)"
)
_RULES_BY_FIRST: dict[First, tuple[Rule, ...]] = {
    first: tuple(rule for rule in RULES if rule.first == first) for first in ("digit", "month", "season", "century")
}
_MONTH_BEFORE = re.compile(r"(?:uary|arch|pril|ay|une|uly|ugust|ber|mid|early|late|pre|post|\s)-$", re.IGNORECASE)
_GLUED = frozenset("$£€¥#§@.,:;!?\"”’'/\\_=+*<&")
_OPENED = re.compile(r"(?:(?:^|[\s(\[—–])[\"']|\b(?:c|ca|b|d|r|fl)\.|[*_]{1,2})$")


def scan(text: str, start: int, end: int) -> Iterator[Hit]:
    """The hits of `text[start:end]` in text order, none overlapping another."""
    place = floor = start
    while found := _START.search(text, place, end):
        hit = _hit_at(text, found, end)
        if hit and hit.span.start >= floor:
            yield hit
            floor = hit.span.end
            place = max(floor, found.end())
        else:
            place = found.end()


def _hit_at(text: str, found: re.Match[str], end: int) -> Hit | None:
    first = _first(found[0])
    if not _may_begin(text, found.start(), first):
        return None
    for rule in _RULES_BY_FIRST[first]:
        match = rule.pattern.match(text, found.start(), end)
        hit = rule.build(match) if match else None
        if hit:
            return hit
    return None


def _first(sign: str) -> First:
    if sign[0].isdigit():
        return "digit"
    if sign.lower() == "centur":
        return "century"
    return "month" if len(sign) < 4 and sign not in ("Fall", "fall") else "season"


def _may_begin(text: str, place: int, first: First) -> bool:
    """Whether a word begins here; a number must not hang on the sign before it ("wounded.1", "3,500", "B-52")."""
    if place == 0:
        return True
    previous = text[place - 1]
    if previous.isalnum():
        return False
    if first != "digit":
        return True
    if previous == "-":
        return bool(_MONTH_BEFORE.search(text, max(0, place - 12), place))
    return previous not in _GLUED or bool(_OPENED.search(text, max(0, place - 4), place))
