"""Large banks of invented facts."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from datedeck.bank import new_bank
from datedeck.dates import Edtf
from datedeck.model import Citation, Claim, Fact, Locator, Metadata, Quote, Source

_WHO = ("The weavers", "The Ostrians", "Queen Maud", "General Tarn", "The council", "Two friars", "The fleet")
_DID = ("captured", "founded", "abandoned", "besieged", "sold", "mapped", "rebuilt", "visited")
_SYLLABLES = ("vel", "kar", "dun", "mor", "tol", "ash", "quen", "sar", "ix", "bel", "ner", "ost")


def write_bank(path: Path, size: int) -> Path:
    """A bank of so many facts over three centuries, with the document that proves them beside it."""
    facts = list(_facts(size))
    text = "\n\n".join(fact.claims[0].citation.quote.exact for fact in facts) + "\n"
    path.with_suffix(".txt").write_text(text, encoding="utf-8")
    source = Source("annals", path.with_suffix(".txt").name, Metadata(title="Annals of Ostria"))
    path.write_text(
        new_bank(path.stem, "Annals of Ostria", f"bench{size}", "none", {"annals": source}, facts), encoding="utf-8"
    )
    return path


def _facts(size: int) -> Iterator[Fact]:
    rng = random.Random(size)
    for number in range(size):
        town = "".join(rng.choices(_SYLLABLES, k=3)).title()
        did = rng.choice(_DID)
        event = f"{rng.choice(_WHO)} {did} {town}"
        date = f"{rng.randint(1500, 1799)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
        quote = f"{event} on {date}."
        citation = Citation("annals", Locator(paragraph=number + 1), Quote(quote), date)
        yield Fact(f"fact-{number}", event, (Claim(Edtf.parse(date), citation),), status="checked")
