"""What the back of every card shows: the words of the sources, where they stand, and what each source says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from datedeck.dates import dated_phrase, wording
from datedeck.export.markup import escaped, link, marked, tag
from datedeck.export.package import Sources
from datedeck.model import Claim, Fact, Metadata


class Cited(NamedTuple):
    """The citation fields of a note, as HTML."""

    quote: str
    source: str
    locator: str
    url: str
    as_of: str


def cite(fact: Fact, sources: Sources) -> Cited:
    """The citation of a fact: one quote with its place, or every claim with its date, quote, source and place."""
    known = [_metadata(fact, claim, sources) for claim in fact.claims]
    if len(fact.claims) > 1:
        return Cited(claims_html(fact, sources), titles(known), "", links(known), "")
    citation = fact.claims[0].citation
    return Cited(
        f"<blockquote>{marked(citation)}</blockquote>",
        titles(known),
        escaped(str(citation.locator)),
        links(known),
        escaped(known[0].date),
    )


def claims_html(fact: Fact, sources: Sources) -> str:
    """Every claim with its date, quote, source and place, as HTML."""
    return "".join(
        f'<div class="dd-claim"><p>{escaped(said(claim))} – {escaped(source_title(fact, claim, sources))}'
        f"{escaped_after(', ', str(claim.citation.locator))}</p><blockquote>{marked(claim.citation)}</blockquote></div>"
        for claim in fact.claims
    )


def said(claim: Claim) -> str:
    """The date that a claim gives, in words, with its bound and a calendar that is not ours."""
    if claim.bound in ("on", "during"):
        return wording(claim.date, claim.calendar)
    return dated_phrase(claim.date, claim.bound, claim.calendar)


def source_title(fact: Fact, claim: Claim, sources: Sources) -> str:
    """What to call the source of a claim."""
    return _metadata(fact, claim, sources).title


def titles(known: Iterable[Metadata]) -> str:
    """Titles with what is known of author and container, each once, as HTML."""
    return "; ".join(
        _unique(
            escaped(metadata.title) + escaped_after(", ", metadata.author) + escaped_after(", ", metadata.container)
            for metadata in known
        )
    )


def links(known: Iterable[Metadata]) -> str:
    """Links to the sources that have an address, each once, as HTML."""
    return " · ".join(_unique(link(metadata.url) for metadata in known))


def metadata_of(facts: Iterable[Fact], sources: Sources) -> list[Metadata]:
    """What is known of the sources of some facts, claim by claim."""
    return [_metadata(fact, claim, sources) for fact in facts for claim in fact.claims]


def source_tags(fact: Fact) -> set[str]:
    """Tags for where a fact comes from, when it happened, and whether the sources disagree."""
    found = {tag("datedeck", "source", claim.citation.source) for claim in fact.claims}
    found |= {tag("datedeck", "century", _century(end.earliest.year)) for end in fact.asked.date.ends if end}
    return found | ({"datedeck::disputed"} if fact.disputed else set())


def escaped_after(mark: str, text: str) -> str:
    """A mark and the text, or nothing where the text is empty."""
    return mark + escaped(text) if text.strip() else ""


def _metadata(fact: Fact, claim: Claim, sources: Sources) -> Metadata:
    """Of a source that the package does not describe only the id is known."""
    source = sources.get((fact.bank, claim.citation.source))
    if source is None:
        return Metadata(title=claim.citation.source)
    return (
        source.metadata
        if source.metadata.title
        else Metadata(
            source.id, source.metadata.author, source.metadata.date, source.metadata.container, source.metadata.url
        )
    )


def _century(year: int) -> str:
    """As in EDTF, where 19XX is the 20th century; BC centuries say so."""
    return f"{year // 100 + 1}" if year > 0 else f"{-year // 100 + 1}_BC"


def _unique(texts: Iterable[str]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text]
