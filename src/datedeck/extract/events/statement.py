"""A verb and its date made into a statement that stands alone, and into the question that asks for the date."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from datedeck.extract.events.subjects import SUBJECTS, own_subject, subject_of
from datedeck.extract.events.trim import (
    Cut,
    after_comma,
    balanced,
    collect,
    drops,
    in_brackets,
    indices,
    is_discourse,
    render,
)
from datedeck.extract.events.verbs import VerbGroup, is_plural, lemma, past, verb_group
from datedeck.extract.events.words import DITRANSITIVE, TRANSITIVE

if TYPE_CHECKING:
    from spacy.tokens import Token

MAX_WORDS = 27
_CORE = frozenset(("dobj", "iobj", "dative", "attr", "acomp", "oprd", "xcomp", "ccomp", "prt", "agent"))
_POINTING = re.compile(
    r"\b(?:that|this) (?:most \w+ )?(?=[A-Z])(?!I\b)"
)  # "that most grievous Treaty": a name needs no pointing
_LOWERED = frozenset(("DET", "PRON", "ADP", "CCONJ", "SCONJ"))
_OWN_CLAUSE_MARKS = frozenset(
    "although though because since until while when whereas after before as if unless once".split()
)


@dataclass(frozen=True, slots=True)
class Statement:
    """`event` is a past statement without its date; `question` the inverted clause; `affected` what it happened to."""

    event: str
    question: str
    verb: str
    affected: str
    signals: tuple[str, ...]
    root: Token
    subject: Token | None = None

    @property
    def support(self) -> int:
        """Where the proof begins, in characters of the parsed text: with the sentence that names the subject."""
        start: int = self.root.sent.start_char
        return start if self.subject is None else min(start, self.subject.sent.start_char)

    def with_signals(self, *signals: str) -> Statement:
        """The same statement with more for the gate to weigh."""
        return replace(self, signals=(*self.signals, *signals))


def verb_statement(verb: Token, cut: Cut, bound: str, instead: Token | None = None) -> Statement | None:
    """The statement of `verb`; `instead` replaces its object where a gapped clause names only another object."""
    subject = subject_of(verb)
    if subject.head is None:
        return None if {"author", "question word"} & set(subject.signals) else _headless(subject.signals, verb, cut)
    head = subject.head
    subject_tokens = _subject_tokens(head, verb, cut)
    subject_words = render(subject_tokens, _whose(subject_tokens, verb, cut))
    body = _body(verb, cut, instead)
    group = verb_group(verb, _adverbs(verb, cut), plural=is_plural(head), until=bound == "until")
    rest = _rest(body, verb, cut, group)
    asked = _rest(body, verb, cut, group, base=True)
    signals = (*subject.signals, *group.signals, *_valency(verb, body, group, instead))
    objects = [child for child in body if child.dep_ in ("dobj", "attr")]
    affected = subject_words if group.passive else " ".join(render(collect(child, cut)) for child in objects)
    return Statement(
        event=_sentence(subject_words, *group.auxiliaries, *_placed(group), rest),
        question=_inverted(lowered(head, subject_words, verb), group, asked),
        verb=group.base,
        affected=affected,
        signals=signals,
        root=verb,
        subject=head,
    )


def _headless(signals: tuple[str, ...], verb: Token, cut: Cut) -> Statement | None:
    """Without a subject there is nothing to ask, but a person may know: the clause as it stands, as a draft."""
    words = render(token for token in verb.subtree if token.i not in cut.date and not token.is_punct)
    if not 2 < len(words.split()) <= MAX_WORDS:
        return None
    return Statement(_sentence(words), "", lemma(verb), "", signals, verb)


def _without(verb: Token) -> Callable[[Token, Cut], bool]:
    """What `drops`, and the clause of `verb` besides."""

    def dropped(child: Token, cut: Cut) -> bool:
        return verb.i in indices(child) or drops(child, cut)

    return dropped


def _subject_tokens(head: Token, verb: Token, cut: Cut) -> list[Token]:
    dropped = _without(verb)
    own = own_subject(verb)
    if own is not None and own.i == head.i:
        tokens = collect(head, cut, dropped)
        # A title and a name taken apart: "The Ostrian king Tovar Brand".
        siblings = [
            child
            for child in verb.children
            if child.dep_ == head.dep_ and head.pos_ == "PROPN" and child.right_edge.i + 1 == head.left_edge.i
        ]
        return tokens + [token for sibling in siblings for token in collect(sibling, cut)]
    return collect(head, cut, dropped)


def _valency(verb: Token, body: list[Token], group: VerbGroup, instead: Token | None) -> tuple[str, ...]:
    """Objects that are missing, or one too many: a sign that the sentence was misread."""
    kinds = {child.dep_ for child in body}
    if group.passive:
        return ("too many objects",) if "dobj" in kinds and group.base not in DITRANSITIVE else ()
    complete = kinds & {"dobj", "ccomp", "xcomp", "attr", "oprd", "dative"} or instead is not None
    antecedent = verb.dep_ == "relcl" and any(child.i == verb.head.i for child in body)
    return ("no object",) if group.base in TRANSITIVE and not complete and not antecedent else ()


def _whose(subject: list[Token], verb: Token, cut: Cut) -> dict[int, str]:
    """ "N, whose officers fled": "N's officers"."""
    whose = [token.i for token in subject if token.tag_ == "WP$"]
    owner = render(collect(verb.head, cut, _without(verb))) if whose and verb.dep_ == "relcl" else ""
    return dict.fromkeys(whose, f"{owner}'s") if owner and len(owner.split()) <= 6 else {}


def _adverbs(verb: Token, cut: Cut) -> tuple[str, ...]:
    own = own_subject(verb)
    start = own.right_edge.i if own is not None else verb.left_edge.i - 1
    return tuple(
        render(collect(child, cut))
        for child in verb.lefts
        if child.dep_ == "advmod" and child.i > start and not drops(child, cut) and child.tag_ != "WRB"
    )


def _body(verb: Token, cut: Cut, instead: Token | None) -> list[Token]:
    """The verb's children that stay: objects, complements, what follows without a comma, a short fronted phrase."""
    if instead is not None and instead.pos_ == "ADP":
        return [child for child in verb.children if child.dep_ in ("dobj", "attr", "prt", "oprd")] + [instead]
    if instead is not None:
        return [instead]
    body = [child for child in verb.children if not _leaves(child, verb, cut)]
    asked = any(child.tag_ in ("WDT", "WP") and child.dep_ == "dobj" for child in verb.children)
    return [verb.head, *body] if asked and verb.dep_ == "relcl" else body


def _leaves(child: Token, verb: Token, cut: Cut) -> bool:
    if child.i in cut.date or child.is_punct or child.is_space or child.dep_ in SUBJECTS:
        return True
    if child.dep_ in ("aux", "auxpass", "neg", "mark", "cc", "parataxis", "intj", "dep", "meta"):
        return True
    if child.dep_ == "advmod":
        return child.i < verb.i or is_discourse(child) or child.tag_ == "WRB" or after_comma(child)
    if child.dep_ == "conj":
        return _conjunct_leaves(child, cut)
    if child.dep_ in ("ccomp", "advcl", "relcl"):
        return child.i < verb.i or _clause_leaves(child)
    if child.pos_ in ("NOUN", "PROPN") and {child.left_edge.i - 1, child.left_edge.i - 2} & cut.others:
        return True  # the object of a second date: "…, and on 4 May, Karsk"
    if child.pos_ in ("NOUN", "PROPN") and after_comma(child) and child.left_edge.i - 2 in cut.date:
        return True  # what is said of the date itself: "on 17 May, the coldest day of the year"
    if in_brackets(child) or (child.dep_ not in _CORE and cut.others & indices(child)):
        return True
    size = len(indices(child))
    if child.i < verb.i:
        return child.dep_ not in ("prep", "agent") or size > 9 or any(token.pos_ == "VERB" for token in child.subtree)
    return child.dep_ == "prep" and after_comma(child) and size > 6


def _conjunct_leaves(child: Token, cut: Cut) -> bool:
    if child.pos_ not in ("VERB", "AUX"):
        return bool(cut.others & indices(child))
    return own_subject(child) is not None or bool(cut.others & indices(child)) or len(indices(child)) > 12


def _clause_leaves(child: Token) -> bool:
    if child.dep_ == "ccomp":
        return False
    mark = next((word.lower_ for word in child.children if word.dep_ in ("mark", "advmod")), "")
    return after_comma(child) or (mark in _OWN_CLAUSE_MARKS and own_subject(child) is not None)


def _rest(body: list[Token], verb: Token, cut: Cut, group: VerbGroup, *, base: bool = False) -> str:
    """The words after the verb, cut to length; with `base`, coordinated verbs are infinitives as after "did"."""
    after = [child for child in body if child.i > verb.i or child.dep_ not in ("prep", "agent")]
    antecedent = [child for child in body if child.i == verb.head.i and child.i < verb.i]
    after = [child for child in after if child not in antecedent]
    fronted = [child for child in body if child not in after and child not in antecedent]
    if base:
        after = [child for child in after if not (child.dep_ == "conj" and _is_finite_otherwise(child, group))]
    forms: dict[int, str] = {}
    for child in after:
        if (
            child.dep_ == "conj"
            and child.pos_ == "VERB"
            and not group.auxiliaries
            and (child.tag_ in ("VBD", "VBZ", "VBP") or (child.tag_ == "VBN" == verb.tag_))
        ):
            forms[child.i] = lemma(child) if base else past(child)
    while True:
        joined = any(child.dep_ == "conj" and child.head.i == verb.i for child in after)
        conjunctions = [child for child in verb.children if child.dep_ == "cc" and joined]
        tokens = [token for child in after for token in collect(child, cut)] + conjunctions
        named = " ".join(render(collect(child, cut, _without(verb))) for child in antecedent)
        words = f"{lower_first(named) if _is_article(named) else named} {render(tokens, forms)}".strip()
        tail = " ".join(render(collect(child, cut)) for child in fronted)
        droppable = [child for child in after if child.dep_ in ("prep", "advcl", "npadvmod") and child.i > verb.i]
        if len(words.split()) + len(tail.split()) <= MAX_WORDS - 6 or not droppable or len(after) < 2:
            return f"{words} {lower_first(tail)}".strip()
        after.remove(droppable[-1])


def _is_finite_otherwise(conjunct: Token, group: VerbGroup) -> bool:
    """ "died and was buried": after "did N die" only a verb of the same form can go on."""
    helped = any(child.dep_ in ("aux", "auxpass") for child in conjunct.children)
    simple = conjunct.tag_ in ("VBD", "VBZ", "VBP") or helped
    return conjunct.pos_ in ("VERB", "AUX") and (helped if not group.auxiliaries else simple)


def _is_article(words: str) -> bool:
    return words.split(" ", 1)[0].lower() in ("the", "a", "an")


def lower_first(words: str) -> str:
    """A fronted phrase moved to the end loses the capital of its preposition."""
    return words[:1].lower() + words[1:]


def lowered(head: Token, words: str, verb: Token) -> str:
    """The subject as it stands inside a question: a sentence's first word loses its capital unless it is a name."""
    first = head.left_edge
    while first.i < verb.i and not words.startswith(first.text):
        first = first.nbor()
    if not first.is_sent_start:
        return lower_first(words) if _is_article(words) else words
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
    return _POINTING.sub("the ", balanced(" ".join(part for part in parts if part)))


def _sentence(*parts: str) -> str:
    words = _joined(*parts)
    return words[:1].upper() + words[1:]
