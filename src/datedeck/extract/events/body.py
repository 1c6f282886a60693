"""What of a clause stays in its statement: objects and complements, what follows without a comma, cut to length."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from datedeck.extract.events.render import render
from datedeck.extract.events.subjects import SUBJECTS, own_subject
from datedeck.extract.events.trim import LATER, Cut, after_comma, collect, drops, in_brackets, indices, is_discourse
from datedeck.extract.events.verb_classes import DITRANSITIVE, OBJECTLESS, SAYING_LITTLE, TELLING, TRANSITIVE
from datedeck.extract.events.verbs import VerbGroup, lemma, past
from datedeck.extract.events.words import LINKING

if TYPE_CHECKING:
    from spacy.tokens import Token

MAX_WORDS = 25

_CORE = frozenset(("dobj", "iobj", "dative", "attr", "acomp", "oprd", "xcomp", "ccomp", "prt", "agent"))

_PURPOSE, _CONTENT = 9, 14  # words of a clause after a comma that is kept

_WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_OWN_CLAUSE_MARKS = frozenset(
    "although though because since until while when whereas after before as if unless once".split()
)


def body_of(verb: Token, cut: Cut, instead: Token | None) -> list[Token]:
    """The verb's children that stay: objects, complements, what follows without a comma, a short fronted phrase."""
    if instead is not None and instead.pos_ == "ADP":
        return [child for child in verb.children if child.dep_ in ("dobj", "attr", "prt", "oprd")] + [instead]
    if instead is not None:
        return [instead]
    body = [child for child in verb.children if not _leaves(child, verb, cut)] + _hung_on_date(verb, cut)
    gone = [child.i for child in verb.children if child.dep_ == "conj" and child not in body and child.pos_ == "VERB"]
    body = [child for child in body if not gone or child.i < min(gone)]  # what follows a verb that goes is its own
    asked = any(child.tag_ in ("WDT", "WP") and child.dep_ == "dobj" for child in verb.children)
    return [verb.head, *body] if asked and verb.dep_ == "relcl" else body


def _hung_on_date(verb: Token, cut: Cut) -> list[Token]:
    """Phrases that the parser hung on a word of the date: "moved in 1702 from Velm to Karsk"."""
    return [
        child
        for index in sorted(cut.date)
        for child in verb.doc[index].children
        if child.dep_ == "prep" and child.i > verb.i and child.i not in cut.date and not cut.others & indices(child)
    ]


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
        return child.i < verb.i or (_clause_leaves(child) and not _completes(child, verb, cut))
    if child.pos_ in ("NOUN", "PROPN") and {child.left_edge.i - 1, child.left_edge.i - 2} & cut.others:
        return True  # the object of a second date: "…, and on 4 May, Karsk"
    if child.pos_ in ("NOUN", "PROPN") and after_comma(child) and child.left_edge.i - 2 in cut.date:
        return True  # what is said of the date itself: "on 17 May, the coldest day of the year"
    if child.dep_ in ("prep", "npadvmod") and any(word.text in _WEEKDAYS for word in (child, *child.children)):
        return True  # "on Saturday, 3 May"
    if child.dep_ == "prep" and any(w.dep_ == "pobj" and _points_back(w) for w in child.children):
        return True  # "despite this", "under these circumstances"
    if child.dep_ == "prep" and render(child.subtree).lower() in LINKING:
        return True
    if in_brackets(child) or (child.dep_ not in _CORE and cut.others & indices(child)):
        return True
    size = len(indices(child))
    if child.i < verb.i:
        return child.dep_ not in ("prep", "agent") or size > 9 or any(token.pos_ == "VERB" for token in child.subtree)
    return child.dep_ == "prep" and after_comma(child) and size > (12 if child.lower_ in ("to", "into", "from") else 6)


def _points_back(noun: Token) -> bool:
    pointing = ("this", "that", "these", "those")
    return noun.lower_ in pointing or any(child.dep_ == "det" and child.lower_ in pointing for child in noun.children)


def _conjunct_leaves(child: Token, cut: Cut) -> bool:
    if child.pos_ not in ("VERB", "AUX"):
        return bool(cut.others & indices(child))
    if any(child.head.i < index < child.i for index in cut.date) or any(w.lower_ in LATER for w in child.lefts):
        return True  # "N took Velm in 1702 and (soon) burned Karsk": the second verb may have another date
    if any(word.tag_ == "PRP" and word.dep_ not in SUBJECTS for word in child.subtree):
        return True  # "… and forced him to a truce": whom?
    return own_subject(child) is not None or bool(cut.others & indices(child)) or len(collect(child, cut)) > 12


def _completes(clause: Token, verb: Token, cut: Cut) -> bool:
    """A short clause after a comma that says what for, or what was said: "conspired, …, to remove N"."""
    if clause.i < verb.i or clause.dep_ != "advcl" or own_subject(clause) is not None or cut.others & indices(clause):
        return False
    words = list(clause.subtree)
    if any(word.tag_ == "PRP" for word in words):
        return False
    if any(word.dep_ == "aux" and word.lower_ == "to" for word in clause.children):
        return len(words) <= _PURPOSE
    says = lemma(verb) in SAYING_LITTLE and clause.tag_ == "VBG" and lemma(clause) in TELLING
    return says and len(words) <= _CONTENT


def _clause_leaves(child: Token) -> bool:
    if child.dep_ == "ccomp":
        return False
    mark = next((word.lower_ for word in child.children if word.dep_ in ("mark", "advmod")), "")
    return after_comma(child) or (mark in _OWN_CLAUSE_MARKS and own_subject(child) is not None)


def fitting(body: list[Token], verb: Token, cut: Cut, room: int) -> list[Token]:
    """As much of the body as leaves a statement short: `room` words, phrases dropped from the end."""
    kept = list(body)
    while len(kept) > 1 and sum(len(render(collect(child, cut)).split()) for child in kept) > room:
        droppable = [child for child in kept if child.dep_ in ("prep", "advcl", "npadvmod") and child.i > verb.i]
        if not droppable:
            break
        telling = [child for child in droppable if _completes(child, verb, cut)]
        kept.remove(next((child for child in reversed(droppable) if child not in telling), droppable[-1]))
    return kept


def rest_of(body: list[Token], verb: Token, cut: Cut, group: VerbGroup, *, base: bool = False) -> str:
    """The words after the verb; with `base`, coordinated verbs are infinitives as after "did"."""
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
    joined = any(child.dep_ == "conj" and child.head.i == verb.i for child in after)
    conjunctions = [child for child in verb.children if child.dep_ == "cc" and joined]
    tokens = [token for child in after for token in collect(child, cut)] + conjunctions
    named = " ".join(render(collect(child, cut, without(verb))) for child in antecedent)
    words = f"{lower_first(named) if is_article(named) else named} {render(tokens, forms)}".strip()
    # At the end a fronted phrase would seem to belong to another clause.
    clauses = any(child.dep_ in ("ccomp", "advcl", "conj") for child in after)
    tail = "" if clauses else " ".join(render(collect(child, cut)) for child in fronted)
    return f"{words} {lower_first(tail)}".strip()


def _is_finite_otherwise(conjunct: Token, group: VerbGroup) -> bool:
    """ "died and was buried": after "did N die" only a verb of the same form can go on."""
    helped = any(child.dep_ in ("aux", "auxpass") for child in conjunct.children)
    simple = conjunct.tag_ in ("VBD", "VBZ", "VBP") or helped
    return conjunct.pos_ in ("VERB", "AUX") and (helped if not group.auxiliaries else simple)


def valency(verb: Token, body: list[Token], group: VerbGroup, instead: Token | None) -> tuple[str, ...]:
    """Objects that are missing, or one too many: a sign that the sentence was misread."""
    kinds = {child.dep_ for child in body}
    if group.passive:
        return ("too many objects",) if "dobj" in kinds and group.base not in DITRANSITIVE else ()
    if group.base in OBJECTLESS and kinds & {"dobj", "npadvmod"}:
        return ("too many objects",)
    complete = kinds & {"dobj", "ccomp", "xcomp", "attr", "oprd", "dative"} or instead is not None
    antecedent = verb.dep_ == "relcl" and any(child.i == verb.head.i for child in body)
    return ("no object",) if group.base in TRANSITIVE and not complete and not antecedent else ()


def without(verb: Token) -> Callable[[Token, Cut], bool]:
    """What `drops`, and the clause of `verb` besides."""

    def dropped(child: Token, cut: Cut) -> bool:
        return verb.i in indices(child) or drops(child, cut)

    return dropped


def is_article(words: str) -> bool:
    """Whether the words begin with an article."""
    return words.split(" ", 1)[0].lower() in ("the", "a", "an")


def lower_first(words: str) -> str:
    """A fronted phrase moved to the end loses the capital of its preposition."""
    return words[:1].lower() + words[1:]
