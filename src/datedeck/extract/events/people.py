"""Which names of a document are people's: the recogniser errs on single sentences, its majority seldom does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from typing import TYPE_CHECKING

from datedeck.extract.events.parser import with_names
from datedeck.extract.events.words import TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_VOTES = 3  # passages in which a name is looked at
_KEY, _OTHERS = "people", "things"  # where a parsed passage keeps what its document's names are
_THINGS = frozenset(("GPE", "ORG", "FAC", "LOC", "EVENT", "PRODUCT", "WORK_OF_ART", "NORP", "LAW"))


def recognise_people(passages: Iterable[Doc], titled: Iterable[str] = ()) -> dict[str, int]:
    """The words that mostly name people in the parsed passages, with the majority's votes.

    Every passage keeps them for `is_person`. `titled`: words that the document's text shows to be people's names.
    """
    docs = list(passages)
    votes: Counter[str] = Counter(dict.fromkeys(titled, _VOTES))
    for doc in with_names(_telling(docs)):
        for name in doc.ents:
            vote = 1 if name.label_ == "PERSON" else -1 if name.label_ in _THINGS else 0
            for token in name if vote else ():
                votes[token.text] += vote
    people = {word: vote for word, vote in votes.items() if vote > 0 and word[:1].isupper()}
    things = frozenset(word for word, vote in votes.items() if vote < 0)
    for doc in docs:
        tell_people(doc, people).user_data[_OTHERS] = things
    return people


def _telling(docs: Iterable[Doc]) -> Iterator[Doc]:
    """Passages enough to vote on every name that is a subject or stands before a bracket: to ask all takes long."""
    seen: Counter[str] = Counter()
    for doc in docs:
        asked = {token.text for token in doc if token.pos_ == "PROPN" and _is_asked(token)}
        if any(seen[word] < _VOTES for word in asked):
            seen.update(asked)
            yield doc


def _is_asked(name: Token) -> bool:
    return name.dep_ in ("nsubj", "nsubjpass") or (name.i + 1 < len(name.doc) and name.nbor().text == "(")


def tell_people(doc: Doc, people: Container[str]) -> Doc:
    """The parsed text, which knows now what its document's names are."""
    doc.user_data[_KEY] = people
    return doc


def is_person(noun: Token) -> bool:
    """Whether a noun is a person's name or title."""
    if noun.lower_ in TITLES or is_name_of_person(noun):
        return True
    return noun.pos_ == "PROPN" and any(is_name_of_person(token) for token in noun.lefts)


def may_be_person(noun: Token) -> bool:
    """Whether a bare name is that of nothing that the recogniser knows to be a thing: who "he" may be beside it."""
    bare = noun.tag_ == "NNP" and noun.left_edge.lower_ not in ("the", "a", "an")
    return bare and not any(word.text in noun.doc.user_data.get(_OTHERS, frozenset()) for word in (noun, *noun.lefts))


def is_known(name: str, doc: Doc) -> bool:
    """Whether a word is a title, or a person's name in the document of the parsed text."""
    return name.lower() in TITLES or name in doc.user_data.get(_KEY, frozenset())


def is_name_of_person(word: Token) -> bool:
    """Whether a word is a person's name in its document."""
    return word.pos_ == "PROPN" and word.text in word.doc.user_data.get(_KEY, frozenset())
