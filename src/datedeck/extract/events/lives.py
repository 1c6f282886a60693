"""Births, deaths and reigns that stand in brackets after a name: "Ilna Orre (14 May 1601, Velm – 1650)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from datedeck.dates import Edtf
from datedeck.extract.events.people import is_name_of_person
from datedeck.extract.events.words import RULERS
from datedeck.model import DatedMention, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LIFETIME = range(16, 108)  # years between the two dates of a life; shorter spans are terms of office
_DAYS_A_YEAR = 365.25
_ABOUT = r"(?:(?:c|ca|circa|about)\.?\s*)?"
_PLACE = r"(?:,?\s+(?:in\s+|at\s+)?(?P<place>[^\W\d_a-z][^()\d;–—]{1,40}?))?"
_BIRTH = re.compile(rf"(?:^\s*|;\s*)(?:b\.|born)\s*(?:on\s+|in\s+)?{_ABOUT}$")
_DEATH = re.compile(rf"(?:^|[;,]\s*|\s)(?:d\.|died|†)\s*(?:on\s+|in\s+)?{_ABOUT}$")
_REIGN = re.compile(r"^(?:r\.|ruled|reigned|reign)\s*(?:from\s+)?$")
_START = re.compile(rf"(?:^\s*|;\s*){_ABOUT}$")
_BETWEEN = re.compile(rf"^{_PLACE}\s*(?:[-–—]|to|;|,)\s*(?:d\.|died)?\s*{_ABOUT}$")
_AFTER = re.compile(rf"^{_PLACE}$")
_DASH = re.compile(r"\s*(?:[-–—]|\bto\b)\s*")
_NUMERAL = re.compile(r"[IVX]+")
_SEEN = 160  # code points of a bracket looked at


@dataclass(frozen=True, slots=True)
class Life:
    """One end of a life, or a reign: the statement, its question and the part of the mention that dates it."""

    event: str
    question: str
    mention: DatedMention
    signals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Bracket:
    """A bracket after a name: where its content stands in the text, and who it is about."""

    content: str
    start: int
    name: str
    person: bool
    ruler: bool


def lives(doc: Doc, mentions: dict[int, DatedMention]) -> Iterator[Life]:
    """The lives told in the brackets of a parsed passage; `mentions` by where they start in its text."""
    for opening in doc:
        if opening.text != "(" or opening.i == 0:
            continue
        bracket = _bracket(opening)
        inside = [(at - bracket.start, mention) for at, mention in sorted(mentions.items())] if bracket else []
        inside = [(at, mention) for at, mention in inside if bracket and 0 <= at < len(bracket.content)]
        if bracket and inside:
            yield from _told(bracket, inside)


def _bracket(opening: Token) -> _Bracket | None:
    doc, start = opening.doc, opening.idx + 1
    content = doc.text[start : start + _SEEN].split(")")[0]
    words = _name_before(opening)
    if not words or "(" in content or len(content) == _SEEN:
        return None
    name = doc[words[0].i : words[-1].i + 1].text
    titled = any(word.lower_ in RULERS or _NUMERAL.fullmatch(word.text) for word in words)
    return _Bracket(content, start, name, any(is_name_of_person(word) for word in words), titled)


def _name_before(opening: Token) -> list[Token]:
    words: list[Token] = []
    at = opening.i - 1
    while at >= 0 and (_is_name(opening.doc[at]) or (words and opening.doc[at].ent_type_ == "PERSON")):
        words.insert(0, opening.doc[at])
        at -= 1
    while words and at >= 0 and opening.doc[at].is_title and opening.doc[at].is_alpha and not opening.doc[at].is_stop:
        words.insert(0, opening.doc[at])  # a first name taken for something else
        at -= 1
    while words and (not words[0].text[:1].isupper() or _NUMERAL.fullmatch(words[0].text)):
        words.pop(0)
    return words


def _is_name(word: Token) -> bool:
    return bool((word.pos_ == "PROPN" and word.text[:1].isupper()) or _NUMERAL.fullmatch(word.text))


def _told(bracket: _Bracket, inside: list[tuple[int, DatedMention]]) -> Iterator[Life]:
    at, mention = inside[0]
    before, after = bracket.content[:at], bracket.content[at + len(mention.text) :]
    if _REIGN.match(before):
        yield Life(f"{bracket.name} reigned", f"did {bracket.name} reign", mention)
    elif _BIRTH.search(before):
        yield _born(bracket, mention, after.split(";")[0])
        for place, dead in inside[1:2]:
            if _DEATH.search(bracket.content[:place]):
                yield _died(bracket, dead, bracket.content[place + len(dead.text) :])
    elif _DEATH.search(before):
        yield _died(bracket, mention, after)
    elif _START.search(before):
        yield from _span(bracket, inside)


def _span(bracket: _Bracket, inside: list[tuple[int, DatedMention]]) -> Iterator[Life]:
    """ "(1601–1650)", one mention or two: a lifetime, if it is about as long as one."""
    if len(inside) == 1:
        ends = _halves(inside[0][1])
        between, after = "", ""
    else:
        (first, birth), (second, death) = inside[:2]
        ends = (birth, death)
        between = bracket.content[first + len(birth.text) : second]
        after = bracket.content[second + len(death.text) :]
    if not ends or not _BETWEEN.match(between or "-"):
        return
    years = (ends[1].value.earliest.ordinal - ends[0].value.earliest.ordinal) / _DAYS_A_YEAR
    if int(years) in _LIFETIME:
        unsure: tuple[str, ...] = ("life or reign",) if bracket.ruler and ends[0].value.precision == "year" else ()
        unsure += () if bracket.person else ("life of a person",)
        found = _BETWEEN.match(between)
        yield replace(_born(bracket, ends[0], found["place"] or "" if found else ""), signals=unsure)
        yield replace(_died(bracket, ends[1], after), signals=unsure)


def _halves(mention: DatedMention) -> tuple[DatedMention, DatedMention] | None:
    """A range as the two mentions of its ends."""
    start, _, end = str(mention.value).partition("/")
    dash = _DASH.search(mention.text, 1)
    if not end or ".." in (start, end) or not dash:
        return None
    at, words = mention.span.start, mention.text
    halves = (Span(at, at + dash.start()), Span(at + dash.end(), mention.span.end))
    one, other = (
        replace(mention, span=span, text=words[span.start - at : span.end - at], value=Edtf.parse(date))
        for span, date in zip(halves, (start, end), strict=True)
    )
    return one, other


def _born(bracket: _Bracket, mention: DatedMention, after: str) -> Life:
    place = _placed(after)
    return Life(f"{bracket.name} was born{place}", f"was {bracket.name} born{place}", mention)


def _died(bracket: _Bracket, mention: DatedMention, after: str) -> Life:
    place = _placed(after)
    return Life(f"{bracket.name} died{place}", f"did {bracket.name} die{place}", mention)


def _placed(after: str) -> str:
    found = _AFTER.match(after if after[:1] in (",", " ") else f", {after}" if after else "")
    place = (found["place"] or "").strip() if found else ""
    return f" in {place}" if place else ""
