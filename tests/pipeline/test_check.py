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
def test_warnings_of_a_deck_s_banks_are_told_and_leave_the_status_0() -> None:
    result = run("decks/deck.yaml", bank=BANK.replace("event: Peace was signed", "event: Peace was signed."))
    assert result.output.startswith("questions/bank.yaml:17:5: event-form: ")
    assert result.output.endswith("2 facts, 1 problem (0 errors, 1 warning)\n")
    assert result.exit_code == 0


@pytest.mark.usefixtures("house")
def test_paths_are_shown_without_detours() -> None:
    broken = BANK.replace("1702-03-03", "1702-13-03").replace("Peace was signed in", "Peace was made in")
    result = run("decks/deck.yaml", "decks/../questions/./bank.yaml", bank=broken)
    assert "/../" not in result.output
    assert "questions/bank.yaml:13:15: bad-date" in result.output
    assert "seeds/lantern-war.txt does not say" in result.output
    assert result.output.endswith("1 fact, 2 problems (2 errors, 0 warnings)\n")
    Path("seeds/lantern-war.txt").unlink()
    assert "not at hand: seeds/lantern-war.txt\n" in run("decks/deck.yaml").stderr


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize(("name", "code"), [('"a\\0b.txt"', "bad-path"), ("a" * 300 + ".txt", "")])
def test_a_file_name_that_no_file_can_have(name: str, code: str) -> None:
    result = run("questions/bank.yaml", "decks/deck.yaml", bank=BANK.replace("../seeds/lantern-war.txt", name))
    assert (code in result.output, result.exit_code) == (True, int(bool(code)))


@pytest.mark.usefixtures("house")
def test_a_quote_that_moved() -> None:
    Path("seeds/lantern-war.txt").write_text(TEXT.replace("On March", "A foreword was put in.\n\nOn March", 1))
    result = run("questions/bank.yaml")
    assert result.output.startswith("questions/bank.yaml:7:5: moved: ")
    assert "hint: write `source: lantern-war, paragraph 2`" in result.output
    assert result.exit_code == 0


# the claim's date, its mention, what the quote says beside it; the message, or nothing
MENTIONS = [
    ("1956-10-28", "29 October 1956", "28 October 1956, but the mention '29 October 1956' says 29 October 1956"),
    ("1956-10-28", "29 October", "28 October 1956, but the mention '29 October' says 29 October 1956"),
    ("1957-10-29", "October 1956", "29 October 1957, but the mention 'October 1956' says October 1956"),
    ("-0489-09", "October", "September 490 BC, but the mention 'October' says October 490 BC"),
    ("1956-10-29", "29 October", ""),
    ("1956-10", "29 October 1956", ""),
    ("1956-10-29", "the next day", ""),
    ("1956-10-29", "1956", ""),
    ("-0489-10", "October", ""),
    ("-0332-11", "November 333", ""),
    ("-0332-11", "November 331", "November 333 BC, but the mention 'November 331' says November 331 BC"),
    ("-0332-11", "November AD 333", "November 333 BC, but the mention 'November AD 333' says November AD 333"),
    ("1956-12/1957-01", "January", ""),
    ("1956/..", "since 1956", ""),
    ("195X", "the 1950s", ""),
]


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize(("date", "mention", "message"), MENTIONS)
def test_dates_unlike_their_mentions(date: str, mention: str, message: str) -> None:
    bank = BANK.replace("1702-03-03", date).replace("mention: March 3, 1702", f'mention: "{mention}"')
    Path("seeds/lantern-war.txt").write_text(TEXT.replace("March 3, 1702", mention), encoding="utf-8")
    result = run("questions/bank.yaml", bank=bank.replace("quote: On March 3, 1702", f"quote: On {mention}"))
    warning = f"questions/bank.yaml:7:5: date-unlike-mention: `captured-tolben`: the date is {message}"
    assert result.output.splitlines()[0] == (warning if message else "2 facts, 0 problems")
    assert result.exit_code == 0


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("status: ready", "status: rejected"),
        ("date: 1702-03-14", "date: 1702-03-14\n        calendar: Julian"),
    ],
)
def test_rejected_facts_and_dates_of_other_calendars_are_not_compared(old: str, new: str) -> None:
    other = BANK.replace("1702-03-03", "1702-03-14")
    assert "date-unlike-mention" in run("questions/bank.yaml", bank=other).output
    assert run("questions/bank.yaml", bank=other.replace(old, new)).output == "2 facts, 0 problems\n"


# what stands under `wrong:`; the message, or nothing
WRONG = [
    ("[1702-03-03]", "3 March 1702 under `wrong:` may be right: a claim says on 3 March 1702"),
    ("[1702]", "1702 under `wrong:` may be right: a claim says on 3 March 1702"),
    ("[1705]", "1705 under `wrong:` is not of the form of the asked date, 3 March 1702"),
    ("[1705-03-03~]", "about 3 March 1705 under `wrong:` is not of the form of the asked date, 3 March 1702"),
    ("[1705-03-03, 1700-01-01]", ""),
    ('[1705-03-03, ""]', ""),
]


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize(("wrong", "message"), WRONG)
def test_wrong_dates_that_would_not_be_offered(wrong: str, message: str) -> None:
    result = run("questions/bank.yaml", bank=BANK.replace("tags: [towns]", f"wrong: {wrong}"))
    if message:
        code = "wrong-date-fits" if "may be right" in message else "wrong-date-form"
        assert result.output.splitlines()[0] == f"questions/bank.yaml:7:5: {code}: `captured-tolben`: {message}"
    else:
        assert result.output == "2 facts, 0 problems\n"
    assert result.exit_code == 0


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
    assert result.output.startswith("seeds/lantern-war.source.yaml:1:8: unknown-key")


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
