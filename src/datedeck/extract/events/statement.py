"""A verb and its date made into a statement that stands alone, and into the question that asks for the date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from datedeck.dates import Bound
from datedeck.extract.events.body import MAX_WORDS, body_of, fitting, is_article, lower_first, rest_of, valency, without
from datedeck.extract.events.render import balanced, render
from datedeck.extract.events.subjects import own_subject, subject_of
from datedeck.extract.events.torn import is_torn, needs_comma, runs_on
from datedeck.extract.events.trim import Cut, collect, drops, indices
from datedeck.extract.events.verbs import VerbGroup, headless_subject, is_plural, lemma, verb_group
from datedeck.extract.events.words import PARTICLES

if TYPE_CHECKING:
    from spacy.tokens import Token

_LOWERED = frozenset(("DET", "PRON", "ADP", "CCONJ", "SCONJ"))


@dataclass(frozen=True, slots=True)
class Statement:
    """`event` is a past statement without its date; `question` the inverted clause; `affected` what it happened to.

    `words` are the source's words that it is made of, as far as a verb's statement is.
    """

    event: str
    question: str
    verb: str
    affected: str
    signals: tuple[str, ...]
    root: Token
    subject: Token | None = None
    words: tuple[Token, ...] = ()

    @property
    def support(self) -> int:
        """Where the proof begins, in characters of the parsed text: with the sentence that names the subject."""
        start: int = self.root.sent.start_char
        return start if self.subject is None else min(start, self.subject.sent.start_char)

    def with_signals(self, *signals: str) -> Statement:
        """The same statement with more for the gate to weigh."""
        return replace(self, signals=(*self.signals, *signals))


@dataclass(frozen=True, slots=True)
class Dated:
    """A statement with the bound that its sentence sets on the date."""

    statement: Statement
    bound: Bound


def verb_statement(verb: Token, cut: Cut, bound: str, instead: Token | None = None) -> Statement | None:
    """The statement of `verb`; `instead` replaces its object where a gapped clause names only another object."""
    subject = subject_of(verb)
    if subject.head is None:
        return None if {"author", "question word"} & set(subject.signals) else _headless(subject.signals, verb, cut)
    head = subject.head
    subject_tokens = _subject_tokens(head, verb, cut)
    subject_words = render(subject_tokens, _whose(subject_tokens, verb, cut))
    if needs_comma(subject_tokens, head):
        subject_words += ","
    body = fitting(body_of(verb, cut, instead), verb, cut, MAX_WORDS - len(subject_words.split()) - 2)
    own = "resolved pronoun" not in subject.signals
    group = verb_group(verb, _adverbs(verb, cut), plural=is_plural(head), until=bound == "until", own=own)
    rest = rest_of(body, verb, cut, group)
    asked = rest_of(body, verb, cut, group, base=True)
    signals = (*subject.signals, *group.signals, *valency(verb, body, group, instead))
    signals += ("restored passive",) if group.passive and "restored subject" in signals else ()
    signals += ("gapped",) if instead is not None else ()
    kept = {
        verb.i,
        *(token.i for token in subject_tokens),
        *(token.i for child in body for token in collect(child, cut)),
    }
    signals += ("runs on",) if instead is None and runs_on(verb, kept, cut) else ()
    signals += ("torn",) if instead is None and is_torn(verb, kept, cut) else ()
    objects = [child for child in body if child.dep_ in ("dobj", "attr")]
    affected = subject_words if group.passive else " ".join(render(collect(child, cut)) for child in objects)
    return Statement(
        event=_unpointed(_sentence(subject_words, *group.auxiliaries, *_placed(group), rest), verb),
        question=_unpointed(_inverted(lowered(head, subject_words, verb), group, asked), verb),
        verb=group.base,
        affected=affected,
        signals=signals,
        root=verb,
        subject=head,
        words=(*subject_tokens, *(token for child in body for token in collect(child, cut))),
    )


def _unpointed(words: str, verb: Token) -> str:
    """ "that most grievous Treaty": a name needs no pointing; "said that Ostrand fell" stays."""
    for token in verb.sent:
        if token.dep_ == "det" and token.lower_ in ("that", "this") and token.head.text[:1].isupper():
            between = verb.doc[token.i + 1 : token.head.i].text
            praised = f"{between} " if between else ""
            if not between or between.startswith("most "):
                words = words.replace(f"{token.text} {praised}{token.head.text}", f"the {token.head.text}")
    return words


def _headless(signals: tuple[str, ...], verb: Token, cut: Cut) -> Statement | None:
    """Without a subject there is nothing to ask, but a person may know: the clause as it stands, as a draft."""
    words = render(token for token in verb.subtree if token.i not in cut.date and not token.is_punct)
    if not 2 < len(words.split()) <= MAX_WORDS:
        return None
    return Statement(_sentence(words), "", lemma(verb), "", signals, verb)


def _subject_tokens(head: Token, verb: Token, cut: Cut) -> list[Token]:
    without_verb = without(verb)

    def dropped(child: Token, cut: Cut) -> bool:
        """A noun after the verb is misread as part of the subject."""
        if head.i < verb.i < child.i and child.dep_ in ("appos", "conj"):
            return True
        return without_verb(child, cut)

    if headless_subject(verb) is not None:
        clause = indices(verb)
        return [token for token in collect(head, cut) if token.i not in clause]
    own = own_subject(verb)
    if own is not None and own.i == head.i:
        tokens = collect(head, cut, dropped)
        # A title and a name taken apart: "The Ostrian king Tovar Brand".
        siblings = [
            child
            for child in verb.children
            if child.dep_ == head.dep_ and head.pos_ == "PROPN" and child.right_edge.i + 1 == head.left_edge.i
        ]
        return _whole_name(tokens + [token for sibling in siblings for token in collect(sibling, cut)], cut)
    return collect(head, cut, dropped)


def _whole_name(tokens: list[Token], cut: Cut) -> list[Token]:
    """The words of the subject with what the parser tore off the name it begins with (a first name, "de")."""
    first = min(tokens, key=lambda token: token.i)
    while first.pos_ == "PROPN" and first.i > first.sent.start and first.i - 1 not in cut.date | cut.others:
        before = first.nbor(-1)
        if before.is_stop or (before.pos_ != "PROPN" and before.lower_ not in PARTICLES):
            break
        tokens = [before, *tokens]
        if before.pos_ != "PROPN":
            break
        first = before
    return tokens


def _whose(subject: list[Token], verb: Token, cut: Cut) -> dict[int, str]:
    """ "N, whose officers fled": "N's officers"."""
    whose = [token.i for token in subject if token.tag_ == "WP$"]
    owner = render(collect(verb.head, cut, without(verb))) if whose and verb.dep_ == "relcl" else ""
    return dict.fromkeys(whose, f"{owner}'s") if owner and len(owner.split()) <= 6 else {}


def _adverbs(verb: Token, cut: Cut) -> tuple[str, ...]:
    own = own_subject(verb)
    start = own.right_edge.i if own is not None else verb.left_edge.i - 1
    return tuple(
        render(collect(child, cut))
        for child in verb.lefts
        if child.dep_ == "advmod" and child.i > start and not drops(child, cut) and child.tag_ != "WRB"
    )


def lowered(head: Token, words: str, verb: Token) -> str:
    """The subject as it stands inside a question: a sentence's first word loses its capital unless it is a name."""
    first = head.left_edge
    while first.i < verb.i and not words.startswith(first.text):
        first = first.nbor()
    if not first.is_sent_start:
        return lower_first(words) if is_article(words) else words
    common = (
        first.pos_ in _LOWERED
        or (first.tag_ in ("NN", "NNS", "CD", "PDT"))
        or (first.pos_ in ("ADJ", "ADV") and f" {first.lower_}" in first.doc.text)
    )
    return words[:1].lower() + words[1:] if common else words


def _placed(group: VerbGroup) -> tuple[str, ...]:
    """Verb and adverbs in order: adverbs follow "was"."""
    return (group.main, *group.adverbs) if group.base == "be" else (*group.adverbs, group.main)


def _inverted(subject: str, group: VerbGroup, rest: str) -> str:
    if group.auxiliaries:
        first, *more = group.auxiliaries
        return _joined(first, subject, *more, *group.adverbs, group.main, rest)
    if group.base == "be":
        return _joined(group.main, subject, *group.adverbs, rest)
    return _joined("did", subject, *group.adverbs, group.base, rest)


def _joined(*parts: str) -> str:
    return balanced(" ".join(part for part in parts if part))


def _sentence(*parts: str) -> str:
    words = _joined(*parts)
    return words[:1].upper() + words[1:]
