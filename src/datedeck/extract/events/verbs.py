"""Verb groups: tense repaired to the simple past, and the auxiliary that a question needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from datedeck.extract.events.verb_classes import TRANSITIVE

if TYPE_CHECKING:
    from spacy.tokens import Token

_BE = frozenset(("be", "am", "is", "are", "was", "were", "been", "being"))
_HAVE = frozenset(("have", "has", "had", "having", "'ve", "'d"))
_IRREGULAR_COUNT = frozenset(("people", "police", "cattle", "both", "many", "several", "most", "some"))


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """`auxiliaries` + adverbs + `main`; `base` is the infinitive; `signals` name what the gate must know."""

    auxiliaries: tuple[str, ...]
    adverbs: tuple[str, ...]
    main: str
    base: str
    passive: bool
    signals: tuple[str, ...] = ()


def lemma(verb: Token) -> str:
    """Infinitive of a verb in a sentence."""
    return base_form(verb.lower_)


def base_form(word: str) -> str:
    """Infinitive of a verb form (lemminflect: the pipeline's own rules give "stag" for "staged")."""
    from lemminflect import getLemma

    found = getLemma(word, upos="AUX" if word in _BE | _HAVE else "VERB")
    return str(found[0]) if found else word


def past(verb: Token) -> str:
    """Simple past of a verb form; `be` is left to the caller."""
    from lemminflect import getInflection

    found = getInflection(lemma(verb), tag="VBD")
    if not found or (verb.tag_ == "VBD" and verb.lower_ in found):
        return str(verb.text)
    return str(found[0])


def is_plural(subject: Token) -> bool:
    """Whether a verb with this subject is plural."""
    if any(child.dep_ == "conj" for child in subject.children) or subject.lower_ in ("they", "we", "these", "those"):
        return True
    if (
        subject.tag_ == "NNS"
        and subject.text[:1].isupper()
        and not any(child.dep_ == "det" for child in subject.children)
    ):
        return subject.is_sent_start is True  # a name that ends in -s, taken for a plural
    if subject.lower_ in _IRREGULAR_COUNT or subject.tag_ in ("NNS", "NNPS"):
        return True
    return subject.pos_ == "NUM" and subject.lower_ not in ("1", "one")


def _is_participle(verb: Token) -> bool:
    """ "the charter signed at N", "with the papers signed": passive without an auxiliary."""
    return (verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.dep_ == "acl")) and headless_subject(verb) is None


def outermost(noun: Token) -> Token:
    """The noun of the whole phrase: of "the talks with N on Velm" the talks, from N or Velm."""
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head.head
    return noun


def headless_subject(verb: Token) -> Token | None:
    """The subject of "The pact united N and M", read as "the pact" with a participle.

    So it is in "The talks on Velm reopened in May." too, where the sentence has no other finite verb, or has it after
    a semicolon.
    """
    if verb.dep_ not in ("acl", "relcl") or verb.tag_ not in ("VBD", "VBN"):
        return None
    noun = outermost(verb.head)
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    united = noun.i == verb.head.i and any(child.dep_ == "dobj" for child in verb.children)
    if noun.dep_ == "ROOT":
        return noun if united or _alone_in_sentence(verb) else None
    if noun.dep_ != "nsubj" or any(child.dep_ == "agent" for child in verb.children):
        return None
    later = [child for child in noun.head.children if child.dep_ in ("nsubj", "nsubjpass") and child.i > verb.i]
    return noun if later and any(word.text == ";" for word in verb.doc[verb.i : later[0].i]) else None


def _alone_in_sentence(verb: Token) -> bool:
    if any(child.dep_ == "agent" for child in verb.children) or verb.sent.text.rstrip()[-1:] not in (".", ";"):
        return False
    return not any(word.tag_ in ("VBD", "VBZ", "VBP", "MD") for word in verb.sent if word.i != verb.i)


def _is_passive(verb: Token, helpers: list[Token]) -> bool:
    if helpers:
        return any(helper.dep_ == "auxpass" for helper in helpers)
    kinds = {child.dep_ for child in verb.children}
    if kinds & {"nsubj", "nsubjpass"}:
        return verb.tag_ == "VBN" and "dobj" not in kinds and (lemma(verb) in TRANSITIVE or verb.dep_ != "ROOT")
    return _is_participle(verb)


def _was(words: list[str], *, plural: bool) -> str:
    """ "was" or "were": the number that the source's own auxiliary shows, else that of the subject."""
    shown = {"was": "was", "is": "was", "has": "was", "were": "were", "are": "were", "have": "were"}
    return next((shown[word] for word in words if word in shown), "were" if plural else "was")


def _helpers(verb: Token) -> tuple[list[Token], list[Token]]:
    """Auxiliaries and negations of a verb; a coordinated participle has those of the verb before it."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass") and child.i < verb.i]
    negations = [child for child in verb.children if child.dep_ == "neg"]
    if not helpers and verb.dep_ == "conj" and verb.tag_ in ("VBN", "VBG") and verb.head.tag_ == verb.tag_:
        helpers = [child for child in verb.head.children if child.dep_ in ("aux", "auxpass")]
        negations += [child for child in verb.head.children if child.dep_ == "neg"]
    return helpers, negations


def verb_group(verb: Token, adverbs: tuple[str, ...], *, plural: bool, until: bool, own: bool = True) -> VerbGroup:
    """The verb group of a past statement. `until`: its date is bound by "until", so "not … until" is plain past.

    `own`: the subject is the verb's own, so that the source's auxiliary shows its number.
    """
    helpers, negations = _helpers(verb)
    no = next(("never" for word in negations if word.lower_ == "never"), "not")
    negated = bool(negations)
    words = [helper.lower_ for helper in helpers]
    signals = ["modal"] if any(helper.tag_ == "MD" for helper in helpers) else []
    base = lemma(verb)
    be = _was((words if base != "be" else [*words, verb.lower_]) if own else [], plural=plural)
    if negated and until and not signals:
        return VerbGroup((), adverbs, past(verb), base, False, ("not until",))
    if negated:
        signals.append("negated")
        adverbs = (*adverbs, no) if helpers or no == "never" else adverbs
    if signals[:1] == ["modal"]:
        return VerbGroup(tuple(words), adverbs, verb.text, base, False, tuple(signals))
    passive = _is_passive(verb, helpers)
    text = verb.lower_ if verb.is_title and verb.is_sent_start else verb.text
    if "to" in words:
        signals.append("infinitive")
    if {"is", "are"} & set(words):
        signals.append("present")
    if passive:
        return VerbGroup((be,), adverbs, text, base, True, tuple(signals))
    return _active(verb, words, adverbs, be, signals, negated=negated)


def _active(
    verb: Token, words: list[str], adverbs: tuple[str, ...], be: str, signals: list[str], *, negated: bool
) -> VerbGroup:
    base = lemma(verb)
    if verb.tag_ == "VBG" and "being" not in words and any(word in _BE for word in words):
        return VerbGroup((be,), adverbs, verb.text, base, False, (*signals, "progressive"))
    if negated and verb.lower_ not in _BE and "never" not in adverbs:
        return VerbGroup(
            ("did",), adverbs if "not" in adverbs else (*adverbs, "not"), base, base, False, tuple(signals)
        )
    if verb.tag_ in ("VBZ", "VBP") and not words:
        signals.append("present")
    if base == "be":
        adverbs = (*adverbs, "not") if negated and "not" not in adverbs else adverbs
        return VerbGroup((), adverbs, be, base, False, tuple(signals))
    return VerbGroup((), adverbs, past(verb), base, False, tuple(signals))
