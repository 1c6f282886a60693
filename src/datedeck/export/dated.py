"""A fact as a note of the type "Dated fact".

`Event` and `When` hold two elements each, so that the frozen fields carry questions too: a question (`dd-ask`) and a
statement (`dd-say`). The question in `Event` is about the event and never names its date; the one in `When` is about
the date and never names the event. A card shows the one it needs by a style rule, without a script.
"""

from __future__ import annotations

from datedeck.dates import Edtf
from datedeck.export.citing import cite, said, source_tags, source_title
from datedeck.export.markup import escaped, tag
from datedeck.export.note import Note, html_list
from datedeck.export.package import Package, Sources
from datedeck.model import Choice, ChoiceItem, Fact

MOST_WRONG = 8  # wrong options to ship with a note; its card draws three of them each time


def dated_note(package: Package, fact: Fact, guid: str) -> Note:
    """The note of a fact that has a stem; not yet stamped."""
    when, what = package.items.get((fact.key, "when")), package.items.get((fact.key, "what"))
    wrong_dates, wrong_events = _wrong(when), _wrong(what)
    cited = cite(fact, package.sources)
    statement = what.choices[what.key].text if what else fact.event
    fields = (
        escaped(fact.key),
        _dual(package.stems[fact.key], escaped(statement)),
        _dual(what.stem if what else "", escaped(said(fact.asked)) + _also(fact, package.sources)),
        _date_list(when, wrong_dates),
        _event_list(what, wrong_events),
        _topic(package.topics.get(fact.key, ""), what),
        _lines(fact.why),
        *cited,
        "",
        "",
    )
    tags = {*source_tags(fact), *(tag("datedeck", "tag", name) for name in fact.tags if tag(name))}
    return Note(
        guid,
        "dated",
        fact.key,
        fields,
        tuple(sorted(tags)),
        when=tuple(str(c.date) for c in wrong_dates),
        what=tuple(sorted((choice.fact_id, choice.text) for choice in wrong_events)),
    )


def _dual(question: str, statement: str) -> str:
    ask = f'<div class="dd-ask">{escaped(question)}</div>' if question else ""
    return f'{ask}<div class="dd-say">{statement}</div>'


def _also(fact: Fact, sources: Sources) -> str:
    """What the other sources say, where they disagree."""
    if not fact.disputed:
        return ""
    others = [claim for claim in fact.claims if claim is not fact.asked]
    lines = "; ".join(f"{source_title(fact, claim, sources)} says {said(claim)}" for claim in others)
    return f'<div class="dd-also">{escaped("The sources disagree: " + lines)}</div>'


def _topic(topic: str, what: ChoiceItem | None) -> str:
    """The context line. Where the options of the event choice do not share it, that card hides it: it would tell."""
    if what is None or what.context == topic or not topic:
        return escaped(topic)
    return f'<span class="dd-own">{escaped(topic)}</span>'


def _wrong(item: ChoiceItem | None) -> list[Choice]:
    """The wrong options, in the order in which they are frozen."""
    if item is None:
        return []
    return [choice for place, choice in enumerate(item.choices) if place != item.key]


def _date_list(item: ChoiceItem | None, wrong: list[Choice]) -> str:
    if item is None or not wrong:
        return ""
    options = sorted([("", choice) for choice in wrong] + [("dd-key", item.choices[item.key])], key=_in_time)
    return html_list(((name, escaped(choice.text)) for name, choice in options), "dd-plain")


def _in_time(option: tuple[str, Choice]) -> tuple[object, ...]:
    date = option[1].date
    assert isinstance(date, Edtf)
    return (date.earliest, date.latest, option[1].text)


def _event_list(item: ChoiceItem | None, wrong: list[Choice]) -> str:
    """In alphabetical order, which tells nothing and never changes; the card shuffles what it draws."""
    if item is None or not wrong:
        return ""
    options = [("", choice.text) for choice in wrong] + [("dd-key", item.choices[item.key].text)]
    options.sort(key=lambda option: (option[1].casefold(), option[1]))
    return html_list(((name, escaped(text)) for name, text in options), "dd-plain")


def _lines(text: str) -> str:
    return "<br>".join(escaped(line) for line in text.strip().splitlines())
