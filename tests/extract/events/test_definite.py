"""What "the war" and "the city" stand for, by the document's title, its first sentence and the section's heading."""

import pytest

from datedeck.extract.events.definite import Definite
from datedeck.model import Block, Document, Metadata, Role, Span


def completed(
    words: str, title: str, text: str = "", section: str = "", role: Role = "paragraph", before: str = ""
) -> str:
    block = Block(Span(0, len(text)), role)
    document = Document("v", "v.txt", text, (block,), Metadata(title=title), "0" * 64)
    return Definite(document).completed(words, section, before)


@pytest.mark.parametrize(
    ("title", "words", "full"),
    [
        ("Velmian Civil War", "The war ended", "The Velmian Civil War ended"),
        ("The Velmian Civil War", "Ostrand joined the war", "Ostrand joined the Velmian Civil War"),
        ("Velmian War II", "The war ended", "Velmian War II ended"),
        ("Velmian War (conflict)", "The war ended", "The Velmian War ended"),
        ("Siege of Velm", "Brand raised the siege", "Brand raised the Siege of Velm"),
        ("Great Plague of Velm", "The plague ended", "The Great Plague of Velm ended"),
        ("Treaty of Karsk", "The treaty was signed", "The Treaty of Karsk was signed"),
    ],
)
def test_the_event_of_a_title(title: str, words: str, full: str) -> None:
    assert completed(words, title) == full
    assert completed(words, "Velm", section=title) == full, "a section's heading says it as well"


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Velmian Civil War", "The war of succession broke out"),
        ("Velmian Civil War", "The war that followed ended"),
        ("Velmian Civil War", "The war-time council met"),
        ("Velmian Civil War", "A war ended"),
        ("Velmian Civil War", "The wars ended"),
        ("Velmian Civil War", "The Velmian Civil War ended before the war"),
        ("Siege of Velm", "The battle was lost"),
        ("Velmian War of 1702", "The war ended"),
        ("Velmian War (1702)", "The war ended"),
        ("The War", "The war ended"),
        ("Velm before and after its war", "The war ended"),
    ],
)
def test_another_event_is_left(title: str, words: str) -> None:
    assert completed(words, title) == words


@pytest.mark.parametrize(
    ("title", "opening", "words", "full"),
    [
        ("Velm", "Velm is a city on the Rell.", "The city was burned", "Velm was burned"),
        ("Velm", "Velm is a city on the Rell.", "Brand took the town", "Brand took Velm"),
        ("History of Velm", "Velm is a city on the Rell.", "The city was burned", "Velm was burned"),
        ("Velm (city)", "Velm is an old city.", "The city was burned", "Velm was burned"),
        ("Orre Works", "The Orre Works was a manufacturer.", "Brand sold the firm", "Brand sold the Orre Works"),
        ("Rellgate", "Rellgate is one of the bridges, a bridge.", "The bridge fell", "The bridge fell"),
        ("Velm", "Velm is a city on the Rell.", "The company was sold", "The company was sold"),
        ("Velm", "Velm is a city on the Rell.", "The city of Karsk fell", "The city of Karsk fell"),
        ("Velm", "Velm is a city on the Rell.", "Velm lost the city", "Velm lost the city"),
        ("Velm", "Velm is old. Karsk is a city.", "The city was burned", "The city was burned"),
        ("Karsk", "Velm is a city on the Rell.", "The city was burned", "The city was burned"),
        ("Velm in 1702", "Velm in 1702 was a city at war.", "The city was burned", "The city was burned"),
    ],
)
def test_the_kind_that_the_opening_gives(title: str, opening: str, words: str, full: str) -> None:
    assert completed(words, title, opening) == full


def test_only_what_tells_opens_a_document() -> None:
    assert completed("The city was burned", "Velm", "Velm is a city.", role="footnote") == "The city was burned"
    late = f"{'The Rell is deep. ' * 30}Velm is a city."
    assert completed("The city was burned", "Velm", late) == "The city was burned"


def test_one_section_says_nothing_of_another() -> None:
    definite = Definite(Document("v", "v.txt", "", (), Metadata(title="Velm"), "0" * 64))
    assert definite.completed("The siege ended", "Siege of Velm") == "The Siege of Velm ended"
    assert definite.completed("The siege ended", "Siege of Karsk") == "The Siege of Karsk ended"
    assert definite.completed("The siege ended", "Trade") == "The siege ended"


@pytest.mark.parametrize(
    ("before", "words", "full"),
    [
        ("They signed the Treaty of Velm.", "The treaty was ratified", "The Treaty of Velm was ratified"),
        ("The Velm Pact was signed.", "Ostrand broke the pact", "Ostrand broke the Velm Pact"),
        ("The Velm Pact followed the Karsk Pact.", "Ostrand broke the pact", "Ostrand broke the pact"),
        ("The Velm Pact was signed. Then a pact was made.", "Ostrand broke the pact", "Ostrand broke the pact"),
        ("The Velm Pact of 1702 was signed.", "The Velm Pact ended the pact", "The Velm Pact ended the pact"),
        ("Nothing was signed.", "The treaty was ratified", "The treaty was ratified"),
    ],
)
def test_the_only_treaty_named_just_before(before: str, words: str, full: str) -> None:
    assert completed(words, "Velm", before=before) == full
