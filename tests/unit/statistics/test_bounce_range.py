"""Bounces as a range: what was seen, what can have been, and what is likely if the unlinked are like the linked."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdoor.statistics.bounce_range import bounce_range, net_share, net_shift


def one(digital, linked, bounced, calls, linked_calls):
    return bounce_range(*(np.array([float(x)]) for x in (digital, linked, bounced, calls, linked_calls)))


def test_with_everyone_linked_bounces_are_counted():
    found = one(1000, 1000, 120, 5000, 5000)
    assert [found.lower[0], found.middle[0], found.upper[0]] == [120, 120, 120]
    assert found.share_interval.lower[0] < 0.12 < found.share_interval.upper[0]


def test_unlinked_contacts_and_calls_widen_the_range_by_hand():
    # 60 of 600 linked seen; calls 80% linked: middle 1,000 x .1 / .8 = 125; at most 60 + 400 unlinked + 200 unlinked calls after linked
    found = one(1000, 600, 60, 1000, 800)
    assert [found.lower[0], found.middle[0], found.upper[0]] == pytest.approx([60, 125, 660])
    assert [found.linked_share[0], found.linked_share_of_calls[0]] == pytest.approx([0.6, 0.8])


def test_there_are_never_more_bounces_than_calls():
    assert one(1000, 100, 10, 50, 40).upper[0] == 50
    assert one(1000, 100, 0, 0, 0).upper[0] == 0


@pytest.mark.parametrize("without", [(1000, 0, 0, 500, 400), (1000, 700, 0, 500, 0)])
def test_without_links_on_both_sides_it_cannot_be_known(without):
    found = one(*without)
    assert not found.is_known[0]
    assert np.isnan([found.lower[0], found.middle[0], found.upper[0], found.share_of_linked[0]]).all()
    assert np.isnan(net_share(np.array([1000.0]), np.array([3000.0]), found).upper[0])


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.floats(0.1, 1), st.floats(0.1, 1), st.floats(0, 1), st.integers(0, 300))
def test_the_truth_is_never_outside_the_range(seed, linked, linked_calls, chance, other_calls):
    random = np.random.default_rng(seed)
    bounced = random.random(400) < chance
    has_link = random.random(400) < linked
    call_has_link = random.random(400) < linked_calls
    others = int((random.random(other_calls) < linked_calls).sum())
    seen = int((bounced & has_link & call_has_link).sum())
    calls_linked = int((bounced & call_has_link).sum()) + others
    found = one(400, has_link.sum(), seen, bounced.sum() + other_calls, calls_linked)
    if found.is_known[0]:
        assert found.lower[0] <= bounced.sum() <= found.upper[0]
        assert found.lower[0] <= found.middle[0] <= found.upper[0]


def test_the_middle_is_the_truth_when_unlinked_are_like_linked():
    random = np.random.default_rng(61)
    bounced, has_link, call_has_link = random.random((3, 100_000)) < np.array([[0.12], [0.6], [0.7]])
    seen, followed = bounced & has_link & call_has_link, bounced & call_has_link
    found = one(100_000, has_link.sum(), seen.sum(), bounced.sum(), followed.sum())
    assert found.middle[0] == pytest.approx(bounced.sum(), rel=0.03)


def test_a_bounced_contact_is_counted_as_the_call_it_became():
    # 60 online, 50 calls, 10 of them because the form failed: 50 of 100 people's needs were met online
    found = net_share(np.array([60.0]), np.array([110.0]), one(60, 60, 10, 50, 50))
    assert found.gross[0] == pytest.approx(60 / 110)
    assert [found.lower[0], found.middle[0], found.upper[0]] == pytest.approx([0.5, 0.5, 0.5])


def test_the_net_shift_is_between_its_worst_and_its_best():
    before = net_share(np.array([400.0]), np.array([1000.0]), one(400, 300, 15, 600, 500))
    after = net_share(np.array([600.0]), np.array([1100.0]), one(600, 500, 60, 500, 450))
    shift = net_shift(before, after)
    assert shift.gross[0] == pytest.approx(600 / 1100 - 0.4)
    assert shift.lower[0] < shift.middle[0] < shift.upper[0]
    assert shift.middle[0] < shift.gross[0]  # more bounced after than before
    assert shift.lower[0] == pytest.approx(after.lower[0] - before.upper[0])


@pytest.mark.parametrize(
    "wrong", [(10, 11, 0, 5, 5), (10, 5, 6, 9, 9), (10, 5, 1, 5, 6), (10, 5, 3, 5, 2), (10, -1, 0, 5, 5)]
)
def test_parts_larger_than_their_wholes_are_refused(wrong):
    with pytest.raises(ValueError, match=r"more .* than can be"):
        one(*wrong)
