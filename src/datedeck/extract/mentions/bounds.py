"""How an event stands to its date, read off the preposition: by, until, since, after, before, during; else on."""

from __future__ import annotations

import re

from datedeck.dates import Bound
from datedeck.extract.mentions.guards import last_word
from datedeck.extract.mentions.tagged import Hit

_S = r"[ \xa0\r\n]{1,3}"
_ARTICLE = (
    rf"(?:the{_S}|about{_S}|around{_S}|at{_S}(?:least{_S})?|on{_S}|in{_S}|as{_S}(?:early|late){_S}as{_S}|"
    rf"(?:perhaps|probably|possibly|almost|nearly|roughly|circa|c\.|ca\.){_S}){{0,2}}(?:years?{_S})?"
)
# "he had not before 1706 been there" denies something else; "Not before 1706 did he" tells when he did
_NOT = rf"(?<!had )(?<!did )not{_S}"
_WORDS: tuple[tuple[Bound, str], ...] = (
    ("on", rf"not{_S}(?:until|till)|(?-i:Not){_S}before"),
    (
        "by",
        rf"by|no{_S}later{_S}than|not{_S}later{_S}than|{_NOT}after|(?:on|in|at){_S}or{_S}before|before{_S}or{_S}(?:on|in|at)",
    ),
    ("until", rf"until|till|(?:up|down|right){_S}to|up{_S}until|ending{_S}(?:in|on)"),
    (
        "since",
        rf"since|(?:no|not){_S}(?:earlier|sooner){_S}than|(?-i:{_NOT})before|(?:on|in|at){_S}or{_S}after|after{_S}or{_S}(?:on|in|at)|"
        rf"(?:starting|beginning|commencing){_S}(?:in|on|from|with)|as{_S}from|"
        rf"(?:with{_S}effect|effective){_S}(?:from|on)|from{_S}as{_S}early{_S}as|from{_S}at{_S}least",
    ),
    ("after", rf"after|following|subsequent{_S}to|later{_S}than|post"),
    ("before", rf"before|prior{_S}to|preceding|earlier{_S}than|ante"),
    (
        "during",
        rf"during|(?:in|over){_S}the{_S}course{_S}of|some{_S}?time{_S}(?:in|during|within)|within|"
        rf"at{_S}some{_S}(?:point|time|stage|moment){_S}(?:in|during|within)|some{_S}time{_S}between",
    ),
)
_BEHIND = re.compile(
    rf"(?<!\w)(?:{'|'.join(f'(?P<{bound}>{words})' for bound, words in _WORDS)}){_S}{_ARTICLE}$", re.IGNORECASE
)
# the bounds that one word tells, unless another one is before it ("not until")
_DIRECT: dict[str, Bound] = {
    "by": "by",
    "until": "until",
    "till": "until",
    "since": "since",
    "after": "after",
    "following": "after",
    "post": "after",
    "before": "before",
    "preceding": "before",
    "ante": "before",
    "pre": "before",
    "during": "during",
    "within": "during",
}
_TURNING = frozenset(("not", "or"))  # "not before", "on or before"
# the last word of a longer form; the word before it then is one of _LEADING
_LAST = frozenset(
    "than until to in on from with during within of the about around at least as year years between perhaps probably "
    "possibly almost nearly roughly circa c. ca. a an".split()
)
_LEADING = frozenset(
    "not or later earlier sooner up down right to ending starting beginning commencing as effect effective least "
    "subsequent prior course time sometime point stage moment by until till since after following post before "
    "preceding ante during within than of the about around at on in early late perhaps probably possibly almost nearly "
    "roughly circa from between years period".split()
)
_PREFIXES: tuple[tuple[Bound, str], ...] = (("before", "pre-"), ("after", "post-"))
_ONWARD = re.compile(rf",?{_S}(?:on|onwards?|forward)(?![\w-])(?!{_S}(?:the|a|an|his|her|its|their|this|that|to)\b)|\+")
_PRESENT = re.compile(
    rf"(?:[ ]?[-–—][ ]?|{_S}to{_S}(?:the{_S})?)(?:present(?:{_S}day)?|today|now|date)(?!\w)|[ ]?[-–—][ ]?[)\]]"
)
_BORN = re.compile(r"(?:\bborn|\bb\.|\*)[ \xa0]?(?:in[ ])?$")
_FROM = re.compile(rf"(?<!\w)from{_S}{_ARTICLE}$", re.IGNORECASE)
_FROM_OPENS = re.compile(rf"(?:^|[.!?;][\"”’)]?{_S})From{_S}{_ARTICLE}$")
_IN = re.compile(rf"(?<!\w)in{_S}(?:the{_S})?(?:(?:years|period){_S}(?:from{_S})?)?$", re.IGNORECASE)
_BETWEEN = re.compile(rf"(?<!\w)between{_S}{_ARTICLE}$", re.IGNORECASE)
_ARTICLES = frozenset({"the", "a", "an"})
_GOES = re.compile(r"[-–—]|[ \xa0\n][-–—t]")
REACH = 40
_SHORT = 30


def bounded(text: str, hit: Hit, floor: int) -> Hit:
    """The hit with the bound that the words around it say; nothing before `floor` is read."""
    span = hit.span
    start, end = span.start, span.end
    word = last_word(text, start) if start > floor else ""
    bound: Bound = "on"
    if word in _DIRECT or word in _LAST:
        bound = _bound(text[max(floor, start - REACH) : start], text[end : end + 24], hit, word)
    elif text[start - 1 : start] == "-":
        behind = text[max(floor, start - 5) : start].lower()
        bound = next((bound for bound, prefix in _PREFIXES if behind.endswith(prefix)), "on")
    if bound == "on" and _GOES.match(text, end) and _goes_on(text, hit):
        bound = "since"
    return hit if bound == "on" else Hit(hit.parts, hit.rule, hit.join, bound)


def _bound(behind: str, ahead: str, hit: Hit, word: str) -> Bound:
    if word in _ARTICLES and _names(hit):
        return "on"
    words = behind.rsplit(None, 2)
    earlier = words[-2].lower() if len(words) > 1 else ""
    if word in _DIRECT:
        if earlier in _ARTICLES:
            return "on"  # "the following 5 May"
        if earlier not in _TURNING:
            return _DIRECT[word]
    leading = earlier in _LEADING
    found = _BEHIND.search(behind) if leading else None
    if found:
        return next(bound for bound, _ in _WORDS if found[bound])
    if hit.join == "range":
        return "during" if _is_around(behind[-_SHORT:], word, leading=leading) else "on"
    if word == "from" or leading:
        behind = behind[-_SHORT:]
        if (_FROM.search(behind) and _ONWARD.match(ahead)) or _FROM_OPENS.search(behind):
            return "since"
    return "on"


def _is_around(behind: str, word: str, *, leading: bool) -> bool:
    """Whether an event lies somewhere inside a range: after "between", "in" or "in the years"."""
    if not leading and word != "years":
        return word in ("between", "in")
    return bool(_BETWEEN.search(behind) or _IN.search(behind))


def _goes_on(text: str, hit: Hit) -> bool:
    """Whether a single date is the beginning of a time that lasts ("2003–present", "(1945–)")."""
    if hit.join != "single" or not _PRESENT.match(text, hit.span.end):
        return False
    return not _BORN.search(text[max(0, hit.span.start - 12) : hit.span.start])


def _names(hit: Hit) -> bool:
    """Whether a date after an article can only name the noun that follows ("by the May 1920 uprising")."""
    first = hit.parts[0]
    return not first.fixed and not first.mod and hit.rule.startswith(("month", "year", "iso"))
