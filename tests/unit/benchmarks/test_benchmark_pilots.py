"""Do the benchmarks of pilots print every table, and would they notice an analysis that is wrong?"""

import numpy as np
import pytest

from benchmarks import pilots as benchmark
from benchmarks.pilot_series import autoregressive, carried_over, wandering


@pytest.mark.slow
def test_every_table_is_there_with_its_goals():
    sections = list(benchmark.pilots(30))
    titles = [section.title for section in sections]
    assert len(titles) == len(set(titles)) == 7
    assert all(len(row) == len(section.columns) for section in sections for row in section.rows)
    assert {row[0] for row in sections[0].rows} == {"24", "36", "60", "104"}
    assert not any("nan" in cell for section in sections for row in section.rows for cell in row)


def test_a_share_far_past_its_goal_is_missed_and_one_within_chance_is_not():
    assert benchmark._within(0.07, 0.065, 1000)
    assert not benchmark._within(0.09, 0.065, 1000)


def test_invented_errors_are_what_they_are_called():
    random = np.random.default_rng(1)
    errors = carried_over(400, 100, 0.6, random)
    assert errors.std() == pytest.approx(1 / np.sqrt(1 - 0.36), rel=0.05)
    assert np.mean(errors[:, 1:] * errors[:, :-1]) / np.mean(errors**2) == pytest.approx(0.6, abs=0.03)
    second = autoregressive(400, 100, (0.3, 0.3), 0.0, random)  # rho_1 = .3 / (1 - .3)
    assert np.mean(second[:, 1:] * second[:, :-1]) / np.mean(second**2) == pytest.approx(0.3 / 0.7, abs=0.04)
    assert wandering(400, 100, 0.3, random)[:, -1].std() > 2.5
