"""What the real Anki makes of a package: imports, updates, scheduling, rendered cards."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from datedeck.export import EXPORTERS, Exported, Lock
from datedeck.model import Quote
from export.anki_profile import Profile
from export.packages import build, facts

START = 1_700_000_000
HOSTILE = [
    "{{c1::x}}",
    "}}::{{Event}}",
    "</script><script>alert(1)</script>",
    "<b>bold</b>",
    "a & b &amp; c",
    "\"'`",
    "[sound:a.mp3]",
    "[[x]]",
    "<!-- x",
    "c1::y",
    "\x1f\x00",
    "%%",
    "é 漢 \u202e",
    "\\frac",
    "<mark>",
]


def export(package: object, lock: Lock | None = None, now: int = START) -> Exported:
    return EXPORTERS[".apkg"](package, lock or Lock(), now)  # type: ignore[arg-type]


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    with Profile(tmp_path / "learner") as opened:
        yield opened


def visible(side: str) -> str:
    """Text without tags, scripts and styles."""
    without = re.sub(r"(?s)<(script|style)\b.*?</\1>|</?(?:mark|a|em|span)\b[^>]*>", "", side)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", without)).split())


def test_a_package_arrives_whole_and_only_once(profile: Profile) -> None:
    built = export(build(facts()))
    assert profile.take(built.data, presets=True) == {"new": 7}
    assert profile.collection.card_count() == built.cards == 23
    decks = {
        deck.name: profile.collection.decks.card_count(deck.id, include_subdecks=False)
        for deck in profile.collection.decks.all_names_and_ids(skip_empty_default=True)
    }
    assert decks == {
        "Kelmar & the Vale": 0,
        "Kelmar & the Vale::1 Recall": 6,
        "Kelmar & the Vale::2 Choice": 12,
        "Kelmar & the Vale::3 Match": 5,
    }
    assert profile.take(built.data) == {"duplicate": 7}
    assert not profile.collection.get_empty_cards().notes


def test_deck_carries_description_and_preset(profile: Profile) -> None:
    profile.take(export(build(facts())).data, presets=True)
    deck = profile.collection.decks.by_name("Kelmar & the Vale")
    assert deck is not None
    assert deck["md"]
    for words in (
        "6 dated facts, 1 matching set",
        "Version 2023-11-14",
        "Letters from the Vale",
        "import the newer file",
        r"an \*invented\* valley",
    ):
        assert words in deck["desc"]
    preset = profile.collection.decks.config_dict_for_deck_id(deck["id"])
    assert (preset["name"], preset["new"]["perDay"], preset["desiredRetention"]) == ("datedeck", 10, pytest.approx(0.9))
    assert preset["new"]["bury"]
    assert preset["rev"]["bury"]


def test_new_cards_come_in_time_order(profile: Profile) -> None:
    profile.take(export(build(facts())).data)
    cards = [profile.collection.get_card(cid) for cid in profile.collection.find_cards("deck:*Recall", order="c.due")]
    names = [card.note()["Id"].split(":")[1] for card in cards]
    assert names == ["canal", "bridge", "siege", "fleet", "league", "mint"]


def test_update_mends_and_adds_and_keeps_scheduling(profile: Profile) -> None:
    made = facts()
    rows = made[3:]
    first = export(build(made[:5], rows[:2]))
    profile.take(first.data)
    profile.study(6)
    known = profile.scheduling()
    assert len(known) == 6
    mended = [replace(made[0], event="The weavers opened the old Tolvik canal"), *made[1:]]
    package = build(mended, rows[:2])
    frozen = build(made[:5], rows[:2]).items
    keys = {(fact.key, kind): item for (key, kind), item in frozen.items() for fact in made[1:5] if fact.key == key}
    second = export(replace(package, items={**package.items, **keys}), first.lock, START + 9)
    assert profile.take(second.data) == {"new": 1, "updated": 1, "duplicate": 5}
    assert profile.scheduling() == known
    assert any("old Tolvik" in note.fields[1] for note in profile.notes().values())


def test_learners_edit_survives_an_update_of_other_notes(profile: Profile) -> None:
    first = export(build(facts()), now=START)
    profile.take(first.data)
    note = next(note for note in profile.notes().values() if note["Id"].endswith(":mint"))
    note["Spare1"] = "mnemonic"
    profile.collection.update_note(note)
    made = facts()
    second = export(build([replace(made[0], why="Because."), *made[1:]]), first.lock, START + 9)
    assert profile.take(second.data) == {"updated": 1, "duplicate": 6}
    assert profile.notes()[note.guid]["Spare1"] == "mnemonic"


def test_a_fact_that_left_is_tagged_and_its_row_stays(profile: Profile) -> None:
    made = facts()
    first = export(build(made))
    profile.take(first.data)
    left = made[4]
    second = export(build([fact for fact in made if fact is not left]), first.lock, START + 9)
    profile.take(second.data)
    notes = {note["Id"].split(":", 1)[1]: note for note in profile.notes().values()}
    assert "datedeck::retired" in notes["league"].tags
    assert not any("datedeck::retired" in note.tags for id_, note in notes.items() if id_ != "league")
    assert "(withdrawn)" in notes["set-1"]["Pairs"]
    assert not profile.collection.get_empty_cards().notes
    third = export(build(made), second.lock, START + 20)
    assert profile.take(third.data)["new"] == 0
    assert profile.notes()[notes["league"].guid].tags == next(
        list(note.tags) for note in first.lock.notes.values() if note.id == left.key
    )


def test_every_front_asks_and_hides_and_every_back_proves(profile: Profile) -> None:
    made = {fact.key: fact for fact in facts()}
    built = export(build(list(made.values())))
    profile.take(built.data)
    for (guid, ord_), (front, back) in profile.sides().items():
        note = built.lock.notes[guid]
        asked = [made[note.id]] if note.kind == "dated" else [made[row.fact] for row in note.rows]
        for fact in asked:
            for claim in fact.claims:
                assert claim.citation.quote.exact in visible(back)
                assert f"<mark>{claim.citation.mention}</mark>" in back
        assert "The Chronicle of Kelmar, 1702, A. Orlen, Kelmar Papers" in visible(back)
        assert 'href="https://kelmar.example/c?a=1&amp;b=2"' in back
        assert note.id.split(":")[-1] in visible(back)
        if note.kind == "dated" and ord_ == 0:
            assert visible(front).count("?") == 1
            assert asked[0].asked.citation.mention not in front
        if note.kind == "dated" and ord_ == 2:
            assert f"happened on {asked[0].asked.citation.mention}?" in visible(front)
    disputed = next(note for note in built.lock.notes.values() if "datedeck::disputed" in note.tags)
    assert "According to The Chronicle" in profile.sides()[disputed.guid, 0][0]
    assert "Letters from the Vale says 2 February 1703" in visible(profile.sides()[disputed.guid, 0][1])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=12)), min_size=5, max_size=5))
def test_hostile_text_arrives_as_text(tmp_path_factory: pytest.TempPathFactory, parts: list[str]) -> None:
    event, quote, why, tag, title = (f"{part} end" for part in parts)
    made = facts()
    claim = made[0].claims[0]
    citation = replace(claim.citation, quote=Quote(f"{quote} {claim.citation.mention} {quote}"))
    made[0] = replace(made[0], event=event, why=why, tags=(tag,), claims=(replace(claim, citation=citation),))
    built = export(build(made, title=title))
    with Profile(tmp_path_factory.mktemp("hostile")) as profile:
        assert profile.take(built.data) == {"new": 7}
        sides = profile.sides()
        assert len(sides) == 23
        note = next(note for note in profile.notes().values() if note["Id"].endswith(":canal"))
        match = next(note for note in profile.notes().values() if note["Id"].endswith(":set-1"))
        for field in (note["Event"], match["Pairs"]):
            assert shown(event) in visible(field)
        assert shown(quote) in visible(sides[note.guid, 0][1])
        for front, back in sides.values():
            assert (front + back).count("<script") == (front + back).count("</script")
            assert "<b>" not in front + back
            assert "[anki:play" not in front + back


def shown(text: str) -> str:
    """As a reader sees it: control characters are spaces, runs of spaces one."""
    return " ".join("".join(" " if ord(char) < 32 or 127 <= ord(char) < 160 else char for char in text).split())
