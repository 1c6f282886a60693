"""A statement and its place in a document made a fact with its citation."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from datedeck.dates import Bound
from datedeck.extract.events.gate import SIGNALS
from datedeck.extract.events.judge import Reading
from datedeck.model import Citation, Claim, DatedMention, Document, Fact, Quote, Span

_AROUND = 32  # code points kept of what stands before and after a quote
_LANGUAGE = re.compile(r" \((?:[A-Z]\w+(?:ian|ish|ese|ic)|German|French|Greek|Latin|Dutch|Welsh|Czech)\)")
_OTHER_NAME = re.compile(
    r"([^\W\d_][\w’'-]*)( \((?:(?:now|then|today|formerly|modern) )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?\))"
)


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
    reading: Reading | None = None  # how to read its sentence a second time
    unresolved: bool = False  # whether its subject is a pronoun that nothing near it explains

    @property
    def told(self) -> tuple[str, str]:
        """Statement and question."""
        return self.event, self.question

    def weighed(self, signal: str, instead: str = "") -> Derived:
        """The same with one more signal, or one signal in place of another."""
        weight, reason = SIGNALS[signal]
        gone, told = SIGNALS[instead] if instead else (0, "")
        reasons = (*(one for one in self.reasons if one != told), reason)
        return replace(self, score=round(self.score + weight - gone, 2), reasons=reasons)

    def without(self, signal: str) -> Derived:
        """The same without a signal that has been dealt with."""
        weight, reason = SIGNALS[signal]
        if reason not in self.reasons:
            return self
        reasons = tuple(one for one in self.reasons if one != reason)
        return replace(self, score=round(self.score - weight, 2), reasons=reasons)


def as_fact(document: Document, index: int, found: Derived, section: str) -> Fact:
    """The draft of a fact without an id; `section` is the heading that it stands under, without dates."""
    text, quote, block = document.text, found.quote, document.blocks[index]
    exact = quote.of(text)
    names = {name: other for name, other in _OTHER_NAME.findall(exact) if not _LANGUAGE.fullmatch(other)}
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
        context=_context(document, section),
        reasons=found.reasons,
    )


def _context(document: Document, section: str) -> str:
    """What places the event: the document's title, and the section's heading where there is one."""
    return f"{document.title} – {section}" if section and section != document.title else document.title


def _with_other_names(words: str, names: dict[str, str]) -> str:
    """The statement with the other names that its source gives in brackets: "Velm (now Orrestad)"."""
    for name, bracket in names.items():
        found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words)
        if found:
            words = f"{words[: found.end()]}{bracket}{words[found.end() :]}"
    return words


def _folded(words: str) -> str:
    return " ".join(words.split())
