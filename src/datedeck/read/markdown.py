"""Markdown (CommonMark's blocks, tables and footnotes) → drafts of blocks; inline marks stay in the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from datedeck.model import Role, Span
from datedeck.read.drafts import LIST_MARK, Draft, Line, draft, lines_of

_HEADING = re.compile(r"#{1,6}[ \t]+")
_UNDERLINE = re.compile(r"(=+|-+)$")
_FENCE = re.compile(r"(```+|~~~+)")
_RULE = re.compile(r"([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_FOOTNOTE = re.compile(r"\[\^[\w-]{1,20}\]:")
_REFERENCE = re.compile(r"\[[^\]^]{1,80}\]:\s")
_IMAGE = re.compile(r"!\[[^\]]{0,300}\]\([^)]{0,500}\)$")


class _Form(NamedTuple):
    """A kind of block: how its first line shows, where it ends (the index of the line after it)."""

    role: Role
    begins: Callable[[str], object]
    end: Callable[[list[Line], int], int]


def markdown_drafts(text: str) -> list[Draft]:
    """The blocks of a Markdown text, in order."""
    lines = list(lines_of(text))
    done: list[Draft] = []
    i = _front_matter(lines)
    if i:
        done.append(_block(text, lines[:i], "furniture"))
    while i < len(lines):
        if lines[i].blank:
            i += 1
            continue
        drafts, i = _next(text, lines, i)
        done += drafts
    return _titled(done)


def _front_matter(lines: list[Line]) -> int:
    if not lines or lines[0].text != "---":
        return 0
    return next((i + 1 for i, line in enumerate(lines[1:200], 1) if line.text in ("---", "...")), 0)


def _next(text: str, lines: list[Line], i: int) -> tuple[list[Draft], int]:
    """The block that begins at line i, and the index of the line after it."""
    first = lines[i].text
    heading = _HEADING.match(first)
    if heading:
        start = lines[i].span.start + heading.end()
        return _heading(text, start, start + len(_unclosed(first[heading.end() :]))), i + 1
    if _RULE.match(first):
        return [], i + 1
    for form in FORMS:
        if form.begins(first):
            end = form.end(lines, i)
            return [_block(text, lines[i:end], form.role)], end
    end = _paragraph_end(lines, i)
    if end == i + 1 < len(lines) and _UNDERLINE.match(lines[end].text):
        return _heading(text, lines[i].span.start, lines[i].span.end), end + 1
    return [_block(text, lines[i:end], "paragraph")], end


def _heading(text: str, start: int, end: int) -> list[Draft]:
    return [draft(text, start, end, "heading")] if start < end else []


def _unclosed(heading: str) -> str:
    """The words of a heading without the number signs that may close it; "C#" keeps its own."""
    words = heading.rstrip("#")
    return words.rstrip() if words[-1:] in ("", " ", "\t") else heading


def _block(text: str, lines: list[Line], role: Role) -> Draft:
    kept = [line for line in lines if not line.blank]
    return draft(text, kept[0].span.start, kept[-1].span.end, role, indent=kept[0].indent)


def _first_index(lines: list[Line], start: int, holds: Callable[[Line], object]) -> int:
    """The index of the first line from `start` on for which something holds; the number of lines if there is none."""
    return next((i for i in range(start, len(lines)) if holds(lines[i])), len(lines))


def _while(holds: Callable[[Line], object]) -> Callable[[list[Line], int], int]:
    """The first line and those after it for which something holds."""
    return lambda lines, i: _first_index(lines, i + 1, lambda line: not holds(line))


def _fence_end(lines: list[Line], i: int) -> int:
    fence = _FENCE.match(lines[i].text)
    assert fence
    return min(len(lines), _first_index(lines, i + 1, lambda line: line.text.startswith(fence[1])) + 1)


def _comment_end(lines: list[Line], i: int) -> int:
    return min(len(lines), _first_index(lines, i, lambda line: "-->" in line.text) + 1)


def _continues(line: Line) -> bool:
    """Whether a line can go on with the paragraph, item or note above it."""
    begins = _HEADING.match(line.text) or _RULE.match(line.text) or any(form.begins(line.text) for form in FORMS)
    return not line.blank and not begins


def _paragraph_end(lines: list[Line], i: int) -> int:
    return _first_index(lines, i + 1, lambda line: not _continues(line) or _UNDERLINE.match(line.text))


FORMS: tuple[_Form, ...] = (
    _Form("furniture", _FENCE.match, _fence_end),
    _Form("furniture", lambda line: line.startswith("<!--"), _comment_end),
    _Form(
        "quote", lambda line: line.startswith(">"), _while(lambda line: line.text.startswith(">") or _continues(line))
    ),
    _Form("table", lambda line: line.startswith("|"), _while(lambda line: line.text.startswith("|"))),
    _Form("footnote", _FOOTNOTE.match, _while(_continues)),
    _Form("furniture", _REFERENCE.match, lambda _, i: i + 1),
    _Form("caption", _IMAGE.match, lambda _, i: i + 1),
    _Form("list", lambda line: LIST_MARK.match(line + " "), _while(_continues)),
)


def _titled(drafts: list[Draft]) -> list[Draft]:
    """The first block is the title if it is a heading."""
    for i, block in enumerate(drafts):
        if block.role != "furniture":
            if block.role == "heading":
                drafts[i] = Draft(Span(block.span.start, block.span.end), "title", block.text)
            break
    return drafts
