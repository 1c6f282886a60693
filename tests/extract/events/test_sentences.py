"""Where sentences part, and which of them nothing dated needs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datedeck.dates import Edtf
from datedeck.extract.events.sentences import split, unneeded
from datedeck.extract.mentions import find_mentions
from datedeck.model import Block, DatedMention, Span


def parted(text: str) -> list[str]:
    return [one.of(text).strip() for one in split(text, Span(0, len(text)))]


def kept(text: str, mentions: list[DatedMention] | None = None) -> str:
    block = Block(Span(0, len(text)), "paragraph")
    found = find_mentions(text).dated if mentions is None else mentions
    for one in reversed(list(unneeded(text, block, found))):
        text = text[: one.start] + text[one.end :]
    return text.strip()


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr. Orre came to Velm.",
        "General Brand and Gen. Orre fled.",
        "Tovar K. Brand fled.",
        "T. K. Brand fled.",
        "The St. Orre church fell.",
        "In c. 1702 Velm fell.",
        "On 3 Sept. 1702 Velm fell.",
        "Brand Co. Ltd. Works closed.",
        "The A.B. Guild closed.",
        "It was no. 3 of ten.",
        "Orre wrote vol. 2 of the annals.",
        "It was 3.5 miles off.",
        "It sank off Velm. karsk is no capital",
    ],
)
def test_an_abbreviation_ends_no_sentence(sentence: str) -> None:
    assert parted(f"{sentence} Karsk burned.") == (
        [sentence, "Karsk burned."] if sentence.endswith(".") else [f"{sentence} Karsk burned."]
    )


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Velm fell! Karsk burned? Orre fled.", ["Velm fell!", "Karsk burned?", "Orre fled."]),
        ("“Velm fell.” Karsk burned.", ["“Velm fell.”", "Karsk burned."]),
        ("Velm fell. “Karsk burned.”", ["Velm fell.", "“Karsk burned.”"]),
        ("Velm fell (in May.) Karsk burned.", ["Velm fell (in May.)", "Karsk burned."]),
        ("Velm fell... 42 men fled.", ["Velm fell...", "42 men fled."]),
        ("It had ten. Velm fell.", ["It had ten.", "Velm fell."]),
        ("", [""]),
    ],
)
def test_sentences_part_at_a_stop(text: str, sentences: list[str]) -> None:
    assert parted(text) == sentences


TEXTS = st.one_of(
    st.text(max_size=60),
    st.text('aBc1 .!?\n"”)(‘', max_size=60),
    st.lists(
        st.sampled_from(
            ("Velm fell.", "He fled!", "Dr. K. Orre", "came on 3 Sept. 1702.", "(It burned.)", "They", "c.")
        ),
        max_size=12,
    ).map(" ".join),
)
SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20))


@given(TEXTS, SPANS)
def test_splitting_loses_no_character(text: str, place: tuple[int, int]) -> None:
    start = min(place[0], len(text))
    for span in (Span(0, len(text)), Span(start, min(start + place[1], len(text)))):
        sentences = list(split(text, span))
        assert "".join(one.of(text) for one in sentences) == span.of(text)
        assert [one.end for one in sentences[:-1]] == [one.start for one in sentences[1:]]
        assert (sentences[0].start, sentences[-1].end) == (span.start, span.end)


@settings(max_examples=300)
@given(TEXTS, st.lists(st.tuples(SPANS, st.none() | SPANS), max_size=4))
def test_a_dated_sentence_is_never_dropped(
    text: str, places: list[tuple[tuple[int, int], tuple[int, int] | None]]
) -> None:
    def inside(place: tuple[int, int]) -> Span:
        start = min(place[0], max(len(text) - 1, 0))
        return Span(start, min(start + place[1], len(text)))

    mentions = [
        DatedMention(span := inside(at), span.of(text), Edtf.parse("1702"), anchor=inside(anchor) if anchor else None)
        for at, anchor in places
        if text
    ]
    whole = Span(0, len(text))
    dropped = list(unneeded(text, Block(whole, "paragraph"), mentions))
    assert set(dropped) <= set(split(text, whole))
    for mention in mentions:
        for span in (mention.span, mention.anchor or mention.span):
            assert all(one.end <= span.start or span.end <= one.start for one in dropped)


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("Karsk burned. Velm fell in 1702. Orre fled.", "Velm fell in 1702."),
        ("Karsk burned. Brand fled. In 1702 he died. It rained.", "Brand fled. In 1702 he died."),
        ("Karsk burned. Brand fled. He wept. In 1702 he died.", "Brand fled. He wept. In 1702 he died."),
        ("Velm fell in 1702. Karsk burned. Orre died in 1703.", "Velm fell in 1702. Orre died in 1703."),
        ("Karsk burned. Velm fell.", ""),
    ],
)
def test_what_a_dated_sentence_needs_is_kept(text: str, needed: str) -> None:
    assert kept(text) == needed


def test_the_sentence_a_relative_date_counts_from_is_kept() -> None:
    text = "Velm fell on 3 May. Karsk burned. Orre fled the next day."
    at = text.index("the next day")
    mention = DatedMention(Span(at, at + 12), "the next day", Edtf.parse("1702-05-04"), anchor=Span(13, 18))
    assert kept(text, [mention]) == "Velm fell on 3 May. Orre fled the next day."
