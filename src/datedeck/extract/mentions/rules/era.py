"""Years with their era: "490 BC", "AD 79", "79 CE", and ranges that name it once: "499–493 BC", "499 to 493 BC"."""

import re

from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import AND, ERA, MAYBE, TO
from datedeck.model import Span

PATTERN = re.compile(
    rf"(?P<left>[0-9]{{1,4}})(?:(?P<to>{TO}|(?P<and>{AND}))(?P<right>[0-9]{{1,4}}))?(?:{MAYBE}(?P<era>{ERA}))?"
)
_ANNO = re.compile(r"(?<!\w)(?:AD|A\.D\.)[ \xa0]?$")
_BETWEEN = re.compile(r"\bbetween[ \xa0\n]$", re.IGNORECASE)


def build(match: re.Match[str]) -> Hit | None:
    """One year or two, if an era is named on either side of the number."""
    text, start = match.string, match.start()
    anno = _ANNO.search(before(text, start))
    era = match["era"] or (anno and "AD")
    if not era or not int(match["left"]):
        return None
    if anno:
        start = match.start() - len(anno[0])
    is_before = era.startswith("B")
    left = _year(match["left"], is_before=is_before)
    if not match["right"] or (anno and not match["era"]):
        return Hit(
            (Part(Span(start, match.end() if match["era"] and not match["right"] else match.end("left")), left),), "era"
        )
    right = _year(match["right"], is_before=is_before)
    parts = (Part(Span(start, match.end("left")), left), Part(Span(match.start("right"), match.end()), right))
    if match["and"] and not _BETWEEN.search(before(text, start)):
        return Hit(parts, "era", "list")
    return Hit(parts, "era", "range") if left < right else None


def _year(digits: str, *, is_before: bool) -> int:
    return 1 - int(digits) if is_before else int(digits)


RULE = Rule("era", "digit", PATTERN, build)
