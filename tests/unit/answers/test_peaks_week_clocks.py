"""Half-hours that the clocks skip in spring and repeat in autumn do not count; nor does a night shift across midnight suffer."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from frontdoor.answers.demand import Demand
from frontdoor.answers.demand_days import days_of, hours_on, lasts_half_an_hour, open_half_hours
from frontdoor.answers.peaks_week_cells import sums_of, week_of
from frontdoor.answers.peaks_week_hours import busiest_and_quietest, starts_of
from frontdoor.answers.peaks_week_shows import contacts_shown
from frontdoor.answers.peaks_week_window import window_of
from frontdoor.strategy.council import Opening
from frontdoor.strategy.dated import ALWAYS
from tests.small_warehouse import contact
from tests.unit.answers.demand_home import demand_context, june

SPRING, AUTUMN = date(2026, 3, 29), date(2025, 10, 26)
NIGHT = tuple(Opening(ALWAYS, weekday, *ends) for weekday in range(1, 9) for ends in ((0, 12), (44, 48)))
CALLS = contacts_shown("contacts", "calls")


@pytest.fixture(scope="module")
def context(tmp_path_factory):
    return demand_context(tmp_path_factory.mktemp("night"), contact(1), openings=NIGHT)


def demand_to(last, context, weeks=10, column="contacts"):
    """Return ten weeks of one contact in each half-hour; two where the clocks repeat it, none where they skip it."""
    dates = [last - timedelta(days=back) for back in range(7 * weeks - 1, -1, -1)]
    is_open = open_half_hours(dates, context)
    counts = np.ones(is_open.shape)
    for day, number in ((SPRING, 0.0), (AUTUMN, 2.0)):
        if day in dates:
            counts[dates.index(day), 2:4] = number
    return Demand(days_of(dates, june(), context), is_open, {column: counts}, (), None)


@pytest.mark.parametrize("changed", [SPRING, AUTUMN])
def test_the_hour_the_clocks_change_in_does_not_count(context, changed):
    assert (~lasts_half_an_hour([changed], context)[0]).nonzero()[0].tolist() == [2, 3]
    assert lasts_half_an_hour([changed + timedelta(days=1)], context).all()
    week = week_of(demand_to(changed, context), context)
    sums = sums_of(week, CALLS, context)
    assert sums.days[6, 2:4].tolist() == [9.0, 9.0]  # of ten Sundays
    assert sums.days[6, 4] == 10.0
    assert np.all(sums.value[6, 0:12] == 1.0)


def test_a_night_shift_across_midnight_is_two_stretches_of_one_day(context):
    week = week_of(demand_to(date(2026, 2, 15), context), context)
    assert week.hours.sum(axis=1).tolist() == [16] * 7
    window = window_of(week, week.by_weekday(week.known("contacts")))
    assert (window.half_hours[0], window.half_hours[-1]) == (0, 47)
    assert busiest_and_quietest(week, "contacts", sums_of(week, CALLS, context)) == ((), None)


def test_hours_are_counted_from_when_we_open(context):
    half_past = replace(context, council=replace(context.council, openings=(Opening(ALWAYS, 1, 17, 33),)))
    starts = starts_of(hours_on(date(2026, 6, 1), half_past))
    assert starts[0, :3].tolist() == [1, 3, 5]
    assert starts[1, :3].tolist() == [0, 2, 4]


def test_the_busiest_hour_of_a_line_that_opens_at_half_past_begins_at_half_past(context):
    half_past = replace(context, council=replace(context.council, openings=tuple(Opening(ALWAYS, day, 17, 33) for day in range(1, 6))))  # fmt: skip
    demand = demand_to(date(2026, 2, 15), half_past, weeks=20)
    demand.counts["contacts"][:] = 10.0
    demand.counts["contacts"][demand.days.weekday == 0, 17:19] = 30.0
    week = week_of(demand, half_past)
    peaks, quietest = busiest_and_quietest(week, "contacts", sums_of(week, CALLS, half_past))
    assert [(peak.weekday, peak.first, peak.contacts) for peak in peaks] == [(0, 17, 60.0)]
    assert quietest is None
