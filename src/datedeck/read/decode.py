"""Bytes of a file → its text: the encodings that teachers' files have, and clear problems for what is no text.

Nothing is normalised: line ends, spaces and accents stay as they are; only a byte-order mark goes.
"""

from __future__ import annotations

import codecs

from datedeck.errors import DatedeckError, Problem

LARGEST = 64 * 1024 * 1024  # bytes
_SAMPLE = 64 * 1024
_ALLOWED_CONTROLS = frozenset("\t\n\r\f\v\x1c\x1d\x1e\x1f\x85")
_SAVE_AS_TEXT = "open it in the program that made it and save it as plain text (UTF-8)"


def decode(data: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16 with or without BOM, else Windows-1252.

    Raises DatedeckError: `empty-document`, `too-large`, `binary-file`, `cut-off`.
    """
    if len(data) > LARGEST:
        raise _error(
            "too-large",
            f"has {len(data) // (1024 * 1024)} MiB, the largest read is {LARGEST // (1024 * 1024)}",
            "split it into its chapters",
        )
    text = _text(data)
    if _controls(text[:_SAMPLE]) > 0.02:
        raise _error("binary-file", "is not a text file", _SAVE_AS_TEXT)
    if not text.strip():
        raise _error("empty-document", "has no text in it", "give a file with text")
    return text


def _text(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise _error("binary-file", "is UTF-32, which is not read", "save it as UTF-8")
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
    encoding = _utf_16(data)
    if encoding:
        return _decoded_utf_16(data, encoding)
    if b"\0" in data[:_SAMPLE]:
        raise _error("binary-file", "is not a text file", _SAVE_AS_TEXT)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _utf_16(data: bytes) -> str:
    """The byte order of UTF-16, by its mark or by where the zero bytes of Latin letters stand; empty for none."""
    if data.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    if data.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be"
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    pairs = len(sample) // 2
    if pairs >= 2 and max(even, odd) > 0.6 * pairs and min(even, odd) <= 0.02 * pairs:
        return "utf-16-le" if odd > even else "utf-16-be"
    return ""


def _decoded_utf_16(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise _error(
            "cut-off",
            f"is UTF-16 that breaks off or is damaged at byte {error.start}",
            "copy the file again from where it came, or save it as UTF-8",
        ) from error


def _controls(text: str) -> float:
    bad = sum(1 for c in text if (c < " " or "\x7f" <= c <= "\x9f" or c == "\ufffd") and c not in _ALLOWED_CONTROLS)
    return bad / max(1, len(text))


def _error(code: str, message: str, hint: str) -> DatedeckError:
    return DatedeckError(Problem(code, message, hint))
