"""What is read off a text, and texts without their dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datedeck.dates import Edtf
from datedeck.items import gives_away, without_dates

WITHOUT = [
    ("the War of 1920", "the War"),
    ("The Quarrel of Ixlan (1918–1920)", "The Quarrel of Ixlan"),
    ("in 1920", ""),
    ("The Treaty of 1920–22", "The Treaty"),
    ("Letters to March 5, 1921", "Letters"),
    ("1848: A Year of Hope", "A Year of Hope"),
    ("The Road to 2 December 1920, part two", "The Road, part two"),
    ("Kelmar in the 1920s", "Kelmar"),
    ("of the 1920s crisis", "of the crisis"),
    ("The Battle of Sarn (480 BC)", "The Battle of Sarn"),
    ("The Peace of Tolvik (c. 1520)", "The Peace of Tolvik"),
    ("From 1914 to 1918: the war", "the war"),
    ("the 1920 war", "the war"),
    ("Late 1920 in the hills", "in the hills"),
    ("A letter of September-November, 1920", "A letter"),
    ("Velissa, AD 79", "Velissa"),
    ("Early 20th-century poets", "poets"),
    ("the years between 1918 and 1920", "the years"),
    ("The march from the 31st of October to the 2nd of November, 1920", "The march"),
    ("Annals 1920-10-30, copied", "Annals, copied"),
    ("Summer of 1919: tales", "tales"),
    ("Weavers in October", "Weavers"),
    ("The WAR OF OCTOBER 30, 1920", "The WAR"),
    ("The Thirty Years' War", "The Thirty Years' War"),
    ("A march of 1,920 men", "A march of 1,920 men"),
    ("The May Queen marches on", "The May Queen marches on"),
]

TELLING = [
    ("The 1807 Act lapsed", "1807", True),
    ("The 1807 Act lapsed", "1807-05-02", True),
    ("The 1807 Act lapsed", "1808", False),
    ("The fashion of the 1920s passed", "1923", True),
    ("The spirit of '76 was spent", "1776-07", True),
    ("The war of 1914–18 was over", "1918", True),
    ("The October rising failed", "1917-10", True),
    ("The October rising failed", "1917", False),
    ("The SEPTEMBER massacres ended", "1792-09-06", True),
    ("The september massacres ended", "1792-09", True),
    ("The MAY rising failed", "1702-05-02", True),
    ("The women may march on", "1702-05-02", False),
    ("The women may march on", "1702-03", False),
    ("The winter camp was left", "1703-24", True),
    ("Sarn was burnt, 480 BC", "-0479", True),
    ("The sixteenth-century bell broke", "15XX", True),
    ("The sixteenth-century bell broke", "1520", False),
    ("In 1520 the bell broke", "152X", True),
    ("It lasted from 1918", "1918/1920", True),
    ("Nothing is told", "1918/..", False),
]


@pytest.mark.parametrize(("text", "bare"), WITHOUT)
def test_without_dates(text: str, bare: str) -> None:
    assert without_dates(text) == bare


@pytest.mark.parametrize(("text", "date", "told"), TELLING)
def test_gives_away(text: str, date: str, told: bool) -> None:
    assert gives_away(text, [Edtf.parse(date)]) is told


@given(st.text(alphabet="The War of 1920–3,()' BC's/May.", max_size=40))
def test_bare_texts_stay_bare(text: str) -> None:
    bare = without_dates(text)
    assert without_dates(bare) == bare


@given(
    st.integers(1000, 2199),
    st.sampled_from(["The War of {}", "{}: a tale", "Ixlan ({})", "In {}, at Sarn", "War {}–{}"]),
)
def test_no_year_survives(year: int, form: str) -> None:
    assert str(year) not in without_dates(form.format(year, year + 1))
