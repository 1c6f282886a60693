"""Deriving again into a bank that people have worked in: add what is new, propose what differs, rewrite nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from datedeck.bank.edit import Edit, apply, child, fact_edits, fact_nodes, refuse_brackets
from datedeck.bank.folding import fold
from datedeck.bank.ids import stamped, untouched
from datedeck.bank.matching import match
from datedeck.bank.nodes import compose, last_line, split_lines
from datedeck.bank.proposals import comments_end, propose, taken
from datedeck.bank.write import DASH, entry_lines, fact_lines, source_lines, with_ids
from datedeck.errors import DatedeckError
from datedeck.model import Bank, Claim, Fact, Source, Status


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
    nodes, absent = fact_nodes(root), bank.sources.keys() - sources.keys()
    for fact, known in zip(derived, match(derived, bank.facts), strict=True):
        if known is None:
            new.append(fact)
        elif untouched(known) and known.id not in changed:
            node, fresh = nodes[known.id], _anew(known, fact, absent)
            if refresh:
                changes = fact_edits(node, known, fresh, lines)
                edits += taken(node, fresh, lines)
            else:
                changes = propose(node, fresh, lines) if _differs(known, fresh) else []
            edits += changes
            changed.update([known.id] if changes else [])
    names = {name for fact in bank.facts for name in (fact.id, *fact.formerly)}
    edits += _appended(root, list(with_ids(new, names)), lines)
    proposed, refreshed = (0, len(changed)) if refresh else (len(changed), 0)
    return Merged(apply(text, edits), len(new), proposed, refreshed, len(bank.facts) - refreshed)


def _anew(known: Fact, fact: Fact, absent: Set[str]) -> Fact:
    """The known fact as it is derived now; what people add stays, and so does what sources not derived from now say.

    Where such a source has a claim in the fact, the event may be in its words, so that only claims change.
    """
    now = {claim.citation.source for claim in fact.claims}
    order = [claim.citation.source for claim in known.claims]
    others = [claim for claim in known.claims if claim.citation.source not in now]
    claims = [*fact.claims, *others]
    claims.sort(key=lambda claim: order.index(claim.citation.source) if claim.citation.source in order else len(order))
    if others:
        return stamped(replace(known, claims=tuple(claims)))
    status, reasons = _judged(known, fact, absent)
    anew = replace(known, event=fact.event, question=fact.question, context=fact.context, claims=tuple(claims))
    return stamped(replace(anew, status=status, reasons=reasons))


def _judged(known: Fact, fact: Fact, absent: Set[str]) -> tuple[Status, tuple[str, ...]]:
    """Status and reasons as derived now; what was asked about a source not derived from now stays as it stands."""
    kept = tuple(reason for reason in known.reasons if _names(reason, absent))
    own = tuple(reason for reason in fact.reasons if not _names(reason, absent))
    return (fact.status if own or not (kept or fact.reasons) else known.status), (*kept, *own)


def _names(reason: str, sources: Set[str]) -> bool:
    return any(f" {name} " in reason for name in sources)


def _differs(known: Fact, fresh: Fact) -> bool:
    """Whether the fact would read otherwise: another event, or a claim that the known one does not make."""
    said = {_said(claim) for claim in known.claims}
    return fold(known.event) != fold(fresh.event) or any(_said(claim) not in said for claim in fresh.claims)


def _said(claim: Claim) -> tuple[str, ...]:
    citation = claim.citation
    return (
        citation.source,
        fold(citation.quote.exact),
        fold(citation.mention),
        claim.date.text,
        claim.bound,
        claim.calendar,
    )


def _appended(root: MappingNode, facts: Sequence[Fact], lines: list[str]) -> Iterator[Edit]:
    if not facts:
        return
    node = child(root, "facts")
    if isinstance(node, SequenceNode) and node.value:
        dash = node.start_mark.column
        end = comments_end(lines, last_line(node, lines) + 1, dash)
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
