"""Entries of a time line: a date, a dash or a colon, and what happened, often in the present tense."""

import pytest

from datedeck.extract.events import derive_facts
from datedeck.extract.events.prepare import entry_cut
from datedeck.extract.mentions import find_mentions
from datedeck.model import Block, Document, Fact, Metadata, Role, Span


def derive(text: str, role: Role = "list") -> list[Fact]:
    block = Block(Span(0, len(text)), role)
    document = Document("velmia", "velmia.txt", text, (block,), Metadata(title="Velmia"), "0" * 64)
    return derive_facts(document, find_mentions(text).dated)


@pytest.mark.parametrize("role", ["list", "paragraph"])
@pytest.mark.parametrize(
    ("opening", "date"),
    [
        ("1861 — ", "1861"),
        ("1861—", "1861"),
        ("1861 – ", "1861"),
        ("1861 - ", "1861"),
        ("1861: ", "1861"),
        ("1861\t", "1861"),
        ("• May 1861: ", "1861-05"),
        ("* 3 May 1861 – ", "1861-05-03"),
        ("In 1861: ", "1861"),
        ("c. 1861: ", "1861~"),
        ("461 BC: ", "-0460"),
    ],
)
def test_an_entry_tells_what_happened_then(opening: str, date: str, role: Role) -> None:
    text = f"{opening}The Ostrians capture Velm."
    (fact,) = derive(text, role)
    assert (fact.status, str(fact.claims[0].date), fact.event) == ("ready", date, "The Ostrians captured Velm")
    assert fact.question == "did the Ostrians capture Velm"
    citation = fact.claims[0].citation
    assert citation.quote.exact.startswith(citation.mention)
    assert citation.quote.exact.endswith("The Ostrians capture Velm.")
    assert citation.span is not None
    assert citation.span.of(text) == citation.quote.exact


@pytest.mark.parametrize(
    ("told", "event"),
    [
        ("Tovar Brand founds the city of Karsk.", "Tovar Brand founded the city of Karsk"),
        ("The Treaty of Velm is signed.", "The Treaty of Velm was signed"),
        ("Ilna Orre is crowned queen of Ostrand.", "Ilna Orre was crowned queen of Ostrand"),
        ("Tovar Brand becomes mayor of Karsk.", "Tovar Brand became mayor of Karsk"),
        ("Ostrand has captured Velm.", "Ostrand captured Velm"),
        ("the Ostrians captured Velm.", "The Ostrians captured Velm"),
        ("The Ostrians capture Velm (now Orrestad).", "The Ostrians captured Velm (now Orrestad)"),
    ],
)
def test_the_present_tense_becomes_the_past(told: str, event: str) -> None:
    (fact,) = derive(f"1861: {told}")
    assert (fact.status, fact.event) == ("ready", event)
    assert fact.claims[0].citation.quote.exact == f"1861: {told}"


@pytest.mark.parametrize(
    "told", ["The Ostrians will capture Velm.", "The Ostrians do not capture Velm.", "The Ostrians are besieging Velm."]
)
def test_what_did_not_happen_or_went_on_stays_a_draft(told: str) -> None:
    assert [fact.status for fact in derive(f"1861: {told}")] == ["draft"]


def test_the_sentence_after_an_entry_has_its_own_date() -> None:
    facts = derive("1861 — Tovar Brand founds Karsk. On 3 May 1862 the Ostrians captured Velm.")
    assert [(str(fact.claims[0].date), fact.event, fact.claims[0].citation.quote.exact) for fact in facts] == [
        ("1861", "Tovar Brand founded Karsk", "1861 — Tovar Brand founds Karsk."),
        ("1862-05-03", "The Ostrians captured Velm", "On 3 May 1862 the Ostrians captured Velm."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1861 was a hard year for Velm.",
        "1861 was the year in which the Ostrians captured Velm.",
        "1861, the Ostrians captured Velm.",
        "In 1861 the Ostrians captured Velm.",
        "Velm, 1861: the Ostrians captured the town.",
    ],
)
def test_prose_that_begins_with_a_date_is_no_entry(text: str) -> None:
    mention = find_mentions(text).dated[0].span
    assert entry_cut(text, Block(Span(0, len(text)), "paragraph"), mention) is None


def test_a_year_as_subject_tells_nothing() -> None:
    assert derive("1861 was a hard year for Velm.", "paragraph") == []


def test_an_entry_that_is_no_clause_tells_nothing() -> None:
    assert derive("1861: First bridge over the Rell.") == []
