"""What is planted in the complaints is found again from the files, by counting days with no help from the product."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from frontdoor.statistics.control_chart import control_chart
from sample_data.generator import generate_complaints
from sample_data.planted import complaints as planted
from sample_data.planted.truth import Truth
from tests.unit.sample.complaint_stages import (
    CODE,
    Complaints,
    Stage,
    acknowledged_in_time,
    answered_in_time,
    from_cases,
    from_events,
    from_stages,
    in_time,
    read,
)

READERS = {"trentside": from_cases, "loddonvale": from_stages, "thamesmere": from_events, "ouseford": from_cases}
MONTHS = 30


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Complaints]:
    folder = tmp_path_factory.mktemp("complaints")
    return {council: reader(generate_complaints(council, folder)) for council, reader in READERS.items()}


def under_code(complaints: Complaints, stage: int = 1) -> list[Stage]:
    return [one for one in complaints.of(stage) if one.about["procedure"] in CODE]


def decided(complaints: Complaints, outcome: str) -> float:
    outcomes = [one.outcome for one in complaints.of(1) if one.outcome]
    return outcomes.count(outcome) / len(outcomes)


def never_acknowledged(complaints: Complaints) -> float:
    finished = [one for one in complaints.of(1) if one.opened < date(2026, 9, 1) and not one.withdrawn]
    return sum(one.acknowledged is None for one in finished) / len(finished)


def waste_step(complaints: Complaints) -> float:
    days = [one.opened for one in complaints.of(1) if one.about["service"] == "waste"]
    before = sum(date(2024, 7, 1) <= day < date(2026, 7, 1) for day in days) / 24
    return sum(day >= date(2026, 8, 1) for day in days) / 3 / before


def changes(complaints: Complaints) -> tuple[float, float]:
    """Second year less the first: in time, and upheld in any part."""
    years = [
        [one for one in complaints.of(1) if date(year, 8, 1) <= one.opened < date(year + 1, 8, 1)]
        for year in (2024, 2025)
    ]
    upheld = [sum(one.outcome in {"upheld", "partly_upheld"} for one in year) / len(year) for year in years]
    return answered_in_time(years[1]) - answered_in_time(years[0]), upheld[1] - upheld[0]


RECOVERIES: dict[str, Callable[[Complaints], float]] = {
    "stage_1_a_month": lambda told: len(told.of(1)) / MONTHS,
    "acknowledged": lambda told: acknowledged_in_time(under_code(told)),
    "stage_1": lambda told: answered_in_time(under_code(told)),
    "stage_1_housing": lambda told: answered_in_time(
        one for one in under_code(told) if one.about["service"] == "housing"
    ),
    "stage_2": lambda told: answered_in_time(told.of(2)),
    "escalated": lambda told: len(told.of(2)) / sum(one.responded is not None for one in told.of(1)),
    "upheld": lambda told: decided(told, "upheld"),
    "partly_upheld": lambda told: decided(told, "partly_upheld"),
    "early": lambda told: told.resolved_early / (told.resolved_early + len(told.of(1))),
    "refused": lambda told: told.refused / told.received,
    "never_acknowledged": never_acknowledged,
    "waste_step": waste_step,
    "stated": lambda told: in_time((one.stated_due, one.responded) for one in told.of(1) if not one.withdrawn),
    "complaints_change": lambda told: max(changes(told), key=abs),
}


@pytest.mark.parametrize("truth", planted.TRUTHS, ids=lambda truth: f"{truth.council}_{truth.key}")
def test_a_planted_truth_is_found_again(truth: Truth, told: dict[str, Complaints]) -> None:
    assert RECOVERIES[truth.key](told[truth.council]) == pytest.approx(truth.value, abs=truth.within)


def test_services_that_do_not_fail_answer_as_planted(told: dict[str, Complaints]) -> None:
    for service, share in planted.STAGE_1_IN_TIME_ELSEWHERE.items():
        own = [one for one in under_code(told["trentside"]) if one.about["service"] == service]
        assert answered_in_time(own) == pytest.approx(share, abs=0.02), service


def test_a_procedure_under_no_code_would_drag_the_figure_down(told: dict[str, Complaints]) -> None:
    others = [one for one in told["trentside"].of(1) if one.about["procedure"] == planted.OTHER_PROCEDURE]
    assert len(others) > 20
    assert answered_in_time(others) < 0.6


def test_no_control_chart_finds_a_change_in_the_quiet_councils_complaints(told: dict[str, Complaints]) -> None:
    months = [date(2024 + (4 + index) // 12, (4 + index) % 12 + 1, 1) for index in range(MONTHS)]
    opened = [one.opened.replace(day=1) for one in told["ouseford"].of(1)]
    chart = control_chart([float(opened.count(month)) for month in months], improvement="decrease")
    assert chart.variation == "common_cause"


def test_open_cases_are_closed_by_the_next_file(tmp_path: Path) -> None:
    earlier, later = (read(file.path) for file in generate_complaints("trentside", tmp_path))
    was_open = {
        row["complaint_id"] for row in earlier if row["stage_1_opened_date"] and not row["stage_1_responded_date"]
    }
    closed = {row["complaint_id"] for row in later if row["stage_1_responded_date"]}
    assert len(was_open & closed) > 30
    assert max(row["updated_at"] for row in earlier) < "2026-10-01" <= min(row["updated_at"] for row in later)


def test_an_export_knows_nothing_that_came_later(tmp_path: Path) -> None:
    for council in READERS:
        earlier = read(generate_complaints(council, tmp_path)[0].path)
        dates = [cell for row in earlier for name, cell in row.items() if name.endswith("date") and "due" not in name]
        assert max(dates) <= "2026-09-30"


def test_some_stages_are_extended_by_more_than_any_code_allows(told: dict[str, Complaints]) -> None:
    lengths = [one.extension for one in told["trentside"].of(1) if one.extension]
    assert set(lengths) == {5, 10, 15}
    assert len(lengths) / len(told["trentside"].of(1)) == pytest.approx(planted.EXTENDED, abs=0.02)


def test_some_complaints_stay_open_long_past_due_and_some_are_withdrawn(told: dict[str, Complaints]) -> None:
    stages = told["trentside"].of(1)
    assert sum(one.responded is None and not one.withdrawn and one.due < date(2026, 9, 1) for one in stages) >= 5
    withdrawn = sum(one.withdrawn is not None for one in stages) / len(stages)
    assert withdrawn == pytest.approx(planted.WITHDRAWN, abs=0.006)


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(tmp_path: Path) -> None:
    def digests(folder: str, seed: int) -> list[bytes]:
        return [file.path.read_bytes() for file in generate_complaints("ouseford", tmp_path / folder, seed=seed)]

    assert digests("one", 7) == digests("two", 7)
    assert digests("one", 7) != digests("three", 8)


def test_a_council_without_complaints_has_no_files(tmp_path: Path) -> None:
    assert generate_complaints("nenebridge", tmp_path) == []
