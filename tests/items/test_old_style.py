"""Facts dated in the Julian calendar: their own day as written is the key and no wrong option."""

import random
from dataclasses import replace

from datedeck.dates import Edtf
from datedeck.items.match import join
from datedeck.items.pool import Pool
from datedeck.items.stems import what_stem
from datedeck.items.when import when_item
from datedeck.model import Fact
from strategies import claim_of, fact_of


def julian(event: str, date: str, **more: object) -> Fact:
    return fact_of(event, replace(claim_of(date), calendar="Julian"), **more)


def test_neither_name_of_the_day_is_a_wrong_option() -> None:
    fact = julian("The bell cracked", "1763-02-10", wrong=("1763-02-10", "1763-02-21", "1763-03-01", "1763-01-05"))
    item = when_item(replace(fact, question="did the bell crack"), [fact], random.Random(1), 3, {})
    assert item
    dates = [str(choice.date) for choice in item.choices]
    assert dates.count("1763-02-10") == 1
    assert "1763-02-21" not in dates
    assert item.choices[item.key].date == Edtf.parse("1763-02-10")


def test_equal_words_of_two_calendars_do_not_stand_in_one_set() -> None:
    one, other = julian("The bell cracked", "1763-02-10"), fact_of("A mill burned down", "1763-02-10")
    third = fact_of("The ferry sank", "1764-02-10")
    pool = Pool.of([one, other, third])
    assert not join(one, [other], pool)
    assert join(one, [third], pool)


def test_a_question_by_the_date_names_its_calendar() -> None:
    stem = what_stem(julian("The bell cracked", "1763-02-10"), {})
    assert stem == "Which of these happened on 10 February 1763 (Old Style)?"
