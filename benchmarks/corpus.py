"""Large corpora made of the development texts, repeated with other names and years: no two documents are alike."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

SHARED = Path(__file__).parent.parent.parent / "shared"  # development data; what needs it is left out without it
TEXTS = SHARED / "corpora/wikiwars/dev.jsonl"  # only its texts are read, and only to be timed
DOCUMENT = 300_000  # characters of a document of a large corpus
_YEAR = re.compile(r"\b1[0-9]{3}\b|\b20[01][0-9]\b")
_NAME = re.compile(r"\b[A-Z][a-z]{4,}\b")
_MONTHS = frozenset(
    "January February March April June July August September October November December Sunday Monday Tuesday"
    " Wednesday Thursday Friday Saturday After During Since Until Before".split()
)
_VOWELS = "aeiou"


def texts() -> list[str]:
    """The development texts; none where they are not at hand."""
    if not TEXTS.exists():
        return []
    with TEXTS.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def write_texts(folder: Path) -> list[Path]:
    """The development texts as documents."""
    return [_write(folder / f"text-{number:02}.txt", text) for number, text in enumerate(texts())]


def write_corpus(folder: Path, size: int, seed: int = 1) -> list[Path]:
    """Documents of `DOCUMENT` characters, `size` characters in all. Every other copy of a text keeps its names."""
    pieces, paths = _copies(seed), []
    for number in range(max(1, size // DOCUMENT)):
        parts: list[str] = []
        while sum(map(len, parts)) < DOCUMENT:
            parts.append(next(pieces))
        paths.append(_write(folder / f"volume-{number:03}.txt", "\n\n".join(parts)[:DOCUMENT]))
    return paths


def _copies(seed: int) -> Iterator[str]:
    rng, copy, all_texts = random.Random(seed), 0, texts()
    if not all_texts:
        raise FileNotFoundError(TEXTS)
    while True:
        shift, rename = rng.randint(-300, 20), copy % 2
        for text in all_texts:
            moved = _moved(text, shift)
            yield _elsewhere(moved, copy) if rename else moved
        copy += 1


def _moved(text: str, years: int) -> str:
    return _YEAR.sub(lambda match: str(max(1000, int(match[0]) + years)), text)


def _elsewhere(text: str, copy: int) -> str:
    return _NAME.sub(lambda match: _renamed(match[0], copy), text)


def _renamed(name: str, copy: int) -> str:
    """Another name of about that length, the same for a name throughout a copy."""
    if name in _MONTHS:
        return name
    rng = random.Random(f"{name} {copy}")
    letters = (rng.choice(_VOWELS) if letter in _VOWELS else rng.choice("bdfgklmnprstvz") for letter in name.lower())
    return "".join(letters).title()


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path
