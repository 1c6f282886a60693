"""What docs/dates.md shows is what the program does."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from datedeck import Edtf, find_mentions
from datedeck.dates import wording

PAGE = (Path(__file__).parent.parent / "docs/dates.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found
    return found[1]


def table(heading: str) -> list[list[str]]:
    """The rows of the first table under a heading."""
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def run(folder: Path, *words: str) -> str:
    (folder / "chronicle.txt").write_text(block("text"), encoding="utf-8")
    command = [sys.executable, "-m", "datedeck", *words]
    environment = {"PYTHONUTF8": "1"}
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", cwd=folder, env=environment, timeout=60, check=True
    )
    return done.stdout


def test_the_stretch_of_terminal_is_real(tmp_path: Path) -> None:
    command, _, shown = block("console").partition("\n")
    assert run(tmp_path, *command.split()[2:]) == shown


def test_the_keys_are_those_that_are_explained(tmp_path: Path) -> None:
    found = json.loads(run(tmp_path, "dates", "chronicle.txt", "--json"))
    explained = re.findall(r"`(\w+)`", " ".join(row[0] for row in table("For programs")))
    assert list(found) == ["doc", "timexes", "intervals"]
    assert {key for timex in found["timexes"] for key in timex} == set(explained)


def test_the_library_example_prints_what_it_says() -> None:
    code = block("python")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines() == re.findall(r"^# (.*)$", code, re.MULTILINE)


@pytest.mark.parametrize(("words", "values", "bound"), table("What is found"))
def test_a_form_has_its_value(words: str, values: str, bound: str) -> None:
    found = find_mentions(words).dated
    assert ", ".join(str(mention.value) for mention in found) == values
    assert {mention.bound for mention in found} == {bound}


@pytest.mark.parametrize("words", [row[0] for row in table("What is not found, and why")])
def test_what_is_no_date_is_not_found(words: str) -> None:
    assert not find_mentions(words).mentions


@pytest.mark.parametrize(("text", "words", "first", "last"), table("Values"))
def test_a_value_has_its_words_and_days(text: str, words: str, first: str, last: str) -> None:
    value = Edtf.parse(text)
    assert wording(value) == words
    assert (value.earliest, value.latest) == (Edtf.parse(first).earliest, Edtf.parse(last).latest)
