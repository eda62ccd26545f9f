"""Measures of complaints and surveys, worked by hand from the sums their questions return."""

import polars as pl
import pytest

from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.complaints import (
    COMPLAINT,
    COMPLAINTS_PER_1000_CONTACTS,
    COMPLAINTS_PER_1000_HOMES,
    EARLY_RESOLUTION,
    ESCALATED,
    STAGE_1_IN_TIME,
    UPHELD,
)
from frontdoor.measures.dividing import divided
from frontdoor.measures.formatting import format_value, in_every_hundred
from frontdoor.measures.measure import Kind, Measure
from frontdoor.measures.surveys import NET_PROMOTER_SCORE, NET_SATISFACTION, SHARE_SATISFIED, SURVEY, WEIGHTED_SCORE
from frontdoor.schema.units import Unit
from frontdoor.statistics.bounded_mean import bounded_mean_interval

BOTH = (*COMPLAINT, *SURVEY)
# 10 June to 30 June: 40 received, 10 put right early, 30 opened at stage 1, 25 answered, 5 escalated; 30 decided: 9, 6, 15.
JUNE = {
    "received": 40,
    "resolved_early": 10,
    "stage_1_opened": 30,
    "stage_1_answered": 25,
    "escalated": 5,
    "decided": 30,
    "upheld": 9,
    "partly_upheld": 6,
    "contacts": 8_000,
    "homes": 5_000,
    "due_cases": 20,
    "in_time_cases": 17,
}


def value_of(measure: Measure, sums: dict[str, float]) -> float:
    return float(divided(pl.DataFrame({name: [number] for name, number in sums.items()}), measure)["value"].item())


@pytest.mark.parametrize(
    ("measure", "worked"),
    [
        (COMPLAINTS_PER_1000_CONTACTS, 5.0),  # 1,000 x 40 / 8,000
        (COMPLAINTS_PER_1000_HOMES, 6.0),  # 1,000 x 30 / 5,000
        (ESCALATED, 0.2),  # 5 / 25
        (UPHELD, 0.5),  # (9 + 6) / 30
        (EARLY_RESOLUTION, 0.25),  # 10 / (10 + 30)
        (STAGE_1_IN_TIME, 0.85),  # 17 / 20
    ],
)
def test_complaints_by_hand(measure: Measure, worked: float) -> None:
    assert value_of(measure, JUNE) == pytest.approx(worked)


def test_net_satisfaction_by_hand() -> None:
    # 60 good, 25 average, 15 poor: (60 - 15) / 100; answers off the scale are in none of the three.
    assert value_of(NET_SATISFACTION, {"good": 60, "average": 25, "poor": 15}) == pytest.approx(0.45)


def test_the_two_satisfaction_figures_of_one_published_row_differ() -> None:
    # OPG, April 2023: 23, 46, 153, 419, 528 of 1,169 (DOMAIN.md section 2.5): score 80, share satisfied 81.0%.
    points = 0.25 * 46 + 0.5 * 153 + 0.75 * 419 + 528
    squares = 0.25**2 * 46 + 0.5**2 * 153 + 0.75**2 * 419 + 528
    row = {"points": points, "points_squared": squares, "satisfied": 419 + 528, "valid_answers": 1_169}
    assert value_of(WEIGHTED_SCORE, row) == pytest.approx(79.6, abs=0.05)
    assert value_of(SHARE_SATISFIED, row) == pytest.approx(0.810, abs=0.0005)


def test_the_net_promoter_score_goes_from_minus_to_plus_100() -> None:
    assert value_of(NET_PROMOTER_SCORE, {"promoters": 50, "detractors": 20, "valid_answers": 100}) == pytest.approx(30)
    assert value_of(NET_PROMOTER_SCORE, {"promoters": 0, "detractors": 7, "valid_answers": 7}) == pytest.approx(-100)


@pytest.mark.parametrize("measure", BOTH, ids=lambda measure: measure.key)
def test_each_is_said_in_words(measure: Measure) -> None:
    said = measure.plain.format(people=in_every_hundred(0.62, measure.people), value=format_value(0.62, measure.unit))
    assert "{" not in said
    assert not said.endswith(".")
    assert measure.definition.endswith(".")
    assert not measure.source.endswith(".")
    assert bool(measure.people) == (measure.unit is Unit.SHARE and measure.kind is Kind.RATIO)


def test_keys_are_those_of_no_other_measure() -> None:
    keys = [measure.key for measure in BOTH]
    assert len(set(keys)) == len(keys)
    for measure in BOTH:
        assert CATALOGUE.get(measure.key, measure) is measure


@pytest.mark.parametrize("measure", [measure for measure in SURVEY if measure.squares], ids=lambda measure: measure.key)
def test_a_mean_score_has_what_its_interval_needs(measure: Measure) -> None:
    columns = {term.column: 10.0 for term in (*measure.numerator, *measure.denominator, *measure.squares)}
    columns["valid_answers"] = 20.0
    total = sum(columns[term.column] * term.weight for term in measure.numerator)
    squares = sum(columns[term.column] * term.weight for term in measure.squares)
    n = sum(columns[term.column] * term.weight for term in measure.denominator)
    found = bounded_mean_interval(n, total, squares, *measure.scale)
    assert found is not None
    assert found.lower <= total / n <= found.upper


def test_only_survey_answers_are_samples() -> None:
    assert {measure.key for measure in BOTH if measure.is_sample} == {
        "net_satisfaction",
        "share_satisfied",
        "weighted_score",
        "net_promoter_score",
        "ease",
        "first_contact_resolution_survey",
    }
