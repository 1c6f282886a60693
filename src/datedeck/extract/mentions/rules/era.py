"""Years with their era: "490 BC", "AD 79", "79 CE", and ranges that name it once: "499–493 BC", "c. 484 – c. 425 BC".

The second year of a range may be shortened: "490–79 BC" is 490 to 479, "478/7 BC" one year of a calendar that began
in summer.
"""

import re

from datedeck.extract.mentions.guards import before, is_quantity
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import AND, ANNO, ERA, MAYBE, TO
from datedeck.model import Span

_CIRCA = rf"(?:ca?\.|ca|circa|about|around){MAYBE}"
PATTERN = re.compile(
    rf"(?P<left>[0-9]{{1,4}})(?:(?P<to>{TO}|(?P<and>{AND}))(?P<second>(?P<circa>{_CIRCA})?"
    rf"(?P<right>[0-9]{{1,4}})))?(?:{MAYBE}(?P<era>{ERA}))?(?!\w)"
)
_ANNO = re.compile(rf"(?<!\w){ANNO}[ \xa0\n]?$")
_ANNO_ENDS = frozenset("DdOoIi.")  # the last letters of "AD", "anno", "Domini"
_BETWEEN = re.compile(r"\bbetween[ \xa0\n](?:(?:ca?\.|ca|circa|about|around)[ \xa0\n]?)?$", re.IGNORECASE)
_DASHES = "-–—"
_PLAIN_SPAN = 150  # "133–27 BC" is read as written; over more years than this the second is taken as shortened


def build(match: re.Match[str]) -> Hit | None:
    """One year or two, if an era is named on either side of the number."""
    text, start = match.string, match.start()
    anno = _anno(text, start)
    if not (match["era"] or anno) or not int(match["left"]):
        return None
    if anno:
        return _after_anno(match, start - len(anno))
    is_before = match["era"][0] in "Bb"
    left = _year(match["left"], is_before=is_before)
    if not match["right"]:
        return Hit((Part(Span(start, match.end()), left),), "era")
    return _pair(match, start, left, _year(_completed(match), is_before=is_before))


def _anno(text: str, start: int) -> str:
    """The words "AD" or "anno Domini" just before the number, with their space."""
    previous = text[start - 1 : start]
    sign = text[max(0, start - 2) : start - 1] if previous in " \xa0\n" else previous
    found = _ANNO.search(before(text, start, 14)) if sign in _ANNO_ENDS else None
    return found[0] if found else ""


def _after_anno(match: re.Match[str], start: int) -> Hit | None:
    """ "AD 79", "AD 79–81", "AD 527–65": both years after Christ where the second goes forward."""
    left, right = int(match["left"]), int(match["right"] or 0)
    if match["era"] and match["era"][0] in "Bb":
        return None
    if right and match["to"].strip() in ("-", "–", "—", "/") and len(match["right"]) < len(match["left"]):
        right = int(match["left"][: -len(match["right"])] + match["right"])
    joined = not match["and"] or _BETWEEN.search(before(match.string, start))
    counts = bool(right) and is_quantity(match.string, match.start("right"), match.end("right"))
    if joined and not counts and left < right <= left + 500:
        return _pair(match, start, left, right)
    end = match.end() if match["era"] and not match["right"] else match.end("left")
    return Hit((Part(Span(start, end), left),), "era")


def _pair(match: re.Match[str], start: int, left: int, right: int) -> Hit | None:
    second = Part(Span(match.start("second"), match.end()), right, mod="approx" if match["circa"] else "")
    parts = (Part(Span(start, match.end("left")), left), second)
    if match["and"] and not _BETWEEN.search(before(match.string, start)):
        return Hit(parts, "era", "list")
    return Hit(parts, "era", "range") if left < right else None


def _completed(match: re.Match[str]) -> str:
    """The digits of the second year, those that it shares with the first put before it where it leaves them out.

    Only before Christ, where years count down, and only if the years still do so then; a dash after a year of one or
    two digits joins whole years ("37–4 BC"), and so does one that bridges no more than `_PLAIN_SPAN` years.
    """
    left, right, joint = match["left"], match["right"], match["to"].strip()
    dashed = joint in _DASHES and len(left) > 2
    if match["era"][0] not in "Bb" or not (joint == "/" or dashed):
        return right
    if dashed and len(right) > 1 and right[0] != "0" and 0 < int(left) - int(right) <= _PLAIN_SPAN:
        return right
    full = left[: max(0, len(left) - len(right))] + right
    return full if int(full) < int(left) else right


def _year(digits: str, *, is_before: bool) -> int:
    return 1 - int(digits) if is_before else int(digits)


RULE = Rule("era", "digit", PATTERN, build)
