"""A year alone: "1920"; "in 1066" and "in 476" where the words before it say that it is one."""

import re

from datedeck.extract.mentions.guards import before, is_quantity, last_word
from datedeck.extract.mentions.rules.rule import Rule
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.extract.mentions.words import year_number
from datedeck.model import Span

PATTERN = re.compile(r"[1-9][0-9]{2,3}(?!\w|-[0-9]{1,2}-[0-9])")
_CERTAIN = 1500  # earlier numbers are taken as years only after a word of time
_MILLENNIUM = 1000  # yet earlier ones only after fewer words, and where no noun follows
_TIME = frozenset(
    "in by since until till from during before after of throughout between year years early late mid circa c. ca. ca c "
    "around about ante post anno domini winter summer spring autumn "
    "pre r. d. b. fl. reigned ruled died born †".split()
)
_FIRM = frozenset("in by since until till year before after anno ante post d. b. fl. died born circa ca. c. †".split())
_CLAUSE = re.compile(
    r"[,.;:)\]]|[ \xa0\n](?:[A-Z(]|(?:the|a|an|he|she|they|it|his|her|their|when|and|to|until|but|by|with|at|"
    r"after|as)\b)|\s*$|[-–—]"
)
_RULER = frozenset("from to between and until till".split())
_HYPHENED = re.compile(r"(?<!\w)(?:(?:mid|early|late|pre|post)-|(?:c|ca|d|b|r|fl)\.)$", re.IGNORECASE)
_AFTER_NUMBER = re.compile(
    r"[0-9]{3,4}(?:[ \xa0](?:BC|AD))?,?[ \xa0\n](?:and|or|to)[ \xa0\n]$|\b(?:prior|down|up)[ \xa0\n]to[ \xa0\n]$"
)
_LISTED = re.compile(r"\b(?:[Ii]n|[Oo]f|[Bb]y|years)[ \xa0\n](?:[12][0-9]{3},[ \xa0\n]){1,4}$")
_PLACED = re.compile(r"(?:[A-Z][\w’']{2,20}|\bMay|\b(?:[1-9]|[123][0-9])(?:st|nd|rd|th)?),[ \xa0\n]$")
_EVENT = re.compile(
    r"[ \xa0\n](?:revolt|rebellion|rising|uprising|invasion|conquest|siege|battle|war|campaign|crusade|treaty|truce|"
    r"peace|charter|plague|famine|fire|flood|earthquake|census|council|synod|coronation|expedition|massacre|election|statute|"
    r"edict|agreement|parliament|raid|sack|eclipse)(?!\w)"
)
_ACTS = re.compile(r"[ \xa0](?:saw|was|marked|brought|witnessed|began|ended|opened|proved)\b")
_OPENS = re.compile(r"(?:^|[.!?\n][\"”’)]?[ \n]{0,2})$")
_UNCOUNTED = re.compile(r"[ \xa0\n](?:were|are|in[ ]all|had[ ]been)\b")
_RULED = re.compile(
    r"\b(?:rul|reign|serv|last|liv|emperor|king|queen|pope|bishop|abbot|caliph|patriarch|sultan|duke|dynast|war|siege|office|"
    r"born|years|period)[a-z]{0,4}\b[^.;:\n]{0,40}$",
    re.IGNORECASE,
)
_RULED_TO = re.compile(r"[ \xa0\n](?:to|until|till|and)[ \xa0\n][1-9][0-9]{2,3}(?=[.,;:)]|\s+[A-Za-z]|\s*$)")
_FROM_NUMBER = re.compile(r"\b(?:from|between)[ \xa0\n][1-9][0-9]{2}[ \xa0\n](?:to|until|till|and)[ \xa0\n]$")
_QUOTES = {'"': '"', "“": "”", "'": "'", "‘": "’"}
_ITEM = re.compile(r"[ \t]*(?:[-*+•‣◦·–][ \t]+)?$")  # what may stand on a line before its first word
_ENTRY = re.compile(r":[ ][\"“‘']?[^\W\d_]|[ ]?[-–—][ ]+[\"“‘']?[^\W\d_]")
_LATER_ENTRY = re.compile(r"\.?[ ]+[\"“‘']?[A-Z][\w'’]*[ ][^\W\d_]")
_COUNTED_PEOPLE = re.compile(r"[ ][A-Z][a-z]+(?:ans|ese|ish|men)\b")
_ENDED = re.compile(r"(?:[.!?:;][\"”’)]?|^[ \t]*(?:[-*+•‣◦·–][ \t]+)?[1-9][0-9]{2,3}\b.*)$")
_SHORT_LINE = 40  # a shorter line is not broken by its margin
_LONG_LINE = 200  # no more of the line before is looked at
_TITLE_ON = re.compile(r":[ ](?:An?|The|[A-Z][a-z]+)\b")


def build(match: re.Match[str]) -> Hit | None:
    """One year, unless the number counts or numbers something."""
    text, start, end = match.string, match.start(), match.end()
    year = year_number(match[0])
    if year is None or (text[end : end + 1] in ":\"”'’" and _is_title(text, start, end)):
        return None
    if year < _CERTAIN and not (
        _opens_entry(text, start, end)
        or (_is_year(text, start, end) if year >= _MILLENNIUM else _is_early_year(text, start, end))
    ):
        return None
    if is_quantity(text, start, end):
        return None
    return Hit((Part(Span(start, end), year),), "year")


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether the number is a title or begins one: “1984”, "the film 2001: A Voyage"."""
    previous = text[start - 1 : start]
    if text[end : end + 1] != ":":
        return bool(previous) and _QUOTES.get(previous) == text[end : end + 1]
    if not _TITLE_ON.match(text, end):
        return False
    word = last_word(text, start)
    named = word.isalpha() and text[start - 1 - len(word)].islower() and word not in _TIME and word not in _RULER
    return named or previous in _QUOTES


def _is_year(text: str, start: int, end: int) -> bool:
    """Whether the words beside a number from 1000 to 1499 make it a year."""
    word = last_word(text, start)
    if word in _TIME:
        return word not in ("of", "about", "around") or not _UNCOUNTED.match(text, end)
    behind = before(text, start)
    if not word:
        if behind[-1:] in ("(", "[") or _HYPHENED.search(behind):
            return True
        return bool(_OPENS.search(behind) and _ACTS.match(text, end))
    if word in ("and", "or", "to"):
        return bool(_AFTER_NUMBER.search(behind))
    if word == "the":
        return bool(_EVENT.match(text, end))
    if word.endswith(","):
        return bool(
            _LISTED.search(before(text, start, 40)) or (_PLACED.search(behind) and text[end : end + 1] in ".,;)\n")
        )
    return bool(word[-1:] in ".!?" and _ACTS.match(text, end))


def _opens_entry(text: str, start: int, end: int) -> bool:
    """Whether the number begins a line of a chronicle: "1066 Duke Osric lands", "- 1215: The Charter is sealed"."""
    if not _ENTRY.match(text, end) and (
        end - start < 4 or not _LATER_ENTRY.match(text, end) or _COUNTED_PEOPLE.match(text, end)
    ):
        return False
    behind = text[max(0, start - _LONG_LINE) : start]
    line = max(behind.rfind("\n"), behind.rfind("\r"))
    if not _ITEM.match(behind, line + 1):
        return False
    if line < 0 or behind[line + 1 :].strip():
        return True
    previous = behind[:line].rstrip("\r")
    previous = previous[max(previous.rfind("\n"), previous.rfind("\r")) + 1 :].rstrip()
    return len(previous) < _SHORT_LINE or bool(_ENDED.search(previous))


def _is_early_year(text: str, start: int, end: int) -> bool:
    """Whether the words beside a number of three digits make it a year: only few do, and no noun must follow."""
    word = last_word(text, start)
    if not _CLAUSE.match(text, end):
        return False
    if word in _RULER and not (word in _FIRM and not _RULED_TO.match(text, end)):
        paired = _RULED_TO.match(text, end) or _FROM_NUMBER.search(before(text, start))
        return bool(paired and _RULED.search(before(text, start, 70)))
    if word in _FIRM:
        return word != "by" or "number" not in before(text, start)
    return word == "" and bool(_HYPHENED.search(before(text, start)))


RULE = Rule("year", "digit", PATTERN, build, digits=(3, 4))
