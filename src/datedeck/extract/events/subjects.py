"""Who did it: the subject of a verb, restored where the sentence leaves it out, pronouns resolved where certain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from datedeck.extract.events.people import is_person, may_be_person
from datedeck.extract.events.verbs import headless_subject, is_plural
from datedeck.extract.events.words import AUTHOR, DEMONSTRATIVE

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_HE, _SHE, _THEY, _IT = "he", "she", "they", "it"
_BACK = 1  # sentences looked back on from a pronoun
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
    headless = headless_subject(verb)
    if headless is not None:
        return Subject(headless)
    if verb.dep_ == "acl" or (verb.dep_ == "relcl" and verb.tag_ in ("VBN", "VBG")):
        noun = _before_bracket(verb)
        if noun.dep_ == "attr" and noun.head.lower_ in ("is", "was", "are", "were"):
            said = own_subject(noun.head)  # "N is a treaty signed in 1702"
            if said is not None and said.pos_ in ("NOUN", "PROPN"):
                return Subject(said, ("from participle",))
        return Subject(noun, ("from participle",))
    if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "ccomp") and verb.head.i != verb.i:
        above = verb.head
        while above.pos_ == "ADP" and above.head.i != above.i:
            above = above.head
        if above.pos_ not in ("VERB", "AUX"):
            return Subject(None, ("no subject",))
        found = subject_of(above)
        participle = verb.dep_ in ("advcl", "pcomp") and verb.tag_ == "VBG" and own_subject(above) is not None
        how = "restored subject" if verb.dep_ == "conj" else "participle" if participle else "borrowed subject"
        return Subject(found.head, (*found.signals, how))
    return Subject(None, ("no subject",))


def _before_bracket(verb: Token) -> Token:
    """The noun of a participle; in "N, M and K (burned by L)" that is K, however the parser hangs the bracket."""
    at = verb.left_edge.i - 1
    if at > 0 and verb.doc[at].text == "(":
        noun: Token = verb.doc[at - 1]
        if noun.dep_ in ("conj", "appos") and verb.head.is_ancestor(noun):
            return noun
    return verb.head


def resolved(subject: Token, verb: Token) -> Subject:
    """A pronoun's antecedent, a relative word's noun, else the subject itself."""
    word = subject.lower_
    if subject.tag_ in ("WDT", "WP") or (word == "that" and verb.dep_ == "relcl"):
        return Subject(verb.head, ("from relative",)) if verb.dep_ == "relcl" else Subject(None, ("question word",))
    if word in AUTHOR:
        return Subject(None, ("author",))
    if subject.pos_ != "PRON" or subject.dep_ == "expl" or word not in (_HE, _SHE, _THEY, _IT):
        return Subject(subject, ("demonstrative",) if word in DEMONSTRATIVE else ())
    clauses = ("ccomp", "csubj", "csubjpass")
    if word == _IT and any(child.dep_ in clauses and child.i > verb.i for child in verb.children):
        return Subject(None, ("no subject",))  # "it was announced that …"
    antecedent = _antecedent(subject)
    if antecedent is not None:
        return Subject(antecedent, ("resolved pronoun",))
    return Subject(subject, ("pronoun", "others") if _others(subject) else ("pronoun",))


def _antecedent(pronoun: Token) -> Token | None:
    """The last fitting subject before the pronoun; None when two people could be meant.

    It is looked for one sentence back, and further as long as the sentences go on with the same pronoun.
    """
    back = 0
    for sentence in reversed([sentence for sentence in pronoun.doc.sents if sentence.start <= pronoun.i]):
        subjects = [token for token in sentence if token.dep_ in ("nsubj", "nsubjpass") and token.i < pronoun.i]
        candidates = [token for token in subjects if _fits(token, pronoun.lower_)]
        if not candidates and not back and pronoun.lower_ in (_HE, _SHE):
            candidates = [token for token in subjects if may_be_person(token)]
        if pronoun.lower_ in (_HE, _SHE) and len({token.lower_ for token in candidates}) > 1:
            return None
        if candidates:
            return candidates[-1]
        if not any(token.lower_ == pronoun.lower_ for token in subjects):
            back += 1  # a sentence that goes on with the same pronoun leads further back
        if back > _BACK:
            return None
    return None


def _others(pronoun: Token) -> bool:
    """Whether somebody else was the subject just before, so that not even a life's protagonist is certain."""
    sentences = [sentence for sentence in pronoun.doc.sents if sentence.start <= pronoun.i][-2:]
    return any(
        token.dep_ in ("nsubj", "nsubjpass") and token.pos_ == "PROPN" and token.i < pronoun.i
        for sentence in sentences
        for token in sentence
    )


def _fits(noun: Token, pronoun: str) -> bool:
    if noun.pos_ not in ("NOUN", "PROPN") or any(
        child.tag_ in ("PRP$", "WDT", "WP") or child.lower_ in DEMONSTRATIVE for child in noun.subtree
    ):
        return False
    person = is_person(noun)
    if pronoun in (_HE, _SHE):
        return person
    if pronoun == _THEY:
        return is_plural(noun) or noun.lower_ in _COLLECTIVE
    return (
        not person
        and (not is_plural(noun) or noun.lower_ == "people")
        and not any(child.dep_ == "nummod" for child in noun.children)
    )
