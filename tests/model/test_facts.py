"""What a fact asks for, and where its words stand in the quote."""

import pytest

from datedeck.bank.folding import places
from datedeck.cli.sheet import MARK, marked
from datedeck.export.markup import marked as marked_in_html
from datedeck.model import Citation, Locator, Quote
from strategies import claim_of, fact_of


@pytest.mark.parametrize(
    ("claims", "asked"),
    [
        ([("1920-03-05", "before"), ("1919", "on")], "1919"),
        ([("1919", "on"), ("1919-07-02", "on")], "1919-07-02"),
        ([("1919-07-02", "since"), ("1919-07/1920-01", "on")], "1919-07/1920-01"),
        ([("1920-10-30", "on"), ("1920", "on")], "1920-10-30"),
        ([("1920", "on"), ("1921-10-30", "on")], "1920"),
    ],
)
def test_of_agreeing_claims_the_one_that_leaves_the_fewest_days_is_asked(
    claims: list[tuple[str, str]], asked: str
) -> None:
    fact = fact_of("The mint closed", *(claim_of(date, bound) for date, bound in claims))  # type: ignore[arg-type]
    assert fact.asked.date.text == asked


@pytest.mark.parametrize("occurrence", [1, 2, 3])
def test_equal_words_are_counted_without_overlaps(occurrence: int) -> None:
    quote, mention = "May May\n May  May, 1711 and so on", "May May"
    citation = Citation("s", Locator(), Quote(quote), mention, occurrence)
    folded = " ".join(quote.split())
    starts = list(places(folded, mention))
    assert "".join(citation.parted) == folded
    if occurrence > len(starts):
        assert citation.parted == (folded, "", "")
        assert (MARK in marked(citation), "<mark>" in marked_in_html(citation)) == (False, False)
    else:
        assert len(citation.parted[0]) == starts[occurrence - 1]
        assert marked(citation).index(MARK) == marked_in_html(citation).index("<mark>") == starts[occurrence - 1]
