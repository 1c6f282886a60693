"""The numbers that stand before "century" or "millennium", also several: "the late 18th and early 19th centuries"."""

from __future__ import annotations

import re
from typing import NamedTuple

from datedeck.extract.mentions.tagged import Hit, Join, Part
from datedeck.extract.mentions.words import AND, GAP, MAYBE, ORDINAL, ORDINALS, TO
from datedeck.model import Mod, Span

_ROMAN = r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})"
NUMBER = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|(?i:{ORDINAL})|{_ROMAN}(?:th|st|nd|rd)?)"
_FIGURE = r"[0-9]{1,2}(?:st|nd|rd|th)"
# several from the first figure on, which would else be taken for a day ("the 5th and 4th centuries")
FIGURES = rf"{_FIGURE}-?(?:(?:{TO}|,?{AND}|,{MAYBE})(?:(?:early|mid|late)(?:-|{GAP}))?{_FIGURE}){{0,3}}(?:-|{GAP})"
_BEGINS = r"(?<![\w'’])(?<!ty-)"  # "thirty-first" is not "first"
_SIDE = rf"(?:(?P<side>early|mid|late)(?:-|{GAP}))?"
_LAST = re.compile(rf"{_BEGINS}(?P<number>{NUMBER})(?:-|{GAP})$")
_SIDE_BEHIND = re.compile(rf"(?<!\w)(?P<side>early|mid|late)(?:-|{GAP})$")
_EARLIER = re.compile(
    rf"{_BEGINS}(?P<number>{NUMBER})(?:-(?={GAP}))?(?P<joint>,{MAYBE}(?:(?:and|or){GAP})?|"
    rf"{GAP}(?:and|or|to|until|through|till|into){GAP}|{MAYBE}[-–—/]{MAYBE})(?:the{GAP})?{_SIDE}$"
)
_BETWEEN = re.compile(rf"\bbetween{GAP}(?:the{GAP})?(?:(?:early|mid|late)(?:-|{GAP}))?$", re.IGNORECASE)
_MODS: dict[str | None, Mod] = {None: "", "early": "start", "mid": "mid", "late": "end"}
_VALUES = {"I": 1, "V": 5, "X": 10}
_NEAR, _REACH, _MOST = 20, 40, 5


class Numbered(NamedTuple):
    """One number: where its words begin and end, and the side of the span it counts ("late")."""

    start: int
    end: int
    number: int
    mod: Mod


def numbers_before(text: str, place: int) -> tuple[list[Numbered], bool]:
    """The numbers right before `place` in text order, and whether they are the ends of a range."""
    shift = max(0, place - _NEAR)
    found = _LAST.search(text[shift:place])
    if not found:
        return [], False
    done = [Numbered(shift + found.start(), place, counted(found["number"]), "")]
    is_range = False
    while len(done) < _MOST:
        here = done[0].start
        shift = max(0, here - _REACH)
        found = _EARLIER.search(text[shift:here])
        if not found:
            break
        joint = found["joint"].strip()
        if found["side"]:
            done[0] = done[0]._replace(start=shift + found.start("side"), mod=_MODS[found["side"]])
        is_range = is_range or joint in ("to", "until", "through", "till", "into", "-", "–", "—")
        end = shift + found.end("number")
        done.insert(0, Numbered(shift + found.start(), end, counted(found["number"]), ""))
    if len(done) == 2 and not is_range:
        is_range = bool(_BETWEEN.search(text[max(0, done[0].start - 24) : done[0].start]))
    return done, is_range and len(done) == 2


def as_hit(numbers: list[Numbered], values: list[str], end: int, rule: str, *, is_range: bool) -> Hit:
    """The hit of numbered spans; the last one's words go on to `end`. Interval ends make one date."""
    ends = [one.end for one in numbers[:-1]] + [end]
    if is_range and any("/" in value for value in values):
        value = f"{values[0].split('/')[0]}/{values[-1].split('/')[-1]}"
        return Hit((Part(Span(numbers[0].start, end), fixed=value),), rule)
    parts = tuple(
        Part(Span(one.start, stop), fixed=value, mod=one.mod)
        for one, stop, value in zip(numbers, ends, values, strict=True)
    )
    join: Join = "range" if is_range else "list" if len(parts) > 1 else "single"
    return Hit(parts, rule, join)


def counted(word: str) -> int:
    """The number in "18th", "eighteenth" or "XVIII"."""
    if word[0].isdigit():
        return int(word[:-2])
    known = ORDINALS.get(" ".join(word.lower().split()))
    if known:
        return known
    letters = [_VALUES[letter] for letter in word if letter in _VALUES]
    return sum(-one if one < after else one for one, after in zip(letters, [*letters[1:], 0], strict=True))
