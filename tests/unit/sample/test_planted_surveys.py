"""What is planted in the surveys is found again from the files, in plain Polars."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from frontdoor.statistics.control_chart import control_chart
from sample_data.generator import generate_surveys
from sample_data.generator.surveys.comments import HOSTILE, LONGEST
from sample_data.generator.surveys.follow_up import DO_NOT_KNOW, SATISFACTION
from sample_data.planted import pilots
from sample_data.planted import surveys as planted
from sample_data.planted.truth import Truth

Surveys = dict[str, pl.DataFrame]
MONTHS = 30
RATING, DAY = pl.col("answer_rating"), pl.col("answered_date")


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Surveys]:
    folder = tmp_path_factory.mktemp("surveys")
    return {
        council: {survey_in(file.path): read(file.path) for file in generate_surveys(council, folder)}
        for council in ("trentside", "loddonvale", "ouseford")
    }


def survey_in(path: Path) -> str:
    return path.stem.split("_", 4)[-1]


def read(path: Path) -> pl.DataFrame:
    return pl.read_csv(path, infer_schema=False).with_columns(DAY.str.to_date())


def net(ratings: pl.DataFrame, *those: pl.Expr) -> float:
    """Net satisfaction: (good - poor) / (good + average + poor)."""
    valid = ratings.filter(RATING.is_in(["Good", "Average", "Poor"]), *those)
    return float(valid.select((RATING == "Good").mean() - (RATING == "Poor").mean()).item())


def net_of(service: str, first: date, last: date) -> Callable[[Surveys], float]:
    return lambda told: net(told["govmetric"], pl.col("service") == service, DAY.is_between(first, last))


def satisfied(told: Surveys, question: str) -> float:
    """Very or fairly satisfied, of those on the scale."""
    answered = told["follow_up"][f"answer_{question}"]
    valid = answered.filter(answered.is_in(SATISFACTION))
    return float(valid.is_in(SATISFACTION[:2]).mean())


def share_of(told: Surveys, question: str, among: tuple[str, ...]) -> float:
    answered = told["follow_up"][f"answer_{question}"].drop_nulls()
    return float(answered.is_in(among).mean())


def net_promoters(told: Surveys) -> float:
    detractors = tuple(str(score) for score in range(7))
    return 100 * (share_of(told, "recommend", ("9", "10")) - share_of(told, "recommend", detractors))


def change(told: Surveys) -> float:
    first, second = (
        net(told["govmetric"], DAY.is_between(date(year, 8, 1), date(year + 1, 7, 31))) for year in (2024, 2025)
    )
    return second - first


def housing_change(told: Surveys) -> float:
    """Housing's net satisfaction in the pilot's weeks less all other weeks."""
    of_housing = told["govmetric"].filter(pl.col("service") == "housing")
    is_pilot = DAY.is_between(pilots.HOUSING_FIRST, pilots.HOUSING_LAST)
    return net(of_housing, is_pilot) - net(of_housing, ~is_pilot)


RECOVERIES: dict[str, Callable[[Surveys], float]] = {
    "ratings": lambda told: told["govmetric"].height / MONTHS,
    "net": lambda told: net(told["govmetric"]),
    "net_failing": lambda told: net(told["govmetric"], pl.col("service") == planted.FAILING_SERVICE),
    "net_at_first": net_of(planted.IMPROVING_SERVICE, date(2024, 5, 1), date(2024, 7, 31)),
    "net_in_the_end": net_of(planted.IMPROVING_SERVICE, date(2026, 8, 1), date(2026, 10, 31)),
    "net_of_pilot": housing_change,
    "satisfied_before": lambda told: satisfied(told, planted.FIRST_WORDING),
    "satisfied_after": lambda told: satisfied(told, planted.SECOND_WORDING),
    "satisfied": lambda told: satisfied(told, planted.SECOND_WORDING),
    "nps": net_promoters,
    "ease": lambda told: share_of(told, "ease", ("5", "6", "7")),
    "resolved": lambda told: share_of(told, "resolved", ("Yes",)),
    "comments": lambda told: 1 - told["follow_up"]["comment"].null_count() / told["follow_up"].height,
    "surveys_change": change,
}
FROM_ANSWERS_ALONE = [truth for truth in planted.TRUTHS if not truth.key.startswith("rate_")]


@pytest.mark.parametrize("truth", FROM_ANSWERS_ALONE, ids=lambda truth: f"{truth.council}_{truth.key}")
def test_a_planted_truth_is_found_again(truth: Truth, answers: dict[str, Surveys]) -> None:
    assert RECOVERIES[truth.key](answers[truth.council]) == pytest.approx(truth.value, abs=truth.within)


@pytest.mark.slow
@pytest.mark.parametrize("channel", ["phone", "web"])
def test_few_answer_on_the_phone_and_many_on_the_web(
    channel: str, answers: dict[str, Surveys], trentside_rows: pl.DataFrame
) -> None:
    truth = next(truth for truth in planted.TRUTHS if truth.key == f"rate_{channel}")
    offered = trentside_rows.filter(pl.col("channel") == channel, "is_survey_invited", "is_customer_contact").height
    ratings = answers["trentside"]["govmetric"].filter(pl.col("channel") == channel).height
    assert ratings / offered == pytest.approx(truth.value, abs=truth.within)


def test_one_wording_ends_on_the_day_the_other_begins(answers: dict[str, Surveys]) -> None:
    told = answers["trentside"]["follow_up"]
    asked = [
        told.filter(pl.col(f"answer_{question}").is_not_null())["answered_date"]
        for question in (planted.FIRST_WORDING, planted.SECOND_WORDING)
    ]
    assert asked[0].max() < planted.WORDING_CHANGED <= asked[1].min()


def test_some_answers_are_no_answers(answers: dict[str, Surveys]) -> None:
    told = answers["trentside"]
    assert 50 < (told["govmetric"]["answer_rating"] == "Did not answer").sum() < 300
    assert (told["follow_up"][f"answer_{planted.SECOND_WORDING}"] == DO_NOT_KNOW).sum() > 10
    assert told["follow_up"]["answer_recommend"].null_count() > 100


def test_comments_hold_what_intake_must_bear(answers: dict[str, Surveys]) -> None:
    for survey in ("govmetric", "follow_up"):
        written = answers["trentside"][survey]["comment"].drop_nulls()
        assert set(HOSTILE) <= set(written)
        assert written.str.len_chars().max() == LONGEST
        assert (written.str.strip_chars() == "").sum() > 20
        assert written.str.contains("07700 900").sum() > 20
        assert written.str.contains("My name is").sum() > 20


def test_no_control_chart_finds_a_change_in_the_quiet_councils_satisfaction(answers: dict[str, Surveys]) -> None:
    ratings = answers["ouseford"]["govmetric"].with_columns(DAY.dt.truncate("1mo").alias("month"))
    monthly = [net(month) for _, month in ratings.sort("month").group_by("month", maintain_order=True)]
    assert len(monthly) == MONTHS
    assert control_chart(monthly).variation == "common_cause"


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(tmp_path: Path) -> None:
    def digests(folder: str, seed: int) -> list[bytes]:
        return [file.path.read_bytes() for file in generate_surveys("ouseford", tmp_path / folder, seed=seed)]

    assert digests("one", 7) == digests("two", 7)
    assert digests("one", 7) != digests("three", 8)


def test_a_council_without_surveys_has_no_files(tmp_path: Path) -> None:
    assert generate_surveys("thamesmere", tmp_path) == []
