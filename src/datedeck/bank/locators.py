"""`treaty-of-x, page 3, The second part, paragraph 7`: a source and the place in it, on one line and back."""

from __future__ import annotations

import json
import re
from contextlib import suppress

from datedeck.model import Citation, Locator

_PAGE = re.compile(r"page ([1-9][0-9]{0,8})(?:, |$)")
_PARAGRAPH = re.compile(r"(?:^|, )paragraph ([1-9][0-9]{0,8})$")


def parse_locator(text: str) -> Locator:
    """Read "page 3, SECTION, paragraph 7", each part optional; a section in double quotes is taken literally."""
    page = _PAGE.match(text)
    rest = text[page.end() :] if page else text
    paragraph = _PARAGRAPH.search(rest)
    section = rest[: paragraph.start()] if paragraph else rest
    if len(section) > 1 and section[0] == section[-1] == '"':
        with suppress(ValueError):  # a title may have quotation marks of its own
            section = str(json.loads(section))
    return Locator(int(page[1]) if page else 0, section, int(paragraph[1]) if paragraph else 0)


def locator_text(locator: Locator) -> str:
    """What `parse_locator` reads back as the same locator."""
    plain = str(locator)
    if parse_locator(plain) == locator:
        return plain
    quoted = Locator(locator.page, json.dumps(locator.section, ensure_ascii=False), locator.paragraph)
    return str(quoted)


def source_text(citation: Citation) -> str:
    """Source id and place in one line."""
    where = locator_text(citation.locator)
    return f"{citation.source}, {where}" if where else citation.source


def parse_source(text: str) -> tuple[str, Locator]:
    """Source id (up to the first comma) and place."""
    source, _, where = text.partition(",")
    return source.strip(), parse_locator(where.strip())
