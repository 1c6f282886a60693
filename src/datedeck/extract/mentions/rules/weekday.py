"""A weekday told by a dated day: "the following Friday", "the previous Monday", "that Sunday".

A weekday alone ("on Friday") is only read where the narrative is at such a day; else nobody says which is meant.
"""

import re

from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part, Relative
from datedeck.extract.mentions.words import weekday_number
from datedeck.model import Span

_S = r"[ \xa0\r\n]{1,2}"
PATTERN = re.compile(rf"(?P<name>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?![\w-])(?!,?{_S}(?:the{_S})?[0-9])")
_BEHIND = re.compile(
    rf"(?<!\w)(?:(?P<next>the{_S}(?:following|next|ensuing))|(?P<last>the{_S}(?:previous|preceding))|"
    rf"(?:that|on(?:{_S}the)?|a)){_S}$",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"['’]s\b|[.,;:)]|{_S}(?:the|a|an|he|she|they|it|his|her|their|and|but|in|at|when|with|by|to|that|morning|"
    r"afternoon|evening|night)\b|\s*$"
)


def build(match: re.Match[str]) -> Hit | None:
    """One day; None where the weekday is part of a name ("Good Friday") or of a date that says its number."""
    text, start, end = match.string, match.start(), match.end()
    weekday = weekday_number(match["name"])
    if weekday is None or not _ALONE.match(text, end):
        return None
    behind = before(text, start, 20)
    found = _BEHIND.search(behind)
    if found and (found["next"] or found["last"]):
        start -= len(behind) - found.start()
        relative = Relative("weekday", weekday + 1 if found["next"] else -weekday - 1)
    elif found or text[end : end + 1] in ("'", "’"):
        relative = Relative("on-weekday", weekday)
    else:
        return None
    return Hit((Part(Span(start, end), relative=relative),), "relative-weekday")


RULE = Rule("relative-weekday", "weekday", PATTERN, build)
