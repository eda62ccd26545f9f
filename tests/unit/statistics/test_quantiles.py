"""Quantiles of counted values against the values written out one by one."""

from math import ceil

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.statistics.quantiles import share_at_most, weighted_quantile

TABLES = st.dictionaries(st.integers(0, 600), st.integers(0, 30), max_size=12)


def test_quantiles_by_hand():
    # Ten waits: 5 5 5 10 10 20 20 20 20 300. The fifth is 10, the ninth 20, the tenth 300.
    waits, calls = [5, 10, 20, 300], [3, 2, 4, 1]
    assert weighted_quantile(waits, calls, 0.5) == 10
    assert weighted_quantile(waits, calls, 0.51) == 20
    assert weighted_quantile(waits, calls, 0.9) == 20
    assert weighted_quantile(waits, calls, 0.91) == 300
    assert weighted_quantile(waits, calls, 0) == 5
    assert weighted_quantile(waits, calls, 1) == 300


@pytest.mark.parametrize(
    ("quantile", "total"), [(0.07, 100), (0.29, 100), (0.57, 100), (0.9, 10), (0.1, 30), (0.55, 20)]
)
def test_a_quantile_that_falls_on_a_whole_number_of_cases_does_not_slip_to_the_next(quantile, total):
    # In floats 0.07 x 100 is 7.000000000000001: the eighth case instead of the seventh.
    assert weighted_quantile(range(1, total + 1), [1] * total, quantile) == round(quantile * total)


@given(TABLES, st.integers(0, 100))
def test_a_quantile_is_the_value_found_by_writing_every_case_out(table, per_cent):
    written_out = sorted(value for value, count in table.items() for _ in range(count))
    found = weighted_quantile(list(table), list(table.values()), per_cent / 100)
    if not written_out:
        assert found is None
    else:
        assert found == written_out[max(ceil(per_cent * len(written_out) / 100), 1) - 1]


@given(TABLES, st.integers(0, 600))
def test_a_share_and_a_quantile_undo_each_other(table, limit):
    values, counts = list(table), list(table.values())
    share = share_at_most(values, counts, limit)
    if share is None:
        assert sum(counts) == 0
    else:
        assert 0 <= share <= 1
        assert share == 0 or weighted_quantile(values, counts, share - 1e-12) <= limit


def test_share_at_most_counts_the_limit_itself():
    assert share_at_most([10, 20, 30], [1, 2, 1], 20) == 0.75
    assert share_at_most([10, 20, 30], [1, 2, 1], 19.9) == 0.25
    assert share_at_most([10, 20, 30], [1, 2, 1], 5) == 0.0


def test_nobody_counted_has_no_quantile_and_no_share():
    assert weighted_quantile([], [], 0.5) is None
    assert weighted_quantile([5, 6], [0, 0], 0.5) is None
    assert share_at_most([5, 6], [0, 0], 5) is None


def test_columns_of_a_frame_do_and_may_be_unsorted_and_repeated():
    frame = pl.DataFrame({"seconds_waited": [20, 5, 20, 10], "answered": [1, 1, 1, 1]})
    assert weighted_quantile(frame["seconds_waited"], frame["answered"], 0.5) == 10
    assert share_at_most(frame["seconds_waited"], frame["answered"], 10) == 0.5


def test_an_impossible_quantile_or_count_is_refused():
    with pytest.raises(ValueError, match="from 0 to 1"):
        weighted_quantile([1], [1], 90)
    with pytest.raises(ValueError, match="below 0"):
        weighted_quantile([1, 2], [3, -1], 0.5)
    with pytest.raises(ValueError, match="2 values and 1 counts"):
        share_at_most([1, 2], [3], 1)
