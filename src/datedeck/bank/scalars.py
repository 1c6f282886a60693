"""Text → YAML scalars that load as the same text, and that neither another YAML reader nor a teacher misreads."""

from __future__ import annotations

import re
import textwrap

WIDTH = 100  # columns, where a line can be broken
_WORDS_OF_YAML = frozenset("y n yes no on off true false null".split())
_DATE = re.compile(r"-?[0-9][0-9X~?%/.-]*|\.\.[0-9X~?%/-]+")
_HEX = re.compile(r"(?!0b)[0-9a-f]*[a-df][0-9a-f]*")  # never a number in any YAML
_PATH = re.compile(r"(?:\.\./)+[^\W\d_][\w./-]*")
_ITEM = re.compile(r"[^\W\d_][\w-]*")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def _is_plain(text: str) -> bool:
    if not text[:1].isalpha() or not text.isprintable() or text != text.strip() or text.lower() in _WORDS_OF_YAML:
        return False
    return ": " not in text and " #" not in text and not text.endswith(":")


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    code = ord(char)
    if char.isprintable():
        return char
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def one_line(text: str) -> str:
    """A scalar on one line: plain where it is safe, otherwise in quotes."""
    if _is_plain(text) or _HEX.fullmatch(text) or _PATH.fullmatch(text):
        return text
    if text.isprintable() and ('"' in text or "\\" in text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, text)) + '"'


def date(text: str) -> str:
    """An EDTF date or a number, plain as teachers write them, for this package reads every scalar as text."""
    return text if _DATE.fullmatch(text) else one_line(text)


def flow_list(items: tuple[str, ...]) -> str:
    """A list of short words on one line; empty when one of them is more than a word."""
    plain = all(_ITEM.fullmatch(item) and item.lower() not in _WORDS_OF_YAML for item in items)
    return f"[{', '.join(items)}]" if plain else ""


def scalar_lines(prefix: str, text: str, indent: int) -> list[str]:
    """`prefix` with the scalar behind it, or below it at `indent` spaces where it is long or has several lines."""
    pad = " " * indent
    line = prefix + one_line(text)
    if "\n" in text and _is_literal(text):
        return [prefix + "|-", *(pad + part if part else "" for part in text.split("\n"))]
    if len(line) <= WIDTH or not text.isprintable() or text != " ".join(text.split()) or " " not in text:
        return [line]
    folded = textwrap.wrap(text, max(WIDTH - indent, 40), break_long_words=False, break_on_hyphens=False)
    return [prefix + ">-", *(pad + part for part in folded)]


def _is_literal(text: str) -> bool:
    lines = text.split("\n")
    return bool(lines[0] and lines[-1]) and all(line.isprintable() and line == line.strip() for line in lines)
