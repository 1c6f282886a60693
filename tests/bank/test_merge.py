import difflib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bank.samples import BANK, claim, fact, read
from datedeck.bank import Merged, derived_hash, fresh_id, make_uid, merge, new_bank, untouched
from datedeck.bank.decode import same_content
from datedeck.dates import Edtf
from datedeck.errors import DatedeckError
from datedeck.model import Fact, Metadata, Source, Status

QUOTE = "On March 3, 1702, the Morvanians captured  Tolben,\nand on May 9, Karsk."
TOLBEN = fact("The Morvanians captured Tolben", claim("1702-03-03", "March 3, 1702", QUOTE), question="did they")
KARSK = fact("The Morvanians captured Karsk", claim("1702-05-09", "May 9", QUOTE), status="draft", reasons=("who?",))
PEACE = fact("Peace was signed", claim("1704", "1704", "Peace was signed in 1704."))
SOURCES = {"lantern-war": Source("lantern-war", "lantern-war.txt", Metadata(title="The Lantern War"), "aa11")}
DERIVED = new_bank("x", "X", "b1", "", SOURCES, [TOLBEN, KARSK, PEACE])


def again(text: str, *facts: Fact, refresh: bool = False) -> Merged:
    return merge(text, read(text), facts, SOURCES, refresh=refresh)


def added_lines(before: str, after: str) -> list[str]:
    lines = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    assert not [line for line in lines if line[0] == "-"]
    return [line[2:] for line in lines if line[0] == "+"]


def judged(status: Status, text: str = DERIVED) -> str:
    return text.replace("status: ready", f"status: {status}", 1)


@pytest.mark.parametrize("text", [DERIVED, DERIVED.replace("\n", "\r\n"), DERIVED.rstrip("\n"), judged("rejected")])
@pytest.mark.parametrize("refresh", [False, True])
def test_the_same_derivation_changes_nothing(text: str, refresh: bool) -> None:
    assert again(text, TOLBEN, KARSK, PEACE, refresh=refresh) == Merged(text, 0, 0, 0, 3)


def test_new_facts_are_appended_and_all_else_stays() -> None:
    new = fact("The town of Karsk was rebuilt", claim("1710", "1710", "The town was rebuilt by 1710.", bound="by"))
    merged = again(BANK, new, PEACE)
    assert (merged.added, merged.proposed, merged.kept) == (1, 0, 2)
    added = added_lines(BANK.replace("00ff", "aa11"), merged.text)
    assert added[:3] == ["", "  - id: town-karsk-rebuilt", "    event: The town of Karsk was rebuilt"]
    assert "  # the last remark\n\n  - id: town-karsk" in merged.text
    assert again(merged.text, new, PEACE) == Merged(merged.text, 0, 0, 0, 3)
    assert untouched(read(merged.text).facts[2])


@pytest.mark.parametrize("tail", ["", "\n", "\r\n", "notes", "empty", "brackets"])
def test_where_new_facts_go(tail: str) -> None:
    head = BANK[: BANK.index("facts:")]
    text = {
        "": BANK.rstrip("\n"),
        "\n": BANK + "\n\n",
        "\r\n": BANK.replace("\n", "\r\n"),
        "notes": BANK.replace("title: The Lantern War\nuid: b0a1b2c3d\n", "") + "title: T\nuid: b0a1b2c3d\n",
        "empty": head + "facts:",
        "brackets": head + "facts: []  # none yet\n",
    }[tail]
    merged = again(text, KARSK)
    bank = read(merged.text)
    assert bank.facts[-1].event == KARSK.event
    assert bank.facts[:-1] == read(text).facts[: len(bank.facts) - 1] or tail == "notes"
    assert again(merged.text, KARSK).text == merged.text
    assert merged.text.endswith("\n") == text.endswith("\n")
    assert merged.text.count("\r\n") in (0, merged.text.count("\n"))


def test_what_would_be_said_differently_is_proposed_once_below_its_fact() -> None:
    other = replace(TOLBEN, claims=(replace(TOLBEN.claims[0], date=Edtf.parse("1702-03")),))
    merged = again(DERIVED, other, KARSK, PEACE)
    assert (merged.added, merged.proposed, merged.refreshed, merged.kept) == (0, 1, 0, 3)
    lines = added_lines(DERIVED, merged.text)
    assert all(line.startswith("  # ") for line in lines)
    assert "  #     - date: 1702-03" in lines
    at = merged.text.index("  # ")
    assert DERIVED[at:].startswith("\n  - id: morvanians-captured-karsk")
    assert again(merged.text, other, KARSK, PEACE) == Merged(merged.text, 0, 0, 0, 3)
    third = replace(other, event="Morvania captured the town of Tolben")
    assert again(merged.text, third, KARSK, PEACE).proposed == 1
    uncommented = "\n".join(line[4:] for line in lines[1:])
    assert read(DERIVED[: DERIVED.index("  - id")] + uncommented + "\n").facts[0].claims[0].date.text == "1702-03"


def test_a_calendar_that_is_now_read_is_proposed() -> None:
    julian = replace(TOLBEN, claims=(replace(TOLBEN.claims[0], calendar="Julian"),))
    merged = again(DERIVED, julian, KARSK, PEACE)
    assert merged.proposed == 1
    assert "  #       calendar: Julian" in added_lines(DERIVED, merged.text)


def test_a_proposal_below_the_last_fact_stands_before_new_facts() -> None:
    text = new_bank("x", "X", "b1", "", SOURCES, [TOLBEN])
    merged = again(text, replace(TOLBEN, event="The Morvanians captured the town of Tolben"), PEACE)
    assert (merged.added, merged.proposed) == (1, 1)
    assert merged.text.index("# Derived again") < merged.text.index("id: peace-signed")
    assert (
        again(merged.text, replace(TOLBEN, event="The Morvanians captured the town of Tolben"), PEACE).text
        == merged.text
    )


@pytest.mark.parametrize("refresh", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        judged("checked"),
        judged("rejected"),
        DERIVED.replace("captured Tolben", "seized Tolben", 1),
        DERIVED.replace("1702-03-03", "1702-03-04", 1),
    ],
    ids=["checked", "rejected", "event edited", "date edited"],
)
def test_what_people_said_is_neither_rewritten_nor_doubled_nor_doubted(text: str, refresh: bool) -> None:
    other = replace(TOLBEN, claims=(replace(TOLBEN.claims[0], date=Edtf.parse("1702")),))
    assert again(text, other, KARSK, PEACE, refresh=refresh).text == text


def test_refresh_replaces_what_nobody_edited() -> None:
    text = DERIVED.replace("event: Peace", "note: mine\n    event: Peace").replace("captured Karsk", "sacked Karsk", 1)
    better = [replace(derived, event=derived.event + " at last") for derived in (TOLBEN, KARSK, PEACE)]
    merged = again(text, *better, refresh=True)
    assert (merged.added, merged.proposed, merged.refreshed, merged.kept) == (0, 0, 2, 1)
    bank = read(merged.text)
    assert [now.event for now in bank.facts] == [
        "The Morvanians captured Tolben at last",
        "The Morvanians sacked Karsk",
        "Peace was signed at last",
    ]
    assert [now.id for now in bank.facts] == [then.id for then in read(text).facts]
    assert bank.facts[2].note == "mine"
    assert again(merged.text, *better, refresh=True).text == merged.text


def test_refresh_keeps_the_claim_of_a_source_that_is_not_derived_from_now() -> None:
    other = claim("1705", "1705", "They made peace in 1705.", source="annals")
    disputed = replace(PEACE, claims=(other, *PEACE.claims))
    annals = Source("annals", "annals.txt", Metadata(), "bb22")
    text = new_bank("x", "X", "b1", "", {**SOURCES, "annals": annals}, [disputed])
    now = replace(
        PEACE, event="Peace was signed at last", claims=(replace(PEACE.claims[0], date=Edtf.parse("1704-05")),)
    )
    merged = merge(text, read(text), [now], SOURCES, refresh=True)
    (known,) = read(merged.text).facts
    assert [(said.citation.source, said.date.text) for said in known.claims] == [
        ("annals", "1705"),
        ("lantern-war", "1704-05"),
    ]
    assert known.event == "Peace was signed"
    assert merged.refreshed == 1


def test_two_events_with_the_same_date_words_stay_two() -> None:
    fort = replace(TOLBEN, event="The Morvanians captured Tolben castle")
    merged = again(DERIVED, fort, TOLBEN, KARSK, PEACE)
    assert (merged.added, merged.proposed) == (1, 0)
    assert again(merged.text, fort, TOLBEN, KARSK, PEACE).text == merged.text


def test_a_fact_that_a_teacher_took_into_another_is_not_added_again() -> None:
    text = DERIVED[: DERIVED.index("  - id: morvanians-captured-karsk")].replace(
        "status: ready", "status: checked\n    formerly: [morvanians-captured-karsk]"
    )
    assert again(text, TOLBEN, KARSK).text == text


def test_a_fact_reworded_past_likeness_is_not_added_again() -> None:
    text = DERIVED.replace("event: The Morvanians captured Karsk", "event: A fortress fell", 1)
    text = text.replace("question: did the Morvanians capture Karsk", "question: did a fortress fall")
    assert "A fortress fell" in text
    assert again(text, TOLBEN, KARSK, PEACE).text == text


def test_a_moved_paragraph_is_still_the_same_place() -> None:
    moved = replace(PEACE, claims=(claim("1704", "1704", "Peace was signed in 1704.", paragraph=9),))
    assert again(DERIVED, TOLBEN, KARSK, moved).text == DERIVED


def test_sources() -> None:
    annals = Source("annals", "annals.txt", Metadata(title="Annals: 1"), "bb22")
    merged = merge(BANK, read(BANK), [], {**SOURCES, "annals": annals})
    assert added_lines(BANK.replace("00ff", "aa11"), merged.text) == [
        "  annals:",
        "    file: annals.txt",
        '    title: "Annals: 1"',
        "    sha256: bb22",
    ]
    assert "    sha256: aa11  # as read in the library\n" in merged.text
    unhashed = BANK.replace("    sha256: 00ff  # as read in the library\n", "")
    assert added_lines(unhashed, merge(unhashed, read(unhashed), [], SOURCES).text) == ["    sha256: aa11"]
    bare = "bank: x\nfacts:\n"
    assert list(read(merge(bare, read(bare), [PEACE], SOURCES).text).sources) == ["lantern-war"]


def test_a_broken_bank_is_not_merged_into() -> None:
    from datedeck.bank import parse_bank

    text = DERIVED.replace("1702-03-03", "1702-13-03")
    with pytest.raises(DatedeckError) as caught:
        merge(text, parse_bank(text, "bank.yaml"), [TOLBEN], SOURCES)
    assert caught.value.problems[0].code == "bad-date"


EVENTS = st.sampled_from(
    [
        "Tolben fell to the Morvanians",
        "Karsk was rebuilt by the Morvanians",
        "Peace was signed",
        "The king of Morvania died",
        "The Morvanians fled from Karsk",
    ]
)
DERIVATION = st.lists(
    st.builds(
        lambda event, day, paragraph: fact(
            event, claim(f"1702-03-{day:02d}", f"March {day}", f"On March {day}, this.", paragraph=paragraph)
        ),
        EVENTS,
        st.integers(1, 9),
        st.integers(1, 3),
    ),
    max_size=6,
)


@settings(max_examples=40)
@given(first=DERIVATION, second=DERIVATION, refresh=st.booleans())
def test_merging_settles(first: list[Fact], second: list[Fact], refresh: bool) -> None:
    start = again(BANK, *first)
    assert all(any(same_content(now, then) for now in read(start.text).facts) for then in read(BANK).facts)
    once = again(start.text, *second, refresh=refresh)
    assert again(once.text, *second, refresh=refresh).text == once.text
    ids = [now.id for now in read(once.text).facts]
    assert ids[: len(read(start.text).facts)] == [then.id for then in read(start.text).facts]


@pytest.mark.parametrize(
    ("event", "taken", "expected"),
    [
        ("The Turks captured Kars", (), "turks-captured-kars"),
        ("The Turks captured Kars", ("turks-captured-kars", "turks-captured-kars-2"), "turks-captured-kars-3"),
        ("Čeněk’s Großvater was born in Łódź", (), "cenek-grossvater-born-lodz"),
        ("東京", (), "fact"),
        ("The", ("fact",), "fact-2"),
        ("One two three four five six seven eight", (), "one-two-three-four-five-six"),
    ],
)
def test_fresh_ids(event: str, taken: tuple[str, ...], expected: str) -> None:
    assert fresh_id(event, taken) == expected


def test_uids_tell_banks_apart() -> None:
    assert make_uid(["aa", "bb"]) == make_uid(["bb", "aa"]) != make_uid(["aa", "bc"])
    assert len(make_uid(["aa"])) == 9


def test_the_hash_sees_what_was_derived_and_nothing_else() -> None:
    digest = derived_hash(TOLBEN)
    assert derived_hash(replace(TOLBEN, status="draft", tags=("x",), note="x", id="x")) == digest
    assert derived_hash(replace(TOLBEN, event="The  Morvanians captured Tolben ")) == digest
    for change in ({"event": "x"}, {"question": "x"}, {"context": "x"}, {"claims": KARSK.claims}):
        assert derived_hash(replace(TOLBEN, **change)) != digest
