"""What beside a name tells which one is meant, and what only praises or blames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datedeck.extract.events.people import is_person

if TYPE_CHECKING:
    from spacy.tokens import Token

_OFFICIAL = frozenset("former future acting late then current deputy chief supreme first second last".split())
_NAMED, _NAME = frozenset("named called codenamed nicknamed dubbed christened".split()), 8  # words
_FAR = 6  # words between a noun and its apposition


def is_place_in_place(appos: Token) -> bool:
    """ "in Velm, Ostrand": the second name tells where the first is."""
    name = appos.head
    return (
        name.pos_ == appos.pos_ == "PROPN"
        and name.dep_ == "pobj"
        and name.head.lower_ in ("in", "at", "near", "from", "to")
        and all(word.pos_ == "PROPN" for word in appos.subtree if not word.is_punct)
        and appos.left_edge.i - name.i == 2
    )


def is_bare_name(word: Token) -> bool:
    """Whether it is a name with nothing but other names beside it, as the members of a list are."""
    beside = ("compound", "conj", "appos", "cc", "punct")
    return word.pos_ == "PROPN" and all(child.dep_ in beside for child in word.children)


def gives_name(clause: Token) -> bool:
    """ "the last attack, named Operation Velm, …"."""
    words = list(clause.subtree)
    return clause.lower_ in _NAMED and len(words) <= _NAME and any(word.pos_ == "PROPN" for word in words)


def names_it(appos: Token) -> bool:
    """ "two great battles, the engagements at Velm": the apposition alone tells which."""
    words = list(appos.subtree)
    nameless = appos.head.pos_ == "NOUN" and all(
        word.pos_ != "PROPN" for word in appos.head.subtree if word.i < appos.left_edge.i
    )
    return nameless and len(words) <= _NAME and any(word.pos_ == "PROPN" for word in words) and not is_far(appos)


def praises(word: Token) -> bool:
    """ "an embittered Tovar Brand", "the charismatic General Brand": the article and what only praises or blames."""
    name = word.head
    adjectives = [token for token in name.subtree if token.dep_ == "amod" and token.is_lower and token.i < name.i]
    told = any(child.lower_ in _OFFICIAL for child in adjectives)
    if not adjectives or told or name.pos_ != "PROPN" or not is_person(name):
        return False
    return bool(word.is_lower or word.dep_ == "det")


def is_far(appos: Token) -> bool:
    """Whether it stands so far from its noun that it is a misread piece of something else."""
    return bool(appos.left_edge.i - appos.head.i > _FAR)
