"""The forms in which dates are written: one file a form, tried in this order where their first sign stands."""

from datedeck.extract.mentions.rules import (
    century,
    day_list,
    day_month,
    decade,
    era,
    iso,
    month,
    month_day,
    month_days,
    month_year,
    season,
    year,
    year_range,
)
from datedeck.extract.mentions.rules.rule import First, Rule

RULES: tuple[Rule, ...] = (
    iso.RULE,
    day_list.RULE,
    day_month.RULE,
    decade.RULE,
    era.RULE,
    year_range.RULE,
    year.RULE,
    month_days.RULE,
    month_day.RULE,
    month_year.RULE,
    month.RULE,
    season.RULE,
    century.RULE,
)

__all__ = ["RULES", "First", "Rule"]
