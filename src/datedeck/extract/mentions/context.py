"""The year of a date that names none: the year that the narrative is in, as a running variable.

The last year named counts, unless it stands in parentheses or after words that set it aside ("since 1905", "the
treaty of 1856", "planned for 1870", "the 1848 uprisings"): such years look back or
name things. What stands before every named year takes the first one, as a document's title names it. A year of birth
counts for neither. Headings always count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from datedeck.extract.mentions.guards import before
from datedeck.extract.mentions.places import holds
from datedeck.extract.mentions.tagged import Hit, Part
from datedeck.model import Span

_CUE = re.compile(
    r"\b(?:since|until|till|after|before|for|as of|like|than|compared (?:to|with)|unlike|ago|by|"
    r"(?:books?|stud(?:y|ies)|reports?|treat(?:y|ies)|acts?|conferences?|conventions?|constitution|elections?|agreements?|edicts?|"
    r"laws?|census|revolutions?|wars?) (?:of|in|from)|(?:scheduled|planned|expected) (?:for|in|by))"
    r"[ \n](?:the[ \n])?(?:(?:early|late|mid|end of|beginning of)[ \n-])?(?:the[ \n])?$",
    re.IGNORECASE,
)
_CLAUSE_CUE = re.compile(
    r"\b(?:until|scheduled|planned|expected|promised|hoped|deadline|later)\b[^.;:,()\n]{0,60}$", re.IGNORECASE
)
_BIRTH = re.compile(
    r"\bborn\b(?:[^.;:,()0-9\n]|\n(?!\n)){0,40}(?:,[ \n](?:in|on)[ \n](?:the[ \n])?)?$|"
    r"\bb\.[ \xa0]?$|[,(][ \n]?aged[ \n][\w-]{1,16}[ \n]in[ \n]$",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"\b(?:the|a|an|its|his|their)[ \n]$")
_NOUN = re.compile(r"['’]s\b|[ \n][a-zA-Z]{3}")
_PAREN_REACH = 200


def with_years(text: str, hits: Sequence[Hit], headings: list[Span]) -> list[Hit]:
    """Give every hit its year; dates whose year cannot be known (no year is named anywhere) are left out.

    `headings` are disjoint and in text order.
    """
    leads = [_leads(text, hit, headings) for hit in hits]
    named = (part.year for hit in hits if not _of_birth(text, hit) for part in hit.parts if part.year is not None)
    year = next(named, None)
    done: list[Hit] = []
    for hit, lead in zip(hits, leads, strict=True):
        if lead is not None:
            year = lead
        parts = hit.parts if not any(part.needs_year for part in hit.parts) else _in_year(hit.parts, year)
        if parts:
            done.append(replace(hit, parts=parts))
    return done


def _leads(text: str, hit: Hit, headings: list[Span]) -> int | None:
    """The year that the narrative is in from this hit on, if the hit says one."""
    years = [part.year for part in hit.parts if part.year is not None]
    if not years:
        return None
    if holds(headings, hit.span):
        return years[0]
    start = hit.span.start
    behind = before(text, start, 80)
    if _CUE.search(behind[-44:]) or _CLAUSE_CUE.search(behind) or _in_parentheses(text, start) or _of_birth(text, hit):
        return None
    if _ADJECTIVE.search(behind[-8:]) and hit.rule.startswith(("month", "year")) and _NOUN.match(text, hit.span.end):
        return None
    return years[-1]


def _of_birth(text: str, hit: Hit) -> bool:
    """Whether a person was born then, or had an age ("born at Velm in 1779", "b. 1779", "Odila, aged 12 in 1779,")."""
    return bool(_BIRTH.search(before(text, hit.span.start, 64)))


def _in_parentheses(text: str, place: int) -> bool:
    behind = before(text, place, _PAREN_REACH)
    behind = behind[max(behind.rfind("\n"), behind.rfind("\r")) + 1 :]
    return max(behind.rfind("("), behind.rfind("[")) > max(behind.rfind(")"), behind.rfind("]"))


def _in_year(parts: tuple[Part, ...], year: int | None) -> tuple[Part, ...]:
    """The parts in a year; a later part in an earlier month is of the next year."""
    if year is None:
        return ()
    done: list[Part] = []
    for part in parts:
        if part.needs_year:
            before_it = done[-1] if done else None
            wraps = bool(before_it and before_it.year == year and before_it.first_month > part.last_month)
            part = replace(part, year=year + wraps, anchored="context")
        done.append(part)
    return tuple(done)
