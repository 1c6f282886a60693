"""Whether a statement says enough to tell what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datedeck.extract.events.people import is_person
from datedeck.extract.events.statement import Dated, Statement
from datedeck.extract.events.trim import is_told
from datedeck.extract.events.verb_classes import (
    ADDRESSING,
    APPOINTING,
    COMPLETE,
    CONTENTLESS,
    LIGHT,
    MOVING,
    NAMING,
    TRANSITIVE,
)
from datedeck.extract.events.verbs import lemma
from datedeck.extract.events.words import AMOUNTS, CONTENTS, NEEDING, TITLES

if TYPE_CHECKING:
    from spacy.tokens import Token

_ABOUT = frozenset(("for", "about", "on", "over", "against"))
_WITH = frozenset(("with", "between", "at"))
_UNTOLD = frozenset("a an with at in his her its their the".split())


def singular(noun: Token) -> str:
    """The noun in lower case, in the singular."""
    word = str(noun.lower_)
    if noun.tag_ == "NN":
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("es" if word.endswith("sses") else "s")


def says_enough(dated: Dated) -> bool:
    """Whether so short a statement tells what happened: "Ostrand surrendered", but not "Ostrian troops withdrew"."""
    statement = dated.statement
    inside = {word.i for word in statement.subject.subtree} if statement.subject is not None else set()
    if statement.root.i in inside:
        inside -= {word.i for word in statement.root.subtree}
    more = {"NOUN", "PROPN", "NUM", "PRON", "VERB"}
    if not statement.words or any(word.pos_ in more and word.i not in inside for word in statement.words):
        return True
    subject = [word for word in statement.words if word.i in inside and word.dep_ != "det"]
    if not any(word.pos_ == "PROPN" for word in subject):
        return False
    passive = statement.event.split()[-2:-1] in (["was"], ["were"])
    return statement.verb in (TRANSITIVE if passive else COMPLETE) or (
        len(subject) > 2 and statement.verb not in MOVING
    )


def says_only_how_much(statement: Statement) -> bool:
    """Whether nothing but a measure is told: "took heavy losses", "reversed himself"."""
    objects = [word for word in statement.words if word.dep_ == "dobj" and word.head.i == statement.root.i]
    if statement.event.endswith(("self", "selves")):
        return True
    return any(singular(word) in AMOUNTS and not any(w.dep_ == "nummod" for w in word.children) for word in objects)


def says_no_content(statement: Statement) -> bool:
    """Whether it is left open what was said, asked or agreed on: "gave a speech", "appealed to the Velmians"."""
    root, kept = statement.root, {word.i for word in statement.words}
    told = [child for child in root.children if child.i in kept]
    if statement.verb in APPOINTING:
        objects = [word for child in told if child.dep_ == "dobj" for word in child.subtree if word.i in kept]
        as_what = any(word.dep_ in ("oprd", "attr", "prep", "xcomp", "ccomp") for word in told)
        if statement.subject is not None and any(child.dep_ == "auxpass" for child in root.children):
            return is_person(statement.subject) and not any(
                word.dep_ in ("oprd", "attr", "xcomp", "dobj") or word.lower_ in ("as", "to") for word in told
            )
        return bool(objects) and not as_what and all(word.pos_ == "PROPN" for word in objects)
    if statement.verb in ADDRESSING and "from participle" not in statement.signals:
        return not any(word.dep_ in ("ccomp", "xcomp", "advcl", "prep", "dative") for word in told)
    if statement.verb in CONTENTLESS:
        about = _ABOUT | ({"to"} if statement.verb == "agree" else set())
        return not any(word.dep_ in ("ccomp", "xcomp", "advcl", "dobj") or word.lower_ in about for word in told)
    for noun in (child for child in told if child.dep_ == "dobj"):
        inside = [word for word in noun.children if word.i in kept]
        named = any(word.pos_ == "PROPN" for child in inside if child.lower_ not in _WITH for word in child.subtree)
        named = named or any(lemma(word) in NAMING for word in noun.subtree if word.i in kept and word.pos_ == "VERB")
        if noun.text in CONTENTS and not named:
            said = any(word.lower_ not in _UNTOLD for word in inside)
            return not said and not any(child.dep_ in ("advcl", "xcomp", "ccomp") for child in told)
        if noun.lower_ in NEEDING and statement.verb in LIGHT:
            return not any(child.dep_ == "prep" for child in (*inside, *told))
    return False


def is_cut_short(statement: Statement) -> bool:
    """Whether a clause was left out that says what was said or aimed at."""
    kept = {word.i for word in statement.words}
    inside = [child for child in statement.root.children if child.i in kept]
    if any(child.dep_ == "xcomp" or (child.dep_ == "dobj" and is_told(child, kept)) for child in inside):
        return False
    if any(child.dep_ == "dobj" and child.pos_ == "PROPN" for child in inside):
        return False
    return any(child.dep_ in ("advcl", "ccomp", "xcomp") and child.i not in kept for child in statement.root.children)


def is_unnamed_office(subject: Token) -> bool:
    """ "The Ostrian President" alone."""
    article = any(child.lower_ == "the" for child in subject.children)
    named = any(
        word.pos_ == "PROPN" and not word.lower_.endswith("an") for word in subject.subtree if word.i != subject.i
    )
    return article and subject.lower_ in TITLES and subject.i == subject.right_edge.i and not named
