"""Years and decades by their last two digits or their word: "in '68", "the twenties", "the '60s"."""

import re

from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part, Relative
from datedeck.model import Span

DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
PATTERN = re.compile(r"(?P<digits>[0-9]{2})(?P<decade>s)?(?![\w'’-])(?![.,][0-9])")
WORD = re.compile(rf"(?P<word>{'|'.join(DECADES)})(?![\w-])")
_S = r"[ \xa0\r\n]{1,2}"
_APOSTROPHE = re.compile(
    rf"\b(?:in|of|since|by|until|till|after|before|and|from|to|the|early|mid|late|year)(?:{_S}|-)['’‘]$", re.IGNORECASE
)
_THE = re.compile(rf"(?<!\w)the{_S}(?:(?:early|mid|late|middle|later)(?:{_S}|-))?['’‘]?$", re.IGNORECASE)
_AGE = re.compile(rf"{_S}(?:of{_S}(?:his|her|their)|and{_S}(?:over|older))\b")


def build(match: re.Match[str]) -> Hit | None:
    """One year or decade, of the century that the narrative is in."""
    behind = before(match.string, match.start(), 20)
    if not _APOSTROPHE.search(behind):
        return None
    digits = int(match["digits"])
    if match["decade"]:
        if digits % 10:
            return None
        return Hit((Part(Span(match.start() - 1, match.end()), relative=Relative("decade", digits)),), "decade")
    return Hit((Part(Span(match.start() - 1, match.end()), relative=Relative("short", digits)),), "short-year")


def build_word(match: re.Match[str]) -> Hit | None:
    """One decade by its word; "in his sixties" is an age."""
    found = _THE.search(before(match.string, match.start(), 16))
    if not found or _AGE.match(match.string, match.end()):
        return None
    opened = found[0][-1:] in "'’‘"
    start = match.start() - opened
    return Hit(
        (Part(Span(start, match.end()), relative=Relative("decade", 20 + 10 * DECADES.index(match["word"]))),), "decade"
    )


RULE = Rule("short-year", "digit", PATTERN, build, digits=(2, 2))
WORD_RULE = Rule("decade", "noun", WORD, build_word)
