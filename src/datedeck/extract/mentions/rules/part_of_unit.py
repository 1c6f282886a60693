"""A part of the year or month that the narrative is in: "the end of the year", "later in the month"."""

import re

from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part, Relative, Unit
from datedeck.model import Mod, Span

_S = r"[ \xa0\r\n]{1,2}"
PATTERN = re.compile(
    r"(?P<unit>year|month)(?![\w-])"
    r"(?![ \xa0\r\n]{1,2}(?:[0-9]|AD|A\.D\.|(?:of|in|before|after|when|that|following|previous)\b))"
)
_PARTS: tuple[tuple[Mod, str], ...] = (
    ("start", rf"(?:beginning|start|opening|first{_S}(?:half|part)|early{_S}part){_S}of|(?:early|earlier){_S}in"),
    ("mid", rf"middle{_S}of"),
    (
        "end",
        rf"(?:end|close|second{_S}half|latter{_S}(?:half|part)|last{_S}(?:half|part|days)){_S}of|(?:late|later){_S}in",
    ),
)
_PART = re.compile(rf"(?<!\w)(?:{'|'.join(f'(?P<{mod}>{words})' for mod, words in _PARTS)}){_S}the{_S}$", re.IGNORECASE)


def build(match: re.Match[str]) -> Hit | None:
    """The year or month of the narrative, with the part of it as its modifier."""
    behind = before(match.string, match.start(), 34)
    found = _PART.search(behind)
    if not found:
        return None
    mod = next(mod for mod, _ in _PARTS if found[mod])
    start = match.start() - (len(behind) - found.start())
    unit: Unit = "year" if match["unit"] == "year" else "month"
    return Hit((Part(Span(start, match.end()), mod=mod, relative=Relative(unit)),), "relative-part")


RULE = Rule("relative-part", "noun", PATTERN, build)
