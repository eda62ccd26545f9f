"""Which services did the shifting and which only grew: exact by hand, against fractions, and adding up."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.statistics.shift_by_service import share_parts, shift_by_service
from frontdoor.statistics.shift_decomposition import volume_and_mix

ONLINE = np.array([False, True])
TABLES = st.integers(1, 5).flatmap(
    lambda rows: st.lists(st.lists(st.integers(0, 10**6), min_size=6, max_size=6), min_size=rows, max_size=rows)
)


def tables(rows):
    whole = np.array(rows, dtype=np.float64)
    return whole[:, :3], whole[:, 3:]


def test_a_service_that_moved_and_one_that_only_grew_by_hand():
    # bins 800 calls, 200 online -> 600, 400: moved within itself. Parking 100, 900 -> 200, 1,800: only grew.
    # weights 1/2, 1/2 -> 1/3, 2/3; own shares .2 -> .4, .9 -> .9; whole .55 -> .7333
    # within: bins 5/12 x .2 = .08333; composition: -1/6 x (.3 - .641667) + 1/6 x (.9 - .641667) = .056944 + .043056
    before, after = np.array([[800.0, 200.0], [100.0, 900.0]]), np.array([[600.0, 400.0], [200.0, 1800.0]])
    parts = share_parts(before, after, ONLINE)
    assert parts.change == pytest.approx(0.55 / 3)
    assert parts.within == pytest.approx([1 / 12, 0.0])
    assert parts.composition == pytest.approx([0.0569444444, 0.0430555556])
    assert parts.share_after.tolist() == [0.4, 0.9]


@given(TABLES)
def test_all_adds_up_to_the_change_and_to_volume_and_mix(rows):
    before, after = tables(rows)
    found, size = shift_by_service(before, after), 1e-12 * (before.sum() + after.sum() + 1)
    assert found.change.tolist() == (after - before).tolist()
    if not (before.sum() and after.sum()):
        assert np.isnan(found.within).all()
        return
    assert found.volume + found.composition + found.within == pytest.approx(found.change, abs=size)
    assert found.within.sum(axis=1) == pytest.approx(np.zeros(len(before)), abs=size)
    whole = volume_and_mix(before.sum(axis=0), after.sum(axis=0))
    assert found.volume.sum(axis=0) == pytest.approx(whole.volume, abs=size)
    assert (found.composition + found.within).sum(axis=0) == pytest.approx(whole.mix, abs=size)


@given(TABLES)
def test_within_and_composition_are_the_exact_fractions(rows):
    before, after = tables(rows)
    parts = share_parts(before, after, np.array([False, True, True]))
    v0, v1 = (Fraction(int(one.sum())) for one in (before, after))
    if not (v0 and v1):
        assert np.isnan(parts.change)
        return
    old, new = sum(row[1] + row[2] for row in rows) / v0, sum(row[4] + row[5] for row in rows) / v1
    assert parts.change == pytest.approx(float(new - old), abs=1e-12)
    total = Fraction(0)
    for place, row in enumerate(rows):
        n0, n1 = sum(row[:3]), sum(row[3:])
        r0 = Fraction(row[1] + row[2], n0) if n0 else None
        r1 = Fraction(row[4] + row[5], n1) if n1 else r0
        r0 = r1 if r0 is None else r0
        w0, w1 = n0 / v0, n1 / v1
        within = (w0 + w1) / 2 * ((r1 or Fraction(0)) - (r0 or Fraction(0)))
        composition = (w1 - w0) * (((r0 or Fraction(0)) + (r1 or Fraction(0))) / 2 - (old + new) / 2)
        assert parts.within[place] == pytest.approx(float(within), abs=1e-12)
        assert parts.composition[place] == pytest.approx(float(composition), abs=1e-12)
        total += within + composition
    assert total == new - old


def test_a_service_that_closed_shifted_nothing():
    parts = share_parts(np.array([[50.0, 50.0], [90.0, 10.0]]), np.array([[50.0, 50.0], [0.0, 0.0]]), ONLINE)
    assert parts.within.tolist() == [0.0, 0.0]
    assert parts.composition.sum() == pytest.approx(parts.change) == pytest.approx(0.2)
    assert np.isnan(parts.share_after[1])


def test_nothing_grew_where_all_moved_alike():
    before = np.array([[80.0, 20.0], [40.0, 60.0]])
    parts = share_parts(before, np.array([[70.0, 30.0], [30.0, 70.0]]), ONLINE)
    assert parts.composition == pytest.approx([0.0, 0.0])
    assert parts.within == pytest.approx([0.05, 0.05])


def test_a_channel_not_said_to_be_counted_or_not_is_refused():
    with pytest.raises(ValueError, match="3 channels"):
        share_parts(np.ones((2, 3)), np.ones((2, 3)), ONLINE)
