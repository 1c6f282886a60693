"""Markdown's inline marks: what is cut when a text is read, and what only looks like one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datedeck.model import Span
from datedeck.read import marks
from datedeck.read.inline import inline_marks
from reading import document


def seen(text: str, cut: tuple[Span, ...] | None = None) -> str:
    """What is left of a text without its marks."""
    done, place = "", 0
    for mark in inline_marks(text, Span(0, len(text))) if cut is None else cut:
        done += text[place : mark.start]
        place = mark.end
    return done + text[place:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tarvo fell in **1788** at last.", "Tarvo fell in 1788 at last."),
        ("__Tarvo__ fell.", "Tarvo fell."),
        ("*Tarvo* fell, _all of it_.", "Tarvo fell, all of it."),
        ("***Tarvo*** fell.", "Tarvo fell."),
        ("“*Tarvo*”, (_Velm_): *Sarn*’s", "“Tarvo”, (Velm): Sarn’s"),
        ("The *long\nsiege* ended.", "The long\nsiege ended."),
        ("Type `x * y` or ``a ` b``.", "Type x * y or a ` b."),
        ("See [the walls](https://velm.example/a_b_c) here.", "See the walls here."),
        ('See [walls](<a b> "A *title*") here.', "See walls here."),
        ("See [the walls](wiki/Tarvo_(town)).", "See the walls."),
        ("An ![old map](map.png) hangs.", "An old map hangs."),
    ],
)
def test_marks_go(text: str, expected: str) -> None:
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**bold *italic* bold**", "bold italic bold"),
        ("**bold *both***", "bold both"),
        ("***both* bold**", "both bold"),
        ("*italic **both** italic*", "italic both italic"),
        ("**_Tarvo_**, *__Velm__*", "Tarvo, Velm"),
        ("[**Tarvo** and *Velm*](a.md)", "Tarvo and Velm"),
        ("*see [Tarvo](a_b.md) too*", "see Tarvo too"),
        ("**[Tarvo](a.md)**", "Tarvo"),
        ("*a _b* c_", "a _b c_"),
    ],
)
def test_marks_inside_marks(text: str, expected: str) -> None:
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\*not\* so", "*not* so"),
        (r"*one \* two*", "one * two"),
        (r"\[sic\](a)", "[sic](a)"),
        (r"\`x* `*y*`", "`x* *y*"),
        (r"C:\velm\tarvo", r"C:\velm\tarvo"),
    ],
)
def test_escaped_marks_are_seen_and_their_escapes_are_not(text: str, expected: str) -> None:
    assert seen(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2*3*4 and 5 * 6 * 7",
        "*2*3",
        "snake_case_name and _private names",
        "a_b_c __init",
        "https://velm.example/a_b_c_d",
        "**** and ____ and * * *",
        "Tarvo*, Velm* and Sarn*",
        "[sic] (in 1788), [the king] (Aldo)",
        "[sic](the king in 1788)",
        "a ` b",
        "](x) [a](b",
        "*",
        "",
    ],
)
def test_what_only_looks_like_a_mark_stays(text: str) -> None:
    assert seen(text) == text


def test_only_the_block_is_read_and_places_are_those_of_the_text() -> None:
    text = "*a* *b* *c*"
    assert inline_marks(text, Span(4, 7)) == (Span(4, 5), Span(6, 7))
    assert inline_marks(text, Span(1, 6)) == ()


@given(st.text("*_`[]()!\\ a1.\n", max_size=60))
def test_marks_are_disjoint_and_nothing_but_signs_and_addresses_goes(text: str) -> None:
    end = 0
    for mark in inline_marks(text, Span(0, len(text))):
        assert end <= mark.start < mark.end <= len(text)
        assert mark.of(text)[0] in "*_`[]!\\"
        end = mark.end


@pytest.mark.parametrize("piece", ["*", "[ ", "_a ", "*a ", "[a](", "](a", "](x)", "**a_b "])
def test_long_runs_of_marks_that_nothing_closes_stay(piece: str) -> None:
    assert seen(piece * 50_000) == piece * 50_000


@pytest.mark.parametrize(("piece", "left"), [("` ", " "), ("*a* ", "a "), ("[a](b)", "a"), ("\\*", "*")])
def test_long_runs_of_marks_go(piece: str, left: str) -> None:
    assert seen(piece * 50_000) == left * 50_000


@pytest.mark.parametrize(("opening", "closing"), [("*a ", "a* "), ("**a _b ", "c** ")])
def test_marks_deep_in_marks_go(opening: str, closing: str) -> None:
    text = seen(opening * 20_000 + closing * 20_000)
    assert text == opening.replace("*", "") * 20_000 + closing.replace("*", "") * 20_000


def test_marks_are_those_of_notes_and_in_markdown_of_emphasis_too(tmp_path: Path) -> None:
    text = "# Tarvo\n\n*It* fell[^1] in `1788`.[^2]\n\n[^1]: Maron, Walls, 1960.\n"
    doc = document(tmp_path, text, "doc.md")
    assert [mark.of(doc.text) for mark in marks(doc, doc.blocks[:2])] == ["*", "*", "[^1]", "`", "`"]
    plain = document(tmp_path, "Tarvo\n\n*It* fell[1] in 1788.\n\n[1] Maron, Walls, 1960, p. 1\n")
    assert [mark.of(plain.text) for mark in marks(plain, plain.blocks)] == ["[1]"]
