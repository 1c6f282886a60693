"""What is measured is printed, and kept for docs/benchmarks.md."""

from __future__ import annotations

import os
import platform
import re
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs/benchmarks.md"
_LONG = re.compile(r"(?s)## Large corpora\n.*?(?=\n## |$(?![\r\n]))")
_READ = re.compile(r"(?s)## Facts, read by examiners\n.*?(?=\n## |$(?![\r\n]))")  # people's work: kept as it stands
_HEAD = """\
# Benchmarks

This page is made by `make bench`, on {date}.
{machine}
Targets stand in brackets. Ratios are of one run on one machine; seconds alone say little.
"""
_NOT_YET = "## Large corpora\n\nNot measured yet: `make bench BENCH=--long` takes half an hour.\n"
_lines: dict[str, list[str]] = {}


def say(section: str, line: str) -> None:
    """Print a line of a section, and keep it for the page."""
    print(line, flush=True)
    _lines.setdefault(section, []).append(line)


def machine() -> str:
    """The machine and the versions, as sentences."""
    cpu = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.*)", cpu.read_text()) if cpu.exists() else None
    model = found[1] if found else platform.processor() or platform.machine()
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in ("datedeck", "spacy", "PyYAML", "click"))
    python = f"Python {platform.python_version()}"
    return f"Machine: {model}, {os.cpu_count()} cores, {platform.system()}; {python}, {versions}.\n"


def write() -> None:
    """Write the page; large corpora that were not measured now keep the figures of the last time, with its date."""
    today = datetime.now(UTC).date().isoformat()
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    before, read = _LONG.search(page), _READ.search(page)
    long = _lines.pop("Large corpora", None)
    parts = [_HEAD.format(date=today, machine=machine())]
    parts += [_section(f"## {name}", lines) for name, lines in _lines.items()]
    if long:
        made = f"Measured on {today} by `make bench BENCH=--long`."
        parts.append(_section(f"## Large corpora\n\n{made}", long))
    else:
        parts.append(before[0] if before else _NOT_YET)
    parts += [read[0]] if read else []
    PAGE.write_text("\n".join(parts), encoding="utf-8")


def _section(head: str, lines: list[str]) -> str:
    return "\n".join([head, "", "```", *lines, "```", ""])
