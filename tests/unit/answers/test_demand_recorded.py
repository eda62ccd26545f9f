"""A day on which nobody asked for a service is 0; a day of which there is no record at all is not known."""

from datetime import date

import numpy as np
from demand_home import NINE, calls_of, demand_context

from frontdoor.answers.demand import demand_of
from frontdoor.answers.demand_by_day import day_demand_of
from frontdoor.filters import Filters
from frontdoor.periods import Period
from tests.small_warehouse import COUNCIL

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (date(2026, 6, day) for day in range(15, 20))
WEEK = Period(MONDAY, FRIDAY)


def rows():
    """Return a week in which housing rings on two days and nothing at all was recorded on Thursday."""
    waste = calls_of((MONDAY, TUESDAY, WEDNESDAY, FRIDAY), lambda _: 5, service="waste")
    return [*waste, *calls_of((MONDAY, WEDNESDAY), lambda _: 2, service="housing")]


def test_by_half_hour(tmp_path):
    context = demand_context(tmp_path, *rows())
    housing = demand_of(Filters(COUNCIL.key, WEEK, services=("housing",)), WEEK, context)
    assert np.array_equal(housing["contacts"][:, NINE], [2, 0, 2, np.nan, 0], equal_nan=True)
    assert np.array_equal(housing["offered"][:, NINE], [2, 0, 2, np.nan, 0], equal_nan=True)
    every = demand_of(Filters(COUNCIL.key, WEEK), WEEK, context)
    assert np.array_equal(every["contacts"][:, NINE], [7, 5, 7, np.nan, 5], equal_nan=True)


def test_by_day(tmp_path):
    context = demand_context(tmp_path, *rows())
    housing = day_demand_of(Filters(COUNCIL.key, WEEK, services=("housing",)), WEEK, context)
    assert np.array_equal(housing.counts[0], [2, 0, 2, np.nan, 0], equal_nan=True)
    by_service = day_demand_of(Filters(COUNCIL.key, WEEK), WEEK, context, "service")
    assert np.array_equal(by_service.counts[by_service.names.index("housing")], housing.counts[0], equal_nan=True)
