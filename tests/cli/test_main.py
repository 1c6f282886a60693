"""How the command ends: closed pipes, missing folders, full disks, wrong usage; and how light it starts."""

import subprocess
import sys
from pathlib import Path

import pytest

from datedeck.cli import COMMANDS

DATEDECK = [sys.executable, "-m", "datedeck"]


def run(*words: str | Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [*DATEDECK, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=env)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "annals.txt"
    path.write_text("On 3 May 1702 the Ostrians captured the town of Velm.\n", encoding="utf-8")
    return path


def test_derive_check_and_quiz_go_together(tmp_path: Path, document: Path) -> None:
    bank = tmp_path / "annals.yaml"
    derived = run("derive", document, "-o", bank)
    assert (derived.returncode, derived.stderr) == (0, "")
    assert "1 document: 1 ready, 0 to be looked at, 0 disputed" in derived.stdout
    before = bank.read_bytes()
    assert run("derive", document, "-o", bank).returncode == 0
    assert bank.read_bytes() == before
    assert run("check", bank).returncode == 0
    printed = run("quiz", bank, "--print", "--seed", "1", "-n", "1")
    assert printed.returncode == 0
    assert "On «3 May 1702» the Ostrians captured the town of Velm." in " ".join(printed.stdout.split())


def test_one_broken_document_does_not_stop_the_others(tmp_path: Path, document: Path) -> None:
    empty, absent, out = tmp_path / "empty.txt", tmp_path / "absent.txt", tmp_path / "facts.jsonl"
    empty.write_bytes(b"")
    done = run("derive", empty, absent, document, "-o", out)
    assert done.returncode == 1
    assert out.read_text(encoding="utf-8").count("\n") == 1
    assert f"{empty}: empty-document" in done.stderr
    assert f"{absent}: missing-file" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("output", "code"), [
    ("no/such/folder.yaml", "no-such-folder"), ("facts.csv", "unknown-format"), ("folder.yaml", "is-directory"),
])  # fmt: skip
def test_where_nothing_can_be_written(tmp_path: Path, document: Path, output: str, code: str) -> None:
    (tmp_path / "folder.yaml").mkdir()
    done = run("derive", document, "-o", tmp_path / output)
    assert done.returncode == 1
    assert f"{tmp_path / output}: {code}" in done.stderr
    assert "hint: " in done.stderr


def test_two_documents_of_one_name_are_refused(tmp_path: Path, document: Path) -> None:
    (tmp_path / "other").mkdir()
    twin = tmp_path / "other" / document.name
    twin.write_bytes(document.read_bytes())
    done = run("derive", document, twin, document, "-o", tmp_path / "bank.yaml")
    assert done.returncode == 1
    assert "same-name" in done.stderr
    assert not (tmp_path / "bank.yaml").exists()


def test_names_that_only_slug_alike_are_refused_too(tmp_path: Path, document: Path) -> None:
    twin = tmp_path / "ANNALS.txt"
    twin.write_text("On 4 May 1703 the Ostrians left.\n", encoding="utf-8")
    done = run("derive", document, twin, "-o", tmp_path / "bank.yaml")
    assert done.returncode == 1
    assert f"{twin}: same-name" in done.stderr


def test_another_file_of_a_known_name_is_not_taken_for_it(tmp_path: Path, document: Path) -> None:
    bank = tmp_path / "bank.yaml"
    assert run("derive", document, "-o", bank).returncode == 0
    before = bank.read_bytes()
    (tmp_path / "other").mkdir()
    twin = tmp_path / "other" / document.name
    twin.write_text("On 4 May 1703 the Ostrians left the town of Velm.\n", encoding="utf-8")
    done = run("derive", twin, "-o", bank)
    assert done.returncode == 1
    assert "same-name" in done.stderr
    assert bank.read_bytes() == before


def test_disputes_are_found_whether_documents_come_together_or_one_by_one(tmp_path: Path) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text("On 3 May 1702 the Ostrians captured the town of Velm.\n", encoding="utf-8")
    other.write_text("The town of Velm was taken by the Ostrians on 5 May 1702.\n", encoding="utf-8")
    together = run("derive", one, other, "-o", tmp_path / "together.yaml")
    assert "1 disputed" in together.stdout
    assert run("derive", one, "-o", tmp_path / "apart.yaml").returncode == 0
    assert run("derive", other, "-o", tmp_path / "apart.yaml").returncode == 0
    apart = (tmp_path / "apart.yaml").read_text(encoding="utf-8")
    assert "is this the event that one tells as" in " ".join(apart.split())
    before = apart
    assert run("derive", one, other, "-o", tmp_path / "apart.yaml").returncode == 0
    assert (tmp_path / "apart.yaml").read_text(encoding="utf-8").count("  - id: ") == before.count("  - id: ")


def test_a_history_in_nobodys_folder_is_said_in_words() -> None:
    done = run("stats", env={"DATEDECK_HISTORY": "~nosuchuser/x.db", "PATH": "/usr/bin"})
    assert done.returncode == 1
    assert "no-such-home" in done.stderr


@pytest.mark.parametrize("words", [("dates", "{}"), ("--help",), ("derive", "--help")])
def test_a_closed_pipe_ends_in_silence(document: Path, words: tuple[str, ...]) -> None:
    command = [*DATEDECK, *(word.format(document) for word in words)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_said_in_words(document: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*DATEDECK, "dates", str(document)], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False
        )
    assert done.returncode == 1
    assert "no space left on device" in done.stderr
    assert "Traceback" not in done.stderr


def test_wrong_usage_is_status_2() -> None:
    assert run("nonsense").returncode == 2
    assert run("derive").returncode == 2


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "from datedeck.cli import cli\n"
        "assert CliRunner().invoke(cli, ['--help']).exit_code == 0\n"
        "heavy = {'spacy', 'genanki', 'fsrs', 'yaml', 'sqlite3'}\n"
        "print(sorted(heavy & {name.split('.')[0] for name in sys.modules}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does(name: str) -> None:
    done = run(name, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Usage: datedeck {name} ")
