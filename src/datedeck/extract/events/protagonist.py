"""Whom a biography or a section about one person calls "he" or "she"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from datedeck.extract.events.words import PARTICLES
from datedeck.model import Document

_PRONOUN = re.compile(r"\b(he|his|him|she|her|hers)\b", re.IGNORECASE)
_END = re.compile(r"[(,:;–—\d]|\s-\s")
_LIFE = re.compile(
    r"^(?:the )?(?:(?:early |later )?life|biography|story|reign|rule|presidency|life and \w+) of\s+"
    r"|['’]s? (?:(?:early |later )?life|reign|rule|presidency|career|youth)$",
    re.IGNORECASE,
)
_PARTICLE = "|".join(sorted(PARTICLES))
_NAME = re.compile(rf"[^\W\d_a-z][\w.’'-]*(?: (?:(?:{_PARTICLE}|of|the) )*[^\W\d_a-z][\w.’'-]*){{0,4}}$")
_OPENING = 500  # code points at the beginning of a life within which it says who it is about
_MANY = 20  # pronouns of one gender that make a title's name a person's, though the recogniser sees none
_PRONOUNS, _EVERY, _SHARE = 6, 400, 0.8  # so many pronouns, one in so many characters, so large a share of one gender


@dataclass(frozen=True, slots=True)
class Protagonist:
    """A person by name, and "he" or "she"."""

    name: str
    pronoun: str


def protagonists(document: Document, people: Container[str]) -> dict[int, Protagonist | None]:
    """By block: the person, one of the names in `people`, that the document, or the block's section, is about."""
    found: dict[int, Protagonist | None] = {}
    for title, blocks in _scopes(document):
        text = "\n".join(document.blocks[index].span.of(document.text) for index in blocks)
        person = _protagonist(title, text, people)
        if person or _NAME.fullmatch(_END.split(title)[0].strip()):
            found.update(dict.fromkeys(blocks, person))  # a section under another name is not about the document's
    return found


def _scopes(document: Document) -> Iterator[tuple[str, list[int]]]:
    """Titles and headings with the blocks under them, the whole document first."""
    told = [index for index, block in enumerate(document.blocks) if block.role in ("paragraph", "list")]
    yield document.title, told
    sections: dict[str, list[int]] = {}
    for index in told:
        sections.setdefault(document.blocks[index].locator.section, []).append(index)
    yield from ((title, blocks) for title, blocks in sections.items() if title)


def _protagonist(title: str, text: str, people: Container[str]) -> Protagonist | None:
    name = _LIFE.sub("", _END.split(title)[0].strip())
    words = name.split()
    if not _NAME.fullmatch(name) or words[-1] not in text[:_OPENING]:
        return None
    pronouns = [word.lower() for word in _PRONOUN.findall(text)]
    women = sum(word.startswith(("s", "her")) for word in pronouns)
    share = max(women, len(pronouns) - women)
    least = max(_PRONOUNS if words[-1] in people else _MANY, len(text) / _EVERY)
    if share < least or share < _SHARE * len(pronouns) or (words[-1] not in people and len(words) < 2):
        return None
    return Protagonist(name, "she" if women == share else "he")
