"""So many days, months or years from another date: "two days later", "a year earlier", "three months before".

Round numbers ("about two years later") and what only lasts ("for two years before") are not dates; neither are weeks,
which no narrative counts exactly.
"""

import re

from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part, Relative, Unit
from datedeck.model import Span

NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
UNITS: dict[str, tuple[Unit, int]] = {
    "day": ("day", 1),
    "month": ("month", 1),
    "year": ("year", 1),
    "decade": ("year", 10),
}
_S = r"[ \xa0\r\n]{1,2}"
PATTERN = re.compile(
    rf"(?P<unit>{'|'.join(UNITS)})s?[’']?{_S}(?P<way>later|afterwards?|thereafter|earlier|previously|beforehand|after|before)"
    r"(?![\w-])"
)
NUMBER = re.compile(
    rf"(?<![\w,.-])(?:(?P<one>an?)|(?P<digits>[0-9]{{1,3}})|(?P<word>{'|'.join(NUMBERS)}))(?:{_S}full)?{_S}$",
    re.IGNORECASE,
)
ROUND = re.compile(
    r"\b(?:about|almost|nearly|some|over|than|least|most|approximately|roughly|around|for|the|last|next|first|past|within|"
    rf"every|each|or|to|under|(?:years?|months?|weeks?|days?|hundred|thousand|score){_S}and|half|perhaps|those|these|his|her|its|their|during){_S}$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:[.,;:)\]”\"!?]|$)")
_LONGEST = {"day": 100, "month": 24, "year": 200}  # what is counted in so many units is not exact any more


def build(match: re.Match[str]) -> Hit | None:
    """One relative date, if an exact number stands before and nothing that it is counted from after."""
    text = match.string
    behind = before(text, match.start(), 34)
    number = NUMBER.search(behind)
    if not number:
        return None
    rest = behind[: number.start()]
    if ROUND.search(rest):
        return None
    if match["way"] in ("after", "before") and not _ENDS.match(text, match.end()):
        return None
    if text.startswith(" than", match.end()):
        return None
    unit, size = UNITS[match["unit"]]
    count = size * number_of(number)
    if count > _LONGEST[unit]:
        return None
    sign = 1 if match["way"][0] in "lt" or match["way"].startswith("after") else -1
    start = match.start() - (len(behind) - number.start())
    return Hit((Part(Span(start, match.end()), relative=Relative(unit, sign * count)),), "relative-count")


def number_of(number: re.Match[str]) -> int:
    """The number that `NUMBER` has found in words or figures."""
    if number["digits"]:
        return int(number["digits"])
    return NUMBERS.index(number["word"].lower()) + 1 if number["word"] else 1


RULE = Rule("relative-count", "noun", PATTERN, build)
