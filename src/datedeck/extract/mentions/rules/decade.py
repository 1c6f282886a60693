"""Decades and centuries by their first year: "the 1620s", "the 480s BC", "the 1960s–70s", "1920s and '30s"."""

import re

from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import AND, ERA, MAYBE, TO
from datedeck.model import Mod, Span

_SIDE = rf"(?:(?:early|mid|late)(?:-|{MAYBE}))?"
PATTERN = re.compile(
    rf"(?P<left>[1-9][0-9]{{0,2}}0)['’]?s(?!\w)(?:{MAYBE}(?P<era>{ERA})|"
    rf"(?P<joint>(?P<to>{TO})|,?{AND})(?P<second>{_SIDE}['’‘]?(?P<right>[0-9]{{0,3}}0)['’]?s(?!\w)(?:{MAYBE}(?P<last>{ERA}))?))?"
)
_BETWEEN = re.compile(r"\bbetween[ \xa0\n](?:the[ \xa0\n])?(?:(?:early|mid|late)[ \xa0\n-])?$", re.IGNORECASE)
_SIDES: dict[str, Mod] = {"e": "start", "m": "mid", "l": "end"}


def build(match: re.Match[str]) -> Hit | None:
    """One decade, or two that share an era or a century; EDTF has no decade for years BC, there it is an interval."""
    era = match["era"] or match["last"] or ""
    is_before = era[:1] in ("B", "b")
    left, right = match["left"], match["right"]
    first = _value(int(left), is_before=is_before, has_era=bool(era))
    if not first:
        return None
    start, end = match.span()
    if not right:
        return Hit((Part(Span(start, end), fixed=first),), "decade")
    if len(right) == 2 and not is_before:
        right = left[:-2] + right
    forward = int(right) < int(left) if is_before else int(right) > int(left)
    second = _value(int(right), is_before=is_before, has_era=bool(era)) if forward else ""
    cut = match.start("joint")
    if not second:
        return Hit((Part(Span(start, cut), fixed=first),), "decade") if not match["last"] else None
    is_range = bool(match["to"]) or bool(_BETWEEN.search(before(match.string, start)))
    if is_range and is_before:  # both ends are intervals, which EDTF cannot nest
        return Hit((Part(Span(start, end), fixed=f"{first.split('/')[0]}/{second.split('/')[1]}"),), "decade")
    mod = _SIDES.get(match["second"][0], "")
    parts = (Part(Span(start, cut), fixed=first), Part(Span(match.start("second"), end), fixed=second, mod=mod))
    return Hit(parts, "decade", "range" if is_range else "list")


def _value(year: int, *, is_before: bool, has_era: bool) -> str:
    """The EDTF of the decade that begins so; empty where the number names none."""
    if is_before:
        return f"{_before(year + 9)}/{_before(year)}"
    if year > 2090 or (year < 100 and not has_era):
        return ""
    if year % 100 == 0 and year < 1900:
        return f"{year // 100:02d}XX"
    return f"{year // 10:03d}X"


def _before(year: int) -> str:
    return f"-{year - 1:04d}"


RULE = Rule("decade", "digit", PATTERN, build, digits=(2, 4), follow="s'’")
