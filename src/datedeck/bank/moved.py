"""Quotes that stand in their documents, but at another place than the one their locators name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from datedeck.bank.locators import locator_text, source_text
from datedeck.errors import Problem
from datedeck.model import Bank, Block, Citation, Document, Fact, Locator, Span


def moved(bank: Bank, documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Warnings (`moved`) for the citations of a proven bank (spans filled in) whose place has changed.

    Only what both a locator and the document say is compared: a person may name a place in words of their own.
    """
    starts = {name: [block.span.start for block in document.blocks] for name, document in documents.items()}
    for fact in bank.facts:
        for citation in (claim.citation for claim in fact.claims):
            document = documents.get(citation.source)
            if document is None or citation.span is None:
                continue
            blocks = _blocks(document.blocks, starts[citation.source], citation.span)
            if blocks and all(_contradicts(citation.locator, block.locator) for block in blocks):
                yield _moved(fact, citation, blocks[0].locator)


def _blocks(blocks: Sequence[Block], starts: Sequence[int], span: Span) -> list[Block]:
    """The blocks of a document that a span touches."""
    first = max(bisect_right(starts, span.start) - 1, 0)
    touched = blocks[first : bisect_right(starts, span.end - 1)]
    return [block for block in touched if block.span.end > span.start]


def _contradicts(said: Locator, there: Locator) -> bool:
    pairs = ((said.page, there.page), (said.section, there.section), (said.paragraph, there.paragraph))
    return any(one and other and one != other for one, other in pairs)


def _moved(fact: Fact, citation: Citation, place: Locator) -> Problem:
    right = source_text(replace(citation, locator=place))
    return Problem(
        "moved",
        f"`{fact.id}`: the quote no longer stands in {citation.source}, {locator_text(citation.locator)}",
        f"write `source: {right}`",
        fact.location,
        "warning",
    )
