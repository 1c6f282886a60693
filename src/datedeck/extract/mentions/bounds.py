"""How an event stands to its date, read off the preposition: by, until, since, after, before, during; else on."""

from __future__ import annotations

import re
from dataclasses import replace

from datedeck.dates import Bound
from datedeck.extract.mentions.tagged import Hit

_S = r"[ \xa0\r\n]{1,3}"
_ARTICLE = rf"(?:the{_S}|about{_S}|around{_S}|at{_S}|on{_S}|in{_S}|as{_S}(?:early|late){_S}as{_S}){{0,2}}(?:year{_S})?"
_WORDS: tuple[tuple[Bound, str], ...] = (
    ("on", rf"not{_S}(?:until|till|before)"),
    ("by", rf"by|no{_S}later{_S}than|not{_S}later{_S}than"),
    ("until", rf"until|till|up{_S}to|up{_S}until|ending{_S}(?:in|on)"),
    (
        "since",
        rf"since|(?:no|not){_S}earlier{_S}than|(?:starting|beginning|commencing){_S}(?:in|on|from|with)|as{_S}from",
    ),
    ("after", rf"after|following|subsequent{_S}to"),
    ("before", rf"before|prior{_S}to|preceding"),
    ("during", rf"during|(?:in|over){_S}the{_S}course{_S}of|some{_S}?time{_S}in|within"),
)
_BEHIND = re.compile(
    rf"(?<!\w)(?:{'|'.join(f'(?P<{bound}>{words})' for bound, words in _WORDS)}){_S}{_ARTICLE}$", re.IGNORECASE
)
_PREFIXES: tuple[tuple[Bound, str], ...] = (("before", "pre-"), ("after", "post-"))
_ONWARD = re.compile(rf",?{_S}(?:on|onwards?|forward)(?![\w-])(?!{_S}(?:the|a|an|his|her|its|their|this|that|to)\b)|\+")
_FROM = re.compile(rf"(?<!\w)from{_S}{_ARTICLE}$", re.IGNORECASE)
_FROM_OPENS = re.compile(rf"(?:^|[.!?;][\"”’)]?{_S})From{_S}{_ARTICLE}$")
_IN = re.compile(rf"(?<!\w)in{_S}(?:the{_S})?$", re.IGNORECASE)
_BETWEEN = re.compile(rf"(?<!\w)between{_S}{_ARTICLE}$", re.IGNORECASE)
_ATTRIBUTE = re.compile(rf"(?<!\w)(?:the|a|an){_S}$", re.IGNORECASE)
REACH = 40
_SHORT = 24


def bounded(text: str, hit: Hit, floor: int) -> Hit:
    """The hit with the bound that the words around it say; nothing before `floor` is read."""
    start = hit.span.start
    behind = text[max(floor, start - REACH) : start]
    return replace(hit, bound=_bound(behind, text[hit.span.end : hit.span.end + 24], hit))


def _bound(behind: str, ahead: str, hit: Hit) -> Bound:
    if _ATTRIBUTE.search(behind[-8:]) and _names(hit):
        return "on"
    found = _BEHIND.search(behind)
    if found:
        return next(bound for bound, _ in _WORDS if found[bound])
    for bound, prefix in _PREFIXES:
        if behind.lower().endswith(prefix):
            return bound
    behind = behind[-_SHORT:]
    if hit.join == "range":
        return "during" if _BETWEEN.search(behind) or _IN.search(behind) else "on"
    if (_FROM.search(behind) and _ONWARD.match(ahead)) or _FROM_OPENS.search(behind):
        return "since"
    return "on"


def _names(hit: Hit) -> bool:
    """Whether a date after an article can only name the noun that follows ("by the May 1920 uprising")."""
    first = hit.parts[0]
    return not first.fixed and not first.mod and hit.rule.startswith(("month", "year", "iso"))
