"""Births, deaths and reigns in brackets after a name."""

import pytest

from datedeck.extract.events import derive_facts
from datedeck.extract.mentions import find_mentions
from datedeck.model import Block, Document, Fact, Metadata, Span


def derive(text: str) -> list[Fact]:
    block = Block(Span(0, len(text)), "paragraph")
    document = Document("velmia", "velmia.txt", text, (block,), Metadata(title="Velmia"), "0" * 64)
    return derive_facts(document, find_mentions(text).dated)


@pytest.mark.parametrize(
    ("bracket", "facts"),
    [
        ("1601–1650", ["1601 was born", "1650 died"]),
        ("1601 to 1650", ["1601 was born", "1650 died"]),
        ("1601 – c. 1650", ["1601 was born", "1650~ died"]),
        ("14 May 1601 – 1650", ["1601-05-14 was born", "1650 died"]),
        ("14 May 1601, Velm – 1650", ["1601-05-14 was born in Velm", "1650 died"]),
        ("14 May 1601 in Velm – 3 June 1650 in Karsk", ["1601-05-14 was born in Velm", "1650-06-03 died in Karsk"]),
        ("1601, Velm – 1650, Karsk", ["1601 was born in Velm", "1650 died in Karsk"]),
        ("born 1601", ["1601 was born"]),
        ("born 14 May 1601 in Velm", ["1601-05-14 was born in Velm"]),
        ("born c. 1601; died 1650", ["1601~ was born", "1650 died"]),
        ("b. 1601, d. 1650", ["1601 was born", "1650 died"]),
        ("died 1650", ["1650 died"]),
        ("d. 3 June 1650, Karsk", ["1650-06-03 died in Karsk"]),
        ("† 1650", ["1650 died"]),
        ("r. 1601–1650", ["1601/1650 reigned"]),
        ("reigned 1601–1610", ["1601/1610 reigned"]),
        ("60–10 BC", ["-0059 was born", "-0009 died"]),
    ],
)
def test_a_bracket_tells_a_life(bracket: str, facts: list[str]) -> None:
    found = derive(f"The poet Ilna Orre ({bracket}) wrote the annals of Velm.")
    told = [f"{fact.claims[0].date} {fact.event.removeprefix('Ilna Orre ')}" for fact in found]
    assert told == facts
    assert {fact.status for fact in found} == {"ready"}


@pytest.mark.parametrize(
    "bracket", ["1702–1706", "in office 1702–1760", "mayor 1702–1760", "1702–present", "1702–1900", "1702"]
)
def test_terms_of_office_and_other_times_are_no_lives(bracket: str) -> None:
    assert derive(f"Tovar Brand ({bracket}) was mayor of Velm.") == []


@pytest.mark.parametrize(
    ("text", "events", "reason"),
    [
        ("King Tovar II (1702–1731) ruled Ostrand.", ["King Tovar II was born", "King Tovar II died"], "or of a reign"),
        ("The Harrani queen Ilna (1601–1650) took Karsk.", ["Ilna was born", "Ilna died"], "life of a person"),
        ("The Velm Bridge (1702–1760) was wide.", ["Velm Bridge was born", "Velm Bridge died"], "life of a person"),
    ],
)
def test_what_may_be_no_life_is_a_draft(text: str, events: list[str], reason: str) -> None:
    facts = derive(text)
    assert [fact.event for fact in facts] == events
    for fact in facts:
        assert fact.status == "draft"
        assert any(reason in one for one in fact.reasons)


def test_each_end_of_a_life_is_proven_by_its_half_of_the_range() -> None:
    text = "The Rell rose. The poet Ilna Orre (1601–1650) wrote the annals. Velm fell."
    citations = [fact.claims[0].citation for fact in derive(text)]
    assert [citation.mention for citation in citations] == ["1601", "1650"]
    for citation in citations:
        assert citation.mention_span is not None
        assert citation.mention_span.of(text) == citation.mention
        assert citation.quote.exact == "The poet Ilna Orre (1601–1650) wrote the annals."


def test_the_question_asks_for_the_end_of_the_life() -> None:
    born, died = derive("The poet Ilna Orre (1601, Velm – 1650, Karsk) wrote the annals.")
    assert (born.question, died.question) == ("was Ilna Orre born in Velm", "did Ilna Orre die in Karsk")


def test_the_dates_of_a_life_leave_the_sentence_its_own() -> None:
    facts = derive("In 1731 Tovar Brand (1702–1760) captured Karsk.")
    assert [(str(fact.claims[0].date), fact.event) for fact in facts] == [
        ("1702", "Tovar Brand was born"), ("1760", "Tovar Brand died"), ("1731", "Tovar Brand captured Karsk")
    ]  # fmt: skip
