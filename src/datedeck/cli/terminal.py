"""Line mode: a quiz anywhere that lines can be read and written, a pipe and a screen reader included."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from string import ascii_uppercase
from typing import TYPE_CHECKING, NoReturn

import click

from datedeck.cli.sheet import MARK, UNMARK, missed, proof, question, verdict, wrapped
from datedeck.model import ChoiceItem, Item, MatchItem

if TYPE_CHECKING:
    from datedeck.cli.sheet import Sources
    from datedeck.study.grade import Grade
    from datedeck.study.session import Session

_WIDTH, _NARROWEST = 80, 20
_INTERRUPTED, _TERMINATED = 130, 143


class Skipped(Exception):  # noqa: N818 - no error: the learner passes an item over
    """The learner skips the item."""


class Left(Exception):  # noqa: N818 - no error: the learner ends the quiz
    """The learner ends the quiz, by `q` or by the end of the input."""


class Terminal:
    """Standard input and output as lines, with colour where it is wanted and can be shown."""

    def __init__(self) -> None:
        for stream in (sys.stdin, sys.stdout):
            # What a terminal cannot write, or a pipe sends amiss, becomes a question mark and no traceback.
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        screen = sys.stdout.isatty()
        self.color = screen and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        columns = shutil.get_terminal_size((_WIDTH, 24)).columns if screen else _WIDTH
        self.width = max(_NARROWEST, min(columns, _WIDTH + 8))
        self._repeats_input = not sys.stdin.isatty()

    def say(self, *lines: str, fg: str | None = None, bold: bool | None = None) -> None:
        """Write lines, the words of dates bold or between guillemets."""
        for line in lines:
            marks = ("\x1b[1m", "\x1b[22m") if self.color else ("«", "»")
            shown = line.replace(MARK, marks[0]).replace(UNMARK, marks[1])
            styled = click.style(shown, fg=fg, bold=bold) if self.color and (fg or bold) else shown
            click.echo(styled, color=self.color)

    def ask(self, prompt: str) -> str:
        """Read one line; `Left` at the end of the input. What a pipe answers is repeated: the record is whole."""
        click.echo(prompt, nl=False)
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            click.echo()
            raise Left
        answer = line.strip()
        if self._repeats_input:
            click.echo(answer)
        return answer


def run(session: Session, sources: Sources, terminal: Terminal, record: Callable[[Grade], None]) -> tuple[Session, int]:
    """Ask until the session is finished or left; gives the session and the exit status.

    `record` is called before any feedback is shown, so that what a learner was told is on disk.
    """
    from datedeck.study.session import answer, skip

    status = 0
    try:
        with _terminable():
            while (item := session.current) is not None:
                terminal.say("", f"Question {len(session.results) + 1} of {len(session.items)}", bold=True)
                terminal.say(*question(item, terminal.width), "")
                try:
                    answered = answer(session, _response(item, terminal))
                except Skipped:
                    session = skip(session)
                    continue
                graded = answered.results[-1]
                assert graded
                record(graded)
                session = answered
                _feedback(item, graded, sources, terminal)
    except Left:
        pass
    except KeyboardInterrupt:
        terminal.say("")
        status = _INTERRUPTED
    except _Terminated:
        terminal.say("")
        status = _TERMINATED
    return session, status


def summary(session: Session, again: str, terminal: Terminal) -> None:
    """What came of the quiz, what was missed, and how to take it again."""
    outcomes = session.outcomes
    skipped = f", {session.skipped} skipped" if session.skipped else ""
    left = len(session.items) - len(session.results)
    unasked = f", {left} not asked" if left else ""
    terminal.say("", f"{session.right} of {len(outcomes)} right{skipped}{unasked}.", bold=True)
    if session.missed:
        terminal.say("Missed:", *missed(session.missed, terminal.width))
    terminal.say(f"The same quiz again: {again}")


def _feedback(item: Item, graded: Grade, sources: Sources, terminal: Terminal) -> None:
    for number, outcome in enumerate(graded.outcomes, 1):
        event = f"{number}. {item.rows[number - 1]} – " if isinstance(item, MatchItem) else ""
        lines = wrapped(event + verdict(outcome), terminal.width)
        terminal.say(*lines, fg="green" if outcome.right else "red")
        terminal.say(*proof(outcome.fact, sources, terminal.width))


def _response(item: Item, terminal: Terminal) -> list[int | None]:
    if isinstance(item, ChoiceItem):
        texts = [choice.text for choice in item.choices]
        return [_option(f"Answer (1–{len(texts)}, s skip, q quit): ", texts, terminal, numbers=True)]
    return _matched(item, terminal)


def _matched(item: MatchItem, terminal: Terminal) -> list[int | None]:
    """Row by row; a date chosen again moves to the new row, and the row that it left is asked again."""
    texts = [option.text for option in item.options]
    chosen: list[int | None] = [None] * len(item.rows)
    while None in chosen:
        row = chosen.index(None)
        place = _option(
            f"Which date for event {row + 1}? (A–{ascii_uppercase[len(texts) - 1]}, s skip, q quit): ",
            texts,
            terminal,
            numbers=False,
        )
        if place in chosen:
            before = chosen.index(place)
            chosen[before] = None
            terminal.say(f"{ascii_uppercase[place]} moved from event {before + 1} to event {row + 1}.")
        chosen[row] = place
    return chosen


def _option(prompt: str, texts: Sequence[str], terminal: Terminal, *, numbers: bool) -> int:
    """The option that a line names by number, letter or words; asks until one does. Two empty lines skip."""
    last = str(len(texts)) if numbers else ascii_uppercase[len(texts) - 1]
    blank = False
    while True:
        line = terminal.ask(prompt).rstrip(".)").strip().casefold()
        if line in ("q", "quit"):
            raise Left
        if line in ("s", "skip") or (not line and blank):
            raise Skipped
        blank = not line
        for place, text in enumerate(texts):
            names = {ascii_uppercase[place].casefold(), text.casefold(), *([str(place + 1)] if numbers else [])}
            if line in names:
                return place
        terminal.say(f"Please give one of {'1' if numbers else 'A'} to {last}; s skips this question, q ends the quiz.")


class _Terminated(BaseException):
    """The system asked the program to end."""


@contextmanager
def _terminable() -> Iterator[None]:
    """End on SIGTERM as on Ctrl-C, by leaving the loop, so that the summary is shown and nothing is cut in two."""

    def end(*_: object) -> NoReturn:
        raise _Terminated

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
