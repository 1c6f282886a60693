"""The nouns of datedeck: documents, mentions, facts, banks, decks, items. No format, no I/O, no HTML.

Terms are the field's own: CSL (metadata, locator), W3C Web Annotation (span, quote), TIMEX3 (mention, mod), EDTF
(dates), QTI (items, stem, key).
"""

from datedeck.model.documents import Anchor, Block, DatedMention, Document, Locator, Metadata, Mod, Quote, Role, Span
from datedeck.model.facts import ASKABLE, KINDS, STATUSES, Bank, Citation, Claim, Deck, Fact, Kind, Source, Status
from datedeck.model.items import Choice, ChoiceItem, Item, MatchItem

__all__ = [
    "ASKABLE",
    "KINDS",
    "STATUSES",
    "Anchor",
    "Bank",
    "Block",
    "Choice",
    "ChoiceItem",
    "Citation",
    "Claim",
    "DatedMention",
    "Deck",
    "Document",
    "Fact",
    "Item",
    "Kind",
    "Locator",
    "MatchItem",
    "Metadata",
    "Mod",
    "Quote",
    "Role",
    "Source",
    "Span",
    "Status",
]
