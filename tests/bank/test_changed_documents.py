"""Deriving again after a document has changed, or from one document of several."""

from dataclasses import replace
from typing import Any

import pytest

from bank.samples import claim, document, fact, read
from datedeck.bank import Merged, merge, new_bank, verify
from datedeck.dates import Edtf
from datedeck.model import Fact, Metadata, Source

QUOTE = "On March 3, 1702, the Morvanians captured Tolben after a long siege."
TOLBEN = fact("The Morvanians captured Tolben", claim("1702-03-03", "March 3, 1702", QUOTE), question="did they")
PEACE = fact("Peace was signed", claim("1704", "1704", "Peace was signed in 1704."), question="was it")
ANNALS = fact("The Morvanians took Tolben", claim("1702-03-04", "March 4, 1702", "On March 4, 1702.", source="annals"))
SOURCES = {name: Source(name, f"{name}.txt", Metadata(), "aa11") for name in ("lantern-war", "annals")}
DERIVED = new_bank("x", "X", "b1", "", SOURCES, [TOLBEN, PEACE])


def again(text: str, *facts: Fact, refresh: bool = False, only: str = "lantern-war") -> Merged:
    return merge(text, read(text), facts, {only: SOURCES[only]}, refresh=refresh)


def told(one: Fact, event: str = "", **now: Any) -> Fact:
    """The fact with another event, quote, mention, paragraph or date."""
    (old,) = one.claims
    said = {"date": old.date.text, "mention": old.citation.mention, "quote": old.citation.quote.exact, **now}
    return replace(one, event=event or one.event, claims=(claim(**said),))


LONGER = QUOTE.replace("a long siege", "a siege of nine weeks")
# what the document says now, and how it differs
CHANGED = [
    ("moved and edited", told(TOLBEN, paragraph=2, quote=LONGER)),
    ("moved and reworded", told(TOLBEN, "The Morvanians stormed Tolben", paragraph=2, quote=LONGER)),
    ("another day", told(TOLBEN, quote=QUOTE.replace("3,", "5,"), mention="March 5, 1702", date="1702-03-05")),
    (
        "moved, and another day",
        told(TOLBEN, paragraph=2, quote=LONGER.replace("3,", "5,"), mention="March 5, 1702", date="1702-03-05"),
    ),
]
changed = pytest.mark.parametrize("now", [row[1] for row in CHANGED], ids=[row[0] for row in CHANGED])


@changed
def test_a_fact_is_recognised_and_proposed(now: Fact) -> None:
    merged = again(DERIVED, now, PEACE)
    assert merged[1:] == (0, 1, 0, 2)
    assert "  # - id: morvanians-captured-tolben\n" in merged.text
    assert again(merged.text, now, PEACE) == Merged(merged.text, 0, 0, 0, 2)


@changed
@pytest.mark.parametrize("status", ["checked", "rejected"])
def test_what_people_judged_stays(now: Fact, status: str) -> None:
    text = DERIVED.replace("status: ready", f"status: {status}", 1)
    assert again(text, now, PEACE).text == text


@changed
def test_refreshing_leaves_no_proposal_of_what_the_fact_now_says(now: Fact) -> None:
    proposed = again(DERIVED, now, PEACE).text
    refreshed = again(proposed, now, PEACE, refresh=True)
    assert refreshed == (again(DERIVED, now, PEACE, refresh=True).text, 0, 0, 1, 1)
    assert "#" not in refreshed.text.split("\n", 1)[1]


def test_only_the_proposal_that_was_taken_goes() -> None:
    first, second = CHANGED[1][1], CHANGED[2][1]
    one = again(DERIVED, first, PEACE).text
    two = again(one, second, PEACE).text
    assert two.count("# Derived again") == 2
    text = two.replace("\n\n  - id: peace", "\n  # my own\n  #\n\n  - id: peace")
    kept = again(text, second, PEACE, refresh=True).text
    assert kept.count("# Derived again") == 1
    assert "  # my own\n  #\n" in kept
    assert [line for line in one.splitlines() if line.startswith("  #")] == [
        line for line in kept.splitlines() if line.startswith("  #") and line not in ("  # my own", "  #")
    ]


def test_an_exact_place_wins_over_a_likeness() -> None:
    """The sentence that moved is not taken for the one that stands where it stood."""
    moved = told(TOLBEN, paragraph=2, quote=LONGER)
    merged = again(DERIVED, moved, TOLBEN, PEACE)
    assert (merged.added, merged.proposed) == (1, 0)
    assert again(merged.text, moved, TOLBEN, PEACE).text == merged.text


OTHERS = [
    (
        "the same words of another day",
        told(PEACE, quote="In the end peace was signed again, at Karsk, in 1748.", mention="1748", date="1748"),
    ),
    (
        "the same date words elsewhere",
        told(TOLBEN, "The fleet captured Karsk", paragraph=4, quote="On March 3, 1702, the fleet captured Karsk."),
    ),
]


@pytest.mark.parametrize("other", [row[1] for row in OTHERS], ids=[row[0] for row in OTHERS])
@pytest.mark.parametrize("beside", [(TOLBEN, PEACE), ()])
def test_another_event_is_a_fact_of_its_own(other: Fact, beside: tuple[Fact, ...]) -> None:
    merged = again(DERIVED, other, *beside)
    assert (merged.added, merged.proposed) == (1, 0)


def test_many_events_in_the_same_words_are_told_apart() -> None:
    towns = [
        fact(
            f"The Morvanians captured Town{at}",
            claim("1702", "1702", f"In 1702 they captured Town{at}, which had walls.", paragraph=at + 1),
        )
        for at in range(120)
    ]
    text = new_bank("x", "X", "b1", "", SOURCES, towns)
    now = [
        replace(one, claims=(claim("1702", "1702", f"In 1702 they took Town{at}, which had walls.", paragraph=at + 2),))
        for at, one in enumerate(towns)
    ]
    refreshed = again(text, *now, refresh=True)
    assert refreshed[1:] == (0, 0, 120, 0)
    assert all(
        f"Town{at}," in known.claims[0].citation.quote.exact for at, known in enumerate(read(refreshed.text).facts)
    )


def test_a_reworded_fact_is_recognised_by_its_id_when_its_day_changes() -> None:
    text = DERIVED.replace("event: The Morvanians captured Tolben", "event: A fortress fell", 1)
    assert again(text, CHANGED[2][1], PEACE).text == text


def test_check_still_says_which_quotes_no_longer_stand() -> None:
    text = again(DERIVED, CHANGED[0][1], PEACE).text
    library = document("T\n\n" + LONGER + " Peace was signed in 1704.")
    problems = verify(read(text), {"lantern-war": library}).problems
    assert [problem.code for problem in problems if problem.severity == "error"] == ["quote-not-found"]


# Facts joined from two sources, derived again from one of them.

JOINED = replace(ANNALS, claims=(*TOLBEN.claims, *ANNALS.claims))
BOTH = new_bank("x", "X", "b1", "", SOURCES, [JOINED, PEACE])


@pytest.mark.parametrize("refresh", [False, True])
@pytest.mark.parametrize(("one", "only"), [(TOLBEN, "lantern-war"), (ANNALS, "annals")])
def test_one_source_alone_does_not_reword_what_two_tell(one: Fact, only: str, *, refresh: bool) -> None:
    assert again(BOTH, one, only=only, refresh=refresh) == Merged(BOTH, 0, 0, 0, 2)


def test_one_source_alone_changes_its_own_claim() -> None:
    now = CHANGED[2][1]
    (joined, _) = read(again(BOTH, now, PEACE, refresh=True).text).facts
    assert joined.event == ANNALS.event
    assert joined.question == JOINED.question
    assert [said.date.text for said in joined.claims] == ["1702-03-05", "1702-03-04"]
    proposed = again(BOTH, now, PEACE)
    assert proposed.proposed == 1
    assert "  #   event: The Morvanians took Tolben\n" in proposed.text


def test_the_same_claim_is_known_though_another_source_words_the_event() -> None:
    worded = replace(JOINED, event="Tolben fell")
    text = new_bank("x", "X", "b1", "", SOURCES, [worded, PEACE])
    assert again(text, TOLBEN, PEACE).text == text


def test_what_was_asked_about_another_source_stays() -> None:
    asked = "is this the event that annals tells as “The Morvanians took Tolben”? then move the claim there"
    unsure = replace(TOLBEN, status="draft", reasons=(asked,))
    text = new_bank("x", "X", "b1", "", SOURCES, [unsure, PEACE])
    assert again(text, TOLBEN, PEACE, refresh=True).text == text
    assert again(DERIVED, unsure, PEACE, refresh=True).text == DERIVED
    both = merge(text, read(text), [TOLBEN, PEACE], SOURCES, refresh=True)
    assert read(both.text).facts[0].status == "ready"
    doubted = replace(TOLBEN, status="draft", reasons=("who?",))
    (known, _) = read(again(text, doubted, PEACE, refresh=True).text).facts
    assert known.reasons == (asked, "who?")


def test_a_date_of_a_source_that_is_not_derived_now_is_no_difference() -> None:
    edited = replace(JOINED, claims=(JOINED.claims[0], replace(JOINED.claims[1], date=Edtf.parse("1702"))))
    text = new_bank("x", "X", "b1", "", SOURCES, [edited, PEACE])
    assert again(text, TOLBEN, PEACE, refresh=True).text == text
