"""Text for Anki's fields, tags and names."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datedeck.export.markup import cloze, deck_name, escaped, folded, link, markdown, marked, tag
from datedeck.model import Citation, Locator, Quote

ACTIVE = re.compile(r"[<>\"'{}\[\]\x00-\x1f]")


@given(st.text())
def test_escaped_text_shows_the_text_and_does_nothing(text: str) -> None:
    field = escaped(text)
    assert html.unescape(field) == folded(text)
    assert not ACTIVE.search(field)


@given(st.text(), st.integers(1, 99))
def test_a_cloze_hides_the_whole_text(text: str, number: int) -> None:
    field = cloze(number, text)
    inside = field[len(f"{{{{c{number}::") : -2]
    assert html.unescape(inside) == folded(text)
    assert "::" not in inside
    assert not ACTIVE.search(inside)


@given(st.text(), st.text(min_size=1), st.text(), st.integers(1, 3))
def test_a_marked_quote_is_the_quote(before: str, mention: str, after: str, occurrence: int) -> None:
    quote = before + mention + after
    field = marked(Citation("s", Locator(), Quote(quote), mention, occurrence))
    assert html.unescape(field.replace("<mark>", "").replace("</mark>", "")) == folded(quote)
    found = re.findall("<mark>(.*?)</mark>", field)
    assert all(html.unescape(words) == folded(mention) for words in found)


@pytest.mark.parametrize(
    ("occurrence", "expected"),
    [(1, "in <mark>May</mark> or in May"), (2, "in May or in <mark>May</mark>"), (3, "in May or in May")],
)
def test_the_named_occurrence_is_marked(occurrence: int, expected: str) -> None:
    assert marked(Citation("s", Locator(), Quote("in May or\n in May"), "May", occurrence)) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            'https://vale.example/a b?x=1&y="2"',
            '<a href="https://vale.example/a%20b?x=1&amp;y=%222%22">vale.example</a>',
        ),
        ("http://vale.example/{{x}}[1]", '<a href="http://vale.example/%7B%7Bx%7D%7D%5B1%5D">vale.example</a>'),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("vale.example", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_links_lead_to_web_addresses_only(url: str, expected: str) -> None:
    assert link(url) == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("a", "my tag"), "a::my_tag"),
        (("a", "b::c"), "a::b::c"),
        (("a", ":::b:"), "a::b"),
        (("a", "x:y"), "a::x-y"),
        (("a", ' "q" '), "a::'q'"),
        (("::", " "), ""),
    ],
)
def test_tags_are_what_anki_keeps(parts: tuple[str, ...], expected: str) -> None:
    assert tag(*parts) == expected


@given(st.lists(st.text(), min_size=1))
def test_tags_are_never_malformed(parts: list[str]) -> None:
    made = tag(*parts)
    assert not re.search(r"\s|:::", made)
    assert made == made.strip(":")


def test_a_title_is_one_deck_and_plain_markdown() -> None:
    assert deck_name("The War:: of\n1920:") == "The War: of 1920"
    assert markdown("*a* <b> [c](d) `e`") == r"\*a\* &lt;b&gt; \[c\](d) \`e\`"
