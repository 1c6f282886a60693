"""A day or year counted from an event that the text has dated: "three days after the battle", "the eve of the feast".

Kept only if the event can be found again (`narrative.events`). What lasts (a war, a reign) is no point to count from.
"""

import re

from datedeck.dates import MONTHS
from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.rules.units_later import NUMBER, ROUND, number_of
from datedeck.extract.mentions.tagged import UNIT_NOUNS, Hit, Part, Relative, Unit
from datedeck.model import Span

_S = r"[ \xa0\r\n]{1,2}"
_LASTING = (
    r"wars?|campaign|siege|reign|rule|revolution|conflict|expedition|voyage|journey|occupation|tour|dynasty|period|age|era|"
    r"movement|struggle|fighting|strike|depression|boom|crisis|reform|service|marriage|career|life|studies|work|time|fact|"
    r"day|event|events|others?|same|first|last|next|end|beginning|start|rest"
)
# "two days before Christmas" is counted from that day itself
_FEASTS = "Christmas Easter Whit Michaelmas Martinmas Candlemas Epiphany Lammas New All Good".split()
_DATE = "|".join((*MONTHS, *_FEASTS))
_SUBJECT = (
    "the|an?|his|her|its|their|our|my|this|that|these|those|he|she|it|they|we|was|were|had"  # "the day after that he …"
)
PATTERN = re.compile(
    rf"(?:(?P<unit>{'|'.join(UNIT_NOUNS)})s?|(?P<eve>eve)){_S}(?P<way>after|before|following|of){_S}"
    rf"(?:(?:the|his|her|its|their|this|that|[A-Z][\w-]{{1,20}}['’]s){_S}(?!(?:{_SUBJECT})\b)(?:[a-z-]{{2,16}}{_S}){{0,2}}?"
    rf"(?P<noun>(?!(?:{_LASTING})\b)[a-z]{{4,16}})|(?P<name>(?!(?:{_DATE})\b)(?:[A-Z][\w-]{{2,16}}{_S}){{0,2}}[A-Z][\w-]{{3,16}}))"
    rf"(?=[.,;:)!?]|['’]?{_S}(?:of|in|at|on|the|he|she|they|it|we|was|were|had|a|an|and|when|with|by|to|that|which|his|her|their|[A-Z])|\s*$)"
)
_THE = re.compile(rf"(?<!\w)(?:the|that|on){_S}$", re.IGNORECASE)


def build(match: re.Match[str]) -> Hit | None:
    """One date that hangs on the event's name or noun."""
    behind = before(match.string, match.start(), 34)
    way = -1 if match["way"] == "before" else 0 if match["way"] == "of" else 1
    number = NUMBER.search(behind)
    if match["eve"] or match["way"] == "of" or not number:
        the = _THE.search(behind)
        if not the or (match["way"] == "of" and not match["eve"] and match["unit"] in ("month", "year")):
            return None
        steps, opened = -1 if match["eve"] else way, the.start()
    else:
        if ROUND.search(behind[: number.start()]) or way == 0:
            return None
        steps, opened = way * number_of(number), number.start()
    unit: Unit = "day" if match["eve"] else UNIT_NOUNS[match["unit"]]
    if match["eve"] and match["way"] != "of":
        return None
    event = match["noun"] or match["name"].split()[-1]
    start = match.start() - (len(behind) - opened)
    return Hit((Part(Span(start, match.end()), relative=Relative(unit, steps, event)),), "relative-event")


RULE = Rule("relative-event", "noun", PATTERN, build)
