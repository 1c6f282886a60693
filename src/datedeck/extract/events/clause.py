"""Which verb a date goes with, where the parser hangs it on another: the clause that asserts, or stands first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datedeck.extract.events.nominal import is_event_noun
from datedeck.extract.events.phrase import DatePhrase
from datedeck.extract.events.subjects import SUBJECTS, own_subject
from datedeck.extract.events.verbs import outermost

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBAL = ("VERB", "AUX")
_BY_EVENT = frozenset("after before following with by since through for upon amid despite to".split())


def passive_above(verb: Token) -> Token:
    """ "N was freed by troops led by M on 3 May": the date is that of the clause, not of what is said of its agent."""
    agent = verb.head.head
    told = verb.dep_ == "acl" and any(child.dep_ == "agent" for child in verb.children)
    return agent.head if told and verb.head.dep_ == "pobj" and agent.dep_ == "agent" else verb


def stands_after_event(phrase: DatePhrase, verb: Token) -> bool:
    """ "grew after the bombing of N on 3 May": what stands right before the date is an event too, and nearer."""
    doc, before = phrase.top.doc, min(phrase.tokens) - 1
    if before > verb.i and doc[before].text == ",":
        before -= 1
    for word in doc[verb.i + 1 : before + 1]:
        if word.lower_ in _BY_EVENT and word.right_edge.i == before and verb.is_ancestor(word):
            nouns = [noun for noun in word.children if noun.dep_ in ("pobj", "dobj", "pcomp")]
            return any(is_event_noun(noun) or noun.tag_ == "VBG" for noun in nouns)
    return False


def first_clause(verb: Token) -> Token:
    """ "A happened; B happened" is parsed with A hung on B: what stands first is A."""
    for child in verb.lefts:
        marked = any(word.dep_ == "mark" for word in child.children)
        if child.dep_ in ("ccomp", "parataxis") and own_subject(child) is not None and not marked:
            return first_clause(child)
    return verb


def fronting(verb: Token) -> Token:
    """ "In a speech made on 3 May, N proposed …": the participle's date is that of the clause it opens."""
    noun = outermost(verb.head)
    if verb.dep_ == "acl" and noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ == "VERB":
        clause = noun.head.head
        if any(verb.i < child.i < clause.i for child in clause.children if child.dep_ in SUBJECTS):
            return clause
    return verb


def asserting(verb: Token) -> Token:
    """The verb that asserts what an infinitive says: "were forced to conclude"."""
    while (verb.dep_ == "xcomp" and verb.head.pos_ in VERBAL) or (
        verb.dep_ in ("acl", "advcl")
        and any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
        and verb.head.pos_ in VERBAL
    ):
        verb = verb.head
    return verb


def verb_above(word: Token) -> Token | None:
    """The clause's verb above a phrase; a fronted phrase belongs to the clause whose subject follows it."""
    for ancestor in word.ancestors:
        if ancestor.pos_ in VERBAL and ancestor.dep_ not in ("amod", "compound"):
            fronted_participle = (
                ancestor.dep_ in ("advcl", "acl")
                and ancestor.tag_ in ("VBG", "VBN")
                and not any(child.dep_ in SUBJECTS for child in ancestor.children)
            )
            if not fronted_participle or ancestor.head.i < ancestor.i:
                return ancestor
    return None
