"""A note of a deck, as it is written and as the lock file remembers it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from datedeck.export.identity import content_hash

NoteKind = Literal["dated", "match"]
RETIRED = "datedeck::retired"


class Row(NamedTuple):
    """One row of a matching set: its place in the set is its cloze number and never changes. `quote` is HTML."""

    fact: str  # Fact.key
    event: str
    date: str  # EDTF
    quote: str


@dataclass(frozen=True, slots=True)
class Note:
    """One note. `fields` are HTML in the order of its note type; `when` and `what` are the wrong options it shows."""

    guid: str
    kind: NoteKind
    id: str  # Fact.key, or the id of the set
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    when: tuple[str, ...] = ()  # EDTF
    what: tuple[tuple[str, str], ...] = ()  # (Fact.key, wording)
    rows: tuple[Row, ...] = ()
    spares: tuple[str, ...] = ()  # EDTF
    hash: str = ""
    mod: int = 0  # when the content last changed, in seconds since the epoch

    @property
    def retired(self) -> bool:
        """Whether its fact has left the question set."""
        return RETIRED in self.tags

    def retire(self) -> Note:
        """The same note, tagged as no longer asked."""
        return replace(self, tags=tuple(sorted({*self.tags, RETIRED})))

    def stamped(self, before: Note | None, now: int) -> Note:
        """With its content's hash, and with the time of its last change: an unchanged note keeps the time it had."""
        digest = content_hash(self.kind, self.fields, self.tags)
        return replace(self, hash=digest, mod=changed_at(digest, (before.hash, before.mod) if before else None, now))


def changed_at(digest: str, before: tuple[str, int] | None, now: int) -> int:
    """When content with this hash last changed; later than the change before even when a clock was set back."""
    if before is None:
        return now
    return before[1] if before[0] == digest else max(now, before[1] + 1)


def html_list(items: Iterable[tuple[str, str]], css: str) -> str:
    """A `<ul>` of (class, HTML) pairs."""
    lines = (f'<li class="{name}">{content}</li>' if name else f"<li>{content}</li>" for name, content in items)
    return f'<ul class="{css}">{"".join(lines)}</ul>'
