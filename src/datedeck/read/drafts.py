"""Blocks in the making: lines, and drafts that still know the mark they began with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from datedeck.model import Role, Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
# "c. 1120 the abbey burnt" and "d. 1420" begin with a word for time, no label
LIST_MARK = re.compile(r"\s*(?:[-*+•‣◦·–]|\(?[0-9]{1,3}[.)]|(?![bcdr]\.\s+[0-9])\(?[a-z][.)])\s+(?=\S)")
NOTE_MARK = re.compile(
    r"\s*(?:\[(?P<bracket>[0-9]{1,3})\][.:]?|\[\^(?P<caret>[\w-]{1,20})\]:|\^?(?P<plain>[0-9]{1,3})[.):]?)\s+(?=\S)"
)
_STOP = re.compile(r"[.!?:;,…][\"”’')\]]*(?:\[?[0-9]{0,3}\]?)$")
_FINAL = re.compile(r"[.!?…][\"”’')\]]*\s?\[?[0-9]{0,3}\]?$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end and without the white space around it; `indent` counts the white space before."""

    span: Span
    text: str
    indent: int

    @property
    def blank(self) -> bool:
        """Whether nothing stands on it."""
        return not self.text


@dataclass(frozen=True, slots=True)
class Draft:
    """A block whose role may still change. `mark` is a list or note mark that stands before `span`."""

    span: Span
    role: Role
    text: str
    mark: str = ""
    indent: int = 0
    section: str = ""

    def to(self, role: Role) -> Draft:
        """The same words in another role; a note keeps its number inside its span."""
        if role in ("footnote", "comment") and self.mark:
            start = self.span.start - len(self.mark)
            return replace(self, role=role, span=Span(start, self.span.end), text=self.mark + self.text, mark="")
        return replace(self, role=role)


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a text, whatever ends them: LF, CR LF or CR."""
    for match in _LINE.finditer(text):
        whole = match[0]
        content = whole.strip()
        indent = len(whole) - len(whole.lstrip()) if content else 0
        start = match.start() + indent
        yield Line(Span(start, start + len(content)), content, indent)


def is_heading_like(text: str, longest: int = 90) -> bool:
    """Short, begun with a capital or number, without a stop at its end."""
    first = text.lstrip("\"“‘'(*_ ")[:1]
    return (
        0 < len(text) <= longest
        and len(text.split()) <= 15
        and not _STOP.search(text)
        and (first.isupper() or first.isdigit())
        and any(c.isalpha() or c.isdigit() for c in text)
    )


def ends_sentence(text: str) -> bool:
    """Whether a line ends where a sentence may end."""
    return bool(_FINAL.search(text))


def draft(text: str, start: int, end: int, role: Role, *, indent: int = 0) -> Draft:
    """A draft of `text[start:end]`; in a list its mark is set apart."""
    mark = LIST_MARK.match(text, start, end) if role == "list" else None
    begin = mark.end() if mark else start
    return Draft(Span(begin, end), role, text[begin:end], mark[0] if mark else "", indent)
