"""Whether what was left out has left a statement whole."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING

from datedeck.extract.events.subjects import SUBJECTS
from datedeck.extract.events.trim import Cut, after_comma, closed_by_comma, in_brackets
from datedeck.extract.events.verb_classes import TRANSITIVE
from datedeck.extract.events.verbs import lemma

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

_INSIDE = frozenset("det amod compound nmod nummod poss pobj dobj prep dep attr acomp".split())
_SAID = frozenset("amod acl relcl appos prep".split())


def needs_comma(subject: Sequence[Token], head: Token) -> bool:
    """Whether the comma that opens something said of the subject ("N, loyal to M, …") must be closed after it."""
    last = max(subject, key=lambda token: token.i)
    kept = {token.i for token in subject}
    end = last.i + 1
    while end < len(last.doc) and last.doc[end].text in ('"', "”"):
        end += 1
    if end >= len(last.doc) or last.doc[end].text != ",":
        return False
    return any(
        word.i in kept and word.dep_ in _SAID and after_comma(word) and last.i <= word.right_edge.i <= end
        for word in head.rights
    )


def _lost_something(verb: Token, kept: Container[int]) -> bool:
    if verb.tag_ in ("VB", "VBG") and lemma(verb) in TRANSITIVE:
        objects = [child.i for child in verb.children if child.dep_ in ("dobj", "ccomp", "oprd", "xcomp")]
        named = verb.dep_ in ("pcomp", "advcl") and not any(child.dep_ == "auxpass" for child in verb.children)
        return (bool(objects) or named) and not any(index in kept for index in objects)
    return (
        verb.tag_ in ("VBD", "VBZ", "VBP")
        and verb.dep_ in ("relcl", "ccomp")
        and not any(child.i in kept and child.dep_ in SUBJECTS for child in verb.children)
    )


def _is_misquoted(sentence: Sentence, kept: Container[int]) -> bool:
    """Whether only a part of what stands between quotation marks is kept."""
    quoted: list[bool] = []
    inside = False
    for token in sentence:
        if token.text in ('"', "“", "”"):
            if inside and any(quoted) and not all(quoted):
                return True
            inside, quoted = token.text != "”" and not inside, []
        elif inside and not token.is_punct:
            quoted.append(token.i in kept)
    return False


def _is_beside(token: Token, kept: Container[int], cut: Cut) -> bool:
    """ "landed on Velm Operation Karsk": something set beside what stood elsewhere."""
    if token.pos_ == "VERB" or token.dep_ not in ("appos", "npadvmod", "dep", "conj") or token.head.i not in kept:
        return False
    before = token.left_edge.i - 1
    gone = []
    while before > token.head.i and before not in kept:
        gone.append(before)
        before -= 1
    words = [index for index in gone if not token.doc[index].is_punct and token.doc[index].dep_ != "cc"]
    return before > token.head.i and bool(words) and not set(words) <= cut.date


def runs_on(verb: Token, kept: Container[int], cut: Cut) -> bool:
    """Whether a part of the statement stands beside one that it did not stand with."""
    return any(_is_beside(token, kept, cut) for token in verb.sent if token.i in kept and token.i > verb.i)


def is_torn(verb: Token, kept: Container[int], cut: Cut) -> bool:
    """Whether words are missing between kept ones that neither a comma nor a bracket sets off."""
    if any(_lost_something(token, kept) for token in verb.sent if token.i in kept and token.i != verb.i):
        return True
    if _is_misquoted(verb.sent, kept):
        return True
    last = max((token.i for token in verb.sent if token.i in kept), default=verb.i)
    return any(
        token.i not in kept
        and token.i not in cut.date | cut.others
        and token.head.i in kept
        and token.dep_ in _INSIDE
        and token.lower_ not in ("that", "this")
        and not token.is_punct
        and not (in_brackets(token) or after_comma(token) or closed_by_comma(token))
        for token in verb.doc[verb.i : last]
    )
