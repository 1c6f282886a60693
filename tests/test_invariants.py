"""The invariants of docs/design.md that span the whole program; those of one part stand with that part's tests."""

import ast
import contextlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from datedeck.bank import fresh_id, load_bank, new_bank, replace_fact
from datedeck.dates import Edtf, wording
from datedeck.errors import DatedeckError
from datedeck.export import parse
from datedeck.model import Fact, Metadata, Source
from datedeck.pipeline.derive import derive
from datedeck.pipeline.documents import read_candidates
from datedeck.pipeline.export import export
from strategies import ACTORS, PLACES, banks, single_dates

SRC = Path(__file__).parent.parent / "src" / "datedeck"
QUIET = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
CLOCKS_AND_DICE = {
    "time.time", "time.time_ns", "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "random.random",
    "random.shuffle", "random.choice", "random.sample", "random.randint", "random.seed", "uuid.uuid4", "uuid.uuid1",
    "os.urandom", "secrets.token_hex",
}  # fmt: skip


@st.composite
def sentences(draw: st.DrawFn) -> str:
    who, place = draw(st.sampled_from(ACTORS)), draw(st.sampled_from(PLACES))
    date = wording(draw(single_dates(st.integers(1000, 1990))))
    form = draw(st.sampled_from((
        "{who} captured {place} on {date}.", "On {date}, {lower} burned the town of {place} (now Orrestad).1",
        "{who} took {place} and on {date} sold it,\n  as is told.", "The Battle of {place} ({date}) was lost.",
        "{who} founded {place}, as is said, in ca. 461 BC.",
        "The Treaty of {place} was signed on {date} — and on {date} it was “broken”.", "Nothing happened at {place}.",
    )))  # fmt: skip
    return form.format(who=who, lower=who[0].lower() + who[1:], place=place, date=date)


@QUIET
@given(st.lists(sentences(), min_size=1, max_size=5), st.sampled_from(("\n", "\r\n", "\r")))
def test_1_a_citation_is_the_documents_own_words(tmp_path: Path, told: list[str], newline: str) -> None:
    path = tmp_path / "annals.txt"
    text = "\n\n".join(["Annals of Ostria in 1702", *told, "1. A note, 1911."]).replace("\n", newline)
    path.write_bytes(text.encode("utf-8-sig"))
    read = read_candidates(path)
    assert read.document is not None
    assert read.document.text == text
    for candidate in read.candidates:
        for claim in candidate.fact.claims:
            citation = claim.citation
            assert citation.span is not None
            assert citation.mention_span is not None
            assert citation.span.of(text) == citation.quote.exact
            assert citation.span.contains(citation.mention_span)
            assert citation.mention_span.of(text) == citation.mention


def _written(path: Path, facts: tuple[Fact, ...]) -> None:
    names = {claim.citation.source for fact in facts for claim in fact.claims}
    sources = {name: Source(name, f"{name}.txt", Metadata(title=name)) for name in sorted(names)}
    path.write_text(new_bank("annals", "Annals", "u1d", "none", sources, facts), encoding="utf-8")


@QUIET
@given(banks(min_size=5), st.data())
def test_5_ids_are_given_once_and_exports_keep_them(tmp_path: Path, bank: object, data: st.DataObject) -> None:
    facts: tuple[Fact, ...] = bank.facts  # type: ignore[attr-defined]
    path = tmp_path / "annals.yaml"
    _written(path, facts)
    for lock in tmp_path.glob("*.lock.json"):
        lock.unlink()
    first = load_bank(path)
    before = _guids(path)
    chosen = data.draw(st.sampled_from(first.facts))
    mended = replace(chosen, event=f"{chosen.event} at last", question="")
    path.write_text(replace_fact(path.read_text(encoding="utf-8"), first, mended), encoding="utf-8")
    again = load_bank(path)
    assert again.uid == first.uid
    assert [fact.id for fact in again.facts] == [fact.id for fact in first.facts]
    assert _guids(path) == before


def _guids(path: Path) -> set[str]:
    """Guids of the exported notes, none when nothing of the bank can be asked."""
    with contextlib.suppress(DatedeckError):
        export(path, path.with_suffix(".apkg"), 1_000_000_000)
    lock = path.with_name(f"{path.stem}.lock.json")
    return set(parse(lock.read_text(encoding="utf-8"), str(lock)).notes) if lock.exists() else set()


@given(st.lists(st.text(max_size=40), max_size=8))
def test_5_ids_of_one_bank_differ(events: list[str]) -> None:
    taken: set[str] = set()
    for event in events:
        name = fresh_id(event, taken)
        assert name not in taken
        taken.add(name)


@QUIET
@given(banks(min_size=4))
def test_6_the_same_input_gives_the_same_bytes(tmp_path: Path, bank: object) -> None:
    facts: tuple[Fact, ...] = bank.facts  # type: ignore[attr-defined]
    built = []
    lock = tmp_path / "deck.lock.json"
    lock.unlink(missing_ok=True)
    for folder, now in (("one", 1_000_000_000), ("other", 1_700_000_000)):
        (tmp_path / folder).mkdir(exist_ok=True)
        path = tmp_path / folder / "annals.yaml"
        _written(path, facts)
        with contextlib.suppress(DatedeckError):
            export(path, tmp_path / folder / "annals.apkg", now, lock)
            built.append((tmp_path / folder / "annals.apkg").read_bytes() + lock.read_bytes() + path.read_bytes())
    assert len(set(built)) <= 1


def test_6_deriving_gives_the_same_bytes_in_any_number_of_processes(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        text = f"Annals {number}\n\nOn 3 May 170{number}, the Ostrians captured the town of Velm.\n"
        (tmp_path / f"annals-{number}.txt").write_text(text, encoding="utf-8")
    documents = sorted(tmp_path.glob("*.txt"))
    derive(documents, tmp_path / "one.jsonl")
    derive(documents, tmp_path / "two.jsonl", workers=2)
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()
    assert (tmp_path / "one.jsonl").read_text(encoding="utf-8").count("\n") == 3


@pytest.mark.parametrize("path", sorted(SRC.rglob("*.py")), ids=lambda path: str(path.relative_to(SRC)))
def test_9_time_and_chance_enter_only_in_cli(path: Path) -> None:
    if path.relative_to(SRC).parts[0] == "cli":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            assert ast.unparse(node.func) not in CLOCKS_AND_DICE, f"line {node.lineno}"
            if ast.unparse(node.func) == "random.Random":
                assert node.args, f"line {node.lineno}: seeded by the system"


@given(single_dates())
def test_2_dates_and_their_texts_are_one(date: Edtf) -> None:
    assert Edtf.parse(str(date)) == date
    assert date.earliest <= date.latest
