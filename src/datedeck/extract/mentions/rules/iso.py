"""ISO 8601 days: 1920-10-30."""

import re

from datedeck.extract.mentions.rules.rule import Rule, exists
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.model import Span

PATTERN = re.compile(r"([12][0-9]{3})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?![\w-])")


def build(match: re.Match[str]) -> Hit | None:
    """One day, if the calendar has it."""
    year, month, day = (int(group) for group in match.groups())
    if not exists(year, month, day):
        return None
    return Hit((Part(Span(*match.span()), year, month, day),), "iso")


RULE = Rule("iso", "digit", PATTERN, build, digits=(4, 4), follow="-")
