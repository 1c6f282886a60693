"""Identities that never change: ids and guids are hashes of fixed keys, the same in every build."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable


def _digest(parts: Iterable[str]) -> bytes:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).digest()


def stable_id(*parts: str) -> int:
    """A positive id between 2**40 and 2**51 + 2**40: exact in JavaScript, never one of Anki's small built-in ids."""
    return (int.from_bytes(_digest(parts)[:8], "big") % (1 << 51)) + (1 << 40)


def row_id(*parts: str) -> int:
    """An id for a note or card row. Anki reads these as milliseconds since the epoch; these lie in 2001 to 2020."""
    return 1_000_000_000_000 + int.from_bytes(_digest(parts)[:8], "big") % 600_000_000_000


def guid(*parts: str) -> str:
    """A note's identity across collections: 16 letters and digits, 80 bits."""
    return base64.b32encode(_digest(("datedeck", *parts))[:10]).decode("ascii").lower()


def content_hash(*parts: object) -> str:
    """16 hex digits that change when the content does (its `repr`; give plain strings, numbers and tuples only)."""
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
