"""A month alone: "in September". Names of months are also names, titles and verbs, so the words beside it decide."""

import re

from datedeck.dates import MONTHS
from datedeck.extract.mentions.guards import before, is_letter_dating, last_word
from datedeck.extract.mentions.rules.rule import Rule, calendar_hit
from datedeck.extract.mentions.tagged import Hit

PATTERN = re.compile(rf"(?P<head>(?P<month>{'|'.join(MONTHS)}))(?![\w])(?!['’](?!s\b))")
_NAMES = frozenset(name.lower() for name in MONTHS)
_TIME = frozenset(
    "in by of since until till from to through during before after throughout between and or early late mid last next "
    "this that following previous preceding around about beginning starting".split()
)
_ARTICLE_AFTER = re.compile(
    r"\b(?:in|by|of|since|until|till|from|to|during|before|after|throughout|between|and)[ \xa0\n]the[ \xa0\n]$",
    re.IGNORECASE,
)
_HYPHENED = re.compile(r"(?:\b(?:mid|early|late|pre|post)-|[0-9A-Za-z.] ?[-–—] ?)$", re.IGNORECASE)
_JOINED = re.compile(
    rf"[ \xa0]?[-–—/][ \xa0]?(?:{'|'.join(MONTHS)})|[ \xa0](?:and|or|to|until|through)[ \xa0](?:{'|'.join(MONTHS)})"
)
_FUNCTION = r"(?:In|On|At|By|The|An?|And|But|He|She|They|It|I|His|Her|Their|This|These|When|While|After|Before)\b(?!\.)"
_NAME = re.compile(rf"[ \xa0](?!{_FUNCTION})[A-Z][a-z]|[ \xa0](?:[IVX]+|[0-9]+)\b|[-–][a-z]")
_HOLIDAY = re.compile(r"[ \xa0](?:Day|Days)\b")
_GIVEN = frozenset({"April", "May", "June", "August"})  # names of persons too
_PERSON = frozenset("by of to with and from for".split())
_PERSON_AFTER = re.compile(
    rf"(?:[ \xa0\n](?!{_FUNCTION})[A-Z][\w’'-]*\.?){{1,3}}(?:[,.;:)!?\"”]|(?<=\.)|\s*$|"
    r"\s+(?:in|on|at|by|of|to|for|from|with|and|or|as|who|whose|which|that|under|during|after|before|when)\b)"
)
_PERSON_ACTS = re.compile(
    r"['’]s\b|[ \xa0\n](?:said|says|asked|replied|wrote|writes|thought|told|smiled|married|felt|knew|loved|wanted|"
    r"looked|answered|laughed|sat|stood|died|argues|argued|suggests|notes|herself|himself|God|it[ ]please)\b"
)
_TWO_SENSES = frozenset({"May", "March", "August"})
_DETERMINERS = frozenset("the a an his her its their our my this that".split())
_REPEATED = frozenset(("every", "each"))
_REPEATED_TOO = re.compile(r"\b(?:[Ee]very|[Ee]ach)[ \xa0\n][A-Z][a-z]{2,8}[ \xa0\n](?:and|or)[ \xa0\n]$")
_ARTICLES = frozenset(("the", "a", "an"))
# what a month describes ("the November election"), not what it does ("the April was cold")
_DESCRIBED = re.compile(
    r"[ \xa0\n](?!(?:the|a|an|and|or|but|of|in|on|at|to|by|for|from|with|when|while|as|that|which|who|is|was|were|had|"
    r"has|saw|came|brought|passed|began|before|after)\b)[a-z]{3,16}(?!\w)"
)
_MARCHING = re.compile(r"[ \xa0\n](?:to|on|upon|through|into|past)[ \xa0\n](?:the[ \xa0\n])?[A-Z]")


def build(match: re.Match[str]) -> Hit | None:
    """One month, unless it is part of a name, or a verb ("may") or noun ("march")."""
    text, start, end = match.string, match.start(), match.end()
    name, word = match["month"], last_word(text, start)
    ahead = text[end : end + 1]
    if name in _GIVEN and _is_person(text, end, word, before(text, start)):
        return None
    if word in _REPEATED or (word in ("and", "or") and _REPEATED_TOO.search(before(text, start))):
        return None
    if _HOLIDAY.match(text, end) or is_letter_dating(text, end):
        return None
    if word == "the":
        follows = (
            name not in _TWO_SENSES and bool(_ARTICLE_AFTER.search(before(text, start))) and not _NAME.match(text, end)
        )
    else:
        follows = word in _TIME or (not word and bool(_HYPHENED.search(before(text, start, 8))))
        if word in _DETERMINERS and name == "March" and _MARCHING.match(text, end):
            return None
    if word in _ARTICLES and (name not in _TWO_SENSES or word != "the") and _DESCRIBED.match(text, end):
        follows = True
    follows = follows or (ahead in " \xa0-–—/" and bool(_JOINED.match(text, end)))
    if not follows and (name in _TWO_SENSES or word in _DETERMINERS or _NAME.match(text, end)):
        return None
    return calendar_hit(match, "month")


def _is_person(text: str, end: int, word: str, behind: str) -> bool:
    """Whether a person has this name: "by June Orre", "and April said"; "in May Austrian guns" is a month."""
    if text[end : end + 1] not in " \xa0\n'’":
        return False
    if word == "and" and behind.split()[-2:-1] and behind.split()[-2].strip("(,").lower() in _NAMES:
        return False
    if word in _PERSON and _PERSON_AFTER.match(text, end):
        return True
    return (word not in _TIME or word in _PERSON) and bool(_PERSON_ACTS.match(text, end))


RULE = Rule("month", "month", PATTERN, build)
