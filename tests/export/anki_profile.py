"""A throw-away profile of the real Anki, with the options that its import window starts with."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from types import TracebackType

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.notes import Note
from anki.scheduler.v3 import CardAnswer
from anki.template import TemplateRenderContext

LOGGED = ("new", "updated", "duplicate", "conflicting")


class Profile:
    """An open collection in a folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.collection = Collection(str(folder / "collection.anki2"))

    def __enter__(self) -> Profile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.collection.close()

    def take(self, data: bytes, presets: bool = False) -> Counter[str]:
        """Import a package; how many notes were new, updated, duplicate, conflicting (zeros left out)."""
        path = self.folder / "deck.apkg"
        path.write_bytes(data)
        options = ImportAnkiPackageOptions(with_deck_configs=presets)
        request = ImportAnkiPackageRequest(package_path=str(path), options=options)
        log = self.collection.import_anki_package(request).log
        return +Counter({name: len(getattr(log, name)) for name in LOGGED})

    def notes(self) -> dict[str, Note]:
        """Notes by guid."""
        found = [self.collection.get_note(nid) for nid in self.collection.find_notes("")]
        return {note.guid: note for note in found}

    def sides(self) -> dict[tuple[str, int], tuple[str, str]]:
        """Front and back of every card by (guid, ord); a template error raises."""
        found = {}
        for cid in self.collection.find_cards(""):
            card = self.collection.get_card(cid)
            TemplateRenderContext.from_existing_card(card, False)._partially_render()
            output = card.render_output()
            found[card.note().guid, card.ord] = (output.question_text, output.answer_text)
        return found

    def study(self, count: int) -> None:
        """Answer so many new cards with Good."""
        for deck in self.collection.decks.all_names_and_ids():
            self.collection.decks.select(deck.id)
            while count and (queued := self.collection.sched.get_queued_cards(fetch_limit=1).cards):
                card = self.collection.get_card(queued[0].card.id)
                if card.reps:
                    break
                card.start_timer()
                answer = self.collection.sched.build_answer(card=card, states=queued[0].states, rating=CardAnswer.GOOD)
                self.collection.sched.answer_card(answer)
                count -= 1

    def scheduling(self) -> dict[tuple[str, int], tuple[object, ...]]:
        """What the scheduler knows of each card that was answered."""
        cards = [self.collection.get_card(cid) for cid in self.collection.find_cards("-is:new")]
        return {
            (card.note().guid, card.ord): (card.type, card.queue, card.due, card.ivl, card.reps, card.did)
            for card in cards
        }
