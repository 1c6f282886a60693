"""Where this program keeps its own files on a user's machine."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from datedeck.errors import DatedeckError, Problem

HISTORY_VARIABLE = "DATEDECK_HISTORY"


def history_file(environ: Mapping[str, str]) -> Path:
    """The learner's history: what `DATEDECK_HISTORY` names, else `history.db` in the user's data folder."""
    from platformdirs import user_data_path

    named = environ.get(HISTORY_VARIABLE)
    if not named:
        return user_data_path("datedeck") / "history.db"
    try:
        return Path(named).expanduser()
    except RuntimeError:
        hint = "name the file by its whole path, or unset the variable"
        raise DatedeckError(
            Problem("no-such-home", f"{HISTORY_VARIABLE} is {named!r}: nobody's folder", hint)
        ) from None


def cache_folder() -> Path:
    """The user's cache folder for compiled banks."""
    from platformdirs import user_cache_path

    return user_cache_path("datedeck")
