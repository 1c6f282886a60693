"""What "the war", "the company", "the city" mean in a document that says what it is about.

Three things only are certain enough: the event that a title names ("The Velmian War": the war), the kind of thing
that the opening sentence gives its subject ("Velm is a city on the Rell": the city), and the only treaty, battle and
the like that the text just before has named.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from datedeck.extract.events.words import EVENT_NOUNS, KINDS, LEGAL_NOUNS
from datedeck.model import Document

_DIGIT = re.compile(r"\d")
_HEAD = re.compile(
    r"^(?:[Tt]he )?(?P<name>(?:[\w’'.–-]+ )*?(?P<noun>[A-Z]\w+)(?P<number> [IVX]+)?"
    r"(?: (?:of|in|for|at) (?:the )?[A-Z][\w’' -]*)?)$"
)
_DEFINED = r"{name}\b[^.\n]{{0,120}}?\b(?:is|was|are) (?:an?|the|one of the)\b (?P<kind>[^.,;\n]{{3,120}})"
# What may follow "the war" for it to be that war: "the war of 1702" and "the war chest" are other things.
_ANOTHER = r"(?=[’',.;:)]|$| (?:was|were|had|did|in|at|to|from|by|and|for|as|into|near|after|before|during) | \w+ed\b)"
_BARE = re.compile(rf"\b[Tt]he (?P<noun>[a-z]+)\b{_ANOTHER}")
_NAMED = EVENT_NOUNS | LEGAL_NOUNS.keys() | frozenset("mandate plan program programme operation report".split())
_PREFIX = re.compile(r"\s*\([^)]*\)$|^(?:(?:the )?history of )?(?:the )?", re.IGNORECASE)
_ALIKE = (
    ("company", "firm", "corporation", "manufacturer"),
    ("city", "town"),
    ("stadium", "ground"),
    ("ship", "vessel"),
    ("newspaper", "paper"),
)
_OPENING = 400  # code points of a text within which it says what its subject is
_WORD = re.compile(r"[a-z]+")


class Definite:
    """The full names that stand for "the" and a common noun, by block."""

    def __init__(self, document: Document) -> None:
        self._by_title: dict[str, Mapping[str, str]] = {}
        told = [block for block in document.blocks if block.role in ("paragraph", "list")]
        opening = "\n".join(block.span.of(document.text) for block in told[:3])[:_OPENING]
        self._document = dict(_event_of(document.title)) | dict(_kind_of(document.title, opening))

    def completed(self, words: str, section: str, before: str = "") -> str:
        """The statement with "the war" and its like written out; `before` is the text just before it."""
        if section not in self._by_title:
            self._by_title[section] = self._document | dict(_event_of(section))
        for noun, name in self._by_title[section].items():
            if name.lower() not in words.lower():
                words = re.sub(rf"\b[Tt]he {noun}\b{_ANOTHER}", _cased(name), words)
        for found in _BARE.finditer(words):
            name = _only_name(found["noun"], before) if found["noun"] in _NAMED else ""
            if name and name.lower() not in words.lower():
                return words[: found.start()] + _cased(f"the {name}")(found) + words[found.end() :]
        return words


def _only_name(noun: str, before: str) -> str:
    """The one name that ends or begins with the noun ("Velm Pact", "Battle of Velm"); nothing where there are two."""
    title = noun.capitalize()
    names = {
        re.sub(r"^(?:The|This|That|A|An|In|At|By|On) ", "", match.group())
        for match in re.finditer(
            rf"\b(?:[A-Z][\w’'–-]+ (?:of )?){{1,4}}{title}\b(?! of)"
            rf"|\b{title} (?:of|on|for) (?:the )?[A-Z][\w’'–-]*(?: [A-Z][\w’'–-]*)*",
            before,
        )
    }
    names = {name for name in names if name != title and not _DIGIT.search(name)}
    if len(names) != 1:
        return ""
    name = names.pop()
    another = re.search(rf"\b(?:an?|another|new|this|that) (?:[\w-]+ )?{noun}\b", before[before.rindex(name) :])
    return "" if another else name


def _cased(name: str) -> Callable[[re.Match[str]], str]:
    def write(match: re.Match[str]) -> str:
        return name[:1].upper() + name[1:] if match.group().startswith("T") else name

    return write


def _event_of(title: str) -> Iterator[tuple[str, str]]:
    """ "Velmian Civil War": the war is "the Velmian Civil War"; a title with a year would give the date away."""
    found = _HEAD.match(re.sub(r"\s*\([^)]*\)$", "", title.strip()))
    if not found or _DIGIT.search(title) or len(title.split()) < 2:
        return
    noun = found["noun"].lower()
    if noun in EVENT_NOUNS | LEGAL_NOUNS.keys():
        yield noun, found["name"] if found["number"] else f"the {found['name']}"


def _kind_of(title: str, opening: str) -> Iterator[tuple[str, str]]:
    """ "Velm is a city on the Rell": the city is Velm."""
    name = _PREFIX.sub("", title.strip())
    if not name or _DIGIT.search(name) or not name[0].isupper():
        return
    found = re.search(_DEFINED.format(name=re.escape(name)), opening)
    kinds = [word for word in _WORD.findall(found["kind"]) if word in KINDS] if found else []
    article = "the " if re.search(rf"\b[Tt]he {re.escape(name)}\b", opening) else ""
    for noun in next((group for group in _ALIKE if kinds[0] in group), kinds[:1]) if kinds else ():
        yield noun, f"{article}{name}"
