"""Deriving at scale: beside plain parsing, again over unchanged documents, in two processes, and its peak of memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.corpus import texts, write_corpus, write_texts
from benchmarks.report import say
from benchmarks.timing import seconds

DATEDECK = str(Path(sys.executable).with_name("datedeck"))
_SECTION, _LARGE = "Deriving", "Large corpora"
_MB = 1_000_000


def beside_parsing(folder: Path) -> None:
    """Everything that `derive` does to the development texts, beside the whole pipeline over them, models loaded."""
    import spacy

    from datedeck.extract.events.parser import PIPELINE
    from datedeck.pipeline.documents import read_packed

    paths = write_texts(folder)
    whole = spacy.load(PIPELINE)
    read_packed(paths[-1])
    list(whole.pipe(texts()[-1:]))
    start = time.perf_counter()
    for path in paths:
        read_packed(path)
    middle = time.perf_counter()
    list(whole.pipe(texts()))
    end = time.perf_counter()
    ratio = (middle - start) / (end - middle)
    say(_SECTION, f"derive, cold               {middle - start:6.1f} s  = {ratio:.2f} x nlp.pipe over the texts [0.8]")


def again(folder: Path) -> None:
    """The command over unchanged documents, beside its first time."""
    documents = [str(path) for path in write_texts(folder)]
    for suffix in (".jsonl", ".yaml"):
        os.environ["XDG_CACHE_HOME"] = str(folder / f"cache{suffix}")
        command = [DATEDECK, "derive", *documents, "-o", str(folder / f"bank{suffix}")]
        first = seconds(command)
        second = min(seconds(command) for _ in range(3))
        say(_SECTION, f"derive {suffix:<6} unchanged    {second:6.2f} s  = {second / first:.3f} x cold [0.05]")


def in_processes(folder: Path) -> None:
    """5 MB in two processes beside one."""
    documents = [str(path) for path in write_corpus(folder, 5 * _MB)]
    took = {}
    for workers in ("2", "1"):
        os.environ["XDG_CACHE_HOME"] = str(folder / f"cache-{workers}")
        command = [DATEDECK, "derive", *documents, "--workers", workers, "-o", str(folder / "bank.jsonl")]
        took[workers] = seconds(command)
    ratio = took["1"] / took["2"]
    say(_LARGE, f"5 MB, 2 processes          {took['2']:6.0f} s  = {ratio:.2f} x as fast as 1 [1.6]")


def memory(folder: Path) -> None:
    """The peak of 50 MB beside 5 MB: of the program, and with its two processes at their largest."""
    peaks: dict[tuple[int, str], dict[str, int]] = {}
    for size in (5, 50):
        os.environ["XDG_CACHE_HOME"] = str(folder / f"cache-{size}")
        documents = [str(path) for path in write_corpus(folder / f"texts-{size}", size * _MB)]
        for suffix in (".yaml", ".jsonl"):  # the first run reads the documents, the second takes what it found
            peaks[size, suffix] = _peak([*documents, "--workers", "2", "-o", str(folder / f"{size}{suffix}")])
    for suffix, what in ((".yaml", "cold, into .yaml"), (".jsonl", "read before, new .jsonl")):
        small, large = (peaks[size, suffix]["all"] / 1024 for size in (5, 50))
        own = peaks[50, suffix]["own"] / 1024
        words = f"{large:6.0f} MB = {large / small:.2f} x 5 MB [1.3] (of it the program itself {own:.0f} MB)"
        say(_LARGE, f"50 MB, {what:<23} {words}")


def _peak(words: Sequence[str]) -> dict[str, int]:
    command = [sys.executable, "-m", "benchmarks.peak", "derive", *words]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, int] = json.loads(done.stdout.splitlines()[-1])
    return found | {"all": found["own"] + 2 * found["largest child"]}


def derive(folder: Path, *, long: bool) -> None:
    """Everything above; what takes minutes only if `long`."""
    if not texts():
        say(_SECTION, "derive: skipped: no ../shared with the development texts")
        return
    beside_parsing(folder / "beside")
    again(folder / "again")
    if long:
        in_processes(folder / "processes")
        memory(folder / "memory")
