"""Two sources that tell one event, and events that only look alike."""

import pytest

from datedeck.dates import Edtf
from datedeck.extract.events import join_sources
from datedeck.model import Citation, Claim, Fact, Locator, Quote, Status


def told(event: str, date: str, source: str, status: Status = "ready") -> Fact:
    citation = Citation(source, Locator(), Quote(event), date)
    return Fact(id="", event=event, claims=(Claim(Edtf.parse(date), citation),), status=status)


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
