"""A small invented package with everything in it: a disputed fact, bounds, choices, a matching set."""

from __future__ import annotations

from dataclasses import replace

from datedeck.dates import Edtf, wording
from datedeck.export import Package
from datedeck.model import Choice, ChoiceItem, Citation, Claim, Fact, Kind, Locator, MatchItem, Metadata, Quote, Source

UID = "kelmar-1a2b"
SOURCES = {
    (UID, "chronicle"): Source(
        "chronicle",
        "chronicle.txt",
        Metadata(
            "The Chronicle of Kelmar, 1702", "A. Orlen", "1911", "Kelmar Papers", "https://kelmar.example/c?a=1&b=2"
        ),
    ),
    (UID, "letters"): Source("letters", "letters.txt", Metadata("Letters from the Vale")),
}
EVENTS = (
    ("canal", "The weavers opened the Tolvik canal", "did the weavers open the Tolvik canal", "1702-03-04"),
    ("bridge", "Queen Maud crossed the bridge at Dunmere", "did Queen Maud cross the bridge at Dunmere", "1702-05-19"),
    ("siege", "The Harrani lifted the siege of Sarn", "did the Harrani lift the siege of Sarn", "1703-01-30"),
    ("fleet", "A fleet of nine ships reached Port Yvaine", "did a fleet of nine ships reach Port Yvaine", "1703-08-11"),
    (
        "league",
        "The council of Quenby dissolved the league",
        "did the council of Quenby dissolve the league",
        "1704-11-02",
    ),
    ("mint", "General Tarn closed the mint of Velissa", "did General Tarn close the mint of Velissa", "1705-06-23"),
)


def claim(date: str, source: str = "chronicle", paragraph: int = 3) -> Claim:
    value = Edtf.parse(date)
    words = wording(value)
    quote = Quote(f"It is written that on {words}, in the rain, this was done by those who were there.")
    return Claim(value, Citation(source, Locator(paragraph=paragraph), quote, words))


def facts() -> list[Fact]:
    made = [
        Fact(id_, event, (claim(date, paragraph=number),), UID, "checked", question, "The Vale")
        for number, (id_, event, question, date) in enumerate(EVENTS, 2)
    ]
    made[2] = replace(made[2], claims=(made[2].claims[0], claim("1703-02-02", "letters", 9)), tags=("war", "sieges"))
    made[5] = replace(made[5], why="The mint had run out of silver.\nIts bells were sold.")
    return made


def choices(fact: Fact, others: list[Fact]) -> dict[tuple[str, Kind], ChoiceItem]:
    options = sorted([fact, *others], key=lambda each: each.asked.date.earliest)
    key = options.index(fact)
    dates = tuple(Choice(wording(each.asked.date), each.asked.date) for each in options)
    events = tuple(Choice(each.event, fact_id=each.key) for each in options)
    phrase = wording(fact.asked.date)
    return {
        (fact.key, "when"): ChoiceItem("w", "when", stem(fact), "The Vale", dates, key, (fact,)),
        (fact.key, "what"): ChoiceItem(
            "t", "what", f"Which of these happened on {phrase}?", "The Vale", events, key, (fact,)
        ),
    }


def stem(fact: Fact) -> str:
    according = "According to The Chronicle of Kelmar, on" if fact.disputed else "On"
    return f"{according} what date {fact.question}?"


def matching(rows: list[Fact], spare: str = "1706-02-14") -> MatchItem:
    dates = sorted([fact.asked.date for fact in rows] + [Edtf.parse(spare)], key=lambda date: date.earliest)
    return MatchItem(
        "set-1",
        "Match each event to its date.",
        "The Vale",
        tuple(fact.event for fact in rows),
        tuple(Choice(wording(date), date) for date in dates),
        tuple(dates.index(fact.asked.date) for fact in rows),
        tuple(rows),
    )


def build(made: list[Fact], members: list[Fact] | None = None, title: str = "Kelmar & the Vale") -> Package:
    """A package of these facts; each one's wrong options are all the others that are undisputed."""
    items: dict[tuple[str, Kind], ChoiceItem] = {}
    for fact in made:
        items |= choices(fact, [other for other in made if other.key != fact.key and not other.disputed])
    rows = [fact for fact in made if not fact.disputed] if members is None else members
    stems, topics = {fact.key: stem(fact) for fact in made}, {fact.key: "The Vale" for fact in made}
    return Package(
        UID,
        title,
        "Invented events of an *invented* valley.",
        made,
        stems,
        SOURCES,
        topics,
        items,
        [matching(rows)] if rows else [],
    )
