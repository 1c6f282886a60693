"""What of a parsed phrase a statement keeps, and how the kept words are put together again."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from datedeck.extract.events.epithets import gives_name, is_bare_name, is_far, is_place_in_place, names_it, praises
from datedeck.extract.events.words import DISCOURSE, RESTRICTING

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENING = frozenset(('"', "“", "‘", "'", "("))
_REFLEXIVE = frozenset(("himself", "herself", "itself", "themselves"))  # "N himself was captured"
SUBJECT = ("nsubj", "nsubjpass")
_TELLING = frozenset("of in against between for to at on under with from by".split())
LATER = frozenset("then later next afterwards afterward subsequently soon eventually finally thereafter".split())


@dataclass
class Cut:
    """What must not be in a statement: its own date's words, and the places of the sentence's other dates."""

    date: frozenset[int]
    others: frozenset[int] = field(default_factory=frozenset)


def collect(token: Token, cut: Cut, dropped: Callable[[Token, Cut], bool] | None = None) -> list[Token]:
    """The words of the phrase under `token` that a statement keeps, in no order; `render` puts punctuation back."""
    test = dropped or drops
    kept = [token]
    conjuncts = [child for child in token.children if child.dep_ == "conj"]
    gone = {child.i for child in conjuncts if test(child, cut)}
    for child in token.children:
        if child.is_punct or child.is_space or child.i in gone:
            continue
        if child.dep_ == "cc" and conjuncts and len(gone) == len(conjuncts):
            continue
        if child.dep_ == "conj" or not test(child, cut):
            kept += collect(child, cut)
    if token.pos_ == "ADP" and len(kept) == 1 and cut.date & indices(token):
        return []  # a preposition that has lost its date
    return kept


def drops(child: Token, cut: Cut) -> bool:
    """Whether a phrase inside a phrase does not help to identify the event."""
    if (
        child.i in cut.date
        or (child.lower_ in _REFLEXIVE and child.dep_ in ("appos", "npadvmod", "advmod"))
        or child.dep_ in ("parataxis", "intj", "preconj")
        or child.is_space
    ):
        return True
    if child.dep_ in ("amod", "det") and praises(child):
        return True
    if child.dep_ == "advmod":
        if child.head.pos_ in ("ADJ", "ADV", "NUM"):
            return False  # "too large"
        return is_discourse(child)
    if in_brackets(child):
        return True
    if child.dep_ in ("conj", "appos") and _comes_later(child):
        return True
    if child.dep_ == "conj" and (_follows_but(child) or cut.others & indices(child)):
        return True
    if child.dep_ in ("relcl", "acl") and (after_comma(child) or cut.others & indices(child)):
        return not gives_name(child)
    if child.dep_ == "relcl" and child.head.pos_ == "PROPN" and any(word.lower_ == "which" for word in child.lefts):
        return True  # a name needs no clause to tell which one
    if child.head.dep_ in SUBJECT and child.i > child.head.i and child.dep_ != "conj" and _set_off(child):
        return True  # "N, with his brother, took Velm"
    if child.dep_ == "appos" and (is_place_in_place(child) or names_it(child)):
        return False
    return child.dep_ == "appos" and (after_comma(child) or is_far(child)) and not _is_list(child)


def is_discourse(adverb: Token) -> bool:
    """Whether an adverb only ties the sentence to its text; not so in "so-called" or a title ("Also sprach …")."""
    if adverb.lower_ not in DISCOURSE or adverb.lower_ in RESTRICTING:
        return False
    joined = adverb.i + 1 < len(adverb.doc) and not adverb.whitespace_ and adverb.nbor().text == "-"
    return not joined and (adverb.is_lower or adverb.is_sent_start is True)


def indices(token: Token) -> frozenset[int]:
    """Indices of all words under a word."""
    return frozenset(word.i for word in token.subtree)


def after_comma(token: Token) -> bool:
    """Whether a comma or dash stands before the phrase."""
    left = token.left_edge.i - 1
    while left > 0 and token.doc[left].text in _OPENING:
        left -= 1
    return left >= 0 and token.doc[left].text in (",", "–", "—", "-", ";", ":")


def in_brackets(token: Token) -> bool:
    """Whether the phrase opens a bracket."""
    left = token.left_edge.i - 1
    return left >= 0 and token.doc[left].text in ("(", "[")


def _comes_later(child: Token) -> bool:
    """ "took N, then M": M has no date of its own."""
    edge = child.left_edge.i
    return any(child.doc[at].lower_ in LATER for at in (edge - 1, edge) if at >= 0)


def _follows_but(conjunct: Token) -> bool:
    return any(
        child.dep_ == "cc" and child.lower_ in ("but", "yet") and child.i < conjunct.i
        for child in conjunct.head.children
    )


def _is_list(appos: Token) -> bool:
    """Cutting a list of three or more short would be untrue; "N, count of M and K, founded …" is none."""
    members = [word for word in appos.subtree if word.dep_ in ("conj", "appos")]
    if len(members) >= 2 and all(is_bare_name(word) for word in members):
        return True
    if closed_by_comma(appos) and appos.right_edge.i + 2 > appos.head.right_edge.i:
        return False
    words = [word for word in appos.head.subtree if word.dep_ in ("conj", "appos")]
    return len(words) >= 2 and any(word.dep_ == "cc" for word in appos.head.subtree)


def closed_by_comma(phrase: Token) -> bool:
    """Whether a comma or dash stands after the phrase."""
    right = phrase.right_edge.i + 1
    return right < len(phrase.doc) and phrase.doc[right].text in (",", "–", "—")


def is_told(noun: Token, kept: Container[int]) -> bool:
    """Whether the phrase itself says which one: by a name, an "of" or a clause that is kept."""
    for word in noun.subtree:
        if word.i != noun.i and word.i in kept and (word.text[:1].isupper() and not word.is_sent_start):
            return True
    return any(
        child.i in kept and (child.dep_ in ("relcl", "acl") or (child.dep_ == "prep" and child.lower_ in _TELLING))
        for child in noun.children
    )


def _set_off(phrase: Token) -> bool:
    return after_comma(phrase) and closed_by_comma(phrase)
