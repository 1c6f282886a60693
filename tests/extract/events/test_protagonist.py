"""Whom "he" or "she" means in a life, or in a section about one person."""

import pytest

from datedeck.extract.events import derive_facts
from datedeck.extract.events.protagonist import Protagonist, protagonists
from datedeck.extract.mentions import find_mentions
from datedeck.model import Block, Document, Locator, Metadata, Span

HE = " He was born in Velm. He wrote his annals. He fled to Karsk. His house burned. He died."
SHE = " She was born in Velm. She wrote her annals. She fled to Karsk. Her house burned. She died."
BOTH = " He was born. She was born. He wrote. She wrote. He fled. She fled. He died. She died."


def document(title: str, *sections: tuple[str, str]) -> Document:
    blocks, text = [], ""
    for heading, words in sections:
        blocks.append(Block(Span(len(text), len(text) + len(words)), "paragraph", Locator(section=heading)))
        text += f"{words}\n"
    return Document("life", "life.txt", text, tuple(blocks), Metadata(title=title), "0" * 64)


@pytest.mark.parametrize(
    ("title", "text", "name", "pronoun"),
    [
        ("Tovar Brand", f"Tovar Brand was a poet.{HE}", "Tovar Brand", "he"),
        ("Ilna Orre", f"Ilna Orre was a poet.{SHE}", "Ilna Orre", "she"),
        ("Tovar Brand (poet)", f"Brand was a poet.{HE}", "Tovar Brand", "he"),
        ("Tovar Brand, 1601–1650", f"Brand was a poet.{HE}", "Tovar Brand", "he"),
        ("The early life of Tovar Brand", f"Brand was a poet.{HE}", "Tovar Brand", "he"),
        ("Ilna Orre’s reign", f"Orre was a queen.{SHE}", "Ilna Orre", "she"),
        ("Ilna van der Orre", f"Orre was a queen.{SHE}", "Ilna van der Orre", "she"),
    ],
)
def test_a_life_is_about_its_title(title: str, text: str, name: str, pronoun: str) -> None:
    assert protagonists(document(title, ("", text)), {"Brand", "Orre"}) == {0: Protagonist(name, pronoun)}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Karsk", f"Karsk was a town.{HE}"),  # not a person's name
        ("Tovar Brand", f"Tovar Brand and Ilna Orre were poets.{BOTH * 2}"),  # two people
        ("Tovar Brand", "Tovar Brand was a poet. He died."),  # too few pronouns to tell
        ("Tovar Brand", f"Tovar Brand was a poet.{HE}{' Velm fell.' * 400}"),  # too few in so long a text
        ("Tovar Brand", f"The poet was old.{HE}"),  # does not name him
        ("Poets of the Rell and their works", f"Brand was a poet.{HE}"),
    ],
)
def test_others_are_about_nobody(title: str, text: str) -> None:
    assert set(protagonists(document(title, ("", text)), {"Brand"}).values()) <= {None}


def test_a_section_under_another_name_is_not_about_the_documents_person() -> None:
    brand, orre = Protagonist("Tovar Brand", "he"), Protagonist("Ilna Orre", "she")
    life = document(
        "Tovar Brand",
        ("", f"Tovar Brand was a poet.{HE * 3}"),
        ("Ilna Orre", f"Ilna Orre was a queen.{SHE}"),
        ("Karsk", "The town was old."),
        ("What came of it", f"Nothing came of it.{HE}"),
    )
    assert protagonists(life, {"Brand", "Orre"}) == {0: brand, 1: orre, 2: None, 3: brand}


def test_a_pronoun_is_written_out_in_a_life() -> None:
    life = document("Tovar Brand", ("", f"Tovar Brand founded Velm in 1690.{HE}"), ("", "In 1702 he moved to Karsk."))
    _, fact = derive_facts(life, find_mentions(life.text).dated)
    assert fact.event == "Tovar Brand moved to Karsk"
    assert fact.question == "did Tovar Brand move to Karsk"
