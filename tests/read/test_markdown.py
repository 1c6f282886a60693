"""Markdown's blocks and their roles."""

from pathlib import Path

import pytest

from datedeck.read import marks
from reading import document, shape

MARKDOWN = """---
lang: en
---
# The Siege of Tarvo

It fell in *1788*.[^1] The
guns were new.

## Causes

> The toll was
> too high.

- the bridge
- the mill,
  which burned
1. one

| year | town |
| --- | --- |
| 1788 | Tarvo |

```
in 1799 code
```

Aftermath
---------

It was rebuilt.

<!-- 1800 -->
![A map](map.png)

[^1]: Maron, Walls, 1960.

## References

Harrow, R. Wars. Sarn, 1996.
"""


def test_markdown(tmp_path: Path) -> None:
    doc = document(tmp_path, MARKDOWN, "doc.md")
    assert shape(doc) == [
        ("furniture", "---\nlang: en\n---"),
        ("title", "The Siege of Tarvo"),
        ("paragraph", "It fell in *1788*.[^1] The\nguns were new."),
        ("heading", "Causes"),
        ("quote", "> The toll was\n> too high."),
        ("list", "the bridge"),
        ("list", "the mill,\n  which burned"),
        ("list", "one"),
        ("table", "| year | town |\n| --- | --- |\n| 1788 | Tarvo |"),
        ("furniture", "```\nin 1799 code\n```"),
        ("heading", "Aftermath"),
        ("paragraph", "It was rebuilt."),
        ("furniture", "<!-- 1800 -->"),
        ("caption", "![A map](map.png)"),
        ("footnote", "[^1]: Maron, Walls, 1960."),
        ("heading", "References"),
        ("bibliography", "Harrow, R. Wars. Sarn, 1996."),
    ]
    assert str(doc.blocks[11].locator) == "Aftermath, paragraph 3"
    assert [span.of(doc.text) for span in marks(doc, [doc.blocks[2]])] == ["*", "*", "[^1]"]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("## Causes", "Causes"),
        ("##   Causes   of war ##", "Causes   of war"),
        ("## Causes \t###", "Causes"),
        ("## In C#", "In C#"),
        ("## # 1 to # 2", "# 1 to # 2"),
        ("## a" + " " * 8000 + "b", "a" + " " * 8000 + "b"),
    ],
)
def test_headings_keep_their_words_and_lose_their_closing_signs(tmp_path: Path, line: str, heading: str) -> None:
    doc = document(tmp_path, f"# Tarvo\n\n{line}\n\nIt fell in 1788.\n", "doc.md")
    assert shape(doc)[1] == ("heading", heading)


def test_a_heading_of_number_signs_only_is_none(tmp_path: Path) -> None:
    doc = document(tmp_path, "# Tarvo\n\n## ##\n\nIt fell in 1788.\n", "doc.md")
    assert shape(doc) == [("title", "Tarvo"), ("paragraph", "It fell in 1788.")]
