"""What is planted in the figures others report is found again, and the return nobody sent is missed."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sample_data.generator import generate_returns
from sample_data.generator.making import Months
from sample_data.generator.reported import returns_of
from sample_data.generator.reported.returned import Return
from sample_data.planted import reported as planted
from sample_data.planted import supporting
from sample_data.planted.truth import Truth

Row = dict[str, str]
MISSED_BINS = "missed_bins_put_right_in_2_days"
QUARTERS = 9
END = date(2026, 10, 31)


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[list[Row]]:
    return [read(file.path) for file in generate_returns("trentside", tmp_path_factory.mktemp("returns"))]


@pytest.fixture(scope="module")
def figures(files: list[list[Row]]) -> list[Row]:
    """Return the figure in force for each measure, provider and stretch."""
    latest = {(row["measure"], row["provider"], row["from_date"]): row for rows in files for row in rows}
    return list(latest.values())


def share(figures: list[Row], measure: str, first: str = "", before: str = "9999") -> float:
    rows = [row for row in figures if row["measure"] == measure and first <= row["from_date"] < before]
    return sum(int(row["numerator"]) for row in rows) / sum(int(row["denominator"]) for row in rows)


def missing(figures: list[Row]) -> int:
    return QUARTERS - len({row["from_date"] for row in figures if row["provider"] == planted.LEISURE_PARTNER})


RECOVERIES: dict[str, Callable[[list[Row]], float]] = {
    "missed_bins_before": lambda figures: share(figures, MISSED_BINS, before="2026-07-01"),
    "missed_bins_after": lambda figures: share(figures, MISSED_BINS, "2026-07-01"),
    "returns_missing": missing,
    "leisure": lambda figures: share(figures, "leisure_visitors_satisfied"),
    "trained": lambda figures: share(figures, "staff_trained", "2026-07-01"),
    "vacant": lambda figures: share(figures, "posts_vacant", "2026-07-01"),
    "proud": lambda figures: share(figures, "staff_proud_to_work_here", "2026-01-01"),
}


@pytest.mark.parametrize("truth", planted.TRUTHS, ids=lambda truth: truth.key)
def test_a_planted_truth_is_found_again(truth: Truth, figures: list[Row]) -> None:
    assert RECOVERIES[truth.key](figures) == pytest.approx(truth.value, abs=truth.within)


def test_the_return_nobody_sent_is_that_of_january_2026(figures: list[Row]) -> None:
    sent = {row["from_date"] for row in figures if row["provider"] == planted.LEISURE_PARTNER}
    assert planted.MISSING_RETURN.isoformat() not in sent
    assert {"2025-10-01", "2026-04-01"} <= sent


def test_the_contractor_misses_its_target_only_since_the_rounds_changed(figures: list[Row]) -> None:
    by_quarter = {
        row["from_date"]: int(row["numerator"]) / int(row["denominator"])
        for row in figures
        if row["provider"] == planted.CONTRACTOR
    }
    assert [day for day, value in by_quarter.items() if value < planted.MISSED_BINS_TARGET] == ["2026-07-01"]


def test_a_restated_figure_replaces_the_first(files: list[list[Row]]) -> None:
    first, restated = (
        next(row for row in rows if (row["measure"], row["from_date"]) == (MISSED_BINS, "2026-04-01")) for rows in files
    )
    assert int(restated["numerator"]) == int(first["numerator"]) - 3
    assert restated["updated_at"] > first["updated_at"]


def test_some_figures_are_stated_without_their_counts(figures: list[Row]) -> None:
    without = {row["measure"] for row in figures if not row["denominator"]}
    assert without == {"staff_turnover", "sickness_days_per_post", "leisure_visits"}
    assert all(row["value"] for row in figures if row["measure"] in without)


def stated(council: str) -> list[Return]:
    return returns_of(council, Months(30, END))


def silent(provider: str) -> Callable[[list[Return]], float]:
    return lambda rows: QUARTERS - len({row.from_date for row in rows if row.provider == provider})


def last_share(rows: list[Return], measure: str) -> float:
    last = max((row for row in rows if row.measure == measure), key=lambda row: row.to_date)
    assert last.numerator is not None
    assert last.denominator
    return last.numerator / last.denominator


def trained(rows: list[Return]) -> float:
    return last_share(rows, "training_coverage")


def last_days(rows: list[Return], measure: str) -> list[date]:
    latest = max(row.to_date for row in rows if row.measure == measure)
    return [date.fromisoformat(row.value or "") for row in rows if (row.measure, row.to_date) == (measure, latest)]


SUPPORTING: dict[tuple[str, str], Callable[[list[Return]], float]] = {
    ("nenebridge", "trained"): trained,
    ("nenebridge", "accreditation"): lambda rows: (max(last_days(rows, "accreditation_days_left")) - END).days,
    ("nenebridge", "roads_silent"): silent(supporting.ROADS_CONTRACTOR),
    ("loddonvale", "oldest_layer"): lambda rows: (END - min(last_days(rows, "map_layer_age"))).days,
    ("loddonvale", "repairs_silent"): silent(supporting.REPAIRS_CONTRACTOR),
    ("ouseford", "trained"): trained,
    ("thamesmere", "trained"): trained,
}


@pytest.mark.parametrize("truth", supporting.TRUTHS, ids=lambda truth: f"{truth.council}_{truth.key}")
def test_what_other_teams_and_contractors_state_is_found_again(truth: Truth) -> None:
    found = SUPPORTING[truth.council, truth.key](stated(truth.council))
    assert found == pytest.approx(truth.value, abs=truth.within)


def test_public_councils_have_no_returns(tmp_path: Path) -> None:
    assert generate_returns("boston", tmp_path) == []
