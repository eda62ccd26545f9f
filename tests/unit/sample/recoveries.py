"""How each of Trentside's planted truths is found again, straight from the rows, by the key it has in planted/contacts.py."""

from collections.abc import Callable
from datetime import date, timedelta

import polars as pl

from sample_data.planted import contacts as planted
from sample_data.planted import pilots
from tests.unit.sample.contacts import (
    ANSWERED_IN_TIME,
    HOLIDAYS,
    IS_CALL,
    IS_DIGITAL,
    between,
    linked,
    share,
    working_days,
)

OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))
FIRST, LAST = date(2024, 5, 1), date(2026, 10, 31)
IS_MONDAY = pl.col("day").dt.weekday() == 1
NINE, ELEVEN = 18, 22
IS_LONG = pl.col("seconds_waited") > pilots.LONG_WAIT_SECONDS
IN_5_MINUTES = (pl.col("outcome") == "answered") & (pl.col("seconds_waited") <= pilots.LONG_WAIT_SECONDS)


def in_october(contacts: pl.DataFrame) -> pl.DataFrame:
    return between(contacts, *OCTOBER)


def monday_peak(contacts: pl.DataFrame) -> float:
    """Calls of an average Monday from 9am to 10am, over those of an average open hour."""
    calls = contacts.filter(IS_CALL, ~pl.col("day").is_in(HOLIDAYS.tolist()))
    mondays = calls.filter(IS_MONDAY)
    peak = mondays.filter(pl.col("half_hour").is_in([NINE, NINE + 1])).height / mondays["day"].n_unique()
    return peak / (calls.height / calls["day"].n_unique() / 8)


def after_holiday(contacts: pl.DataFrame) -> float:
    """Calls on first open days after bank holidays, over the same weekday one to three weeks before and after."""
    daily = dict(contacts.filter(IS_CALL).group_by("day").len().iter_rows())
    ratios = []
    for holiday in HOLIDAYS.tolist():
        day = next((day for day in (holiday + timedelta(days=gap) for gap in range(1, 6)) if day in daily), None)
        near = [
            daily[other] for weeks in (-3, -2, -1, 1, 2, 3) if day and (other := day + timedelta(weeks=weeks)) in daily
        ]
        if day and len(near) == 6 and holiday.month not in {3, 4, 12, 1}:
            ratios.append(daily[day] * len(near) / sum(near))
    return sum(ratios) / len(ratios)


def bills(contacts: pl.DataFrame) -> float:
    """Council tax contacts of the bills' first week, over the four weeks before, both years."""
    tax = contacts.filter(pl.col("service") == "council_tax")
    ratios = []
    for monday in (date(2025, 3, 10), date(2026, 3, 9)):
        week = between(tax, monday, monday + timedelta(days=4)).filter(IS_CALL)
        before = between(tax, monday - timedelta(weeks=4), monday - timedelta(days=3)).filter(IS_CALL)
        ratios.append(week.height * 4 / before.height)
    return sum(ratios) / 2


def waste_calls(contacts: pl.DataFrame) -> float:
    calls = contacts.filter(IS_CALL, pl.col("service") == "waste")
    change, four_weeks = planted.WASTE_CHANGE, timedelta(days=28)
    after = between(calls, change, change + four_weeks - timedelta(days=1))
    return after.height / between(calls, change - four_weeks, change - timedelta(days=1)).height


def level_of(service: str) -> Callable[[pl.DataFrame], float]:
    return lambda contacts: share(in_october(contacts).filter(IS_CALL, pl.col("service") == service), ANSWERED_IN_TIME)


def redials(contacts: pl.DataFrame) -> float:
    calls = linked(contacts).filter(IS_CALL, pl.col("outcome") == "abandoned", pl.col("started_at").dt.hour() < 16)
    first_tries = calls.filter((pl.col("earlier_day") != pl.col("day")).fill_null(value=True))
    return share(first_tries, (pl.col("gap") == 0) & (pl.col("next_channel") == "phone"))


def bounced(contacts: pl.DataFrame, queue: str | None = None) -> float:
    digital = linked(contacts).filter(IS_DIGITAL, pl.col("day") < date(2026, 10, 28))
    some = digital if queue is None else digital.filter(pl.col("queue") == queue)
    return share(some, (pl.col("gap") <= 3) & pl.col("next_channel").is_in(["phone", "visit"]))


def emails_in_time(contacts: pl.DataFrame) -> float:
    """E-mails answered in five working days, of those whose five days have passed; open ones are late."""
    emails = contacts.filter(pl.col("channel") == "email", pl.col("day") < date(2026, 10, 20))
    answered = emails.filter(pl.col("replied_at").is_not_null())
    taken = working_days(answered["day"], answered["replied_at"].dt.date())
    return int((taken <= planted.EMAIL_WORKING_DAYS).sum()) / emails.height


def waste_requests(contacts: pl.DataFrame) -> float:
    due = contacts.filter(
        pl.col("service") == "waste", pl.col("day") >= planted.WASTE_CHANGE, pl.col("promised_date") <= LAST
    )
    return share(due, pl.col("completed_at").dt.date() <= pl.col("promised_date"))


def oldest(contacts: pl.DataFrame, first: date, last: date) -> float:
    return share(between(contacts, first, last).filter(pl.col("age_band") == "75 and over"), IS_DIGITAL)


def repeats(contacts: pl.DataFrame, first: date, last: date) -> float:
    """Linked contacts that follow the same customer's, about the same service, within seven days."""
    return share(between(linked(contacts), first, last), (pl.col("day") - pl.col("earlier_day")).dt.total_days() <= 7)


def default_ward(contacts: pl.DataFrame) -> float:
    by_ward = dict(contacts.filter(pl.col("ward").is_not_null()).group_by("ward").len().iter_rows())
    own = by_ward.pop(planted.DEFAULT_ADDRESS_WARD)
    return own * len(by_ward) / sum(by_ward.values())


def pilot_mondays(contacts: pl.DataFrame, first: date, last: date) -> pl.DataFrame:
    return between(contacts, first, last).filter(IS_CALL, IS_MONDAY)


def pilot_calls(contacts: pl.DataFrame) -> float:
    early = pilot_mondays(contacts, pilots.MONDAYS_FIRST, pilots.MONDAYS_LAST).filter(pl.col("half_hour") < NINE)
    return early.height / 12


def pilot_displaced(contacts: pl.DataFrame) -> float:
    """Calls missing from 9am to 11am against what the rest of those Mondays leads one to expect, per early call."""
    is_peak, is_rest = pl.col("half_hour").is_between(NINE, ELEVEN - 1), pl.col("half_hour") >= ELEVEN
    before = pilot_mondays(contacts, FIRST, pilots.MONDAYS_FIRST - timedelta(days=1))
    usual = before.filter(is_peak).height / before.filter(is_rest).height
    during = pilot_mondays(contacts, pilots.MONDAYS_FIRST, pilots.MONDAYS_LAST)
    missing = usual * during.filter(is_rest).height - during.filter(is_peak).height
    return missing / during.filter(pl.col("half_hour") < NINE).height


def pilot_change(contacts: pl.DataFrame, flag: pl.Expr) -> float:
    """Share from 9am to 11am on Mondays during the pilot less the half-years before and after it."""
    peak = contacts.filter(pl.col("half_hour").is_between(NINE, ELEVEN - 1))
    first, last, around = pilots.MONDAYS_FIRST, pilots.MONDAYS_LAST, timedelta(weeks=26)
    during = pilot_mondays(peak, first, last)
    near = pilot_mondays(peak, first - around, last + around).filter(~pl.col("day").is_between(first, last))
    return share(during, flag) - share(near, flag)


def first_time_change(contacts: pl.DataFrame, of: pl.Expr) -> float:
    """Sorted out first time in the housing pilot's weeks less all weeks before."""
    some, first = contacts.filter(of), pilots.HOUSING_FIRST
    during, before = between(some, first, pilots.HOUSING_LAST), between(some, FIRST, first - timedelta(days=1))
    return float(during["is_resolved_first"].mean()) - float(before["is_resolved_first"].mean())


def confounded(contacts: pl.DataFrame) -> float:
    """Waste contacts' digital share in the trial less the same weeks' drift: nothing but the slow shift is there."""
    waste = contacts.filter(pl.col("service") == "waste")
    first, last = pilots.MESSAGES_FIRST, pilots.MESSAGES_LAST
    length = last - first + timedelta(days=1)
    before = share(between(waste, first - length, first - timedelta(days=1)), IS_DIGITAL)
    after = share(between(waste, last + timedelta(days=1), LAST), IS_DIGITAL)
    return share(between(waste, first, last), IS_DIGITAL) - (before + after) / 2


RECOVERIES: dict[str, Callable[[pl.DataFrame], float]] = {
    "calls": lambda contacts: in_october(contacts).filter(IS_CALL).height,
    "contacts": lambda contacts: in_october(contacts).height,
    "monday_peak": monday_peak,
    "after_holiday": after_holiday,
    "bills": bills,
    "waste_calls": waste_calls,
    "level_before": lambda contacts: share(
        contacts.filter(IS_CALL, pl.col("day") < planted.WASTE_CHANGE), ANSWERED_IN_TIME
    ),
    "level_october": lambda contacts: share(in_october(contacts).filter(IS_CALL), ANSWERED_IN_TIME),
    **{f"level_{service}": level_of(service) for service in planted.SERVICE_LEVEL_IN_OCTOBER_2026},
    "redials": redials,
    "passed_on": lambda contacts: share(
        contacts.filter(pl.col("outcome") == "answered", IS_CALL), pl.col("transfers") == 1
    ),
    "digital_at_first": lambda contacts: share(between(contacts, FIRST, date(2024, 5, 31)), IS_DIGITAL),
    "digital_in_the_end": lambda contacts: share(in_october(contacts), IS_DIGITAL),
    "oldest_at_first": lambda contacts: oldest(contacts, FIRST, date(2024, 10, 31)),
    "oldest_in_the_end": lambda contacts: oldest(contacts, date(2026, 5, 1), LAST),
    "bounced": bounced,
    "worst_form": lambda contacts: bounced(contacts, planted.WORST_FORM),
    "linked": lambda contacts: linked(contacts).height / contacts.height,
    "repeats": lambda contacts: repeats(contacts, FIRST, LAST),
    "repeats_before": lambda contacts: repeats(contacts, FIRST, planted.WASTE_CHANGE - timedelta(days=1)),
    "repeats_october": lambda contacts: repeats(contacts, *OCTOBER),
    "emails_before": lambda contacts: emails_in_time(contacts.filter(pl.col("day") < planted.EMAILS_IMPROVED)),
    "emails_after": lambda contacts: emails_in_time(contacts.filter(pl.col("day") >= planted.EMAILS_IMPROVED)),
    "waste_requests": waste_requests,
    "first_time_before": lambda c: float(
        c.filter(pl.col("day") < planted.FIRST_TIME_IMPROVED)["is_resolved_first"].mean()
    ),
    "first_time_after": lambda c: float(
        c.filter(pl.col("day") >= planted.FIRST_TIME_IMPROVED)["is_resolved_first"].mean()
    ),
    "avoidable": lambda contacts: float(contacts["is_avoidable"].mean()),
    "default_ward": default_ward,
    "pilot_calls": pilot_calls,
    "pilot_displaced": pilot_displaced,
    "pilot_long_waits": lambda contacts: pilot_change(contacts, IS_LONG),
    "pilot_in_5_minutes": lambda contacts: pilot_change(contacts, IN_5_MINUTES),
    "housing_pilot": lambda contacts: first_time_change(contacts, pl.col("service") == "housing"),
    "other_services": lambda contacts: first_time_change(contacts, pl.col("service") != "housing"),
    "confounded": confounded,
}
