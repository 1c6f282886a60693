"""Decades in words with their century: "the nineteen-twenties"."""

import re

from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.rules.short_year import DECADES
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.model import Span

CENTURIES = {
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
PATTERN = re.compile(rf"(?P<decade>{'|'.join(DECADES)})(?![\w-])")
_CENTURY = re.compile(rf"(?<!\w)(?P<century>{'|'.join(CENTURIES)})(?:-|[ \xa0\r\n]{{1,2}})$", re.IGNORECASE)


def build(match: re.Match[str]) -> Hit | None:
    """One decade, if the word for its century stands before it."""
    behind = before(match.string, match.start(), 14)
    found = _CENTURY.search(behind) if behind[-1:] in "- \n" else None
    if not found:
        return None
    start = match.start() - (len(behind) - found.start())
    value = f"{CENTURIES[found['century'].lower()]}{DECADES.index(match['decade']) + 2}X"
    return Hit((Part(Span(start, match.end()), fixed=value),), "decade")


RULE = Rule("decade", "noun", PATTERN, build)
