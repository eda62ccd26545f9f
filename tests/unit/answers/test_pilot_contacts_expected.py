"""How many contacts a pilot's hours will bring: by the forecast where it reaches, else as seen, and nothing made up for closed hours."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from small_warehouse import COUNCIL, Delivery, contact, home_with

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.pilot_before_contacts import Expected, expected_contacts
from frontdoor.filters import Filters
from frontdoor.periods import Period
from frontdoor.register.register import open_register
from frontdoor.strategy.council import Opening
from frontdoor.strategy.pilot_plan import PilotPlan, Where, Window
from frontdoor.warehouse.opening import open_warehouse
from tests.unit.answers.told_pilots import MONDAYS_AT_8, plan

FIRST_MONDAY, WEEKS = date(2025, 1, 6), 34
LAST = FIRST_MONDAY + timedelta(days=7 * WEEKS - 3)  # a Friday
FILTERS = Filters("invented", Period(date(2025, 8, 1), date(2025, 8, 29)))
FROM_9_TO_5 = tuple(Opening(date(2020, 1, 1), day, 18, 34) for day in range(1, 6))


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """Return a council open from 9am to 5pm with 1 call each half-hour, 2 in each from 9am to 10am."""
    start = datetime.combine(FIRST_MONDAY, datetime.min.time())
    rows = [
        contact(
            f"{week}-{day}-{half_hour}-{number}",
            start + timedelta(weeks=week, days=day, minutes=30 * half_hour + number),
        )
        for week in range(WEEKS)
        for day in range(5)
        for half_hour in range(18, 34)
        for number in range(2 if half_hour < 20 else 1)
    ]
    home = home_with(
        tmp_path_factory.mktemp("expected"),
        Delivery(rows, covered_to=LAST),
        council=replace(COUNCIL, openings=FROM_9_TO_5),
    )
    return Context(home, home.council, open_warehouse(home), open_register(home.folder), Audience.OFFICER)


def told(asked: PilotPlan, context: Context) -> Expected:
    found = expected_contacts(asked, FILTERS, context)
    assert isinstance(found, Expected), found
    return found


def opened(**given: object) -> PilotPlan:
    return plan(where=Where(weekdays=(1,), window=Window(18, 20), channels=("phone",)), added=None, **given)


def test_hours_that_were_closed_have_no_past_but_those_beside_them(context: Context) -> None:
    found = told(plan(), context)
    assert found.is_closed
    assert found.mean is None
    assert found.beside == (Window(18, 20), pytest.approx(4.0))


def test_a_pilot_that_has_begun_is_told_by_the_weeks_before_it(context: Context) -> None:
    found = told(opened(first_day=date(2025, 7, 7), last_day=date(2025, 9, 28)), context)
    assert not found.is_forecast
    # 26 Mondays before 7 July, less two bank holidays in May and one in April
    assert (found.mean, found.days) == (pytest.approx(4.0), 23)
    assert found.since == "6 January 2025 to 30 June 2025"


def test_a_pilot_soon_to_come_is_told_by_the_forecast(context: Context) -> None:
    found = told(opened(first_day=LAST + timedelta(days=3)), context)
    assert found.is_forecast
    assert found.days == 8  # Mondays of the eight weeks ahead; none is a bank holiday
    assert found.mean == pytest.approx(4.0, rel=0.1)


def test_a_pilot_beyond_the_forecast_is_told_by_the_year_before(context: Context) -> None:
    found = told(opened(first_day=date(2026, 2, 2), last_day=date(2026, 4, 26)), context)
    assert not found.is_forecast
    assert found.mean == pytest.approx(4.0)


def test_weekdays_that_were_never_open_then_are_not_added_up(context: Context) -> None:
    saturdays_too = plan(where=Where(weekdays=(1, 6), window=Window(18, 20)), added=None, first_day=date(2025, 7, 7))
    assert told(saturdays_too, context).is_partial


def test_wards_and_services_nobody_recorded_say_why(context: Context) -> None:
    wards = plan(where=Where(wards=("Beacon",)), added=None)
    assert "by ward" in str(expected_contacts(wards, FILTERS, context))
    nobody = plan(where=replace(MONDAYS_AT_8, services=("museums",)), added=None)
    assert isinstance(expected_contacts(nobody, FILTERS, context), str)
