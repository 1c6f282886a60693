import string
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bank.samples import claim, fact
from datedeck.bank import fact_lines, new_bank, parse_bank
from datedeck.bank.decode import same_content
from datedeck.bank.folding import fold
from datedeck.bank.keys import ASK
from datedeck.bank.locators import locator_text, parse_locator
from datedeck.bank.scalars import WIDTH, scalar_lines
from datedeck.bank.write import fact_entries
from datedeck.dates import BOUNDS, Edtf
from datedeck.model import STATUSES, Citation, Claim, Fact, Locator, Metadata, Quote, Source

NASTY = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
    st.lists(
        st.sampled_from(
            [
                "a:",
                ": b",
                " #",
                "#",
                "-",
                "- x",
                "'",
                '"',
                "\\",
                "\n",
                "  ",
                "\t",
                "yes",
                "0622",
                "é",
                "»",
                "{",
                "[",
                "&a",
                "*b",
                "!c",
                "%",
                "@",
                "`",
                "|",
                ">-",
                "?",
                "~",
                "\u2028",
                "\x85",
                "\u00a0",
                "\ufeff",
                "\U0001f3f0",
                "---",
                "...",
                "=",
                "a long word and more of them",
            ]
        ),
        max_size=30,
    ).map("".join),
    st.text(string.ascii_letters + "  ,.'", max_size=400),
)
LINE = NASTY.map(fold)
SAID = LINE.filter(bool)
DATES = st.sampled_from(
    [
        "1920-10-30",
        "1920-10",
        "1920",
        "-0489",
        "0000",
        "192X",
        "15XX",
        "1520~",
        "1918/1920",
        "../1920",
        "1918/..",
        "1920-21",
        "1920?",
    ]
).map(Edtf.parse)
LOCATORS = st.builds(
    Locator,
    st.integers(0, 9999),
    st.one_of(
        LINE, st.sampled_from(["page 3", "paragraph 2", "Part 1, page 2", "x, paragraph 9", '"Quoted"', "page 1, x"])
    ),
    st.integers(0, 9999),
)
IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    quote = draw(SAID)
    words = quote.split()
    first = draw(st.integers(0, len(words) - 1))
    mention = " ".join(words[first : draw(st.integers(first + 1, len(words)))])
    occurrence = draw(st.integers(1, max(quote.count(mention), 1)))
    citation = Citation("a-source", draw(LOCATORS), Quote(quote), mention, occurrence)
    return Claim(draw(DATES), citation, draw(st.sampled_from(BOUNDS)), draw(st.sampled_from(["Gregorian", "Julian"])))


FACTS = st.builds(
    Fact,
    id=IDS,
    event=SAID,
    claims=st.lists(claims(), min_size=1, max_size=3).map(tuple),
    bank=st.just("b1"),
    status=st.sampled_from(STATUSES),
    question=LINE,
    context=LINE,
    reasons=st.lists(SAID, max_size=3).map(tuple),
    tags=st.lists(SAID, max_size=3).map(tuple),
    note=NASTY.filter(str.strip),
    why=st.just(""),
    difficulty=LINE,
    ask=st.dictionaries(st.sampled_from(sorted(ASK)), SAID),
    wrong=st.lists(DATES.map(str), max_size=2).map(tuple),
    formerly=st.lists(st.just("once-so"), max_size=1).map(tuple),
    location=st.none(),
    derived=st.from_regex(r"[0-9a-f]{8}", fullmatch=True),
)


def loaded(text: str) -> tuple[Fact, ...]:
    bank = parse_bank("bank: x\nuid: b1\nsources:\n  a-source:\n    file: a.txt\nfacts:\n" + text, "x.yaml")
    assert [str(problem) for problem in bank.problems] == []
    return tuple(bank.facts)


@given(fact=FACTS)
def test_what_is_written_is_what_is_read(fact: Fact) -> None:
    (again,) = loaded(fact_lines(fact))
    assert same_content(again, fact)


@settings(max_examples=40)
@given(fact=FACTS, dash=st.sampled_from([0, 4]))
def test_facts_stand_at_any_indentation_one_below_the_other(fact: Fact, dash: int) -> None:
    other = fact_lines(Fact("another-fact-of-the-bank", "x happened", fact.claims, "b1"), dash)
    first, second = loaded(fact_lines(fact, dash) + other)
    assert same_content(first, fact)
    assert second.id == "another-fact-of-the-bank"


@given(locator=LOCATORS)
def test_locators_come_back(locator: Locator) -> None:
    assert parse_locator(locator_text(locator)) == locator


def test_white_space_of_quotes_is_folded_on_writing() -> None:
    raw = fact(
        "The  fleet\nsailed", claim("1704", "in\n1704", "The fleet sailed  in\n1704. ", source="a-source"), id="x"
    )
    (again,) = loaded(fact_lines(raw))
    assert again.event == "The fleet sailed"
    assert again.claims[0].citation.quote.exact == "The fleet sailed in 1704."
    assert again.claims[0].citation.mention == "in 1704"


def test_the_look_of_a_fact() -> None:
    long = (
        "In the year 1704, after a long summer of talks in the castle above the river, peace was signed by both sides."
    )
    sample = fact(
        "Peace was signed: at last",
        claim("1704", "1704", long, bound="by", occurrence=1, paragraph=7),
        id="peace",
        status="draft",
        tags=("war", "no"),
        reasons=("who?",),
        derived="12345678",
    )
    assert (
        fact_lines(sample)
        == """\
  - id: peace
    event: "Peace was signed: at last"
    status: draft
    reasons:
      - who?
    tags:
      - war
      - "no"
    derived: "12345678"
    claims:
      - date: 1704
        bound: by
        source: lantern-war, paragraph 7
        mention: "1704"
        quote: >-
          In the year 1704, after a long summer of talks in the castle above the river, peace was
          signed by both sides.
"""
    )


def test_what_is_as_usual_is_left_unsaid() -> None:
    assert list(fact_entries(fact("Peace was signed", id="peace"))) == ["id", "event", "status", "claims"]
    assert "bound" not in fact_lines(fact("Peace was signed", id="peace"))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Kars", "Kars"),
        ("Kars fell", "Kars fell"),
        ("no", '"no"'),
        ("0622", '"0622"'),
        ("1920s", '"1920s"'),
        ("- x", '"- x"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ('"a" b', "'\"a\" b'"),
        ("a\\", "a\\"),
        ("end:", '"end:"'),
        ("\u2028", '"\\u2028"'),
        ("Čeněk’s", "Čeněk’s"),
        ("a\tb", '"a\\tb"'),
        ("*a", '"*a"'),
        ("../seeds/a-b_1.txt", "../seeds/a-b_1.txt"),
        ("../a b", '"../a b"'),
    ],
)
def test_scalars_on_one_line(text: str, written: str) -> None:
    assert scalar_lines("", text, 2) == [written]


@given(text=st.text(string.ascii_lowercase + "  ", min_size=150).map(fold).filter(lambda text: len(text) > WIDTH))
def test_long_text_stays_within_the_width(text: str) -> None:
    lines = scalar_lines("    event: ", text, 6)
    longest = max(map(len, text.split()))
    assert max(map(len, lines)) <= max(WIDTH, longest + 6) or " " not in text


@settings(max_examples=40)
@given(facts=st.lists(FACTS, max_size=4), title=SAID)
def test_a_new_bank_loads(facts: list[Fact], title: str) -> None:
    source = Source("a-source", "a.txt", Metadata(title=title, author="- nobody: #1"), "00ff")
    bank = parse_bank(new_bank("x", title, "b1", "a parser 1.0", {"a-source": source}, facts), "x.yaml")
    assert [str(problem) for problem in bank.problems] == []
    assert (bank.title, bank.uid, bank.derived_with) == (title, "b1", "a parser 1.0")
    assert replace(bank.sources["a-source"], location=None) == source
    assert len(bank.facts) == len(facts)
