"""Fields that pick contacts: on which weekdays, at what times, in which services, channels and wards."""

from dataclasses import dataclass, replace
from datetime import time

import streamlit as st

from frontdoor.answers.peaks_times import WEEKDAYS as WEEKDAY_NAMES
from frontdoor.answers.pilot_declaring import Declaring
from frontdoor.measures.times_of_day import time_words
from frontdoor.strategy.pilot_hours import HALF_HOURS_IN_A_DAY, HALF_HOURS_IN_AN_HOUR, MINUTES, time_of
from frontdoor.strategy.pilot_plan import WEEKDAYS
from frontdoor.ui.declaring_fields import Fields

ALL_DAY = -1
DAYS = dict(zip(WEEKDAYS, WEEKDAY_NAMES, strict=True))
LEFT_EMPTY = "Left empty: all of them."
HOURS = "In half-hours on the council’s own clock. Leave it at all day where the time of day does not matter."
Table = dict[str, object]


@dataclass(frozen=True, slots=True)
class Names:
    """What the fields of a where are called: those of an outcome say that they are counted."""

    weekdays: str = "Weekdays"
    first: str = "From"
    before: str = "To"
    services: str = "Services"
    channels: str = "Channels"
    wards: str = "Wards"


COUNTED = Names(
    "Counted on weekdays",
    "Counted from",
    "Counted to",
    "Counted in services",
    "Counted in channels",
    "Counted in wards",
)
MOVED = Names(first="They could have come from", before="They could have come until")


def where_fields(fields: Fields, offered: Declaring, names: Names | None = None, *, has_hours: bool = True) -> Table:
    """Draw the fields of one where and return what they say, without what is left empty."""
    names = names or Names()
    days, hours = st.columns([1, 1])
    with days:
        picked: Table = {"weekdays": fields.some_of("weekdays", names.weekdays, DAYS, LEFT_EMPTY)}
    with hours:
        picked |= hours_fields(fields, names) if has_hours else {}
    services, channels = st.columns([1, 1])
    with services:
        picked["services"] = fields.some_of("services", names.services, offered.services, LEFT_EMPTY)
    with channels:
        picked["channels"] = fields.some_of("channels", names.channels, offered.channels, LEFT_EMPTY)
    if offered.wards or fields.held.get("wards"):
        wards = {ward: ward for ward in offered.wards}
        picked["wards"] = fields.some_of("wards", names.wards, wards, LEFT_EMPTY, may_add=True)
    return {key: value for key, value in picked.items() if value}


def hours_fields(fields: Fields, names: Names) -> Table:
    """Draw from when to when, in half-hours; nothing for all day. Midnight at the day's end is 00:00."""
    begins, ends = st.columns([1, 1])
    with begins:
        words = {ALL_DAY: "All day"} | {each: time_words(each) for each in range(HALF_HOURS_IN_A_DAY)}
        first = _time(fields, "from", names.first, words, ALL_DAY)
    if first == ALL_DAY:
        return {}
    with ends:
        later = {each: time_words(each) for each in range(first + 1, HALF_HOURS_IN_A_DAY + 1)}
        usual = min(first + HALF_HOURS_IN_AN_HOUR, HALF_HOURS_IN_A_DAY)
        before = _time(fields, "before", names.before, later, usual)
    return {"from": time_of(first), "before": time_of(before)}


def _time(fields: Fields, key: str, label: str, words: dict[int, str], usual: int) -> int:
    """Draw a choice of half-hours by their times of day."""
    held = fields.held.get(key)
    number = _half_hour(held, is_end=key == "before") if isinstance(held, time) else usual
    return replace(fields, held={key: number}).one_of(key, label, words, usual, HOURS)


def _half_hour(clock: time, *, is_end: bool) -> int:
    number = clock.hour * HALF_HOURS_IN_AN_HOUR + clock.minute // MINUTES
    return number or (HALF_HOURS_IN_A_DAY if is_end else 0)
