"""What the README shows is what the program does."""

import re
import subprocess
import sys
from pathlib import Path

from datedeck.bank import load_bank

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_stretch_of_quiz_is_real(tmp_path: Path) -> None:
    (shown,) = [block for block in blocks("console") if "Question 1" in block]
    command, _, transcript = shown.partition("\n")
    answers = "".join(f"{typed}\n" for typed in re.findall(r"quit\): (.+)$", transcript, re.MULTILINE))
    done = subprocess.run(
        [sys.executable, "-m", *command.removeprefix("$ ").split()],
        input=answers,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={"DATEDECK_HISTORY": str(tmp_path / "history.db"), "PYTHONUTF8": "1"},
        timeout=60,
        check=True,
    )
    assert transcript == done.stdout


def test_the_library_example_prints_what_it_says() -> None:
    (code,) = blocks("python")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines() == re.findall(r"^# (.*)$", code, re.MULTILINE)


def test_the_fact_shown_stands_in_the_bank() -> None:
    shown = blocks("yaml")[0]
    bank = (ROOT / "questions/armenia-1920.yaml").read_text(encoding="utf-8")
    for line in shown.splitlines():
        assert re.sub(r"\s+#.*$", "", line) in bank


def test_what_teachers_may_add_is_taken(tmp_path: Path) -> None:
    bank = tmp_path / "bank.yaml"
    text = (ROOT / "questions/armenia-1920.yaml").read_text(encoding="utf-8")
    head, fact = text.split("  - id: turks-captured-sarikamis\n")
    bank.write_text(f"{head}  - id: turks-captured-sarikamis\n{blocks('yaml')[1]}{fact}", encoding="utf-8")
    loaded = load_bank(bank)
    assert not loaded.problems
    (shown,) = [fact for fact in loaded.facts if fact.id == "turks-captured-sarikamis"]
    assert shown.wrong == ("1920-09-30", "1920-11-29")
    assert shown.ask["when"].endswith("?")


def test_the_card_shown_cites_the_banks_own_words() -> None:
    quoted = re.sub(r"[*>]", "", README[README.index("> **30 October 1920**") : README.index("## What is different")])
    (fact,) = [
        fact for fact in load_bank(ROOT / "questions/armenia-1920.yaml").facts if fact.id == "turks-captured-kars"
    ]
    assert fact.claims[0].citation.quote.exact in " ".join(quoted.split())
