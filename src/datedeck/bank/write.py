"""Facts, sources and whole new banks → YAML text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace

from datedeck.bank import keys
from datedeck.bank.folding import fold
from datedeck.bank.ids import Namer, stamped
from datedeck.bank.locators import source_text
from datedeck.bank.scalars import date, flow_list, one_line, scalar_lines
from datedeck.model import Claim, Fact, Source

Entries = Mapping[str, "str | tuple[str, ...] | Mapping[str, str] | tuple[Mapping[str, str], ...]"]

SCHEMA_LINE = "# yaml-language-server: $schema=../src/datedeck/bank/bank.schema.json"
DASH = 2  # columns before the dash of a fact in a new bank
_PLAIN_KEYS = frozenset({"date", "occurrence"})


def fact_entries(fact: Fact) -> Entries:
    """What a fact says by the keys of the file, in their order, empty ones left out; white space folded."""
    entries: Entries = {
        "id": fact.id,
        "event": fold(fact.event),
        "question": fold(fact.question),
        "status": fact.status,
        "reasons": _folded(fact.reasons),
        "context": fold(fact.context),
        "tags": _folded(fact.tags),
        "difficulty": fold(fact.difficulty),
        "ask": {kind: fold(stem) for kind, stem in sorted(fact.ask.items())},
        "wrong": _folded(fact.wrong),
        "why": fact.why,
        "note": fact.note,
        "formerly": fact.formerly,
        "derived": fact.derived,
        "claims": tuple(map(claim_entries, fact.claims)),
    }
    return {key: value for key in keys.FACT if (value := entries[key])}


def _folded(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(fold(text) for text in texts)


def claim_entries(claim: Claim) -> dict[str, str]:
    """What a claim says by the keys of the file; what is as usual is left unsaid."""
    citation = claim.citation
    entries = {
        "date": claim.date.text,
        "bound": claim.bound if claim.bound != "on" else "",
        "calendar": claim.calendar if claim.calendar != "Gregorian" else "",
        "source": fold(source_text(citation)),
        "mention": fold(citation.mention),
        "occurrence": str(citation.occurrence) if citation.occurrence != 1 else "",
        "quote": fold(citation.quote.exact),
    }
    return {key: value for key in keys.CLAIM if (value := entries[key])}


def entry_lines(key: str, value: object, indent: int) -> list[str]:
    """The lines of one key with its value, the key at `indent` spaces; no line ends."""
    prefix = f"{' ' * indent}{key}:"
    if isinstance(value, Mapping):
        return [prefix, *mapping_lines(value, indent + 2)]
    if isinstance(value, str):
        return [f"{prefix} {date(value)}"] if key in _PLAIN_KEYS else scalar_lines(f"{prefix} ", value, indent + 2)
    assert isinstance(value, tuple)
    if isinstance(value[0], Mapping):
        return [prefix, *(line for part in value for line in item_lines(part, indent + 2))]
    short = flow_list(value)
    if short:
        return [f"{prefix} {short}"]
    pad = " " * (indent + 2)
    return [prefix, *(line for part in value for line in scalar_lines(f"{pad}- ", part, indent + 4))]


def mapping_lines(entries: Mapping[str, object], indent: int) -> list[str]:
    """The lines of a mapping, its keys at `indent` spaces."""
    return [line for key, value in entries.items() for line in entry_lines(key, value, indent)]


def item_lines(entries: Mapping[str, object], indent: int) -> list[str]:
    """The lines of a mapping in a list, the dash at `indent` spaces."""
    first, *others = mapping_lines(entries, indent + 2)
    return [f"{' ' * indent}- {first.lstrip()}", *others]


def fact_lines(fact: Fact, dash: int = DASH) -> str:
    """One fact as YAML text as it stands under `facts:`, its dash at column `dash`; every line ends with a newline."""
    return "".join(line + "\n" for line in item_lines(fact_entries(fact), dash))


def source_lines(source: Source, indent: int = 2) -> list[str]:
    """One source as it stands under `sources:`."""
    said = {"file": source.file, **asdict(source.metadata), "sha256": source.sha256}
    entries = {key: fold(said[key]) for key in keys.SOURCE if said[key]}
    return [f"{' ' * indent}{source.id}:", *mapping_lines(entries, indent + 2)]


def with_ids(facts: Iterable[Fact], taken: Iterable[str] = ()) -> Iterator[Fact]:
    """New facts, each with an id of its own: the one it brings where it is free, otherwise a fresh one."""
    name = Namer(taken)
    for fact in facts:
        fresh = replace(fact, id=name(fact))
        yield stamped(fresh) if fact.status in ("ready", "draft") else fresh


def new_bank(
    name: str, title: str, uid: str, derived_with: str, sources: Mapping[str, Source], facts: Iterable[Fact]
) -> str:
    """The text of a whole new bank file; facts without an id are given one, derived ones are stamped."""
    return "".join(new_bank_pieces(name, title, uid, derived_with, sources, facts))


def new_bank_pieces(
    name: str, title: str, uid: str, derived_with: str, sources: Mapping[str, Source], facts: Iterable[Fact]
) -> Iterator[str]:
    """Like `new_bank`, a fact at a time."""
    head = {"bank": name, "title": title, "uid": uid, "derived-with": derived_with}
    lines = [SCHEMA_LINE, *(line for key, value in head.items() if value for line in entry_lines(key, fold(value), 0))]
    lines += ["sources:", *(line for source in sources.values() for line in source_lines(source)), "facts:"]
    yield "".join(line + "\n" for line in lines)
    between = ""
    for fact in with_ids(facts):
        yield between + fact_lines(fact)
        between = "\n"


def one_line_value(key: str, value: str) -> str:
    """A value as it stands behind its key on one line."""
    return date(value) if key in _PLAIN_KEYS else one_line(value)
