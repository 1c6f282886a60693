"""Dates as people write them."""

import pytest
from hypothesis import given

from datedeck.dates import BOUNDS, Bound, Edtf, dated_phrase, window, wording
from strategies import dates


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1920-10-30", "30 October 1920"),
        ("1920-10", "October 1920"),
        ("1920", "1920"),
        ("0079", "AD 79"),
        ("-0489", "490 BC"),
        ("0000", "1 BC"),
        ("-0489-09-12", "12 September 490 BC"),
        ("192X", "the 1920s"),
        ("-048X", "490 BC – 481 BC"),
        ("007X", "AD 70 – AD 79"),
        ("000X", "1 BC – AD 9"),
        ("14XX", "the 15th century"),
        ("20XX", "the 21st century"),
        ("-04XX", "the 5th century BC"),
        ("1918-21", "spring 1918"),
        ("1918-24?", "perhaps winter 1918"),
        ("1520~", "about 1520"),
        ("1520%", "perhaps about 1520"),
        ("1920-10-31/1920-11-02", "31 October – 2 November 1920"),
        ("1914-08-04/1914-08-05", "4–5 August 1914"),
        ("1919-05/1919-06", "May–June 1919"),
        ("1918/1920", "1918–1920"),
        ("-0489/-0478", "490–479 BC"),
        ("-0009/0014", "10 BC – AD 14"),
        ("1918-11/1920-03", "November 1918 – March 1920"),
        ("1520~/1525", "about 1520 – 1525"),
        ("0070/0079", "AD 70 – AD 79"),
        ("1918/..", "from 1918 on"),
        ("../1918", "until 1918"),
    ],
)
def test_wording(text: str, words: str) -> None:
    assert wording(Edtf.parse(text)) == words


@pytest.mark.parametrize(
    ("text", "bound", "words"),
    [
        ("1920-10-30", "on", "on 30 October 1920"),
        ("1920-10-30~", "on", "on about 30 October 1920"),
        ("1920-10", "on", "in October 1920"),
        ("1956", "by", "by 1956"),
        ("1813", "until", "until 1813"),
        ("1945", "since", "since 1945"),
        ("1919-05/1919-06", "during", "in May–June 1919"),
        ("1920-10-31/1920-11-02", "on", "from 31 October to 2 November 1920"),
        ("0070/0079", "during", "between AD 70 and AD 79"),
        ("1918/..", "on", "from 1918 on"),
        ("1918/1920", "during", "between 1918 and 1920"),
    ],
)
def test_phrases(text: str, bound: Bound, words: str) -> None:
    assert dated_phrase(Edtf.parse(text), bound) == words


@given(dates())
def test_every_date_has_words_and_a_window(date: Edtf) -> None:
    assert wording(date).strip()
    for bound in BOUNDS:
        assert dated_phrase(date, bound)
        allowed = window(date, bound)
        assert allowed.earliest <= date.earliest
        assert allowed.latest >= date.latest
