"""The history's database: its tables, their version, and what can be wrong with the file, told with its cure."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from datedeck.errors import DatedeckError, Location, Problem

VERSION = 1
_WAIT_SECONDS = 5.0
_TRIES = 100
_TABLES = """
CREATE TABLE cards (
  fact TEXT PRIMARY KEY, state INTEGER NOT NULL, step INTEGER, stability REAL, difficulty REAL,
  due TEXT NOT NULL, last_review TEXT NOT NULL, reviews INTEGER NOT NULL, lapses INTEGER NOT NULL
) STRICT;
CREATE TABLE reviews (
  id INTEGER PRIMARY KEY, item TEXT NOT NULL, fact TEXT NOT NULL, kind TEXT NOT NULL, given TEXT NOT NULL,
  correct INTEGER NOT NULL, rating INTEGER, reviewed_at TEXT NOT NULL, stability REAL, difficulty REAL, due TEXT
) STRICT;
CREATE INDEX reviews_by_fact ON reviews (fact);
"""


def connect(path: Path) -> sqlite3.Connection:
    """Open the database, made when it is not there; errors as in `explained`, `history-newer` besides."""
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)
        try:
            _share(connection)
            connection.execute("PRAGMA synchronous = FULL")
            _migrate(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _share(connection: sqlite3.Connection) -> None:
    """Let readers and a writer work at once. SQLite does not wait for this lock as it does for others, so we do.

    Where the file system cannot share memory (network drives), SQLite stays with its rollback journal.
    """
    for left in reversed(range(_TRIES)):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if not left or "locked" not in str(error):
                raise
            time.sleep(_WAIT_SECONDS / _TRIES)
        else:
            return


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """All or nothing, and on disk when it is left: waits for another writer at most five seconds."""
    with explained(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's and the system's errors into problems: `history-locked`, `-unwritable`, `-damaged`."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise DatedeckError(_operational(path, str(error))) from error
    except sqlite3.DatabaseError as error:
        raise DatedeckError(
            Problem(
                "history-damaged",
                f"the history of answers cannot be read ({error})",
                "move the file away, or bring back a copy of it; without the file a new history is begun",
                Location(str(path)),
            )
        ) from error
    except OSError as error:
        raise DatedeckError(_unwritable(path, (error.strerror or str(error)).lower())) from error


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    [version] = connection.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise DatedeckError(
            Problem(
                "history-newer",
                "the history of answers was written by a newer datedeck",
                "update datedeck, or name another file in DATEDECK_HISTORY",
                Location(str(path)),
            )
        )
    if version < VERSION:
        with transaction(connection, path):
            # Another quiz may have made the tables while this one waited.
            if connection.execute("PRAGMA user_version").fetchone() == (0,):
                for statement in _TABLES.split(";"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {VERSION}")


def _operational(path: Path, message: str) -> Problem:
    if "locked" in message or "busy" in message:
        return Problem(
            "history-locked",
            "another program keeps the history of answers locked",
            "end the other quiz or database viewer and try again",
            Location(str(path)),
        )
    return _unwritable(path, message)


def _unwritable(path: Path, message: str) -> Problem:
    return Problem(
        "history-unwritable",
        f"the history of answers cannot be written ({message})",
        "make the file and its folder writable and the disk not full, name another file in "
        "DATEDECK_HISTORY, or give --no-history",
        Location(str(path)),
    )
