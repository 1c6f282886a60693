"""Which full name a surname stands for; the recogniser is played by a list of people, but for one test."""

from types import SimpleNamespace

import pytest

from datedeck.extract.events.names import Names
from datedeck.extract.events.parser import recognise

GENERAL = "Tovar Brand was a general of Ostrand. Brand founded Karsk."
TWO = "Tovar Brand met Ilna Brand in Karsk. Tovar Brand was a general and Ilna Brand was a poet."
LONGER = "The poet Ilna Mara Orre wrote the annals. Ilna Orre died in Karsk."


def names_of(text: str, statement: str, *people: str) -> Names:
    names = Names.of(text)
    introductions = names.introductions([statement])
    docs = [
        SimpleNamespace(ents=[SimpleNamespace(text=one, label_="PERSON") for one in people if one in passage])
        for _, passage in introductions
    ]
    names.learn(introductions, docs)
    return names


@pytest.mark.parametrize(
    ("words", "full"),
    [
        ("Brand founded Karsk", "Tovar Brand founded Karsk"),
        ("Karsk was taken by Brand", "Karsk was taken by Tovar Brand"),
        ("The army of Brand, Orre and Velm fled", "The army of Tovar Brand, Orre and Velm fled"),
        ("Tovar founded Karsk", "Tovar Brand founded Karsk"),
        ("Brand's army crossed the Rell", "Tovar Brand's army crossed the Rell"),
        ("Brand’s army crossed the Rell", "Tovar Brand’s army crossed the Rell"),
        ("General Brand fled", "General Tovar Brand fled"),
        ("Brand met Brand", "Tovar Brand met Tovar Brand"),
    ],
)
def test_a_name_alone_is_made_full(words: str, full: str) -> None:
    names = names_of(GENERAL, words, "Tovar Brand")
    assert names.completed(words) == full
    assert not names.ambiguous(words)


@pytest.mark.parametrize(
    "words",
    [
        "Brand Street was paved",
        "The Brand was sunk",
        "Ilna Brand fled",
        "Tovar Brand fled",
        "“Brand” was sung",
        "Brand of Velm fled",
        "Brand II fled",
        "Brand the Elder fled",
        "Brands were sold",
        "Anti-Brand riots broke out",
    ],
)
def test_other_names_with_the_word_in_them_are_left(words: str) -> None:
    names = names_of(GENERAL, "Brand founded Karsk", "Tovar Brand")
    assert names.full["Brand"] == "Tovar Brand"
    assert names.completed(words) == words


def test_a_shared_surname_is_left_and_said_to_be_shared() -> None:
    names = names_of(TWO, "Brand founded Karsk", "Tovar Brand", "Ilna Brand")
    assert names.completed("Brand founded Karsk") == "Brand founded Karsk"
    assert names.ambiguous("Brand founded Karsk")
    assert not names.ambiguous("Ilna Brand founded Karsk")


def test_the_first_name_tells_apart_who_shares_a_surname() -> None:
    names = names_of(TWO, "Ilna founded Karsk", "Tovar Brand", "Ilna Brand")
    assert names.completed("Ilna founded Karsk") == "Ilna Brand founded Karsk"


def test_a_surname_that_most_runs_give_to_one_person_is_that_persons() -> None:
    names = names_of(f"{GENERAL} Tovar Brand fled. Ilna Brand came.", "Brand died", "Tovar Brand", "Ilna Brand")
    assert names.completed("Brand died") == "Tovar Brand died"


@pytest.mark.parametrize("where", ["in", "at", "near", "towards"])
def test_a_surname_that_is_also_a_place_is_left(where: str) -> None:
    names = names_of(f"{GENERAL} He lived {where} Brand until the war.", "Brand burned", "Tovar Brand")
    assert names.completed("Brand burned") == "Brand burned"


def test_what_the_recogniser_takes_for_no_person_is_left() -> None:
    assert names_of("The Velm Castle burned.", "Castle fell").completed("Castle fell") == "Castle fell"


@pytest.mark.parametrize("words", ["Orre died", "Ilna died"])
def test_the_fullest_form_wins(words: str) -> None:
    names = names_of(LONGER, words, "Ilna Mara Orre", "Ilna Orre")
    assert names.completed(words) == "Ilna Mara Orre died"


@pytest.mark.parametrize("title", ["General", "King", "Mayor", "Lord"])
def test_titles_are_no_part_of_a_name(title: str) -> None:
    names = names_of(f"{title} Tovar Brand took Karsk.", "Brand fled", f"{title} Tovar Brand")
    assert names.completed("Brand fled") == "Tovar Brand fled"


def test_particles_are_part_of_a_name() -> None:
    names = names_of("The poet Ilna van der Orre fled.", "Orre died", "Ilna van der Orre")
    assert names.completed("Orre died") == "Ilna van der Orre died"


def test_whom_a_title_names_needs_no_introduction() -> None:
    names = Names.of("Brand founded Karsk.")
    names.know("Tovar Brand")
    assert names.introductions(["Brand founded Karsk"]) == []
    assert names.completed("Brand founded Karsk") == "Tovar Brand founded Karsk"


def test_the_recogniser_sees_a_person() -> None:
    names = Names.of(GENERAL)
    introductions = names.introductions(["Brand founded Karsk"])
    assert introductions == [("Brand", GENERAL)]
    names.learn(introductions, recognise(passage for _, passage in introductions))
    assert names.full == {"Brand": "Tovar Brand"}


@pytest.mark.parametrize(
    ("text", "words", "full"),
    [
        ("Fort Brand fell. Brand fled, and Fort Brand was burned.", "Brand fled", "Brand fled"),
        (GENERAL, "Brand's Patent Company was sold", "Brand's Patent Company was sold"),
        (GENERAL, "Ostrand ceded its Brand lands", "Ostrand ceded its Brand lands"),
        ("Tovar Brand and Ilna Orre met.", "Tovar and Ilna's school closed", "Tovar and Ilna Orre's school closed"),
        ("Tovar Brend ruled.", "Brénd fled", "Tovar Brend fled"),  # spelt both ways
    ],
)
def test_names_that_are_not_quite_a_persons(text: str, words: str, full: str) -> None:
    assert names_of(text, words, "Tovar Brand", "Tovar Brend", "Ilna Orre").completed(words) == full


@pytest.mark.parametrize("text", ["Tovar K. Brand ruled.", "Tovar Brand, who ruled, fled.", "Gen. Tovar Brand ruled."])
def test_what_shows_a_person_without_the_recogniser(text: str) -> None:
    assert names_of(text, "Brand fled").completed("Brand fled").startswith("Tovar ")


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("Brand fled", True),
        ("Brand was elected king", True),
        ("Brand was captured", False),  # a town may be as well
        ("Brand fell", False),
        ("General Brand fled", False),
        ("Brand's troops fled", False),
        ("Tovar Brand fled", False),
    ],
)
def test_a_surname_that_stays_bare(words: str, bare: bool) -> None:
    assert Names.of("Brand ruled.").left_bare(words, {"Brand": 3}) is bare
