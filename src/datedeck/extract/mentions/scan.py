"""Finding the places where a date may begin, and asking the rules there.

The scan's pattern begins with one character class, which `re` searches at tens of millions of characters a second;
everything else is only tried at its hits.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from functools import lru_cache

from datedeck.extract.mentions.rules import RULES, First, Rule
from datedeck.extract.mentions.styles import styled
from datedeck.extract.mentions.tagged import Hit

_START = re.compile(
    r"[0-9JFMASONDsfawWcCBEGHLPT](?:pring|ummer|all|utumn|inter|entur|(?<![a-z])(?:"
    r"artinmas|(?<=[JFMASOND])(?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec|AN|EB|AR|PR|AY|UN|UL|UG|EP|CT|OV|EC)|"
    r"hristmas|ew\sYear|piphany|aster|andlemas|ady\sD|oxing\sD|idsummer|ichaelmas|ammas|"
    r"ll[\s-](?:Sai|Sou|Hal)|hit[\s-]?[SsMWw]|entecost|ood\sF|oly\s[SW]|sh\sW|alm\sS|hrove|aundy|scension\sD|"
    r"rinity\sS|allowe|hildermas|[CDE.](?:(?<=illennium\s..)|(?<=illennia\s..))|(?<=[0-9])[0-9]*))"
)
_NOUN_START = re.compile(
    r"[ydmentfsaw](?:ear|ve |ay|eek|ortnight|nniversary|onth|orning|ecade|vening|ight|fternoon|"
    r"wenties|hirties|orties|ifties|ixties|event|ineties|orrow)|[MTWFS](?:on|ues|ednes|hurs|ri|atur|un)day"
)
_WEEKDAYS = frozenset("MTWFS")
_CROWD, _CROWD_SPAN = 20, 300  # so many dates in so many characters are a table of dates: the next few are not read
_TABLE = 80
_NUMBER_NEAR = re.compile(r"[^0-9]{0,40}[0-9]")
_BY_SIGN: dict[str, First] = {
    **dict.fromkeys(("spring", "summer", "autumn", "fall", "winter"), "season"),
    "centur": "century",
}
_MONTH_BEFORE = re.compile(r"(?:uary|arch|pril|ay|une|uly|ugust|ber|mid|early|late|pre|post|\s)-$", re.IGNORECASE)
_MID = re.compile(r"(?:^|(?<!\w))[Mm]id$")
_GLUED = frozenset("$£€¥#§@.,:;!?\"”’'/\\_=+*<&")
_OPENED = re.compile(r"(?:(?:^|[\s(\[—–])[\"'’‘]|\b(?:c|ca|b|d|r|fl)\.|[*_]{1,2})$")


def empty_crowd() -> deque[int]:
    """The places of the latest dates of a text, where none has been found yet."""
    return deque([-_CROWD_SPAN] * _CROWD, _CROWD)


def scan(text: str, start: int, end: int, crowd: deque[int]) -> Iterator[Hit]:
    """The hits of `text[start:end]` in text order, none overlapping another; `crowd` goes on from what was read."""
    floor = start
    for found, first in _starts(text, start, end):
        place = found.start()
        if place < floor or place - crowd[0] < _CROWD_SPAN or (first == "digit" and _in_table(text, place)):
            continue
        hit = _hit_at(text, found, first, end)
        if hit and hit.span.start >= floor:
            hit = styled(text, hit, floor, end)
            yield hit
            floor = hit.span.end
            crowd.append(place)


def _in_table(text: str, place: int) -> bool:
    """Whether nothing but numbers and signs has stood before a number for so long that it is one of a table."""
    behind = text[max(0, place - _TABLE) : place]
    return len(behind) == _TABLE and behind.upper() == behind.lower() and sum(map(str.isdigit, behind)) > _TABLE // 4


def _starts(text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], First]]:
    """The places of both scans in text order."""
    nouns = _NOUN_START.finditer(text, start, end)
    noun = next(nouns, None)
    for found in _START.finditer(text, start, end):
        while noun and noun.start() < found.start():
            yield noun, "weekday" if noun[0][0] in _WEEKDAYS else "noun"
            noun = next(nouns, None)
        yield found, _first(found[0])
    while noun:
        yield noun, "weekday" if noun[0][0] in _WEEKDAYS else "noun"
        noun = next(nouns, None)


def _hit_at(text: str, found: re.Match[str], first: First, end: int) -> Hit | None:
    if not _may_begin(text, found.start(), first):
        return None
    if first == "digit":
        rules = _rules(first, found.end() - found.start(), text[found.end() : found.end() + 1])
    elif first == "month":
        rules = _rules(first, 0, "0" if _NUMBER_NEAR.match(text, found.end(), end) else "")
    else:
        rules = _rules(first, 0, "")
    for rule in rules:
        match = rule.pattern.match(text, found.start(), end)
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
    return _BY_SIGN.get(sign.lower(), "feast")


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
