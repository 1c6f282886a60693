"""`datedeck derive` when it is stopped: by Ctrl-C, by the system, by SIGKILL; and what it shows meanwhile."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pexpect
import pytest

from datedeck.bank import load_bank
from datedeck.cli.derive import command
from datedeck.extract.events import READY

DATEDECK = [sys.executable, "-m", "datedeck", "derive"]
SENTENCE = "On {} May 17{:02} the Ostrians captured the town of Velm{}. "
KILLS = int(os.environ.get("DATEDECK_KILLS", "6"))


def write(path: Path, sentences: int, filler: int = 0) -> Path:
    text = "".join(SENTENCE.format(at % 28 + 1, at % 90, "abcdefgh"[at % 8] * (at // 8 + 1)) for at in range(sentences))
    path.write_text(text + "\n\n" + "The river runs by the old walls of the town. " * filler + "\n", encoding="utf-8")
    return path


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return os.environ | {"XDG_CACHE_HOME": str(tmp_path / "cache"), "HOME": str(tmp_path), "TERM": "xterm"}


def kept(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "cache").rglob("*.z"))


def members(group: int) -> Iterator[int]:
    """The processes of a process group that are alive."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, number = stat.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(number) == group and state != "Z":
            yield int(stat.parent.name)


@pytest.mark.skipif(
    not Path("/proc/self/stat").exists(),
    reason="whether a worker outlives the program is read from /proc, which this system lacks",
)
@pytest.mark.parametrize(("workers", "number", "status"), [("2", signal.SIGINT, 130), ("1", signal.SIGTERM, 143)])
def test_stopped_it_says_what_is_kept(
    tmp_path: Path, env: dict[str, str], workers: str, number: signal.Signals, status: int
) -> None:
    documents = [write(tmp_path / f"large-{at}.txt", 400) for at in range(8)]
    bank = write(tmp_path / "bank.yaml", 0)
    bank.write_text("bank: velm\nfacts: []\n", encoding="utf-8")
    before = bank.read_bytes()
    words = [*DATEDECK, *map(str, documents), "-o", str(bank), "--workers", workers]
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a test run in the background ignores SIGINT
    with subprocess.Popen(
        words, stdout=-1, stderr=-1, text=True, env=env, start_new_session=True, preexec_fn=heard
    ) as process:
        while not kept(tmp_path) and process.poll() is None:
            time.sleep(0.05)
        if number is signal.SIGINT:
            os.killpg(process.pid, number)  # as a terminal does it
        else:
            process.send_signal(number)
        out, err = process.communicate(timeout=60)
    assert process.returncode == status
    assert "Traceback" not in err
    assert f"{len(kept(tmp_path))} of 8 documents is kept: run the same command again" in err
    assert out == ""
    assert bank.read_bytes() == before
    assert list(members(process.pid)) == []


def test_killed_at_any_moment_the_bank_is_the_old_one_or_the_new(tmp_path: Path, env: dict[str, str]) -> None:
    one, other = write(tmp_path / "one.txt", 60), write(tmp_path / "other.txt", 90)
    bank = tmp_path / "bank.yaml"
    words = [*DATEDECK, str(one), str(other), "-o", str(bank)]
    subprocess.run([*DATEDECK, str(one), "-o", str(bank)], check=True, env=env, capture_output=True)
    subprocess.run([*words[:-1], str(tmp_path / "warm.jsonl")], check=True, env=env, capture_output=True)
    old, cache = bank.read_bytes(), shutil.copytree(tmp_path / "cache", tmp_path / "warm")
    start = time.monotonic()
    subprocess.run(words, check=True, env=env, capture_output=True)
    whole, new = time.monotonic() - start, bank.read_bytes()
    assert old != new
    rng, found = random.Random(20), []
    for _ in range(KILLS):
        bank.write_bytes(old)
        shutil.rmtree(tmp_path / "cache")
        shutil.copytree(cache, tmp_path / "cache")
        with subprocess.Popen(words, stdout=-3, stderr=-3, env=env) as process:
            time.sleep(rng.uniform(0.3, 1.05) * whole)
            process.kill()
        found.append(bank.read_bytes())
        assert found[-1] in (old, new)
        assert not load_bank(bank).problems
    subprocess.run(words, check=True, env=env, capture_output=True)
    assert bank.read_bytes() == new


@pytest.mark.parametrize(("terminal", "bar"), [("xterm", True), ("dumb", False)])
def test_a_bar_is_shown_on_a_terminal_that_can(tmp_path: Path, env: dict[str, str], terminal: str, bar: bool) -> None:
    documents = [write(tmp_path / f"long-{at}.txt", 2, filler=1000) for at in range(3)]
    words = [*DATEDECK[1:], *map(str, documents), "-o", str(tmp_path / "out.jsonl")]
    child = pexpect.spawn(
        sys.executable, words, env=env | {"TERM": terminal, "NO_COLOR": "1"}, encoding="utf-8", dimensions=(24, 100)
    )
    shown = child.read()
    child.close()
    assert child.exitstatus == 0
    assert ("0 of 3 documents" in shown) is bar
    assert ("3 of 3 documents" in shown) is bar
    assert "\x1b[3" not in shown.replace("\x1b[?", ""), "no colour"
    assert "3 documents: " in shown


def test_no_bar_goes_into_a_pipe(tmp_path: Path, env: dict[str, str]) -> None:
    document = write(tmp_path / "long.txt", 2, filler=2000)
    done = subprocess.run(
        [*DATEDECK, str(document), "-o", str(tmp_path / "out.jsonl")],
        capture_output=True, text=True, env=env, check=True,
    )  # fmt: skip
    assert done.stderr == ""
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize("strictness", ["nan", "3", "-11", "high", "inf"])
def test_a_strictness_out_of_range_is_wrong_usage(tmp_path: Path, env: dict[str, str], strictness: str) -> None:
    words = [*DATEDECK, str(write(tmp_path / "a.txt", 1)), "-o", str(tmp_path / "a.jsonl"), "--strictness", strictness]
    done = subprocess.run(words, capture_output=True, text=True, env=env, check=False)
    assert done.returncode == 2
    assert "--strictness" in done.stderr


def test_the_usual_strictness_is_the_gates() -> None:
    (option,) = (one for one in command.params if one.name == "strictness")
    assert option.default == READY
