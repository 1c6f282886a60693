"""The calendars of mentions: the fifth field of the rows of `cases/mentions-calendars.md`."""

from pathlib import Path

import pytest

from datedeck.dates import CALENDARS
from datedeck.extract.mentions import find_mentions

CASES = Path(__file__).parent / "cases/mentions-calendars.md"


def cases() -> list[tuple[str, str, list[str]]]:
    """Title, text, and the calendars of its rows."""
    found = []
    for section in CASES.read_text(encoding="utf-8").split("\n## ")[1:]:
        title, rest = section.split("\n", 1)
        text, _, rows = rest.partition("\n.\n")
        fields = [[field.strip() for field in row.split("|")] for row in rows.strip().splitlines()]
        found.append((title, text.strip(), [row[4] if len(row) > 4 else "Gregorian" for row in fields]))
    return found


@pytest.mark.parametrize(("title", "text", "calendars"), cases(), ids=[case[0] for case in cases()])
def test_the_calendar_of_each_mention(title: str, text: str, calendars: list[str]) -> None:
    assert [mention.calendar for mention in find_mentions(text).dated] == calendars, title
    assert set(calendars) <= set(CALENDARS)


def test_a_date_that_may_be_read_two_ways_says_so() -> None:
    sure, open_ = find_mentions("On 30/10/1920 and on 10/12/1492.").dated
    assert sure.rule == "numeric"
    assert open_.rule == "numeric-ambiguous"
    assert str(open_.value) == "1492"
