"""What two statements say of an event, whether they are of one event, of two, or only a person can tell."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from datedeck.extract.events.verb_classes import VERB_CLASSES
from datedeck.extract.events.words import DEVERBAL_OBJECT, EVENT_NOUNS, LEGAL_NOUNS

Sameness = Literal["same", "unsure", "other"]

_SPELT_ALIKE = 0.84  # SequenceMatcher ratio: "Aleksandria" and "Alexandria" pass, "Ostrand" and "Ostland" just do not
_SHORTEST_ALIKE = 6  # letters: shorter names ("Velm", "Velma") are different ones when spelt differently
_ENDS = 3  # letters at one end of two names, the first or the last, that must agree
_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset(
    "a an the of in on at to by for from with and or as was were be been had has between that which who"
    " its his her their".split()
)
_UNREAL = frozenset(
    "not never no neither nor nobody none without cannot fail failed refuse refused try tried attempt attempted"
    " threaten threatened nearly almost deny denied prevent prevented".split()
)
_IRREGULAR = {
    "taken": "take",
    "took": "take",
    "fell": "fall",
    "fallen": "fall",
    "began": "begin",
    "begun": "begin",
    "beat": "beat",
    "beaten": "beat",
    "slain": "kill",
}
# "took part", "fell ill", "reached an agreement": the verb alone does not say what was done.
_LIGHT = re.compile(
    r"\b(?:t(?:ake|akes|aken|ook) (?:part|place|power|office|command|over|up|refuge)"
    r"|f(?:all|alls|ell|allen) (?:ill|in|into|back|from|asleep|out)"
    r"|reach(?:ed)? (?:an?|the) (?:agreement|peace|deal))\b",
    re.IGNORECASE,
)
_OWN_KIND = frozenset(("ratify", "set"))  # a treaty is signed on one day and ratified on another; "set fire to"
# Every form of a verb of one kind leads to the first verb of its kind.
_DEEDS = {
    form: kind
    for verb, kind in VERB_CLASSES.items()
    if verb not in _OWN_KIND
    for form in (verb, f"{verb}d", f"{verb}ed", f"{verb}s")
} | {form: VERB_CLASSES.get(verb, verb) for form, verb in _IRREGULAR.items()}
_KINDS = frozenset(VERB_CLASSES.values()) | EVENT_NOUNS | LEGAL_NOUNS.keys() | frozenset(DEVERBAL_OBJECT.values())
_NO_NAMES = _KINDS | _EMPTY | {""}
_PHASES = frozenset(("begin", "end"))
_DONE_TO = frozenset(("capture", "kill", "defeat", "attack"))  # kinds of deed with a doer and one to whom it is done
_BE = frozenset("was were been being be is are".split())


@dataclass(frozen=True, slots=True)
class Gist:
    """Content words in lower case, verbs by their kind.

    `names` have a capital, `certain` ones not only because they stand first. `sides`: 1 for who does it, 2 for whom it
    is done to; words whose side their order does not tell are left out. `real`: it is not denied, nor only tried.
    """

    words: tuple[str, ...]
    names: frozenset[str]
    certain: frozenset[str]
    kinds: tuple[str, ...]
    sides: dict[str, int]
    real: bool


@lru_cache(maxsize=8192)
def gist(event: str) -> Gist:
    """The gist of a statement."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", event) if not unicodedata.combining(c))
    raw = _WORD.findall(_LIGHT.sub(lambda match: match[0].replace(" ", "").lower(), plain))
    deeds = [_DEEDS.get(word.lower(), word.lower()) for word in raw]
    words = tuple(dict.fromkeys(deed for deed in deeds if deed not in _EMPTY))
    capital = [deed if word[:1].isupper() else "" for deed, word in zip(deeds, raw, strict=True)]
    certain = frozenset(capital[0 if raw[1:2] == ["was"] else 1 :]) - _NO_NAMES
    kinds = tuple(word for word in words if word in _KINDS)
    sides = _sides([word.lower() for word in raw], deeds)
    return Gist(words, frozenset(capital) - _NO_NAMES, certain, kinds, sides, not _UNREAL & set(deeds))


def _sides(raw: list[str], deeds: list[str]) -> dict[str, int]:
    """Who did it and to whom, as the order of words tells: "M captured N", "N was captured by M", "N fell to M"."""
    at = next((place for place, deed in enumerate(deeds) if deed in _DONE_TO), -1)
    if at < 0:
        return {}
    passive = raw[at] in ("fall", "falls", "fell", "fallen") or bool(_BE.intersection(raw[max(0, at - 3) : at]))
    if not passive:
        return {**dict.fromkeys(deeds[:at], 1), **dict.fromkeys(deeds[at + 1 :], 2)}
    doer = next((place for place in range(at + 1, len(raw)) if raw[place] in ("by", "to")), len(raw))
    return {**dict.fromkeys(deeds[:at], 2), **dict.fromkeys(deeds[doer + 1 :], 1)}


def compare(one: str, other: str) -> Sameness:
    """Whether two statements tell one event, their dates aside.

    They do when every content word of the shorter has its like in the longer, a name and the deed among them, and
    nobody does in one what is done to them in the other. What one denies, or only tries, the other does not tell.
    Of a beginning or an end that only one of them speaks of, a person must say whether it is meant.
    """
    short, long = sorted((gist(one), gist(other)), key=lambda side: len(side.words))
    if short.real != long.real or len(short.words) < 2:
        return "other"
    like = {
        word: next((found for found in long.words if _same_word(word, found, short, long)), "") for word in short.words
    }
    if not all(like.values()) or not any(word in _KINDS for word in like):
        return "other"
    named = [pair for pair in like.items() if pair[0] in short.names and pair[1] in long.names]
    if not any(word in short.certain or found in long.certain for word, found in named):
        return "other"
    if any({short.sides.get(word, 0), long.sides.get(found, 0)} == {1, 2} for word, found in like.items()):
        return "other"
    return "same" if _PHASES.intersection(short.kinds) == _PHASES.intersection(long.kinds) else "unsure"


def _same_word(word: str, other: str, short: Gist, long: Gist) -> bool:
    return word == other or (word in short.names and other in long.names and spelt_alike(word, other))


def ends(name: str) -> tuple[str, ...]:
    """The keys under which names spelt alike are found: two such names share one. Short names have none."""
    if len(name) < _SHORTEST_ALIKE or not name.isalpha():
        return ()
    return f"{name[:_ENDS]}-", f"-{name[-_ENDS:]}"


@lru_cache(maxsize=8192)
def spelt_alike(one: str, other: str) -> bool:
    """Whether two names may be spellings of one: most letters agree, one end does, and no syllable is added."""
    if not set(ends(one)) & set(ends(other)) or abs(len(one) - len(other)) > 2 or len(set(one) ^ set(other)) > 4:
        return False
    matcher = SequenceMatcher(None, min(one, other), max(one, other))
    added = (max(i2 - i1, j2 - j1) for tag, i1, i2, j1, j2 in matcher.get_opcodes() if tag in ("insert", "delete"))
    return matcher.ratio() >= _SPELT_ALIKE and max(added, default=0) <= 1
