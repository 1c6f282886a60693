"""Times that nobody can count exactly: "a fortnight later", "some years later", "the following week", "at Easter".

They are no dates themselves, but what is counted on from them ("The next day …") must not be counted from an older
date.
"""

import re

from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part, Relative
from datedeck.model import Span

_S = r"[ \xa0\r\n]{1,2}"
PATTERN = re.compile(
    rf"(?:(?P<unit>day|week|fortnight|month|year|decade)s?(?:{_S}(?:and{_S}a{_S}half|or{_S}(?:two|so|more)))?['’]?{_S}"
    r"(?:later|earlier|afterwards?|thereafter|previously|(?:before|after)(?=[.,;:)]))(?!\w)|(?P<anniversary>anniversary)(?!\w)|"
    rf"(?P<week>week|fortnight)(?!\w|{_S}of\b))"
)
FEAST = re.compile(
    rf"(?:Easter|Whitsun|Pentecost|Good{_S}Friday|Palm{_S}Sunday|Ash{_S}Wednesday|Ascension{_S}Day|Shrove)(?!\w)"
)
_WHICH = re.compile(
    rf"\b(?:(?:the|that){_S}(?:following|next|same|previous|preceding|second|third|last)|that|next){_S}$", re.IGNORECASE
)
_WHEN = re.compile(rf"\b(?:at|on|by|before|after|until|till|since){_S}$", re.IGNORECASE)


def build(match: re.Match[str]) -> Hit | None:
    """A time to count nothing from: no days from some weeks later, no years either from some years later."""
    if match["week"] and not _WHICH.search(before(match.string, match.start())):
        return None
    is_long = match["anniversary"] or match["unit"] in ("year", "decade")
    return _vague(match, 1 if is_long else 0)


def build_feast(match: re.Match[str]) -> Hit | None:
    """A movable feast of a year that nobody names."""
    return _vague(match, 0) if _WHEN.search(before(match.string, match.start(), 8)) else None


def _vague(match: re.Match[str], steps: int) -> Hit:
    return Hit((Part(Span(*match.span()), relative=Relative("vague", steps)),), "vague")


RULE = Rule("vague", "noun", PATTERN, build)
FEAST_RULE = Rule("vague", "feast", FEAST, build_feast)
