"""Who did it: the subject of a verb, restored where the sentence leaves it out, pronouns resolved where certain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from datedeck.extract.events.parser import with_names
from datedeck.extract.events.verbs import is_plural
from datedeck.extract.events.words import AUTHOR, DEMONSTRATIVE

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_HE, _SHE, _THEY, _IT = "he", "she", "they", "it"
_COLLECTIVE = frozenset(
    "army fleet navy government party crew cabinet senate parliament council troops garrison tribe".split()
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The head word of the subject, None where nobody can tell; `signals` say how it was found."""

    head: Token | None
    signals: tuple[str, ...] = ()


def own_subject(verb: Token) -> Token | None:
    """The subject that stands with the verb; of two (a title and a name taken apart) the later."""
    found = [child for child in verb.children if child.dep_ in SUBJECTS and child.i < verb.i]
    found = [child for child in found if child.dep_ != "expl"] or found
    return found[-1] if found else None


def subject_of(verb: Token) -> Subject:
    """The subject of a statement made of this verb."""
    subject = own_subject(verb)
    if subject is not None:
        return resolved(subject, verb)
    if verb.dep_ == "acl" or (verb.dep_ == "relcl" and verb.tag_ in ("VBN", "VBG")):
        return Subject(verb.head, ("from participle",))
    if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "ccomp") and verb.head.i != verb.i:
        above = verb.head
        while above.pos_ == "ADP" and above.head.i != above.i:
            above = above.head
        if above.pos_ not in ("VERB", "AUX"):
            return Subject(None, ("no subject",))
        found = subject_of(above)
        return Subject(
            found.head,
            (*found.signals, "restored subject") if verb.dep_ == "conj" else (*found.signals, "borrowed subject"),
        )
    return Subject(None, ("no subject",))


def resolved(subject: Token, verb: Token) -> Subject:
    """A pronoun's antecedent, a relative word's noun, else the subject itself."""
    word = subject.lower_
    if subject.tag_ in ("WDT", "WP") or (word == "that" and verb.dep_ == "relcl"):
        return Subject(verb.head, ("from relative",)) if verb.dep_ == "relcl" else Subject(None, ("question word",))
    if word in AUTHOR:
        return Subject(None, ("author",))
    if subject.pos_ != "PRON" or subject.dep_ == "expl" or word not in (_HE, _SHE, _THEY, _IT):
        return Subject(subject, ("demonstrative",) if word in DEMONSTRATIVE else ())
    antecedent = _antecedent(subject)
    return Subject(antecedent, ("resolved pronoun",)) if antecedent is not None else Subject(None, ("pronoun",))


def _antecedent(pronoun: Token) -> Token | None:
    """The last fitting subject before the pronoun, one sentence back at most; None when two people could be meant."""
    sentences = [sentence for sentence in pronoun.doc.sents if sentence.start <= pronoun.i][-2:]
    for sentence in reversed(sentences):
        candidates = [
            token
            for token in sentence
            if token.dep_ in ("nsubj", "nsubjpass") and token.i < pronoun.i and _fits(token, pronoun.lower_)
        ]
        if pronoun.lower_ in (_HE, _SHE) and len({token.lower_ for token in candidates}) > 1:
            return None
        if candidates:
            return candidates[-1]
    return None


def _fits(noun: Token, pronoun: str) -> bool:
    if noun.pos_ not in ("NOUN", "PROPN") or any(
        child.tag_ in ("PRP$", "WDT", "WP") or child.lower_ in DEMONSTRATIVE for child in noun.subtree
    ):
        return False
    with_names(noun.doc)
    person = noun.ent_type_ == "PERSON" or any(token.ent_type_ == "PERSON" for token in noun.lefts)
    if pronoun in (_HE, _SHE):
        return person
    if pronoun == _THEY:
        return is_plural(noun) or noun.lower_ in _COLLECTIVE
    return (
        not person
        and (not is_plural(noun) or noun.lower_ == "people")
        and not any(child.dep_ == "nummod" for child in noun.children)
    )
