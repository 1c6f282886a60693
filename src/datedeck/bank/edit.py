"""Changes to a bank's text that leave everything else in it byte for byte: lines found, lines replaced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from datedeck.bank.decode import decode_fact, same_content
from datedeck.bank.nodes import compose, last_line, place, split_lines
from datedeck.bank.reading import Reading
from datedeck.bank.write import claim_entries, entry_lines, fact_entries, fact_lines, one_line_value
from datedeck.errors import DatedeckError, Location, Problem
from datedeck.model import Bank, Fact


class Edit(NamedTuple):
    """Lines `start` up to `end` (indices, half-open) give way to `lines` (without line ends)."""

    start: int
    end: int
    lines: list[str]


def line_end(text: str) -> str:
    """The line end a file uses, by its first line."""
    first = next(iter(split_lines(text)), "")
    return "\r\n" if first.endswith("\r\n") else "\r" if first.endswith("\r") else "\n"


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits that do not overlap; a file without a final line end stays without one."""
    lines, end = split_lines(text), line_end(text)
    open_ended = bool(lines) and lines[-1] == lines[-1].rstrip("\r\n\x85\u2028\u2029")
    if open_ended:
        lines[-1] += end
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        lines[edit.start:edit.end] = [line + end for line in edit.lines]
    text = "".join(lines)
    return text.removesuffix(end) if open_ended else text


def child(node: Node, key: str) -> Node | None:
    """The value of a key of a mapping node."""
    return next((value for name, value in node.value if name.value == key), None)


def fact_node(root: MappingNode, name: str) -> MappingNode | None:
    """The node of the fact with an id."""
    facts = child(root, "facts")
    for node in facts.value if isinstance(facts, SequenceNode) else ():
        if isinstance(node, MappingNode):
            value = child(node, "id")
            if isinstance(value, ScalarNode) and value.value.strip() == name:
                return node
    return None


def replace_fact(text: str, bank: Bank, fact: Fact) -> str:
    """The bank's text with the fact of this id saying what `fact` says; lines whose key says the same stay as they are.

    `DatedeckError` `changed-on-disk` when that fact in `text` is no longer what `bank` (loaded before) holds.
    """
    node = fact_node(compose(text, bank.path), fact.id)
    held = next((old for old in bank.facts if old.id == fact.id), None)
    now = decode_fact(Reading(bank.path), node, bank.sources, bank.uid) if node is not None else None
    if node is None or held is None or now is None or not same_content(now, held):
        where = place(node, bank.path) if node is not None else Location(bank.path)
        raise DatedeckError(Problem("changed-on-disk", f"the fact `{fact.id}` is no longer what was read",
                                    "somebody has edited the file meanwhile: load it again, then repeat the change",
                                    where))
    return apply(text, fact_edits(node, now, fact, split_lines(text)))


def fact_edits(node: MappingNode, old: Fact, new: Fact, lines: Sequence[str]) -> list[Edit]:
    """What to change in a fact's lines so that they say `new` instead of `old`."""
    if node.flow_style:
        return _whole(node, new, lines)
    before, after = fact_entries(old), fact_entries(new)
    claims = child(node, "claims")
    edits = []
    if isinstance(claims, SequenceNode) and not claims.flow_style and len(old.claims) == len(new.claims):
        for part, was, is_ in zip(claims.value, old.claims, new.claims, strict=True):
            if part.flow_style and was != is_:
                return _whole(node, new, lines)
            edits += _mapping_edits(part, claim_entries(was), claim_entries(is_), lines)
        after = {**after, "claims": before["claims"]}
    return edits + _mapping_edits(node, before, after, lines)


def _whole(node: MappingNode, fact: Fact, lines: Sequence[str]) -> list[Edit]:
    """The whole fact written anew, in place of one that is written in braces."""
    start, column = node.start_mark.line, node.start_mark.column
    first, *others = fact_lines(fact, max(column - 2, 0)).splitlines()
    return [Edit(start, last_line(node, list(lines)) + 1, [lines[start][:column] + first.lstrip(" -"), *others])]


def _mapping_edits(node: MappingNode, before: Mapping[str, object], after: Mapping[str, object],
                   lines: Sequence[str]) -> list[Edit]:
    column = node.start_mark.column
    edits, follows = [], node.start_mark.line
    spans = {key.value: (key.start_mark.line, last_line(value, list(lines)) + 1, value) for key, value in node.value}
    for key in dict.fromkeys([*after, *before]):
        if key in spans:
            start, end, value = spans[key]
            follows = end
            if before.get(key) != after.get(key):
                edits.append(Edit(start, end, _changed(key, after.get(key), value, lines[start], column)))
        elif key in after:
            edits.append(Edit(follows, follows, entry_lines(key, after[key], column)))
    return _joined(edits)


def _joined(edits: list[Edit]) -> list[Edit]:
    """Insertions at the same place as one edit, in their order."""
    joined: dict[tuple[int, int], Edit] = {}
    for edit in edits:
        place_ = (edit.start, edit.end)
        joined[place_] = Edit(*place_, [*joined[place_].lines, *edit.lines] if place_ in joined else edit.lines)
    return list(joined.values())


def _changed(key: str, said: object, value: Node, line: str, column: int) -> list[str]:
    """The lines of a key whose value changes; a remark behind a value of one line stays."""
    if said is None:
        return []
    fresh = entry_lines(key, said, column)
    simple = isinstance(value, ScalarNode) and value.style not in ("|", ">") and value.value
    if simple and isinstance(said, str) and len(fresh) == 1 and value.start_mark.line == value.end_mark.line:
        rest = line[value.end_mark.column:].rstrip("\r\n\x85\u2028\u2029")
        return [line[:value.start_mark.column] + one_line_value(key, said) + rest]
    return [line[:column] + fresh[0][column:], *fresh[1:]]
