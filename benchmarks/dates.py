"""How fast dates are found: beside a floor of eight patterns, beside dateparser, on larger texts, and on hostile ones.

All ratios are of one run. `python -m benchmarks.dates` measures these alone.
"""

from __future__ import annotations

import importlib.util
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median

from benchmarks.report import say
from datedeck.dates import MONTHS
from datedeck.extract.mentions import find_mentions

_SHARED = Path(__file__).parent.parent.parent / "shared"
_FLOOR = _SHARED / "tools/date_floor.py"
_TEXTS = _SHARED / "corpora/wikiwars/dev.jsonl"  # only its texts are read, and only to be timed
_MB = 1_000_000
_WORDS = (
    "the army of Ostria and its council had marched to river while men from northern valley held bridge against guns "
    "whose crews were tired but order came that no one should leave his post before supplies reached city walls"
).split()
_NAMES = ("Velm", "Karduna", "General Tarn", "Queen Maud", "Port Yvaine", "the Harrani", "Dunmere", "the Orlen League")

HOSTILE = {
    "all digits": "0123456789",
    "May": "May ",
    "1914 1914": "1914 ",
    "5 May 5 May": "5 May ",
    "in May in May": "in May ",
    "1914-1914-": "1914-",
    "one line, no spaces": "abcdefghijklmnopqrstuvwxyz",
    "nested brackets": "(",
    "brackets closed": ")",
    "Unicode digits": "\u0661\u0669\u0661\u0664 \uff11\uff19 ",
    "the following year": "the following year ",
    "the same day": "the same day ",
    "1 1 1 1": "1 ",
    "quotes": '"',
    "single quotes": "'1914' ",
    "of of of": "of ",
    "c. c. c.": "c. ",
    "newlines": "\n",
    "blanks": " ",
    "January": "January ",
    "(1914": "(1914",
    "Mr. Mr.": "Mr. ",
    "1/2/1/2/": "1/2/",
    "the the": "the ",
    "Monday": "Monday, ",
    "century": "century ",
    "nineteenth": "nineteenth ",
    "I V X": "XIV ",
}


def ordinary(size: int, seed: int = 1) -> str:
    """Paragraphs of narrative with a date in every second sentence, most of them without a year; `size` characters."""
    rng = random.Random(seed)
    parts: list[str] = []
    length, year = 0, 1640
    while length < size:
        year = year + 1 if year < 1990 else 1640
        paragraph = " ".join(_sentence(rng, year) for _ in range(rng.randint(3, 8))) + "\n\n"
        parts.append(paragraph)
        length += len(paragraph)
    return "".join(parts)[:size]


def _sentence(rng: random.Random, year: int) -> str:
    words = rng.choices(_WORDS, k=rng.randint(9, 24))
    words.insert(rng.randrange(len(words)), rng.choice(_NAMES))
    if rng.random() < 0.5:
        words.insert(rng.randrange(len(words)), _date(rng, year))
    sentence = " ".join(words)
    return f"{sentence[0].upper()}{sentence[1:]}."


def _date(rng: random.Random, year: int) -> str:
    month, day = rng.choice(MONTHS), rng.randint(1, 28)
    forms = (
        f"on {day} {month}", f"on {month} {day}", f"in {month}", f"in {year}", f"on {day} {month} {year}",
        f"by {month} {year}", f"from {year} to {year + 2}", f"in the spring of {year}", f"with {year} men",
        "the following year", f"in the {year // 10}0s",
    )  # fmt: skip
    return rng.choice(forms)


def hostile(unit: str, size: int) -> str:
    """One thing again and again, cut at `size` characters."""
    return (unit * (size // len(unit) + 1))[:size]


def timed(text: str, runs: int = 1) -> float:
    """Seconds that it takes to find the dates of a text: the median of so many runs."""
    return median(_seconds(find_mentions, [text]) for _ in range(runs))


def _seconds(find: Callable[[str], object], texts: Iterable[str]) -> float:
    start = time.perf_counter()
    for text in texts:
        find(text)
    return time.perf_counter() - start


def against_floor() -> None:
    if not (_FLOOR.exists() and _TEXTS.exists()):
        say("Dates", "dates, beside the floor    skipped: no ../shared with the development texts")
        return
    with _TEXTS.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    size = sum(map(len, texts))
    find_mentions(texts[0])
    pairs = [(size / _seconds(find_mentions, texts), _floor_rate()) for _ in range(5)]
    ours, floor = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    say("Dates", f"dates, beside the floor    {ours / 1e6:6.2f} million characters/s = {ours / floor:.2f} x the floor")


def _floor_rate() -> float:
    """The characters a second that the floor prints."""
    with tempfile.TemporaryDirectory() as name:
        command = [sys.executable, str(_FLOOR), str(_TEXTS), str(Path(name) / "floor.jsonl")]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.search(r"([\d,]+) characters a second", printed)
    assert found, printed
    return float(found[1].replace(",", ""))


def against_dateparser() -> None:
    if importlib.util.find_spec("dateparser") is None:
        say("Dates", "dates, beside dateparser   skipped: dateparser is not installed (it is no dependency)")
        return
    search = importlib.import_module("dateparser.search").search_dates
    texts = re.findall(r"(?s).{1,2000}(?:\n\n|\Z)", ordinary(40_000, seed=2))
    search(texts[0], languages=["en"])
    find_mentions(texts[0])
    theirs = _seconds(lambda text: search(text, languages=["en"]), texts)
    ours = median(_seconds(find_mentions, texts) for _ in range(5))
    say("Dates", f"dates, beside dateparser   {theirs / ours:6.0f} x dateparser.search.search_dates")


def growth() -> float:
    """Print how 10 MB compares with 1 MB; gives the seconds of 1 MB."""
    large = timed(ordinary(10 * _MB))
    small = timed(ordinary(_MB), runs=5)
    say(
        "Dates",
        f"dates, 10 MB               {large:6.2f} s = {large / small:.2f} x 1 MB ({_MB / small / 1e6:.2f} MB/s)",
    )
    return small


def against_hostile(usual: float) -> None:
    """Hostile texts of 1 MB beside ordinary text of 1 MB, and beside half of themselves."""
    for name, unit in HOSTILE.items():
        half = timed(hostile(unit, _MB // 2))
        whole = timed(hostile(unit, _MB))
        say(
            "Dates",
            f"dates, {name:<20}{whole:6.2f} s = {whole / usual:.2f} x ordinary, {whole / half:.2f} x half of it",
        )


def dates() -> None:
    """Everything above."""
    against_floor()
    against_dateparser()
    against_hostile(growth())


if __name__ == "__main__":
    dates()
