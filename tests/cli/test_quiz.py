"""The quiz as people and pipes take it: line mode, feedback, endings, history, messages."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pexpect
import pytest

EVENTS = (
    ("The weavers burnt Sarn", "4 March 1701", "1701-03-04"),
    ("A fleet mapped Ixlan", "9 May 1701", "1701-05-09"),
    ("Queen Maud founded Kelmar", "30 October 1701", "1701-10-30"),
    ("Two friars besieged Tolvik", "1 December 1701", "1701-12-01"),
    ("General Tarn sold Quenby", "17 January 1702", "1702-01-17"),
    ("The council rebuilt Dunmere", "8 August 1702", "1702-08-08"),
    ("The Harrani left Velissa", "2 September 1702", "1702-09-02"),
)
DISPUTED = """\
      - date: 1701-11-02
        source: letters
        mention: 2 November 1701
        quote: Kelmar was founded by her on 2 November 1701.
"""


def write_bank(folder: Path, count: int = 7, disputed: bool = False, documents: bool = True) -> Path:
    if documents:
        text = "\n\n".join(f"On {date} it is said: {event}." for event, date, _ in EVENTS)
        (folder / "annals.txt").write_text(f"The Annals\n\n{text}\n", encoding="utf-8")
        letters = "Letters\n\nKelmar was founded by her on 2 November 1701.\n"
        (folder / "letters.txt").write_text(letters, encoding="utf-8")
    facts = "".join(
        f"""\
  - id: fact-{number}
    event: {event}
    status: checked
    context: The Annals of 1701
    claims:
      - date: {edtf}
        source: annals, paragraph {number}
        mention: {date}
        quote: "On {date} it is said: {event}."
{DISPUTED if disputed and number == 3 else ""}"""
        for number, (event, date, edtf) in enumerate(EVENTS[:count], 1)
    )
    bank = folder / "bank.yaml"
    bank.write_text(
        f"""\
bank: annals
uid: a1b2c3
title: The Annals
sources:
  annals:
    file: annals.txt
    title: The Annals
  letters:
    file: letters.txt
    title: Letters of 1701
facts:
{facts}""",
        encoding="utf-8",
    )
    return bank


def environment(folder: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS")}
    return (
        kept
        | {
            "HOME": str(folder),
            "DATEDECK_HISTORY": str(folder / "history.db"),
            "TERM": "xterm",
            "XDG_CACHE_HOME": str(folder / "cache"),
        }
        | more
    )


def run(folder: Path, *arguments: object, answers: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "datedeck", *map(str, arguments)],
        input=answers,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(folder),
        timeout=60,
    )


def quiz(
    folder: Path, *options: object, answers: str = "", bank: Path | None = None
) -> subprocess.CompletedProcess[str]:
    return run(folder, "quiz", bank or write_bank(folder), *options, answers=answers)


def heed_ctrl_c() -> None:
    """A test run in the background may have been started with Ctrl-C ignored, which children inherit."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def spawn(folder: Path, *options: str, **more: str) -> Any:
    return pexpect.spawn(
        sys.executable,
        ["-m", "datedeck", "quiz", str(write_bank(folder)), *options],
        env=environment(folder, **more),
        encoding="utf-8",
        timeout=20,
        dimensions=(24, 80),
        preexec_fn=heed_ctrl_c,
    )


def test_the_same_seed_is_the_same_quiz_byte_for_byte(tmp_path: Path) -> None:
    once, again = (quiz(tmp_path, "--seed", 7, answers="1\nA\nB\nC\nD\nE\n" * 9) for _ in range(2))
    assert (once.returncode, once.stdout) == (again.returncode, again.stdout)
    assert quiz(tmp_path, "--seed", 8, answers="1\n").stdout.splitlines()[:9] != once.stdout.splitlines()[:9]


def test_without_a_seed_one_is_made_and_told(tmp_path: Path) -> None:
    first = quiz(tmp_path, "-n", 2, "--kinds", "when", answers="1\n2\n")
    [line] = [line for line in first.stdout.splitlines() if line.startswith("The same quiz again: ")]
    seed = line.rsplit(" ", 1)[1]
    assert quiz(tmp_path, "-n", 2, "--kinds", "when", "--seed", seed, answers="1\n2\n").stdout == first.stdout


def test_feedback_shows_the_answer_the_quote_and_its_place(tmp_path: Path) -> None:
    out = quiz(tmp_path, "-n", 1, "--kinds", "when", "--seed", 1, answers="1\n").stdout
    assert "«" in out
    [number] = [number for number, (event, *_) in enumerate(EVENTS, 1) if event in out]
    event, date, _ = EVENTS[number - 1]
    assert f"“On «{date}» it is said: {event}.”" in " ".join(out.split())
    assert f"— The Annals, paragraph {number}" in out
    assert out.count("Right: ") + out.count("Wrong: it is ") == 1


def test_disputed_facts_show_both_sources(tmp_path: Path) -> None:
    bank = write_bank(tmp_path, disputed=True)
    done = quiz(tmp_path, "-n", 7, "--kinds", "when", "--seed", 1, answers="1\n" * 7, bank=bank)
    out = " ".join(done.stdout.split())
    assert "According to “The Annals”, on what date did this happen? — Queen Maud founded Kelmar" in out
    assert "The sources do not agree" in out
    assert "on 30 October 1701: “On «30 October 1701»" in out
    assert "on 2 November 1701: “Kelmar was founded by her on «2 November 1701».” — Letters of 1701" in out


def test_answers_may_be_numbers_letters_or_words_and_wrong_ones_are_asked_again(tmp_path: Path) -> None:
    out = quiz(tmp_path, "-n", 3, "--kinds", "when", "--seed", 1, answers="9\nmaybe\nB\n2.\n\n\n").stdout
    assert out.count("Please give one of 1 to 4") == 3
    assert "1 skipped" in out
    assert out.count("Right: ") + out.count("Wrong: ") == 2


def test_matching_row_by_row_moves_a_date_chosen_twice(tmp_path: Path) -> None:
    out = quiz(tmp_path, "-n", 1, "--kinds", "match", "--seed", 3, answers="A\nA\nB\nC\nD\nE\n").stdout
    assert "A moved from event 1 to event 2." in out
    assert out.count("Which date for event 1?") == 2
    assert "of 5 right." in out


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("", "0 of 0 right, 5 not asked."),
        ("q\n", "0 of 0 right, 5 not asked."),
        ("s\nq\n", "0 of 0 right, 1 skipped, 4 not asked."),
    ],
)
def test_the_end_of_input_and_q_end_with_a_summary(tmp_path: Path, answers: str, told: str) -> None:
    done = quiz(tmp_path, "-n", 5, "--kinds", "what", "--seed", 1, answers=answers)
    assert done.returncode == 0
    assert told in done.stdout


def test_no_escapes_leave_when_output_is_no_terminal(tmp_path: Path) -> None:
    assert "\x1b" not in quiz(tmp_path, "--seed", 1, answers="1\nA\nB\nC\nD\nE\n" * 5).stdout


def test_print_asks_nothing_and_ends_with_the_key(tmp_path: Path) -> None:
    sheet = quiz(tmp_path, "--print", "--seed", 2)
    questions, _, key = sheet.stdout.partition("\nKey\n")
    assert sheet.returncode == 0
    assert "«" not in questions
    assert questions.count("Question ") == key.count("Question ") > 1
    assert "— The Annals, paragraph" in key
    assert not (tmp_path / "history.db").exists()


def test_answers_are_kept_unless_not_wanted(tmp_path: Path) -> None:
    quiz(tmp_path, "-n", 2, "--kinds", "what", "--seed", 1, "--no-history", answers="1\n1\n")
    assert not (tmp_path / "history.db").exists()
    quiz(tmp_path, "-n", 2, "--kinds", "what", "--seed", 1, answers="1\n1\n")
    assert '"answered": 2' in run(tmp_path, "stats", "--json").stdout


def test_a_history_that_cannot_be_written_is_told_before_the_feedback(tmp_path: Path) -> None:
    (tmp_path / "history.db").write_text("no database at all " * 99)
    done = quiz(tmp_path, "--kinds", "when", "--seed", 1, answers="1\n")
    assert done.returncode == 1
    assert "history-damaged" in done.stderr
    assert "hint:" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Right" not in done.stdout


def test_one_fact_cannot_be_matched(tmp_path: Path) -> None:
    bank = write_bank(tmp_path, count=1)
    done = quiz(tmp_path, "--kinds", "match", bank=bank)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{bank}: nothing-to-ask: 1 fact ")
    assert "at least four" in done.stderr


def test_documents_not_at_hand_are_told_once(tmp_path: Path) -> None:
    bank = write_bank(tmp_path, documents=False)
    done = quiz(tmp_path, "--seed", 1, bank=bank)
    assert done.returncode == 0
    assert done.stderr.count("citations not verified: documents not at hand") == 1


def test_a_fact_whose_quote_does_not_stand_is_left_out_and_told(tmp_path: Path) -> None:
    bank = write_bank(tmp_path)
    annals = tmp_path / "annals.txt"
    text = annals.read_text(encoding="utf-8").replace("The weavers burnt", "The weavers spared")
    annals.write_text(text, encoding="utf-8")
    done = quiz(tmp_path, "--kinds", "when", "--print", "--seed", 1, bank=bank)
    assert "this happen? — The weavers burnt Sarn" not in " ".join(done.stdout.split())
    assert "left out: " in done.stderr
    assert "quote-not-found" in done.stderr
    assert "6 of 10 questions" in done.stderr


def test_a_decks_seed_and_kinds_are_used(tmp_path: Path) -> None:
    write_bank(tmp_path)
    deck = tmp_path / "deck.yaml"
    deck.write_text("deck: wars\ntitle: Wars\nfrom: bank.yaml\nkinds: [what]\nseed: 41\n", encoding="utf-8")
    done = quiz(tmp_path, "-n", 2, answers="1\n1\n", bank=deck)
    assert done.stdout.startswith("Wars\n")
    assert done.stdout.count("Which of these happened on") == 2
    assert done.stdout.endswith("--seed 41\n")


def test_a_broken_fact_is_told_in_a_line_and_the_rest_asked(tmp_path: Path) -> None:
    bank = write_bank(tmp_path)
    bank.write_text(bank.read_text(encoding="utf-8").replace("1701-03-04", "1701-02-30"), encoding="utf-8")
    done = quiz(tmp_path, "-n", 1, "--seed", 1, bank=bank)
    assert done.returncode == 0
    assert "datedeck check" in done.stderr


@pytest.mark.parametrize("options", [("--kinds", "whence"), ("--kinds", ""), ("-n", "0"), ("--seed", "x")])
def test_wrong_usage_is_status_2(tmp_path: Path, options: tuple[str, ...]) -> None:
    assert quiz(tmp_path, *options).returncode == 2


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "datedeck", "quiz", str(write_bank(tmp_path)), "--kinds", "when", "-n", "2"]
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([*command, "--print"], env=environment(tmp_path), **pipes) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


def test_quizzes_load_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys; from datedeck.cli import cli; cli.main(sys.argv[1:], standalone_mode=False); "
        "print(sorted({'spacy', 'genanki', 'fsrs', 'sqlite3', 'textual'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "quiz", str(write_bank(tmp_path)), "--seed", "1"],
        input="",
        capture_output=True,
        text=True,
        env=environment(tmp_path),
        timeout=60,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_ctrl_c_in_a_terminal_ends_with_a_summary(tmp_path: Path) -> None:
    child = spawn(tmp_path, "-n", "3", "--kinds", "when", "--seed", "1")
    child.expect("Answer .*: ")
    child.sendline("1")
    child.expect(r"\x1b\[1m\d+ \w+ 170\d\x1b\[22m")
    child.expect("Answer .*: ")
    child.sendintr()
    child.expect(r"\d of 1 right, 2 not asked\.")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130


def test_end_of_file_in_a_terminal_ends_clean(tmp_path: Path) -> None:
    child = spawn(tmp_path, "-n", "3", "--kinds", "when", "--seed", "1")
    child.expect("Answer .*: ")
    child.sendeof()
    child.expect("0 of 0 right, 3 not asked")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_what_is_typed_ahead_is_taken_line_by_line(tmp_path: Path) -> None:
    child = spawn(tmp_path, "-n", "3", "--kinds", "what", "--seed", "1")
    child.send("1\n2\nb\n")
    child.expect(r"\d of 3 right")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_no_color_is_respected_in_a_terminal(tmp_path: Path) -> None:
    child = spawn(tmp_path, "-n", "1", "--kinds", "when", "--seed", "1", NO_COLOR="1")
    child.expect("Answer .*: ")
    shown = child.before
    child.sendline("1")
    child.expect(pexpect.EOF)
    child.close()
    assert "\x1b" not in shown + child.before
    assert "«" in child.before


def test_sigterm_ends_with_a_summary_and_keeps_the_answers(tmp_path: Path) -> None:
    child = spawn(tmp_path, "-n", "3", "--kinds", "when", "--seed", "1")
    child.expect("Answer .*: ")
    child.sendline("1")
    child.expect("Question 2")
    child.expect("Answer .*: ")
    time.sleep(0.1)
    child.kill(signal.SIGTERM)
    child.expect("of 1 right, 2 not asked")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 143
    assert '"answered": 1' in run(tmp_path, "stats", "--json").stdout
