"""`datedeck dates`: marked text, a table, JSON; several files, problems beside results, terminals."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest
from click.testing import CliRunner

from datedeck.cli.dates import command

TEXT = "The Siege\n\nIn May-June, 1788 it began; by 1790 it was over.\n"


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(command, list(arguments))
    return result.exit_code, result.stdout, result.stderr


def test_json_is_one_object_a_document(tmp_path: Path) -> None:
    for name in ("a.txt", "b.md"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    code, out, err = run(str(tmp_path / "a.txt"), str(tmp_path / "b.md"), "--json")
    first, second = (json.loads(line) for line in out.splitlines())
    assert (code, err, first["doc"], second["doc"]) == (0, "", "a.txt", "b.md")
    may, june, ended = first["timexes"]
    contract = {"start": 14, "end": 17, "text": "May", "type": "DATE", "value": "1788-05", "mod": "", "bound": "on"}
    assert may.items() >= contract.items()
    assert (may["anchored"], june["rule"], ended["calendar"]) == ("own", may["rule"], "Gregorian")
    assert (june["value"], ended["value"], ended["bound"]) == ("1788-06", "1790", "by")
    assert first["intervals"] == [{"start": 14, "end": 28, "value": "1788-05/1788-06"}]
    assert TEXT[june["start"] : june["end"]] == june["text"] == "June, 1788"


def test_json_stays_json_where_the_output_has_few_letters(tmp_path: Path) -> None:
    path = tmp_path / "é.txt"
    path.write_text("The 𝔗arvo fell in spring\N{NO-BREAK SPACE}1788.", encoding="utf-8")
    command = [sys.executable, "-m", "datedeck", "dates", str(path), "--json"]
    done = subprocess.run(command, capture_output=True, env={"PYTHONIOENCODING": "ascii"}, timeout=60, check=True)
    found = json.loads(done.stdout)
    assert (found["doc"], found["timexes"][0]["text"]) == ("é.txt", "spring\N{NO-BREAK SPACE}1788")


def test_offsets_count_code_points_after_the_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + "𝔗arvo fell in 1788.".encode())
    [mention] = json.loads(run(str(path), "--json")[1])["timexes"]
    assert (mention["start"], mention["end"]) == (14, 18)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_text_with_its_dates_marked_and_then_the_table(tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.replace("\n", end).encode())
    marked = "3  In [May-June, 1788]{1788-05/1788-06} it began; by [1790]{1790} it was over.\n"
    listed = (
        "line  words           value            in words       bound   year\n"
        "   3  May-June, 1788  1788-05/1788-06  May–June 1788  during  own\n"
        "   3  1790            1790             1790           by      own\n"
    )
    assert run(str(path)) == (0, f"{marked}\n{listed}", "")
    assert run(str(path), "--text") == (0, marked, "")
    assert run(str(path), "--table") == (0, listed, "")


def test_a_long_paragraph_is_shown_whole_and_only_paragraphs_with_dates(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    long = "The weavers of Velm sang and the friars did not. " * 40
    path.write_text(
        f"Nothing at all.\n\n{long}In 1788 it ended. {long}\n\nNothing again.\n\nBy 1790.\n", encoding="utf-8"
    )
    shown = run(str(path), "--text")[1]
    assert " ".join(shown.split()) == f"3 {long}In [1788]{{1788}} it ended. {long}7 By [1790]{{1790}}."
    assert max(map(len, shown.splitlines())) <= 80


def test_several_files_are_told_apart(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    first, second = run(str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--table")[1].split("\n\n")
    assert first.splitlines()[0] == f"{tmp_path / 'a.txt'}:"
    assert second.splitlines()[0] == f"{tmp_path / 'b.txt'}:"


@pytest.mark.parametrize(("words", "told"), [
    ("It was on 10/12/1702 at Velm.", "ambiguous: day or month first"),
    ("On 3 May 1702 they came; in June they left.", "context"),
    ("In 1702 they came; the following year they left.", "relative"),
    ("They came since early 1702.", "since early"),
    ("They came by about 1702.", "by about"),
])  # fmt: skip
def test_the_table_says_how_sure_a_date_is(tmp_path: Path, words: str, told: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(words, encoding="utf-8")
    assert told in run(str(path), "--table")[1]


def test_a_document_cannot_steer_the_terminal_nor_forge_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "In 1702 \x1b[31mred\x07 and \ue000green\ue001 and \x9b5m came." + " They left." * 40, encoding="utf-8"
    )
    shown = run(str(path))[1]
    assert not {"\x1b", "\x07", "\x9b", "\ue000", "\ue001"} & set(shown)
    assert "\N{REPLACEMENT CHARACTER}[31mred" in shown


def terminal(path: Path, **environment: str) -> str:
    screen = {
        **{name: value for name, value in os.environ.items() if name != "NO_COLOR"},
        "TERM": "xterm",
        **environment,
    }
    words = ["-m", "datedeck", "dates", str(path), "--text"]
    done = pexpect.spawn(sys.executable, words, env=screen, encoding="utf-8", dimensions=(24, 40), timeout=60)
    shown = done.read()
    done.close()
    assert done.exitstatus == 0
    return str(shown).replace("\r\n", "\n")


@pytest.fixture
def broken_over_a_line(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("The weavers came to Velm, and on Saturday, 3 May 1702, they left.\n", encoding="utf-8")
    return path


def test_a_terminal_gets_bold_and_underlined_dates_and_a_clean_margin(broken_over_a_line: Path) -> None:
    assert terminal(broken_over_a_line).splitlines() == [
        "1  The weavers came to Velm, and on",
        "   \x1b[1;4mSaturday, 3 May 1702\x1b[22;24m, they left.",
    ]
    broken_over_a_line.write_text("The friars of Velm came on Saturday, 3 May 1702, and left.\n", encoding="utf-8")
    assert terminal(broken_over_a_line).splitlines() == [
        "1  The friars of Velm came on \x1b[1;4mSaturday,\x1b[22;24m",
        "   \x1b[1;4m3 May 1702\x1b[22;24m, and left.",
    ]


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_where_none_is_wanted(broken_over_a_line: Path, environment: dict[str, str]) -> None:
    shown = terminal(broken_over_a_line, **environment)
    assert "\x1b" not in shown
    assert "[Saturday, 3 May 1702]{1702-05-03}" in " ".join(shown.split())


def test_a_text_without_dates_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Nothing happened.", encoding="utf-8")
    assert run(str(path)) == (0, "no dates found\n", "")


def test_one_broken_file_does_not_stop_the_others(tmp_path: Path) -> None:
    good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text(TEXT, encoding="utf-8")
    empty.write_bytes(b"")
    code, out, err = run(str(tmp_path / "none.txt"), str(empty), str(good))
    assert code == 1
    assert "1788-05/1788-06" in out
    assert "none.txt: missing-file" in err
    assert "empty.txt: empty-document" in err
    assert err.count("hint:") == 2


def test_what_is_no_text_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "a.odt").write_text(TEXT, encoding="utf-8")
    code, out, err = run(*(str(tmp_path / name) for name in ("binary.txt", "folder.txt", "a.odt", "\udcff.txt")))
    assert (code, out) == (1, "")
    assert [line.split(": ")[1] for line in err.splitlines() if "hint:" not in line] == [
        "binary-file", "not-a-file", "unknown-format", "missing-file",
    ]  # fmt: skip


def test_a_reader_that_leaves_early_is_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("In 1702 they came; by 1704 they had gone.\n\n" * 2000, encoding="utf-8")
    for option in ("--text", "--table", "--json"):
        command = [sys.executable, "-m", "datedeck", "dates", str(path), option]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            assert process.stdout.read(1)
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait(timeout=60) == 0


def test_an_interrupt_ends_without_a_traceback(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("In 1702 they came; by 1704 they had gone.\n\n" * 500, encoding="utf-8")
    command = [sys.executable, "-m", "datedeck", "dates", *[str(path)] * 400]

    def heard() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # tests that run in the background ignore it

    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=heard) as process:
        assert process.stdout is not None
        assert process.stdout.read(1)  # it has begun
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Interrupted" in err
    assert b"Traceback" not in err


@pytest.mark.parametrize("options", [("--text", "--table"), ("--json", "--text"), ("--json", "--table")])
def test_one_way_to_show_them_at_a_time(tmp_path: Path, options: tuple[str, ...]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    code, out, err = run(str(path), *options)
    assert (code, out) == (2, "")
    assert "exclude one another" in err


def test_no_file_is_wrong_usage() -> None:
    assert run()[0] == 2
