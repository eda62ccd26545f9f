"""What is known of demand does not go with what is not known of waits."""

from datetime import date, datetime
from pathlib import Path

import numpy as np
from demand_home import LAST, demand_context

from frontdoor.answers.demand import Demand, demand_of
from frontdoor.filters import Filters
from frontdoor.periods import Period
from tests.small_warehouse import COUNCIL, Row, contact, interval

MONDAY = Period(date(2026, 5, 11), LAST)


def demand(folder: Path, *rows: Row, kind: str = "contacts") -> Demand:
    return demand_of(Filters(COUNCIL.key, MONDAY), MONDAY, demand_context(folder, *rows, kind=kind))


def test_a_source_that_knows_another_threshold_only_still_tells_who_came(tmp_path: Path) -> None:
    known = {"calls_offered": 9, "calls_answered": 7, "calls_answered_within": 6, "threshold_seconds": 20}
    row = interval(1, datetime(2026, 5, 11, 9, 30), grain="half_hour", **known)
    held = demand(tmp_path, row, kind="contact_intervals")
    assert held["calls_offered"][0, 18:21].tolist() == [0.0, 9.0, 0.0]
    assert np.isnan(held["answered_within"]).all()
    assert np.isnan(held["calls_offered"][1]).all()  # a day on which we were open, and not a record
    assert [asked.question for asked in held.asked] == ["half_hours"]


def test_waits_against_the_promise_stand_in_their_half_hours(tmp_path: Path) -> None:
    late = contact(2, datetime(2026, 5, 12, 9, 59), seconds_waited=61)
    held = demand(tmp_path, contact(1, datetime(2026, 5, 11, 9, 31)), late)
    assert held["answered_within"][:2, 19].tolist() == [1.0, 0.0]
    assert held["answered"][:2, 19].tolist() == [1.0, 1.0]
    assert [asked.question for asked in held.asked] == ["half_hours", "half_hour_waits"]
