"""The command line: one file a command; parse, one library call, print.

Nothing heavy is imported at the top of these files, so that `--help` answers at once.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from typing import NoReturn

import click

from datedeck import __version__
from datedeck.errors import DatedeckError, Location, Problem

COMMANDS = ("derive", "dates", "check", "quiz", "export", "stats")


class _Commands(click.Group):
    """Commands by name, each module imported when it is needed."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"datedeck.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="datedeck")
def cli() -> None:
    """Turn documents into quizzes and Anki decks about when things happened.

    Exit status: 0 clean, 1 problems in the input, 2 wrong usage.
    """


def main() -> NoReturn:
    """Run the command line; problems in a user's files end as messages with status 1, never as a traceback."""
    try:
        # Not `cli.main`: it ends a closed pipe with status 1, which here means problems in the input.
        with cli.make_context("datedeck", sys.argv[1:]) as context:
            status = cli.invoke(context)
        sys.stdout.flush()
        sys.exit(status or 0)
    except click.exceptions.Exit as exit_:
        sys.exit(exit_.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except DatedeckError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except (KeyboardInterrupt, click.Abort):
        click.echo("\nInterrupted; nothing half-written is left behind.", err=True)
        sys.exit(130)
    except BrokenPipeError:  # the reader of our output went away, which is no fault of anybody's
        _drop_output()
        sys.exit(0)
    except OSError as error:
        click.echo(str(_from_os(error)), err=True)
        _drop_output()
        sys.exit(1)


def _from_os(error: OSError) -> Problem:
    place = Location(str(error.filename)) if error.filename else None
    return Problem(
        "cannot-access",
        (error.strerror or str(error)).lower(),
        "check that the path exists, that it may be read or written, and that the disk is not full",
        place,
    )


def _drop_output() -> None:
    """Leave nothing for the interpreter to flush at its end: it would fail once more, with a status of its own."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
