"""Clauses told beside the dated one, which the date may date too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from datedeck.dates import Bound
from datedeck.extract.events.clause import VERBAL
from datedeck.extract.events.statement import Dated, verb_statement
from datedeck.extract.events.subjects import own_subject
from datedeck.extract.events.trim import LATER, Cut, indices

if TYPE_CHECKING:
    from spacy.tokens import Token


def beside(verb: Token, cut: Cut, bound: Bound) -> Iterator[Dated]:
    """The clause above or below: "When N died in 1702, M fled", "In 1702 peace was near when N died"."""
    below = [child for child in verb.children if child.dep_ == "advcl" and child.pos_ in VERBAL]
    above = [verb.head] if verb.dep_ == "advcl" and _is_told_with(verb) and verb.head.pos_ in VERBAL else []
    for clause in above + [child for child in below if _is_told_with(child)]:
        statement = verb_statement(clause, cut, bound)
        if statement and clause.i not in cut.date:
            at_once = clause.i != verb.head.i and _marks(clause) <= {"when", "while"}
            yield Dated(statement.with_signals("clause beside" if at_once else "other clause"), bound)


def joined(verb: Token, cut: Cut, bound: Bound, *signals: str) -> Iterator[Dated]:
    """ "In 1702 N met at K, and a league was formed": a date that opens the sentence dates what is joined too."""
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ in VERBAL and own_subject(child) is not None:
            if not cut.others & indices(child) and not any(word.lower_ in LATER for word in child.lefts):
                statement = verb_statement(child, cut, bound)
                if statement:
                    yield Dated(statement.with_signals("joined clause", *signals), bound)
            return


def _is_told_with(clause: Token) -> bool:
    return bool(_marks(clause))


def _marks(clause: Token) -> set[str]:
    """The words of time that open a clause with a subject of its own: "when", "after"."""
    subject = own_subject(clause)
    if subject is None:
        return set()
    marks = {word.lower_ for word in clause.children if word.dep_ in ("mark", "advmod")}
    before = clause.doc[max(subject.left_edge.i - 1, 0)].lower_  # the parser may hang the word on a later verb
    return {*marks, before} & {"when", "as", "after", "while", "once"}
