"""Files as bytes and text: every way that reading one can fail said with its cure, and writing that cannot tear."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from datedeck.errors import DatedeckError, Location, Problem

LIMIT = 256 * 1024 * 1024  # bytes; the bank of 50 MB of documents has 90 million


def _fail(path: Path, code: str, message: str, hint: str, line: int = 0) -> DatedeckError:
    return DatedeckError(Problem(code, message, hint, Location(str(path), line)))


def read_bytes(path: Path) -> bytes:
    """A text file's bytes; `DatedeckError` when it is missing, a folder, not allowed, empty, too large or binary."""
    try:
        if path.is_dir():
            raise _fail(path, "is-directory", "this is a folder", "name a file inside it")
        if path.stat().st_size > LIMIT:
            raise _fail(path, "too-large", f"the file is over {LIMIT >> 20} MiB", "split it into several files")
        data = path.read_bytes()
    except FileNotFoundError:
        raise _fail(path, "missing-file", "there is no such file", "check the name and the folder") from None
    except OSError as error:
        raise _fail(
            path,
            "unreadable",
            f"the file cannot be read: {(error.strerror or str(error)).lower()}",
            "check that you may read it",
        ) from None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _fail(path, "not-utf8", "the file is encoded as UTF-16", "save it as UTF-8")
    if b"\0" in data:
        raise _fail(path, "binary-file", "this is not a text file", "name a YAML file written in UTF-8")
    if not data.strip():
        raise _fail(path, "empty-file", "the file is empty", "name a bank or a deck, or derive a bank into a new file")
    return data


def as_text(data: bytes, path: Path) -> str:
    """The text exactly as it stands, line ends and byte-order mark included; `DatedeckError` when it is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _fail(
            path, "not-utf8", f"byte {data[error.start]:#04x} is not UTF-8", "save the file as UTF-8", line
        ) from None


def read_text(path: Path) -> str:
    """The whole text of a file, nothing translated, so that it can be written back byte for byte."""
    return as_text(read_bytes(path), path)


def write_atomically(path: Path, content: str | bytes | Iterable[str], *, durable: bool = True) -> None:
    """Replace a file's content all at once; its mode stays, and a write that fails leaves the old file.

    Content that comes in pieces is written as it comes. What need not outlive a power cut is not `durable`.
    `DatedeckError` (`cannot-write`) when the folder is missing or may not be written, or the disk is full.
    """
    target = path.resolve()  # a link stays a link
    pieces = [content] if isinstance(content, str | bytes) else content
    try:
        _replace(target, pieces, durable=durable)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        hint = "check that the folder exists and may be written, and that the disk is not full; nothing was changed"
        raise _fail(path, "cannot-write", why, hint) from None


def _replace(path: Path, pieces: Iterable[str | bytes], *, durable: bool) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(piece.encode("utf-8") if isinstance(piece, str) else piece for piece in pieces)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
