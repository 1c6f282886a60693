"""Changes to a bank's text that leave everything else in it byte for byte: lines found, lines replaced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from datedeck.bank.decode import decode_fact, same_content
from datedeck.bank.folding import fold
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
    parts, at = [], 0
    for edit in sorted(_joined(edits), key=lambda edit: (edit.start, edit.end)):
        parts += [*lines[at : edit.start], *(line + end for line in edit.lines)]
        at = edit.end
    text = "".join([*parts, *lines[at:]])
    return text.removesuffix(end) if open_ended else text


def child(node: Node, key: str) -> Node | None:
    """The value of a key of a mapping node."""
    return next((value for name, value in node.value if name.value == key), None)


def fact_nodes(root: MappingNode) -> dict[str, MappingNode]:
    """The nodes of the facts by id."""
    facts = child(root, "facts")
    nodes = {}
    for node in reversed(facts.value) if isinstance(facts, SequenceNode) else ():
        name = child(node, "id") if isinstance(node, MappingNode) else None
        if isinstance(name, ScalarNode):
            nodes[fold(name.value)] = node
    return nodes


def refuse_brackets(root: MappingNode, path: str) -> None:
    """`DatedeckError` when the facts stand in `[…]`, where no fact has lines of its own."""
    facts = child(root, "facts")
    if isinstance(facts, SequenceNode) and facts.flow_style and facts.value:
        raise DatedeckError(
            Problem(
                "facts-in-brackets",
                "the facts stand in brackets, so none has lines of its own",
                "write each fact on lines of its own, beginning with a dash",
                place(facts, path),
            )
        )


def replace_fact(text: str, bank: Bank, fact: Fact) -> str:
    """The bank's text with the fact of this id saying what `fact` says; lines whose key says the same stay as they are.

    `DatedeckError` `changed-on-disk` when that fact in `text` is no longer what `bank` (loaded before) holds.
    """
    root = compose(text, bank.path)
    refuse_brackets(root, bank.path)
    node = fact_nodes(root).get(fact.id)
    held = next((old for old in bank.facts if old.id == fact.id), None)
    now = decode_fact(Reading(bank.path), node, bank.sources, bank.uid) if node is not None else None
    if node is None or held is None or now is None or not same_content(now, held):
        where = place(node, bank.path) if node is not None else Location(bank.path)
        raise DatedeckError(
            Problem(
                "changed-on-disk",
                f"the fact `{fact.id}` is no longer what was read",
                "somebody has edited the file meanwhile: load it again, then repeat the change",
                where,
            )
        )
    return apply(text, fact_edits(node, now, fact, split_lines(text)))


def fact_edits(node: MappingNode, old: Fact, new: Fact, lines: Sequence[str]) -> list[Edit]:
    """What to change in a fact's lines so that they say `new` instead of `old`."""
    before, after = fact_entries(old), fact_entries(new)
    if before == after:
        return []
    if not _patchable(node, after):
        return _whole(node, new, lines)
    claims = child(node, "claims")
    edits = []
    if isinstance(claims, SequenceNode) and not claims.flow_style and len(old.claims) == len(new.claims):
        pairs = list(zip(claims.value, map(claim_entries, old.claims), map(claim_entries, new.claims), strict=True))
        if all(_patchable(part, is_) or was == is_ for part, was, is_ in pairs):
            edits = [edit for part, was, is_ in pairs for edit in _mapping_edits(part, was, is_, lines)]
            after = {**after, "claims": before["claims"]}
    return edits + _mapping_edits(node, before, after, lines)


def _patchable(node: MappingNode, after: Mapping[str, object]) -> bool:
    """Whether keys can be replaced one by one: not in braces, and the key behind the dash stays."""
    return not node.flow_style and node.value[0][0].value in after


def _whole(node: MappingNode, fact: Fact, lines: Sequence[str]) -> list[Edit]:
    """The whole fact written anew, in place of one that is written in braces."""
    start, column = node.start_mark.line, node.start_mark.column
    first, *others = fact_lines(fact, max(column - 2, 0)).splitlines()
    return [Edit(start, last_line(node, lines) + 1, [lines[start][:column] + first.lstrip(" -"), *others])]


def _mapping_edits(
    node: MappingNode, before: Mapping[str, object], after: Mapping[str, object], lines: Sequence[str]
) -> list[Edit]:
    column = node.start_mark.column
    edits, follows = [], node.start_mark.line
    spans = {key.value: (key.start_mark.line, last_line(value, lines) + 1, value) for key, value in node.value}
    for key in dict.fromkeys([*after, *before]):
        if key in spans:
            start, end, value = spans[key]
            follows = end
            if before.get(key) != after.get(key):
                edits.append(Edit(start, end, _changed(key, after.get(key), value, lines[start], column)))
        elif key in after:
            edits.append(Edit(follows, follows, entry_lines(key, after[key], column)))
    return edits


def _joined(edits: Iterable[Edit]) -> list[Edit]:
    """Insertions at the same place as one edit, in their order."""
    joined: dict[tuple[int, int], Edit] = {}
    for edit in edits:
        place_ = (edit.start, edit.end)
        if place_ in joined:
            joined[place_].lines.extend(edit.lines)
        else:
            joined[place_] = Edit(*place_, list(edit.lines))
    return list(joined.values())


def _changed(key: str, said: object, value: Node, line: str, column: int) -> list[str]:
    """The lines of a key whose value changes; a remark behind a value of one line stays."""
    if said is None:
        return []
    fresh = entry_lines(key, said, column)
    simple = isinstance(value, ScalarNode) and value.style not in ("|", ">") and value.value
    if simple and isinstance(said, str) and len(fresh) == 1 and value.start_mark.line == value.end_mark.line:
        rest = line[value.end_mark.column :].rstrip("\r\n\x85\u2028\u2029")
        return [line[: value.start_mark.column] + one_line_value(key, said) + rest]
    return [line[:column] + fresh[0][column:], *fresh[1:]]
