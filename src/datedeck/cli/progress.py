"""How far a long command is, on a terminal; and how it ends when it is told to."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from datedeck.pipeline.derive import Progress

LONG = 50_000  # bytes to be read, some seconds: shorter work ends before anybody wonders
_INTERRUPTED, _TERMINATED = 130, 143


@contextmanager
def ending_on_signals() -> Iterator[None]:
    """Ctrl-C and SIGTERM end the command with a word on what is kept, and its status with 130 or 143."""
    from datedeck.pipeline.derive import Interrupted

    status = _INTERRUPTED

    def end(_signal: int, _frame: FrameType | None) -> None:
        nonlocal status
        status = _TERMINATED
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    except Interrupted as stop:
        click.echo(f"\nInterrupted; no file was changed. {_kept(stop.kept, stop.documents)}", err=True)
        sys.exit(status)
    except KeyboardInterrupt:
        click.echo("\nInterrupted; no file was changed.", err=True)
        sys.exit(status)
    finally:
        signal.signal(signal.SIGTERM, before)


def _kept(kept: int, documents: int) -> str:
    if not kept:
        return "Nothing was finished."
    return f"What was found in {kept} of {documents} documents is kept: run the same command again to go on."


@contextmanager
def shown() -> Iterator[Callable[[Progress], None]]:
    """Something to tell how far the work is; a bar on stderr where that is a terminal that can show one."""
    bar: Bar | None = None
    start = (0, 0)

    def watch(at: Progress) -> None:
        nonlocal bar, start
        if bar is None and at.bytes - at.bytes_done >= LONG and _can_show():
            start = at.done, at.bytes_done
            bar = _bar(at)
            bar.start()
        if bar is not None:
            task = bar.tasks[0].id
            bar.update(task, completed=at.bytes_done - start[1], done=at.done, facts=at.facts)

    try:
        yield watch
    finally:
        if bar is not None:
            bar.stop()


def _can_show() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM", "dumb") != "dumb"


def _bar(at: Progress) -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    bar = Progress(
        TextColumn("{task.fields[done]} of {task.fields[documents]} documents"),
        BarColumn(),
        TextColumn("{task.fields[facts]} facts"),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    bar.add_task("", total=at.bytes - at.bytes_done, done=at.done, documents=at.documents, facts=at.facts)
    return bar
