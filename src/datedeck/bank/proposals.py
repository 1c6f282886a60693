"""Facts as they would read now, written as comments below the facts of the bank for a person to take or leave."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yaml.nodes import MappingNode

from datedeck.bank.edit import Edit
from datedeck.bank.nodes import last_line
from datedeck.bank.write import fact_lines
from datedeck.model import Fact

_HEAD = "# Derived again, this fact would read (put it in place of the one above, or delete these lines):"
_FIRST = re.compile(r"# - id:")
_NEXT = re.compile(r"#(?:   |$)")  # a line of the fact, or an empty one of a text in it


def propose(node: MappingNode, fresh: Fact, lines: Sequence[str]) -> list[Edit]:
    """Commented lines directly below a fact, unless the same ones stand there."""
    end = last_line(node, lines) + 1
    if any(_says(line, fresh) for line in lines[end : comments_end(lines, end, 0)]):
        return []
    pad = " " * max(node.start_mark.column - 2, 0)
    return [Edit(end, end, [pad + _HEAD, *(f"{pad}# {line}" for line in fact_lines(fresh, 0).splitlines())])]


def taken(node: MappingNode, fresh: Fact, lines: Sequence[str]) -> list[Edit]:
    """Deletions of the proposals below a fact that it fulfils as it now reads."""
    return [
        Edit(start, end, [])
        for start, end in _standing(node, lines)
        if any(_says(line, fresh) for line in lines[start:end])
    ]


def comments_end(lines: Sequence[str], start: int, indent: int) -> int:
    """Index after the comment lines that follow a fact, at least `indent` deep; blank lines only between them."""
    end = at = start
    while at < len(lines) and (not lines[at].strip() or lines[at].lstrip(" ").startswith("#")):
        at += 1
        line = lines[at - 1]
        if line.strip():
            if len(line) - len(line.lstrip(" ")) < indent:
                break
            end = at
    return end


def _says(line: str, fact: Fact) -> bool:
    return line.strip().lstrip("# ") in (f"derived: {fact.derived}", f'derived: "{fact.derived}"')


def _standing(node: MappingNode, lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the proposals below a fact stand (line indices, half-open)."""
    at = last_line(node, lines) + 1
    last = comments_end(lines, at, 0)
    while at < last:
        start, at = at, at + 1
        if lines[start].strip() == _HEAD and at < last and _FIRST.match(lines[at].strip()):
            at += 1
            while at < last and _NEXT.match(lines[at].strip()):
                at += 1
            while lines[at - 1].strip() == "#":  # an empty remark of a person's own
                at -= 1
            yield start, at
