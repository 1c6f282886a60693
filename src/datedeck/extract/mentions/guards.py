"""What tells a year or a day of the month from any other number: the words and signs beside it.

Every test begins with a look into a frozen set, at the word before or at the sign behind, since it runs at every number
of a text.
"""

from __future__ import annotations

import re

from datedeck.dates import MONTHS
from datedeck.extract.mentions.counting import (
    CHANGED,
    COUNTED,
    FUNCTION,
    HELD,
    LOOSE,
    NUMBERED,
    TAKING,
    TOTALS,
    UNITS,
)
from datedeck.extract.mentions.other_numbers import is_other

_SPACES = " \xa0\n\r\t"
_OPENING = "([{“”\"'‘’—–*_"
_UNTIL_AT_LEAST = re.compile(
    r"\b(?:until|till|since|from|to|by|before|after|in)[ \xa0\n](?:at[ \xa0\n]least|almost|nearly)[ \xa0\n]$",
    re.IGNORECASE,
)
_AS_MANY_AS = re.compile(r"\b(?:many|few|much|high|low)[ \xa0\n]as[ \xa0\n]$")
_GOES_ON = re.compile(r"[ \xa0\n](?:and|to)[ \xa0\n][12][0-9]{3}(?!\w)|[-–—/][0-9]")
_MORE_THAN = re.compile(
    r"\b(?:more|fewer|less|greater|higher|larger|smaller|bigger)[ \xa0\n]than[ \xa0\n]$", re.IGNORECASE
)
_ONE_TOTAL = re.compile(r"\ban?[ \xa0\n](?:[a-z]{3,14}[ \xa0\n])?[a-z]+[ \xa0\n]of[ \xa0\n]$", re.IGNORECASE)
_MARKS = re.compile(
    r"[ \xa0\n]?(?:[.,;:)!?]|$|(?:of|to|for|in|and|from|by|was|were|as|yearly|sterling|each|per|a[ ]year)\b)"
)
_TOTAL_CHANGED = re.compile(
    r"\b(?:[Nn]umbers?|[Pp]opulation|[Ss]trength|total|[Mm]embership|[Gg]arrison|[Oo]utput)\b[^.;:]{0,32}"
    r"[ ]from[ ](?:[0-9,]{3,7}[ ](?:in[ ][0-9]{3,4}[ ])?to[ ])?(?:about[ ])?$"
)
_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3])[0-5][0-9]$")
_AT_LEVEL = re.compile(r"[ \xa0\n](?:prices|levels?|rates?|values?|costs|standards|exchange)\b|['’]s\b")
_CLOCK_BEFORE = re.compile(r"(?<!\w)0[0-9]{3}(?:[ ]?(?:hours|hrs))?(?:[ ](?:and|to|until|till|or)[ ]|[-–—])$")
_FIRST_WORD = re.compile(r"[ \xa0\n-]?([%°×]|[^\W\d_]+²?)")
_SECOND_NUMBER = re.compile(
    r"(?:[ \xa0\n](?:and|or|to)[ \xa0\n]|[ \xa0]?[-–—][ \xa0]?)(?:about[ ])?(?:[0-9]{1,3},[0-9]{3}|[0-9]{3,5})(?![0-9])"
)
_PLURAL = re.compile(
    r"[ \xa0\n](?!was|has|is|as|his|its|this|thus|across|always|perhaps|towards|besides|sees|marks|brings)"
    r"[a-z]{2,20}s(?![\w])"
)
_OF_THEM = re.compile(
    r"[ \xa0\n](?:of[ \xa0\n](?:them|us|these|those|whom|which)|who|remained|returned|survived|escaped|perished)\b"
)
_DECIMAL = re.compile(r"[.,][0-9]{3}(?![0-9])|[.,][0-9]{1,3}(?!\s+[A-Z“\"(]|\s*$|[0-9])|:[0-9]|/[0-9]")
_TITLE = re.compile(
    r"[ \xa0](?:Overture|Symphony)\b|[ \xa0](?:[NSEW]\.?[ ])?[A-Z][\w.’']{1,20}(?:[ ][A-Z][\w.’']{1,20})?[ ]"
    r"(?:Street|St\.|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Lane|Drive|Terrace|Highway|Parkway)(?!\w)"
)
_COUNT_SIGNS = frozenset("owrsep")  # first letters of what _OF_THEM matches
_JOINS, _JOINED = frozenset(" \xa0\n-–—"), frozenset("aot0123456789 –—-")
_RANGING = frozenset(("from", "to"))
_NEARLY = frozenset(("least", "most", "almost", "nearly"))
_LISTING = frozenset("and or to &".split())
_PREPOSITIONS = frozenset("in by since until till from during before after".split())
_CLOSES = re.compile(r"[ \xa0\n]?(?:[.,;:)!?]|$|(?:and|to|with|for|under|led|commanded|armed|at)\b)")
_COUNT_GOES_ON = re.compile(r"[ \xa0\n](?:were|are|had[ ]been|more|others|of|[a-z]{3,20}s)\b")
_MONTHS = frozenset(name.lower() for name in MONTHS)
_LETTER = re.compile(
    r"(?:[ \xa0\n][0-9]{1,2}(?:st|nd|rd|th)?)?,?[ \xa0\n]"
    r"(?:(?:last|past)(?![ \xa0\n](?:year|month|week|[a-z]))|(?:instant|inst|ultimo|ult|proximo|prox)\b)"
)


def before(text: str, place: int, reach: int = 24) -> str:
    """The few characters that stand before a place."""
    return text[max(0, place - reach) : place]


def last_word(text: str, place: int) -> str:
    """The word before a place, in lower case and with its stop; "" where no space stands between."""
    if not place or text[place - 1] not in _SPACES or text[max(0, place - 2) : place] == "\n\n":
        return ""
    words = text[max(0, place - 20) : place].rsplit(None, 1)
    return words[-1].strip(_OPENING).lower() if words else ""


_SIDES = frozenset(("early", "late", "mid"))  # "in late 1743 besieged troops" counts none


def is_quantity(text: str, start: int, end: int) -> bool:
    """Whether the number at start:end counts, measures or numbers something, by what stands on its two sides."""
    ahead = text[end : end + 60]
    if is_measured(text, end):
        return True
    word = last_word(text, start)
    if (
        is_other(text, start, end, word)
        or _is_numbered(text, start, end, word)
        or (ahead[1:2] in _COUNT_SIGNS and _OF_THEM.match(ahead))
    ):
        return True
    if word in LOOSE or word in TAKING or word == "of":
        if _is_loose(text, start, end, word):
            return True
    elif word in _RANGING:
        if _total_changed(text, start):
            return True
    elif word not in _PREPOSITIONS and ahead[1:2].isupper() and _TITLE.match(ahead):
        return True
    if end - start < 4 and word not in _PREPOSITIONS and text[start:end].isdigit() and _COUNT_GOES_ON.match(ahead):
        return True
    return word not in _SIDES and _counts(text, start, ahead, word)


def is_measured(text: str, end: int) -> bool:
    """Whether a unit or a decimal fraction follows ("March 20 kilometres", "1500 and 1600 hours")."""
    following = text[end : end + 1]
    if following in ".,:/":
        return bool(following) and bool(_DECIMAL.match(text[end : end + 8]))
    return _has_unit(text, _second_end(text, end) or end)


def is_numbering(text: str, place: int) -> bool:
    """Whether the word before a place makes what follows a number of something ("No. 5", "House Bill 20")."""
    return last_word(text, place) in NUMBERED


def counted_ahead(text: str, end: int) -> bool:
    """Whether things that are counted follow a number directly or after one or two words ("12 armed ships")."""
    return bool(_counted(text[end : end + 60]))


def is_letter_dating(text: str, end: int) -> bool:
    """Whether a day or month is counted from an unknown letter's own date ("1 April last", "the 5th of May ult.")."""
    return text[end : end + 1] in ", \xa0\n" and bool(_LETTER.match(text, end))


def _second_end(text: str, end: int) -> int:
    """Where a second number ends that is joined to the one ending here ("1500 to 1600"); 0 where there is none."""
    if text[end : end + 1] not in _JOINS or text[end + 1 : end + 2] not in _JOINED:
        return 0
    second = _SECOND_NUMBER.match(text, end)
    return second.end() if second else 0


def _has_unit(text: str, end: int) -> bool:
    found = _FIRST_WORD.match(text, end)
    if not found:
        return False
    unit = found[1]
    if len(unit) < 3:
        return unit in UNITS  # "1914 M. Orre" is no length
    if unit == "marks":
        return bool(_MARKS.match(text, found.end()))  # "1914 marks the beginning"
    return unit.lower() in UNITS and (unit != "per" or text[found.end() :][1:5] == "cent")


def _is_numbered(text: str, start: int, end: int, word: str) -> bool:
    if word in NUMBERED:
        return True
    if word == "at":
        return bool(_CLOCK.match(text[start:end])) and not _AT_LEVEL.match(text[end : end + 12])
    previous = text[start - 1 : start]
    if previous not in _JOINS or (previous in _SPACES and word not in _LISTING and not word.endswith(",")):
        return previous in "#$£€¥§№" if previous else False
    return bool(_CLOCK_BEFORE.search(before(text, start, 20))) or _lists_numbers(text, start)


def _lists_numbers(text: str, start: int) -> bool:
    """Whether numbers joined by commas, dashes or "and" lead back to a word like "pages" or "Nos."."""
    behind = text[max(0, start - 48) : start]
    if NUMBERED.isdisjoint(behind.replace("(", " ").lower().split()):
        return False
    for _ in range(4):
        behind = behind.rstrip(" \xa0\n,-–—&")
        if behind.endswith((" and", " or", " to")):
            behind = behind[: behind.rindex(" ")].rstrip(" ,")
        shorter = behind.rstrip("0123456789")
        if shorter == behind:
            break
        behind = shorter
    words = behind.rsplit(None, 1)
    return bool(words) and words[-1].strip(_OPENING).lower() in NUMBERED


def _is_loose(text: str, start: int, end: int, word: str) -> bool:
    """Whether a number after a word of LOOSE or TAKING, or after "of", counts something."""
    if word in TAKING:
        if word == "than" and _MORE_THAN.search(before(text, start)):
            return True
        return bool(_PLURAL.match(text, end))
    if word == "of":
        words = before(text, start, 40).rsplit(None, 2)
        return len(words) > 2 and words[-2] in TOTALS and bool(_ONE_TOTAL.search(before(text, start, 44)))
    if word == "as":
        return bool(_AS_MANY_AS.search(before(text, start)))
    if word in _NEARLY:
        return not _UNTIL_AT_LEAST.search(before(text, start))
    return word != "over" or not _GOES_ON.match(text, end)


def _total_changed(text: str, start: int) -> bool:
    """Whether a number after "from" or "to" is what a total came to ("their strength rose from 1500 to 1800")."""
    behind = before(text, start, 90)
    return not CHANGED.isdisjoint(behind.split()[-8:]) and bool(_TOTAL_CHANGED.search(behind))


def _counts(text: str, start: int, ahead: str, word: str) -> bool:
    """Whether counted things follow; after a preposition only where the clause ends with them ("in 1200 ships.")."""
    second = 0 if word in _PREPOSITIONS or word == "between" else _second_end(ahead, 0)
    if second and _counted(ahead[second:]):
        return True
    if ahead[:1] not in _SPACES or not ahead[1:2].isalpha():
        return False
    noun = _counted(ahead)
    if not noun:
        return False
    if word in _MONTHS:
        return ahead.split(None, 1)[0].startswith(noun)  # "in May 1720 new houses rose" is a date
    if word not in _PREPOSITIONS:
        return True
    if word not in ("in", "by", "from") or text[start - len(word) - 1].isupper():
        return False
    if word == "in" and noun not in HELD:
        return False
    return bool(_CLOSES.match(ahead, ahead.index(noun) + len(noun)))


def _counted(ahead: str) -> str:
    """The counted noun that follows a number, at most two words away; else nothing."""
    for word in ahead.split(None, 3)[:3]:
        noun = word.rstrip(".,;:)!?”\"’'")
        if noun in COUNTED:
            return noun
        if len(noun) < len(word) or noun in FUNCTION or not noun.replace("-", "").isalpha():
            return ""
    return ""
