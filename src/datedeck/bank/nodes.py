"""YAML as nodes that know their line, every scalar still text; what a bank may not hold is refused here.

Aliases are refused because a few lines of them unfold to gigabytes ("billion laughs").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from datedeck.errors import DatedeckError, Location, Problem

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEPTH = 64
_LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")  # what YAML 1.1 counts as the end of a line
_NEST = re.compile(rf"(?:[-?:][ \t]+){{{_DEPTH // 2}}}|^ {{{_DEPTH}}}", re.MULTILINE)  # what a deep block nest has
_ANCHOR = re.compile(r"(?:^|[\s\[{,])[&*]\S")
_PLAIN_TAGS = frozenset({"tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"})


def split_lines(text: str) -> list[str]:
    """The lines of a text with their ends, counted as YAML marks count them."""
    lines, start = [], 0
    for match in _LINE_END.finditer(text):
        lines.append(text[start : match.end()])
        start = match.end()
    return [*lines, text[start:]] if start < len(text) else lines


def compose(text: str, path: str) -> MappingNode:
    """The mapping that a file holds. `DatedeckError` for anything that is not one plain YAML mapping."""
    try:
        _refuse_events(text, path)
        root = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        raise DatedeckError(_syntax(error, text, path)) from None
    except yaml.reader.ReaderError as error:
        line = _LINE_END.sub("\n", text[: error.position]).count("\n") + 1
        raise DatedeckError(
            Problem("bad-character", "a control character stands here", "delete it", Location(path, line))
        ) from None
    if not isinstance(root, MappingNode):
        raise DatedeckError(
            Problem(
                "wrong-kind",
                "the file holds no keys with values",
                "start it with `bank: NAME` or `deck: NAME`",
                Location(path, 1),
            )
        )
    tagged = [
        Problem(
            "yaml-tag",
            f"{node.tag.split(':')[-1]!r} is read as a YAML tag, not as text",
            "put the text in quotes",
            place(node, path),
        )
        for node in walk(root)
        if node.tag not in _PLAIN_TAGS
    ]
    if tagged:
        raise DatedeckError(*tagged)
    return root


def _refuse_events(text: str, path: str) -> None:
    """Anchors, aliases and nests too deep for a recursion, seen before any node is made of them."""
    if text.count("[") + text.count("{") < _DEPTH and not _ANCHOR.search(text) and not _NEST.search(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        anchor = getattr(event, "anchor", None)
        if anchor:
            what = "alias" if isinstance(event, yaml.AliasEvent) else "anchor"
            raise DatedeckError(
                Problem(
                    "yaml-alias",
                    f"{anchor!r} is a YAML {what}, which is not taken here",
                    "write the text out, or put it in quotes if it begins with & or *",
                    _mark(event.start_mark, path),
                )
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEPTH:
            raise DatedeckError(
                Problem(
                    "too-deep",
                    f"this is nested more than {_DEPTH} levels deep",
                    "close what is open",
                    _mark(event.start_mark, path),
                )
            )


def _syntax(error: yaml.MarkedYAMLError, text: str, path: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = _mark(mark, path)
    lines = split_lines(text)
    line = lines[mark.line] if mark is not None and mark.line < len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return Problem("tab", "a tab stands where the line begins", "indent with spaces", place)
    if "single document" in (error.context or ""):
        return Problem(
            "several-documents",
            "a second YAML document begins here",
            "keep one document a file: delete this `---` line",
            place,
        )
    said = ", ".join(part for part in (error.context, error.problem) if part)
    return Problem(
        "bad-yaml",
        f"not YAML: {said}",
        "look at this line and the one above it: indentation, a missing "
        "colon or quote, or text with `: ` or ` #` in it that needs quotes",
        place,
    )


def _mark(mark: Any, path: str) -> Location:
    return Location(path, mark.line + 1, mark.column + 1) if mark else Location(path)


def place(node: Node, path: str) -> Location:
    """Where a node starts."""
    return Location(path, node.start_mark.line + 1, node.start_mark.column + 1)


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it, in the order of the file."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, SequenceNode):
            waiting += reversed(node.value)
        elif isinstance(node, MappingNode):
            waiting += [part for pair in reversed(node.value) for part in reversed(pair)]


def last_line(node: Node, lines: Sequence[str]) -> int:
    """Index of the last line that a node's own content stands on (comments and blank lines after it are not its)."""
    while isinstance(node, CollectionNode) and not node.flow_style and node.value:
        tail = node.value[-1]
        node = tail[1] if isinstance(node, MappingNode) else tail
    end: int = node.end_mark.line
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        end -= node.end_mark.column == 0  # the mark stands after the line end
        while end > node.start_mark.line and not lines[end].strip():
            end -= 1
    return end
