"""Deriving again into a bank that people have worked in: add what is new, propose what differs, rewrite nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from datedeck.bank.edit import Edit, apply, child, fact_edits, fact_nodes, refuse_brackets
from datedeck.bank.folding import fold
from datedeck.bank.ids import stamped, untouched
from datedeck.bank.matching import match
from datedeck.bank.nodes import compose, last_line, split_lines
from datedeck.bank.write import DASH, entry_lines, fact_lines, source_lines, with_ids
from datedeck.errors import DatedeckError
from datedeck.model import Bank, Claim, Fact, Source

_PROPOSAL = "# Derived again, this fact would read (put it in place of the one above, or delete these lines):"


class Merged(NamedTuple):
    """The new text of a bank and how many facts were added, proposed as comments, refreshed, and kept as they were."""

    text: str
    added: int
    proposed: int
    refreshed: int
    kept: int


def merge(
    text: str, bank: Bank, derived: Sequence[Fact], sources: Mapping[str, Source], *, refresh: bool = False
) -> Merged:
    """Take derived facts into the text that `bank` was read from; everything else in it stays byte for byte.

    `sources` are those derived from, by id. With `refresh`, facts that nobody has edited since they were derived are
    replaced. Facts `checked` or `rejected` are never touched, nor added again. Merging the same twice changes nothing.
    `DatedeckError` when the bank has errors (a broken fact could not be told from one that is not there).
    """
    broken = [problem for problem in bank.problems if problem.severity == "error"]
    if broken:
        raise DatedeckError(*broken)
    root, lines = compose(text, bank.path), split_lines(text)
    refuse_brackets(root, bank.path)
    edits = list(_source_edits(root, sources, lines))
    new: list[Fact] = []
    changed: set[str] = set()
    nodes = fact_nodes(root)
    for fact, known in zip(derived, match(derived, bank.facts), strict=True):
        if known is None:
            new.append(fact)
        elif untouched(known) and known.id not in changed:
            edits += (changes := (_refreshing if refresh else _proposing)(nodes[known.id], known, fact, lines))
            changed.update([known.id] if changes else [])
    taken = {name for fact in bank.facts for name in (fact.id, *fact.formerly)}
    edits += _appended(root, with_ids(new, taken), lines)
    proposed, refreshed = (0, len(changed)) if refresh else (len(changed), 0)
    return Merged(apply(text, edits), len(new), proposed, refreshed, len(bank.facts) - refreshed)


def _anew(known: Fact, fact: Fact) -> Fact:
    """The known fact as it is derived now; what people add stays, and so do claims of sources not derived from now."""
    now = {claim.citation.source for claim in fact.claims}
    order = [claim.citation.source for claim in known.claims]
    claims = [*fact.claims, *(claim for claim in known.claims if claim.citation.source not in now)]
    claims.sort(key=lambda claim: order.index(claim.citation.source) if claim.citation.source in order else len(order))
    return stamped(
        replace(
            known,
            event=fact.event,
            question=fact.question,
            context=fact.context,
            status=fact.status,
            reasons=fact.reasons,
            claims=tuple(claims),
        )
    )


def _refreshing(node: MappingNode, known: Fact, fact: Fact, lines: list[str]) -> list[Edit]:
    return fact_edits(node, known, _anew(known, fact), lines)


def _proposing(node: MappingNode, known: Fact, fact: Fact, lines: list[str]) -> list[Edit]:
    """Commented lines directly below a fact, unless the same ones stand there."""
    fresh = _anew(known, fact)
    end = last_line(node, lines) + 1
    marks = (f"derived: {fresh.derived}", f'derived: "{fresh.derived}"')
    standing = any(mark in line for line in lines[end : _comments_end(lines, end, 0)] for mark in marks)
    if standing or not _differs(known, fact):
        return []
    pad = " " * max(node.start_mark.column - 2, 0)
    return [Edit(end, end, [pad + _PROPOSAL, *(f"{pad}# {line}" for line in fact_lines(fresh, 0).splitlines())])]


def _differs(known: Fact, fact: Fact) -> bool:
    """Whether the derived fact has another event, or a claim that the known one does not make."""
    said = {_said(claim) for claim in known.claims}
    return fold(known.event) != fold(fact.event) or any(_said(claim) not in said for claim in fact.claims)


def _said(claim: Claim) -> tuple[str, str, str, str]:
    return claim.citation.source, fold(claim.citation.mention), claim.date.text, claim.bound


def _comments_end(lines: Sequence[str], start: int, indent: int) -> int:
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


def _appended(root: MappingNode, facts: Sequence[Fact], lines: list[str]) -> Iterator[Edit]:
    if not facts:
        return
    node = child(root, "facts")
    if isinstance(node, SequenceNode) and node.value:
        dash = node.start_mark.column
        end = _comments_end(lines, last_line(node, lines) + 1, dash)
        yield Edit(end, end, _separated(facts, dash, blank=True))
    else:
        yield _under(root, "facts", _separated(facts, DASH, blank=False), lines)


def _separated(facts: Sequence[Fact], dash: int, *, blank: bool) -> list[str]:
    parts = [fact_lines(fact, dash).splitlines() for fact in facts]
    return [line for at, part in enumerate(parts) for line in ([""] if at or blank else []) + part]


def _under(root: MappingNode, key: str, added: list[str], lines: Sequence[str]) -> Edit:
    """Lines under a key of the bank that is missing or has nothing under it yet."""
    node: Node | None = child(root, key)
    if node is None:
        before = next((name.start_mark.line for name, _ in root.value if name.value == "facts"), len(lines))
        return Edit(before, before, [f"{key}:", *added])
    start, end = node.start_mark, node.end_mark
    rest = lines[end.line][end.column :].rstrip("\r\n\x85\u2028\u2029")
    return Edit(start.line, end.line + 1, [lines[start.line][: start.column].rstrip() + rest, *added])


def _source_edits(root: MappingNode, sources: Mapping[str, Source], lines: list[str]) -> Iterator[Edit]:
    node = child(root, "sources")
    known = {key.value: value for key, value in node.value} if isinstance(node, MappingNode) else {}
    for name in (name for name in sources if name in known and sources[name].sha256):
        yield from _hash_edit(known[name], sources[name].sha256, lines)
    new = [source for name, source in sources.items() if name not in known]
    if not new:
        return
    if isinstance(node, MappingNode) and node.value:
        end = last_line(node, lines) + 1
        yield Edit(end, end, [line for source in new for line in source_lines(source, node.start_mark.column)])
    else:
        yield _under(root, "sources", [line for source in new for line in source_lines(source)], lines)


def _hash_edit(node: MappingNode, sha256: str, lines: list[str]) -> Iterator[Edit]:
    """The line of a source's hash with another hash; a source that had none gets the line."""
    value = child(node, "sha256")
    if isinstance(value, ScalarNode) and value.value:
        start, line = value.start_mark, lines[value.start_mark.line].rstrip("\r\n\x85\u2028\u2029")
        if value.value.strip() != sha256:
            yield Edit(start.line, start.line + 1, [line[: start.column] + sha256 + line[value.end_mark.column :]])
    elif value is None and not node.flow_style:
        end = last_line(node, lines) + 1
        yield Edit(end, end, entry_lines("sha256", sha256, node.start_mark.column))
