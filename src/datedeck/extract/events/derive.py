"""A document's dated mentions to its facts."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from datedeck.dates import Edtf
from datedeck.extract.events.definite import Definite
from datedeck.extract.events.gate import READY
from datedeck.extract.events.judge import agreements
from datedeck.extract.events.names import Names
from datedeck.extract.events.parser import parse, recognise
from datedeck.extract.events.people import recognise_people
from datedeck.extract.events.prepare import prepared
from datedeck.extract.events.protagonist import Protagonist, protagonists
from datedeck.extract.events.proven import Derived, as_fact
from datedeck.extract.events.telling import told_by_heading, told_by_passage
from datedeck.model import DatedMention, Document, Fact, Span

TOLD_IN = frozenset(("paragraph", "list"))  # the roles whose sentences tell what happened
_LOOKED_BACK = 1200  # code points before a statement within which one treaty only may be "the treaty"
# "the" and a common noun that nothing tells more of.
_BARE = re.compile(r"\b[Tt]he [a-z]+(?=$|[,;.]| (?:was|were|and|in|at|to|by|on|from|had|with|\w+ed)\b)")
_LIFE = re.compile(r"(?P<name>\S+(?: \S+){1,4}) (?:was born|died)")
_SURNAMES = 1400  # from about then on a person known by one word alone has another name besides
_TOO_STRICT = "nothing to mend is known: only less sure than was asked for"
_POSSESSIVES = {"he": "his", "she": "her"}
# What goes with a date out of a heading: its brackets, a dash, a preposition.
_DATELESS = re.compile(
    r"[(\[][^()\[\]]*\0[^()\[\]]*[)\]]"
    r"|[,:;–—-]?\s*(?:\b(?:in|of|from|to|and|since|until|c\.)\s+)*\0[\s,:;–—-]*"
)


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
    names = Names.of("\n\n".join(b.span.of(document.text) for b in document.blocks if b.role in TOLD_IN))
    known = recognise_people(docs.values(), names.titled)
    people = protagonists(document, known)
    found = [
        (index, _with_protagonist(derived, people.get(index)))
        for index, inside in by_block.items()
        for derived in (
            told_by_passage(passages[index], docs[index], inside)
            if index in docs
            else told_by_heading(document, index, inside)
        )
    ]
    found = _read_again(found, known)
    sections = _sections(document, mentions)
    facts: dict[tuple[str, str], Candidate] = {}
    named = {person.name for person in people.values() if person} | _born(document.title, found)
    completed = list(_with_full_names(document, names, found, named, known))
    often = _told_of_several_dates(derived for _, derived in completed)
    for index, one in completed:
        derived = one.weighed("told of two dates") if one.event in often else one
        fact = as_fact(document, index, derived, sections.get(document.blocks[index].locator.section, ""))
        facts.setdefault((fact.event, str(fact.claims[0].date)), Candidate(fact, derived.score))
    return list(facts.values())


def _born(title: str, found: Iterable[tuple[int, Derived]]) -> set[str]:
    """The person that a document is called after, as the bracket with their birth or death shows."""
    words = title.split()
    lives = (_LIFE.fullmatch(derived.event) for _, derived in found)
    named = any(set(words) <= set(life["name"].split()) for life in lives if life)
    return {title} if len(words) > 1 and named else set()


def _told_of_several_dates(found: Iterable[Derived]) -> frozenset[str]:
    """Statements that the document tells of dates that exclude each other: "The Ostrian War took place"."""
    dates: dict[str, Edtf] = {}
    several = set()
    for derived in found:
        known = dates.setdefault(derived.event, derived.mention.value)
        if known.order(derived.mention.value):
            several.add(derived.event)
    return frozenset(several)


def _read_again(found: Sequence[tuple[int, Derived]], people: Container[str]) -> list[tuple[int, Derived]]:
    """The same, those weighed down whose sentence reads differently the second time."""
    readings = [derived.reading for _, derived in found if derived.reading]
    agreed = iter(agreements(readings, parse(reading.text for reading in readings), people))
    return [
        (index, derived if derived.reading is None or next(agreed) else derived.weighed("two readings"))
        for index, derived in found
    ]


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
    document: Document,
    names: Names,
    found: Sequence[tuple[int, Derived]],
    known: Collection[str],
    people: Mapping[str, int],
) -> Iterator[tuple[int, Derived]]:
    """Bare names of `people` made full, those of `known` first; one that several bear weighs against the fact."""
    for person in sorted(known):
        names.know(person)
    introductions = names.introductions(derived.event for _, derived in found)
    names.learn(introductions, recognise(passage for _, passage in introductions), people)
    definite = Definite(document)
    for index, derived in found:
        section = document.blocks[index].locator.section
        before = document.text[max(0, derived.quote.start - _LOOKED_BACK) : derived.quote.start]
        event, question = (definite.completed(names.completed(words), section, before) for words in derived.told)
        named = replace(derived, event=event, question=question)
        if event != names.completed(derived.event) and not _BARE.search(event):
            named = named.without("bare object").without("bare adjunct").without("bare subject").without("no name")
        if names.ambiguous(derived.event):
            named = named.weighed("shared name")
        elif derived.mention.value.earliest.year >= _SURNAMES and names.left_bare(named.event, people):
            named = named.weighed("bare surname")
        yield index, named


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
