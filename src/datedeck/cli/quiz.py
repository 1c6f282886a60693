"""`datedeck quiz`: take a quiz, or print it."""

from __future__ import annotations

import os
import shlex
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from datedeck.model import KINDS, Kind

if TYPE_CHECKING:
    from datedeck.cli.terminal import Terminal
    from datedeck.pipeline.quiz import Quiz


def _kinds(context: click.Context, option: click.Parameter, value: str | None) -> tuple[Kind, ...]:
    """Read `when,what,match`; none given leaves the choice to the deck."""
    names = [name.strip() for name in (value or "").split(",") if name.strip()]
    unknown = [name for name in names if name not in KINDS]
    if unknown or (value is not None and not names):
        raise click.BadParameter(f"{', '.join(unknown) or 'nothing'} is not among {', '.join(KINDS)}", context, option)
    return cast("tuple[Kind, ...]", tuple(names))


@click.command()
@click.argument("path", type=click.Path(path_type=Path, readable=False))
@click.option(
    "-n", "--number", type=click.IntRange(min=1), default=10, show_default=True, help="Ask so many questions."
)
@click.option(
    "--kinds",
    metavar="KIND,…",
    callback=_kinds,
    help="Ask only these kinds: when (choose the date), what (choose the event), match (events to dates).",
)
@click.option("--seed", type=int, help="Draw the same quiz again; without it a deck's own seed, or a new one.")
@click.option(
    "--plain",
    is_flag=True,
    expose_value=False,
    help="Line mode: numbered options, one line an answer. It is what is used in any case.",
)
@click.option("--print", "printed", is_flag=True, help="Print the questions and their key, and ask nothing.")
@click.option("--no-history", is_flag=True, help="Do not keep the answers.")
def command(
    path: Path,
    number: int,
    kinds: tuple[Kind, ...],
    seed: int | None,
    printed: bool,
    no_history: bool,
) -> int:
    """Take a quiz on a question bank or a deck.

    Every answer is followed by the right one, the words of the source that prove it, and where they stand.
    """
    from datedeck.cli.sheet import worksheet
    from datedeck.cli.terminal import Terminal
    from datedeck.pipeline.places import cache_folder
    from datedeck.pipeline.quiz import prepare

    quiz = prepare(path, number, kinds, seed, int(time.time()) % 1_000_000, cache_folder())
    for note in quiz.notes:
        click.echo(note, err=True)
    terminal = Terminal()
    again = _again(quiz, path, number, kinds)
    if printed:
        terminal.say(*worksheet(quiz.title, quiz.items, quiz.sources, terminal.width), "", again)
        return 0
    return _take(quiz, terminal, again, keep=not no_history)


def _again(quiz: Quiz, path: Path, number: int, kinds: tuple[Kind, ...]) -> str:
    chosen = f" --kinds {','.join(kinds)}" if kinds else ""
    return f"datedeck quiz {shlex.quote(str(path))} -n {number}{chosen} --seed {quiz.seed}"


def _take(quiz: Quiz, terminal: Terminal, again: str, *, keep: bool) -> int:
    from datedeck.cli.terminal import run, summary
    from datedeck.pipeline.places import history_file
    from datedeck.pipeline.quiz import Recorder
    from datedeck.study.session import Session

    terminal.say(quiz.title, bold=True)
    with Recorder(history_file(os.environ) if keep else None) as recorder:
        session, status = run(
            Session(quiz.items), quiz.sources, terminal, lambda grade: recorder.record(grade, datetime.now(UTC))
        )
    summary(session, again, terminal)
    return status
