"""`datedeck stats`: what was learned, what is due."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from datetime import UTC, datetime

import click


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(as_json: bool) -> None:
    """Show what was answered and learned, and what is due."""
    from datedeck.pipeline.places import history_file
    from datedeck.pipeline.stats import stats

    found = stats(history_file(os.environ), datetime.now(UTC))
    if as_json:
        by_kind = {kind: {"answered": answered, "right": right} for kind, (answered, right) in found.by_kind.items()}
        click.echo(json.dumps(asdict(found) | {"by_kind": by_kind}, indent=2))
        return
    if not found.answered:
        click.echo("Nothing answered yet. Take a quiz: datedeck quiz PATH")
        return
    click.echo(f"Answered   {found.answered}, {found.right} right ({found.right / found.answered:.0%})")
    for kind, (answered, right) in found.by_kind.items():
        click.echo(f"  {kind:<8} {answered}, {right} right ({right / answered:.0%})")
    click.echo(f"Facts      {found.facts} met, {found.learned} learned (remembered for three weeks or more)")
    click.echo(f"Due        {found.due_today} today, {found.due_week} within a week")
