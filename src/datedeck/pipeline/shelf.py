"""What was found in documents, kept from one run to the next: a file a document in the user's cache folder.

Where the folder does not take a file, its bytes go into a temporary one, and if that fails they stay in memory: a cache
never makes a run fail.
"""

from __future__ import annotations

import contextlib
import hashlib
import tempfile
import zlib
from functools import cache
from importlib import metadata
from io import BytesIO
from pathlib import Path
from typing import IO

from datedeck import __version__
from datedeck.bank import sidecar_of, write_atomically
from datedeck.errors import DatedeckError
from datedeck.extract.events import derived_with

LARGEST = 256 * 1024 * 1024  # bytes of all files together
_NO_PART = frozenset(("cli", "export", "items", "screens", "study"))  # of the package, in what is found in a document
_BESIDE = ("spacy", "lemminflect")  # packages whose version decides what is found


@cache
def program() -> bytes:
    """Names what finds facts: versions, and a hash of the sources, so that a change to them is noticed at once."""
    root = Path(__file__).parent.parent
    sources = hashlib.sha256()
    for path in sorted(root.rglob("*.py")):
        if path.relative_to(root).parts[0] not in _NO_PART:
            sources.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    versions = [__version__, derived_with(), *(f"{name} {metadata.version(name)}" for name in _BESIDE)]
    return "\n".join([*versions, sources.hexdigest()]).encode()


def key_of(document: Path) -> str:
    """Names what was found in a document: by name, bytes and sidecar, and by the program; "" if it cannot be read."""
    sidecar = sidecar_of(document)
    try:
        parts = [document.name.encode("utf-8", "surrogateescape"), document.read_bytes()]
        parts += [sidecar.read_bytes()] if sidecar.exists() else []
    except (OSError, ValueError):  # the reader will say what is wrong
        return ""
    digest = hashlib.sha256(program())
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()[:40]


class Shelf:
    """Bytes, compressed by zlib, by key. Use it as a context, which deletes what is only of this run."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder / "documents" if folder else None
        self._spool: IO[bytes] | None = None
        self._spooled: dict[str, tuple[int, int]] = {}

    def __enter__(self) -> Shelf:
        return self

    def __exit__(self, *_: object) -> None:
        if self._spool:
            self._spool.close()
        self._prune()

    def get(self, key: str) -> bytes | None:
        """The bytes of a key, if they are there and whole."""
        if key in self._spooled and self._spool:
            start, length = self._spooled[key]
            self._spool.seek(start)
            return self._spool.read(length)
        if not self._folder or not key:
            return None
        try:
            data = self._file(key).read_bytes()
            zlib.decompress(data)
            self._file(key).touch()  # the longest unused are deleted first
        except (OSError, zlib.error):
            return None
        return data

    def put(self, key: str, data: bytes, *, lasting: bool) -> bool:
        """Keep bytes for this run and, if `lasting`, for later ones; whether later ones will find them."""
        if lasting and self._folder:
            with contextlib.suppress(OSError, DatedeckError):
                self._folder.mkdir(parents=True, exist_ok=True)
                write_atomically(self._file(key), data, durable=False)
                return True
        if self._spool is None:
            self._spool = temporary()
        start = self._spool.seek(0, 2)
        try:
            self._spool.write(data)
            self._spool.flush()
        except OSError:  # the disk is full
            self._spool, full = BytesIO(), self._spool
            full.seek(0)
            self._spool.write(full.read(start))
            full.close()
            self._spool.write(data)
        self._spooled[key] = start, len(data)
        return False

    def _file(self, key: str) -> Path:
        assert self._folder
        return self._folder / f"{key}.z"

    def _prune(self) -> None:
        """Delete the longest unused files where there are too many bytes."""
        if not self._folder:
            return
        with contextlib.suppress(OSError):
            files = [(file, file.stat()) for file in self._folder.iterdir() if file.is_file()]
            room = LARGEST
            for file, stat in sorted(files, key=lambda one: (one[1].st_mtime_ns, one[0].name), reverse=True):
                room -= stat.st_size
                if room < 0:
                    file.unlink(missing_ok=True)


def temporary(folder: Path | None = None) -> IO[bytes]:
    """A file without a name that is gone when the program ends, however it ends; in memory where no disk takes it."""
    try:
        return tempfile.TemporaryFile(dir=folder)
    except OSError:
        return BytesIO()
