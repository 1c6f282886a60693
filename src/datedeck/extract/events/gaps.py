"""What a second date of one clause dates where the words are left out: "… took N and on 4 May the bridge"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datedeck.extract.events.phrase import DatePhrase
from datedeck.extract.events.trim import Cut

if TYPE_CHECKING:
    from spacy.tokens import Token


def gapped(noun: Token, phrase: DatePhrase) -> Token | None:
    """The verb left out of "…, and on 3 May, N": the noun is a conjunct whose date stands before it."""
    if noun.dep_ not in ("conj", "appos") or phrase.top.i > noun.i:
        return None
    head = noun.head
    while (
        head.dep_ in ("conj", "appos", "dobj", "pobj", "prep")
        and head.pos_ not in ("VERB", "AUX")
        and head.head.i != head.i
    ):
        head = head.head
    return head if head.pos_ == "VERB" else None


def second_object(phrase: DatePhrase, verb: Token) -> Token | None:
    """ "… took N and on 3 May the N bridge": a noun after the second date, hung on its preposition or the verb."""
    before = phrase.top.left_edge.i - 1
    joined = any(word.dep_ == "cc" and word.i == before for word in verb.subtree)
    if not joined or phrase.top.pos_ != "ADP":
        return None
    inside = [child for child in phrase.top.children if child.dep_ == "pobj"]
    beside = [child for child in verb.children if child.dep_ in ("npadvmod", "dobj", "oprd", "appos", "conj", "dep")]
    nouns = [child for child in inside + beside if child.pos_ in ("NOUN", "PROPN")]
    return next((noun for noun in nouns if 0 < noun.left_edge.i - max(phrase.words) <= 2), None)


def second_place(phrase: DatePhrase, verb: Token, cut: Cut) -> Token | None:
    """ "… in N on 3 May and in M on 4 May": the place that stands between "and" and the second date."""
    start = min(phrase.tokens)
    places = [word for word in verb.subtree if verb.i < word.i < start and word.pos_ == "ADP" and word.i - 1 > verb.i]
    for word in reversed(places):
        joined = word.nbor(-1).dep_ == "cc" or (word.nbor(-1).text == "," and word.nbor(-2).i in cut.others)
        if joined and word.right_edge.i == start - 1 and any(verb.i < index < word.i for index in cut.others):
            return word
    return None
