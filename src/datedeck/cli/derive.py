"""`datedeck derive`: documents to a question bank."""

from __future__ import annotations

import math
from pathlib import Path

import click


@click.command()
@click.argument("sources", metavar="SOURCE…", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    required=True,
    type=click.Path(path_type=Path, readable=False),
    help="The bank (.yaml) to make or to merge into, or a .jsonl of one claim a line.",
)
@click.option("--workers", metavar="N", type=click.IntRange(min=1), default=1, help="Read documents in N processes.")
@click.option("--refresh", is_flag=True, help="Replace facts that nobody has edited since they were derived.")
@click.option(
    "--strictness",
    metavar="X",
    type=click.FloatRange(-10, 2),
    default=1.0,
    show_default=True,
    help="How sure a fact must be to be ready. Higher: fewer, surer facts are ready and more are left for a person to"
    " look at; 2 takes only those without any doubt, 0 or less takes doubtful ones.",
)
@click.pass_context
def command(
    context: click.Context, sources: tuple[Path, ...], output: Path, workers: int, refresh: bool, strictness: float
) -> None:
    """Find the dated facts of documents and keep them, with the words that prove them, in a bank.

    Into an existing bank nothing is rewritten: new facts are appended, and what deriving would now say differently
    is proposed as commented lines.

    What was found in a document is kept in the user's cache folder: unchanged documents are not read again, and a run
    that was interrupted goes on where it stopped.
    """
    from datedeck.cli.progress import ending_on_signals, shown
    from datedeck.pipeline.derive import derive
    from datedeck.pipeline.places import cache_folder

    if math.isnan(strictness):
        raise click.BadParameter("this is no number", context, param_hint="--strictness")
    with ending_on_signals(), shown() as watch:
        report = derive(
            sources,
            output,
            workers=workers,
            refresh=refresh,
            strictness=strictness,
            cache=cache_folder(),
            watch=watch,
        )
    for problem in report.problems:
        click.echo(str(problem), err=True)
    if report.documents:
        found = f"{report.ready} ready, {report.draft} to be looked at, {report.disputed} disputed"
        if report.silent:
            found += f" (of {report.silent} more date{'s' * (report.silent != 1)} no event could be told)"
        changed = f"{report.added} new, {report.refreshed} refreshed, {report.proposed} proposed as comments"
        plural = "" if report.documents == 1 else "s"
        click.echo(f"{report.documents} document{plural}: {found}\n{output}: {changed}")
    if report.problems:
        context.exit(1)
