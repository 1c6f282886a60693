"""Prints the help of every command for docs/cli.md (run by cog)."""

from __future__ import annotations

import click

from datedeck.cli import COMMANDS, cli


def pages() -> str:
    """All commands' `--help`, as Markdown."""
    context = click.Context(cli, info_name="datedeck", terminal_width=100, **cli.context_settings)
    parts = [_page("datedeck", cli.get_help(context))]
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        inner = click.Context(command, info_name=name, parent=context, max_content_width=100, terminal_width=100)
        parts.append(_page(f"datedeck {name}", command.get_help(inner)))
    return "\n".join(parts)


def _page(title: str, text: str) -> str:
    return f"## {title}\n\n```\n{text}\n```\n"
