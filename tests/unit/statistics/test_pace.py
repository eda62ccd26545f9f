"""The pace towards a target: planted paces are carried on, intervals hold what comes, and doubt is said."""

import numpy as np
import pytest
from invented_shift import weekly_shares, weeks_from

from frontdoor.statistics.pace import NEVER, pace

SEEN, AHEAD = 104, 52


def seen_and_coming(series=150, *, rho=0.4, a_year=0.06):
    """Return shares of 104 weeks that rise by `a_year`, and those of the 52 after."""
    random, weeks = np.random.default_rng(95), SEEN + AHEAD
    return weekly_shares(random, series, weeks, 0.45, mean=2000.0, rho=rho, drift=a_year * weeks / 52.18)


@pytest.mark.parametrize("rho", [0.0, 0.5])
def test_what_comes_is_within_the_interval(rho):
    part, contacts = seen_and_coming(rho=rho)
    found = pace(part[:, :SEEN], contacts[:, :SEEN], weeks_from(SEEN), AHEAD, 0.6)
    last = slice(-4, None)
    came = part[:, last].sum(axis=1) / contacts[:, last].sum(axis=1)
    assert np.mean((found.lower[:, -1] <= came) & (came <= found.upper[:, -1])) >= 0.9
    assert np.median(found.expected[:, -1] - came) == pytest.approx(0.0, abs=0.01)


def test_the_date_is_where_the_line_meets_the_target():
    weeks = np.arange(60)
    part = (40 + 0.25 * weeks)[None]  # 54.75% at the end, a quarter of a point a week: 60% in week 80
    found = pace(part, np.full((1, 60), 100.0), weeks_from(60), 40, 0.60)
    assert found.expected_week[0] == 80 - 60 + 2  # the mean of four weeks lags by one and a half
    assert found.now[0] == pytest.approx((40 + 0.25 * np.arange(47, 60)).mean() / 100)
    assert found.to_move[0] == pytest.approx((0.60 - found.now[0]) * 100)
    assert found.earliest_week[0] <= found.expected_week[0] <= found.latest_week[0]


def test_no_pace_never_arrives_and_a_target_met_needs_nobody_to_move():
    part, contacts = seen_and_coming(20, a_year=0.0)
    far = pace(part[:, :SEEN], contacts[:, :SEEN], weeks_from(SEEN), AHEAD, 0.8)
    assert np.all(far.latest_week == NEVER)
    assert np.all(far.expected_week == NEVER)
    assert far.to_move.mean() == pytest.approx(0.35 * 2000, rel=0.05)
    met = pace(part[:, :SEEN], contacts[:, :SEEN], weeks_from(SEEN), AHEAD, 0.3)
    assert np.all(met.to_move == 0)
    assert np.all(met.latest_week == 0)


def test_too_few_weeks_and_further_ahead_than_back_cannot_be_told():
    part, contacts = seen_and_coming(1)
    for weeks, ahead in ((25, 10), (30, 31)):
        found = pace(part[:, :weeks], contacts[:, :weeks], weeks_from(weeks), ahead, 0.6)
        assert not found.is_known[0]
        assert np.isnan(found.expected).all()
        assert found.earliest_week[0] == NEVER
        assert found.now[0] > 0
    assert pace(part[:, :30], contacts[:, :30], weeks_from(30), 30, 0.6).is_known[0]


def test_unknown_weeks_and_weeks_without_contact_are_passed_over():
    part, contacts = seen_and_coming(2)
    whole = pace(part[:, :SEEN], contacts[:, :SEEN], weeks_from(SEEN), AHEAD, 0.6)
    part[0, 50], contacts[1, 60], part[1, 60] = np.nan, 0.0, 0.0
    gaps = pace(part[:, :SEEN], contacts[:, :SEEN], weeks_from(SEEN), AHEAD, 0.6)
    assert gaps.expected == pytest.approx(whole.expected, abs=0.01)


def test_what_cannot_be_is_refused():
    with pytest.raises(ValueError, match=r"45% as 0\.45"):
        pace(np.ones((1, 30)), np.ones((1, 30)), weeks_from(30), 4, 45)
    with pytest.raises(ValueError, match="30 weeks"):
        pace(np.ones((1, 29)), np.ones((1, 29)), weeks_from(30), 4, 0.5)
    with pytest.raises(ValueError, match="to come"):
        pace(np.ones((1, 30)), np.ones((1, 30)), weeks_from(30), 0, 0.5)
