"""Nodes → facts and sources. A fact with a problem is not made; the problem says where and what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import cast

from yaml.nodes import Node, SequenceNode

from datedeck.bank import keys
from datedeck.bank.folding import places
from datedeck.bank.locators import parse_source
from datedeck.bank.reading import Reading
from datedeck.dates import BOUNDS, CALENDARS, Bound, Calendar
from datedeck.model import STATUSES, Citation, Claim, Fact, Metadata, Quote, Source, Status

_ID = re.compile(r"[^\W_][\w.-]*")


def decode_sources(reading: Reading, node: Node | None) -> dict[str, Source]:
    """The sources by id; one that has problems still counts as named, so that its facts are not blamed for it."""
    sources = {}
    for name, value in (reading.named(node, "sources") if node is not None else {}).items():
        _check_id(reading, value, name, "source")
        found = reading.keys(value, keys.SOURCE, f"source `{name}`")
        file = reading.file_name(found.get("file"), "`file`")
        sha256 = reading.words(found.get("sha256"), "sha256")
        texts = {key: reading.words(found.get(key), key) for key in keys.METADATA}
        sources[name] = Source(name, file, Metadata(**texts), sha256, reading.at(value))
    return sources


def decode_fact(reading: Reading, node: Node, sources: Mapping[str, Source], uid: str) -> Fact | None:
    """One fact, or None with its problems gathered."""
    before = len(reading.problems)
    found = reading.keys(node, keys.FACT, "the fact")
    words = {
        key: reading.words(found.get(key), f"`{key}`")
        for key in ("id", "event", "question", "context", "difficulty", "derived")
    }
    lists = {key: reading.texts(found.get(key), f"`{key}`") for key in ("reasons", "tags", "wrong", "formerly")}
    texts = {key: reading.text(found.get(key), f"`{key}`") for key in ("why", "note")}
    status = reading.one_of(found.get("status"), STATUSES, "bad-status", "draft")
    if "id" in found:
        _check_id(reading, found["id"], words["id"], "fact")
    _check_dates(reading, found.get("wrong"))
    claims = _claims(reading, found.get("claims"), sources)
    ask = _ask(reading, found.get("ask"))
    if len(reading.problems) > before:
        return None
    fact = Fact(words["id"], words["event"], claims, uid, cast("Status", status), location=reading.at(node))
    fact = replace(fact, question=words["question"], context=words["context"], ask=ask, derived=words["derived"])
    fact = replace(fact, reasons=lists["reasons"], tags=lists["tags"], wrong=lists["wrong"], formerly=lists["formerly"])
    return replace(fact, note=texts["note"], why=texts["why"], difficulty=words["difficulty"])


def _claims(reading: Reading, node: Node | None, sources: Mapping[str, Source]) -> tuple[Claim, ...]:
    claims = [_claim(reading, claim, sources) for claim in reading.list(node, "`claims`")]
    if node is not None and not claims:
        reading.problem(node, "no-claims", "the fact has no claim", "give it a date with its source and quote")
    return tuple(claim for claim in claims if claim)


def same_content(one: Fact, other: Fact) -> bool:
    """Whether two facts say the same, wherever they stand."""
    return replace(one, location=None) == replace(other, location=None)


def _check_id(reading: Reading, node: Node, name: str, what: str) -> None:
    if not _ID.fullmatch(name):
        reading.problem(node, "bad-id", f"{name!r} is no {what} id", "use letters, digits and hyphens, without spaces")


def _check_dates(reading: Reading, node: Node | None) -> None:
    for part in node.value if isinstance(node, SequenceNode) else [node]:
        reading.date(part)


def _ask(reading: Reading, node: Node | None) -> dict[str, str]:
    found = reading.keys(node, keys.ASK, "`ask`") if node is not None else {}
    return {kind: reading.words(stem, f"ask {kind}") for kind, stem in sorted(found.items())}


def _claim(reading: Reading, node: Node, sources: Mapping[str, Source]) -> Claim | None:
    before = len(reading.problems)
    found = reading.keys(node, keys.CLAIM, "the claim")
    date = reading.date(found.get("date"))
    bound = reading.one_of(found.get("bound"), BOUNDS, "bad-bound", "on")
    source, locator = parse_source(reading.words(found.get("source"), "`source`"))
    if "source" in found and source not in sources:
        near = get_close_matches(source, sources, 1)
        reading.problem(
            found["source"],
            "unknown-source",
            f"{source!r} is not among the bank's sources",
            f"did you mean `{near[0]}`?" if near else "name it under `sources:`, with its `file:`",
        )
    quote = reading.words(found.get("quote"), "`quote`")
    mention = reading.words(found.get("mention"), "`mention`")
    occurrence = reading.number(found.get("occurrence"), 1, 1)
    if len(reading.problems) == before:
        _check_mention(reading, found["mention"], quote, mention, occurrence)
    if len(reading.problems) > before or date is None:
        return None
    calendar = reading.one_of(found.get("calendar"), CALENDARS, "bad-calendar", "Gregorian")
    citation = Citation(source, locator, Quote(quote), mention, occurrence)
    return Claim(date, citation, cast("Bound", bound), cast("Calendar", calendar))


def _check_mention(reading: Reading, node: Node, quote: str, mention: str, occurrence: int) -> None:
    count = sum(1 for _ in places(quote, mention))
    if not count:
        reading.problem(
            node,
            "mention-not-in-quote",
            f"{mention!r} does not stand in the quote",
            "copy the words that carry the date out of the quote",
        )
    elif occurrence > count:
        reading.problem(
            node,
            "mention-not-in-quote",
            f"{mention!r} stands in the quote {count} times, not {occurrence}",
            f"write an `occurrence:` of at most {count}",
        )
