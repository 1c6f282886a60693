"""Millennia with their era: "the third millennium BC"."""

import re

from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.rules.ordinals import FIGURES, as_hit, numbers_before
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit
from datedeck.extract.mentions.words import ERA

_NOUN = r"[Mm]illenni(?:um|a)\s"
PATTERN = re.compile(rf"(?P<era>{ERA})")
FIGURES_PATTERN = re.compile(rf"{FIGURES}{_NOUN}(?P<era>{ERA})")
_BEHIND = re.compile(rf"{_NOUN}$")
_MOST_BEFORE, _MOST_SINCE = 9, 2


def build(match: re.Match[str]) -> Hit | None:
    """One millennium or several, as intervals; without an era it is left alone."""
    text = match.string
    noun = _BEHIND.search(before(text, match.start("era"), 12))
    if not noun:
        return None
    numbers, is_range = numbers_before(text, match.start("era") - len(noun[0]))
    is_before = match["era"][0] in "Bb"
    most = _MOST_BEFORE if is_before else _MOST_SINCE
    if not numbers or not all(1 <= one.number <= most for one in numbers):
        return None
    counted = [one.number for one in numbers]
    is_range = is_range and counted == sorted(counted, reverse=is_before)
    values = [_value(number, is_before=is_before) for number in counted]
    return as_hit(numbers, values, match.end(), "millennium", is_range=is_range)


def _value(number: int, *, is_before: bool) -> str:
    if not is_before:
        return f"{number * 1000 - 999:04d}/{number * 1000:04d}"
    last = 1000 * (number - 1)  # 1 BC is year 0
    return f"-{last + 999:04d}/" + (f"-{last:04d}" if last else "0000")


RULE = Rule("millennium", "millennium", PATTERN, build)
FIGURES_RULE = Rule("millennium", "digit", FIGURES_PATTERN, build, digits=(1, 2), follow="snrt")
