"""A day by its number in the narrative's month: "the 5th of that month", "on the 17th", "the 3rd instant"."""

import re

from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part, Relative
from datedeck.extract.mentions.words import DAY, day_number
from datedeck.model import Span

_S = r"[ \xa0\r\n]{1,2}"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
PATTERN = re.compile(
    rf"(?P<day>{DAY})(?:(?P<of>{_S}(?:day{_S})?of{_S}(?:(?P<same>that|(?:the{_S})?same|the|this)|(?:the{_S})?(?:following|next)){_S}"
    rf"month)|{_S}(?:of{_S})?(?P<letter>inst(?:ant|\.)|ult(?:imo|\.)|prox(?:imo|\.))|,?{_S}(?P<weekday>{_WEEKDAY}))?(?!\w)"
)
_ON = re.compile(
    rf"\b(?:(?:on|by|until|till|before|since|after|from|to|through|dated|of){_S}the|(?P<weekday>{_WEEKDAY}),?(?:{_S}the)?){_S}$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    rf"[,.;:)—–]|{_S}(?:the|a|an|he|she|they|we|it|I|his|her|their|our|all|and|at|in|with|by|to|from|there|was|were|that|when|"
    r"which|who|for|as|but|into|until|had)\b"
)
_MARK = re.compile(r"(?:st|nd|rd|th)$")
_LETTER = {"i": 0, "u": -1, "p": 1}  # how the writer of a letter names this month, the last and the next


def build(match: re.Match[str]) -> Hit | None:
    """One day; alone only as an ordinal after a preposition, where no noun follows, or beside its weekday."""
    text = match.string
    day = day_number(match["day"])
    if match["of"] or match["letter"]:
        steps = 0 if match["same"] else 1
        relative = Relative("letter", _LETTER[match["letter"][0]]) if match["letter"] else Relative("month", steps)
        return _hit(match.start(), match.end(), day, relative)
    if match["weekday"]:
        opens = match.start() == 0 or text[match.start() - 1] in "\r\n"
        return _hit(match.start(), match.end(), day, Relative("nth")) if opens else None
    found = _ON.search(before(text, match.start(), 20))
    if not found or not _CLAUSE.match(text, match.end()):
        return None
    if not _MARK.search(match["day"]):
        return None
    start = match.start() - (len(found[0]) if found["weekday"] else 0)
    return _hit(start, match.end(), day, Relative("nth"))


def _hit(start: int, end: int, day: int, relative: Relative) -> Hit:
    return Hit((Part(Span(start, end), day=day, relative=relative),), "relative-day")


RULE = Rule("relative-day", "digit", PATTERN, build, digits=(1, 2))
