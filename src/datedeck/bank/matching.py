"""Which derived fact is which fact of the bank: by the words of its claim, by its first id, by its place and sentence.

Each claim of the bank is taken once, the surest pairs first, so that two events told with the same date words stay two
facts. A document that changed is the reason for the later ways: paragraphs move, words and days are put right.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from datedeck.bank.folding import fold
from datedeck.bank.ids import fresh_id
from datedeck.model import Citation, Claim, Fact
from datedeck.model.likeness import content_words, likeness

_ALIKE = 0.5  # likeness of events told at the same place
_EDITED = 0.6  # of events told elsewhere with the same date words
_REDATED = 0.8  # of events told with other date words, or else of their sentences
_QUOTES = 0.5  # of their sentences, where the place is not the same
_COMMON = 50  # facts; what more of them share tells nothing, and to compare all of them would take quadratic time
_NUMBER = re.compile(r"-\d+$")
Place = tuple[object, ...]


class Part(NamedTuple):
    """A claim of the bank: index of its fact, and of the claim in it (-1: the fact as a whole)."""

    fact: int
    claim: int


Pair = tuple[Place, int, Part]  # how bad, index of the derived fact, part of the bank
Open = Mapping[int, Fact]
Free = Mapping[Part, Claim]


def match(derived: Sequence[Fact], facts: Sequence[Fact]) -> list[Fact | None]:
    """For every derived fact the fact of the bank that it is, whatever its status; None for a new one."""
    found: list[Fact | None] = [None] * len(derived)
    waiting = dict(enumerate(derived))
    free = {Part(number, at): claim for number, fact in enumerate(facts) for at, claim in enumerate(fact.claims)}
    for way in _WAYS:
        for _, at, part in sorted(way(waiting, free, facts)):
            if at in waiting and (part in free or part.claim < 0):
                found[at] = facts[part.fact]
                here = {place for claim in waiting.pop(at).claims for place in _places(claim.citation)}
                free.pop(part, None)
                for other in [Part(part.fact, number) for number in range(len(facts[part.fact].claims))]:
                    if other in free and here.intersection(_places(free[other].citation)):
                        del free[other]
    return found


def _places(citation: Citation) -> list[Place]:
    mention = fold(citation.mention)
    return [(citation.source, fold(citation.quote.exact), mention), (citation.source, citation.locator, mention)]


def _by_quote(waiting: Open, free: Free, facts: Sequence[Fact]) -> Iterator[Pair]:
    """Like events, told in the very same words."""
    for at, fact, part, claim, there in _neighbours(waiting, free, slice(1)):
        if _alike(fact, facts[part.fact]) >= _ALIKE:
            yield _rank(fact, facts[part.fact], claim, there), at, part


def _by_another_source(waiting: Open, free: Free, facts: Sequence[Fact]) -> Iterator[Pair]:
    """The very same claim, in a fact whose event may be worded as another source has it."""
    for at, fact, part, claim, there in _neighbours(waiting, free, slice(1)):
        joined = _sources(facts[part.fact]) - _sources(fact)
        if joined and _alike(fact, facts[part.fact]) and not any(_differences(claim, there)[:-1]):
            yield _rank(fact, facts[part.fact], claim, there), at, part


def _neighbours(waiting: Open, free: Free, kinds: slice) -> Iterator[tuple[int, Fact, Part, Claim, Claim]]:
    """Derived facts with the free claims of the bank at the same place, by the kinds of places."""
    index: dict[Place, list[Part]] = defaultdict(list)
    for part, claim in free.items():
        for place in _places(claim.citation)[kinds]:
            index[place].append(part)
    for at, fact in waiting.items():
        for claim in fact.claims:
            for place in _places(claim.citation)[kinds]:
                yield from ((at, fact, part, claim, free[part]) for part in index.get(place, ()))


def _alike(one: Fact, other: Fact) -> float:
    return 1.0 if one.event == other.event else likeness(one.event, other.event)


def _rank(fact: Fact, known: Fact, claim: Claim, there: Claim) -> Place:
    return -_alike(fact, known), fact.event != known.event, *_differences(claim, there)


def _differences(one: Claim, other: Claim) -> tuple[bool, ...]:
    left, right = one.citation, other.citation
    return (
        left.occurrence != right.occurrence,
        one.date != other.date,
        fold(left.quote.exact) != fold(right.quote.exact),
        left.locator != right.locator,
    )


def _by_first_id(waiting: Open, free: Free, facts: Sequence[Fact]) -> Iterator[Pair]:
    """A person may have reworded a fact past likeness, or moved its claim to another: its first id tells."""
    given: dict[str, list[int]] = defaultdict(list)
    for number, known in enumerate(facts):
        for name in dict.fromkeys((known.id, _NUMBER.sub("", known.id), *known.formerly)):
            given[name].append(number)
    for at, fact in waiting.items():
        name = fresh_id(fact.event, ())
        numbers = given.get(name, [])
        for number in numbers if len(numbers) <= _COMMON else ():
            known = facts[number]
            if name in known.formerly and _sources(known) & _sources(fact):
                yield (-1,), at, Part(number, -1)
            for part in (Part(number, place) for place in range(len(known.claims))):
                for claim in fact.claims if part in free else ():
                    signs = [sign(claim.citation, free[part].citation) for sign in _SIGNS]
                    if any(signs) and claim.citation.source == free[part].citation.source:
                        yield (signs.index(True), *_rank(fact, known, claim, free[part])), at, part


def _sources(fact: Fact) -> set[str]:
    return {claim.citation.source for claim in fact.claims}


def _same_words(one: Citation, other: Citation) -> bool:
    return fold(one.mention) == fold(other.mention)


def _same_sentence(one: Citation, other: Citation) -> bool:
    return likeness(one.quote.exact, other.quote.exact) >= _QUOTES


_SIGNS = (_same_words, _same_sentence)


def _by_sentence(waiting: Open, free: Free, facts: Sequence[Fact]) -> Iterator[Pair]:
    """Like events at the same locator, or in a sentence that moved and was edited, or whose date was put right."""
    for at, fact, part, claim, there in _neighbours(waiting, free, slice(1, 2)):
        if _alike(fact, facts[part.fact]) >= _ALIKE:
            yield _rank(fact, facts[part.fact], claim, there), at, part
    index: dict[Place, list[Part]] = defaultdict(list)
    for part, claim in free.items():
        for word in sorted(content_words(facts[part.fact].event)):
            index[claim.citation.source, word].append(part)
    for at, fact in waiting.items():
        for claim in fact.claims:
            shared = (index.get((claim.citation.source, word), []) for word in sorted(content_words(fact.event)))
            for part in dict.fromkeys(part for parts in shared if len(parts) <= _COMMON for part in parts):
                if _edited(fact, facts[part.fact], claim.citation, free[part].citation):
                    yield _rank(fact, facts[part.fact], claim, free[part]), at, part


def _edited(fact: Fact, known: Fact, citation: Citation, there: Citation) -> bool:
    """Whether one sentence may have become the other; of a joined fact the event may be in another source's words."""
    alike, sentence = _alike(fact, known), likeness(citation.quote.exact, there.quote.exact)
    if alike >= (_EDITED if _same_words(citation, there) else _REDATED):
        return sentence >= _QUOTES
    return alike >= _ALIKE and sentence >= _REDATED and bool(_sources(known) - _sources(fact))


_WAYS: tuple[Callable[[Open, Free, Sequence[Fact]], Iterator[Pair]], ...] = (
    _by_quote,
    _by_another_source,
    _by_first_id,
    _by_sentence,
)
