"""Events named by a noun: "the Battle of Velm in 1702", "the signing of the Velm Accord", a heading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from datedeck.extract.events.body import lower_first
from datedeck.extract.events.render import balanced, render
from datedeck.extract.events.statement import Statement
from datedeck.extract.events.trim import Cut, after_comma, collect, drops, indices
from datedeck.extract.events.verbs import base_form, is_plural
from datedeck.extract.events.words import DEMONSTRATIVE, DEVERBAL_OBJECT, DEVERBAL_SUBJECT, EVENT_NOUNS, LEGAL_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

_RECURRING = frozenset("election elections referendum".split())
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())
# A heading whose first noun is not the event ("Opposition to the war"), or that names two.
_SEVERAL = re.compile(
    r"\b(?:and|or|to|from|towards?|after|before|during|for|under|opposition|end|beginning|causes?)\b", re.IGNORECASE
)
# "Battles of Velm and Karsk": two events
_LISTED = re.compile(r"(?P<noun>[A-Z]\w+s) of (?P<names>[A-Z][\w’'-]*(?:(?:, |,? and )[A-Z][\w’'-]*)+)")
_LONGEST = 9  # words of a heading that is a name
_OWNED = re.compile(r"[\w-]+(?: [\w-]+)?(?:['’]s|s['’]) ")  # "Tovar's campaign" needs no article
_BARE = re.compile(
    r"^(?:(?:the|a|an|of|in|on|at|from|and)\b|[\s,:;()–—-])+|(?:\b(?:of|in|on|at|from|and)|[\s,:;()–—-])+$",
    re.IGNORECASE,
)


def is_event_noun(noun: Token) -> bool:
    """Whether the noun by itself names something that happens, or a legal act."""
    word = _singular(noun.lower_)
    return noun.pos_ in ("NOUN", "PROPN") and (
        word in EVENT_NOUNS or word in LEGAL_NOUNS or word in DEVERBAL_OBJECT or word in DEVERBAL_SUBJECT
    )


def nominal_statement(noun: Token, cut: Cut) -> Statement | None:
    """The statement that the noun's event happened; None when nothing is left of its name."""
    word = _singular(noun.lower_)
    of = _of_phrase(noun)
    if of is not None and word in DEVERBAL_OBJECT:
        return _happened(of, _named(of, cut), DEVERBAL_OBJECT[word], word)
    if word in DEVERBAL_SUBJECT and (person := of or _possessor(noun)) is not None:
        rest = [token for child in noun.children if _completes(child, cut) for token in collect(child, cut)]
        return _did(person, _named(person, cut), f"{DEVERBAL_SUBJECT[word]} {render(rest)}".strip(), word)
    words = _named(noun, cut)
    if any(token.dep_ == "relcl" and token.tag_ == "VB" for token in noun.children) or any(
        token.dep_ == "acl" and token.tag_ in ("VBD", "VBZ") and not after_comma(token) for token in noun.children
    ):
        return None  # a sentence taken for a phrase: "The Pact united N and M to form …"
    if words.lower() in (noun.lower_, word) and noun.pos_ == "PROPN":
        return None  # "the War of 1702": nothing is left of its name
    if word in EVENT_NOUNS:
        return _did(noun, words, "took place", word)
    return _happened(noun, words, LEGAL_NOUNS[word], word) if word in LEGAL_NOUNS else None


def heading_statements(text: str, start: int, end: int) -> list[tuple[str, str]]:
    """Events and questions of a heading that names events beside its date at [start, end)."""
    words = _BARE.sub("", f"{text[:start].rstrip()} {text[end:].lstrip()}".strip())
    several = _LISTED.fullmatch(words)
    if several and _singular(several["noun"].lower()) in EVENT_NOUNS:
        noun = several["noun"][:-1]
        return [_took_place(f"{noun} of {name}") for name in re.split(r",? and |, ", several["names"])]
    every = re.findall(r"[^\W\d_][\w’'-]*", words)
    nouns = [word for word in every if _singular(word.lower()) in EVENT_NOUNS | LEGAL_NOUNS.keys()]
    names = [word for word in every if word[0].isupper() and word not in nouns and word.lower() not in _ORDINALS]
    if nouns and re.search(rf"\w (?:the|a|an) (?:\w+ )?{nouns[0]}", words):
        return []  # "Brand begins the war"
    if _SEVERAL.search(words) or len(nouns) != 1 or not names or re.search(r"\d", words) or len(every) > _LONGEST:
        return []
    if every[0].lower() in _ORDINALS and nouns[0].islower():
        words = lower_first(words)
    verb = LEGAL_NOUNS.get(_singular(nouns[0].lower()))
    if verb is None:
        return [_took_place(words)]
    be = "were" if nouns[0].lower().endswith("s") else "was"
    subject = _titled(words)
    return [(f"{subject[:1].upper()}{subject[1:]} {be} {verb}", f"{be} {subject} {verb}")]


def _took_place(name: str) -> tuple[str, str]:
    subject = _titled(name)
    return f"{subject[:1].upper()}{subject[1:]} took place", f"did {subject} take place"


def _titled(name: str) -> str:
    return name if _OWNED.match(name) else f"the {name}"


def _singular(word: str) -> str:
    known = EVENT_NOUNS | LEGAL_NOUNS.keys() | DEVERBAL_OBJECT.keys() | DEVERBAL_SUBJECT.keys()
    return word[:-1] if word.endswith("s") and word[:-1] in known else word


def _completes(child: Token, cut: Cut) -> bool:
    """ "his fall from power": what the verb needs besides the subject."""
    return child.dep_ == "prep" and child.lower_ in ("from", "to", "at", "on", "into") and not cut.date & indices(child)


def _of_phrase(noun: Token) -> Token | None:
    return next(
        (
            inner
            for child in noun.children
            if child.dep_ == "prep" and child.lower_ == "of"
            for inner in child.children
            if inner.dep_ == "pobj"
        ),
        None,
    )


def _possessor(noun: Token) -> Token | None:
    return next((child for child in noun.children if child.dep_ == "poss" and child.pos_ == "PROPN"), None)


def _named(noun: Token, cut: Cut) -> str:
    """The noun phrase without its date; "that most grievous Treaty" is "the Treaty"."""
    tokens = [token for token in collect(noun, cut, _unnamed) if not _stands_after(token, noun, cut)]
    praise = {
        token.i
        for child in noun.children
        if child.tag_ in ("RBS", "JJS") or any(word.tag_ == "RBS" for word in child.lefts)
        for token in child.subtree
        if child.dep_ in ("amod", "advmod")
    }
    pointing = noun.pos_ == "PROPN" and any(child.lower_ in DEMONSTRATIVE for child in noun.children)
    forms = {child.i: "the" for child in noun.children if pointing and child.lower_ in DEMONSTRATIVE}
    kept = [token for token in tokens if not pointing or token.i not in praise]
    words = balanced(render(kept, forms))
    return re.sub(r"(?:’s|'s)$", "", words)


def _unnamed(child: Token, cut: Cut) -> bool:
    """What `drops`, and by whom a thing was done: "the passage of the Act by N"."""
    return drops(child, cut) or (child.dep_ == "prep" and child.lower_ == "by")


def _stands_after(token: Token, noun: Token, cut: Cut) -> bool:
    """ "the Battle of N in 1702, the Battle of M": what follows the date after a comma is another event."""
    dated = [index for index in cut.date if index > noun.i]
    return bool(dated) and token.i > max(dated) and token.doc[max(dated) + 1].text in (",", ";", ")")


def _signals(words: str, head: Token) -> tuple[str, ...]:
    signals = ["nominal"]
    if not any(
        token.text in words and (token.pos_ == "PROPN" or (token.text[:1].isupper() and not token.is_sent_start))
        for token in head.subtree
    ):
        signals.append("nominal without name")
    if head.tag_ in ("NNS", "NNPS") and re.search(r"\b(?:[Ff]irst|[Ss]econd|[Tt]hird)\b", words):
        signals.append("several events")
    if _singular(head.lower_) in _RECURRING:
        signals.append("recurring")
    if any(word.lower() in DEMONSTRATIVE for word in words.split()):
        signals.append("demonstrative")
    return tuple(signals)


def _article(words: str, head: Token) -> str:
    first = words.split(" ", 1)[0].lower()
    named = _singular(head.lower_) in EVENT_NOUNS | LEGAL_NOUNS.keys()
    if named and first not in ("the", "a", "an", "its", "his", "her", "their") and not _OWNED.match(words):
        return f"the {words}"
    return lower_first(words) if first in ("the", "a", "an") else words


def _happened(head: Token, words: str, participle: str, verb: str) -> Statement | None:
    if not words:
        return None
    be, subject = "were" if is_plural(head) else "was", _article(words, head)
    return Statement(
        f"{subject[:1].upper()}{subject[1:]} {be} {participle}",
        f"{be} {subject} {participle}",
        verb,
        words,
        _signals(words, head),
        head,
    )


def _did(head: Token, words: str, predicate: str, verb: str) -> Statement | None:
    if not words:
        return None
    subject = _article(words, head)
    first, _, rest = predicate.partition(" ")
    base = None if first == "was" else base_form(first)
    question = f"did {subject} {base} {rest}".strip() if base else f"was {subject} {rest}".strip()
    return Statement(
        f"{subject[:1].upper()}{subject[1:]} {predicate}", question, verb, words, _signals(words, head), head
    )
