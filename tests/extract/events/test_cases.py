"""Sentences and the facts they give: the cases stand in cases.md, so a historian adds one without Python."""

import re
from pathlib import Path

import pytest

from datedeck.extract.events import derive_facts
from datedeck.extract.mentions import find_mentions
from datedeck.model import Block, Document, Fact, Locator, Metadata, Span

CASES = (Path(__file__).parent / "cases.md").read_text(encoding="utf-8").split("\n### ")[1:]


def document(text: str) -> Document:
    """Each line a paragraph."""
    blocks, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        blocks.append(Block(Span(start, start + len(line)), "paragraph", Locator(paragraph=number)))
        start += len(line) + 1
    return Document("velmia", "velmia.txt", text, tuple(blocks), Metadata(title="Velmia"), "0" * 64)


def derive(text: str) -> list[Fact]:
    return derive_facts(document(text), find_mentions(text).dated)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.split("\n", 1)[0])
def test_sentence_gives_its_facts(case: str) -> None:
    text = "\n".join(re.findall(r"^> (.*)$", case, re.MULTILINE))
    expected = re.findall(r"^- (.*)$(?:\n  \? (.*)$)?", case, re.MULTILINE)
    found = []
    for fact in derive(text):
        claim = fact.claims[0]
        bound = "" if claim.bound == "on" else f"{claim.bound} "
        found.append((f"{fact.status} {bound}{claim.date}: {fact.event}", fact.question))
    assert (found or [("nothing", "")]) == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.split("\n", 1)[0])
def test_every_fact_is_proven_by_its_place(case: str) -> None:
    text = "\n".join(re.findall(r"^> (.*)$", case, re.MULTILINE))
    for fact in derive(text):
        citation = fact.claims[0].citation
        assert citation.span is not None
        assert citation.mention_span is not None
        assert citation.span.of(text) == citation.quote.exact
        assert citation.span.contains(citation.mention_span)
        assert citation.mention_span.of(text) == citation.mention
        assert bool(fact.reasons) == (fact.status == "draft"), "a draft says what to mend, a ready fact needs nothing"


def test_a_pronoun_is_quoted_with_the_sentence_that_names_it() -> None:
    text = "The Ostrian army crossed the Rell. On 3 May 1702 it captured the city of Velm."
    (fact,) = derive(text)
    assert fact.event == "The Ostrian army captured the city of Velm"
    assert fact.claims[0].citation.quote.exact == text


def test_a_mention_is_quoted_whole_where_the_parser_ends_a_sentence_inside_it() -> None:
    for text in (
        "The fort of Velm was dated to ca. 461 BC.",
        "The town of Velm was burned in c. 1702. It was rebuilt.",
    ):
        for fact in derive(text):
            citation = fact.claims[0].citation
            assert citation.span is not None
            assert citation.mention_span is not None
            assert citation.span.contains(citation.mention_span)


def test_footnote_numbers_are_read_over_but_stay_in_the_quote() -> None:
    text = "On 3 May 1702 the Ostrians lost nine men and had 42 wounded.1 This was the end of the war."
    (fact,) = derive_facts(document(text), find_mentions(text).dated, [Span(60, 61)])
    assert fact.event == "The Ostrians lost nine men and had 42 wounded"
    assert fact.claims[0].citation.quote.exact == text[:60]


def test_roles_that_tell_no_events_give_none() -> None:
    text = "On 3 May 1702 the Ostrians captured Velm."
    for role in ("footnote", "bibliography", "comment", "furniture", "title", "quote", "caption"):
        one = document(text)
        block = Block(one.blocks[0].span, role)
        silent = Document(one.id, one.path, text, (block,), one.metadata, one.sha256)
        assert derive_facts(silent, find_mentions(text).dated) == []


@pytest.mark.parametrize(
    ("heading", "event"),
    [
        ("Ostrian-Velmian War of 1702", "The Ostrian-Velmian War took place"),
        ("Second invasion of Velmia (480–479 BC)", "The second invasion of Velmia took place"),
        ("The Edict of Karsk (1685)", "The Edict of Karsk was issued"),
        ("1702 in Velmia", None),
        ("The War of 1702", None),
    ],
)
def test_headings_that_name_an_event(heading: str, event: str | None) -> None:
    whole = Document("h", "h.txt", heading, (Block(Span(0, len(heading)), "heading"),), Metadata(), "0")
    facts = derive_facts(whole, find_mentions(heading).dated)
    assert [fact.event for fact in facts] == ([event] if event else [])
