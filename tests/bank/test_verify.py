from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bank.samples import BANK, TEXT, bank_of, claim, document, fact, read
from datedeck.bank import verify, verify_fact
from datedeck.bank.folding import Folded, fold
from datedeck.model import Source

PEACE = "Peace was signed in 1704."
LIBRARY = {"lantern-war": document()}


def test_quotes_are_found_under_folding_and_given_back_raw() -> None:
    verified = verify(read(BANK.replace("00ff", LIBRARY["lantern-war"].sha256)), LIBRARY)
    assert verified.problems == ()
    for proven in verified.bank.facts:
        citation = proven.claims[0].citation
        assert citation.span is not None
        assert citation.mention_span is not None
        assert citation.span.of(TEXT) == citation.quote.exact
        assert citation.span.contains(citation.mention_span)
        assert fold(citation.mention_span.of(TEXT)) == citation.mention
    assert verified.bank.facts[0].claims[0].citation.quote.exact.count("\n") == 1


@pytest.mark.parametrize(("paragraph", "which"), [(1, 0), (2, 1), (0, 0), (9, 0)])
def test_the_locator_tells_equal_quotes_apart(paragraph: int, which: int) -> None:
    (proven,) = verify(bank_of(fact("Peace was signed", claim("1704", "1704", PEACE, paragraph=paragraph))), LIBRARY)[
        0
    ].facts
    starts = [TEXT.index(PEACE), TEXT.rindex(PEACE)]
    span = proven.claims[0].citation.span
    assert span is not None
    assert span.start == starts[which]


def test_the_occurrence_tells_equal_mentions_apart() -> None:
    quote = "In May the fair opened, and in May of 1710 it closed."
    library = {"lantern-war": document("T\n\n" + quote)}
    (proven,) = verify(bank_of(fact("It closed", claim("1710-05", "May", quote, occurrence=2))), library).bank.facts
    span = proven.claims[0].citation.mention_span
    assert span is not None
    assert span.start == 3 + quote.rindex("May")
    (problem,) = verify_fact(fact("It closed", claim("1710-05", "May", quote, occurrence=3)), library).problems
    assert problem.code == "mention-not-in-quote"


def test_a_quote_that_is_not_there_names_the_nearest_passage() -> None:
    wrong = fact("The town was rebuilt", claim("1710", "1710", "The town of Karsk was built anew by 1710."))
    bank, (problem,) = verify(bank_of(wrong, fact("Peace was signed", claim("1704", "1704", PEACE))), LIBRARY)
    assert [kept.id for kept in bank.facts] == ["fact-1"]
    assert (problem.code, problem.severity) == ("quote-not-found", "error")
    assert "The town of Karsk was rebuilt by 1710." in problem.hint
    (problem,) = verify_fact(fact("x happened", claim("1710", "1710", "Nothing like it, 1710")), LIBRARY).problems
    assert "no passage is near" in problem.hint


TOWNS = [f"On {1 + at % 28} May {1702 + at // 28}, the Morvanians took the town of Ard{at}." for at in range(300)]


@pytest.mark.parametrize("at", [0, 150, 299])
@pytest.mark.parametrize(
    ("was", "is_"), [(" May", " June"), ("the Morvanians took", "they took"), ("town", "old walled town"), (".", "!")]
)
def test_the_nearest_passage_is_the_sentence_that_was_changed(was: str, is_: str, at: int) -> None:
    library = {"lantern-war": document("T\n\n" + "\n\n".join(TOWNS))}
    (problem,) = verify_fact(fact("x", claim("1702", "May", TOWNS[at].replace(was, is_))), library).problems
    assert TOWNS[at] in problem.hint


def test_one_digit_changed_in_a_sentence_like_others() -> None:
    said = [f"The fleet sailed on {day} March." for day in range(1, 31)] + ["The fleet came home on 14 April 1702."]
    library = {"lantern-war": document("T\n\n" + " ".join(said))}
    changed = fact("x", claim("1702", "1703", "The fleet came home on 14 April 1703."))
    (problem,) = verify_fact(changed, library).problems
    assert repr(said[-1]) in problem.hint


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (TEXT + "More.", "all its facts still stand"),
        (TEXT.replace("Tolben", "Tolbin"), "1 fact no longer stands"),
        ("Quite another text.", "2 facts no longer stand"),
    ],
)
def test_a_changed_document_is_one_warning_with_what_no_longer_stands(text: str, count: str) -> None:
    problems = verify(read(BANK), {"lantern-war": document(text)}).problems
    assert [problem.code for problem in problems].count("document-changed") == 1
    assert problems[0].severity == "warning"
    assert problems[0].location is not None
    assert problems[0].location.line == 7
    assert count in problems[0].message


def test_without_the_document_facts_stand_unproven() -> None:
    bank = read(BANK)
    assert verify(bank, {}) == (bank, ())


def test_one_claim_of_two_that_does_not_stand_is_enough() -> None:
    both = fact("Peace was signed", claim("1704", "1704", PEACE), claim("1705", "1705", "In 1705."), id="peace")
    verified = verify_fact(both, LIBRARY)
    assert [problem.code for problem in verified.problems] == ["quote-not-found"]
    assert [proven.citation.span is not None for proven in verified.fact.claims] == [True, False]
    sources = {"lantern-war": Source("lantern-war", "a.txt", document().metadata, "old")}
    assert "1 fact no longer" in verify(replace(bank_of(both), sources=sources), LIBRARY).problems[0].message


WORDS = st.lists(st.sampled_from(["May", "a", "b", "c ", "\n", "\t\u00a0", "é", "war,", " "]), max_size=40).map(
    " ".join
)


@given(text=WORDS | st.text(), data=st.data())
def test_every_folded_stretch_leads_back_to_its_raw_one(text: str, data: st.DataObject) -> None:
    folded = Folded(text)
    assert folded.text == fold(text)
    ends = [at for at, char in enumerate(folded.text) if char != " "]
    if ends:
        start = data.draw(st.sampled_from(ends))
        end = data.draw(st.sampled_from([at for at in ends if at >= start])) + 1
        assert fold(folded.span(start, end).of(text)) == folded.text[start:end]
        assert folded.places(folded.text[start:end])


@given(text=st.text("ab ").map(fold), part=st.text("ab ").map(fold))
def test_places_are_all_places(text: str, part: str) -> None:
    found = Folded(text).places(part)
    assert all(text.startswith(part, at) for at in found)
    assert bool(found) == (bool(part) and part in text)
