"""Which statements may be asked as they are, and what a person must mend in the others.

Weights are the hand-rounded shares of bad statements that each signal showed on read samples; a statement starts at
START and is ready at READY or more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from datedeck.extract.events.signals import grammar_signals
from datedeck.extract.events.statement import Dated
from datedeck.extract.events.wording import wording_signals

START, READY = 2.0, 1.0

# signal: (weight, the reason told to a teacher)
SIGNALS: dict[str, tuple[float, str]] = {
    "no subject": (-3, "who or what did it? the sentence does not say"),
    "pronoun": (-3, "a pronoun is left: write whom or what it means"),
    "question word": (-3, "a question word is left in the statement"),
    "demonstrative": (-2, '"this" or "that" is left: write what it means'),
    "modal": (-2.5, "what might, should or would happen is not an event"),
    "negated": (-2.5, "something that did not happen: is it worth asking?"),
    "infinitive": (-2.5, "an intention, not an event"),
    "under saying": (-2.5, "somebody's claim or thought: is it asserted as a fact?"),
    "conditional": (-3, "stands under a condition"),
    "question": (-3, "the source asks a question here: is it asserted as a fact?"),
    "quoted": (-3, "stands inside a quotation"),
    "date is subject or object": (-2, "is the date really when this happened?"),
    "no name": (-0.9, "no name in it: can it be understood alone?"),
    "nominal": (-0.6, "only that it took place: is there more to ask?"),
    "few names": (-0.5, "hardly a name in it: would a learner know which event is meant?"),
    "light verb": (-0.1, "the verb says little: what happened?"),
    "possessive": (-0.3, ""),
    "cut short": (-1.1, "what was said, meant or done is left out"),
    "several events": (-0.8, "two things are named: did both happen then?"),
    "until": (-1.1, "what ended then: is it told?"),
    "indefinite object": (-0.2, "“a …”: which one?"),
    "superlative": (-0.1, ""),
    "recurring": (-0.6, "one of many: what was its outcome?"),
    "nominal without name": (-1.5, "which one? the phrase has no name"),
    "only named in passing": (-1.5, "the source names this only in passing: did it happen at this date?"),
    "relative to another event": (-1.3, "dated only by another event"),
    "stative": (-1.2, "a state, not an event: what changed?"),
    "bare subject": (-1.2, '"the …" without a name: which one?'),
    "bare object": (-1.1, '"the …" in it without a name: which one?'),
    "bare adjunct": (-1.1, '"the …" in it without a name: which one?'),
    "modified object": (-0.3, '"the …" with a word or two, but no name: which one?'),
    "nameless subject": (-1.1, "who or what exactly? the subject has no name"),
    "incomplete": (-1.3, "too short to tell what happened: where, to whom?"),
    "trend": (-1.2, "something that went on, not an event: what changed?"),
    "going on": (-2, "something that was going on: did it begin, end or happen then?"),
    "to come": (-2, "the date may be that of what was to come"),
    "respectively": (-2, "“respectively”: which of them at this date?"),
    "again": (-1.1, '"again": what was the first time?'),
    "no article": (-1.1, "an article is missing: which one?"),
    "indefinite subject": (-0.7, "who or what exactly? the subject has no name"),
    "named by its date": (-0.9, "without its date the name does not tell which one"),
    "report": (-1.1, "what somebody reported: is it an event?"),
    "from relative": (-0.6, ""),
    "vague": (-1.2, '"other", "such" or an ordinal: compared with what?'),
    "hedged": (-1.2, "the source is not sure of it: is it a fact?"),
    "restored subject": (-0.8, "the subject is taken from the clause before: is it right?"),
    "restored passive": (-0.4, "the subject is taken from the clause before: is it right?"),
    "borrowed subject": (-1.1, "the subject is taken from the main clause: is it right?"),
    "resolved pronoun": (-0.4, "a pronoun was replaced: is it the right one?"),
    "reattached": (-1.1, "could date either this or the thing named beside it"),
    "another date": (-1.2, "another date stands in the statement"),
    "several dates": (-0.1, ""),
    "shared name": (-1.1, "several people here are called so: which one?"),
    "life or reign": (-1.2, "are these the dates of a life or of a reign?"),
    "life of a person": (-1.2, "is this the life of a person?"),
    "no object": (-1.5, "whom or what? the verb has lost its object"),
    "too many objects": (-1.5, "the sentence was not understood: is this what it says?"),
    "whose": (-1.2, '"his", "her", "its" or "their": whose?'),
    "two readings": (-1.1, "the sentence can be read in two ways: is this what it says?"),
    "other clause": (-1.2, "the date may be that of the other clause only"),
    "second date": (-2, "the sentence names two dates for it: which one?"),
    "present": (-1.2, "told in the present tense: is it a past event?"),
    "progressive": (-1.1, "something going on: did it begin, end or happen then?"),
    "intention": (-1.2, "a plan: did it happen?"),
    "attempt": (-0.6, "an attempt or a decision: did it come about?"),
    "by": (-0.2, ""),
    "debris": (-1.5, "ends or begins in the middle of a thought"),
    "bare surname": (-1.1, "a surname alone: what is the full name?"),
    "garbled": (-1.5, "letters are garbled: mend the name"),
    "evaluated": (-0.1, ""),
    "abstract subject": (-1.2, "said of something abstract: what happened?"),
    "torn": (-1.1, "words are missing in the middle: is this what it says?"),
    "another event": (-0.9, "could date the event named before the date"),
    "clause beside": (-0.6, "the date may be that of the other clause only"),
    "participle": (-0.6, "the subject is taken from the main clause: is it right?"),
    "joined clause": (-0.8, "joined to what the date stands with: did it happen then too?"),
    "without content": (-1.1, "what was said, asked or agreed on is left out"),
    "coarse": (-0.6, "the date is narrower in the source than it can be written"),
    "office": (-1.1, "an office without a name: who held it?"),
    "statistic": (-1.1, "a figure over a time, not an event"),
    "runs on": (-1.5, "something of another place in the sentence runs on: is this what it says?"),
    "told of two dates": (-1.1, "the source tells the same of another date: which one is meant?"),
    "next sentence": (-1.1, "told by the sentence after the date: did it happen then?"),
    "long": (-1.2, "longer than about 25 words: shorten it"),
}
AUTHOR_WORDS = re.compile(r"\b(?:I|[Ww]e|us|[Oo]ur|[Mm]y)\b")  # what the author does is never a fact


def gate(dated: Dated, dates_in_sentence: int, *, another_inside: bool) -> tuple[float, tuple[str, ...]]:
    """Score and reasons; `another_inside`: another date is left in the statement."""
    signals = {*dated.statement.signals, *grammar_signals(dated), *wording_signals(dated)}
    if dates_in_sentence > 1:
        signals.add("several dates")
    if another_inside:
        signals.add("another date")
    if dated.bound in ("by", "until"):
        signals.add(dated.bound)
    if "nominal without name" in signals:
        signals -= {"no name", "bare subject"}
    return weighed(signals)


def weighed(signals: Iterable[str]) -> tuple[float, tuple[str, ...]]:
    """Score and reasons of a set of signals, the gravest reason first."""
    known = sorted(set(signals) & SIGNALS.keys(), key=lambda name: (SIGNALS[name][0], name))
    score = round(START + sum(SIGNALS[name][0] for name in known), 2)
    return score, tuple(SIGNALS[name][1] for name in known if SIGNALS[name][0] < 0 and SIGNALS[name][1])
