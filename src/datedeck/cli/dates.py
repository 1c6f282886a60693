"""`datedeck dates`: every date of a document."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command("dates")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False), metavar="FILE…")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a document, with offsets in code points.")
@click.pass_context
def command(context: click.Context, files: tuple[Path, ...], *, as_json: bool) -> None:
    """Show every date of each FILE: where it stands, its words, its value (EDTF) and how it bounds what happened.

    The columns are line:offset, words, value, bound. Offsets count characters (code points) of the text from 0.
    """
    from datedeck.pipeline.dates import read_dates, rows, timexes

    failed = False
    for dates in read_dates(files):
        for problem in dates.problems:
            failed = True
            click.echo(str(problem), err=True)
        if not dates.document:
            continue
        if as_json:
            click.echo(json.dumps(timexes(dates), ensure_ascii=False))
            continue
        if len(files) > 1:
            click.echo(f"{dates.path}:")
        _table([(f"{row.line}:{row.offset}", row.text, row.value, row.bound) for row in rows(dates)])
    context.exit(1 if failed else 0)


def _table(lines: list[tuple[str, ...]]) -> None:
    if not lines:
        click.echo("no dates found")
        return
    widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
    for line in lines:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
