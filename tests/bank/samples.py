"""An invented bank, its document, and short ways to make facts."""

from dataclasses import replace
from hashlib import sha256
from typing import Any

from datedeck.bank import parse_bank
from datedeck.dates import Edtf
from datedeck.model import Bank, Block, Citation, Claim, Document, Fact, Locator, Metadata, Quote, Source, Span

PARAGRAPHS = (
    "The Lantern War",
    "On March 3, 1702, the Morvanians  captured Tolben,\nand on May 9, Karsk. Peace was signed in 1704.",
    "The town of Karsk was rebuilt by 1710. Peace was signed in 1704.",
)
TEXT = "\n\n".join(PARAGRAPHS) + "\n"
BANK = """\
# yaml-language-server: $schema=bank.schema.json
bank: lantern-war
title: The Lantern War
uid: b0a1b2c3d
sources:
  lantern-war:
    file: lantern-war.txt
    title: The Lantern War
    sha256: 00ff  # as read in the library

facts:
  # the capture of the two towns
  - id: morvanians-captured-tolben
    event: The Morvanians captured Tolben
    question: did the Morvanians capture Tolben
    status: ready
    claims:
      - date: 1702-03-03   # old style?
        source: lantern-war, paragraph 1
        mention: March 3, 1702
        quote: >-
          On March 3, 1702, the Morvanians captured Tolben,
          and on May 9, Karsk.

  - id: peace-was-signed
    event: Peace was signed
    status: checked
    note: |-
      Two lines,
      # not a remark.
    claims:
      - {date: 1704, source: "lantern-war, paragraph 2", mention: "1704", quote: "Peace was signed in 1704."}
  # the last remark
"""


def read(text: str) -> Bank:
    """The bank of a text, without problems."""
    bank = parse_bank(text, "bank.yaml")
    assert bank.problems == ()
    return bank


def document(text: str = TEXT) -> Document:
    """A text as a document whose paragraphs count from 1 after its title."""
    blocks, at = [], 0
    for number, part in enumerate(text.rstrip("\n").split("\n\n")):
        blocks.append(Block(Span(at, at + len(part)), "paragraph" if number else "title", Locator(paragraph=number)))
        at += len(part) + 2
    return Document(
        "lantern-war", "lantern-war.txt", text, tuple(blocks), Metadata(), sha256(text.encode()).hexdigest()
    )


def claim(date: str, mention: str, quote: str, **more: Any) -> Claim:
    citation = Citation(
        more.pop("source", "lantern-war"),
        Locator(paragraph=more.pop("paragraph", 1)),
        Quote(quote),
        mention,
        more.pop("occurrence", 1),
    )
    return Claim(Edtf.parse(date), citation, **more)


def fact(event: str, *claims: Claim, **more: Any) -> Fact:
    said = {"id": "", "status": "ready", **more}
    return Fact(event=event, claims=claims or (claim("1704", "1704", f"{event} in 1704."),), **said)


def bank_of(*facts: Fact, **more: Any) -> Bank:
    named = tuple(replace(fact, id=fact.id or f"fact-{number}") for number, fact in enumerate(facts))
    sources = {"lantern-war": Source("lantern-war", "lantern-war.txt", Metadata(), "")}
    return Bank(
        **{"uid": "b1", "name": "lantern", "title": "", "sources": sources, "facts": named, "path": "b.yaml", **more}
    )
