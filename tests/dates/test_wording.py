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
        ("180X", "1800–1809"),
        ("190X", "the 1900s"),
        ("192X~", "about the 1920s"),
        ("1XXX", "the 2nd millennium"),
        ("-1XXX", "the 2nd millennium BC"),
        ("-0499/-0400", "500–401 BC"),
        ("-0099/0000", "the 1st century BC"),
        ("-0999/0000", "the 1st millennium BC"),
        ("-0488/-0479", "the 480s BC"),
        ("-0018/-0009", "the 10s BC"),
        ("-0408/-0399", "409–400 BC"),
        ("1918-01/1918-06", "the first half of 1918"),
        ("1918-07/1918-12", "the second half of 1918"),
        ("-0430-07/-0430-12", "the second half of 431 BC"),
        ("1918-01~/1918-06", "about January 1918 – June 1918"),
        ("1918-01/1919-06", "January 1918 – June 1919"),
        ("1920-XX", "1920"),
        ("1920-10-XX", "October 1920"),
        ("1812-24", "winter 1812"),  # in January 1812 or in December: both are called so
        ("-0430-21~", "about spring 431 BC"),
        ("1918-21/1918-22", "spring–summer 1918"),
        ("1918-23/1918-24", "autumn–winter 1918"),
        ("1918-23/1919-21", "autumn 1918 – spring 1919"),
        ("1920/1920", "1920"),
        ("1920-10-30/1920-10-30", "30 October 1920"),
        ("1914-06-28/1914-07-02", "28 June – 2 July 1914"),
        ("1918-12-28/1919-01-03", "28 December 1918 – 3 January 1919"),
        ("-0026/0014", "27 BC – AD 14"),
        ("-0489-09/-0489-10", "September–October 490 BC"),
        ("1550?/1580~", "perhaps 1550 – about 1580"),
        ("162X/163X", "the 1620s – the 1630s"),
        ("/1918", "until 1918"),
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
        ("1918/..", "since", "since 1918"),
        ("1918/..", "by", "from 1918 on"),
        ("../1918", "before", "before 1918"),
        ("../1918", "since", "until 1918"),
        ("1918-01/1918-06", "during", "in the first half of 1918"),
        ("1918-01/1918-06", "by", "by the first half of 1918"),
        ("-0488/-0479", "on", "in the 480s BC"),
        ("-0099/0000", "during", "in the 1st century BC"),
        ("1550/1580", "during", "between 1550 and 1580"),
        ("-0489/-0478", "on", "from 490 to 479 BC"),
        ("1920/1920", "during", "in 1920"),
        ("1920-10-30/1920-10-30", "during", "on 30 October 1920"),
        ("1812-24", "on", "in winter 1812"),
        ("1XXX", "on", "in the 2nd millennium"),
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
