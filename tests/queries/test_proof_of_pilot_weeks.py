"""The weeks of a pilot's figure, in any place and at any time of day, equal the records added up by brute force."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from awkward_records import AWKWARD_COUNCIL, LAST, OTHER_THRESHOLD, SERVICES
from brute_contacts import contact_totals
from brute_force import Asked, Records
from brute_half_hours import half_hour_results, half_hour_waits, half_hours
from brute_waits import waits_within
from drawn import CHANNELS, often
from hypothesis import given, settings
from hypothesis import strategies as st
from small_warehouse import COUNCIL

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, bare
from frontdoor.answers.pilot_days import pilot_days
from frontdoor.answers.pilot_figure import Figure
from frontdoor.answers.pilot_week_table import WeekTable, week_table
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Kind, Measure, Parameter, Term
from frontdoor.register.register import open_register
from frontdoor.strategy.dated import ALWAYS
from frontdoor.strategy.pilot_plan import Where, Window
from frontdoor.strategy.strategy import DatedValue
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.opening import Warehouse

pytestmark = pytest.mark.slow

MONDAY, WEEKS = date(2025, 2, 10), 19  # a week before the first record, and one after the last
LIMITS = [{"queue": None, "from_date": ALWAYS, "before_date": None, "within_seconds": OTHER_THRESHOLD}]
BANK_HOLIDAYS = {date(2025, 4, 18), date(2025, 4, 21), date(2025, 5, 5), date(2025, 5, 26)}
MEASURES = (
    "contacts",
    "calls_offered",
    "abandonment_rate",
    "average_speed_of_answer",
    "service_level",
    "avoidable_contact",
)
WeeksIn = Callable[[Figure, Where], WeekTable]
Daily = dict[str, dict[date, float]]


@st.composite
def places(draw: st.DrawFn) -> Where:
    """Draw any weekdays, times of day, services and channels."""
    first, before = sorted(draw(st.sets(st.integers(0, 48), min_size=2, max_size=2)))
    return Where(
        tuple(sorted(draw(st.sets(st.integers(1, 7), max_size=4)))),
        draw(st.sampled_from((None, Window(first, before), Window(16, 20)))),
        tuple(sorted(draw(st.sets(st.sampled_from(SERVICES), max_size=2)))),
        tuple(sorted(draw(st.sets(st.sampled_from(CHANNELS), max_size=3)))),
    )


@pytest.fixture(scope="module")
def weeks_in(warehouse: Warehouse, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WeeksIn]:
    folder = tmp_path_factory.mktemp("weeks") / COUNCIL.key
    folder.mkdir()
    with closing(open_register(folder)) as register:
        context = Context(Home(AWKWARD_COUNCIL, folder), AWKWARD_COUNCIL, warehouse, register, Audience.OFFICER)
        yield lambda figure, where: week_table(figure, where, pilot_days(MONDAY, WEEKS, context), context)


@settings(often, max_examples=150)
@given(where=places(), key=st.sampled_from(MEASURES))
def test_weeks_are_the_records_added_up(weeks_in: WeeksIn, records: Records, where: Where, key: str) -> None:
    figure = figure_of(key)
    found = weeks_in(figure, where)
    sums = by_hand(figure.measure, where, records)
    wanted = {
        "numerator": added(figure.measure.numerator, sums, where),
        "denominator": added(figure.measure.denominator, sums, where),
    }
    for name in ("numerator", "denominator"):
        seen, expected = getattr(found, name), wanted[name]
        is_told = ~np.isnan(seen)
        np.testing.assert_allclose(seen[is_told], expected[is_told])
    is_told = ~np.isnan(found.values)
    if figure.measure.kind is Kind.RATIO:
        np.testing.assert_allclose(found.values[is_told], wanted["numerator"][is_told] / wanted["denominator"][is_told])


@settings(often, max_examples=60)
@given(where=places())
def test_a_week_is_not_known_only_where_something_says_so(weeks_in: WeeksIn, records: Records, where: Where) -> None:
    found = weeks_in(figure_of("contacts"), where)
    days, first = dated_records(where, records), dated_records(Where(), records)[0]
    if not days:
        assert np.isnan(found.values).all()
        return
    for week in range(WEEKS):
        wanted = [day for day in week_of(week) if not where.weekdays or day.isoweekday() in where.weekdays]
        open_days = [day for day in wanted if day not in BANK_HOLIDAYS]
        is_told = bool(open_days) and min(open_days) >= min(days) and max(open_days) <= max(days)
        assert not (is_told and np.isnan(found.values[week])), week_of(week)[0]
        if max(wanted) < first:
            assert np.isnan(found.values[week])


def figure_of(key: str) -> Figure:
    promised = bare(CATALOGUE[key])
    promised.parameters[Parameter.WITHIN_SECONDS] = (DatedValue(ALWAYS, OTHER_THRESHOLD),)
    return Figure(promised, CATALOGUE[key])


def week_of(week: int) -> list[date]:
    return [MONDAY + timedelta(days=7 * week + day) for day in range(7)]


def asked(where: Where) -> Asked:
    return Asked(MONDAY, LAST, "day", where.services, where.channels)


def by_hand(measure: Measure, where: Where, records: Records) -> Daily:
    """Return each column's sum on each day over the half-hours that count."""
    of = asked(where)
    if where.window is None:
        tables: list[Mapping[Any, Any]] = [contact_totals(records, of, [], []), waits_within(records, of, LIMITS, [])]
    else:
        tables = [half_hours(records, of), half_hour_results(records, of), half_hour_waits(records, of, LIMITS)]
    found: Daily = defaultdict(lambda: defaultdict(float))
    for term in measure.terms:
        table = next(
            each for each in tables if any(term.column in sums for sums in each.values()) or each is tables[-1]
        )
        for key, sums in table.items():
            if where.window is None or where.window.from_half_hour <= key[1] < where.window.before_half_hour:
                found[term.column][key[0]] += sums.get(term.column) or 0
    return found


def added(terms: tuple[Term, ...], sums: Daily, where: Where) -> Any:
    weeks = []
    for week in range(WEEKS):
        days = [day for day in week_of(week) if not where.weekdays or day.isoweekday() in where.weekdays]
        weeks.append(sum(term.weight * sums[term.column][day] for term in terms for day in days))
    return np.array(weeks, dtype=np.float64)


def dated_records(where: Where, records: Records) -> list[date]:
    """Return the days on which anything of these places was recorded by day or finer, by the source that counts."""
    rows = [*records.contacts, *(row for row in records.intervals if row["grain"] != "month")]
    takes = asked(where).takes
    return sorted(
        row["activity_date"] for row in rows if row["counts"]["volume"] and takes(row["service"], row["channel"])
    )
