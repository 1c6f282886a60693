"""`make bench`: start-up, banks, dates, deriving, and, with the development data, how good dates and facts are."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.banks import write_bank
from benchmarks.corpus import SHARED, TEXTS
from benchmarks.dates import dates
from benchmarks.derive import derive
from benchmarks.report import say, write
from benchmarks.timing import in_turn, seconds

ROOT = Path(__file__).parent.parent
DATEDECK = str(Path(sys.executable).with_name("datedeck"))


def start_up() -> None:
    help_, click = in_turn([DATEDECK, "--help"], [sys.executable, "-c", "import click"], 20)
    ratio = f"{help_ / click:.2f} x import click ({click * 1000:.0f} ms)"
    say("Start-up and banks", f"datedeck --help            {help_ * 1000:6.0f} ms = {ratio}")


def large_banks(folder: Path) -> None:
    small, large = write_bank(folder / "small.yaml", 10), write_bank(folder / "large.yaml", 10_000)
    quiz = [DATEDECK, "quiz", "-n", "1", "--seed", "1", "--no-history"]
    first = seconds([*quiz, str(large)])
    many, few = in_turn([*quiz, str(large)], [*quiz, str(small)], 10)
    say(
        "Start-up and banks",
        f"quiz -n 1, 10,000 facts    {many * 1000:6.0f} ms = {many / few:.2f} x 10 facts (first time {first:.1f} s)",
    )
    two, one = (write_bank(folder / f"{size}.yaml", size) for size in (2000, 1000))
    start = time.perf_counter()
    seconds([DATEDECK, "export", str(one), "-o", str(folder / "1000.apkg")])
    middle = time.perf_counter()
    seconds([DATEDECK, "export", str(two), "-o", str(folder / "2000.apkg")])
    end = time.perf_counter()
    say(
        "Start-up and banks",
        f"export .apkg, 2,000 facts  {end - middle:6.1f} s  = {(end - middle) / (middle - start):.2f} x 1,000 facts",
    )


def quality(folder: Path) -> None:
    for name, gold, documents in (
        ("seeds", SHARED / "quality/seeds.facts.jsonl", ROOT / "seeds"),
        ("development passages", SHARED / "corpora/facts/gold.jsonl", SHARED / "corpora/facts/texts"),
    ):
        found = folder / f"{name}.jsonl"
        seconds([DATEDECK, "derive", *sorted(str(path) for path in documents.glob("*.txt")), "-o", str(found)])
        figures = score("score_facts.py", gold, found)
        words = ", ".join(f"{key} {figures[key]}" for key in ("found", "ready", "agreement", "wrong"))
        say("Quality", f"facts, {name}: {words}")
        for kind, share in figures["ready_by_kind"].items():
            say("Quality", f"  ready, {kind}: {share}")


def quality_of_dates(folder: Path) -> None:
    found = folder / "dates.jsonl"
    with TEXTS.open(encoding="utf-8") as lines, found.open("w", encoding="utf-8") as out:
        for line in lines:
            gold = json.loads(line)
            path = folder / "text.txt"
            path.write_text(gold["text"], encoding="utf-8", newline="")
            done = subprocess.run([DATEDECK, "dates", "--json", str(path)], check=True, capture_output=True, text=True)
            out.write(json.dumps(json.loads(done.stdout) | {"doc": gold["doc"]}) + "\n")
    figures = score("score_dates.py", TEXTS, found)
    for name in ("strict", "relaxed", "value", "cal"):
        words = ", ".join(f"{key} {figures[name][key]:.3f}" for key in ("P", "R", "F1"))
        say("Quality", f"dates, development texts, {name}: {words}")


def score(tool: str, gold: Path, found: Path) -> dict[str, Any]:
    command = [sys.executable, str(SHARED / "tools" / tool), str(gold), str(found), "--json"]
    figures: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return figures


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_CACHE_HOME"] = name
        if SHARED.exists():
            quality(Path(name))
            quality_of_dates(Path(name))
        else:
            say("Quality", "skipped: no ../shared with the development data")
        start_up()
        large_banks(Path(name))
        derive(Path(name), long="--long" in sys.argv[1:])
        dates()
    write()


if __name__ == "__main__":
    main()
