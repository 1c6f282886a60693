"""Timing whole commands, in turn, so that a machine's changing speed hits both alike."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from statistics import median


def seconds(command: Sequence[str]) -> float:
    """One run of a command, without its output and without input."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def in_turn(one: Sequence[str], other: Sequence[str], runs: int) -> tuple[float, float]:
    """Medians of both commands, run A B A B … after one run of each that is not counted."""
    seconds(one), seconds(other)
    pairs = [(seconds(one), seconds(other)) for _ in range(runs)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
