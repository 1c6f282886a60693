"""The second reading of a sentence, without its date."""

from dataclasses import replace

import pytest

from datedeck.extract.events.choose import dated_statements
from datedeck.extract.events.judge import Reading, agreements
from datedeck.extract.events.parser import parse
from datedeck.extract.events.phrase import date_phrase
from datedeck.extract.mentions import find_mentions

CAPTURED = "On 3 May 1702 the Ostrians captured Velm."


def readings(text: str) -> list[Reading | None]:
    """Of the statements that the first date of a text gives."""
    (doc,) = parse([text])
    phrases = []
    for mention in find_mentions(text).dated:
        sentence = next(one for one in doc.sents if one.start_char <= mention.span.start < one.end_char)
        phrase = date_phrase(sentence, mention, mention.span.start, mention.span.end)
        phrases += [phrase] if phrase else []
    words = frozenset(index for phrase in phrases for index in phrase.tokens)
    return [Reading.of(dated.statement, phrases[0], phrases) for dated in dated_statements(phrases[0], words)]


def reading(text: str) -> Reading:
    (found,) = readings(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "dateless"),
    [
        (CAPTURED, "The Ostrians captured Velm."),
        ("In 1702, Tovar Brand founded Karsk.", "Tovar Brand founded Karsk."),
        ("The Ostrians captured Velm in 1702.", "The Ostrians captured Velm ."),
        ("The Rell rose. In 1702 Velm fell to Ostrand.", "The Rell rose. Velm fell to Ostrand."),
        (
            "The Ostrian army crossed the Rell. On 3 May 1702 it captured the city of Velm.",
            "The Ostrian army crossed the Rell. It captured the city of Velm.",
        ),
        (
            "On 3 May 1702 the Ostrians captured Velm and in 1703 they burned Karsk.",
            "The Ostrians captured Velm and in 1703 they burned Karsk.",
        ),
    ],
)
def test_the_sentence_without_its_date_tells_the_same(text: str, dateless: str) -> None:
    one = reading(text)
    assert one.text == dateless
    assert agreements([one], parse([one.text]), frozenset()) == [True]


@pytest.mark.parametrize(
    ("read", "agrees"),
    [
        ("The Ostrians captured Velm.", True),
        ("The Ostrians captured the old city of Velm.", True),  # without its date a clause may keep more
        ("The Ostrians captured Karsk.", False),
        ("The Ostrians abandoned Velm.", False),
        ("Old Harrani captured Velm.", False),
        ("The Ostrians fled.", False),
        ("The Ostrians, captured.", False),
        ("Velm.", False),
        ("", False),
    ],
)
def test_a_reading_agrees_only_where_it_tells_the_same(read: str, agrees: bool) -> None:
    (doc,) = parse([read])
    assert reading(CAPTURED).agrees(doc) is agrees


def test_a_statement_that_begins_later_does_not_agree() -> None:
    (doc,) = parse([reading(CAPTURED).text])
    assert not replace(reading(CAPTURED), event="Ostrians captured Velm").agrees(doc)


def test_a_verb_read_as_a_noun_agrees_with_nothing() -> None:
    one = reading(CAPTURED)
    (doc,) = parse([one.text])
    verb = next(token for token in doc if token.idx == one.at)
    assert verb.text == "captured"
    verb.pos_ = "NOUN"
    assert not one.agrees(doc)


@pytest.mark.parametrize("text", ["The siege of Velm (1702) ruined Karsk.", "Brand led the siege of Velm of 1702."])
def test_what_is_told_without_a_verb_cannot_be_read_again(text: str) -> None:
    assert None in readings(text)


def test_each_reading_has_its_own_answer() -> None:
    one = reading(CAPTURED)
    assert agreements([one, one], parse(["Ostrand lost Velm.", one.text]), frozenset()) == [False, True]
