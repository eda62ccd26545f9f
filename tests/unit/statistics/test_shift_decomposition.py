"""Volume and mix: exact by hand, against fractions, and adding up whatever the counts."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.statistics.shift_decomposition import volume_and_mix, volume_mix_interaction

COUNTS = st.lists(st.tuples(st.integers(0, 10**7), st.integers(0, 10**7)), min_size=1, max_size=8).filter(
    lambda pairs: all(sum(side) > 0 for side in zip(*pairs, strict=True))
)


def columns(pairs):
    return (np.array(side, dtype=np.float64) for side in zip(*pairs, strict=True))


def test_more_contact_and_another_mix_are_told_apart_by_hand():
    # 1,000 contacts, 40% online; then 1,200, 50% online. Volume online: 200 x 45% = 90; mix: 1,100 x 10 points = 110
    found = volume_and_mix(np.array([600.0, 400.0]), np.array([600.0, 600.0]))
    assert found.change.tolist() == [0.0, 200.0]
    assert found.volume == pytest.approx([110.0, 90.0])
    assert found.mix == pytest.approx([-110.0, 110.0])


def test_what_both_did_together_is_told_by_hand():
    # volume online: 200 x 40% = 80; mix: 1,000 x 10 points = 100; interaction: 200 x 10 points = 20
    found = volume_mix_interaction(np.array([600.0, 400.0]), np.array([600.0, 600.0]))
    assert found.volume == pytest.approx([120.0, 80.0])
    assert found.mix == pytest.approx([-100.0, 100.0])
    assert found.interaction == pytest.approx([-20.0, 20.0])


@given(COUNTS)
def test_parts_add_up_and_mix_sums_to_nothing(pairs):
    before, after = columns(pairs)
    size = before.sum() + after.sum()
    two, three = volume_and_mix(before, after), volume_mix_interaction(before, after)
    assert two.volume + two.mix == pytest.approx(after - before, abs=1e-12 * size)
    assert three.volume + three.mix + three.interaction == pytest.approx(after - before, abs=1e-12 * size)
    assert [two.mix.sum(), three.mix.sum(), three.interaction.sum()] == pytest.approx([0, 0, 0], abs=1e-12 * size)
    assert two.volume.sum() == pytest.approx(after.sum() - before.sum(), abs=1e-12 * size)


@given(COUNTS)
def test_the_midpoint_form_is_the_exact_fraction(pairs):
    found = volume_and_mix(*columns(pairs))
    v0, v1 = (Fraction(sum(side)) for side in zip(*pairs, strict=True))
    for place, (before, after) in enumerate(pairs):
        volume = (v1 - v0) * (before / v0 + after / v1) / 2
        mix = (v0 + v1) / 2 * (after / v1 - before / v0)
        assert volume + mix == after - before
        assert found.volume[place] == pytest.approx(float(volume), rel=1e-9, abs=1e-13 * float(v0 + v1))
        assert found.mix[place] == pytest.approx(float(mix), rel=1e-9, abs=1e-13 * float(v0 + v1))


@given(COUNTS)
def test_the_periods_swapped_change_only_the_sign(pairs):
    before, after = columns(pairs)
    there, back = volume_and_mix(before, after), volume_and_mix(after, before)
    assert there.mix.tolist() == (-back.mix).tolist()
    assert there.volume == pytest.approx(-back.volume)


def test_many_services_at_once_are_what_each_is_alone():
    random = np.random.default_rng(1)
    before, after = random.poisson(50, (2, 30, 4)).astype(np.float64)
    whole = volume_and_mix(before, after)
    assert whole.mix[7].tolist() == volume_and_mix(before[7], after[7]).mix.tolist()


def test_a_period_without_contact_has_no_mix_but_a_change():
    found = volume_and_mix(np.zeros(2), np.array([3.0, 1.0]))
    assert found.change.tolist() == [3.0, 1.0]
    assert np.isnan(found.volume).all()
    assert np.isnan(found.mix).all()


@pytest.mark.parametrize("wrong", [[1.0, np.nan], [1.0, -1.0], [1.0, np.inf], [1.0]])
def test_what_is_no_count_is_refused(wrong):
    with pytest.raises(ValueError, match=r"recorded|same channels"):
        volume_and_mix(np.array([1.0, 2.0]), np.array(wrong))
