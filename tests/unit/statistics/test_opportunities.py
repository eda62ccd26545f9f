"""The ranking of what could be removed: by hand, sure where it is sure, and open about the rest."""

import numpy as np
import pytest

from frontdoor.statistics.opportunities import Found, Ranges, ranked_opportunities

COSTS = Ranges(np.array([200.0, 600.0]), np.array([300.0, 900.0]), np.array([500.0, 1000.0]))  # a call, a visit


def exactly(*values):
    return Ranges(*[np.array(values, dtype=np.float64)] * 3)


def found(*rows):
    return Found(*(np.array(column, dtype=np.float64) for column in zip(*rows, strict=True)))


def test_contacts_times_cost_times_ease_by_hand():
    # 1,000 calls, all assessed, 400 removable, half of it could go: 400 x 300 x .5; visits: 200 x 900 x .3
    ranked = ranked_opportunities(found((1000, 1000, 400), (500, 500, 200)), COSTS, np.array([0, 1]), exactly(0.5, 0.3))
    assert ranked.pence.tolist() == [60_000.0, 54_000.0]
    assert ranked.pence_interval.lower.tolist() == [400 * 200 * 0.5, 200 * 600 * 0.3]
    assert ranked.pence_interval.upper.tolist() == [400 * 500 * 0.5, 200 * 1000 * 0.3]
    assert ranked.order.tolist() == [0, 1]
    assert (ranked.rank_lower[1], ranked.rank_upper[1]) == (1, 2)  # a visit may be dear enough


def test_a_sample_gives_an_interval_and_a_full_count_none():
    ranked = ranked_opportunities(
        found((10_000, 100, 40), (100, 100, 40)), COSTS, np.zeros(2, dtype=int), exactly(1, 1)
    )
    assert ranked.contacts.tolist() == [4000.0, 40.0]
    assert ranked.contacts_interval.lower[0] == pytest.approx(10_000 * 0.3094, rel=1e-3)  # Wilson's 40 of 100
    assert (ranked.contacts_interval.lower[1], ranked.contacts_interval.upper[1]) == (40.0, 40.0)


def test_a_doubt_about_the_cost_of_a_call_moves_no_call_past_another():
    ranked = ranked_opportunities(
        found((1000, 1000, 400), (1000, 1000, 390)), COSTS, np.zeros(2, dtype=int), exactly(1, 1)
    )
    assert ranked.pence_interval.lower[0] < ranked.pence_interval.upper[1]
    assert [ranked.rank_lower.tolist(), ranked.rank_upper.tolist()] == [[1, 2], [1, 2]]


def test_equals_seen_in_small_samples_have_open_ranks():
    rows = [(1000, 50, 20 + place % 2) for place in range(20)]
    ranked = ranked_opportunities(found(*rows), COSTS, np.zeros(20, dtype=int), exactly(*[0.5] * 20))
    assert np.all(ranked.rank_upper - ranked.rank_lower >= 12)
    assert np.all((ranked.share_in_top > 0.2) & (ranked.share_in_top < 0.8))
    assert ranked.share_in_top.sum() == pytest.approx(10)


def test_the_true_order_is_within_the_ranges_of_ranks():
    random = np.random.default_rng(81)
    held = []
    for _ in range(20):
        contacts, share = random.integers(500, 5000, 25).astype(np.float64), random.uniform(0.05, 0.6, 25)
        removable = random.binomial(200, share).astype(np.float64)
        ranked = ranked_opportunities(
            Found(contacts, np.full(25, 200.0), removable), COSTS, np.zeros(25, dtype=int), exactly(*[0.5] * 25)
        )
        truth = np.empty(25, dtype=int)
        truth[np.argsort(-contacts * share)] = np.arange(1, 26)
        held.append((ranked.rank_lower <= truth) & (truth <= ranked.rank_upper))
    assert np.mean(held) >= 0.85  # 90% stated


def test_what_nobody_assessed_cannot_be_told_and_is_ranked_nowhere():
    ranked = ranked_opportunities(
        found((9000, 0, 0), (100, 100, 10), (0, 0, 0)), COSTS, np.zeros(3, dtype=int), exactly(1, 1, 1)
    )
    assert ranked.order.tolist() == [1]
    assert ranked.rank.tolist() == ranked.rank_upper.tolist() == [0, 1, 0]
    assert np.isnan(ranked.pence[[0, 2]]).all()
    assert np.isnan(ranked.share_in_top[0])


def test_the_same_figures_give_the_same_ranks_again():
    rows = [(1000, 50, 20)] * 12
    first, second = (
        ranked_opportunities(found(*rows), COSTS, np.zeros(12, dtype=int), exactly(*[0.5] * 12)) for _ in range(2)
    )
    assert first.share_in_top.tolist() == second.share_in_top.tolist()


def test_what_cannot_be_is_refused():
    with pytest.raises(ValueError, match="more contacts are removable"):
        found((10, 5, 6))
    with pytest.raises(ValueError, match="ease is above 1"):
        ranked_opportunities(found((10, 5, 5)), COSTS, np.array([0]), exactly(1.2))
    with pytest.raises(ValueError, match="below 0"):
        Ranges(np.array([-1.0]), np.array([1.0]), np.array([2.0]))
