"""Which event a date belongs to: from the date phrase to the verbs and nouns whose event it dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from datedeck.dates import Bound
from datedeck.extract.events.beside import beside, joined
from datedeck.extract.events.clause import (
    VERBAL,
    asserting,
    first_clause,
    fronting,
    passive_above,
    stands_after_event,
    verb_above,
)
from datedeck.extract.events.gaps import gapped, second_object, second_place
from datedeck.extract.events.named import attributive, ended_with, named_inside, seen_by, told_of_another
from datedeck.extract.events.nominal import is_event_noun, nominal_statement
from datedeck.extract.events.phrase import TIME_NOUNS, DatePhrase, outer_bound
from datedeck.extract.events.signals import grammar_signals
from datedeck.extract.events.statement import Dated, Statement, verb_statement
from datedeck.extract.events.subjects import SUBJECTS, own_subject
from datedeck.extract.events.trim import Cut, in_brackets
from datedeck.extract.events.verb_classes import NAMING, PREDICTING, RELATING, WITNESSING
from datedeck.extract.events.verbs import lemma
from datedeck.extract.events.words import AUTHOR, EVENT_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Sentence

_ENDS_WITH = frozenset("end begin start conclude culminate finish close open result".split())
PER_MENTION = 2  # more proposals a mention than this are noise


def dated_statements(phrase: DatePhrase, others: frozenset[int]) -> list[Dated]:
    """Statements that the date of `phrase` dates, surest first; `others` are the sentence's other dates' words."""
    cut = Cut(phrase.tokens, others - phrase.tokens)
    if any(
        phrase.top.doc[index].lower_ == "than" for index in phrase.tokens if index < min(phrase.words)
    ) or _told_by_author(phrase.top):
        return []
    found: list[Dated] = []
    for dated in _proposals(phrase, cut):
        if all(dated.statement.event != other.statement.event for other in found):
            found.append(dated)
    return found[:PER_MENTION]


def _told_by_author(token: Token) -> bool:
    """ "I shall relate the war of 1702": what the author does, or speaks of doing."""
    return any(
        child.dep_ in SUBJECTS and child.lower_ in AUTHOR and not any(word.dep_ == "prep" for word in child.children)
        for above in token.ancestors
        for child in above.children
    )


def _proposals(phrase: DatePhrase, cut: Cut) -> Iterator[Dated]:
    yield from _own_clause(phrase, cut)
    named = attributive(phrase, cut)
    if named is not None:
        yield named
        return
    word, bound = phrase.governor, phrase.bound
    if word is not None and _in_bare_brackets(phrase):
        word = _event_above(phrase.top.doc[max(min(phrase.words) - 2, 0)])
        if word is None:
            return
        bound = "on"
        yield from _by_noun(word, phrase, cut, bound)
        # What was done during a war need not have lasted as long.
        lasting = phrase.mention.value.precision == "interval"
        places = ("at", "in") if lasting else ("at", "in", "during")
        inside = word.dep_ == "pobj" and word.head.lower_ in places and word.lower_ in EVENT_NOUNS
        word = verb_above(word) if inside else None  # "N defeated M at the Battle of K (1702)"
    if word is None:
        return
    if word.pos_ in VERBAL and (noun := second_object(phrase, word) or second_place(phrase, word, cut)) is not None:
        statement = verb_statement(word, Cut(phrase.words | {phrase.top.i}, cut.others), bound, instead=noun)
        if statement:
            yield Dated(statement, bound)
    elif word.pos_ in VERBAL:
        yield from told_of_another(word, phrase, cut, bound)
        yield from _by_verb(word, phrase, cut, bound)
        yield from named_inside(phrase, cut, bound)
    elif word.pos_ in ("NOUN", "PROPN", "NUM", "PRON"):
        yield from _by_noun(word, phrase, cut, bound)
    else:
        above = verb_above(word)
        if above is not None:
            yield from _by_verb(above, phrase, cut, bound, "reattached")


def _in_bare_brackets(phrase: DatePhrase) -> bool:
    """ "N (1601–1650)": a date alone in brackets dates the name before it, not the sentence's verb."""
    first = min(phrase.words)
    return first > 0 and phrase.top.doc[first - 1].text in ("(", "[")


def _event_above(noun: Token) -> Token | None:
    """The event that a bracket after its name dates: "the Battle of Velm (1702)"."""
    while not is_event_noun(noun):
        if (
            noun.i == noun.head.i
            or noun.dep_ not in ("pobj", "prep", "compound", "conj")
            or noun.head.pos_ not in ("ADP", "NOUN", "PROPN")
        ):
            return None
        noun = noun.head
    return noun


def _own_clause(phrase: DatePhrase, cut: Cut) -> Iterator[Dated]:
    """ "in May 1919, when N met M": the clause that the date itself governs."""
    for index in sorted(phrase.tokens):
        token = phrase.top.doc[index]
        where = any(child.lower_ == "where" for child in token.children)
        if token.dep_ == "relcl" and token.head.i in phrase.tokens and own_subject(token) is not None and not where:
            inner = frozenset(word.i for word in token.subtree)
            statement = verb_statement(token, Cut(phrase.tokens - inner, cut.others), "on")
            if statement and not (statement.subject is not None and statement.subject.i in phrase.words):
                # "By May, when N fell, …", but "M was gone by May, when N fell": then it was in May.
                fronted = min(phrase.tokens) == token.sent.start
                bound: Bound = phrase.bound if fronted else "on"
                yield Dated(statement, "during" if phrase.mention.value.precision == "interval" else bound)


def _by_verb(verb: Token, phrase: DatePhrase, cut: Cut, bound: Bound, *signals: str) -> Iterator[Dated]:
    if phrase.top.dep_ == "nsubj" and lemma(verb) in WITNESSING:
        yield from seen_by(verb, cut)
    if phrase.top.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") or _is_of(phrase):
        signals = (*signals, "date is subject or object")
    if min(phrase.tokens) == verb.i + 1 and phrase.top.pos_ == "NUM" and phrase.bound == "on":
        signals = (*signals, "date is subject or object")  # "ended 1702 as king"
    if any(phrase.top.doc[index].lower_ == "into" for index in phrase.tokens):
        signals = (*signals, "going on")
    if verb.dep_ == "acl" and lemma(verb) in NAMING and (above := verb_above(verb.head)) is not None:
        verb = above  # "a venture called N in 1702": the name is not what is dated
    verb = passive_above(verb)
    if min(phrase.tokens) == verb.sent.start:
        verb = first_clause(verb)
    told = asserting(fronting(verb))
    statement = verb_statement(told, cut, bound)
    if statement and statement.subject is not None and statement.subject.i in phrase.tokens:
        return  # "in December, which led to …": what led was not December
    if lemma(told) in _ENDS_WITH:
        yield from ended_with(told, cut, bound)
    if statement:
        if lemma(told) in PREDICTING and phrase.top.lower_ == "for":
            signals = (*signals, "to come")
        if stands_after_event(phrase, told):
            signals = (*signals, "another event")
        # "did not reach Velm until 1705": it happened then.
        yield Dated(statement.with_signals(*signals), "on" if "not until" in statement.signals else bound)
    yield from beside(told, cut, bound)
    opens = max(phrase.tokens) < told.left_edge.i or min(phrase.tokens) == told.sent.start
    yield from joined(told, cut, bound, *(() if opens else ("other clause",)))


def _is_of(phrase: DatePhrase) -> bool:
    """ "ended the truce of 1702": a date after "of" is a noun's, whatever the parser says."""
    first = min(phrase.words)
    before = phrase.top.doc[max(first - 2, 0) : first]
    return before.text.lower().endswith(" of") and before[0].lower_ not in TIME_NOUNS


def next_statement(told: Sequence[Dated], sentence: Sentence) -> Statement | None:
    """What the sentence after a dated one tells, where the dated one says only that something happened."""
    if not told or not all(_says_little(dated) for dated in told) or sentence.end >= len(sentence.doc):
        return None
    root = sentence.doc[sentence.end].sent.root
    return verb_statement(first_clause(root), Cut(frozenset()), "on") if root.pos_ in VERBAL else None


def _says_little(dated: Dated) -> bool:
    return bool(
        {"incomplete", "abstract subject", "demonstrative"} & {*dated.statement.signals, *grammar_signals(dated)}
    )


def entry_statements(doc: Doc, others: frozenset[int], bound: Bound) -> list[Dated]:
    """What an entry of a time line tells ("1861 — Velm joins the union."): the clause that begins it, in the past."""
    first = next(iter(doc.sents), None)
    root = first.root if first is not None else None
    if root is None or root.pos_ not in VERBAL:
        return []
    statement = verb_statement(first_clause(root), Cut(frozenset(), others), bound)
    if statement is None:
        return []
    return [Dated(replace(statement, signals=tuple(s for s in statement.signals if s != "present")), bound)]


def _by_noun(noun: Token, phrase: DatePhrase, cut: Cut, bound: Bound) -> Iterator[Dated]:
    if noun.lower_ in TIME_NOUNS and noun.dep_ == "nsubj" and lemma(noun.head) in WITNESSING:
        yield from seen_by(noun.head, cut)
        return
    while noun.dep_ == "compound" and noun.head.i != noun.i and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    outer = outer_bound(noun)
    if outer is not None and outer[0].pos_ in VERBAL:
        statement = verb_statement(
            outer[0], Cut(cut.date | frozenset(w.i for w in noun.head.subtree), cut.others), "on"
        )
        if statement:
            yield Dated(statement.with_signals("relative to another event"), outer[1])
        return
    named = max(phrase.words) < noun.i and noun.text[:1].isupper()  # "ended the 1702 War"
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and lemma(noun.head) not in RELATING and not named:
        yield from _by_verb(noun.head, phrase, cut, bound)  # "began a siege of N in 1702": the verb is dated with it
    if is_event_noun(noun) and (statement := nominal_statement(noun, cut)):
        named = phrase.top.lower_ == "of" and noun.text[:1].isupper()
        yield Dated(statement.with_signals("named by its date") if named else statement, bound)
        return
    left_out = gapped(noun, phrase)
    if left_out is not None:
        statement = verb_statement(left_out, cut, bound, instead=noun)
        if statement:
            yield Dated(statement, bound)
        return
    modifying = phrase.top.dep_ in ("compound", "nummod", "nmod", "amod", "poss") or phrase.top.lower_ == "of"
    above = verb_above(noun)
    fronted = (
        above is not None
        and noun.i < above.i
        and noun.dep_ == "pobj"
        and noun.head.head.i == above.i
        and any(noun.i < child.i < above.i for child in above.children if child.dep_ in SUBJECTS)
    )
    if above is not None and (fronted or not modifying) and not in_brackets(phrase.top):
        yield from _by_verb(above, phrase, cut, bound, *(() if fronted else ("reattached",)))
