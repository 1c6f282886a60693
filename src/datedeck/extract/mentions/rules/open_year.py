"""Years of few digits, and years that count down, as writers on antiquity put them: "in 44 he fell", "(264–241)".

Nothing in the words says that they are years, so they are kept only where the document names years before Christ.
"""

import re

from datedeck.extract.mentions.guards import before, is_quantity
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import DASH
from datedeck.model import Span

_S = r"[ \xa0\r\n]{1,2}"
PATTERN = re.compile(
    rf"(?P<left>[1-9][0-9]{{0,2}})(?:(?:{DASH}|(?P<to>{_S}to{_S}))(?P<right>[1-9][0-9]{{0,2}}))?(?![\w%°-])"
)
_FROM = re.compile(rf"\bfrom{_S}$", re.IGNORECASE)
_LINE = re.compile(r"[ \t]*(?:[:–—-][ \t]|\.?[ \t]*(?:\r|\n|$))")
_WHEN = re.compile(
    rf"(?:\b(?:in|by|since|until|till|after|before|from|about|around)(?:{_S}(?:early|late))?|(?<!\w)c\.|"
    rf"\b(?:early|late|end{_S}of|beginning{_S}of){_S}in){_S}$|[(]$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    rf"[,;:)]|[.](?:\s|$)|{_S}(?:the|a|an|he|she|they|it|his|her|their|all|both|some|there|this|no|was|were|had|when|and|but|by|with|at|after|as|until|to)\b|{_S}[A-Z]|$"
)


def build(match: re.Match[str]) -> Hit | None:
    """One year, or two that count down, where the words around leave nothing else that the number could be."""
    text, start, end = match.string, match.start(), match.end()
    opens = start == 0 or text[start - 1] in "\r\n"  # an entry of a time line
    if not (_WHEN.search(before(text, start)) and _CLAUSE.match(text, end)) and not (opens and _LINE.match(text, end)):
        return None
    if is_quantity(text, start, end):
        return None
    left, right = int(match["left"]), int(match["right"] or 0)
    if not right:
        return Hit((Part(Span(start, end), left, era_open=True),), "year") if left > 12 else None
    if right >= left or left < 30 or (match["to"] and not _FROM.search(before(text, start))):
        return None
    parts = (
        Part(Span(*match.span("left")), 1 - left, era_open=True),
        Part(Span(*match.span("right")), 1 - right, era_open=True),
    )
    return Hit(parts, "year-range", "range")


RULE = Rule("year", "digit", PATTERN, build, digits=(1, 3))
