"""`datedeck check`: problems of banks and decks."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import click

from datedeck.errors import Problem


@click.command("check")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@click.option("--json", "as_json", is_flag=True, help="Print the problems as a JSON list.")
@click.pass_context
def command(context: click.Context, paths: tuple[Path, ...], *, as_json: bool) -> None:
    """Check banks and decks, and prove every quote by its document.

    Exit status 1 when there are errors; warnings alone leave it 0.
    """
    from datedeck.pipeline.check import check

    checked = check(paths)
    if as_json:
        click.echo(json.dumps([_row(problem) for problem in checked.problems], ensure_ascii=False, indent=2))
    else:
        for problem in checked.problems:
            click.echo(str(problem))
    if checked.absent:
        click.echo(f"note: citations not verified, documents not at hand: {', '.join(checked.absent)}", err=True)
    errors = sum(problem.severity == "error" for problem in checked.problems)
    warnings = len(checked.problems) - errors
    detail = f" ({_count(errors, 'error')}, {_count(warnings, 'warning')})" if checked.problems else ""
    click.echo(f"{_count(checked.facts, 'fact')}, {_count(len(checked.problems), 'problem')}{detail}", err=as_json)
    context.exit(1 if errors else 0)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")


def _row(problem: Problem) -> dict[str, object]:
    place = problem.location
    said = dataclasses.asdict(problem)
    return {
        "file": place.path if place else "",
        "line": place.line if place else 0,
        "column": place.column if place else 0,
        **{key: said[key] for key in ("code", "severity", "message", "hint")},
    }
