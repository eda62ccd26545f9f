"""What was saved: the usual claim, what is borne out, and cash, each with ranges that hold every combination."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.statistics.savings import NOTHING, Finding, Range, saving, unit_cost, worth

CALL, FORM = unit_cost(200, 283, 557), unit_cost(10, 20, 50)
FELL = Range(600.0, 800.0, 1000.0)
RANGES = st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=3).map(lambda ends: Range(*sorted(ends)))


def test_a_fall_beyond_noise_is_borne_out_by_hand():
    # difference 150 to 547, central 263; claimed 2,000 x that; borne out 600 x 150 to 1,000 x 547
    found = saving(2000, FELL, CALL, FORM, bounced=Range(100, 200, 500))
    assert found.finding is Finding.SAVED
    assert found.claimed == Range(300_000, 526_000, 1_094_000)
    assert found.claimed_net == Range(1500 * 150, 1800 * 263, 1900 * 547)
    assert found.borne_out == Range(90_000, 210_400, 547_000)
    assert found.cashable is None  # nobody has said what stopped being paid


def test_cash_is_what_stopped_being_paid_less_what_it_costs_online():
    # half of a call's cost released: 100 to 278.5 a call, less 10 to 50 a form: 50 to 268.5, central 121.5
    found = saving(2000, FELL, CALL, FORM, released=Range(0.5, 0.5, 0.5))
    assert found.cashable == Range(600 * 50, 800 * 121.5, 1000 * 268.5)
    none = saving(2000, FELL, CALL, FORM, released=Range(0, 0, 0))
    assert none.cashable == NOTHING
    assert none.borne_out.low > 0


@pytest.mark.parametrize(
    ("fell", "finding"),
    [
        (Range(-50, 300, 700), Finding.WITHIN_NOISE),
        (Range(0, 300, 700), Finding.WITHIN_NOISE),
        (Range(-9, -5, -1), Finding.ROSE),
    ],
)
def test_nothing_is_saved_where_the_dearer_channel_did_not_fall(fell, finding):
    found = saving(30_000, fell, CALL, FORM, released=Range(1, 1, 1))
    assert found.finding is finding
    assert found.claimed.central == 30_000 * 263  # as it is usually claimed
    assert found.borne_out == found.cashable == NOTHING


def test_what_is_not_known_is_not_saved():
    assert saving(10, None, CALL, FORM).finding is Finding.CANNOT_TELL
    assert saving(10, None, CALL, FORM).borne_out is None
    without_cost = saving(10, FELL, CALL, None)
    assert (without_cost.finding, without_cost.claimed, without_cost.fell) == (Finding.CANNOT_TELL, None, FELL)


def test_a_cheaper_channel_that_may_cost_more_depends_on_the_cost():
    found = saving(100, FELL, unit_cost(30, 60, 90), unit_cost(20, 40, 50))
    assert found.finding is Finding.DEPENDS_ON_COST
    assert found.borne_out.low == 1000 * -20
    assert saving(100, FELL, unit_cost(0, 0, 0), unit_cost(0, 0, 0)).finding is Finding.DEPENDS_ON_COST


@given(RANGES, RANGES)
def test_ranges_hold_every_combination(one, two):
    for a, b in product((one.low, one.central, one.high), (two.low, two.central, two.high)):
        for result, truth in ((one + two, a + b), (one - two, a - b), (one * two, a * b)):
            slack = 1e-9 * (1 + abs(truth))
            assert result.low - slack <= truth <= result.high + slack
            assert result.low <= result.central <= result.high


def test_an_effect_on_channels_is_worth_the_sum_of_its_parts():
    # mix -110 calls, 110 forms: -110 x 557 + 110 x 10 at best, -110 x 200 + 110 x 50 at worst
    assert worth([-110, 110], [CALL, FORM]) == Range(-60_170, -28_930, -16_500)


@pytest.mark.parametrize("ends", [(-1, 5, 9), (3, 2, 9), (0, float("nan"), 1), (0, 1, float("inf"))])
def test_costs_below_nothing_or_out_of_order_are_refused(ends):
    with pytest.raises(ValueError, match=r"unit cost is|not"):
        unit_cost(*ends)


def test_a_range_below_nothing_is_no_cost_and_a_share_above_one_is_none():
    with pytest.raises(ValueError, match=r"below|nothing"):
        saving(1, FELL, Range(-5, 1, 2), FORM)
    with pytest.raises(ValueError, match="released"):
        saving(1, FELL, CALL, FORM, released=Range(0, 0.5, 1.5))
