"""Centuries: "the 19th century", "the fifth century BC"."""

import re

from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import GAP, MAYBE
from datedeck.model import Span

ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
)
PATTERN = re.compile(rf"[Cc]entur(?:y|ies)(?:{MAYBE}(?P<era>BCE?|B\.C\.|CE|AD|A\.D\.))?(?!\w)")
_NUMBER = re.compile(
    rf"(?<!\w)(?:(?P<digits>[0-9]{{1,2}})(?:st|nd|rd|th)|(?P<word>{'|'.join(ORDINALS)}))(?:-|{GAP})$", re.IGNORECASE
)


def build(match: re.Match[str]) -> Hit | None:
    """One century, numbered in figures or in words before its noun."""
    behind = before(match.string, match.start(), 32)
    number = _NUMBER.search(behind)
    if not number:
        return None
    century = int(number["digits"]) if number["digits"] else ORDINALS.index(number["word"].lower()) + 1
    if not 1 <= century <= 21:
        return None
    start = match.start() - (len(behind) - number.start())
    if (match["era"] or "").startswith("B"):
        value = f"-{century - 1:02d}XX" if century > 1 else "-0099/0000"
    else:
        value = f"{century - 1:02d}XX"
    return Hit((Part(Span(start, match.end()), fixed=value),), "century")


RULE = Rule("century", "century", PATTERN, build)
