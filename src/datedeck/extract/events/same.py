"""The same event in two sources: one fact with two claims, disputed when the dates do not meet.

Facts come one by one and leave little behind: a slim entry each, found again by time, kind of deed and name. What many
share tells nothing, so a fact is compared with a bounded number of others and the cost grows with their number only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from datedeck.dates import Bound
from datedeck.extract.events.told import Sameness, compare, ends, gist, spelt_alike
from datedeck.model import ASKABLE, Claim, Fact

NEAR_DAYS = 31  # sources that disagree on one event by more are taken to speak of two
_WIDEST = 24 * NEAR_DAYS  # days; a date that leaves more cannot tell one event from another
_COMMON = 32  # entries under one key, and names of one ending, that are looked at


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a fact.

    Joined to the fact of number `to` (whose wording it then replaces if `rewords`), or, where `reason` asks whether it
    is another's event, a draft; a fact of its own where neither is given.
    """

    to: int | None = None
    rewords: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    event: str
    source: str
    earliest: int
    latest: int
    bound: Bound
    sure: bool

    @classmethod
    def of(cls, fact: Fact) -> _Entry:
        claim = fact.claims[0]
        bound: Bound = "on" if claim.bound == "during" else claim.bound
        earliest, latest = claim.date.earliest.ordinal, claim.date.latest.ordinal
        return cls(fact.event, claim.citation.source, earliest, latest, bound, fact.status in ASKABLE)


class Join:
    """Says of each fact, in turn, whether an earlier one from another source tells its event.

    `known` are facts of a bank: what they tell is not joined but proposed to a person. `compared` counts the pairs
    of statements that were looked at.
    """

    def __init__(self, known: Iterable[Fact] = ()) -> None:
        self._told, self._before = _Timeline(), _Timeline()
        for number, fact in enumerate(known):
            self._before.add(number, _Entry.of(fact), [claim.citation.source for claim in fact.claims])

    @property
    def compared(self) -> int:
        """How many pairs of statements were looked at."""
        return self._told.compared + self._before.compared

    def add(self, number: int, fact: Fact) -> Verdict:
        """The verdict on a fact with one claim; `number` names it in later verdicts."""
        entry = _Entry.of(fact)
        first, sameness = self._told.match(entry)
        if first is None:
            there, _ = self._before.match(entry)
            reason = "" if there is None else _question(self._before.entries[there])
            self._told.add(number, replace(entry, sure=False) if reason else entry)
            return Verdict(reason=reason)
        held = self._told.entries[first]
        if sameness == "unsure" or not (held.sure and entry.sure):
            return Verdict(reason=_question(held))
        rewords = len(gist(entry.event).words) < len(gist(held.event).words)
        self._told.extend(first, replace(held, event=entry.event) if rewords else held, entry)
        return Verdict(first, rewords)


def join_sources(facts: Sequence[Fact], known: Sequence[Fact] = ()) -> list[Fact]:
    """Facts in their order, each event that a second source tells joined to the first as another claim.

    What a fact of `known` (a bank's, from other sources) tells already is not joined but proposed to a person.
    """
    join, joined = Join(known), dict(enumerate(facts))
    for number, fact in enumerate(facts):
        verdict = join.add(number, fact)
        if verdict.to is None:
            joined[number] = asked(fact, verdict.reason)
        else:
            del joined[number]
            first = joined[verdict.to]
            joined[verdict.to] = with_claims(first, fact if verdict.rewords else first, fact.claims)
    return list(joined.values())


def with_claims(first: Fact, told: Fact, claims: Sequence[Claim]) -> Fact:
    """One fact with more claims, in the wording of `told`, the shortest: what only one says is not claimed of all."""
    return replace(first, event=told.event, question=told.question, claims=(*first.claims, *claims))


def asked(fact: Fact, reason: str) -> Fact:
    """The same, as a question to a person: where it is not sure that two are one, they stay apart."""
    return replace(fact, status="draft", reasons=(reason, *fact.reasons)) if reason else fact


@lru_cache(maxsize=4096)
def _question(first: _Entry) -> str:
    told = f"is this the event that {first.source} tells as “{first.event}”?"
    return f"{told} then move the claim there and list this id under formerly"


class _Timeline:
    """Entries by number, found again by the words of a deed, a name, and the time."""

    def __init__(self) -> None:
        self.entries: dict[int, _Entry] = {}
        self.compared = 0
        self._sources: dict[int, set[str]] = {}
        self._exact: dict[int, int] = {}
        self._places: dict[int, int | list[int]] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        self._endings: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, number: int, entry: _Entry, sources: Sequence[str] = ()) -> None:
        """Put an entry where others find it; one that names no deed or nobody is not kept: it is like no other."""
        if len(sources) > 1:
            self._sources[number] = set(sources)
        if gist(entry.event).kinds and gist(entry.event).names:
            self.entries[number] = entry
            self._post(number, entry)

    def extend(self, number: int, held: _Entry, entry: _Entry) -> None:
        """The entry of a number is told by another source, too, and from now on so worded."""
        self._sources.setdefault(number, {held.source}).add(entry.source)
        if held.event != self.entries[number].event:
            self.entries[number] = held
            self._post(number, held)
        self._exact.setdefault(_exactly(entry), number)

    def _post(self, number: int, entry: _Entry) -> None:
        self._exact.setdefault(_exactly(entry), number)
        level, first, last = _own_buckets(entry)
        for name in sorted(gist(entry.event).names) if level >= 0 else ():
            self._learn(name)
            for kind in gist(entry.event).kinds:
                for bucket in range(first, last + 1):
                    self._put(hash((kind, name, level, bucket)), number)

    def _put(self, key: int, number: int) -> None:
        """Most keys have one number, so that a list would be most of the memory."""
        there = self._places.get(key)
        if there is None:
            self._places[key] = number
        elif isinstance(there, int):
            self._places[key] = there if there == number else [there, number]
        elif len(there) < _COMMON and number not in there:
            there.append(number)

    def match(self, entry: _Entry) -> tuple[int | None, Sameness]:
        """The one entry of another source that tells the same event, and how surely; None where it is none or several.

        One that says exactly the same comes before all others.
        """
        number = self._exact.get(_exactly(entry))
        if number is not None and self._others(number, entry) and self._says_the_same(number, entry):
            return number, "same"
        found = [
            (number, sameness) for number in self._near(entry) if (sameness := self._sameness(number, entry)) != "other"
        ]
        surely = [pair for pair in found if pair[1] == "same"] or found
        return surely[0] if len(surely) == 1 else (None, "other")

    def _near(self, entry: _Entry) -> list[int]:
        """Numbers of the entries that share a kind of deed and a name, or one spelt alike, at about that time."""
        found: set[int] = set()
        said = gist(entry.event)
        names = {like for name in said.names for like in (name, *self._alike(name))}
        for name in sorted(names):
            for kind in said.kinds:
                for level, bucket in _near_buckets(entry):
                    there = self._places.get(hash((kind, name, level, bucket)), [])
                    found.update([there] if isinstance(there, int) else there)
        return sorted(number for number in found if self._others(number, entry))

    def _others(self, number: int, entry: _Entry) -> bool:
        return entry.source != self.entries[number].source and entry.source not in self._sources.get(number, ())

    def _says_the_same(self, number: int, entry: _Entry) -> bool:
        self.compared += 1
        return compare(self.entries[number].event, entry.event) == "same"

    def _sameness(self, number: int, entry: _Entry) -> Sameness:
        there = self.entries[number]
        self.compared += 1
        gap = max(there.earliest - entry.latest, entry.earliest - there.latest)
        return "other" if there.bound != entry.bound or gap > NEAR_DAYS else compare(there.event, entry.event)

    def _learn(self, name: str) -> None:
        """Take in a name, with the names spelt like it that came before, a bounded number of each ending."""
        if name in self._names:
            return
        self._names[name] = like = self._alike(name)
        for other in like:
            self._names[other] += (name,)
        for ending in ends(name):
            if len(self._endings[ending]) < _COMMON:
                self._endings[ending].append(name)

    def _alike(self, name: str) -> tuple[str, ...]:
        if name in self._names:
            return self._names[name]
        others = dict.fromkeys(other for ending in ends(name) for other in self._endings.get(ending, ()))
        return tuple(other for other in others if spelt_alike(name, other))


def _exactly(entry: _Entry) -> int:
    return hash((entry.event, entry.earliest, entry.latest, entry.bound))


def _own_buckets(entry: _Entry) -> tuple[int, int, int]:
    """Level (0: months, 1: two years, -1: too wide) and the first and last bucket, two at most, of an entry's date."""
    days = entry.latest - entry.earliest
    level = 0 if days < NEAR_DAYS else 1 if days < _WIDEST else -1
    size = (NEAR_DAYS, _WIDEST, 1)[level]
    return level, entry.earliest // size, entry.latest // size


def _near_buckets(entry: _Entry) -> Iterator[tuple[int, int]]:
    """Level and bucket of whatever may be near an entry's date."""
    if _own_buckets(entry)[0] < 0:
        return
    for level, size in enumerate((NEAR_DAYS, _WIDEST)):
        for bucket in range((entry.earliest - NEAR_DAYS) // size, (entry.latest + NEAR_DAYS) // size + 1):
            yield level, bucket
