"""A second reading: the sentence parsed once more without its date must tell the same.

A parser's slips are seldom stable. A statement is made again from the sentence without the words of the date; where
it comes out differently, one of the two readings is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from datedeck.extract.events.people import tell_people
from datedeck.extract.events.phrase import DatePhrase
from datedeck.extract.events.statement import Statement, verb_statement
from datedeck.extract.events.trim import Cut

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What to parse again, and what must come out: the verb stands at `at`, other dates' words at `others`.

    Both are places in `text`, in code points; `event` is the statement of the first reading, `bound` its date's bound.
    """

    text: str
    event: str
    at: int
    others: frozenset[int]
    bound: str

    @classmethod
    def of(cls, statement: Statement, phrase: DatePhrase, phrases: Sequence[DatePhrase]) -> Reading | None:
        """The sentence of a verb's statement without the date of `phrase`, after the sentence before it."""
        if {"nominal", "gapped"} & set(statement.signals) or statement.root.i in phrase.tokens:
            return None
        sentence = statement.root.sent
        start = sentence.start
        if statement.subject is not None and statement.subject.i < sentence.start:
            start = statement.subject.sent.start
        elif sentence.start > 0:
            start = sentence.doc[sentence.start - 1].sent.start
        gone = phrase.tokens | {token.i for token in sentence if _parts_date(token, phrase)}
        text, places = "", {}
        for token in sentence.doc[start : sentence.end]:
            if token.i not in gone:
                opens = not text or (token.i - 1 in gone and set(range(token.sent.start, token.i)) <= gone)
                places[token.i] = len(text)
                text += token.text_with_ws[:1].upper() + token.text_with_ws[1:] if opens else token.text_with_ws
        told = {index for other in phrases if other is not phrase for index in other.tokens}
        others = frozenset(places[index] for index in told & places.keys())
        return cls(text, statement.event, places[statement.root.i], others, phrase.bound)

    def agrees(self, doc: Doc) -> bool:
        """Whether the parsed text gives the same statement."""
        verb = next((token for token in doc if token.idx == self.at), None)
        if verb is None or verb.pos_ not in ("VERB", "AUX"):
            return False
        others = frozenset(token.i for token in doc if token.idx in self.others)
        statement = verb_statement(verb, Cut(frozenset(), others), self.bound)
        return statement is not None and _within(_plain(self.event), _plain(statement.event))


def agreements(readings: Sequence[Reading], docs: Iterable[Doc], people: Container[str]) -> list[bool]:
    """For each reading, whether the document parsed of its text agrees."""
    return [reading.agrees(tell_people(doc, people)) for reading, doc in zip(readings, docs, strict=True)]


def _parts_date(token: Token, phrase: DatePhrase) -> bool:
    """The comma after a date that opens the sentence or stands between two."""
    if token.text != "," or token.i - 1 not in phrase.tokens:
        return False
    first = min(phrase.tokens)
    return bool(first == token.sent.start or token.doc[first - 1].text == ",")


def _plain(words: str) -> list[str]:
    return _LETTERS.sub(" ", words).lower().split()


def _within(words: list[str], others: list[str]) -> bool:
    """Whether the words stand among the others in the same order; without its date a clause may keep more."""
    rest = iter(others)
    return words[:1] == others[:1] and all(word in rest for word in words)
