"""Signals that a statement shows as it reads, by the names that the gate weighs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from datedeck.extract.events.statement import Dated, Statement
from datedeck.extract.events.verb_classes import COMPLETE, LIGHT
from datedeck.extract.events.words import DEMONSTRATIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_LONGEST, _LONGEST_NAME = 25, 14  # words
_PRONOUNS = re.compile(r"\b(?:he|she|they|it|him|them|here|there)\b", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:other|another|such(?! as)|similar|nearby|existing|current|so far|previously|thus far|elsewhere|resulting"
    r"|(?:his|her|its|their) \d+(?:st|nd|rd|th)(?= [a-z])|remaining|further"
    r"|ensuing|the latter|the former|second|third|same|the following|the next|the new(?= [a-z])"
    r"|more(?! than\b| or less)|some(?! \d| of\b)(?= [a-z])|various|subsequent|followed suit|did (?:so|likewise))\b"
)

# Signals by what is found in the statement, its first letter in lower case.
_PATTERNS = {
    "vague": _VAGUE,
    "demonstrative": re.compile(r"^(?:that|this|these|those) [a-z]"),
    "question word": re.compile(r"^(?:whose|whom|who|which|what|where|when|why|how)\b"),
    "pronoun": re.compile(r"^(?:his|her|their|its|our|my)\b"),
    "negated": re.compile(r"^(?:no|none|nobody|nothing|neither|few|hardly|scarcely)\b"),
    "hedged": re.compile(
        r"\b(?:perhaps|probably|possibly|allegedly|reportedly|supposedly|apparently|(?:said|believed|thought) to)\b"
    ),
    "again": re.compile(r"\bagain\b"),
    "debris": re.compile(
        r"—|--|\.\.\.|…|\w–\w+$|\b(?:of|to|in|on|at|by|with|from|and|or|the|a|an|that|which|who|for|as|between"
        r"|including|not|was|were|is|are|be|been|had|has|have)$|^the \w+ or "
        r"|\b(?:set|fixed|chose|made|declared|proclaimed) \d{1,2}$|\b(?:when|while|where|after) (?:and|or|but)\b"
    ),
    "possessive": re.compile(r"\b(?:his|her|its|their)\b"),
    "indefinite object": re.compile(r"(?<=.) an? [a-z]"),
    # UTF-8 read as Latin-1: "Ã©".
    "another date": re.compile(r"(?<![\d,.$€£/-])\b(?:1[1-9]|20)\d\d\b(?![\d,/-]| [a-z]+s\b)"),
    "garbled": re.compile(r"[ÃÂâ][\x80-\xbf¡-¿€-™]|\ufffd"),
    "evaluated": re.compile(
        r"\b(?:significant|tremendous|huge|enormous|immense|considerable|substantial|heavy|serious|great|major|important"
        r"|vast|dramatic|massive|radical(?:ly)?|dramatically|significantly)\b"
    ),
    "statistic": re.compile(r"\b(?:an average of|on average|per (?:day|week|month|year|capita|cent)|percent of)\b"),
    "superlative": re.compile(r"\b(?:first|last|final|major|main|most|[a-z]{3,}est)\b"),
}


def wording_signals(dated: Dated) -> set[str]:
    """Signals of the statement as it reads."""
    event, statement = dated.statement.event, dated.statement
    lower = event[:1].lower() + event[1:]
    found = {name for name, pattern in _PATTERNS.items() if pattern.search(lower)}
    if _PRONOUNS.search(event.split(" that ")[0]) and not event.startswith("There w"):
        found.add("pronoun")
    if any(word.tag_ == "PRP" and word.dep_ in ("dobj", "pobj", "dative") for word in _without_reflexives(statement)):
        found.add("pronoun")
    if set(lower.split()) & (DEMONSTRATIVE - {"that", "same", "such", "former", "latter"}) or _points(dated):
        found.add("demonstrative")
    if any(word.dep_ == "det" and word.lower_ == "no" for word in statement.words):
        found.add("negated")
    if len(event.split()) < 3 and not _is_complete(dated):
        found.add("debris")
    if len(event.split()) > (_LONGEST_NAME if "nominal" in statement.signals else _LONGEST):
        found.add("long")
    if statement.verb in LIGHT and "nominal" not in statement.signals:
        found.add("light verb")
    if any(child.lower_ in ("nearly", "almost") and child.dep_ == "advmod" for child in statement.root.children):
        found.add("hedged")  # "nearly took Velm", but not "an almost complete defeat"
    names = _names(event, statement.root.doc)
    return found | ({"no name"} if not names else {"few names"} if names == 1 else set())


def _without_reflexives(statement: Statement) -> Iterator[Token]:
    yield from (word for word in statement.words if not word.lower_.endswith(("self", "selves")))


def _names(event: str, doc: Doc) -> int:
    """How many words of the statement are names, or parts of names."""
    words = event.replace("’s", "").replace("'s", "").split()
    opening = any(
        token.text == words[0] and (token.pos_ == "PROPN" or (token.pos_ == "ADJ" and token.is_title and token.i > 0))
        for token in doc
    )
    return sum(word[:1].isupper() for word in words[1:]) + opening


def _points(dated: Dated) -> bool:
    """Whether "that", "these" and their like stand before a noun."""
    pointing = [word for word in dated.statement.words if word.dep_ == "det" and word.lower_ in DEMONSTRATIVE]
    return any(f"{word.text} {word.nbor().text}" in dated.statement.event for word in pointing)


def _is_complete(dated: Dated) -> bool:
    """Two words say enough where a name did what needs no object: "Ostrand surrendered"."""
    statement, words = dated.statement, dated.statement.event.split()
    named = statement.subject is not None and statement.subject.pos_ == "PROPN"
    return "nominal" in statement.signals or (named and len(words) == 2 and statement.verb in COMPLETE)
