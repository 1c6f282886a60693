"""A document's dated mentions to its facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from datedeck.dates import Bound
from datedeck.extract.events.choose import Dated, dated_statements
from datedeck.extract.events.gate import AUTHOR_WORDS, READY, START, gate
from datedeck.extract.events.nominal import heading_statement
from datedeck.extract.events.parser import parse
from datedeck.extract.events.passage import Passage
from datedeck.extract.events.phrase import DatePhrase, date_phrase
from datedeck.extract.events.prepare import prepared
from datedeck.model import Citation, Claim, DatedMention, Document, Fact, Quote, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Sentence

TOLD_IN = frozenset(("paragraph", "list"))  # the roles whose sentences tell what happened
_NEAR = 500  # code points between a relative date and the one it counts from, for both to stand in one quote
_TOO_STRICT = "nothing to mend is known: only less sure than was asked for"
_AROUND = 32  # code points kept of what stands before and after a quote


@dataclass(frozen=True, slots=True)
class Derived:
    """A fact as it comes from a sentence, before it has an id."""

    event: str
    question: str
    bound: Bound
    mention: DatedMention
    quote: Span
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A derived fact that is not settled yet: a draft with all its reasons, and the gate's score of it."""

    fact: Fact
    score: float

    def settled(self, strictness: float = READY) -> Fact:
        """The fact: ready where the score reaches `strictness`, else the draft that it is, with a reason always."""
        if self.score >= strictness:
            return replace(self.fact, status="ready", reasons=())
        return self.fact if self.fact.reasons else replace(self.fact, reasons=(_TOO_STRICT,))


def derive_facts(
    document: Document, mentions: Sequence[DatedMention], cuts: Sequence[Span] = (), strictness: float = READY
) -> list[Fact]:
    """The settled facts of a document; see `derive_candidates`."""
    return [candidate.settled(strictness) for candidate in derive_candidates(document, mentions, cuts)]


def derive_candidates(
    document: Document, mentions: Sequence[DatedMention], cuts: Sequence[Span] = ()
) -> list[Candidate]:
    """Facts of a document in text order, without ids; `cuts` are note numbers and inline marks to be read over."""
    by_block = _by_block(document, mentions)
    told = [index for index in by_block if document.blocks[index].role in TOLD_IN]
    passages = prepared(document, {index: by_block[index] for index in told}, cuts)
    docs = dict(zip(told, parse(passages[index].text for index in told), strict=True))
    facts: dict[tuple[str, str], Candidate] = {}
    for index, inside in by_block.items():
        derived = (
            _in_passage(passages[index], docs[index], inside) if index in docs else _in_heading(document, index, inside)
        )
        for found in derived:
            fact = _fact(document, index, found)
            facts.setdefault((fact.event, str(fact.claims[0].date)), Candidate(fact, found.score))
    return list(facts.values())


_OTHER_NAME = re.compile(
    r"([^\W\d_][\w’'-]*)( \((?:(?:now|then|today|formerly|modern) )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?\))"
)


def _by_block(document: Document, mentions: Sequence[DatedMention]) -> dict[int, list[DatedMention]]:
    found: dict[int, list[DatedMention]] = {}
    at = 0
    for mention in sorted(mentions, key=lambda mention: mention.span):
        while at < len(document.blocks) and document.blocks[at].span.end <= mention.span.start:
            at += 1
        if at < len(document.blocks) and document.blocks[at].span.contains(mention.span):
            found.setdefault(at, []).append(mention)
    return found


def _in_heading(document: Document, index: int, mentions: list[DatedMention]) -> Iterator[Derived]:
    block = document.blocks[index]
    if block.role != "heading" or len(mentions) != 1:
        return
    mention = mentions[0]
    named = heading_statement(
        block.span.of(document.text), mention.span.start - block.span.start, mention.span.end - block.span.start
    )
    if named:
        yield Derived(*named, mention.bound, mention, block.span, START, ())


def _in_passage(passage: Passage, doc: Doc, mentions: list[DatedMention]) -> Iterator[Derived]:
    for sentence in doc.sents:
        phrases = []
        for mention in mentions:
            start, end = passage.from_document(mention.span.start), passage.from_document(mention.span.end - 1) + 1
            if sentence.start_char <= start < sentence.end_char:
                phrase = date_phrase(sentence, mention, start, end)
                phrases += [phrase] if phrase else []
        words = frozenset(index for phrase in phrases for index in phrase.tokens)
        for phrase in phrases:
            for dated in dated_statements(phrase, words):
                derived = _judged(passage, sentence, phrase, dated, phrases)
                if derived:
                    yield derived


def _judged(
    passage: Passage, sentence: Sentence, phrase: DatePhrase, dated: Dated, phrases: list[DatePhrase]
) -> Derived | None:
    statement = dated.statement
    another = any(other.mention.text in statement.event for other in phrases)
    if AUTHOR_WORDS.search(statement.event) or phrase.mention.text in statement.event:
        return None
    score, reasons = gate(dated, len(phrases), another_inside=another)
    start = min(sentence.start_char, statement.support, _anchor_start(passage, sentence, phrase.mention))
    quote = passage.document_span(start, _end(passage, sentence, phrase.mention))
    return Derived(statement.event, statement.question, dated.bound, phrase.mention, quote, score, reasons)


def _anchor_start(passage: Passage, sentence: Sentence, mention: DatedMention) -> int:
    """Where the sentence begins that names the date from which a relative one is counted, if it is near.

    "The next day the gate fell" proves its date only together with the sentence before it.
    """
    anchor = mention.anchor
    opening: int = sentence.start_char
    if not anchor or anchor.start < passage.block.span.start or mention.span.start - anchor.start > _NEAR:
        return opening
    place = passage.from_document(anchor.start)
    starts = [one.start_char for one in sentence.doc.sents if one.start_char <= place < one.end_char]
    return int(starts[0]) if starts else place


def _end(passage: Passage, sentence: Sentence, mention: DatedMention) -> int:
    """Where the quote ends: after the whole mention, even if the parser split a sentence inside it ("ca. 461")."""
    last = passage.from_document(mention.span.end - 1)
    ends = [part.end_char for part in sentence.doc.sents if part.start_char <= last < part.end_char]
    return int(max([sentence.end_char, *ends]))


def _fact(document: Document, index: int, found: Derived) -> Fact:
    text, quote, block = document.text, found.quote, document.blocks[index]
    exact = quote.of(text)
    names = dict(_OTHER_NAME.findall(exact))
    before = text[quote.start : found.mention.span.start]
    citation = Citation(
        source=document.id,
        locator=block.locator,
        quote=Quote(exact, text[max(0, quote.start - _AROUND) : quote.start], text[quote.end : quote.end + _AROUND]),
        mention=found.mention.text,
        occurrence=_folded(before).count(_folded(found.mention.text)) + 1,
        span=quote,
        mention_span=found.mention.span,
    )
    claim = Claim(found.mention.value, citation, found.bound, found.mention.calendar)
    return Fact(
        id="",
        event=_with_other_names(found.event, names),
        claims=(claim,),
        question=_with_other_names(found.question, names),
        context=_context(document, block.locator.section),
        reasons=found.reasons,
    )


def _context(document: Document, section: str) -> str:
    """What places the event: the document's title, and the section's heading where there is one."""
    return f"{document.title} – {section}" if section and section != document.title else document.title


def _folded(words: str) -> str:
    return " ".join(words.split())


def _with_other_names(words: str, names: dict[str, str]) -> str:
    """The statement with the other names that its source gives in brackets: "Velm (now Orrestad)"."""
    for name, bracket in names.items():
        found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words)
        if found:
            words = f"{words[: found.end()]}{bracket}{words[found.end() :]}"
    return words
