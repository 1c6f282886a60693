"""Events that a clause names besides its own: "This followed the election of 1702", "ended with the signing of N"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from datedeck.dates import Bound
from datedeck.extract.events.nominal import is_event_noun, nominal_statement
from datedeck.extract.events.phrase import DatePhrase
from datedeck.extract.events.statement import Dated
from datedeck.extract.events.subjects import SUBJECTS
from datedeck.extract.events.trim import Cut
from datedeck.extract.events.verb_classes import RELATING
from datedeck.extract.events.verbs import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


def ended_with(verb: Token, cut: Cut, bound: Bound) -> Iterator[Dated]:
    """ "The talks ended with the signing of N on …" dates the signing too."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("with", "in", "by"):
            for noun in child.children:
                if noun.dep_ == "pobj" and is_event_noun(noun) and (statement := nominal_statement(noun, cut)):
                    yield Dated(statement, bound)


def told_of_another(verb: Token, phrase: DatePhrase, cut: Cut, bound: Bound) -> Iterator[Dated]:
    """ "This followed the Velmian election in 1702": the date is that of the election."""
    vague = any(child.dep_ in SUBJECTS and child.lower_ in ("this", "that", "it", "which") for child in verb.children)
    if lemma(verb) not in RELATING and not (vague and lemma(verb) in ("be", "lead", "result")):
        return
    for child in verb.children:
        noun = child if child.dep_ in ("dobj", "attr") else next((w for w in child.children if w.dep_ == "pobj"), None)
        if noun is not None and noun.right_edge.i == min(phrase.tokens) - 1 and is_event_noun(noun):
            statement = nominal_statement(noun, cut)
            if statement:
                yield Dated(statement, bound)


def seen_by(verb: Token, cut: Cut) -> Iterator[Dated]:
    """ "The year 1702 saw the surrender of Velm"."""
    for noun in verb.children:
        if noun.dep_ == "dobj" and is_event_noun(noun) and (statement := nominal_statement(noun, cut)):
            yield Dated(statement, "on")


def named_inside(phrase: DatePhrase, cut: Cut, bound: Bound) -> Iterator[Dated]:
    """ "in the course of three days (…), including the taking of N": what the dated phrase says happened inside it."""
    inner = Cut(phrase.words, cut.others)
    for word in phrase.top.subtree:
        if word.dep_ == "pobj" and word.head.lower_ == "including" and is_event_noun(word):
            statement = nominal_statement(word, inner)
            if statement:
                yield Dated(statement.with_signals("only named in passing"), bound)


def attributive(phrase: DatePhrase, cut: Cut) -> Dated | None:
    """ "the May 1920 uprising": the date stands before the noun of its event, however the parser hangs it."""
    doc, after = phrase.top.doc, max(phrase.words) + 1
    if after < len(doc) and is_event_noun(doc[after]) and doc[after].pos_ == "NOUN" and not doc[after - 1].is_punct:
        statement = nominal_statement(doc[after], Cut(phrase.words, cut.others))
        return Dated(statement, "on") if statement else None
    return None
