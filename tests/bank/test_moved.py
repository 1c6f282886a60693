from dataclasses import replace

import pytest

from bank.samples import TEXT, bank_of, claim, document, fact
from datedeck.bank import moved, verify
from datedeck.errors import Location, Problem
from datedeck.model import Block, Document, Fact, Locator, Span

QUOTE = "The town of Karsk was rebuilt by 1710."


SECOND = Locator(paragraph=2)


def rebuilt(locator: Locator = SECOND) -> Fact:
    said = claim("1710", "1710", QUOTE)
    said = replace(said, citation=replace(said.citation, locator=locator))
    return fact("The town of Karsk was rebuilt", said, id="rebuilt", location=Location("b.yaml", 7))


def warnings(one: Fact, library: Document) -> list[Problem]:
    bank, problems = verify(bank_of(one), {"lantern-war": library})
    assert problems == ()
    return list(moved(bank, {"lantern-war": library}))


def test_a_paragraph_put_in_above() -> None:
    assert warnings(rebuilt(), document()) == []
    (problem,) = warnings(rebuilt(), document(TEXT.replace("\n\nOn", "\n\nA foreword.\n\nOn")))
    assert (problem.code, problem.severity, problem.location) == ("moved", "warning", Location("b.yaml", 7))
    assert "lantern-war, paragraph 2" in problem.message
    assert problem.hint == "write `source: lantern-war, paragraph 3`"


def placed(*blocks: tuple[str, Locator]) -> Document:
    text = "\n\n".join(words for words, _ in blocks)
    return replace(
        document(text),
        blocks=tuple(
            Block(Span(text.index(words), text.index(words) + len(words)), "paragraph", locator)
            for words, locator in blocks
        ),
    )


# what the document says of the place, what the bank says of it, whether they contradict
PLACES = [
    (Locator(3, "Ruin", 7), Locator(3, "Ruin", 7), False),
    (Locator(3, "Ruin", 7), Locator(4, "Ruin", 7), True),
    (Locator(3, "Ruin", 7), Locator(3, "Siege", 7), True),
    (Locator(3, "Ruin", 7), Locator(3, "Ruin", 8), True),
    (Locator(3, "Ruin", 7), Locator(3), False),
    (Locator(3, "Ruin", 7), Locator(), False),
    (Locator(), Locator(0, "the third act"), False),
]


@pytest.mark.parametrize(("there", "said", "contradicts"), PLACES)
def test_only_what_both_say_is_compared(there: Locator, said: Locator, *, contradicts: bool) -> None:
    library = placed(("Before all this.", Locator(1, "A", 1)), (QUOTE, there), ("Behind it.", Locator(9, "Z", 9)))
    assert [problem.code for problem in warnings(rebuilt(said), library)] == ["moved"] * contradicts


def test_a_quote_over_two_paragraphs_stands_in_both() -> None:
    library = placed(("The town of Karsk was", Locator(paragraph=1)), ("rebuilt by 1710.", Locator(paragraph=2)))
    assert [len(warnings(rebuilt(Locator(paragraph=at)), library)) for at in (1, 2, 3)] == [0, 0, 1]


def test_a_document_without_blocks_says_nothing_of_places() -> None:
    assert warnings(rebuilt(), replace(document(), blocks=())) == []
