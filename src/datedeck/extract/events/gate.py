"""Which statements may be asked as they are, and what a person must mend in the others.

Weights are the hand-rounded shares of bad statements that each signal showed on read samples; a statement starts at
START and is ready at READY or more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from datedeck.extract.events.choose import Dated
from datedeck.extract.events.parser import with_names
from datedeck.extract.events.words import DEMONSTRATIVE, INTENDING, SAYING, STATIVE

if TYPE_CHECKING:
    from spacy.tokens import Doc

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
    "nominal": (0, ""),
    "nominal without name": (-1.5, "which one? the phrase has no name"),
    "only named in passing": (-1.5, "the source names this only in passing: did it happen at this date?"),
    "relative to another event": (-0.4, "dated only by another event"),
    "stative": (-1.2, "a state, not an event: what changed?"),
    "bare subject": (-0.8, '"the …" without a name: which one?'),
    "vague": (-0.8, '"other", "such" or an ordinal: compared with what?'),
    "hedged": (-1.2, "the source is not sure of it: is it a fact?"),
    "restored subject": (-0.5, "the subject is taken from the clause before: is it right?"),
    "borrowed subject": (-0.3, "the subject is taken from the main clause: is it right?"),
    "resolved pronoun": (-0.4, "a pronoun was replaced: is it the right one?"),
    "reattached": (-0.7, "could date either this or the thing named beside it"),
    "another date": (-0.6, "another date stands in the statement"),
    "several dates": (-0.3, ""),
    "present": (-1.2, "told in the present tense: is it a past event?"),
    "progressive": (-0.6, "something going on: did it begin, end or happen then?"),
    "intention": (-1.2, "a plan or an attempt: did it happen?"),
    "by": (-0.3, ""),
    "debris": (-1.5, "ends or begins in the middle of a thought"),
    "long": (-0.8, "longer than about 25 words: shorten it"),
}
_PRONOUNS = re.compile(r"\b(?:he|she|they|it|him|them|himself|herself|here|there)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"^(?:his|her|their|its|our|my)\b", re.IGNORECASE)
_NOBODY = re.compile(r"(?:no|none|nobody|nothing|neither|few|hardly|scarcely)\b", re.IGNORECASE)
_HEDGED = re.compile(
    r"\b(?:perhaps|probably|possibly|allegedly|reportedly|supposedly|apparently|nearly|almost"
    r"|(?:said|believed|thought) to)\b"
)
AUTHOR_WORDS = re.compile(r"\b(?:I|[Ww]e|us|[Oo]ur|[Mm]y)\b")  # what the author does is never a fact
_VAGUE = re.compile(
    r"\b(?:other|another|such|resulting|remaining|further|ensuing|latter|former|second|third|same|following)\b"
)
_DEBRIS = re.compile(r"\b(?:of|to|in|on|at|by|with|from|and|or|the|a|an|that|which|who|for|as|between|including)$")


def gate(dated: Dated, dates_in_sentence: int, *, another_inside: bool) -> tuple[float, tuple[str, ...]]:
    """Score and reasons; `another_inside`: another date is left in the statement."""
    signals = {*dated.statement.signals, *_grammar(dated), *_wording(dated)}
    if dates_in_sentence > 1:
        signals.add("several dates")
    if another_inside:
        signals.add("another date")
    if dated.bound in ("by", "until"):
        signals.add("by")
    if "nominal without name" in signals:
        signals -= {"no name", "bare subject"}
    known = sorted(signals & SIGNALS.keys(), key=lambda name: (SIGNALS[name][0], name))
    score = START + sum(SIGNALS[name][0] for name in known)
    return score, tuple(SIGNALS[name][1] for name in known if SIGNALS[name][0] < 0 and SIGNALS[name][1])


def _grammar(dated: Dated) -> set[str]:
    root, found = dated.statement.root, set()
    sentence = root.sent
    if sentence.text.rstrip().endswith("?"):
        found.add("question")
    there = any(child.dep_ == "expl" for child in root.children)
    if dated.statement.verb in STATIVE and not there and "nominal" not in dated.statement.signals:
        found.add("stative")
    if dated.statement.verb in INTENDING and any(child.dep_ == "xcomp" for child in root.children):
        found.add("intention")
    for word in (root, *root.ancestors):
        if word.dep_ == "ccomp" and word.head.lemma_.lower() in SAYING and (word.i > word.head.i):
            found.add("under saying")
        if any(child.lower_ == "according" for child in word.children):
            found.add("under saying")
        if any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in word.children):
            found.add("conditional")
    before = sentence.doc[sentence.start : root.i].text
    if before.count("“") > before.count("”") or before.count('"') % 2:
        found.add("quoted")
    return found


def _wording(dated: Dated) -> set[str]:
    event, found = dated.statement.event, set()
    root = dated.statement.root
    lower = event[:1].lower() + event[1:]
    if _PRONOUNS.search(event.split(" that ")[0]) and not event.startswith("There w"):
        found.add("pronoun")
    if _POSSESSIVE.match(event):
        found.add("pronoun")
    if set(lower.split()) & (DEMONSTRATIVE - {"that", "same", "such", "former", "latter"}):
        found.add("demonstrative")
    if _VAGUE.search(event):
        found.add("vague")
    if _NOBODY.match(event):
        found.add("negated")
    if _HEDGED.search(event):
        found.add("hedged")
    if _DEBRIS.search(event) or (len(event.split()) < 3 and "nominal" not in dated.statement.signals):
        found.add("debris")
    if len(event.split()) > 27:
        found.add("long")
    words = event.replace("’s", "").replace("'s", "").split()
    if not any(word[:1].isupper() for word in words[1:]) and not _is_name(words[:1], root.doc):
        found.add("no name")
    elif words[0].lower() == "the" and not any(word[:1].isupper() for word in words[1:4]) and " of " not in lower:
        found.add("bare subject")
    return found


def _is_name(words: list[str], doc: Doc) -> bool:
    """Whether a word stands as a name in the text; entities are looked for only when the tags do not say so."""
    same = [token for token in doc if token.text in words]
    if any(token.pos_ == "PROPN" for token in same):
        return True
    return bool(same) and any(
        token.ent_type_ in ("NORP", "GPE", "ORG", "PERSON") for token in with_names(doc) if token.text in words
    )
