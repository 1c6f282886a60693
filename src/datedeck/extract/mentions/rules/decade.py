"""Decades and centuries by their first year: "the 1620s", "the 1600s", "the 480s BC"."""

import re

from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import MAYBE
from datedeck.model import Span

PATTERN = re.compile(rf"([1-9][0-9]{{1,2}}0)['’]?s(?:{MAYBE}(BCE?|B\.C\.))?(?!\w)")
_CENTURY = re.compile(r"[0-9]{1,2}00$")


def build(match: re.Match[str]) -> Hit | None:
    """One decade; EDTF has no decade for years BC, there it is an interval."""
    year = int(match[1])
    if match[2]:
        value = f"{_before(year + 9)}/{_before(year)}"
    elif year < 100 or year > 2090:
        return None
    elif year % 100 == 0 and _CENTURY.match(match[1]) and year < 1900:
        value = f"{year // 100:02d}XX"
    else:
        value = f"{year // 10:03d}X"
    return Hit((Part(Span(*match.span()), fixed=value),), "decade")


def _before(year: int) -> str:
    return f"-{year - 1:04d}"


RULE = Rule("decade", "digit", PATTERN, build)
