"""Items, feedback and answer keys as lines of text; nothing here reads or writes."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from string import ascii_uppercase
from typing import TYPE_CHECKING

from datedeck.dates import dated_phrase, wording
from datedeck.model import ChoiceItem, Citation, Claim, Fact, Item, MatchItem, Source

if TYPE_CHECKING:
    from datedeck.study.grade import Outcome

Sources = Mapping[tuple[str, str], Source]
MARK, UNMARK = "\ue000", "\ue001"  # stand around the words of a date until a terminal or a sheet shows them its way


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Lines of at most `width` characters, indented."""
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]


def question(item: Item, width: int) -> list[str]:
    """The item as it is asked: context, stem, options (of matching: events numbered, dates lettered)."""
    lines = [*(wrapped(item.context, width) if item.context else []), *wrapped(item.stem, width), ""]
    if isinstance(item, MatchItem):
        dates = [f"  {ascii_uppercase[place]}. {option.text}" for place, option in enumerate(item.options)]
        return [*lines, *_numbered(item.rows, width), "", *dates]
    return [*lines, *_numbered([choice.text for choice in item.choices], width)]


def verdict(outcome: Outcome) -> str:
    """Right or wrong, and what the right answer is."""
    if outcome.right:
        return f"Right: {outcome.answer.text}."
    given = f", not {outcome.given.text}" if outcome.given else ""
    answer = outcome.answer.text
    return f"Wrong: it is {answer}{given}." if outcome.answer.date else f"Wrong: it is “{answer}”."


def proof(fact: Fact, sources: Sources, width: int) -> list[str]:
    """The teacher's explanation, and every claim's quote with the date marked and its source; says when they differ."""
    lines = wrapped(fact.why, width, "  ") if fact.why else []
    if fact.disputed:
        lines += wrapped("The sources do not agree on the date:", width, "  ")
    for claim in fact.claims:
        if fact.disputed:
            lines += wrapped(f"{dated_phrase(claim.date, claim.bound, claim.calendar)}:", width, "  ")
        lines += wrapped(f"“{marked(claim.citation)}”", width, "  ", "   ")
        lines += wrapped(f"— {cited(fact, claim, sources)}", width, "    ", "      ")
    return lines


def marked(citation: Citation) -> str:
    """The quote with white space folded and the words of the date between `MARK` and `UNMARK`."""
    before, mention, after = citation.parted
    return f"{before}{MARK}{mention}{UNMARK}{after}" if mention else before


def cited(fact: Fact, claim: Claim, sources: Sources) -> str:
    """The source's title and the place in it."""
    source = sources.get((fact.bank, claim.citation.source))
    title = (source.metadata.title or source.id) if source else claim.citation.source
    return ", ".join(part for part in (title, str(claim.citation.locator)) if part)


def worksheet(title: str, items: Sequence[Item], sources: Sources, width: int) -> list[str]:
    """All questions, then the key with the quotes and their sources."""
    lines = wrapped(title, width)
    for number, item in enumerate(items, 1):
        lines += ["", f"Question {number}", *question(item, width)]
    lines += ["", "Key"]
    for number, item in enumerate(items, 1):
        lines += ["", f"Question {number}"]
        for place, fact in enumerate(item.facts):
            lines += [*wrapped(_key(item, place), width), *proof(fact, sources, width)]
    return lines


def missed(outcomes: Sequence[Outcome], width: int) -> list[str]:
    """The events that were missed, with their dates."""
    lines = []
    for fact in (outcome.fact for outcome in outcomes):
        date = wording(fact.asked.date, fact.asked.calendar)
        lines += wrapped(f"{fact.event.rstrip('.')}: {date}", width, "  - ", "    ")
    return lines


def _numbered(texts: Sequence[str], width: int) -> list[str]:
    return [line for number, text in enumerate(texts, 1) for line in wrapped(text, width, f"  {number}. ", "     ")]


def _key(item: Item, place: int) -> str:
    if isinstance(item, ChoiceItem):
        return f"{item.key + 1}. {item.choices[item.key].text}"
    key = item.key[place]
    return f"{place + 1}. {item.rows[place]}: {ascii_uppercase[key]}. {item.options[key].text}"
