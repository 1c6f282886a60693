"""What a parsed passage, or a heading, tells of its dates: statements weighed by the gate, with their quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from datedeck.extract.events.choose import dated_statements, entry_statements, next_statement
from datedeck.extract.events.gate import AUTHOR_WORDS, READY, START, gate, weighed
from datedeck.extract.events.judge import Reading
from datedeck.extract.events.lives import lives
from datedeck.extract.events.nominal import heading_statements
from datedeck.extract.events.passage import Passage
from datedeck.extract.events.phrase import DatePhrase, date_phrase
from datedeck.extract.events.proven import Derived
from datedeck.extract.events.statement import Dated, Statement
from datedeck.model import DatedMention, Document, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Sentence

_NARROWER = re.compile(r"\b(?:half|quarter|third|early|mid|late|beginning|end|turn)\b", re.IGNORECASE)
_RANGE = re.compile(r"[–—/-]|\b(?:to|and|or|until|till|through|from|between)\b")
_NEAR = 500  # code points between a relative date and the one it counts from, for both to stand in one quote


def told_by_heading(document: Document, index: int, mentions: list[DatedMention]) -> Iterator[Derived]:
    """What a heading with one date names: "The Battle of Velm (1702)"."""
    block = document.blocks[index]
    if block.role != "heading" or len(mentions) != 1:
        return
    mention, at = mentions[0], block.span.start
    for named in heading_statements(block.span.of(document.text), mention.span.start - at, mention.span.end - at):
        yield Derived(*named, mention.bound, mention, block.span, START, ())


def told_by_passage(passage: Passage, doc: Doc, mentions: list[DatedMention]) -> Iterator[Derived]:
    """What the sentences of a parsed passage tell of its dates, in text order."""
    lived = set()
    for life in lives(doc, {passage.from_document(mention.span.start): mention for mention in mentions}):
        lived.add(life.mention.span)
        quote = _sentence_span(passage, doc, life.mention)
        yield Derived(life.event, life.question, "on", life.mention, quote, *weighed(life.signals))
    mentions = [mention for mention in mentions if not any(mention.span.contains(span) for span in lived)]
    if mentions and passage.is_cut(mentions[0].span):
        yield from _entry(passage, doc, mentions[0], mentions[1:])
        mentions = mentions[1:]
    dated_at = [passage.from_document(mention.span.start) for mention in mentions]
    for sentence in doc.sents:
        phrases = []
        for mention in mentions:
            start, end = passage.from_document(mention.span.start), passage.from_document(mention.span.end - 1) + 1
            if sentence.start_char <= start < sentence.end_char:
                phrase = date_phrase(sentence, mention, start, end)
                phrases += [phrase] if phrase else []
        words = frozenset(index for phrase in phrases for index in phrase.tokens)
        told = {phrase.mention.span: dated_statements(phrase, words) for phrase in phrases}
        for phrase in phrases:
            for dated in told[phrase.mention.span]:
                derived = _judged(passage, sentence, phrase, _weighed(dated, phrase, phrases, told), phrases)
                if derived:
                    yield derived
            following = next_statement(told[phrase.mention.span], sentence)
            if following is not None and len(phrases) == 1 and not _is_dated(following, dated_at):
                yield from _told_next(passage, sentence, phrase, following)


def _is_dated(statement: Statement, dated_at: Sequence[int]) -> bool:
    sentence = statement.root.sent
    return any(sentence.start_char <= at < sentence.end_char for at in dated_at)


def _told_next(passage: Passage, sentence: Sentence, phrase: DatePhrase, statement: Statement) -> Iterator[Derived]:
    """ "On 3 May the worst attack came. Rebels burned Velm.": the event is told by the sentence after the date."""
    dated = Dated(statement.with_signals("next sentence"), phrase.bound)
    score, reasons = gate(dated, 1, another_inside=False)
    if AUTHOR_WORDS.search(statement.event):
        return
    start = min(sentence.start_char, statement.support, _anchor_start(passage, sentence, phrase.mention))
    quote = passage.document_span(start, statement.root.sent.end_char)
    yield Derived(statement.event, statement.question, dated.bound, phrase.mention, quote, score, reasons)


def _weighed(
    dated: Dated, phrase: DatePhrase, phrases: Sequence[DatePhrase], told: Mapping[Span, Sequence[Dated]]
) -> Dated:
    """The same with a signal where another date of the sentence claims the event too, and is likelier to be right."""
    for other in phrases:
        if other is not phrase and _coordinated(phrase, other):
            return replace(dated, statement=dated.statement.with_signals("second date"))
        if other is phrase or all(one.statement.event != dated.statement.event for one in told[other.mention.span]):
            continue
        if _direct(other, dated) or not _direct(phrase, dated):
            return replace(dated, statement=dated.statement.with_signals("second date"))
    return dated


def _coordinated(one: DatePhrase, other: DatePhrase) -> bool:
    """ "in 1702 and 1703": neither date is the whole."""
    return bool(one.joins & other.words or other.joins & one.words)


def _direct(phrase: DatePhrase, dated: Dated) -> bool:
    return phrase.governor is not None and phrase.governor.i == dated.statement.root.i


def _judged(
    passage: Passage, sentence: Sentence, phrase: DatePhrase, dated: Dated, phrases: list[DatePhrase]
) -> Derived | None:
    statement = dated.statement
    another = any(other.mention.text in statement.event for other in phrases)
    if AUTHOR_WORDS.search(statement.event) or phrase.mention.text in statement.event:
        return None
    if phrase.mention.value.precision in ("century", "millennium") and _NARROWER.search(phrase.mention.text):
        dated = replace(dated, statement=statement.with_signals("coarse"))
    score, reasons = gate(dated, len(phrases), another_inside=another)
    start = min(sentence.start_char, statement.support, _anchor_start(passage, sentence, phrase.mention))
    quote = passage.document_span(start, _end(passage, sentence, phrase.mention))
    unresolved = "pronoun" in statement.signals and "others" not in statement.signals
    reading = Reading.of(statement, phrase, phrases) if score >= READY else None
    bound = "during" if dated.bound == "on" and _is_somewhere_in(phrase.mention) else dated.bound
    return Derived(
        statement.event, statement.question, bound, phrase.mention, quote, score, reasons, reading, unresolved
    )


def _is_somewhere_in(mention: DatedMention) -> bool:
    """ "at the end of the 460s BC" is an interval that no event fills, other than "from 469 to 460 BC"."""
    return mention.value.precision == "interval" and not _RANGE.search(mention.text)


def _entry(passage: Passage, doc: Doc, mention: DatedMention, more: Sequence[DatedMention]) -> Iterator[Derived]:
    """An entry of a time line: its quote is the date with the sentence that follows it; `more` are its other dates."""
    places = [(passage.from_document(m.span.start), passage.from_document(m.span.end - 1) + 1) for m in more]
    others = frozenset(token.i for token in doc if any(start <= token.idx < end for start, end in places))
    for dated in entry_statements(doc, others, mention.bound):
        another = any(other.text in dated.statement.event for other in more)
        score, reasons = gate(dated, 1 + len(more), another_inside=another)
        sentence = dated.statement.root.sent
        end = passage.document_span(sentence.start_char, sentence.end_char).end
        quote = Span(mention.span.start, end)
        yield Derived(dated.statement.event, dated.statement.question, dated.bound, mention, quote, score, reasons)


def _sentence_span(passage: Passage, doc: Doc, mention: DatedMention) -> Span:
    """The sentence around a mention, whole even where the parser ended one inside the bracket."""
    at = passage.from_document(mention.span.start)
    start = max((one.start_char for one in doc.sents if one.start_char <= at), default=0)
    bracket = doc.text.find(")", at)
    end = min((one.end_char for one in doc.sents if one.end_char > max(at, bracket)), default=len(doc.text))
    return passage.document_span(start, end)


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
