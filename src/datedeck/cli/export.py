"""datedeck export: questions as a deck for Anki."""

from __future__ import annotations

import os
import time
from pathlib import Path

import click

from datedeck.errors import DatedeckError, Problem

_LAST_SECOND = 253402300799  # 9999-12-31T23:59:59Z


@click.command(name="export")
@click.argument("path", type=click.Path(path_type=Path, readable=False))
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, readable=False),
    help="The file to write; its suffix names the format (.apkg).",
)
@click.option(
    "--lock",
    type=click.Path(path_type=Path, readable=False),
    default=None,
    help="The lock file; NAME.lock.json beside PATH unless given.",
)
def command(path: Path, output: Path, lock: Path | None) -> None:
    """Write the questions of a bank or a deck (PATH) as an Anki deck.

    The lock file remembers what was exported, so that a later export updates the cards that learners already study.
    Keep it with the bank. SOURCE_DATE_EPOCH is used for the clock when it is set.
    """
    from datedeck.pipeline.export import export

    report = export(path, output, _now(), lock)
    for problem in report.problems:
        click.echo(f"warning: {problem}", err=True)
    for fact in report.left_out:
        click.echo(f"left out: {fact.id}: its date can be read off its statement", err=True)
    new, changed, unchanged, retired = report.changes
    click.echo(
        f"{report.output}: {report.notes} notes, {report.cards} cards "
        f"({new} new, {changed} changed, {unchanged} unchanged; {retired} retired)"
    )
    click.echo(f"{report.lock}: keep this lock file with the questions; the next export needs it")


def _now() -> int:
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is None:
        return int(time.time())
    if not given.isascii() or not given.isdigit() or int(given) > _LAST_SECOND:
        raise DatedeckError(
            Problem(
                "bad-clock",
                f"SOURCE_DATE_EPOCH is {given!r}, not a number of seconds that a calendar has",
                "set it to whole seconds since 1970, or unset it",
            )
        )
    return int(given)
