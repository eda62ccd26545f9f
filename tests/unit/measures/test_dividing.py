"""Sums are divided once, last, and are right at every grain."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.dividing import STANDING, divided, summed

SERVICE_LEVEL = CATALOGUE["service_level"]
DAY = date(2026, 10, 5)


def waits(*rows: tuple[str, int | None, int | None]) -> pl.DataFrame:
    return pl.DataFrame(
        rows,
        schema={"service": pl.String, "answered_within": pl.Int64, "offered": pl.Int64},
        orient="row",
    )


def test_a_busy_service_outweighs_a_quiet_one() -> None:
    # 10 of 100 and 10 of 10: 20 of 110 is 0.1818; the average of the two shares would say 0.55.
    frame = waits(("waste", 10, 100), ("planning", 10, 10))
    value = divided(summed(frame, ()), SERVICE_LEVEL)["value"].item()
    assert value == pytest.approx(20 / 110)


def test_nothing_to_divide_by_is_null_not_zero() -> None:
    assert divided(summed(waits(("waste", 0, 0)), ()), SERVICE_LEVEL)["value"].item() is None


def test_a_column_nobody_supplied_stays_null() -> None:
    whole = divided(summed(waits(("waste", None, 5), ("planning", None, 6)), ()), SERVICE_LEVEL)
    assert whole["numerator"].item() is None
    assert whole["value"].item() is None


def test_a_maximum_is_never_summed() -> None:
    frame = pl.DataFrame({"longest_wait_seconds": [40, 900, 12], "calls_offered": [5, 6, 7]})
    whole = divided(summed(frame, ()), CATALOGUE["longest_wait"])
    assert whole["value"].item() == 900
    assert whole["denominator"].item() == 18


def test_short_abandons_leave_both_sums_of_the_treatment_that_ignores_them() -> None:
    # 70 answered in time of 100 offered, 10 gone within the limit: 70 / 90.
    frame = pl.DataFrame({"answered_within": [70], "offered": [100], "abandoned_short": [10]})
    assert divided(frame, CATALOGUE["service_level_ignoring_short_abandons"])["value"].item() == pytest.approx(70 / 90)
    assert divided(frame, CATALOGUE["service_level_crediting_short_abandons"])["value"].item() == pytest.approx(
        80 / 100
    )


counts = st.lists(
    st.tuples(st.sampled_from(["waste", "planning", "housing"]), st.integers(0, 500), st.integers(0, 500)),
    min_size=1,
    max_size=30,
)


@given(counts)
def test_subtotals_by_service_add_up_to_the_whole(rows: list[tuple[str, int, int]]) -> None:
    frame = waits(*[(service, min(a, b), max(a, b)) for service, a, b in rows])
    parts = divided(summed(frame, ("service",)), SERVICE_LEVEL)
    whole = divided(summed(frame, ()), SERVICE_LEVEL)
    assert parts["numerator"].sum() == whole["numerator"].item()
    assert parts["denominator"].sum() == whole["denominator"].item()


@given(counts)
def test_a_share_is_between_nought_and_one_or_null(rows: list[tuple[str, int, int]]) -> None:
    frame = waits(*[(service, min(a, b), max(a, b)) for service, a, b in rows])
    for value in divided(summed(frame, ("service",)), SERVICE_LEVEL)["value"]:
        assert value is None or 0 <= value <= 1


def test_every_measure_is_filed_under_its_own_key_and_names_real_columns() -> None:
    from frontdoor.schema.questions import QUESTIONS

    for key, measure in CATALOGUE.items():
        assert measure.key == key
        for term in (term for term in measure.terms if term.question not in STANDING):
            assert term.column in QUESTIONS[term.question].names, f"{key}: {term.question} has no column {term.column}"
