"""Question sets as files for other programs. EXPORTERS: suffix -> function."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from datedeck.errors import DatedeckError, Problem
from datedeck.export.apkg import export_apkg
from datedeck.export.dated import MOST_WRONG
from datedeck.export.lock import Changes, Lock, Stamp, dump, parse
from datedeck.export.note import Note, Row
from datedeck.export.package import Exported, Exporter, Package

EXPORTERS: Mapping[str, Exporter] = {".apkg": export_apkg}

__all__ = [
    "EXPORTERS",
    "MOST_WRONG",
    "Changes",
    "Exported",
    "Exporter",
    "Lock",
    "Note",
    "Package",
    "Row",
    "Stamp",
    "dump",
    "exporter_for",
    "parse",
]


def exporter_for(output: Path) -> Exporter:
    """Find the exporter that a file's suffix names; `DatedeckError` (code `unknown-format`) names the known ones."""
    exporter = EXPORTERS.get(output.suffix.lower())
    if exporter is None:
        known = ", ".join(sorted(EXPORTERS))
        raise DatedeckError(
            Problem(
                "unknown-format",
                f"cannot export to {output.name!r}: unknown format",
                f"end the file's name in one of: {known}",
            )
        )
    return exporter
