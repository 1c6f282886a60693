"""A document's dated mentions to its facts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from datedeck.extract.events.choose import dated_statements, entry_statements
from datedeck.extract.events.definite import Definite
from datedeck.extract.events.gate import AUTHOR_WORDS, READY, START, gate, weighed
from datedeck.extract.events.lives import lives
from datedeck.extract.events.names import Names
from datedeck.extract.events.nominal import heading_statement
from datedeck.extract.events.parser import parse
from datedeck.extract.events.passage import Passage
from datedeck.extract.events.people import recognise_people
from datedeck.extract.events.phrase import DatePhrase, date_phrase
from datedeck.extract.events.prepare import prepared
from datedeck.extract.events.protagonist import Protagonist, protagonists
from datedeck.extract.events.proven import Derived, as_fact
from datedeck.extract.events.statement import Dated
from datedeck.model import DatedMention, Document, Fact, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Sentence

TOLD_IN = frozenset(("paragraph", "list"))  # the roles whose sentences tell what happened
_POSSESSIVES = {"he": "his", "she": "her"}
# What goes with a date out of a heading: its brackets, a dash, a preposition.
_DATELESS = re.compile(
    r"[(\[][^()\[\]]*\0[^()\[\]]*[)\]]"
    r"|[,:;–—-]?\s*(?:\b(?:in|of|from|to|and|since|until|c\.)\s+)*\0[\s,:;–—-]*"
)
_NEAR = 500  # code points between a relative date and the one it counts from, for both to stand in one quote


@dataclass(frozen=True, slots=True)
class Candidate:
    """A derived fact that is not settled yet: a draft with all its reasons, and the gate's score of it."""

    fact: Fact
    score: float

    def settled(self, strictness: float = READY) -> Fact:
        """The fact: ready where the score reaches `strictness`, else the draft that it is."""
        return replace(self.fact, status="ready", reasons=()) if self.score >= strictness else self.fact


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
    people = protagonists(document, recognise_people(docs.values()))
    found = [
        (index, _with_protagonist(derived, people.get(index)))
        for index, inside in by_block.items()
        for derived in (
            _in_passage(passages[index], docs[index], inside) if index in docs else _in_heading(document, index, inside)
        )
    ]
    sections = _sections(document, mentions)
    facts: dict[tuple[str, str], Candidate] = {}
    named = {person.name for person in people.values() if person}
    for index, derived in _with_full_names(document, found, named):
        fact = as_fact(document, index, derived, sections.get(document.blocks[index].locator.section, ""))
        facts.setdefault((fact.event, str(fact.claims[0].date)), Candidate(fact, derived.score))
    return list(facts.values())


def _sections(document: Document, mentions: Sequence[DatedMention]) -> dict[str, str]:
    """The headings as context lines show them: without their dates, which would give answers away."""
    shown = {}
    spans = sorted(mention.span for mention in mentions)
    for block in document.blocks:
        if block.role in ("heading", "title"):
            words, at = block.span.of(document.text), block.span.start
            for span in reversed([span for span in spans if block.span.contains(span)]):
                words = words[: span.start - at] + "\0" + words[span.end - at :]
            shown[" ".join(block.span.of(document.text).split())] = " ".join(_DATELESS.sub(" ", words).split())
    return shown


def _with_full_names(
    document: Document, found: Sequence[tuple[int, Derived]], known: Collection[str]
) -> Iterator[tuple[int, Derived]]:
    """Bare surnames made full; where several people bear one, it is left and weighs against the fact."""
    names = Names.of("\n\n".join(b.span.of(document.text) for b in document.blocks if b.role in TOLD_IN))
    for person in sorted(known):
        names.know(person)
    introductions = names.introductions(derived.event for _, derived in found)
    names.learn(introductions, parse(passage for _, passage in introductions))
    definite = Definite(document)
    for index, derived in found:
        section = document.blocks[index].locator.section
        event, question = (definite.completed(names.completed(words), section) for words in derived.told)
        named = replace(derived, event=event, question=question)
        yield index, named.weighed("shared name") if names.ambiguous(derived.event) else named


def _with_protagonist(derived: Derived, person: Protagonist | None) -> Derived:
    """ "He moved to Velm" in the life of Tovar Brand: "Tovar Brand moved to Velm"."""
    first = derived.event.split(" ", 1)[0].lower()
    if person is None or not derived.unresolved or first not in (person.pronoun, _POSSESSIVES[person.pronoun]):
        return derived
    name = person.name if first == person.pronoun else f"{person.name}'s"
    event = f"{name}{derived.event[len(first) :]}"
    question = re.sub(rf"\b{first}\b", name, derived.question, count=1)
    return replace(derived, event=event, question=question).weighed("resolved pronoun", instead="pronoun")


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
    lived = set()
    for life in lives(doc, {passage.from_document(mention.span.start): mention for mention in mentions}):
        lived.add(life.mention.span)
        quote = _sentence_span(passage, doc, life.mention)
        yield Derived(life.event, life.question, "on", life.mention, quote, *weighed(life.signals))
    mentions = [mention for mention in mentions if not any(mention.span.contains(span) for span in lived)]
    if mentions and passage.is_cut(mentions[0].span):
        yield from _entry(passage, doc, mentions.pop(0))
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


def _weighed(
    dated: Dated, phrase: DatePhrase, phrases: Sequence[DatePhrase], told: Mapping[Span, Sequence[Dated]]
) -> Dated:
    """The same with a signal where another date of the sentence claims the event too, and is likelier to be right."""
    for other in phrases:
        if other is not phrase and _coordinated(phrase, other):
            return replace(dated, statement=dated.statement.with_signals("second date"))
        if other is phrase or all(one.statement.event != dated.statement.event for one in told[other.mention.span]):
            continue
        if _direct(other, dated) or not _direct(phrase, dated) or other.mention.span < phrase.mention.span:
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
    score, reasons = gate(dated, len(phrases), another_inside=another)
    start = min(sentence.start_char, statement.support, _anchor_start(passage, sentence, phrase.mention))
    quote = passage.document_span(start, _end(passage, sentence, phrase.mention))
    unresolved = "pronoun" in statement.signals and "others" not in statement.signals
    return Derived(statement.event, statement.question, dated.bound, phrase.mention, quote, score, reasons, unresolved)


def _entry(passage: Passage, doc: Doc, mention: DatedMention) -> Iterator[Derived]:
    """An entry of a time line: its quote is the date with the sentence that follows it."""
    for dated in entry_statements(doc, frozenset(), mention.bound):
        score, reasons = gate(dated, 1, another_inside=False)
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
