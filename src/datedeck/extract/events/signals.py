"""What can be seen in a statement that makes it doubtful, by the names that the gate weighs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from datedeck.extract.events.content import (
    is_cut_short,
    is_unnamed_office,
    says_enough,
    says_no_content,
    says_only_how_much,
    singular,
)
from datedeck.extract.events.people import is_known, is_person
from datedeck.extract.events.statement import Dated, Statement
from datedeck.extract.events.trim import indices, is_told
from datedeck.extract.events.verb_classes import (
    ACCUSING,
    ATTEMPTING,
    CHANGING,
    FORETELLING,
    INTENDING,
    PREDICTING,
    SAYING,
    SAYING_LITTLE,
    STATING,
    STATIVE,
    TREND,
)
from datedeck.extract.events.verbs import is_plural, lemma
from datedeck.extract.events.words import ABSTRACT, UNIQUE

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHOSE = re.compile(r"^(?:(?:[Tt]he )?[\w’'.-]+(?: [A-Z][\w’'.-]*)*)(.*?)\b(his|her|its|their)\b")

_AGENT = re.compile(
    r"(?:er|or|ist|ian|ant|(?<!m)ent|man|woman|king|queen|poet|monk|nun|son|daughter|wife|husband|father|mother)$"
)
_SEVERAL = re.compile(r"^(?!.*\bbetween\b).* and ")  # but not "the treaty between N and M"
_WHAT = re.compile(r"\bwhat (?:is|are) (?:now|today)\b")  # parsers lose it
_DETERMINING = ("det", "poss", "nummod", "compound", "amod", "predet", "quantmod")
# Nouns that need no article.
_MASS = re.compile(
    r"(?:ion|ment|ing|ness|ity|ce|cy|ship|age|th|ry|ism|work|trade|war|peace|power|steel|iron|unrest|ure)$"
)


def grammar_signals(dated: Dated) -> set[str]:
    """Signals of the sentence that the statement was made of."""
    root, found = dated.statement.root, set()
    sentence = root.sent
    if sentence.text.rstrip().endswith("?"):
        found.add("question")
    there = any(child.dep_ == "expl" for child in root.children)
    if dated.statement.verb in STATIVE and not there and "nominal" not in dated.statement.signals:
        found.add("stative")
    found |= _verb_signals(dated)
    if _in_brackets(root):
        found.add("reattached")
    if says_no_content(dated.statement):
        found.add("without content")
    if _WHAT.search(sentence.text):
        found.add("torn")
    if "respectively" in sentence.text:
        found.add("respectively")
    if dated.statement.event.endswith("took place") and _SEVERAL.search(dated.statement.event):
        found.add("several events")
    subject = dated.statement.subject
    if subject is not None and "nominal" not in dated.statement.signals and singular(subject) in ABSTRACT:
        found.add("abstract subject")
    if subject is not None and is_unnamed_office(subject):
        found.add("office")
    if not says_enough(dated) or says_only_how_much(dated.statement):
        found.add("incomplete")
    if _mismatched(dated):
        found.add("whose")
    found |= _definite(dated.statement)
    return found | _unasserted(root)


def _verb_signals(dated: Dated) -> set[str]:
    """Signals of what kind of verb the statement has."""
    root, found = dated.statement.root, set()
    if any(child.dep_ == "xcomp" for child in root.children):
        if dated.statement.verb in INTENDING:
            found.add("intention")
        if dated.statement.verb in ATTEMPTING:
            found.add("attempt")
    moved = any(word.dep_ == "dobj" and word.head.i == root.i for word in dated.statement.words)
    if (
        dated.statement.verb in TREND - (CHANGING if moved else frozenset())
        and "nominal" not in dated.statement.signals
    ):
        found.add("trend")
    if dated.statement.verb in SAYING_LITTLE and is_cut_short(dated.statement):
        found.add("cut short")
    if dated.statement.verb in STATING and (root.dep_ == "relcl" or any(w.dep_ == "ccomp" for w in root.children)):
        found.add("report")
    if dated.statement.verb in FORETELLING or (dated.statement.verb in PREDICTING and dated.bound != "on"):
        found.add("to come")
    return found


def _unasserted(root: Token) -> set[str]:
    """What keeps the clause from being said by the source itself."""
    found, sentence = set(), root.sent
    for word in (root, *root.ancestors):
        if word.dep_ == "ccomp" and lemma(word.head) in SAYING and (word.i > word.head.i):
            found.add("under saying")
        if word.i != root.i and lemma(word) in ACCUSING:
            found.add("under saying")
        if any(child.lower_ == "according" for child in word.children):
            found.add("under saying")
        if any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in word.children):
            found.add("conditional")
    before = sentence.doc[sentence.start : root.i].text
    if before.count("“") > before.count("”") or before.count('"') % 2:
        found.add("quoted")
    return found


def _definite(statement: Statement) -> set[str]:
    """Whether "the …" or "a …" stands where only a name would tell which."""
    found, every = set(), {word.i for word in statement.words}
    clause = indices(statement.root)
    for noun in statement.words:
        kept = every - clause if noun.is_ancestor(statement.root) else every  # what its own clause says names nothing
        articles = [child.lower_ for child in noun.children if child.dep_ == "det" and child.i in kept]
        is_subject = statement.subject is not None and noun.i == statement.subject.i
        if is_subject:
            found |= _without_article(noun, kept)
        named = noun.text[:1].isupper() and not noun.is_sent_start  # "the Velmians", whatever their tag
        if noun.pos_ != "NOUN" or named or not articles or noun.lower_ in UNIQUE:
            continue
        if is_told(noun, kept):
            found |= {"indefinite subject"} if is_subject and articles[0] in ("a", "an") else set()
        elif articles[0] == "the":
            modified = any(child.dep_ in ("amod", "compound", "nummod") for child in noun.children)
            inner = noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.i == statement.root.i
            kind = "bare adjunct" if inner else "bare object"
            found.add("bare subject" if is_subject else "modified object" if modified else kind)
        elif is_subject and articles[0] in ("a", "an"):
            found.add("nameless subject")
    return found


def _without_article(subject: Token, kept: set[int]) -> set[str]:
    """What a subject lacks that nothing stands before: "Rebels", "one unit", "17"."""
    one = any(child.lower_ == "one" and child.dep_ == "nummod" for child in subject.children)
    bare = not any(word.dep_ in _DETERMINING for word in subject.children)
    mass = subject.tag_ == "NN" and bool(_MASS.search(subject.lower_))
    found = {"no article"} if bare and subject.tag_ == "NN" and not mass else set()
    common = subject.pos_ == "NOUN" and (subject.is_lower or (subject.is_sent_start and mass))
    if (one or subject.pos_ == "NUM" or (bare and common)) and not is_told(subject, kept):
        found.add("nameless subject")
    return found


def _in_brackets(verb: Token) -> bool:
    if verb.tag_ != "VBG":
        return False
    before = verb.doc[verb.head.i : verb.i].text if verb.head.i < verb.i else ""
    return before.count("(") > before.count(")")


def _mismatched(dated: Dated) -> bool:
    """Whether a possessive cannot mean the subject: "Ilna Orre became its head"."""
    subject = dated.statement.subject
    found = _WHOSE.search(dated.statement.event)
    if subject is None or not found:
        return False
    words = {found[2].lower()}
    between = re.findall(r"(?<=\s)[A-Z][\w-]*", found[1])
    if between and (not words & {"his", "her"} or any(is_known(name, subject.doc) for name in between)):
        return False  # a name between the two may be the owner
    person = is_person(subject)
    if words & {"his", "her"} and not person and subject.pos_ == "NOUN" and not _AGENT.search(subject.lower_):
        return True
    if subject.pos_ == "PROPN" and subject.left_edge.lower_ != "the":
        return ("its" in words and is_plural(subject)) or ("their" in words and person)  # a bare name may be either
    thing = not person and subject.ent_type_ in ("GPE", "ORG", "FAC", "LOC", "EVENT", "PRODUCT", "WORK_OF_ART")
    plural = is_plural(subject)
    return (
        ("its" in words and (person or plural))
        or ("their" in words and person and not plural)
        or (bool(words & {"his", "her"}) and (thing or plural))
    )
