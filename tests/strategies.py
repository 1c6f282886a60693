"""Generated dates, claims, facts and banks, for property tests. All names are invented."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from datedeck.dates import BOUNDS, Bound, Edtf
from datedeck.dates.edtf import days_in
from datedeck.errors import DatedeckError
from datedeck.model import Citation, Claim, Fact, Locator, Metadata, Quote, Source

PLACES = (
    "Ostrava Vale",
    "Kelmar",
    "Port Yvaine",
    "Dunmere",
    "Tolvik",
    "Ashgrove",
    "Bel Harrun",
    "Quenby",
    "Ixlan",
    "Morvane",
    "Sarn",
    "Velissa",
)
ACTORS = (
    "The Orlen militia",
    "Queen Maud",
    "The weavers",
    "General Tarn",
    "The council",
    "Two friars",
    "A fleet",
    "The Harrani",
)
DEEDS = ("captured", "burnt", "founded", "abandoned", "besieged", "sold", "mapped", "rebuilt", "declared war on")
BANK = "bank-uid"


def text_of_year(year: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


@st.composite
def single_dates(draw: st.DrawFn, years: st.SearchStrategy[int] | None = None) -> Edtf:
    """Dates of every precision but intervals, with and without qualifier, BC and AD."""
    year = draw(years if years is not None else st.integers(-3000, 2020))
    form = draw(st.sampled_from(("day", "month", "season", "year", "decade", "century", "millennium")))
    mark = draw(st.sampled_from(("", "", "", "~", "?", "%")))
    text = text_of_year(year)
    month = draw(st.integers(1, 12))
    if form == "day":
        return Edtf.parse(f"{text}-{month:02d}-{draw(st.integers(1, days_in(year, month))):02d}{mark}")
    if form == "month":
        return Edtf.parse(f"{text}-{month:02d}{mark}")
    if form == "season":
        return Edtf.parse(f"{text}-{draw(st.integers(21, 24))}{mark}")
    if form == "millennium" and abs(year) >= 1000:
        return Edtf.parse(f"{text[:-3]}XXX{mark}")
    if form == "year" or abs(year) < 100:
        return Edtf.parse(f"{text}{mark}")
    return Edtf.parse(text[:-1] + f"X{mark}" if form == "decade" else text[:-2] + f"XX{mark}")


@st.composite
def dates(draw: st.DrawFn, years: st.SearchStrategy[int] | None = None) -> Edtf:
    """Single dates and intervals, closed and open."""
    first = draw(single_dates(years))
    kind = draw(st.sampled_from(("single",) * 5 + ("interval", "interval", "open")))
    if kind == "single":
        return first
    if kind == "open":
        return Edtf.parse(draw(st.sampled_from((f"{first}/..", f"../{first}"))))
    second = draw(single_dates(st.integers(first.earliest.year, min(9000, first.earliest.year + 8))))
    try:
        return Edtf.parse(f"{first}/{second}")
    except DatedeckError:
        return first


def claim_of(date: Edtf | str, bound: Bound = "on", source: str = "chronicle", quote: str = "") -> Claim:
    """A claim with a citation whose quote need not be in any document."""
    value = Edtf.parse(date) if isinstance(date, str) else date
    mention = f"[{value}]"
    citation = Citation(
        source, Locator(paragraph=2), Quote(quote or f"It was at {mention} that it came to pass."), mention
    )
    return Claim(value, citation, bound)


def fact_of(event: str, *claims: Claim | str, **more: object) -> Fact:
    """A fact that may be asked; claims given as EDTF text are of one source."""
    made = tuple(claim if isinstance(claim, Claim) else claim_of(claim) for claim in claims)
    base = Fact(id=event.lower().replace(" ", "-"), event=event, claims=made, bank=BANK, status="checked")
    return replace(base, **more)  # type: ignore[arg-type]


@st.composite
def facts(draw: st.DrawFn, number: int, base: int) -> Fact:
    """A fact near a base year: sometimes disputed, bounded, unlucky in its wording, or with a teacher's wrong dates."""
    near = st.integers(max(-9000, base - 30), min(9000, base + 30))
    place, actor, deed = (draw(st.sampled_from(words)) for words in (PLACES, ACTORS, DEEDS))
    event = f"{actor} {deed} {place}"
    bounds: st.SearchStrategy[Bound] = st.sampled_from(("on",) * 8 + ("during",) * 2 + BOUNDS)
    claims = tuple(
        claim_of(date, draw(bounds), source)
        for date, source in zip(
            draw(st.lists(dates(near), min_size=1, max_size=2)), ("chronicle", "letters"), strict=False
        )
    )
    year = claims[0].date.earliest.year
    event += draw(st.sampled_from(("",) * 6 + (f" in {abs(year)}", " in October", f" with {abs(1 - year)} men")))
    context = draw(
        st.sampled_from(
            (
                "",
                "The Long War",
                f"The War of {year}",
                f"Wars ({abs(1 - year)} BC)",
                f"Letters of October {year}",
                f"The {year // 10 * 10}s",
                f"Annals {year}-08-01",
            )
        )
    )
    question = draw(st.sampled_from(("", f"did {actor} {deed} {place}")))
    wrong = tuple(str(date) for date in draw(st.lists(dates(near), max_size=2)))
    return Fact(
        f"fact-{number}",
        event,
        claims,
        BANK,
        draw(st.sampled_from(("ready", "checked", "checked", "draft", "rejected"))),
        question,
        context,
        wrong=wrong if draw(st.integers(0, 4)) == 0 else (),
    )


@dataclass(frozen=True)
class Generated:
    """Facts and their sources."""

    facts: tuple[Fact, ...]
    sources: Mapping[tuple[str, str], Source]


def sources_of(*titles: str) -> dict[tuple[str, str], Source]:
    """The sources `chronicle` and `letters`, so titled."""
    return {
        (BANK, name): Source(name, f"{name}.txt", Metadata(title=title))
        for name, title in zip(("chronicle", "letters"), titles, strict=False)
    }


@st.composite
def banks(draw: st.DrawFn, min_size: int = 1, max_size: int = 16) -> Generated:
    """Facts that lie near one another in time, as a bank's do, with sources whose titles may name years."""
    base = draw(st.sampled_from((-2400, -480, 3, 79, 1520, 1920, 1990)))
    found = tuple(draw(facts(number, base)) for number in range(draw(st.integers(min_size, max_size))))
    year = found[0].claims[0].date.earliest.year
    return Generated(found, sources_of(f"Chronicle of {year}", f"Letters ({base})"))
