"""Files → documents: decoding, blocks by format, and where each block stands."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from datedeck.errors import DatedeckError, Location, Problem
from datedeck.model import Block, Document, Locator, Metadata
from datedeck.model.likeness import likeness
from datedeck.read.apparatus import with_apparatus
from datedeck.read.decode import LARGEST, decode
from datedeck.read.drafts import Draft
from datedeck.read.markdown import markdown_drafts
from datedeck.read.plain import plain_drafts

READERS: Mapping[str, Callable[[str], list[Draft]]] = {
    ".txt": plain_drafts,
    ".text": plain_drafts,
    ".md": markdown_drafts,
    ".markdown": markdown_drafts,
}
_SAME_TITLE = 0.5  # how alike a first line and a given title must be to be the same


def read_document(path: Path, metadata: Metadata | None = None) -> Document:
    """A file as a document. Its `id` is the slug of the file's stem; its title the given one, else its own first line.

    Raises DatedeckError placed at the file: `unknown-format`, `missing-file`, `not-a-file`, `unreadable-file`,
    `empty-document`, `binary-file`, `too-large`, `cut-off`.
    """
    reader = READERS.get(path.suffix.lower())
    if path.is_dir():
        _fail(path, "not-a-file", "is a folder", "name the documents in it, for example with *.txt")
    if reader is None:
        _fail(
            path,
            "unknown-format",
            f"has the suffix {path.suffix!r}, which no reader knows" if path.suffix else "has no suffix",
            f"known are {', '.join(READERS)}; save it as one of these",
        )
    data = _bytes(path)
    try:
        text = decode(data)
    except DatedeckError as error:
        raise error.at(Location(str(path))) from error
    given = metadata or Metadata()
    drafts = with_apparatus(_title_checked(reader(text), given.title))
    title = given.title or next((" ".join(block.text.split()) for block in drafts if block.role == "title"), "")
    return Document(
        slug(path.stem),
        str(path),
        text,
        _located(drafts, title),
        replace(given, title=title),
        hashlib.sha256(data).hexdigest(),
    )


def slug(name: str) -> str:
    """A name as an id: small letters, digits and hyphens; never empty."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    return re.sub(r"[^\w]+|_+", "-", plain).strip("-") or "document"


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            _fail(path, "too-large", f"is larger than {LARGEST // (1024 * 1024)} MiB", "split it into its chapters")
        return path.read_bytes()
    except FileNotFoundError:
        _fail(path, "missing-file", "there is no such file", "check the name and the folder")
    except ValueError:  # a zero byte, or a half of a surrogate pair
        _fail(path, "missing-file", "no file can have this name", "check the name: it has a character no name can hold")
    except OSError as error:
        _fail(
            path,
            "unreadable-file",
            f"cannot be read: {(error.strerror or str(error)).lower()}",
            "check that you may read it, and that it is a file",
        )


def _fail(path: Path, code: str, message: str, hint: str) -> NoReturn:
    raise DatedeckError(Problem(code, message, hint, Location(str(path))))


def _title_checked(drafts: list[Draft], given: str) -> list[Draft]:
    """Where the user names a title, a first line that says something else is a heading."""
    return [
        block.to("heading") if block.role == "title" and given and likeness(block.text, given) < _SAME_TITLE else block
        for block in drafts
    ]


def _located(drafts: Sequence[Draft], title: str) -> tuple[Block, ...]:
    """Give each block its section, and the number of its paragraph as a reader counts them: the body's only."""
    section, paragraph, done = "", 0, []
    for block in drafts:
        if block.role == "heading":
            words = " ".join(block.text.split())
            section = "" if words == title else words
        paragraph += block.role in ("paragraph", "quote")
        counts = block.role in ("paragraph", "quote", "list", "table")
        done.append(Block(block.span, block.role, Locator(0, section, paragraph if counts else 0)))
    return tuple(done)
