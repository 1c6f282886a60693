"""A run that would only repeat the last one is known by a stamp: of what went in, and of the file that came out.

Deriving the same again changes nothing in a bank, and writes the same lines into a .jsonl; so nothing need be done.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from datedeck.pipeline.shelf import Shelf


def stamp(output: Path, documents: Sequence[tuple[str, str]], strictness: float) -> str:
    """Names documents (their paths and keys), the strictness and the bytes of the output; "" where there is none."""
    try:
        with output.open("rb") as file:
            written = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
    said = json.dumps([str(output.resolve()), written, documents, strictness])
    return hashlib.sha256(said.encode()).hexdigest()[:40]


def noted(shelf: Shelf, key: str) -> dict[str, int] | None:
    """The counts that were noted for this stamp."""
    data = shelf.get(key)
    return {name: int(count) for name, count in json.loads(zlib.decompress(data)).items()} if data else None


def note(shelf: Shelf, key: str, counts: Mapping[str, int]) -> None:
    """Keep the counts that the same run again would give."""
    if key:
        shelf.put(key, zlib.compress(json.dumps(counts).encode()), lasting=True)
