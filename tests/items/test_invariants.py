"""Invariants 3, 4 and 9 over generated banks: certainly wrong options, dates not readable, chance only from `rng`."""

import random
import re
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from datedeck.dates import MONTHS, Edtf, Window, window
from datedeck.items import TEMPLATES, Pool, Record, gives_away, match_sets, paper
from datedeck.items.asked import Asked
from datedeck.model import ASKABLE, KINDS, ChoiceItem, Fact, Item, MatchItem
from datedeck.model.likeness import likeness
from strategies import ACTORS, DEEDS, PLACES, Generated, banks, fact_of, facts, sources_of

SLOW = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


def possible(fact: Fact, generated: Generated) -> list[Window]:
    """By every claim in the bank: when the fact's event, or a possible duplicate of it, may have happened."""
    standing = (other for other in generated.facts if other.status != "rejected")
    others = [other for other in standing if likeness(other.event, fact.event) >= 0.5]
    return [claim.window for each in (fact, *others) for claim in each.claims]


def items(generated: Generated, seed: int) -> list[Item]:
    made: list[Item | None] = [
        template(fact, generated.facts, random.Random(f"{seed}{fact.key}"), 3, generated.sources)
        for template in TEMPLATES.values()
        for fact in generated.facts
        if fact.status in ASKABLE
    ]
    return [*(item for item in made if item), *match_sets(generated.facts, random.Random(seed))]


def certainly_wrong(item: Item, generated: Generated) -> None:
    if isinstance(item, MatchItem):
        for fact, right in zip(item.facts, item.key, strict=True):
            for place, option in enumerate(item.options):
                assert option.date
                if place != right:
                    assert not any(window(option.date).overlaps(own) for own in possible(fact, generated))
        return
    by_key = {fact.key: fact for fact in generated.facts}
    [fact] = item.facts
    for place, choice in enumerate(item.choices):
        if place == item.key:
            continue
        if choice.date:
            assert not any(window(choice.date).overlaps(own) for own in possible(fact, generated))
        else:
            other = by_key[choice.fact_id]
            assert likeness(other.event, fact.event) < 0.5
            assert not any(claim.window.overlaps(when) for claim in fact.claims for when in possible(other, generated))


def dates_told(dates: list[Edtf], text: str) -> bool:
    """The year as people or EDTF write it, or the month of a day: independent of how the package looks for them."""
    numbers = {int(number) for number in re.findall(r"[0-9]+", text)}
    for end in (end for date in dates for end in date.ends if end):
        year = end.earliest.year
        if end.precision in ("decade", "century"):
            continue
        if (year if year > 0 else 1 - year) in numbers:
            return True
        if end.precision in ("day", "month") and re.search(rf"\b{MONTHS[end.earliest.month - 1]}\b", text):
            return True
    return False


def distinct_and_in_time_order(item: Item) -> None:
    options = item.options if isinstance(item, MatchItem) else item.choices
    assert len({option.text for option in options}) == len(options) >= 3
    dates = [option.date for option in options if option.date]
    if isinstance(item, MatchItem):
        assert 4 <= len(item.rows) <= 8
        assert len(options) > len(item.rows)
        assert dates == sorted(dates, key=lambda date: date.earliest)
        assert [item.options[key].date for key in item.key] == [fact.asked.date for fact in item.facts]
    elif item.kind == "when":
        assert all(window(one).latest < window(other).earliest for one, other in pairwise(dates))
        assert item.choices[item.key].date == item.facts[0].asked.date


def unreadable(item: Item) -> None:
    dates = [claim.date for fact in item.facts for claim in fact.claims]
    if isinstance(item, MatchItem):
        shown = [item.stem, item.context, *item.rows]
    elif item.kind == "when":
        shown = [item.stem, item.context]
    else:
        shown = [item.context, *(choice.text for choice in item.choices)]
    assert not [text for text in shown if dates_told(dates, text)]


@settings(SLOW, max_examples=50)
@given(banks(), st.integers(0, 99))
def test_items_are_certain_distinct_and_tell_no_date(generated: Generated, seed: int) -> None:
    for item in items(generated, seed):
        certainly_wrong(item, generated)
        distinct_and_in_time_order(item)
        unreadable(item)


@SLOW
@given(banks(min_size=8), st.data(), st.integers(0, 99))
def test_a_deck_asks_what_it_selects_and_all_claims_of_its_banks_count(
    generated: Generated, data: st.DataObject, seed: int
) -> None:
    keys = data.draw(st.sets(st.sampled_from([fact.key for fact in generated.facts]), min_size=4))
    selected = [fact for fact in generated.facts if fact.key in keys]
    record, rng = Record(generated.facts), random.Random(seed)
    asked = paper(selected, 9, KINDS, rng, generated.sources, record, generated.facts)
    for item in [*asked, *match_sets(Pool(selected, record), rng)]:
        assert {fact.key for fact in item.facts} <= keys
        certainly_wrong(item, generated)
        distinct_and_in_time_order(item)


def test_in_a_bank_too_large_to_be_one_pool_all_claims_count() -> None:
    rng = random.Random(1)
    bank = [
        fact_of(
            f"{rng.choice(ACTORS)} {rng.choice(DEEDS)} {rng.choice(PLACES)} with {number} carts",
            f"19{rng.randint(20, 22)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}",
            id=f"fact-{number}",
            status=rng.choice(("ready", "ready", "checked", "draft", "rejected")),
        )
        for number in range(2000, 2400)
    ]
    generated = Generated(tuple(bank), sources_of("Chronicle", "Letters"))
    made = 0
    for seed in range(30):
        for item in paper(bank, 5, KINDS, random.Random(seed), generated.sources):
            certainly_wrong(item, generated)
            distinct_and_in_time_order(item)
            made += 1
    assert made > 50


@SLOW
@given(st.lists(facts(0, 1920), max_size=12), facts(1, 1920))
def test_what_a_paper_asks_is_held_against_each_fact(others: list[Fact], fact: Fact) -> None:
    asked = Asked()
    for other in others:
        asked.add(other)
    assert asked.meets(fact) == any(
        likeness(fact.event, other.event) >= 0.5
        or gives_away(fact.event, [claim.date for claim in other.claims])
        or gives_away(other.event, [claim.date for claim in fact.claims])
        for other in others
    )


@SLOW
@given(banks(), st.integers(0, 99))
def test_chance_comes_from_rng_alone(generated: Generated, seed: int) -> None:
    random.seed(1)
    once = items(generated, seed)
    random.seed(2)
    assert items(generated, seed) == once


@SLOW
@given(banks(min_size=6), st.integers(0, 99))
def test_kept_options_stay_when_the_bank_grows(generated: Generated, seed: int) -> None:
    smaller = Generated(generated.facts[:-2], generated.sources)
    for item in items(smaller, seed):
        if isinstance(item, MatchItem):
            continue
        [fact] = item.facts
        keep = tuple(choice for place, choice in enumerate(item.choices) if place != item.key)
        rng = random.Random(f"{seed}{fact.key}")
        again = TEMPLATES[item.kind](fact, generated.facts, rng, 3, generated.sources, keep)
        whole = Generated(generated.facts, generated.sources)
        try:
            certainly_wrong(item, whole)
        except AssertionError:
            continue  # a newcomer made a kept option possible: it had to go
        assert isinstance(again, ChoiceItem)
        assert {choice.text for choice in again.choices} == {choice.text for choice in item.choices}
