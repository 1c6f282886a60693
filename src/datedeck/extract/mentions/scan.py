"""Finding the places where a date may begin, and asking the rules there.

The scan's pattern begins with one character class, which `re` searches at tens of millions of characters a second;
everything else is only tried at its hits.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from datedeck.extract.mentions.rules import RULES, First, Rule
from datedeck.extract.mentions.styles import styled
from datedeck.extract.mentions.tagged import Hit

# Numbers and names with a capital. Each pattern begins with one character class, so that `re` skips fast to it.
_NAMES = re.compile(
    r"[0-9JFMASONDCBEGHLPTW](?:(?<=[0-9])[0-9]*|(?<![a-z].)(?:"
    r"artinmas|pring|ummer|all|utumn|inter|"
    r"(?<=[JFMASOND])(?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec|AN|EB|AR|PR|AY|UN|UL|UG|EP|CT|OV|EC)|"
    r"entur|hristmas|ew\sYear|piphany|aster|andlemas|ady\sD|oxing\sD|idsummer|ichaelmas|"
    r"ammas|ll[\s-](?:Sai|Sou|Hal)|hit[\s-]?[SsMWw]|entecost|ood\sF|oly\s[SW]|sh\sW|alm\sS|hrove|aundy|"
    r"scension\sD|rinity\sS|allowe|hildermas|[CDE.](?:(?<=illennium\s..)|(?<=illennia\s..))|"
    r"(?:on|ues|ednes|hurs|ri|atur|un)day))"
)
# Small words; what begins a word is looked for by the sign before it, for blanks are rarer than letters.
_WORD = (
    r"(?:mid)?(?=s(?:pring|ummer|event|ixt)|autumn|f(?:all|ort|ift)|w(?:inter|eek)|centur|"
    r"year|day|m(?:onth|orning|orrow)|decade|e(?:ve|ight)|ni(?:ght|net)|a(?:fterno|nniv)|t(?:went|hirt))"
)
_WORDS = re.compile(rf"[ \t\r\n\xa0\-–—(\"'“‘’/]{_WORD}")
_OPENING_WORD = re.compile(_WORD)
_BY_WORD: dict[str, First] = {
    **dict.fromkeys(("spr", "sum", "aut", "fal", "win"), "season"),
    "cen": "century",
}
_CROWD, _CROWD_SPAN = 20, 300  # so many dates in so many characters are a table of dates: the next few are not read
_TABLE = 80
_NUMBER_NEAR = re.compile(r"[^0-9]{0,40}[0-9]")
_MONTH_BEFORE = re.compile(r"(?:uary|arch|pril|ay|une|uly|ugust|ber|mid|early|late|pre|post|\s)-$", re.IGNORECASE)
_MID = re.compile(r"(?:^|(?<!\w))[Mm]id$")
_GLUED = frozenset("$£€¥#§@.,:;!?\"”’'/\\_=+*<&")
_OPENED = re.compile(r"(?:(?:^|[\s(\[—–])[\"'’‘]|\b(?:c|ca|b|d|r|fl)\.|[*_]{1,2})$")


class Sign(NamedTuple):
    """A place where a date may begin, and what stands there."""

    start: int
    end: int
    first: First


def empty_crowd() -> deque[int]:
    """The places of the latest dates of a text, where none has been found yet."""
    return deque([-_CROWD_SPAN] * _CROWD, _CROWD)


def scan(text: str, start: int, end: int, crowd: deque[int]) -> Iterator[Hit]:
    """The hits of `text[start:end]` in text order, none overlapping another; `crowd` goes on from what was read."""
    floor = start
    for sign in _signs(text, start, end):
        place = sign.start
        if place < floor or place - crowd[0] < _CROWD_SPAN or (sign.first == "digit" and _in_table(text, place)):
            continue
        hit = _hit_at(text, sign, end)
        if hit and hit.span.start >= floor:
            hit = styled(text, hit, floor, end)
            yield hit
            floor = hit.span.end
            crowd.append(place)


def _in_table(text: str, place: int) -> bool:
    """Whether nothing but numbers and signs has stood before a number for so long that it is one of a table."""
    behind = text[max(0, place - _TABLE) : place]
    return len(behind) == _TABLE and behind.upper() == behind.lower() and sum(map(str.isdigit, behind)) > _TABLE // 4


def _signs(text: str, start: int, end: int) -> Iterator[Sign]:
    """The signs of both scans in text order."""
    opening = _OPENING_WORD.match(text, start, end)
    words = chain([opening] if opening else [], _WORDS.finditer(text, start, end))
    word = next(words, None)
    for found in _NAMES.finditer(text, start, end):
        while word and word.end() < found.start():
            yield _word(text, word.end())
            word = next(words, None)
        yield Sign(found.start(), found.end(), _first(found[0]))
    while word:
        yield _word(text, word.end())
        word = next(words, None)


def _word(text: str, place: int) -> Sign:
    return Sign(place, place, _BY_WORD.get(text[place : place + 3], "noun"))


def _hit_at(text: str, sign: Sign, end: int) -> Hit | None:
    start, stop, first = sign
    if not _may_begin(text, start, first):
        return None
    if first == "digit":
        rules = _rules(first, stop - start, text[stop : stop + 1])
    elif first == "month":
        rules = _rules(first, 0, "0" if _NUMBER_NEAR.match(text, stop, end) else "")
    else:
        rules = _rules(first, 0, "")
    for rule in rules:
        match = rule.pattern.match(text, start, end)
        hit = rule.build(match) if match else None
        if hit:
            return hit
    return None


@lru_cache(maxsize=4096)
def _rules(first: First, digits: int, following: str) -> tuple[Rule, ...]:
    """The rules to try where a sign of this kind, of so many digits, stands before this character."""
    return tuple(
        rule
        for rule in RULES
        if rule.first == first
        and rule.digits[0] <= digits <= rule.digits[1]
        and (not rule.follow or (following and following in rule.follow))
    )


def _first(sign: str) -> First:
    if sign[0].isdigit():
        return "digit"
    if len(sign) == 3:
        return "month"
    if len(sign) == 2:
        return "millennium"
    return "weekday" if sign.endswith("day") else _BY_WORD.get(sign[:3].lower(), "feast")


def _may_begin(text: str, place: int, first: First) -> bool:
    """Whether a word begins here; a number must not hang on the sign before it ("wounded.1", "3,500", "B-52")."""
    if place == 0:
        return True
    previous = text[place - 1]
    if previous.isalnum():
        return first == "season" and bool(_MID.search(text, max(0, place - 4), place))
    if first != "digit":
        return True
    if previous == "-":
        return bool(_MONTH_BEFORE.search(text, max(0, place - 12), place))
    return previous not in _GLUED or bool(_OPENED.search(text, max(0, place - 4), place))
