import difflib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bank.samples import BANK, read
from datedeck.bank import merge, replace_fact
from datedeck.bank.decode import same_content
from datedeck.bank.edit import Edit, apply, fact_edits, fact_nodes
from datedeck.bank.nodes import compose, split_lines
from datedeck.dates import Edtf
from datedeck.errors import DatedeckError
from datedeck.model import Fact

# All the ways in which a teacher's file may look like, told by what is done to BANK.
LOOKS = {
    "as it is": lambda text: text,
    "Windows": lambda text: text.replace("\n", "\r\n"),
    "old Mac": lambda text: text.replace("\n", "\r"),
    "byte-order mark": lambda text: "\ufeff" + text,
    "no final line end": lambda text: text.rstrip("\n"),
    "no final line end, no remark": lambda text: text.removesuffix("\n  # the last remark\n"),
    "blank lines at the end": lambda text: text + "\n\n",
    "keys in another order": lambda text: text.replace("    status: ready\n", "").replace(
        "and on May 9, Karsk.\n", "and on May 9, Karsk.\n    status: ready  # I think\n"
    ),
    "a fact in braces": lambda text: text.replace(
        "  - id: peace",
        "  - {id: brace, event: A b c, status: draft, claims: "
        "[{date: 1, source: lantern-war, mention: a, quote: a}]}\n"
        "  - id: peace",
    ).replace("date: 1,", "date: 0001,"),
    "not indented": lambda text: (
        text[: text.index("facts:")]
        + "facts:\n"
        + text[text.index("facts:\n") + 7 :].replace("\n  ", "\n").removeprefix("  ")
    ),
}
looks = pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())

CHANGES: list[dict[str, Any]] = [
    {"status": "checked"},
    {"event": "The Morvanians took: Tolben"},
    {"question": ""},
    {"tags": ("war", "towns")},
    {"reasons": ("who?",), "status": "draft"},
    {"note": "one\ntwo"},
    {"event": "The Morvanians " + "slowly " * 20 + "took it"},
    {"ask": {"when": "When?"}, "wrong": ("1703",), "formerly": ("old-id",), "why": "x: y", "difficulty": "hard"},
]


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return [line[2:].strip() for line in lines if line[0] in "+-"]


@looks
def test_load_and_merge_nothing_leaves_the_bytes(look: Any) -> None:
    text = look(BANK)
    assert merge(text, read(text), [], read(text).sources).text == text


@looks
@pytest.mark.parametrize("change", CHANGES)
def test_one_edit_is_what_is_read_again(look: Any, change: dict[str, Any]) -> None:
    text = look(BANK)
    for old in read(text).facts:
        new = replace(old, **change)
        after = replace_fact(text, read(text), new)
        facts = {fact.id: fact for fact in read(after).facts}
        assert same_content(facts[old.id], new)
        assert all(same_content(facts[fact.id], fact) for fact in read(text).facts if fact.id != old.id)
        assert after.endswith(("\n", "\r")) == text.endswith(("\n", "\r"))
        assert after.count("\r\n") in (0, after.count("\n"))


@looks
def test_no_edit_changes_nothing(look: Any) -> None:
    text = look(BANK)
    for fact in read(text).facts:
        assert replace_fact(text, read(text), fact) == text


def test_only_the_lines_that_say_it_change_and_remarks_stay() -> None:
    bank = read(BANK)
    first = bank.facts[0]
    claim = replace(first.claims[0], date=Edtf.parse("1702-03-04"), bound="by")
    text = replace_fact(BANK, bank, replace(first, status="checked", claims=(claim,)))
    assert changed_lines(BANK, text) == [
        "status: ready",
        "status: checked",
        "- date: 1702-03-03   # old style?",
        "- date: 1702-03-04   # old style?",
        "bound: by",
    ]


def test_several_claims_more_or_less() -> None:
    bank = read(BANK)
    first, second = bank.facts
    both = replace(first, claims=first.claims + second.claims)
    text = replace_fact(BANK, bank, both)
    assert read(text).facts[0].claims == both.claims
    assert replace(read(replace_fact(text, read(text), first)).facts[0], location=None) == replace(first, location=None)


def test_a_fact_that_somebody_else_edited_is_not_overwritten() -> None:
    bank = read(BANK)
    checked = replace(bank.facts[0], status="checked")
    for elsewhere in (
        BANK.replace("captured Tolben", "took Tolben"),
        BANK.replace("id: morv", "id: the-morv"),
        BANK.replace("1702-03-03", "1702-13-03"),
    ):
        with pytest.raises(DatedeckError) as caught:
            replace_fact(elsewhere, bank, checked)
        assert [problem.code for problem in caught.value.problems] == ["changed-on-disk"]
    moved = BANK.replace("facts:\n", "facts:\n\n  # a remark of somebody else\n").replace("Peace was", "A peace was")
    assert changed_lines(moved, replace_fact(moved, bank, checked)) == ["status: ready", "status: checked"]


class Lines(list[str]):
    """Lines of a file that may be looked up but not gone through."""

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("all lines of the file are gone through for one fact")


@looks
def test_the_edits_of_a_fact_look_at_its_own_lines_only(look: Any) -> None:
    text = look(BANK)
    nodes, lines = fact_nodes(compose(text, "bank.yaml")), Lines(split_lines(text))
    for old in read(text).facts:
        for change in CHANGES:
            new = replace(old, **change)
            assert bool(fact_edits(nodes[old.id], old, new, lines)) == (new != old)


def test_edits_in_any_order_and_at_the_same_place() -> None:
    edits = [Edit(3, 3, ["e"]), Edit(1, 2, []), Edit(0, 0, ["A"]), Edit(2, 3, ["C"]), Edit(0, 0, ["B"])]
    assert apply("a\nb\nc\nd\n", edits) == "A\nB\na\nC\ne\nd\n"
    assert edits[2].lines == ["A"]


def test_facts_in_brackets_are_refused() -> None:
    text = BANK[: BANK.index("facts:")] + (
        "facts: [{id: a, event: b, status: draft, claims: [{date: 1704, source: lantern-war, mention: a, quote: a}]}]\n"
    )
    bank = read(text)
    with pytest.raises(DatedeckError) as caught:
        replace_fact(text, bank, replace(bank.facts[0], status="checked"))
    assert caught.value.problems[0].code == "facts-in-brackets"


@settings(max_examples=40)
@given(
    events=st.lists(
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip), min_size=1, max_size=3
    ),
    look=st.sampled_from(sorted(LOOKS)),
    number=st.integers(0, 1),
)
def test_edits_one_after_the_other(events: list[str], look: str, number: int) -> None:
    text = LOOKS[look](BANK)
    facts: list[Fact] = list(read(text).facts)
    for event in events:
        facts[number] = replace(facts[number], event=" ".join(event.split()), note=event)
        text = replace_fact(text, read(text), facts[number])
    assert all(same_content(now, fact) for now, fact in zip(read(text).facts, facts, strict=True))
    assert ("# the last remark" in text) == ("no remark" not in look)
