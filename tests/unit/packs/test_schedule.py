"""Which stretch of days is due on a day?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.packs.sent.schedule import LONGEST_WAIT, Every, Schedule


@pytest.mark.parametrize(
    ("every", "from_day", "today", "first", "last"),
    [
        (Every.MONTHLY, 1, date(2026, 11, 1), date(2026, 10, 1), date(2026, 10, 31)),
        (Every.MONTHLY, 5, date(2026, 11, 4), date(2026, 9, 1), date(2026, 9, 30)),
        (Every.MONTHLY, 5, date(2026, 11, 5), date(2026, 10, 1), date(2026, 10, 31)),
        (Every.MONTHLY, 28, date(2027, 2, 28), date(2027, 1, 1), date(2027, 1, 31)),
        (Every.QUARTERLY, 20, date(2026, 10, 19), date(2026, 4, 1), date(2026, 6, 30)),
        (Every.QUARTERLY, 20, date(2026, 10, 20), date(2026, 7, 1), date(2026, 9, 30)),
        (Every.WEEKLY, 1, date(2026, 11, 2), date(2026, 10, 26), date(2026, 11, 1)),  # a Monday
        (Every.WEEKLY, 3, date(2026, 11, 3), date(2026, 10, 19), date(2026, 10, 25)),
    ],
)
def test_the_latest_period_whose_day_has_come_is_due(every, from_day, today, first, last):
    due = Schedule(every, from_day).due(today)
    assert (due.first, due.last) == (first, last)


@given(st.sampled_from(Every), st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.data())
def test_what_is_due_has_ended_and_changes_to_the_very_next_period(every, today, data):
    schedule = Schedule(every, data.draw(st.integers(1, LONGEST_WAIT[every])))
    now, tomorrow = schedule.due(today), schedule.due(today + timedelta(days=1))
    assert now.last + timedelta(days=schedule.from_day) <= today
    assert tomorrow == now or tomorrow.first == now.last + timedelta(days=1)
