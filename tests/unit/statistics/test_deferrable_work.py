"""Work that can wait is done in spare hours: by hand, and against doing it half-hour by half-hour."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.statistics.deferrable_work import fill_troughs, half_hours_late

HOURS = st.floats(0, 20)


def test_a_busy_morning_and_a_quiet_afternoon():
    # 3 hours come in at 9, 1 at 9:30; nobody is free until 10, then 2 hours at a time.
    work = fill_troughs([3, 1, 0, 0, 0], [0, 0, 2, 2, 2])
    assert work.hours_done.tolist() == [0, 0, 2, 2, 0]
    assert work.hours_left.tolist() == [3, 4, 2, 0, 0]
    assert work.hours_still_free.tolist() == [0, 0, 0, 0, 2]
    assert half_hours_late([3, 1, 0, 0, 0], work).tolist() == [3, 2, 1, 0, 0]


def test_what_is_left_at_the_end_is_late_for_ever():
    work = fill_troughs([1, 5], [1, 1], left_before=1)
    assert work.hours_left.tolist() == [1, 5]
    assert half_hours_late([1, 5], work).tolist() == [1, math.inf]


@given(st.lists(st.tuples(HOURS, HOURS), min_size=1, max_size=30), HOURS)
def test_it_is_what_doing_it_half_hour_by_half_hour_gives(day, before):
    coming, spare = (np.array(one) for one in zip(*day, strict=True))
    work, left = fill_troughs(coming, spare, before), before
    for place, (more, free) in enumerate(day):
        done = min(left + more, free)
        left = left + more - done
        assert work.hours_done[place] == pytest.approx(done, abs=1e-9)
        assert work.hours_left[place] == pytest.approx(left, abs=1e-9)
    assert work.hours_still_free == pytest.approx(spare - work.hours_done)


def test_several_days_at_once():
    both = fill_troughs([[1, 2], [0, 0]], [[2, 0], [1, 1]], left_before=[1, 1.5])
    assert both.hours_left.tolist() == [[0, 2], [0.5, 0]]


@pytest.mark.parametrize(("coming", "spare", "before"), [([-1], [0], 0), ([0], [-1], 0), ([0], [0], -1)])
def test_what_cannot_be_is_refused(coming, spare, before):
    with pytest.raises(ValueError, match="0"):
        fill_troughs(coming, spare, before)
