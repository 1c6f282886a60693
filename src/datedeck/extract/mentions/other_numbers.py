"""Numbers that look like years and are none: those who died or were hurt, a book's pages, years of another era."""

from __future__ import annotations

import re

from datedeck.dates import MONTHS

_S = r"[ \xa0\n]"
_LATER = "next same first following very last day night morning winter summer spring autumn year month week".split()
_ACTED = re.compile(
    rf"{_S}(?:(?:were|are|have|who|fled|perished|survived|deserted|escaped|drowned|of{_S}(?:them|us|these|those|whom))\b|"
    # "on 3 May 1812 died the king" has its subject behind
    rf"died\b(?!{_S}(?:[A-Z]|(?:the|an?|his|her|their){_S}(?!(?:{'|'.join(_LATER)})\b)))|"
    rf"had{_S}(?:been{_S})?(?:[a-z]{{1,12}}ly{_S})?(?:died|fled|perished|survived|deserted|escaped|drowned|fallen|"
    r"killed|wounded|captured|slain|hurt|sick|ill|taken|sent|lost)\b)"
)
_ACTS = frozenset("wahfpsedo")  # first letters of what _ACTED matches
_TIMED = frozenset(
    "in by since until till from during before after of as than between throughout through year years early late mid "
    "circa c. ca. ca c spring summer autumn fall winter ad a.d. anno domini lord grace christ born b. d. fl. r. "
    "easter christmas michaelmas pentecost whitsun day eve".split()
) | {form for name in MONTHS for form in (name.lower(), name[:3].lower(), f"{name[:3].lower()}.", "sept", "sept.")}
_ABOUT = frozenset("about around roughly approximately exactly".split())
_JOINING = frozenset("and or to & till until through".split())
_DAY = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)?$")
_BEATEN = frozenset("killed wounded lost captured numbered".split())
_PASSIVE = frozenset("was were is are be been being got".split())
_CLAUSE_ENDS = re.compile(rf"[.,;:!?)]|\s*$|{_S}(?:and|but|in|at|on|to|while|when|before|after)\b")
_MEASURE = re.compile(
    r"-(?:page|man|men|strong|ton|tonne|foot|feet|inch|mile|metre|meter|kilometre|kilometer|acre|hectare|square|horsepower|"
    r"volt|watt|pound|dollar|franc|mark|word|line|seat|bed|room|day|week|month|year|hour|minute|member|gun|ship|vessel|"
    r"odd|piece|volume|student|soldier|horse|candle|calorie|barrel)(?![a-z])"
)
_UNLESS_NAME = r"(?!\w)(?!\.?[ ](?!(?:The|An?|He|She|They|It|In|On|At|By|This|That|His|Her|Their|When|But|And)\b)[A-Z])"
_OTHER_ERA = re.compile(
    rf"[ \xa0]?(?:A\.[ ]?H\.?{_UNLESS_NAME}|AH{_UNLESS_NAME}|AUC|AM|a\.[ ]?u\.[ ]?c|A\.[ ]?U\.[ ]?C|(?:cal[ ])?BP|B\.P)"
    rf"(?!\w)|,?{_S}(?:(?:by|of|after|in|from|since){_S}the{_S})?(?:Hegira|Hejira|Hijrah?|Hegirae)\b|"
    rf"{_S}(?:ab{_S}urbe{_S}condita|[Aa]nno{_S}[Mm]undi)\b"
)
_ERA_SIGNS = frozenset("ABabcHofis")
_ERAS_BEFORE = frozenset("ah a.h. a.h auc a.u.c. a.u.c hegirae mundi".split())


def is_other(text: str, start: int, end: int, word: str) -> bool:
    """Whether the number at start:end, with `word` before it, counts those who did something, or is of another era."""
    following = text[end : end + 1]
    if following == "-":
        return bool(_MEASURE.match(text, end))
    if word in _ERAS_BEFORE or (word in _BEATEN and _is_loss(text, start, end, word)):
        return True
    sign = text[end + 1 : end + 2] if following in " \xa0\n," else following
    if sign in _ERA_SIGNS and _OTHER_ERA.match(text, end):
        return True
    return sign in _ACTS and _has_acted(text, start, end, word)


def _has_acted(text: str, start: int, end: int, word: str) -> bool:
    """Whether people of this number did something, and no word before them says that they are a year."""
    if not text[start:end].isdigit() or not _ACTED.match(text, end):
        return False
    if not word:
        return not start or text[start - 1] not in "-–—/."  # "mid-1812", "c.1812"
    if word == "of":
        return text[start - 3 : start - 2] == "O"  # "Of 1500 who set out", but "the men of 1848 who"
    bare = word.rstrip(",")
    if bare in _TIMED or (bare != word and _DAY.match(bare)):
        return False
    words = text[max(0, start - 40) : start].split()
    previous = words[-2].lower() if len(words) > 1 else ""
    return not (word in _ABOUT and previous in _TIMED) and not (
        word in _JOINING and previous.rstrip(",")[-1:].isdigit()
    )


def _is_loss(text: str, start: int, end: int, word: str) -> bool:
    """Whether a clause ends with a number after "killed", whose subject stands before: not "Osric, killed 1914"."""
    words = text[max(0, start - 40) : start].split()
    if len(words) < 2 or words[-1] != word or not _CLAUSE_ENDS.match(text, end):
        return False
    return words[-2][-1] not in ",;:.(–—-" and words[-2].lower() not in _PASSIVE
