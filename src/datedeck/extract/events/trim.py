"""What of a parsed phrase a statement keeps, and how the kept words are put together again."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from datedeck.extract.events.words import DISCOURSE, RESTRICTING

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENING = frozenset(('"', "“", "‘", "'", "("))
_REFLEXIVE = frozenset(("himself", "herself", "itself", "themselves"))  # "N himself was captured"
_FAR = 6  # words between a noun and its apposition
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
        return True
    if child.dep_ == "relcl" and child.head.pos_ == "PROPN" and any(word.lower_ == "which" for word in child.lefts):
        return True  # a name needs no clause to tell which one
    if child.head.dep_ in SUBJECT and child.i > child.head.i and child.dep_ != "conj" and _set_off(child):
        return True  # "N, with his brother, took Velm"
    if child.dep_ == "appos" and _is_place_in_place(child):
        return False
    is_far = child.left_edge.i - child.head.i > _FAR  # a misread piece of something else
    return child.dep_ == "appos" and (after_comma(child) or is_far) and not _is_list(child)


def _is_place_in_place(appos: Token) -> bool:
    """ "in Velm, Ostrand": the second name tells where the first is."""
    name = appos.head
    return (
        name.pos_ == appos.pos_ == "PROPN"
        and name.dep_ == "pobj"
        and name.head.lower_ in ("in", "at", "near", "from", "to")
        and all(word.pos_ == "PROPN" for word in appos.subtree if not word.is_punct)
        and appos.left_edge.i - name.i == 2
    )


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


def render(tokens: Iterable[Token], forms: dict[int, str] | None = None) -> str:
    """Words in text order with the source's own spacing; `forms` replaces words by index.

    Punctuation between two kept neighbours is kept, that beside something left out is not.
    """
    words = ordered(tokens)
    while words and words[-1].dep_ == "cc":
        words.pop()
    while words and words[0].dep_ == "cc" and not _joined_by(words[0], words):
        words.pop(0)
    words = [word for place, word in enumerate(words) if word.dep_ != "cc" or not _parted(word, words[place + 1])]
    parts: list[str] = []
    words = _compounds_whole(words)
    for place, word in enumerate(words):
        parts.append((forms or {}).get(word.i, word.text))
        if place + 1 < len(words):
            parts.append(_between(word, words[place + 1]))
        else:
            parts.append(_closing(word))
    return " ".join("".join(parts).split())


def _set_off(phrase: Token) -> bool:
    return after_comma(phrase) and closed_by_comma(phrase)


def _compounds_whole(words: list[Token]) -> list[Token]:
    """With "half" comes the rest of "half–crazed"."""
    kept = {word.i: word for word in words}
    for word in words:
        doc, at = word.doc, word.i
        while at + 2 < len(doc) and not doc[at].whitespace_ and _joins(doc[at + 1]) and doc[at + 2].is_alpha:
            kept[at + 1], kept[at + 2] = doc[at + 1], doc[at + 2]
            at += 2
            if at + 1 < len(doc) and doc[at].whitespace_ and doc[at + 1].pos_ == "NOUN":
                kept[at + 1] = doc[at + 1]  # "a half–crazed assassin", however it was parsed
        at = word.i
        while at > 1 and _joins(doc[at - 1]) and not doc[at - 2].whitespace_ and doc[at - 2].is_alpha:
            kept[at - 1], kept[at - 2] = doc[at - 1], doc[at - 2]
            at -= 2
    return [kept[index] for index in sorted(kept)]


def _joins(token: Token) -> bool:
    return token.text in ("-", "–", "/") and not token.whitespace_ and token.nbor(1).dep_ != "cc"


def _joined_by(conjunction: Token, words: list[Token]) -> bool:
    """Whether what the conjunction leads to is a verb that goes on for one before: "(invaded) and occupied"."""
    conjuncts = [word for word in words if word.dep_ == "conj" and word.head.i == conjunction.head.i]
    return any(word.pos_ in ("VERB", "AUX") for word in conjuncts)


def _parted(conjunction: Token, after: Token) -> bool:
    """ "N, and on 30 October, M": a conjunction that has lost what it joined."""
    return any(not token.is_punct for token in conjunction.doc[conjunction.i + 1 : after.i]) and not (
        after.dep_ == "conj" or any(child.dep_ == "conj" for child in conjunction.head.children)
    )


def _between(left: Token, right: Token) -> str:
    doc = left.doc
    gap = doc[left.i + 1 : right.i]
    if all(token.is_punct or token.is_space for token in gap):
        return str(left.whitespace_) + "".join(token.text_with_ws for token in gap)
    listed = (left.dep_ == "appos" and _is_place_in_place(left)) or (
        right.dep_ in ("conj", "appos") and any(token.text == "," for token in gap)
    )
    return _closing(left) + (", " if listed else " ")


def _closing(word: Token) -> str:
    """Punctuation that belongs to the word before it: a closing bracket, or an apostrophe that is part of a name."""
    doc, out, at = word.doc, "", word.i
    while at + 1 < len(doc) and not doc[at].whitespace_ and doc[at + 1].text in ("’", "'", ")", "”", '"'):
        at += 1
        out += doc[at].text
    return out


def balanced(text: str) -> str:
    """The text without brackets and quotation marks that have lost their partner."""
    for opening, closing in ("()", "[]", "“”"):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    return " ".join(text.split()).rstrip(" ,;:–—-")


def ordered(tokens: Iterable[Token]) -> list[Token]:
    """In text order, each once."""
    return sorted({token.i: token for token in tokens}.values(), key=lambda token: token.i)
