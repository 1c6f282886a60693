"""What a careful colleague would say of a bank's facts: one function a concern, CHECKS names them all."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import ceil

from datedeck.bank.folding import fold, places
from datedeck.dates import MONTHS
from datedeck.errors import Location, Problem
from datedeck.model import ASKABLE, Bank, Claim, Fact
from datedeck.model.likeness import content_words, likeness

_NUMBER = re.compile(r"\d{3,4}(?=s?\b)|\d{1,4}(?=\s+(?:BC|BCE|AD|CE)\b)")
_BOUND_WORD = re.compile(r"(?<!not )\b(by|until|till|before|since|after)(?: (?:the|about|around))?$", re.IGNORECASE)
_MOST_WORDS = 30
_SAME = 0.8  # likeness from which two events are taken for one
_QUESTION_FITS = 0.4


def _askable(bank: Bank) -> Iterator[Fact]:
    return (fact for fact in bank.facts if fact.status in ASKABLE)


def _warning(fact: Fact, code: str, message: str, hint: str) -> Problem:
    return Problem(code, f"`{fact.id}`: {message}", hint, fact.location, "warning")


def uid_missing(bank: Bank) -> Iterator[Problem]:
    """A bank without an identity of its own: its cards could collide with another bank's."""
    if bank.uid == bank.name:
        yield Problem(
            "no-uid",
            "the bank has no `uid`",
            "add a line `uid: …` below `bank:`, a few letters and digits that no other bank has, and never change it",
            Location(bank.path, 1),
            "warning",
        )


def date_in_event(bank: Bank) -> Iterator[Problem]:
    """A statement or question from which the asked date can be read off."""
    for fact in _askable(bank):
        given = sorted({word for claim in fact.claims for word in _giveaways(claim, f"{fact.event}\n{fact.question}")})
        if given:
            yield _warning(
                fact,
                "date-in-event",
                f"the event gives its date away: {', '.join(given)}",
                "leave the date out of `event:` and `question:`",
            )


def _giveaways(claim: Claim, text: str) -> Iterator[str]:
    years = {claim.date.earliest.year, claim.date.latest.year}
    said = {year if year > 0 else 1 - year for year in years}
    yield from (word for word in _NUMBER.findall(text) if int(word) in said)
    if claim.date.precision == "day":
        day, month = claim.date.earliest.day, MONTHS[claim.date.earliest.month - 1]
        found = re.search(rf"\b(?:{day}(?:st|nd|rd|th)?(?: of)? {month}|{month} {day}(?:st|nd|rd|th)?)\b", text)
        if found:
            yield found.group()


def question_missing(bank: Bank) -> Iterator[Problem]:
    """A fact to be asked without its question clause, or with one that is about something else."""
    for fact in _askable(bank):
        if not fact.question:
            yield _warning(
                fact,
                "question-missing",
                "there is no `question:`, so it is asked in a roundabout way",
                'add one like "did the fleet leave the harbour"',
            )
        elif likeness(fact.question, fact.event) < _QUESTION_FITS:
            yield _warning(
                fact,
                "question-stale",
                "`question:` does not ask about `event:`",
                "write the question anew after a change of the event",
            )


def event_form(bank: Bank) -> Iterator[Problem]:
    """A statement that is not one plain sentence without its final stop."""
    for fact in _askable(bank):
        words = fact.event.split()
        if re.search(r"[.;:,!?]$", fact.event) and not re.search(r"\b[A-Z]\.$", fact.event):
            yield _warning(fact, "event-form", f"the event ends with {fact.event[-1]!r}", "delete it")
        if len(words) < 3 or fact.event[0].islower():
            yield _warning(fact, "event-form", "the event is not a sentence", "write who did what, in the past tense")
        if len(words) > _MOST_WORDS:
            yield _warning(
                fact,
                "event-form",
                f"the event has {len(words)} words",
                "keep to what identifies it: at most about 25 words",
            )


def bound_unsaid(bank: Bank) -> Iterator[Problem]:
    """A quote that says "by 1956" under a claim that says the event happened in 1956."""
    for fact in bank.facts:
        for claim in fact.claims if fact.status == "ready" else ():
            quote, mention = fold(claim.citation.quote.exact), fold(claim.citation.mention)
            starts = list(places(quote, mention))[claim.citation.occurrence - 1 :]
            word = _BOUND_WORD.search(quote[: starts[0]].rstrip()) if starts and claim.bound == "on" else None
            if word:
                said = f"the quote says {f'{word.group()} {mention}'!r}, the claim that it happened then"
                yield _warning(
                    fact,
                    "bound-unsaid",
                    said,
                    f"add `bound: {word[1].lower().replace('till', 'until')}` to the claim, or approve the "
                    "fact with `status: checked`",
                )


def same_event_twice(bank: Bank) -> Iterator[Problem]:
    """Two facts that tell the same event; pairs are sought among those that share their rarest words."""
    facts = [fact for fact in bank.facts if fact.status != "rejected"]
    count = Counter(word for fact in facts for word in content_words(fact.event))
    words = {fact.id: sorted(content_words(fact.event), key=lambda word: (count[word], word)) for fact in facts}
    first_of: dict[tuple[str, ...], Fact] = {}
    index: dict[str, list[Fact]] = defaultdict(list)
    for fact in sorted(facts, key=lambda fact: len(words[fact.id])):
        own = words[fact.id]
        twin = first_of.setdefault(tuple(own), fact)
        if twin is not fact:
            yield from [_twins(twin, fact)] if own else []
            continue
        near = {other.id: other for word in _prefix(own, 2 / 3) for other in index[word]}
        yield from (_twins(other, fact) for other in near.values() if likeness(other.event, fact.event) >= _SAME)
        for word in _prefix(own, _SAME):
            index[word].append(fact)


def _prefix(words: Sequence[str], share: float) -> Sequence[str]:
    """The rarest words, of which two sets that overlap by `share` of this one must have one in common."""
    return words[: len(words) - ceil(share * len(words) - 1e-9) + 1]


def _twins(one: Fact, other: Fact) -> Problem:
    first, second = sorted((one, other), key=lambda fact: fact.location or Location(""))
    line = f" (line {first.location.line})" if first.location else ""
    return _warning(
        second,
        "same-event",
        f"it tells the same as `{first.id}`{line}",
        f"make them one fact with both claims and `formerly: [{second.id}]`, or reject one",
    )


CHECKS: tuple[Callable[[Bank], Iterable[Problem]], ...] = (
    uid_missing,
    date_in_event,
    question_missing,
    event_form,
    bound_unsaid,
    same_event_twice,
)
