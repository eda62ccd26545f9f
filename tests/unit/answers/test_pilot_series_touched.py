"""What else touches a pilot's figure: other events and pilots, and changes of how it is recorded."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pilot_home import (
    EIGHT_TO_NINE,
    NINE_TO_TEN,
    PILOT_FIRST,
    PILOT_LAST,
    every_day,
    opened_early,
    outcome,
    own_register,
    plan,
    rows_of,
    usual,
)

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.answers.pilot_series_made import outcome_series
from frontdoor.errors import CannotTellError
from frontdoor.register.register import open_register
from frontdoor.statistics.demand_days import WEEKS_OF_AN_EVENT
from frontdoor.strategy.pilot_plan import ComparedBy, Comparison, PilotOutcome, Where
from frontdoor.warehouse.opening import open_warehouse
from tests.small_warehouse import COUNCIL, Delivery, home_at_once
from tests.unit.answers.demand_home import IN_60_SECONDS, LAST, WEEKDAYS_9_TO_10, demand_context

NOW = datetime(2026, 2, 1, 12, tzinfo=UTC)
BILLS = date(2026, 3, 18)  # a Wednesday in the third week of the pilot
SERVICES = ("tax", "housing")
OF_WASTE = outcome(
    where=Where((), None, ("waste",)), comparison=Comparison(ComparedBy.SERVICE, SERVICES), worthwhile=-20.0
)


@pytest.fixture(scope="module")
def three_services(tmp_path_factory: pytest.TempPathFactory) -> Context:
    rows = [row for service in ("waste", *SERVICES) for row in rows_of(usual, every_day(), service=service)]
    return demand_context(tmp_path_factory.mktemp("three"), *rows)


def with_event(
    context: Context, folder: Path, label: str, on: date, *services: str, one: PilotOutcome | None = None
) -> OutcomeSeries:
    chosen = one or outcome()
    with own_register(context, folder) as (own, register):
        register.add_event(on, label, services, "an officer", NOW)
        return outcome_series(chosen, plan(chosen), own)


def test_an_event_of_all_weekdays_does_not_confound_a_comparison_of_weekdays(
    three_services: Context, tmp_path: Path
) -> None:
    (event,) = with_event(three_services, tmp_path, "Bills sent", BILLS, "tax").events
    assert (event.label, event.on_date, event.is_confounding) == ("Bills sent", BILLS, False)
    assert event.weeks.sum() == WEEKS_OF_AN_EVENT
    assert event.weeks[46]  # the pilot's third week, after 44 before it


def test_an_event_confounds_where_nothing_is_compared(three_services: Context, tmp_path: Path) -> None:
    one = outcome(comparison=None)
    (event,) = with_event(three_services, tmp_path, "Bills sent", BILLS, one=one).events
    assert event.is_confounding


def test_an_event_of_the_pilots_service_confounds_a_comparison_with_others(
    three_services: Context, tmp_path: Path
) -> None:
    found = with_event(three_services, tmp_path, "Rounds changed", BILLS, "waste", one=OF_WASTE)
    assert [event.is_confounding for event in found.events] == [True]
    assert found.is_confounded
    assert found.labels == ("Tax", "Housing")


def test_an_event_of_every_service_does_not(three_services: Context, tmp_path: Path) -> None:
    found = with_event(three_services, tmp_path, "Snow", BILLS, one=OF_WASTE)
    assert [event.is_confounding for event in found.events] == [False]


def test_a_comparison_to_which_something_happened_is_left_out_and_said(three_services: Context, tmp_path: Path) -> None:
    found = with_event(three_services, tmp_path, "Bills sent", BILLS, "tax", one=OF_WASTE)
    assert found.labels == ("Housing",)
    assert found.events == ()
    assert found.notes == ("Left out of the comparison: Tax (Bills sent, 18 March 2026).",)


def test_where_something_happened_to_every_comparison_it_confounds(three_services: Context, tmp_path: Path) -> None:
    found = with_event(three_services, tmp_path, "Bills sent", BILLS, *SERVICES, one=OF_WASTE)
    assert found.labels == ("Tax", "Housing")
    assert found.is_confounded


def test_nobody_knows_through_which_channel_an_event_came(three_services: Context, tmp_path: Path) -> None:
    one = outcome(comparison=Comparison(ComparedBy.CHANNEL, ("visit",)))
    found = with_event(three_services, tmp_path, "Snow", BILLS, one=one)
    assert found.is_confounded


@pytest.mark.parametrize(
    ("label", "on", "expected"),
    [
        ("8am pilot starts", PILOT_FIRST, 0),
        ("Open at 8am on Mondays", PILOT_FIRST, 0),
        ("End of the trial", PILOT_LAST, 0),
        ("Snow", PILOT_FIRST, 1),
        ("Another pilot starts", date(2026, 3, 9), 1),
        ("Snow", date(2025, 12, 1), 0),  # 13 weeks before the start: long over
        ("Snow", date(2026, 2, 2), 1),  # 4 weeks before: still felt in the pilot's first weeks
        ("Snow", date(2026, 5, 26), 0),  # after the last week
    ],
)
def test_the_pilots_own_start_and_end_are_no_events(
    three_services: Context, tmp_path: Path, label: str, on: date, expected: int
) -> None:
    assert len(with_event(three_services, tmp_path, label, on).events) == expected


def test_another_pilot_at_the_same_time_and_place_is_an_event(three_services: Context, tmp_path: Path) -> None:
    other = plan(
        key="other", title="Messages", first_day=date(2026, 3, 9), last_day=date(2026, 4, 19), where=Where((1,))
    )
    elsewhere = replace(other, key="elsewhere", title="Elsewhere", where=Where((5,)))
    with own_register(three_services, tmp_path) as (context, register):
        for one in (other, elsewhere, plan()):
            register.declare_pilot(one, "an officer", NOW)
        found = outcome_series(outcome(), plan(), context)
    (event,) = found.events
    assert event.label == "the pilot “Messages” begins"
    assert event.is_confounding  # it is on Mondays, which are compared with other days
    assert event.weeks.sum() == 6


def test_a_pilot_on_a_comparison_day_leaves_that_day_out(three_services: Context, tmp_path: Path) -> None:
    other = plan(key="other", title="Messages", where=Where((2,), EIGHT_TO_NINE))
    with own_register(three_services, tmp_path) as (context, register):
        register.declare_pilot(other, "an officer", NOW)
        found = outcome_series(outcome(), plan(), context)
    assert found.labels == ("Wednesdays", "Thursdays")
    assert not found.is_confounded


def two_sources(folder: Path, changed: date, other: str = "phone") -> Context:
    """Return calls that an old source records until a day and a new one from it on; visits go on in a third throughout."""
    days = every_day()
    council = replace(COUNCIL, openings=WEEKDAYS_9_TO_10, measures=(IN_60_SECONDS,))
    old = rows_of(opened_early, [day for day in days if day < changed])
    new = rows_of(opened_early, [day for day in days if day >= changed], channel=other)
    visits = rows_of(usual, days, channel="visit", service="tax")
    deliveries = [
        Delivery(rows, source, covered_to=LAST) for rows, source in ((old, "old"), (new, "new"), (visits, "desk"))
    ]
    home = home_at_once(folder / COUNCIL.key, *deliveries, council=council)
    with closing(open_register(home.folder)) as register:
        register.apply_files(council, NOW)
    return Context(home, council, open_warehouse(home), open_register(home.folder), Audience.OFFICER)


def test_a_new_source_before_the_pilot_cuts_the_weeks_before_it(tmp_path: Path) -> None:
    changed = date(2025, 9, 3)  # a Wednesday
    found = outcome_series(outcome(), plan(), two_sources(tmp_path, changed))
    assert found.starts[0] == date(2025, 9, 8)
    assert found.weeks.first == 25
    (note,) = found.notes
    assert note.endswith("come from new from 3 September 2025, from old before. Only weeks from then on are counted.")


def test_a_new_source_during_the_pilot_leaves_nothing_to_compare(tmp_path: Path) -> None:
    with pytest.raises(CannotTellError, match="from new from 1 April 2026"):
        outcome_series(outcome(), plan(), two_sources(tmp_path, date(2026, 4, 1)))


def test_a_channel_that_ends_during_the_pilot_leaves_nothing_to_compare(tmp_path: Path) -> None:
    calls = outcome(where=Where((1,), NINE_TO_TEN), measure="calls_offered")
    with pytest.raises(CannotTellError, match="That is during the pilot"):
        outcome_series(calls, plan(), two_sources(tmp_path, date(2026, 4, 1), other="chat"))
