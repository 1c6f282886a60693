"""Stems: the question as a teacher would write it, worded by the precision and bound of the asked date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from datedeck.dates import Bound, Edtf, Precision, dated_phrase
from datedeck.items.redact import gives_away, without_dates
from datedeck.model import Claim, Fact, Kind, Source
from datedeck.model.likeness import content_words

Sources = Mapping[tuple[str, str], Source]  # keyed by the bank's uid and the source's id

_LEADS: dict[Precision, str] = {
    "day": "On what date",
    "month": "In which month and year",
    "season": "In which season of which year",
    "year": "In which year",
    "decade": "In which decade",
    "century": "In which century",
    "millennium": "In which millennium",
    "interval": "Over what period",
}
_BOUND_LEADS: dict[Bound, str] = {
    "by": "By when",
    "until": "Until when",
    "since": "Since when",
    "after": "After what date",
    "before": "Before what date",
}
# "Which of these happened after …?" asks for no one event: only dates that say when are asked the other way round.
WHAT_BOUNDS: frozenset[Bound] = frozenset({"on", "during"})


def when_stem(fact: Fact, sources: Sources) -> str | None:
    """The question for the date, be there options or not, and of any bound; None when the date could be read off it."""
    own = fact.ask.get("when", "")
    stem = own or _according(fact, sources, f"{_lead(fact.asked)} {_clause(fact)}")
    return None if gives_away(f"{stem} {fact.event}", dates_of(fact)) else stem


def what_stem(fact: Fact, sources: Sources) -> str | None:
    """The question for the event of a date; None when the date's bound makes no clear question."""
    claim = fact.asked
    if own := fact.ask.get("what"):
        return own
    if claim.bound not in WHAT_BOUNDS:
        return None
    when = dated_phrase(claim.date, claim.bound, claim.calendar)
    return _according(fact, sources, f"Which of these happened {when}?")


def context_line(contexts: Iterable[str], shown: str, dates: Iterable[Edtf]) -> str:
    """What places the events, without dates; empty unless all events share it and it adds to what is `shown`."""
    lines = {without_dates(context) for context in contexts}
    if len(lines) != 1:
        return ""
    line = lines.pop()
    says_more = bool(content_words(line) - content_words(shown))
    return line if says_more and not gives_away(line, dates) else ""


def dates_of(fact: Fact) -> list[Edtf]:
    """The dates of all claims: none of them may be readable in a question for one of them."""
    return [claim.date for claim in fact.claims]


def statement(fact: Fact) -> str:
    """The event as an option or a row shows it."""
    text = " ".join(fact.event.split()).rstrip(".")
    return text[:1].upper() + text[1:]


def item_id(fact: Fact, kind: Kind) -> str:
    """The identity of a fact's item of a kind."""
    return f"{fact.key}:{kind}"


def _lead(claim: Claim) -> str:
    if claim.bound in _BOUND_LEADS:
        return _BOUND_LEADS[claim.bound]
    if claim.date.precision == "interval":
        return "During what period" if claim.bound == "during" else _LEADS["interval"]
    lead = _LEADS[claim.date.precision]
    return f"Around {lead.split(' ', 1)[1]}" if claim.date.qualifier in ("~", "%") else lead


def _clause(fact: Fact) -> str:
    if fact.question:
        return fact.question.strip().rstrip("?") + "?"
    return f"did this happen? — {statement(fact)}"


def _according(fact: Fact, sources: Sources, question: str) -> str:
    """The question, put to the asked claim's source when the sources disagree."""
    if not fact.disputed:
        return question
    source = sources.get((fact.bank, fact.asked.citation.source))
    title = without_dates((source.metadata.title or source.id) if source else fact.asked.citation.source)
    told = "one source" if not title or gives_away(title, dates_of(fact)) else f"“{title}”"
    return f"According to {told}, {question[0].lower()}{question[1:]}"
