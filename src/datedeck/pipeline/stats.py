"""What a learner's history holds."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from datedeck.study.history import History, Stats


def stats(path: Path, now: datetime) -> Stats:
    """Count answers and due cards; a history not yet begun counts nothing, and is not begun by asking."""
    if not path.exists():
        return Stats(0, 0, {}, 0, 0, 0, 0)
    with History.open(path) as history:
        return history.stats(now)
