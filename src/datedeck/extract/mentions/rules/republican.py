"""Days of the French Republic: "18 Brumaire, Year VIII", "14 Thermidor an II (1 August 1794)"."""

import re

from datedeck.dates import Day
from datedeck.dates.calendars import from_republican
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import BEFORE_YEAR, DAY, GAP, MAYBE, MONTH, day_number, month_number
from datedeck.model import Span

_MONTHS = (
    "Vend[ée]miaire",
    "Brumaire",
    "Frimaire",
    "Niv[ôo]se",
    "Pluvi[ôo]se",
    "Vent[ôo]se",
    "Germinal",
    "Flor[ée]al",
    "Prairial",
    "Messidor",
    "(?:Thermi|Fervi)dor",
    "Fructidor",
)
_YEARS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")
_GREGORIAN = (
    rf"{MAYBE}(?:(?P<open>[(\[])|,{MAYBE}|/)(?:(?P<day1>{DAY}){GAP}(?:of{GAP})?(?P<month1>{MONTH})|"
    rf"(?P<month2>{MONTH}){GAP}(?P<day2>{DAY})){BEFORE_YEAR}(?P<common>1[78][0-9]{{2}})(?![0-9])(?(open)[)\]])"
)
PATTERN = re.compile(
    rf"(?P<day>{DAY}){GAP}(?:of{GAP})?(?P<month>{'|'.join(_MONTHS)})(?!\w),?{GAP}"
    rf"(?:(?:of|in){GAP})?(?:the{GAP})?(?:[Yy]ear|[Aa]n){GAP}(?P<year>[IVX]{{1,4}}|[0-9]{{1,2}})(?!\w)(?:{_GREGORIAN})?"
)


def build(match: re.Match[str]) -> Hit | None:
    """One day, said in the Gregorian calendar; with the Gregorian date behind it if that is the same day."""
    year = int(match["year"]) if match["year"].isdigit() else _numeral(match["year"])
    month = next(number for number, name in enumerate(_MONTHS, 1) if re.fullmatch(name, match["month"]))
    day = from_republican(year, month, day_number(match["day"]))
    if not day:
        return None
    end = match.end() if match["common"] and _said(match) == day else match.end("year")
    return Hit((Part(Span(match.start(), end), day.year, day.month, day.day),), "republican")


def _numeral(letters: str) -> int:
    return _YEARS.index(letters) + 1 if letters in _YEARS else 0


def _said(match: re.Match[str]) -> Day:
    month = month_number(match["month1"] or match["month2"])
    return Day(int(match["common"]), month, day_number(match["day1"] or match["day2"]))


RULE = Rule("republican", "digit", PATTERN, build, digits=(1, 2))
