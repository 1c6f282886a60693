"""What holds of the date tagger for every text: sound mentions, and dates that do not hang on how a text is cut."""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datedeck.dates import Edtf
from datedeck.extract.mentions import Tagged, find_mentions
from datedeck.model import Span

NUMBERED = (  # may be a year, or make one of a number beside it
    "1914;1788;476;79;1752;2005;1620s;1914–18;499–493;264–241;1641/2;10/20 February 1700;03/05/1788;10/12/1492;"
    "1788-05-03;30.10.1920;AD;A.D.;CE;BC;B.C.;44 BC;490 BC;79 AD;’68;'68;the ’20s;13 Vendémiaire an II;"
    "9 Thermidor Year II;the Ides of March;XIV;5 iv 1702;19th century;fifth century;1st millennium;of the year;"
    "29 February 1700;31 June 1788;9999;9999 BC"
).split(";")
UNDATED = (
    "May;March;June;Sept.;spring;fall;winter;January;December;February;the;of;in;by;from;to;until;between;and;on;"
    "early;late;mid-;end;c.;around;31 May;3rd of June;29 February;18 January;the 17th;instant;ult.;O.S.;(N.S.);"
    "Monday,;Friday;Easter;Christmas;Whitsun;Lent;midsummer;that year;the following year;the next;two days later;"
    "a year earlier;the twenties;the following Monday;that Friday;the end of the year;later in the month;eve of;"
    "the night of;three days after the battle;the battle of the ford;had;born;which;since;ago;half;men;km;%;pre-;"
    "post-;Not;first;No.;$;’s;–;-;/;,;.;(;);[;];“;”;?;:;He;they;ships;\n;\r\n;\n# The War\n;\n\n"
).split(";")
TOKENS = st.sampled_from(UNDATED + NUMBERED)
GLUE = st.sampled_from((" ", " ", " ", " ", "", "\n", "\n\n", ", ", ". "))
NO_DATE = ("The mill stood by the river.", "Odila wrote (so she said) to her brother.", "They had no ships left!")


def soup(tokens: st.SearchStrategy[str], most: int = 24) -> st.SearchStrategy[str]:
    """Pieces of dates, glued in every way."""
    return st.lists(st.tuples(tokens, GLUE), min_size=1, max_size=most).map(
        lambda pairs: "".join(token + glue for token, glue in pairs)
    )


def paragraphs(pieces: int) -> st.SearchStrategy[list[str]]:
    """Paragraphs that end with a sentence.

    An expression that is broken off ("the end of", a blank line, "1700") is read across the blank line in a text that
    is read whole, but not where each paragraph is a span.
    """
    closed = soup(TOKENS, pieces).map(lambda text: re.sub(r"\n\s*\n", "\n", text) + " it was told.")
    return st.lists(closed, min_size=1, max_size=4)


def told(tagged: Tagged) -> list[tuple[str, str, str, str, str]]:
    """The mentions without their places."""
    return [(m.text, str(m.value), m.bound, m.mod, m.anchored) for m in (*tagged.mentions, *tagged.dated)]


@settings(deadline=None, max_examples=300)
@given(st.one_of(st.text(max_size=80), soup(TOKENS)))
def test_whatever_the_text_mentions_are_sound(text: str) -> None:
    tagged = find_mentions(text)
    for mention in (*tagged.mentions, *tagged.dated):
        assert mention.span.of(text) == mention.text
        assert mention.text.strip()
        assert Edtf.parse(str(mention.value)) == mention.value
        assert mention.value.earliest <= mention.value.latest
    for one, other in (*pairwise(tagged.mentions), *pairwise(tagged.dated)):
        assert one.span.end <= other.span.start
    dated = {mention.span: mention.value for mention in tagged.dated}
    for interval in tagged.intervals:
        assert dated[interval.span] == interval.value
    assert find_mentions(text) == tagged


@settings(deadline=None)
@given(
    soup(TOKENS),
    *(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=4) for _ in range(3)),
)
def test_mentions_stay_inside_the_spans(
    text: str, pairs: list[tuple[int, int]], headings: list[tuple[int, int]], notes: list[tuple[int, int]]
) -> None:
    def cut(of: list[tuple[int, int]]) -> list[Span]:
        return [Span(min(pair), min(max(pair), len(text))) for pair in of if min(pair) <= len(text)]

    spans = cut(pairs)
    tagged = find_mentions(text, spans, cut(headings), cut(notes))
    for place in (*(m.span for m in (*tagged.mentions, *tagged.dated)), *(i.span for i in tagged.intervals)):
        assert any(span.contains(place) for span in spans)


@settings(deadline=None, max_examples=200)
@given(paragraphs(12), st.sampled_from(("\n\n", "\n \t\n", "\n\n\n")))
def test_a_text_cut_at_its_blank_lines_has_the_same_dates(parts: list[str], blank: str) -> None:
    text = blank.join(parts)
    starts = [sum(len(one) + len(blank) for one in parts[:i]) for i in range(len(parts))]
    spans = [Span(start, start + len(one)) for start, one in zip(starts, parts, strict=True)]
    assert find_mentions(text, spans) == find_mentions(text)


@settings(deadline=None, max_examples=200)
@given(paragraphs(3), st.lists(st.sampled_from(NO_DATE), min_size=1, max_size=3).map(" ".join))
def test_paragraphs_without_dates_change_nothing_around_them(parts: list[str], prose: str) -> None:
    # at most twelve dates in all: more of them in 300 characters are read as a list, until prose stands between
    plain = told(find_mentions("\n\n".join(parts)))
    assert told(find_mentions(f"\n\n{prose}\n\n".join(parts))) == plain
    assert told(find_mentions(f"{prose}\n\n" + "\n\n".join(parts))) == plain


@settings(deadline=None, max_examples=200)
@given(soup(TOKENS), st.sampled_from((" ", "\n", "\n\n")), st.sampled_from(NO_DATE))
def test_what_follows_without_dates_changes_nothing_before_it(text: str, glue: str, prose: str) -> None:
    # closed by a full stop, for words at the end of a text without one may belong to what follows ("476" and "men")
    text += " it was told."
    assert find_mentions(text + glue + prose) == find_mentions(text)


@settings(deadline=None, max_examples=200)
@given(soup(st.sampled_from([token for token in UNDATED if token != "the end of the year"])))
def test_where_no_year_is_named_none_comes_from_context(text: str) -> None:
    assert {mention.anchored for mention in find_mentions(text).mentions} <= {"own"}


MONTHS = st.sampled_from(
    "January February March April May June July August September October November December".split()
)
ENDS = ("they crossed the river.", "the mill burned; nobody spoke of it.", "Odila was made governor.")
DAYS = st.integers(1, 20)  # so that "the next day" never comes to the end of February
SENTENCE = st.one_of(
    st.tuples(st.just("In {}"), st.integers(1101, 1899)),
    st.tuples(st.just("In May {}"), st.integers(1101, 1899)),
    st.tuples(st.just("On 7 June {}"), st.integers(1101, 1899)),
    st.tuples(MONTHS.map("In {}".format), st.none()),
    st.builds("On {} {}".format, DAYS, MONTHS).map(lambda words: (words, None)),
    st.builds("Until {}".format, MONTHS).map(lambda words: (words, None)),
    st.builds("From {} to {}".format, MONTHS, MONTHS).map(lambda words: (words, None)),
    st.sampled_from(("The following year", "In that year", "Two years later", "A month earlier", "The next day")).map(
        lambda words: (words, None)
    ),
)
SENTENCES = st.lists(st.tuples(SENTENCE, st.sampled_from(ENDS), st.sampled_from((" ", " ", "\n\n"))), max_size=8)
Told = list[tuple[tuple[str, int | None], str, str]]


def narrative(sentences: Told, shift: int = 0) -> str:
    """The sentences as a text, every year that they name shifted by so many."""
    return "".join(
        f"{words.format(year + shift if year else 0)}, {rest}{gap}" for (words, year), rest, gap in sentences
    )


def shifted(value: str, years: int) -> str:
    """An EDTF value so many years on."""
    return re.sub(r"\d{4}", lambda year: f"{int(year[0]) + years:04d}", value)


@settings(deadline=None, max_examples=300)
@given(SENTENCES, st.integers(-100, 100))
def test_years_shifted_in_the_words_shift_every_date(sentences: Told, years: int) -> None:
    plain, later = find_mentions(narrative(sentences)), find_mentions(narrative(sentences, years))
    assert [shifted(str(m.value), years) for m in plain.mentions] == [str(m.value) for m in later.mentions]
    assert [shifted(str(m.value), years) for m in plain.dated] == [str(m.value) for m in later.dated]
    assert [m.anchored for m in plain.mentions] == [m.anchored for m in later.mentions]


@settings(deadline=None)
@given(SENTENCES)
def test_a_narrative_has_dates_from_its_first_named_year_or_none_at_all(sentences: Told) -> None:
    undated = [sentence for sentence in sentences if sentence[0][1] is None]
    assert find_mentions(narrative(undated)) == Tagged((), (), ())
    if len(undated) < len(sentences):
        named = sum(year is not None for (_, year), *_ in sentences)
        months = sum(year is None and words.startswith(("On", "Until")) for (words, year), *_ in sentences)
        assert len(find_mentions(narrative(sentences)).mentions) >= named + months


@contextmanager
def counting() -> Iterator[Callable[[], int]]:
    """Count the calls of the package's own functions; how long patterns and slices take, the benchmarks tell."""
    calls = 0

    def seen(frame: FrameType, event: str, arg: object) -> None:
        nonlocal calls
        calls += event == "call" and "datedeck" in frame.f_code.co_filename

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        yield lambda: calls
    finally:
        sys.setprofile(before)


DENSE = {
    "days and months": "On 3 May 1788 they came. In June they left; by July, in 1790, all was over.\n\n",
    "one line": "In May 1788 and June they came, 1790, until 3 July, ",
    "relative": "In 1788 it began. The following year they came, two days later they left; on the 17th it rained. ",
    "events": "The battle was fought on 5 May 1788. Three days after the battle they left, a year before the battle. ",
    "brackets": "The mill (built [in 1741] by Aldo, in May (1788)) burned in June. ",
    "open brackets": "(1788 [June ",
    "antiquity": "In 490 BC they came, in 480 they left; by 44 he was dead (264–241). ",
    "years": "1788 ",
    "months": "May ",
    "ranges": "From May to June 1788, from 1790 until 3 July, 1914–18, between March and 9 April. ",
    "calendars": "On 10/20 February 1700 (O.S.), on 9 Thermidor Year II, at Easter 1702, on the Ides of March 44 BC. ",
}


@pytest.mark.parametrize("cut", [False, True], ids=["whole", "cut"])
@pytest.mark.parametrize("text", DENSE.values(), ids=DENSE.keys())
def test_twice_the_text_is_at_most_about_twice_the_work(text: str, cut: bool) -> None:
    def work(copies: int) -> int:
        spans = [Span(i * len(text), (i + 1) * len(text)) for i in range(copies)] if cut else None
        headings, notes = (spans[::5], spans[1::5]) if spans else ((), ())
        with counting() as calls:
            find_mentions(text * copies, spans, headings, notes)
            return calls()

    work(5)  # values that were read once are kept
    assert work(80) <= 2.2 * work(40)
