"""Is the update about the last whole year unless another is asked for, and is one that still runs said to?"""

from datetime import UTC, date, datetime

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.update_made import Asking, draft, drafting_of
from frontdoor.answers.update_year import StrategyYear, filters_of, years_offered
from frontdoor.errors import AccessError, FrontdoorError
from frontdoor.periods import Span
from tests.pages.small_home import copied_small_home

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
YEAR = StrategyYear(date(2025, 4, 1), date(2026, 3, 31), date(2026, 10, 31))
RUNNING = StrategyYear(date(2026, 4, 1), date(2027, 3, 31), date(2026, 10, 15))


def test_a_year_that_is_over_is_whole():
    assert (YEAR.label, YEAR.is_running, YEAR.status) == ("2025/26", False, "")
    assert (YEAR.period.first, YEAR.period.last, YEAR.period.span) == (YEAR.first, YEAR.last, Span.FINANCIAL_YEAR)
    assert YEAR.next_last == date(2027, 3, 31)


def test_of_a_year_that_runs_the_months_that_are_over_are_known():
    assert (RUNNING.period.first, RUNNING.period.last) == (date(2026, 4, 1), date(2026, 9, 30))
    assert RUNNING.status.startswith("The year 2026/27 is still running: figures are of April to September 2026")


def test_before_its_first_month_is_over_the_days_there_are_are_known():
    begun = StrategyYear(date(2026, 4, 1), date(2027, 3, 31), date(2026, 4, 12))
    assert (begun.period.first, begun.period.last) == (date(2026, 4, 1), date(2026, 4, 12))


def test_the_last_day_of_a_year_makes_it_whole():
    assert not StrategyYear(date(2025, 4, 1), date(2026, 3, 31), date(2026, 3, 31)).is_running


@pytest.fixture
def home(shared_folder, tmp_path, monkeypatch):
    own = copied_small_home(shared_folder, tmp_path / "own")
    monkeypatch.setenv("FRONTDOOR_HOME", str(own))
    return own / "trentside"


def asking(audience=Audience.OFFICER, begins=None):
    return Asking("trentside", None, audience, NOW, begins)


def test_a_council_has_years_of_its_own(home):
    file = home / "council.toml"
    file.write_text(file.read_text().replace("is_invented = true", "is_invented = true\nyear_starts_in_month = 9", 1))
    drafting = drafting_of(asking())
    assert [(each.first, each.label) for each in years_offered(drafting.context)] == [
        (date(2026, 9, 1), "2026/27"),
        (date(2025, 9, 1), "2025/26"),
    ]
    assert (drafting.year.first, drafting.year.last) == (date(2025, 9, 1), date(2026, 8, 31))  # the last whole one
    assert filters_of(drafting.year, "trentside", None).period.label == "September 2025 to August 2026"


@pytest.mark.parametrize("month", ["0", "13", '"May"'])
def test_a_month_that_is_none_is_refused(home, month):
    file = home / "council.toml"
    file.write_text(
        file.read_text().replace("is_invented = true", f"is_invented = true\nyear_starts_in_month = {month}", 1)
    )
    with pytest.raises(FrontdoorError, match="year_starts_in_month"):
        drafting_of(asking())


def test_a_year_without_figures_is_refused_with_those_there_are(home):
    with pytest.raises(FrontdoorError, match=r"begins in 2019; those there are: 2026 \(2026/27\)"):
        draft(asking(begins=2019))


@pytest.mark.parametrize("audience", [Audience.COMMITTEE, Audience.PUBLIC])
def test_a_draft_is_refused_where_it_is_made(home, audience):
    with pytest.raises(AccessError, match="read by officers and members"):
        draft(asking(audience))
