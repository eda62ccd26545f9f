"""What is planted in the rotas is found again in their files, and the rotas load whole and are the same every week."""

import csv
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from frontdoor.intake.loading import load
from frontdoor.strategy.reading import read_council, shipped_councils
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.opening import open_warehouse
from frontdoor.warehouse.scope import Scope
from sample_data.generator import DEFAULT_UNTIL, generate_rota
from sample_data.generator.files import GeneratedFile
from sample_data.planted import rotas as planted

Row = dict[str, str]
WEEK = (date(2026, 10, 5), date(2026, 10, 11))
FROM_NINE = range(18, 22)
MONDAY, SATURDAY = 0, 5
COUNCILS = ("trentside", "nenebridge")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, GeneratedFile]:
    return {key: generate_rota(key, tmp_path_factory.mktemp(key))[0] for key in COUNCILS}


@pytest.fixture(scope="module")
def on_duty(
    files: dict[str, GeneratedFile], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[tuple[int, int], float]]:
    """Return people on duty in an ordinary week by council, weekday and half-hour, as the question tells it once loaded."""
    told = {}
    for key, file in files.items():
        home = Home(read_council(shipped_councils() / f"{key}.toml"), tmp_path_factory.mktemp("home") / key)
        home.folder.mkdir()
        assert load(home, file.path, file.source).loaded == file.rows
        frame = open_warehouse(home).ask("rota", Scope(*WEEK), {}).frame
        told[key] = {(day.weekday(), half_hour): agents for day, half_hour, _, _, _, agents, _ in frame.iter_rows()}
    return told


def mean(numbers: list[float]) -> float:
    return sum(numbers) / len(numbers)


RECOVERIES: dict[str, Callable[[dict[str, dict[tuple[int, int], float]]], float]] = {
    "rota_hours": lambda told: sum(told["trentside"].values()) / 2,
    "rota_mondays": lambda told: mean([told["trentside"][MONDAY, half_hour] for half_hour in FROM_NINE]),
    "rota_other_days": lambda told: mean([told["trentside"][day, half_hour] for day in range(1, 5) for half_hour in FROM_NINE]),
    "rota_agents": lambda told: mean([agents for (day, _), agents in told["nenebridge"].items() if day < SATURDAY]),
}  # fmt: skip
FROM_ROTAS_ALONE = [truth for truth in planted.TRUTHS if truth.key in RECOVERIES]


@pytest.mark.parametrize("truth", FROM_ROTAS_ALONE, ids=lambda truth: truth.key)
def test_a_planted_truth_is_found_again(truth, on_duty) -> None:
    assert RECOVERIES[truth.key](on_duty) == pytest.approx(truth.value, abs=truth.within or 1e-9)


def test_the_rota_covers_the_last_half_year_and_two_months_ahead(files) -> None:
    for file in files.values():
        days = [date.fromisoformat(row["date"]) for row in rows_of(file.path)]
        assert 170 <= (DEFAULT_UNTIL - min(days)).days <= 182
        assert 50 <= (max(days) - DEFAULT_UNTIL).days <= 63
        assert date(2026, 8, 31) not in days  # the summer bank holiday


def test_one_week_is_like_another_and_nobody_works_over_eight_hours(files) -> None:
    by_day: dict[tuple[int, str], set[tuple[str, ...]]] = defaultdict(set)
    for row in rows_of(files["trentside"].path):
        day = date.fromisoformat(row["date"])
        by_day[day.weekday(), row["worker"]].add((row["start"], row["end"], row["break_start"], row["break_end"]))
        lasts = datetime.fromisoformat(f"{day}T{row['end']}") - datetime.fromisoformat(f"{day}T{row['start']}")
        assert lasts.total_seconds() <= 8 * 3600
    assert {len(patterns) for patterns in by_day.values()} == {1}
    days_worked = Counter(worker for _, worker in by_day)
    assert sorted(days_worked.values()) == [4] * 9 + [5] * 14


def test_a_town_of_another_size_has_as_many_more_advisers_and_other_councils_none(tmp_path) -> None:
    (small,) = generate_rota("trentside", tmp_path / "small", contacts=200_000)
    (large,) = generate_rota("trentside", tmp_path / "large", contacts=2_400_000)
    assert small.rows < 900
    assert large.rows > 6_000
    assert generate_rota("ouseford", tmp_path) == []


def test_the_same_rota_is_made_twice(files, tmp_path) -> None:
    for key, file in files.items():
        assert generate_rota(key, tmp_path)[0].path.read_bytes() == file.path.read_bytes()


def rows_of(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
