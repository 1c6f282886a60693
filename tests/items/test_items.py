"""Stems, options and sets on small banks of invented facts."""

import random
from collections import UserList
from dataclasses import replace
from typing import Any

import pytest

from datedeck.dates import Bound, Edtf
from datedeck.items import KeptSet, Pool, Record, match_item, match_sets, paper, what_item, when_item, when_stem
from datedeck.model import KINDS, Choice, ChoiceItem, Fact, MatchItem, Status
from datedeck.model.likeness import WordIndex, likeness
from strategies import ACTORS, DEEDS, PLACES, claim_of, fact_of, sources_of

SOURCES = sources_of("The Chronicle of 1920", "Letters")
DAYS = (
    "1920-06-09",
    "1920-08-24",
    "1920-09-29",
    "1920-10-30",
    "1920-11-06",
    "1920-11-07",
    "1920-12-02",
    "1921-01-15",
    "1921-03-03",
    "1921-05-20",
    "1921-08-01",
    "1921-11-11",
)
FACTS = [fact_of(f"{ACTORS[n % 8]} {DEEDS[n % 9]} {PLACES[n]}", day) for n, day in enumerate(DAYS)]

DAY_OF_TWIN = Edtf.parse(DAYS[1])
STEMS: list[tuple[str, Bound, str]] = [
    ("1920-10-30", "on", "On what date did the weavers burn Sarn?"),
    ("1920-10", "on", "In which month and year did the weavers burn Sarn?"),
    ("1920-21", "on", "In which season of which year did the weavers burn Sarn?"),
    ("1920", "during", "In which year did the weavers burn Sarn?"),
    ("1520~", "on", "Around which year did the weavers burn Sarn?"),
    ("152X", "on", "In which decade did the weavers burn Sarn?"),
    ("15XX", "on", "In which century did the weavers burn Sarn?"),
    ("1918/1920", "on", "Over what period did the weavers burn Sarn?"),
    ("1918/1920", "during", "During what period did the weavers burn Sarn?"),
    ("1956", "by", "By when did the weavers burn Sarn?"),
    ("1945", "since", "Since when did the weavers burn Sarn?"),
    ("1813", "until", "Until when did the weavers burn Sarn?"),
    ("1763", "after", "After what date did the weavers burn Sarn?"),
    ("1763", "before", "Before what date did the weavers burn Sarn?"),
]


class Counting(UserList[Fact]):
    """Facts that count how often one is looked at, as a bank decodes them when they are."""

    looked = 0

    def __getitem__(self, place: Any) -> Any:
        self.looked += 1
        return self.data[place]


def pool_keys(pool: Pool) -> tuple[str, ...]:
    return tuple(fact.key for fact in pool.facts[:5])


def when(fact: Fact, pool: list[Fact] = FACTS, seed: int = 1, keep: tuple[Choice, ...] = ()) -> ChoiceItem | None:
    return when_item(fact, pool, random.Random(seed), 3, SOURCES, keep)


@pytest.mark.parametrize(("date", "bound", "stem"), STEMS)
def test_the_stem_asks_for_precision_and_bound(date: str, bound: Bound, stem: str) -> None:
    fact = fact_of("The weavers burnt Sarn", claim_of(date, bound), question="did the weavers burn Sarn")
    assert when_stem(fact, SOURCES) == stem


def test_without_an_inverted_clause_the_safe_form_is_used() -> None:
    assert when_stem(FACTS[0], SOURCES) == ("On what date did this happen? — The Orlen militia captured Ostrava Vale")


def test_of_disputed_facts_the_source_is_named_without_its_date() -> None:
    fact = fact_of("A fleet sank", claim_of("1920-10-30"), claim_of("1920-12", source="letters"))
    assert when_stem(fact, SOURCES) == ("According to “The Chronicle”, on what date did this happen? — A fleet sank")
    item = what_item(fact, [fact, *FACTS], random.Random(1), 3, SOURCES)
    assert item
    assert item.stem == "According to “The Chronicle”, which of these happened on 30 October 1920?"


def test_a_teachers_stem_wins_unless_it_names_the_date() -> None:
    assert when_stem(replace(FACTS[0], ask={"when": "When fell the Vale?"}), SOURCES) == "When fell the Vale?"
    assert when_stem(replace(FACTS[0], ask={"when": "What fell in 1920, when?"}), SOURCES) is None


def test_context_stands_apart_without_dates_and_only_when_it_says_more() -> None:
    item, same = when(replace(FACTS[0], context="The War of 1920")), when(replace(FACTS[0], context="Ostrava Vale"))
    assert item
    assert same
    assert (item.context, same.context) == ("The War", "")


@pytest.mark.parametrize("bound", ["by", "until", "before", "since", "after"])
def test_a_bound_leaves_no_date_certainly_wrong(bound: Bound) -> None:
    assert when(fact_of("The weavers burnt Sarn", claim_of("1920-10-30", bound))) is None


def test_events_that_go_on_are_no_wrong_answers() -> None:
    lasting = fact_of("The Harrani ruled Quenby", claim_of("1700", "since"))
    for seed in range(20):
        item = what_item(FACTS[3], [*FACTS, lasting], random.Random(seed), 8, SOURCES)
        assert item
        assert "The Harrani ruled Quenby" not in {choice.text for choice in item.choices}


def test_a_possible_duplicates_date_is_no_wrong_option() -> None:
    twin = fact_of("The Orlen militia captured all Ostrava Vale", "1920-06-11")
    for seed in range(20):
        item = when(FACTS[0], [*FACTS, twin], seed)
        assert item
        assert "11 June 1920" not in {choice.text for choice in item.choices}


@pytest.mark.parametrize("status", ["ready", "draft"])
def test_claims_of_drafts_and_of_what_is_not_selected_count(status: Status) -> None:
    twin = fact_of("The Orlen militia captured all Ostrava Vale", FACTS[1].claims[0], status=status)
    everything = [*FACTS, twin]
    pool = Pool([FACTS[0], *FACTS[2:]], Record(everything))
    for seed in range(20):
        item = when(FACTS[0], everything, seed)
        assert item
        assert "24 August 1920" not in {choice.text for choice in item.choices}
        [first, *_] = match_sets(pool, random.Random(seed), [KeptSet("set-1", pool_keys(pool), (DAY_OF_TWIN,))])
        assert DAY_OF_TWIN not in {option.date for option in first.options}


def test_claims_of_rejected_facts_do_not_count() -> None:
    twin = fact_of("The Orlen militia captured all Ostrava Vale", FACTS[1].claims[0], status="rejected")
    items = [when(FACTS[0], [FACTS[0], *FACTS[1:4], twin], seed) for seed in range(20)]
    assert any("24 August 1920" in {choice.text for choice in item.choices} for item in items if item)


def test_a_teachers_wrong_dates_come_first_if_they_are_wrong_and_of_the_keys_form() -> None:
    item = when(replace(FACTS[0], wrong=("1920-06-10", "1920-06", "no date", "1899-01-01", "1936", "1936-05~")))
    assert item
    assert {"10 June 1920", "1 January 1899"} <= {choice.text for choice in item.choices}
    assert {choice.date.precision for choice in item.choices if choice.date} == {"day"}


def test_the_keys_place_is_balanced() -> None:
    items = [when(fact, seed=seed) for fact in FACTS for seed in range(60)]
    places = [item.key for item in items if item]
    assert len(places) == 720
    assert max(places.count(place) for place in range(4)) < 0.3 * len(places)


def test_options_stay_near_in_time_and_out_of_the_future() -> None:
    recent = fact_of("The council sold Quenby", "2000-12-30")
    item = when(recent, [recent])
    assert item
    assert all(choice.date and choice.date.latest.year in (1999, 2000) for choice in item.choices)


def test_kept_options_stay_and_new_ones_come_only_below_two() -> None:
    keep = tuple(Choice(f"{day} May 1920", Edtf.parse(f"1920-05-{day}")) for day in (10, 20, 30))
    item = when(FACTS[0], keep=keep)
    assert item
    assert [choice.text for choice in item.choices] == ["10 May 1920", "20 May 1920", "30 May 1920", "9 June 1920"]
    topped = when(FACTS[0], keep=(keep[0], Choice("9 June 1920", Edtf.parse("1920-06-09"))))
    assert topped
    assert "10 May 1920" in {choice.text for choice in topped.choices}
    assert len(topped.choices) == 4


def test_a_kept_event_keeps_its_wording_until_it_may_be_right() -> None:
    keep = tuple(Choice(f"Old words {n}", fact_id=FACTS[n].key) for n in (4, 5))
    item = what_item(FACTS[0], FACTS, random.Random(1), 3, SOURCES, keep)
    assert item
    assert {choice.text for choice in item.choices} == {"Old words 4", "Old words 5", FACTS[0].event}
    moved = [replace(fact, claims=FACTS[0].claims) if fact is FACTS[4] else fact for fact in FACTS]
    again = what_item(FACTS[0], moved, random.Random(1), 3, SOURCES, keep)
    assert again
    assert "Old words 4" not in {choice.text for choice in again.choices}
    assert "Old words 5" in {choice.text for choice in again.choices}


def kept(sets: list[MatchItem]) -> list[KeptSet]:
    return [
        KeptSet(
            item.id,
            tuple(fact.key for fact in item.facts),
            tuple(option.date for place, option in enumerate(item.options) if place not in item.key and option.date),
        )
        for item in sets
    ]


def test_sets_share_the_facts_out_and_stay_when_facts_join() -> None:
    sets = match_sets(FACTS[:10], random.Random(1))
    assert [item.id for item in sets] == ["set-1", "set-2"]
    assert {fact.key for item in sets for fact in item.facts} == {fact.key for fact in FACTS[:10]}
    assert min(len(item.rows) for item in sets) >= 4
    assert match_sets(FACTS, random.Random(9), kept(sets)) == sets


def test_six_newcomers_make_a_set_of_their_own() -> None:
    sets = match_sets(FACTS[:6], random.Random(1))
    assert len(match_sets(FACTS[:11], random.Random(1), kept(sets))) == 1
    grown = match_sets(FACTS, random.Random(1), kept(sets))
    assert grown[0] == sets[0]
    assert {fact.key for fact in grown[1].facts} == {fact.key for fact in FACTS[6:]}
    assert grown[1].id == "set-2"


def test_a_member_that_left_leaves_the_others_in_their_order() -> None:
    sets = match_sets(FACTS[:6], random.Random(1))
    [again] = match_sets(FACTS[1:6], random.Random(1), kept(sets))
    assert [fact.key for fact in again.facts] == [key for key in kept(sets)[0].fact_keys if key != FACTS[0].key]


def test_too_few_facts_make_no_set() -> None:
    assert match_sets(FACTS[:3], random.Random(1)) == []
    assert match_item(FACTS[0], FACTS[:3], random.Random(1), 3, SOURCES) is None


def test_a_paper_asks_each_fact_once_and_of_all_kinds() -> None:
    met = set()
    for seed in range(8):
        items = paper(FACTS, 6, KINDS, random.Random(seed), SOURCES)
        asked = [fact.key for item in items for fact in item.facts]
        assert len(asked) == len(set(asked))
        assert items == paper(FACTS, 6, KINDS, random.Random(seed), SOURCES)
        met |= {item.kind for item in items}
    assert met == set(KINDS)


def test_a_paper_never_asks_alike_facts_or_those_that_do_not_stand() -> None:
    twin = fact_of("The Orlen militia captured all Ostrava Vale", "1920-06-11")
    for seed in range(8):
        facts = [*FACTS[:4], twin]
        items = paper(facts, 9, ("when",), random.Random(seed), SOURCES, stands=lambda fact: fact is not FACTS[1])
        assert {fact.event for item in items for fact in item.facts} in [
            {first.event, FACTS[2].event, FACTS[3].event} for first in (FACTS[0], twin)
        ]


def test_rows_that_do_not_stand_are_replaced_and_each_fact_is_proven_once() -> None:
    for seed in range(8):
        proven: list[str] = []

        def stands(fact: Fact, proven: list[str] = proven) -> bool:
            proven.append(fact.key)
            return fact not in FACTS[::4]

        [item] = paper(FACTS, 1, ("match",), random.Random(seed), SOURCES, stands=stands)
        assert len(item.facts) >= 4
        assert not [fact for fact in item.facts if fact in FACTS[::4]]
        assert all(proven.count(fact.key) == 1 for fact in FACTS[::4] if fact.key in proven)


def test_only_what_is_selected_is_asked_and_the_rest_gives_wrong_options() -> None:
    selected = FACTS[::2]
    given = set()
    for seed in range(8):
        for kind in KINDS:
            for item in paper(selected, 3, (kind,), random.Random(seed), SOURCES, Record(FACTS), FACTS):
                assert all(fact in selected for fact in item.facts)
                given |= {choice.fact_id for choice in item.choices} if isinstance(item, ChoiceItem) else set()
    assert given & {fact.key for fact in FACTS[1::2]}


def test_in_a_large_bank_a_duplicate_far_off_is_seen() -> None:
    near = [fact_of(f"Shrine{n} saw fire{n}", f"1920-11-{n:02d}") for n in range(1, 7)]
    others = [fact_of(f"Town{n} was rebuilt{n}", "1920-05-05", status="draft") for n in range(300)]
    twin = fact_of(f"{FACTS[3].event} at last", "1920-11-02", status="draft")
    for seed in range(20):
        items = paper([FACTS[3], *near, *others, twin], 9, ("when",), random.Random(seed), SOURCES)
        [item] = [item for item in items if item.facts == (FACTS[3],)]
        assert isinstance(item, ChoiceItem)
        assert "2 November 1920" not in {choice.text for choice in item.choices}


def test_of_a_large_bank_only_what_is_needed_is_looked_at() -> None:
    many = Counting([fact_of(f"Guild{n} took Town{n}", f"{1000 + n}") for n in range(1000)])
    record = Record(many, WordIndex.of(fact.event for fact in many.data))
    assert len(paper(many, 1, KINDS, random.Random(3), SOURCES, record)) == 1
    assert many.looked < 300


def test_a_record_finds_every_alike_fact() -> None:
    facts = [
        fact_of(f"{actor} {deed} {place}", "1900", id=f"{actor}{deed}{place}")
        for actor in ACTORS[:4]
        for deed in DEEDS[:3]
        for place in PLACES[:3]
    ]
    record = Record(facts)
    for fact in facts:
        assert record.alike(fact) == [
            other for other in facts if other.key != fact.key and likeness(other.event, fact.event) >= 0.5
        ]
