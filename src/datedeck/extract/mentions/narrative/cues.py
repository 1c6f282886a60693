"""What the words around a named year say: whether the narrative has come to it, or only names it in passing."""

from __future__ import annotations

import re
from typing import NamedTuple

from datedeck.extract.mentions.tagged import Hit

_REACH = 250  # how far back a sentence's beginning is looked for
_PAREN_REACH = 200
_CUE = re.compile(
    r"\b(?:since|until|till|after|before|for|as of|like|than|compared (?:to|with)|unlike|ago|by|"
    r"(?:books?|stud(?:y|ies)|reports?|treat(?:y|ies)|acts?|conferences?|conventions?|constitution|elections?|agreements?|"
    r"edicts?|laws?|census|revolutions?|wars?) (?:of|in|from)|(?:scheduled|planned|expected) (?:for|in|by))"
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
_RELATIVE_CLAUSE = re.compile(r"\b(?:who|which|that|where|when|whose|whom)\b[^,;:]{0,80}$")
_ADJECTIVE = re.compile(r"\b(?:the|a|an|its|his|her|their|this|that)[ \n]$")
_NOUN = re.compile(r"['’]s\b|[ \n](?!of\b|in\b|and\b|to\b|the\b|was\b|when\b|but\b|he\b|she\b|they\b)[a-zA-Z]{3}")
_POSSESSIVE = re.compile(r"['’]s?\b")
_BACK = (" had ", " earlier", " previously", "Earlier", "Previously")
_ENDS = (". ", "? ", "! ", "\n\n", ".\n", "” ")
_OPENING = re.compile(r"\s*[\"“‘'(]?(?:[A-Z][a-z]*[ \n])?(?:[a-z-]+[ \n]){0,3}$")


class Cues(NamedTuple):
    """What is said before one date: its sentence up to it (at most 250 characters), and where that begins."""

    sentence: str
    start: int

    @property
    def looks_back(self) -> bool:
        """Whether the sentence has told by then that it goes back ("had", "earlier")."""
        return any(word in self.sentence for word in _BACK)

    @property
    def opens(self) -> bool:
        """Whether the date opens its sentence ("By the end of 1788")."""
        return len(self.sentence) < 30 and bool(_OPENING.match(self.sentence))


def cues_at(text: str, place: int) -> Cues:
    """The cues before a date at `place`."""
    behind = text[max(0, place - _REACH) : place]
    cut = max(map(behind.rfind, _ENDS))
    cut = cut + 2 if cut >= 0 else 0
    return Cues(behind[cut:], place - len(behind) + cut)


def is_birth(text: str, place: int) -> bool:
    """Whether a person was born then, or had an age ("born at Velm in 1779", "b. 1779", "Odila, aged 12 in 1779,")."""
    behind = text[max(0, place - 64) : place]
    return ("born" in behind or "b." in behind or "aged" in behind) and bool(_BIRTH.search(behind))


def in_brackets(text: str, place: int) -> bool:
    """Whether a bracket that opened in the same line before `place` is still open there."""
    behind = text[max(0, place - _PAREN_REACH) : place]
    if "(" not in behind and "[" not in behind:
        return False
    behind = behind[max(behind.rfind("\n"), behind.rfind("\r")) + 1 :]
    return max(behind.rfind("("), behind.rfind("[")) > max(behind.rfind(")"), behind.rfind("]"))


def is_cued(text: str, hit: Hit, cues: Cues) -> bool:
    """Whether words like "since", "planned for" or "the treaty of" stand before it, or it is used as an adjective."""
    behind = cues.sentence[-80:]
    if _CUE.search(behind[-44:]) or _CLAUSE_CUE.search(behind):
        return True
    if _ADJECTIVE.search(behind[-8:]) and hit.rule.startswith(("month", "year")):
        return bool(_NOUN.match(text, hit.span.end))
    return bool(_POSSESSIVE.match(text, hit.span.end))


def in_relative_clause(cues: Cues) -> bool:
    """Whether the clause it stands in began with "who", "which", "where" or the like."""
    return bool(_RELATIVE_CLAUSE.search(cues.sentence[-100:]))
