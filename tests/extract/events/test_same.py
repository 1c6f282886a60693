"""Two sources that tell one event, and events that only look alike."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datedeck.dates import Bound, Edtf
from datedeck.extract.events import Join, join_sources
from datedeck.model import Citation, Claim, Fact, Locator, Quote, Status


def told(event: str, date: str, source: str, status: Status = "ready", bound: Bound = "on") -> Fact:
    citation = Citation(source, Locator(), Quote(event), date)
    return Fact(id="", event=event, claims=(Claim(Edtf.parse(date), citation, bound),), status=status)


SIGNED = ("They of Velm signed the Aleksandria treaty", "1702-12-02")
CAPTURED = ("The Ostrians captured Velm", "1702-10-30")
PROCLAIMED = ("The Republic of Velm was proclaimed", "1702-10-30")


@pytest.mark.parametrize(
    ("one", "other", "disputed", "kept"),
    [
        (SIGNED, ("The Treaty of Alexandria was signed", "1702-12-03"), True, 1),
        (CAPTURED, ("Velm was taken", "1702-10-31/1702-11-02"), True, 1),
        (CAPTURED, ("The city of Velm was captured by the Ostrians", "1702-10"), False, 0),
        (("The Ostrians captured Velm", "1702"), ("Velm fell to the Ostrians", "1703"), True, 0),
        (PROCLAIMED, ("The Republic of Velm was declared", "1702-10-30"), False, 0),
        (("Velm was captured", "1702-10-30"), CAPTURED, False, 0),
        (("Velm was captured by the Ostrians", "1702-10-30"), CAPTURED, False, 0),
        (("The Ostrians captured Velm", "1702-09/1702-11"), ("Velm was captured", "1702-10-17"), False, 1),
        (("The Ostrians captured Velm", "1702/1703"), ("Velm was captured", "1702-10-17"), False, 1),
    ],
)
def test_one_event_of_two_sources_is_one_fact(
    one: tuple[str, str], other: tuple[str, str], disputed: bool, kept: int
) -> None:
    (fact,) = join_sources([told(*one, "first"), told(*other, "second")])
    assert [claim.citation.source for claim in fact.claims] == ["first", "second"]
    assert fact.disputed is disputed
    assert fact.event == (one, other)[kept][0], "the wording that both sources bear out"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("The Ostrians captured Velm", "1702-10-30"), ("The Ostrians captured Karsk", "1702-10-30")),
        (("The Ostrians captured Velm", "1702-10-30"), ("The Ostrians abandoned Velm", "1702-10-30")),
        (("The Ostrians captured Velm", "1702-10-30"), ("Velm was taken", "1703-10-30")),
        (("A treaty was signed in Velm", "1702-10-30"), ("The Treaty of Karsk was signed", "1702-10-30")),
        (("The army crossed the river", "1702-10-30"), ("The army crossed the river", "1702-10-30")),
        (("The army captured the city", "1702-10-30"), ("The army captured the city", "1702-10-30")),
        (("Troops captured the city", "1702-10-30"), ("Troops captured the city", "1702-10-30")),
        (CAPTURED, ("The Ostrians did not capture Velm", "1702-10-30")),
        (CAPTURED, ("The Ostrians failed to capture Velm", "1702-10-30")),
        (CAPTURED, ("Velm never captured the Ostrians", "1702-10-30")),
        (("Ostria defeated Harran", "1702-10-30"), ("Harran defeated Ostria", "1702-10-30")),
        (("Ostria was defeated by Harran", "1702-10-30"), ("Harran was defeated by Ostria", "1702-10-30")),
        (("The 3rd Army captured Velm", "1702-10-30"), ("The 5th Army captured Velm", "1702-10-30")),
        (("The Ostrians captured Velm", "1702-10-30"), ("The Ostrians captured Velma", "1702-10-30")),
        (("The Ostrians attacked Vestria", "1702-10-30"), ("The Ostrians attacked Vestralia", "1702-10-30")),
        (("The Ostrians took part in the siege of Velm", "1702-10-30"), ("The Ostrians captured Velm", "1702-10-30")),
        (("The Treaty of Velm was signed", "1702-10-30"), ("The Treaty of Velm was ratified", "1702-11-20")),
        (("The Ostrians set fire to Velm", "1702-10-30"), ("The Ostrians founded Velm", "1702-10-30")),
        (("The Ostrians captured Velm", "17XX"), ("The Ostrians captured Velm", "1702-10-30")),
    ],
)
def test_other_events_stay_apart(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert len(join_sources([told(*one, "first"), told(*other, "second")])) == 2


def test_one_source_never_disagrees_with_itself() -> None:
    twice = [told("The Ostrians captured Velm", "1702-10-30", "first"), told("Velm was taken", "1702-11-02", "first")]
    assert join_sources(twice) == twice


def test_an_unsure_statement_is_proposed_not_joined() -> None:
    sure = told("The Ostrians captured Velm", "1702-10-30", "first")
    kept, proposed = join_sources([sure, told("Velm was taken", "1702-11-02", "second", "draft")])
    assert kept == sure
    assert proposed.status == "draft"
    assert "The Ostrians captured Velm" in proposed.reasons[0]


def test_what_a_bank_tells_already_is_proposed() -> None:
    known = told("The Ostrians captured Velm", "1702-10-30", "first", "checked")
    (fact,) = join_sources([told("Velm was taken", "1702-11-02", "second")], [known])
    assert fact.status == "draft"
    assert "list this id under formerly" in fact.reasons[0]
    again = told("The Ostrians captured Velm", "1702-10-30", "first")
    assert join_sources([again], [known]) == [again], "a source told again is no second source"


def test_bounds_of_another_kind_stay_apart_but_during_is_on() -> None:
    one = told(*CAPTURED, "first")
    assert len(join_sources([one, told(*CAPTURED, "second", bound="by")])) == 2
    assert len(join_sources([one, told("Velm was captured", "1702", "second", bound="during")])) == 1


def test_a_beginning_told_by_one_source_only_is_for_a_person_to_decide() -> None:
    kept, asked = join_sources([
        told("The siege of Velm", "1702-10-02", "first"), told("The siege of Velm ended", "1702-10-30", "second")
    ])  # fmt: skip
    assert kept.status == "ready"
    assert asked.status == "draft"
    assert "first tells as “The siege of Velm”" in asked.reasons[0]


def test_the_very_same_statement_is_found_among_like_ones() -> None:
    first = [told(*CAPTURED, "first"), told("Velm was taken", "1702-11-02", "first")]
    facts = join_sources([*first, *(told(fact.event, str(fact.claims[0].date), "second") for fact in first)])
    assert [len(fact.claims) for fact in facts] == [2, 2]


def compared(facts: list[Fact]) -> int:
    join = Join()
    for number, fact in enumerate(facts):
        join.add(number, fact)
    return join.compared


def invented(size: int, *, places: int) -> list[Fact]:
    """One month, one kind of deed: facts of two sources about so many places."""
    rng = random.Random(size)
    towns = ["".join(rng.choices("abdegiklmnorstuvz", k=7)).title() for _ in range(places)]
    return [
        told(
            f"The Ostrians captured {rng.choice(towns)} and burned {number}", "1702-10", f"source-{number * 2 // size}"
        )
        for number in range(size)
    ]


def copies(number: int) -> list[Fact]:
    events = [
        (f"The {side} captured {town}", f"170{day}-05-0{day}")
        for side in ("Ostrians", "Harrani")
        for town in ("Velm", "Dunmere", "Orrestad")
        for day in range(1, 9)
    ]
    return [told(event, date, f"copy-{copy}") for copy in range(number) for event, date in events]


@pytest.mark.parametrize("places", [5, 1600])
def test_comparisons_grow_with_the_number_of_facts_not_its_square(places: int) -> None:
    small, large = (compared(invented(size, places=places)) for size in (200, 1600))
    assert large <= 8 * 2 * max(small, 200)


def test_each_copy_of_a_document_costs_the_same() -> None:
    assert [compared(copies(number)) for number in (2, 10, 150)] == [48, 9 * 48, 149 * 48]


def test_a_document_under_many_names_is_one_document() -> None:
    facts = join_sources(copies(150))
    assert len(facts) == 48
    assert {len(fact.claims) for fact in facts} == {150}


STATEMENTS = st.builds(
    told,
    st.builds(
        str.format,
        st.sampled_from(("The {} captured {}", "{1} was taken", "{1} fell to the {0}", "The {0} lost {1}")),
        st.sampled_from(("Ostrians", "Harrani")),
        st.sampled_from(("Velm", "Karsk", "Aleksandropol", "Alexandropol")),
    ),
    st.sampled_from(("1702-10-30", "1702-10", "1702", "1702-11-02", "1703", "1702-10-31/1702-11-02", "17XX")),
    st.sampled_from(("first", "second", "third")),
    st.sampled_from(("ready", "draft")),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(STATEMENTS, max_size=12))
def test_two_claims_of_one_source_never_join_and_none_is_lost(facts: list[Fact]) -> None:
    joined = join_sources(facts)
    for fact in joined:
        sources = [claim.citation.source for claim in fact.claims]
        assert len(sources) == len(set(sources))
    assert sorted(map(id, (claim for fact in joined for claim in fact.claims))) == sorted(
        id(claim) for fact in facts for claim in fact.claims
    )


@settings(max_examples=100, deadline=None)
@given(st.lists(STATEMENTS, max_size=12), st.randoms())
def test_the_order_of_documents_is_canonical_so_the_result_is_one(facts: list[Fact], rng: random.Random) -> None:
    def canonical(some: list[Fact]) -> list[Fact]:
        return sorted(some, key=lambda fact: fact.claims[0].citation.source)

    documents = {
        name: [f for f in facts if f.claims[0].citation.source == name] for name in ("first", "second", "third")
    }
    names = list(documents)
    rng.shuffle(names)
    assert join_sources(canonical([fact for name in names for fact in documents[name]])) == join_sources(
        canonical(facts)
    )
