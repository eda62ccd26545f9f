"""Hours short and over by hand, and agents on duty against counting second by second."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.statistics.rota_cover import agents_on_duty, rota_cover

STRETCHES = st.lists(st.tuples(st.integers(-100, 700), st.integers(0, 500)), max_size=8)


def test_hours_over_do_not_make_up_for_hours_short():
    # 4 needed, 2 there: 1 hour short. 4 needed, 7 there: 1.5 hours over.
    cover = rota_cover([4, 4, 0], [2, 7, 0])
    assert cover.hours_short.tolist() == [1, 0, 0]
    assert cover.hours_over.tolist() == [0, 1.5, 0]
    assert cover.hours_needed.tolist() == [2, 2, 0]
    assert cover.share_covered == 0.75


def test_nothing_needed_has_no_share_covered():
    assert rota_cover([0, 0], [1, 0]).share_covered is None


@given(st.lists(st.tuples(st.integers(0, 50), st.floats(0, 50)), min_size=1), st.sampled_from([900.0, 1_800.0]))
def test_hours_add_up(pairs, interval):
    required, rostered = zip(*pairs, strict=True)
    cover = rota_cover(required, rostered, interval)
    assert cover.hours_rostered == pytest.approx(cover.hours_needed - cover.hours_short + cover.hours_over)
    assert (cover.hours_short * cover.hours_over == 0).all()
    assert (cover.hours_short >= 0).all()


def test_a_shift_from_ten_past_eight_to_nine():
    # Of 8:00 to 8:30 it works 20 minutes of 30, then a whole half-hour.
    start = 8 * 3_600
    found = agents_on_duty([start + 600], [start + 3_600], 20)
    assert found.nonzero()[0].tolist() == [16, 17]
    assert found[16:18] == pytest.approx([2 / 3, 1])


@given(STRETCHES)
def test_agents_on_duty_are_what_counting_second_by_second_gives(stretches):
    starts = np.array([start for start, _ in stretches])
    ends = starts + np.array([length for _, length in stretches])
    by_second = np.zeros(600)
    for start, end in zip(starts, ends, strict=True):
        by_second[max(start, 0) : max(end, 0)] += 1
    found = agents_on_duty(starts, ends, 6, 100)
    assert found == pytest.approx(by_second.reshape(6, 100).mean(axis=1), abs=1e-9)


@pytest.mark.parametrize(("required", "rostered"), [([-1], [0]), ([1], [-1]), ([np.nan], [1])])
def test_what_cannot_be_is_refused(required, rostered):
    with pytest.raises(ValueError, match="agents must be 0 or more"):
        rota_cover(required, rostered)


def test_a_stretch_does_not_end_before_it_starts():
    with pytest.raises(ValueError, match="at entry 1"):
        agents_on_duty([0, 10], [5, 9], 1)
