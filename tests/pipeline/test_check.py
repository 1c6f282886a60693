import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from datedeck.cli.check import command
from datedeck.pipeline.check import check

TEXT = (
    "The Lantern War\n\nOn March 3, 1702, the Morvanians captured Tolben. Peace was signed in 1704, after long talks.\n"
)
BANK = """\
bank: lantern-war
uid: b0a1b2c3d
sources:
  lantern-war:
    file: ../seeds/lantern-war.txt
facts:
  - id: captured-tolben
    event: The Morvanians captured Tolben
    question: did the Morvanians capture Tolben
    status: ready
    tags: [towns]
    claims:
      - date: 1702-03-03
        source: lantern-war, paragraph 1
        mention: March 3, 1702
        quote: On March 3, 1702, the Morvanians captured Tolben.
  - id: peace
    event: Peace was signed
    question: was peace signed
    status: checked
    claims:
      - date: 1704
        source: lantern-war, paragraph 1
        mention: "1704"
        quote: Peace was signed in 1704, after long talks.
"""
DECK = "deck: towns\nfrom: ../questions/bank.yaml\n"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder in ("seeds", "questions", "decks"):
        (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds/lantern-war.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def run(*arguments: str, bank: str = BANK, deck: str = DECK) -> Result:
    Path("questions/bank.yaml").write_text(bank, encoding="utf-8")
    Path("decks/deck.yaml").write_text(deck, encoding="utf-8")
    result = CliRunner().invoke(command, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize(
    "paths", [["questions/bank.yaml"], ["decks/deck.yaml"], ["decks/deck.yaml", "questions/bank.yaml"]]
)
def test_a_clean_bank_and_deck(paths: list[str]) -> None:
    result = run(*paths)
    assert (result.exit_code, result.output) == (0, "2 facts, 0 problems\n")


# title, what in BANK gives way to what, how the first line of the output begins, exit status
BANKS = [
    ("no such day", "1702-03-03", "1914-02-30", "questions/bank.yaml:13:15: bad-date: ", 1),
    ("backwards", "1702-03-03", "1704/1702", "questions/bank.yaml:13:15: date-backwards: ", 1),
    (
        "a quote that is not in its document",
        "the Morvanians captured Tolben.",
        "they captured Tolben.",
        "questions/bank.yaml:7:5: quote-not-found: ",
        1,
    ),
    ("a tab", "    status: ready", "\tstatus: ready", "questions/bank.yaml:10:1: tab: ", 1),
    (
        "a key twice",
        "    status: ready",
        "    event: x\n    status: ready",
        "questions/bank.yaml:10:5: duplicate-key: ",
        1,
    ),
    ("a warning", "event: Peace was signed", "event: Peace was signed.", "questions/bank.yaml:17:5: event-form: ", 0),
    (
        "a changed document",
        "lantern-war.txt\n",
        "lantern-war.txt\n    sha256: 00ff\n",
        "questions/bank.yaml:5:5: document-changed: ",
        0,
    ),
]


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize(
    ("old", "new", "begins", "status"), [row[1:] for row in BANKS], ids=[str(row[0]) for row in BANKS]
)
def test_problems_of_a_bank(old: str, new: str, begins: str, status: int) -> None:
    assert old in BANK
    result = run("questions/bank.yaml", bank=BANK.replace(old, new, 1))
    assert result.output.startswith(begins)
    assert "\n  hint: " in result.output
    assert result.exit_code == status


# title, what is added to DECK, code and line, exit status
DECKS = [
    ("unknown fact", "facts: [peace, war]\n", "unknown-fact", 3),
    ("unknown tag", "tags: [town]\n", "unknown-tag", 3),
    ("no date", "dates: 1900/1910\n", "nothing-selected", 2),
    ("unknown key", "sed: 1\n", "unknown-key", 3),
]


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize(("added", "code", "line"), [row[1:] for row in DECKS], ids=[str(row[0]) for row in DECKS])
def test_problems_of_a_deck(added: str, code: str, line: int) -> None:
    result = run("--json", "decks/deck.yaml", deck=DECK + added)
    (row,) = json.loads(result.stdout)
    assert (row["file"], row["line"], row["code"]) == ("decks/deck.yaml", line, code)
    assert result.exit_code == 1


@pytest.mark.usefixtures("house")
def test_a_deck_s_bank_is_checked_with_it() -> None:
    result = run("decks/deck.yaml", bank=BANK.replace("1702-03-03", "1702-13-03"))
    assert "questions/bank.yaml:13:15: bad-date" in result.output
    assert result.output.endswith("1 fact, 1 problem (1 error, 0 warnings)\n")
    missing = run("decks/deck.yaml", deck="deck: x\nfrom: none.yaml\n")
    assert "missing-file" in missing.output
    itself = run("decks/deck.yaml", deck="deck: x\nfrom: deck.yaml\n")
    assert "not-a-bank" in itself.output


@pytest.mark.usefixtures("house")
def test_json_names_everything() -> None:
    result = run("--json", "questions/bank.yaml", bank=BANK.replace("1702-03-03", "1702-13-03"))
    (row,) = json.loads(result.stdout)
    assert list(row) == ["file", "line", "column", "code", "severity", "message", "hint"]
    assert (row["column"], row["severity"]) == (15, "error")
    assert result.stderr == "1 fact, 1 problem (1 error, 0 warnings)\n"


@pytest.mark.usefixtures("house")
def test_a_bank_without_its_documents_works_and_says_so_once() -> None:
    Path("seeds/lantern-war.txt").unlink()
    result = run("questions/bank.yaml", "decks/deck.yaml", bank=BANK.replace("captured Tolben.", "took Tolben."))
    assert result.exit_code == 0
    assert result.stdout == "2 facts, 0 problems\n"
    assert result.stderr.count("citations not verified") == 1


@pytest.mark.usefixtures("house")
def test_a_document_that_cannot_be_read_is_a_problem() -> None:
    Path("seeds/lantern-war.txt").write_bytes(b"")
    result = run("questions/bank.yaml")
    assert "lantern-war.txt" in result.output
    assert result.exit_code == 1


@pytest.mark.usefixtures("house")
def test_a_broken_sidecar_is_a_problem() -> None:
    Path("seeds/lantern-war.source.yaml").write_text("titel: x\n", encoding="utf-8")
    result = run("questions/bank.yaml")
    assert result.output.startswith("../seeds/lantern-war.source.yaml:1:8: unknown-key".replace("../", "questions/../"))


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("none.yaml", None, "missing-file"),
        ("seeds", None, "is-directory"),
        ("empty.yaml", b"", "empty-file"),
        ("binary.yaml", b"\x7fELF\0\0", "binary-file"),
        ("other.yaml", b"title: x\n", "neither-bank-nor-deck"),
    ],
)
def test_paths_that_are_neither(name: str, data: bytes | None, code: str, house: Path) -> None:
    if data is not None:
        (house / name).write_bytes(data)
    result = run(name, "questions/bank.yaml", bank=BANK.replace("1702-03-03", "1702-13-03"))
    assert f"{name}: {code}: " in result.output.replace(":1: ", ": ")
    assert "bad-date" in result.output, "one broken file does not hide the others' problems"
    assert result.exit_code == 1


@pytest.mark.usefixtures("house")
def test_the_library_call() -> None:
    run("questions/bank.yaml", bank=BANK.replace("captured Tolben.", "took Tolben."))
    checked = check([Path("questions/bank.yaml"), Path("decks/../questions/bank.yaml")])
    assert [problem.code for problem in checked.problems] == ["quote-not-found"]
    assert (checked.facts, checked.absent) == (2, ())
