"""The date phrase in a parsed sentence: which words belong to the date, and what they hang on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from datedeck.dates import Bound
from datedeck.model import DatedMention

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

# Nouns that only say which part of the time is meant: the phrase goes on above them.
TIME_NOUNS = frozenset(
    "end beginning start middle course night morning evening afternoon day dawn dusk noon midnight eve month year"
    " week hours days weeks months years winter spring summer autumn fall half close part quarter period time".split()
)
_NEARNESS = frozenset("well early late shortly soon right just exactly precisely about only already even".split())
_BOUND_PARTICIPLES: dict[str, Bound] = {"starting": "since", "beginning": "since", "following": "after"}
_BOUND_PREPOSITIONS: dict[str, Bound] = {
    "after": "after",
    "before": "before",
    "following": "after",
    "since": "since",
    "until": "until",
    "by": "by",
}


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """`words` are the indices of the mention's words, `tokens` of the whole phrase; `top` hangs on `governor`."""

    mention: DatedMention
    words: frozenset[int]
    tokens: frozenset[int]
    top: Token
    governor: Token | None
    bound: Bound

    @property
    def joins(self) -> frozenset[int]:
        """The words that a word of the mention is coordinated with."""
        inside = (self.top.doc[index] for index in self.words)
        return frozenset(word.head.i for word in inside if word.dep_ == "conj" and word.head.i not in self.words)


def date_phrase(sentence: Sentence, mention: DatedMention, start: int, end: int) -> DatePhrase | None:
    """The phrase of the mention at characters [start, end) of the parsed text."""
    inside = [token for token in sentence if token.idx < end and token.idx + len(token) > start]
    if not inside:
        return None
    indices = {token.i for token in inside}
    heads = [token for token in inside if token.head.i not in indices or token.head.i == token.i]
    top = min(heads, key=lambda token: (sum(1 for _ in token.ancestors), token.i))
    bound = mention.bound
    while True:
        above = top.head
        if above.i == top.i or above.i < sentence.start or not _climbs(top, above):
            break
        bound = _BOUND_PARTICIPLES.get(above.lower_, bound) if bound == "on" or above.pos_ == "VERB" else bound
        top = above
    governor = None if top.head.i == top.i else top.head
    words = {token.i for token in top.subtree if not _is_own_clause(token, top, indices)} | indices
    words -= _hung(inside, indices)
    words |= _beside(sentence, words)
    return DatePhrase(mention, frozenset(indices), frozenset(words), top, governor, bound)


def _beside(sentence: Sentence, phrase: set[int]) -> set[int]:
    """Adverbs that only say how near the date is: "well into 1702", "from 1702 onward", "early on 3 May"."""
    doc, found = sentence.doc, set()
    left, right = min(phrase) - 1, max(phrase) + 1
    while left >= sentence.start and doc[left].lower_ in _NEARNESS and doc[left].dep_ in ("advmod", "amod", "prep"):
        found.add(left)
        left -= 1
    if right < sentence.end and doc[right].lower_ in ("onward", "onwards", "forward"):
        found.add(right)
    return found


def _climbs(top: Token, above: Token) -> bool:
    if top.dep_ in ("pobj", "pcomp") and above.pos_ in ("ADP", "SCONJ"):
        return True
    if top.dep_ == "prep" and above.dep_ in ("prep", "pobj") and above.pos_ == "ADP":
        return True
    if above.tag_ == "VBG" and above.lower_ in ("starting", "beginning") and above.dep_ in ("advcl", "prep", "acl"):
        return True
    return (
        top.dep_ in ("prep", "compound", "nmod", "poss")
        and above.lower_ in TIME_NOUNS
        and above.dep_ in ("pobj", "npadvmod", "dep")
    )


_HUNG = frozenset("from to into with by for at against between under upon near".split())


def _hung(inside: list[Token], mention: set[int]) -> set[int]:
    """Words of phrases hung on the date that say nothing of it: "moved in 1702 from Velm to Karsk"."""
    last = max(mention)
    return {
        word.i
        for token in inside
        for child in token.children
        if child.i > last and child.dep_ == "prep" and child.lower_ in _HUNG
        for word in child.subtree
    }


def _is_own_clause(token: Token, top: Token, mention: set[int]) -> bool:
    """Words that the parser hung on a verb-headed phrase ("Starting in May, the army …") but that are not the date."""
    if top.pos_ != "VERB":
        return False
    while token.i != top.i:
        if token.dep_ in ("dobj", "nsubj", "conj", "ccomp", "xcomp") and token.i not in mention:
            return True
        token = token.head
    return False


def outer_bound(noun: Token) -> tuple[Token, Bound] | None:
    """A dated noun inside "after/following/before the …": the word above that phrase, and the bound that it sets."""
    above = noun.head
    if noun.dep_ not in ("pobj", "dobj"):
        return None
    bound = _BOUND_PREPOSITIONS.get(above.lower_)
    if bound is None or above.dep_ not in ("prep", "advcl", "mark") or above.head.i == above.i:
        return None
    return above.head, bound
