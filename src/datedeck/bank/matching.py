"""Which derived fact is which fact of the bank: the same place of the mention, and events that are alike.

Each claim of the bank is taken at most once, the most alike first, so that two events told with the same date words
stay two facts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from datedeck.bank.folding import fold
from datedeck.bank.ids import fresh_id
from datedeck.model import Citation, Claim, Fact
from datedeck.model.likeness import likeness

_ALIKE = 0.5
Place = tuple[object, ...]


def match(derived: Sequence[Fact], facts: Sequence[Fact]) -> list[Fact | None]:
    """For every derived fact the fact of the bank that it is, whatever its status; None for a new one."""
    found: list[Fact | None] = [None] * len(derived)
    taken: set[tuple[int, int]] = set()
    for _, at, number, part in sorted(_candidates(derived, facts)):
        if found[at] is None and (number, part) not in taken:
            found[at] = facts[number]
            taken.add((number, part))
    # A person may have reworded a fact past likeness, or moved its claim to another: its first id tells.
    given = {name: number for number, fact in enumerate(facts) for name in (*fact.formerly, fact.id)}
    for at, fact in enumerate(derived):
        name = fresh_id(fact.event, ())
        if found[at] is None and name in given and _is_reworded(fact, facts[given[name]], name, given[name], taken):
            found[at] = facts[given[name]]
    return found


def _candidates(derived: Sequence[Fact], facts: Sequence[Fact]) -> Iterator[tuple[Place, int, int, int]]:
    """Possible pairs as (how bad, derived fact, fact, claim of the fact)."""
    index: dict[Place, dict[tuple[int, int], Claim]] = defaultdict(dict)
    for number, fact in enumerate(facts):
        for part, claim in enumerate(fact.claims):
            for place in _places(claim.citation):
                index[place][number, part] = claim
    for at, fact in enumerate(derived):
        for claim in fact.claims:
            near = {pair: there for place in _places(claim.citation) for pair, there in index.get(place, {}).items()}
            for (number, part), there in near.items():
                alike = likeness(fact.event, facts[number].event)
                if alike >= _ALIKE or fact.event == facts[number].event:
                    moved = claim.citation.occurrence != there.citation.occurrence
                    yield (-alike, fact.event != facts[number].event, moved, claim.date != there.date), at, number, part


def _places(citation: Citation) -> list[Place]:
    mention = fold(citation.mention)
    return [(citation.source, citation.locator, mention), (citation.source, fold(citation.quote.exact), mention)]


def _is_reworded(fact: Fact, known: Fact, name: str, number: int, taken: set[tuple[int, int]]) -> bool:
    if name in known.formerly:
        return bool({source for source, _ in _mentions(known)} & {source for source, _ in _mentions(fact)})
    free = any((number, part) not in taken for part in range(len(known.claims)))
    return free and bool(_mentions(known) & _mentions(fact))


def _mentions(fact: Fact) -> set[tuple[str, str]]:
    return {(claim.citation.source, fold(claim.citation.mention)) for claim in fact.claims}
