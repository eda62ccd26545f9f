"""What contact costs: volume, mix and rate by hand, and adding up whatever the counts and costs."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.statistics.cost_change import cost_change

CHANNELS = st.lists(
    st.tuples(*[st.integers(0, 10**6)] * 2, *[st.floats(0, 2_000, allow_subnormal=False)] * 2), min_size=1, max_size=6
).filter(lambda rows: sum(row[0] for row in rows) > 0 and sum(row[1] for row in rows) > 0)


def test_three_effects_by_hand():
    # calls 600 -> 600 at 300p -> 320p, online 400 -> 600 at 20p. Volume 110 x 310 and 90 x 20; mix -110 x 310 and 110 x 20
    found = cost_change(
        np.array([600.0, 400.0]), np.array([600.0, 600.0]), np.array([300.0, 20.0]), np.array([320.0, 20.0])
    )
    assert found.volume == pytest.approx([34_100.0, 1_800.0])
    assert found.mix == pytest.approx([-34_100.0, 2_200.0])
    assert found.rate == pytest.approx([12_000.0, 0.0])
    assert found.change == pytest.approx([12_000.0, 4_000.0])


@given(CHANNELS)
def test_the_effects_add_up(rows):
    before, after, old, new = (np.array(column, dtype=np.float64) for column in zip(*rows, strict=True))
    found = cost_change(before, after, old, new)
    size = 1e-11 * ((before + after).sum() * (old + new).max() + 1)
    assert found.volume + found.mix + found.rate == pytest.approx(after * new - before * old, abs=size)


def test_a_free_channel_costs_nothing_and_an_unknown_cost_is_not_free():
    before, after = np.array([10.0, 10.0, 0.0]), np.array([10.0, 20.0, 0.0])
    found = cost_change(before, after, np.array([0.0, np.nan, np.nan]), np.array([0.0, 5.0, np.nan]))
    assert found.change[[0, 2]].tolist() == [0.0, 0.0]
    assert np.isnan([found.change[1], found.volume[1], found.mix[1], found.rate[1]]).all()


def test_a_cost_below_nothing_is_refused():
    with pytest.raises(ValueError, match="below 0 pence"):
        cost_change(np.ones(2), np.ones(2), np.array([1.0, -1.0]), np.ones(2))
