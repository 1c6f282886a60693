"""Years with their era: "490 BC", "AD 79", "79 CE", and ranges that name it once: "499–493 BC", "c. 484 – c. 425 BC".

The second year of a range may be shortened: "490–79 BC" is 490 to 479, "478/7 BC" one year of a calendar that began
in summer.
"""

import re

from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import AND, ERA, MAYBE, TO
from datedeck.model import Span

PATTERN = re.compile(
    rf"(?P<left>[0-9]{{1,4}})(?:(?P<to>{TO}|(?P<and>{AND}))(?P<second>(?P<circa>(?:ca?\.|ca|circa){MAYBE})?"
    rf"(?P<right>[0-9]{{1,4}})))?(?:{MAYBE}(?P<era>{ERA}))?"
)
_ANNO = re.compile(r"(?<!\w)(?:AD|A\.D\.)[ \xa0]?$")
_BETWEEN = re.compile(r"\bbetween[ \xa0\n](?:(?:ca?\.|ca|circa)[ \xa0\n]?)?$", re.IGNORECASE)
_DASHES = "-–—"


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
    right = _year(_completed(match), is_before=is_before)
    second = Part(Span(match.start("second"), match.end()), right, mod="approx" if match["circa"] else "")
    parts = (Part(Span(start, match.end("left")), left), second)
    if match["and"] and not _BETWEEN.search(before(text, start)):
        return Hit(parts, "era", "list")
    return Hit(parts, "era", "range") if left < right else None


def _completed(match: re.Match[str]) -> str:
    """The digits of the second year, those that it shares with the first put before it where it leaves them out.

    Only before Christ, where years count down, and only if the years still do so then; a dash after a year of one or
    two digits joins whole years ("37–4 BC").
    """
    left, right, joint = match["left"], match["right"], match["to"].strip()
    dashed = joint in _DASHES and len(left) > 2
    if not (match["era"] or "").startswith("B") or not (joint == "/" or dashed):
        return right
    full = left[: max(0, len(left) - len(right))] + right
    return full if int(full) < int(left) else right


def _year(digits: str, *, is_before: bool) -> int:
    return 1 - int(digits) if is_before else int(digits)


RULE = Rule("era", "digit", PATTERN, build)
