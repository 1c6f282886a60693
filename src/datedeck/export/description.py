"""The description that Anki shows under a deck's name: what it is, which version, from what, how to update."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from datedeck.export.citing import metadata_of
from datedeck.export.markup import folded, link, markdown
from datedeck.export.note import Note
from datedeck.export.package import Package


def description(package: Package, notes: Sequence[Note]) -> str:
    """Markdown. The version is the day (UTC) on which a note last changed, so that it does not depend on the build."""
    facts = sum(note.kind == "dated" and not note.retired for note in notes)
    sets = sum(note.kind == "match" and not note.retired for note in notes)
    version = datetime.fromtimestamp(max((note.mod for note in notes), default=0), UTC).date().isoformat()
    counts = _counted(facts, "dated fact") + (f", {_counted(sets, 'matching set')}" if sets else "")
    parts = [
        f"**{markdown(package.title)}**",
        markdown(package.description),
        f"Version {version}: {counts}.",
        "Every answer shows the words of its source.",
    ]
    if sources := _sources(package):
        parts.append("Sources:\n\n" + "\n".join(f"- {source}" for source in sources))
    parts.append(
        "To update, import the newer file: your scheduling is kept. Notes tagged `datedeck::retired` have "
        "left the deck; suspend or delete them as you like. Made with datedeck."
    )
    return "\n\n".join(part for part in parts if part)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _sources(package: Package) -> list[str]:
    lines = set()
    facts = [fact for item in package.sets for fact in item.facts] + [*package.facts]
    for known in metadata_of(facts, package.sources):
        line = ", ".join(markdown(text) for text in (known.title, known.author, known.container, known.date) if text)
        plain = link(known.url) and not set("<> ") & set(folded(known.url))
        lines.add(f"{line}, <{folded(known.url)}>" if plain else line)
    return sorted(lines)
