"""Dates of history: EDTF values, what their bounds allow, and how people write them."""

from datedeck.dates.bounds import BOUNDS, Bound, Window, window
from datedeck.dates.calendars import CALENDARS, Calendar
from datedeck.dates.edtf import MONTHS, Day, Edtf, Precision
from datedeck.dates.wording import ORDINALS, dated_phrase, wording

__all__ = [
    "BOUNDS",
    "CALENDARS",
    "MONTHS",
    "ORDINALS",
    "Bound",
    "Calendar",
    "Day",
    "Edtf",
    "Precision",
    "Window",
    "dated_phrase",
    "window",
    "wording",
]
