"""`datedeck dates`: every date of a document."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from datedeck.cli.sheet import MARK, UNMARK, wrapped

if TYPE_CHECKING:
    from datedeck.pipeline.dates import Dates, Paragraph

_BOLD, _PLAIN = "\x1b[1;4m", "\x1b[22;24m"
_WIDTH, _NARROWEST = 80, 20
# What a document must not do to a terminal: steer it, or forge the marks.
_HARMLESS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), ord(MARK), ord(UNMARK)], "\N{REPLACEMENT CHARACTER}")
_HEAD = ("line", "words", "value", "in words", "bound", "year")


@click.command("dates")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False), metavar="FILE…")
@click.option("--text", "only_text", is_flag=True, help="Only the paragraphs, with their dates marked.")
@click.option("--table", "only_table", is_flag=True, help="Only the table.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a document, with offsets in code points.")
@click.pass_context
def command(
    context: click.Context, files: tuple[Path, ...], *, only_text: bool, only_table: bool, as_json: bool
) -> None:
    """Show the dates of each FILE: the paragraphs that have one, with the dates marked, and then a table.

    The table has the line, the words, the value (EDTF), the value in words, how the date bounds what happened ("by",
    "since", "about"), and where the year comes from: the words themselves (own), the context, or another date that
    they count from (relative).
    """
    from datedeck.pipeline.dates import read_dates, timexes

    if only_text + only_table + as_json > 1:
        raise click.UsageError("--text, --table and --json exclude one another")
    failed, first = False, True
    for dates in read_dates(files):
        for problem in dates.problems:
            failed = True
            click.echo(str(problem), err=True)
        if not dates.document:
            continue
        if as_json:
            click.echo(json.dumps(timexes(dates), ensure_ascii="utf" not in (sys.stdout.encoding or "").lower()))
            continue
        if len(files) > 1:
            click.echo(("" if first else "\n") + f"{_harmless(str(dates.path))}:")
            first = False
        _show(dates, text=not only_table, table=not only_text)
    context.exit(1 if failed else 0)


def _show(dates: Dates, *, text: bool, table: bool) -> None:
    from datedeck.pipeline.dates import paragraphs, rows

    color, width = _screen()
    if not dates.tagged.dated:
        click.echo("no dates found")
        return
    if text:
        for lines in _marked(list(paragraphs(dates)), width, color=color):
            click.echo("\n".join(lines), color=color)
    if text and table:
        click.echo()
    if table:
        told = [(str(row.line), *map(_harmless, row[1:])) for row in rows(dates)]
        _table(_fitted([_HEAD, *told], width) if sys.stdout.isatty() else [_HEAD, *told])


def _screen() -> tuple[bool, int]:
    """Whether to write bold and underlined, and how wide. What cannot be written becomes a question mark."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    screen = sys.stdout.isatty()
    columns = shutil.get_terminal_size((_WIDTH, 24)).columns if screen else _WIDTH
    color = screen and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return color, max(_NARROWEST, min(columns, _WIDTH + 8))


def _marked(paragraphs: list[Paragraph], width: int, *, color: bool) -> Iterator[list[str]]:
    """The lines of each paragraph, its line number before them, an empty line between two paragraphs."""
    gutter = len(str(paragraphs[-1].line))
    for number, (line, pieces) in enumerate(paragraphs):
        texts = ((_harmless(piece.text), piece.value) for piece in pieces)
        text = "".join(_mark(words, value, color=color) for words, value in texts).strip()
        lines = wrapped(text, width, f"{line:>{gutter}}  ", " " * (gutter + 2))
        yield ([""] if number else []) + (list(_bold(lines)) if color else lines)


def _mark(words: str, value: str, *, color: bool) -> str:
    if not value:
        return words
    return f"{MARK}{words}{UNMARK}" if color else f"[{words}]{{{value}}}"


def _bold(lines: Iterable[str]) -> Iterator[str]:
    """The lines with their marks shown; a date that goes on in the next line is marked anew after the margin."""
    is_open = False
    for line in lines:
        words = line.lstrip() if is_open else line
        shown = line[: len(line) - len(words)] + (MARK if is_open else "") + words
        is_open = shown.rfind(MARK) > shown.rfind(UNMARK)
        yield (shown + (UNMARK if is_open else "")).replace(MARK, _BOLD).replace(UNMARK, _PLAIN)


def _fitted(lines: list[tuple[str, ...]], width: int) -> list[tuple[str, ...]]:
    """The table for a narrow screen: without the value in words, then with long words of dates cut short."""

    def excess() -> int:
        return sum(max(map(len, column)) + 2 for column in zip(*lines, strict=True)) - 2 - width

    if excess() > 0:
        lines = [(*line[:3], *line[4:]) for line in lines]
    room = max(_NARROWEST, max(len(line[1]) for line in lines) - max(0, excess()))
    return [(line[0], line[1] if len(line[1]) <= room else f"{line[1][: room - 1]}…", *line[2:]) for line in lines]


def _table(lines: list[tuple[str, ...]]) -> None:
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line, *cells in lines:
        padded = "  ".join(cell.ljust(width) for cell, width in zip(cells, widths[1:], strict=True))
        click.echo(f"{line:>{widths[0]}}  {padded}".rstrip())


def _harmless(text: str) -> str:
    return text.translate(_HARMLESS)
