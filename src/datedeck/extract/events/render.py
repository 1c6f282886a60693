"""How the kept words of a sentence are put together again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from datedeck.extract.events.epithets import is_place_in_place

if TYPE_CHECKING:
    from spacy.tokens import Token


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
    words = _compounds_whole(words)
    parts: list[str] = [_opening(words[0])] if words else []
    for place, word in enumerate(words):
        parts.append((forms or {}).get(word.i, word.text))
        if place + 1 < len(words):
            parts.append(_between(word, words[place + 1]))
        else:
            parts.append(_closing(word))
    return " ".join("".join(parts).split())


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
    listed = (left.dep_ == "appos" and is_place_in_place(left)) or (
        right.dep_ in ("conj", "appos") and any(token.text == "," for token in gap)
    )
    return _closing(left) + (", " if listed else " ")


def _opening(word: Token) -> str:
    """The quotation mark right before the first word."""
    before = word.doc[word.i - 1] if word.i > 0 else None
    return before.text if before is not None and before.text in ('"', "“") and not before.whitespace_ else ""


def _closing(word: Token) -> str:
    """Punctuation that belongs to the word before it: a closing bracket, or an apostrophe that is part of a name."""
    doc, out, at = word.doc, "", word.i
    while at + 1 < len(doc) and not doc[at].whitespace_ and doc[at + 1].text in ("’", "'", ")", "”", '"'):
        at += 1
        out += doc[at].text
    stop = doc[at + 1 : at + 3]  # American writers put the stop inside: “… to Velm.”
    if len(stop) == 2 and stop[0].text in (".", ",") and not stop[0].whitespace_ and stop[1].text in ("”", '"'):
        out += stop[1].text
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
