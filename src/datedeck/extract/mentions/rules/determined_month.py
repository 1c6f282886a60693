"""A month or season told by another date: "the following May", "that spring", "the previous autumn"."""

import re

from datedeck.dates import MONTHS
from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.rules.season import SEASONS
from datedeck.extract.mentions.tagged import Hit, Part, Relative
from datedeck.extract.mentions.words import month_number
from datedeck.model import Span

_S = r"[ \xa0\r\n]{1,2}"
PATTERN = re.compile(rf"(?P<month>{'|'.join(MONTHS)})(?!\w)(?!{_S}[0-9])")
SEASON = re.compile(r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?![\w-])")
_DETERMINER = re.compile(
    rf"(?<!\w)(?:(?P<same>(?:the{_S}|that{_S})same|that)|(?P<next>the{_S}(?:following|next|ensuing|succeeding))|"
    rf"(?P<last>the{_S}(?:previous|preceding))){_S}(?:(?P<part>early|late){_S})?$",
    re.IGNORECASE,
)


def build(match: re.Match[str]) -> Hit | None:
    """One month or season, counted from the date it hangs on."""
    behind = before(match.string, match.start(), 34)
    found = _DETERMINER.search(behind)
    if not found:
        return None
    groups = match.groupdict()
    month = month_number(groups["month"]) if groups.get("month") else SEASONS[match["season"].lower()]
    relative = Relative("year") if found["same"] else Relative("turn", 1 if found["next"] else -1)
    start = match.start() - (len(behind) - found.start())
    return Hit((Part(Span(start, match.end()), month=month, relative=relative),), "relative-month")


RULE = Rule("relative-month", "month", PATTERN, build)
SEASON_RULE = Rule("relative-month", "season", SEASON, build)
