"""Dates kept out of what stands beside a question: stems, context lines and the titles of sources."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from datedeck.dates import MONTHS, ORDINALS, Edtf

_ORDINALS = (*ORDINALS, "twenty-first")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}

_MONTH_NAMES = "|".join((*MONTHS, *map(str.upper, MONTHS)))
_MONTH = rf"(?:(?:{_MONTH_NAMES})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_ERA = r"\s?(?:BCE?|CE|AD|B\.\s?C\.(?:\s?E\.)?|A\.\s?D\.|C\.\s?E\.)(?![A-Za-z])"
_DASH = r"\s?[–—-]\s?"
_ANY_YEAR = (
    rf"(?:\d{{1,4}}(?:{_DASH}\d{{1,4}})?{_ERA}|(?:AD|A\.\s?D\.)\s?\d{{1,4}}(?!\d)"
    r"|(?:1\d{3}|2[01]\d{2})(?!\d|[.,]\d)(?:\s?[–—/-]\s?\d{2,4}(?!\d))?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
_DATE = re.compile(
    r"(?<![\d.,])(?:"
    + "|".join(
        (
            r"-?\d{4}-\d{2}(?:-\d{2})?(?!\d)",
            r"\d{1,2}[./]\d{1,2}[./]\d{2,4}(?!\d)",
            rf"{_DAY}(?:{_DASH}{_DAY})?(?:\s+(?:day\s+)?of)?\s+{_MONTH}(?:,?\s+(?:of\s+)?{_ANY_YEAR})?",
            rf"{_MONTH}\s+{_DAY}(?:{_DASH}(?:{_MONTH}\s+)?{_DAY})?(?:,?\s+{_ANY_YEAR})?",
            rf"{_MONTH}(?:{_DASH}{_MONTH})?,?\s+(?:of\s+)?{_ANY_YEAR}",
            rf"(?i:spring|summer|autumn|fall|winter)\s+(?:of\s+)?{_ANY_YEAR}",
            r"\d{2,3}0['’]?s\b",
            rf"(?i:(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})[\s-]centur(?:y|ies))(?:{_ERA})?",
            _ANY_YEAR,
        )
    )
    + ")"
)
# Dates are taken out in two steps, so that the words around them need know nothing of how dates are written.
_GAP = "\ue000"
_LEAD = (
    r"(?:(?<![\w-])(?i:in|of|on|from|to|during|since|until|till|by|before|after|between|around|about|circa"
    r"|throughout)\s+|(?<!\w)ca?\.\s?)"
)
_PART = r"(?:(?i:early|late|mid)[\s-]+)?"
_GAPS = rf"{_PART}{_GAP}(?:(?:{_DASH}|\s?/\s?|\s+(?:to|and|until|till|or)\s+)(?:the\s+)?{_PART}{_GAP})*"
# "of the 1920s" goes with its article, "of the 1920s crisis" keeps it for the noun.
_ENDS = r"(?=\s*(?:$|[,;:.)\]–—]|\s(?:and|in|of|to|at|by|with|on)\b))"
_AROUND = re.compile(rf"{_LEAD}+the\s+{_GAPS}{_ENDS}|{_LEAD}*{_GAPS}|{_LEAD}(?:{_MONTH_NAMES})\b")
_TIDY = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"[(\[]\s*[,;:–—./\s-]*[)\]]", ""),
        (r"([(\[])\s*[,;:]\s*", r"\1"),
        (r"\s*[,;:–—-]\s*([)\]])", r"\1"),
        (r"\s+([,;:.!?)\]])", r"\1"),
        (r"([,;:])(?:\s*[,;:])+", r"\1"),
        (r"\s+", " "),
    )
)
_HINT = re.compile(
    rf"\d|\b(?:{'|'.join(month[:3] for month in MONTHS)}|centur|millenni|spring|summer|autumn|winter|fall\b)",
    re.IGNORECASE,
)
_MONTH_OF = {name.lower()[:length]: number for number, name in enumerate(MONTHS, 1) for length in (3, 4, len(name))}
_NO_MONTHS = frozenset({"mar", "march", "may"})  # in small letters they are other words
_NUMBER, _ABBREVIATED = re.compile(r"\d+"), re.compile(r"['’](\d{2})(?!\d)")
_WORD, _IN_FALL = re.compile(r"\w+"), re.compile(r"\bin (?:the )?fall\b", re.IGNORECASE)
_DECADE, _SHORT_RANGE = re.compile(r"(\d{2,3}0)['’]?s\b"), re.compile(r"(\d{2})\d{2}\s?[–—/-]\s?(\d{2})(?!\d)")


def without_dates(text: str) -> str:
    """The text without its years and dates: "the War of 1920" → "the War"; empty when nothing else was in it."""
    before = None
    while text != before:
        before = text
        text = _AROUND.sub("", _DATE.sub(_GAP, text))
        for pattern, new in _TIDY:
            text = pattern.sub(new, text)
        text = text.strip(" ,;:–—-/")
    return text if any(char.isalpha() for char in text) else ""


def gives_away(text: str, dates: Iterable[Edtf]) -> bool:
    """Whether one of the dates, or its year, month or decade, can be read off the text. Errs towards yes."""
    return may_tell(text) and any(_tells(text, end) for date in dates for end in set(date.ends) if end)


@lru_cache(maxsize=32768)
def may_tell(text: str) -> bool:
    """Whether the text can give any date away at all; most statements cannot."""
    return bool(_HINT.search(text))


class _Told(NamedTuple):
    """What a text says of dates, read once however many dates it is held against."""

    numbers: frozenset[int]
    decades: frozenset[int]  # their first years
    short_years: frozenset[int]  # 76 of "'76"
    months: frozenset[int]
    seasons: frozenset[int]  # as EDTF numbers them


@lru_cache(maxsize=32768)
def _told(text: str) -> _Told:
    words = set(_WORD.findall(text))
    seasons = {number for number, season in _SEASONS.items() if season in map(str.lower, words)}
    return _Told(
        frozenset(map(int, [*_NUMBER.findall(text), *map("".join, _SHORT_RANGE.findall(text))])),
        frozenset(map(int, _DECADE.findall(text))),
        frozenset(map(int, _ABBREVIATED.findall(text))),
        frozenset(_MONTH_OF[word.lower()] for word in words - _NO_MONTHS if word.lower() in _MONTH_OF),
        frozenset(seasons | ({23} if _IN_FALL.search(text) else set())),
    )


def _tells(text: str, date: Edtf) -> bool:
    told = _told(text)
    shown = sorted(_shown(day.year) for day in (date.earliest, date.latest))
    if date.precision == "century" and _names_century(text, date):
        return True
    if any(shown[0] <= number <= shown[1] for number in told.numbers):
        return True
    if date.precision in ("decade", "century", "millennium"):
        return date.precision == "millennium" and "millenni" in text.lower()
    year = date.earliest.year
    return year // 10 * 10 in told.decades or year % 100 in told.short_years or _names_part(told, date)


def _shown(year: int) -> int:
    return year if year > 0 else 1 - year


def _names_part(told: _Told, date: Edtf) -> bool:
    if date.precision in ("day", "month"):
        return date.earliest.month in told.months
    return date.precision == "season" and int(date.text.rstrip("~?%")[-2:]) in told.seasons


def _names_century(text: str, date: Edtf) -> bool:
    number = _shown(date.latest.year) // 100 + 1 if date.earliest.year < 0 else date.earliest.year // 100 + 1
    words = [rf"{number}(?:st|nd|rd|th)", *_ORDINALS[number - 1 : number]]
    return bool(re.search(rf"\b(?:{'|'.join(words)})[\s-]centur", text, re.I))
