"""Citations proven: every quote found in its document, under white space folding, at the place its locator names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from datedeck.bank.folding import Folded, fold, folded, places
from datedeck.errors import Problem
from datedeck.model import Bank, Claim, Document, Fact, Locator, Quote, Span

_SHOWN = 120  # characters of a passage in a message


class Verified(NamedTuple):
    """The bank with the facts that stand, spans filled in, and what is wrong with the others."""

    bank: Bank
    problems: tuple[Problem, ...]


class VerifiedFact(NamedTuple):
    """A fact with the spans of all citations that were found; it stands when there are no problems."""

    fact: Fact
    problems: tuple[Problem, ...]


def verify(bank: Bank, documents: Mapping[str, Document]) -> Verified:
    """Prove a bank by its documents (by source id; facts of a source without a document stand unproven).

    A proven citation has `document.text[span] == quote.exact`, raw, with `mention_span` inside `span`. Facts with
    problems are left out of the bank given back. Linear in the documents and the facts.
    """
    facts: list[Fact] = []
    problems: list[Problem] = []
    fallen: Counter[str] = Counter()
    for fact in bank.facts:
        verified = verify_fact(fact, documents)
        if verified.problems:
            problems += verified.problems
            fallen.update(
                {
                    claim.citation.source
                    for claim, found in zip(fact.claims, verified.fact.claims, strict=True)
                    if claim.citation.source in documents and found.citation.span is None
                }
            )
        else:
            facts.append(verified.fact)
    changed = [
        _changed(bank, name, fallen[name])
        for name, source in bank.sources.items()
        if name in documents and source.sha256 and source.sha256 != documents[name].sha256
    ]
    return Verified(replace(bank, facts=tuple(facts)), (*changed, *problems))


def verify_fact(fact: Fact, documents: Mapping[str, Document]) -> VerifiedFact:
    """Prove one fact by its documents (by source id); a claim whose document is not there stays as it is."""
    problems: list[Problem] = []
    claims = tuple(_proven(fact, claim, documents.get(claim.citation.source), problems) for claim in fact.claims)
    return VerifiedFact(replace(fact, claims=claims), tuple(problems))


def _changed(bank: Bank, name: str, count: int) -> Problem:
    source = bank.sources[name]
    stand = (
        "all its facts still stand"
        if not count
        else ("1 fact no longer stands" if count == 1 else f"{count} facts no longer stand")
    )
    return Problem(
        "document-changed",
        f"{source.file} is not the document that `{name}` was derived from: {stand}",
        "derive again to take its new text in",
        source.location,
        "warning",
    )


def _proven(fact: Fact, claim: Claim, document: Document | None, problems: list[Problem]) -> Claim:
    if document is None:
        return claim
    citation = claim.citation
    quote, text = fold(citation.quote.exact), folded(document.text)
    start = _start(quote, text, document, citation.locator)
    if start is None:
        problems.append(_not_found(fact, quote, text, document))
        return claim
    span = text.span(start, start + len(quote))
    mention = fold(citation.mention)
    starts = list(places(quote, mention))
    if not 1 <= citation.occurrence <= len(starts):
        problems.append(
            Problem(
                "mention-not-in-quote",
                f"`{fact.id}`: {mention!r} does not stand in the quote"
                + (f" {citation.occurrence} times" if starts else ""),
                "copy the words that carry the date out of the quote",
                fact.location,
            )
        )
        return claim
    at = start + starts[citation.occurrence - 1]
    proven = replace(
        citation, span=span, mention_span=text.span(at, at + len(mention)), quote=Quote(span.of(document.text))
    )
    return replace(claim, citation=proven)


def _start(quote: str, text: Folded, document: Document, locator: Locator) -> int | None:
    """Where the quote starts in the folded text: its only place, or the first one that the locator names."""
    starts = text.places(quote)
    if len(starts) > 1:
        blocks = [block.span for block in document.blocks if _names(locator, block.locator)]
        for start in starts:
            if any(_touches(span, text.span(start, start + len(quote))) for span in blocks):
                return start
    return starts[0] if starts else None


def _names(locator: Locator, place: Locator) -> bool:
    pairs = ((locator.page, place.page), (locator.section, place.section), (locator.paragraph, place.paragraph))
    return any(said for said, _ in pairs) and all(not said or said == there for said, there in pairs)


def _touches(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _not_found(fact: Fact, quote: str, text: Folded, document: Document) -> Problem:
    near = text.nearest(quote)
    hint = (
        f"the nearest passage reads: {_short(near)!r}; copy the words as they stand there"
        if near
        else "no passage is near it: copy the words out of the document, or name the right source"
    )
    return Problem(
        "quote-not-found", f"`{fact.id}`: {document.path} does not say {_short(quote)!r}", hint, fact.location
    )


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
