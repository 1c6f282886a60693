"""Text made safe for Anki: nothing a document says acts as HTML, template, cloze deletion, sound or subdeck."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import replace
from urllib.parse import quote as percent_encoded
from urllib.parse import urlsplit

from datedeck.model import Citation, Quote

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")  # 0x1f parts the fields of a note
_ACTIVE = {ord(char): f"&#{ord(char)};" for char in "{}[]"}  # {{cloze}} and [sound:…] are markup to Anki
_MARKDOWN = re.compile(r"([\\`*_\[\]#|~])")


def folded(text: str) -> str:
    """The text on one line: runs of white space and control characters are one space."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def escaped(text: str) -> str:
    """Folded text as HTML that shows exactly that text."""
    return _entities(folded(text))


def _entities(text: str) -> str:
    return html.escape(text).translate(_ACTIVE)


def cloze(number: int, text: str) -> str:
    """A cloze deletion that hides `text`; a double colon in it would start a hint."""
    return f"{{{{c{number}::{escaped(text).replace(':', '&#58;')}}}}}"


def marked(citation: Citation) -> str:
    """The quote as HTML with the words that carry the date in `<mark>` (its n-th occurrence, as the citation says)."""
    quote = Quote(folded(citation.quote.exact))
    before, mention, after = replace(citation, quote=quote, mention=folded(citation.mention)).parted
    return f"{_entities(before)}<mark>{_entities(mention)}</mark>{_entities(after)}" if mention else _entities(before)


def link(url: str) -> str:
    """An anchor that shows the host, or nothing when the text is no web address (never a script)."""
    address = folded(url)
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    target = html.escape(percent_encoded(address, safe="%/:?=&;@!$()*+,~#-._"))
    return f'<a href="{target}">{_entities(host)}</a>'


def tag(*parts: str) -> str:
    """A hierarchical tag without what Anki would not keep (spaces, quotes, stray colons); "" when nothing is left."""
    names = [
        re.sub(r"\s+", "_", folded(name).replace('"', "'")).strip(":").replace(":", "-")
        for part in parts
        for name in part.split("::")
    ]
    return unicodedata.normalize("NFC", "::".join(name for name in names if name))


def deck_name(title: str) -> str:
    """A title as the name of one deck: a double colon would make a subdeck of it."""
    return unicodedata.normalize("NFC", re.sub(r":{2,}", ":", folded(title).replace('"', "'"))).strip(":")


def markdown(text: str) -> str:
    """Folded text that Markdown shows as it is."""
    return _MARKDOWN.sub(r"\\\1", html.escape(folded(text), quote=False))
