"""A matching set as one note of the type "Match row": one card a row, with the set's dates as its options.

A row's number is its cloze number and so the identity of its card: rows are only ever appended. A row whose fact has
left the question set stays where it is and says so, for a gap would leave learners with an empty card.
"""

from __future__ import annotations

from collections.abc import Sequence

from datedeck.dates import Edtf, wording
from datedeck.export.citing import claims_html, links, metadata_of, source_tags, titles
from datedeck.export.markup import cloze, escaped
from datedeck.export.note import Note, Row, html_list
from datedeck.export.package import Package, Sources
from datedeck.model import MatchItem

PROMPT = "Which date belongs to this event?"
_GONE = ' <em class="dd-gone">(withdrawn)</em>'


def match_note(package: Package, item: MatchItem, guid: str, before: Note | None) -> Note:
    """The note of a set; `before` is what was exported of it last. Not yet stamped."""
    present = {fact.key: _row(item, place, package.sources) for place, fact in enumerate(item.facts)}
    rows = [present.pop(row.fact, row) for row in (before.rows if before else ())]
    rows += present.values()
    gone = {row.fact for row in rows} - {fact.key for fact in item.facts}
    spares = tuple(str(option.date) for place, option in enumerate(item.options) if place not in item.key)
    known = metadata_of(item.facts, package.sources)
    quotes = "".join(f'<li value="{number}">{row.quote}</li>' for number, row in enumerate(rows, 1))
    fields = (
        escaped(f"{package.uid}:{item.id}"),
        escaped(PROMPT),
        escaped(item.context),
        _pairs(rows, spares, gone),
        "",
        f"<ol>{quotes}</ol>",
        titles(known),
        "",
        links(known),
        "",
        "",
        "",
    )
    tags: set[str] = set().union(*(source_tags(fact) for fact in item.facts))
    return Note(guid, "match", item.id, fields, tuple(sorted(tags)), rows=tuple(rows), spares=spares)


def _row(item: MatchItem, place: int, sources: Sources) -> Row:
    fact, date = item.facts[place], item.options[item.key[place]].date
    return Row(fact.key, item.rows[place], str(date), claims_html(fact, sources))


def _pairs(rows: Sequence[Row], spares: Sequence[str], gone: set[str]) -> str:
    table = "".join(
        f"<tr><td>{escaped(row.event)}{_GONE if row.fact in gone else ''}</td>"
        f"<td>{cloze(number, wording(Edtf.parse(row.date)))}</td></tr>"
        for number, row in enumerate(rows, 1)
    )
    asked = {row.date for row in rows if row.fact not in gone}
    # A withdrawn row's date is no option any more where it would be right for another row too.
    days = [Edtf.parse(date) for date in asked]
    withdrawn = {row.date for row in rows if not any(Edtf.parse(row.date).overlaps(day) for day in days)}
    dates = sorted(asked | withdrawn | set(spares), key=_in_time)
    options = [("", escaped(wording(Edtf.parse(date)))) for date in dates]
    return f"<table>{table}</table>" + html_list(options, "dd-dates")


def _in_time(date: str) -> tuple[object, ...]:
    value = Edtf.parse(date)
    return (value.earliest, value.latest, date)
