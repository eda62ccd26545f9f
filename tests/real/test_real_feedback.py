"""Real complaints and survey answers, loaded as anybody would: what the product counts is what the raw files hold."""

import csv
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.answer import Result
from frontdoor.answers.asking import ask, scope_of
from frontdoor.answers.context import open_context
from frontdoor.answers.overview import overview
from frontdoor.answers.result import result_of
from frontdoor.commands.main import main
from frontdoor.filters import Comparison, Filters
from frontdoor.periods import Grain, Period, month_start
from frontdoor.strategy.judgement import State

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
CFPB = DATA / "cfpb_complaints" / "cfpb_2013_all_channels.csv"
NHS = DATA / "nhs_fft_comments_2021_2022" / "nhs_fft_v6framework_230831.csv"
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not DATA.exists(), reason="../shared/data is not here")]

CHANNELS = {
    "Web": "web",
    "Phone": "phone",
    "Postal mail": "letter",
    "Email": "email",
    "Fax": "other",
    "Referral": "other",
}
AUTUMN = Period(date(2013, 8, 1), date(2013, 10, 15))
ALL_ANSWERS = Period(date(2021, 1, 1), date(2022, 12, 7))  # the last day as the product reads the dates
FEW = 20  # answers under which no score is shown


def raw(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def day_of(text: str, *ways: str) -> date:
    """Return the date by the first way of writing it that fits."""
    for way in ways:
        with suppress(ValueError):
            return datetime.strptime(text, way).replace(tzinfo=UTC).date()
    raise AssertionError(text)


@dataclass(frozen=True)
class Answer:
    """One respondent's rating, as it stands in their first row."""

    day: date
    service: str
    rating: str


def ratings() -> list[Answer]:
    first: dict[str, dict[str, str]] = {}
    for row in raw(NHS):
        first.setdefault(row["Respondent ID"], row)
    return [
        Answer(day_of(row["Date"], "%d/%m/%Y", "%m/%d/%Y"), service_of(row), row["FFT categorical answer"])
        for row in first.values()
    ]


def service_of(row: dict[str, str]) -> str:
    written = " ".join(row["Service type 1"].split())  # a hard space is a space here too
    return written if written not in ("", "Unknown") else "unknown"


def good_share(answers: list[Answer]) -> tuple[int, int]:
    """Return good and very good answers, and those whose meaning is known; 1 is the best of five."""
    known = [answer for answer in answers if answer.rating in set("12345")]
    return sum(answer.rating in {"1", "2"} for answer in known), len(known)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("real")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FRONTDOOR_HOME", str(folder))
        for council, source, file in (("cfpb", "cfpb", CFPB), ("nhs", "nhs_fft", NHS)):
            assert main(["load", str(file), "--council", council, "--source", source, "--by", "a test"]) == 0
    return folder


@pytest.fixture(autouse=True)
def _at_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRONTDOOR_HOME", str(home))


def found(council: str, key: str, period: Period, **narrowed: tuple[str, ...]) -> Result:
    filters = Filters(council, period, Comparison.NONE, **narrowed)
    context = open_context(filters, Audience.OFFICER)
    return result_of(context.promised(key), filters, context)


def test_every_complaint_is_counted_once_by_month_by_channel_and_by_product() -> None:
    rows = raw(CFPB)
    days = [day_of(row["date_received"], "%m/%d/%Y", "%m/%d/%y", "%Y-%m-%d") for row in rows]
    assert found("cfpb", "complaints", AUTUMN).value == len(rows) == 1_000
    for month, count in Counter(month_start(day) for day in days).items():
        assert found("cfpb", "complaints", Period.month(month)).value == count, month
    for channel, count in Counter(CHANNELS[row["submitted_via"]] for row in rows).items():
        assert found("cfpb", "complaints", AUTUMN, channels=(channel,)).value == count, channel
    for product, count in Counter(row["product"] for row in rows).items():
        assert found("cfpb", "complaints", AUTUMN, services=(product,)).value == count, product


def test_whether_complaints_were_answered_in_time_cannot_be_told_and_nothing_is_judged() -> None:
    filters = Filters("cfpb", AUTUMN)
    context = open_context(filters, Audience.OFFICER)
    for key in ("upheld", "escalated", "acknowledged_in_time", "stage_1_in_time"):
        result = result_of(context.promised(key), filters, context)
        assert result.value is None, key
        assert result.judgement.state in (State.NO_DATA, State.CANNOT_TELL), key


def test_each_person_counts_once_and_one_is_the_best_answer() -> None:
    good, known = good_share(ratings())
    result = found("nhs", "good_answers", ALL_ANSWERS)
    assert (result.numerator, result.denominator) == (good, known)
    assert good / known > 0.8  # were 5 the best answer, it would be fewer than 1 in 10
    assert result.interval is not None
    assert result.interval[0] < good / known < result.interval[1]


def test_the_average_answer_runs_from_one_best_to_five_worst() -> None:
    known = [int(answer.rating) for answer in ratings() if answer.rating in set("12345")]
    expected = 100 * sum((5 - rating) / 4 for rating in known) / len(known)
    assert found("nhs", "score", ALL_ANSWERS).value == pytest.approx(expected)


def test_every_month_holds_the_answers_of_its_days_whichever_way_they_are_written() -> None:
    by_month: dict[date, list[Answer]] = {}
    for answer in ratings():
        by_month.setdefault(month_start(answer.day), []).append(answer)
    assert len(by_month) > 15
    for month, answers in by_month.items():
        good, known = good_share(answers)
        period = Period.month(month)
        result = found("nhs", "good_answers", period)
        assert result.denominator == known, month
        if period.last <= ALL_ANSWERS.last:
            assert result.numerator == (good if known >= FEW else None), month


def test_every_service_is_counted() -> None:
    by_service: dict[str, list[Answer]] = {}
    for answer in ratings():
        by_service.setdefault(answer.service, []).append(answer)
    assert len(by_service) == 8
    for service, answers in by_service.items():
        result = found("nhs", "good_answers", ALL_ANSWERS, services=(service,))
        assert (result.numerator, result.denominator) == good_share(answers), service


def test_answers_nobody_explains_are_counted_as_no_answer() -> None:
    unexplained = sum(answer.rating in {"6", "7"} for answer in ratings())
    context = open_context(Filters("nhs", ALL_ANSWERS), Audience.OFFICER)
    promised = context.promised("good_answers")
    scope = scope_of(promised, Filters("nhs", ALL_ANSWERS), ALL_ANSWERS, Grain.YEAR)
    asked = ask("survey_scores", promised, scope, context).frame
    assert asked["answers"].sum() - asked["valid_answers"].sum() == unexplained == 225 + 14


@pytest.mark.parametrize("council", ["cfpb", "nhs"])
def test_the_overview_shows_figures_and_claims_no_promise(council: str) -> None:
    period = AUTUMN if council == "cfpb" else ALL_ANSWERS
    answer = overview(Filters(council, period), Audience.OFFICER)
    results = [result for promise in answer.promises for result in promise.results]
    assert all(result.value is not None for result in results)
    assert {result.judgement.state for result in results} == {State.NO_TARGET}
