"""`make bench`: start-up, large banks, dates, and, with the development data, how good facts are."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.banks import write_bank
from benchmarks.dates import dates
from benchmarks.timing import in_turn, seconds

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"  # development data; the figures that need it are left out without it
DATEDECK = str(Path(sys.executable).with_name("datedeck"))


def start_up() -> None:
    help_, click = in_turn([DATEDECK, "--help"], [sys.executable, "-c", "import click"], 20)
    ratio = f"{help_ / click:.2f} x import click ({click * 1000:.0f} ms)"
    print(f"datedeck --help            {help_ * 1000:6.0f} ms = {ratio}")


def large_banks(folder: Path) -> None:
    small, large = write_bank(folder / "small.yaml", 10), write_bank(folder / "large.yaml", 10_000)
    quiz = [DATEDECK, "quiz", "-n", "1", "--seed", "1", "--no-history"]
    first = seconds([*quiz, str(large)])
    many, few = in_turn([*quiz, str(large)], [*quiz, str(small)], 10)
    print(f"quiz -n 1, 10,000 facts    {many * 1000:6.0f} ms = {many / few:.2f} x 10 facts (first time {first:.1f} s)")
    two, one = (write_bank(folder / f"{size}.yaml", size) for size in (2000, 1000))
    start = time.perf_counter()
    seconds([DATEDECK, "export", str(one), "-o", str(folder / "1000.apkg")])
    middle = time.perf_counter()
    seconds([DATEDECK, "export", str(two), "-o", str(folder / "2000.apkg")])
    end = time.perf_counter()
    print(f"export .apkg, 2,000 facts  {end - middle:6.1f} s  = {(end - middle) / (middle - start):.2f} x 1,000 facts")


def quality(folder: Path) -> None:
    for name, gold, texts in (
        ("seeds", SHARED / "quality/seeds.facts.jsonl", ROOT / "seeds"),
        ("development passages", SHARED / "corpora/facts/gold.jsonl", SHARED / "corpora/facts/texts"),
    ):
        found = folder / f"{name}.jsonl"
        documents = sorted(str(path) for path in texts.glob("*.txt"))
        seconds([DATEDECK, "derive", *documents, "-o", str(found)])
        score = [sys.executable, str(SHARED / "tools/score_facts.py"), str(gold), str(found), "--json"]
        figures = json.loads(subprocess.run(score, check=True, capture_output=True, text=True).stdout)
        words = ", ".join(f"{key} {figures[key]}" for key in ("found", "ready", "agreement", "wrong"))
        print(f"facts, {name}: {words}")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_CACHE_HOME"] = name
        start_up()
        large_banks(Path(name))
        dates()
        if SHARED.exists():
            quality(Path(name))


if __name__ == "__main__":
    main()
