"""Banks, decks and sidecars: YAML that people edit ↔ the model, with every problem placed and every byte respected."""

from datedeck.bank.cache import words_of
from datedeck.bank.checks import CHECKS
from datedeck.bank.decks import load_deck, load_metadata, place_in_deck, sidecar_of
from datedeck.bank.edit import replace_fact
from datedeck.bank.files import read_text as read_bank_text
from datedeck.bank.files import write_atomically
from datedeck.bank.ids import Namer, derived_hash, fresh_id, make_uid, stamped, untouched
from datedeck.bank.load import kind_of, load_bank, parse_bank
from datedeck.bank.merge import Merged, merge
from datedeck.bank.moved import moved
from datedeck.bank.verify import Verified, VerifiedFact, verify, verify_fact
from datedeck.bank.write import fact_lines, new_bank, new_bank_pieces

__all__ = [
    "CHECKS",
    "Merged",
    "Namer",
    "Verified",
    "VerifiedFact",
    "derived_hash",
    "fact_lines",
    "fresh_id",
    "kind_of",
    "load_bank",
    "load_deck",
    "load_metadata",
    "make_uid",
    "merge",
    "moved",
    "new_bank",
    "new_bank_pieces",
    "parse_bank",
    "place_in_deck",
    "read_bank_text",
    "replace_fact",
    "sidecar_of",
    "stamped",
    "untouched",
    "verify",
    "verify_fact",
    "words_of",
    "write_atomically",
]
