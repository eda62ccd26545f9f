"""Rotas by half-hour and by shift: what is read, what is refused and why, night shifts and both clock changes."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from frontdoor.access.pseudonyms import pseudonym
from frontdoor.intake.source import read_source
from tests.unit.intake.conftest import KEY

HALF_HOURS = "date,start,service,queue,channel,agents,updated_at"
SHIFTS = "shift_id,date,start,end,break_start,break_end,worker,people,service,team"
NIGHT_BACK, NIGHT_FORWARD = "2026-10-24", "2026-03-28"


def half_hours(*rows: str) -> str:
    return "\n".join([HALF_HOURS, "2026-11-02,08:30,,,,1,", *rows]) + "\n"


def shifts(*rows: str) -> str:
    return "\n".join([SHIFTS, "sound,2026-11-02,09:00,17:00,,,sound,,,", *rows]) + "\n"


def hours_of(taken, shift_id: str) -> float:
    rows = taken.rows(
        "epoch(ended_at) - epoch(started_at) - coalesce(epoch(break_ended_at) - epoch(break_started_at), 0)",
        f"shift_id = '{shift_id}'",
    )
    return rows[0][0] / 3600


def test_people_on_duty_in_a_half_hour_are_read_and_what_is_blank_has_its_default(take):
    taken = take(
        half_hours(
            "2026-11-02,9:00,Council tax,Main,chat,12.5,", "2026-11-02,9.30pm,waste,,,0,", "2026-11-02,09:30,WASTE,,,0,"
        )
    )
    assert taken.source.kind == "rota_half_hours"
    assert taken.rows("half_hour, service, queue, channel, agents") == [
        (17, "all", "unknown", "phone", 1.0),
        (18, "council_tax", "Main", "chat", 12.5),
        (19, "waste", "unknown", "phone", 0.0),
    ]  # fmt: skip
    assert taken.rejects() == [(4, "start", "this is no time of the day; write it as 09:30")]


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("2026-11-02,09:15,,,,1,", "start", "a half-hour begins on the hour or at half past"),
        ("2026-11-02,24:00,,,,1,", "start", "this is no time of the day; write it as 09:30"),
        ("2026-11-02,,,,,1,", "start", "the row has no start"),
        ("2026-02-30,09:00,,,,1,", "date", "this cannot be read as a date that exists"),
        (",09:00,,,,1,", "date", "the row has no date"),
        ("2026-03-29,01:30,,,,1,", "start", "this time did not exist: the clocks went forward over it that night"),
        ("2026-11-02,09:00,wastes,,,1,", "service", "no service of the council is known by this word (did you mean waste?)"),
        ("2026-11-02,09:00,,,fone,1,", "channel", "no channel is known by this word (did you mean phone?)"),
        ("2026-11-02,09:00,,,,-1,", "agents", "not a number of people from 0 to 5,000"),
        ("2026-11-02,09:00,,,,5001,", "agents", "not a number of people from 0 to 5,000"),
        ("2026-11-02,09:00,,,,nan,", "agents", "not a number of people from 0 to 5,000"),
        ("2026-11-02,09:00,,,,many,", "agents", "not a number of people from 0 to 5,000"),
        ("2026-11-02,09:00,,,,,", "agents", "the row does not say how many are on duty"),
    ],
)  # fmt: skip
def test_a_half_hour_that_cannot_be_is_refused_with_line_and_reason(take, row, column, reason):
    taken = take(half_hours(row))
    assert (3, column, reason) in taken.rejects()
    assert (taken.checked.sound, taken.checked.rejected) == (1, 1)


def test_the_same_half_hour_twice_is_refused_unless_one_is_newer_or_both_say_the_same(take):
    taken = take(
        half_hours(
            "2026-11-02,09:00,waste,,,3,",
            "2026-11-02,9:00,Waste and recycling,unknown,phone,4,",
            "2026-11-02,09:00,waste,,,3,",
            "2026-11-02,09:30,waste,,,3,2026-10-01 09:00",
            "2026-11-02,09:30,waste,,,5,2026-10-02 09:00",
            "2026-11-02,09:00,waste,,chat,6,",
        )
    )
    assert [(line, reason) for line, _, reason in taken.rejects()] == [
        (4, "the same key stands on line 3 with other facts")
    ]
    assert (taken.checked.rejected, taken.checked.duplicates) == (1, 2)
    assert taken.rows("half_hour, channel, agents", "service = 'waste'") == [
        (18, "chat", 6.0), (18, "phone", 3.0), (19, "phone", 5.0),
    ]  # fmt: skip


def test_the_hour_the_clocks_pass_twice_is_one_half_hour_of_the_rota_and_no_doubt(take):
    taken = take(half_hours("2026-10-25,01:30,,,,2,"))
    assert taken.rows("activity_date, half_hour", "agents = 2") == [(date(2026, 10, 25), 3)]
    assert taken.findings("clock_change") == []


def test_a_shift_is_read_with_its_break_and_its_worker_is_a_pseudonym(take):
    taken = take(shifts("1,02/11/2026,,,,,,,,", "2,2026-11-02,9am,5:30 pm,1230,13:00,Jo Smith,,Waste,Blue"))
    assert taken.rows(
        "activity_date, ended_date, started_local, ended_local, break_started_at, break_ended_at, people, service, team",
        "shift_id = '2'",
    ) == [
        (
            date(2026, 11, 2), date(2026, 11, 2), datetime(2026, 11, 2, 9), datetime(2026, 11, 2, 17, 30),
            datetime(2026, 11, 2, 12, 30), datetime(2026, 11, 2, 13), 1, "waste", "Blue",
        )
    ]  # fmt: skip
    assert taken.rows("worker", "shift_id = '2'") == [(pseudonym(KEY, "worker:josmith"),)]
    assert taken.rows("worker", "shift_id = '2'") != [(pseudonym(KEY, "Jo Smith"),)]


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("1,2026-11-02,9:75,17:00,,,,,,", "start", "this is no time of the day; write it as 09:30"),
        ("1,2026-11-02,09:00,,,,,,,", "end", "the row has no end"),
        ("1,2026-11-02,09:00,9:00,,,,,,", "end", "the shift ends when it starts"),
        ("1,2026-11-02,00:00,24:00,,,,,,", "end", "the shift ends when it starts"),
        ("1,2026-11-02,09:00,2026-11-03 09:01,,,,,,", "end", "the shift is longer than 24 hours"),
        ("1,2026-11-02,09:00,2026-11-01 17:00,,,,,,", "end", "the shift ends before it starts"),
        ("1,2026-11-02,09:00,17:00,08:00,08:30,,,,", "break_start", "the break lies outside the shift"),
        ("1,2026-11-02,09:00,17:00,16:30,17:30,,,,", "break_start", "the break lies outside the shift"),
        ("1,2026-11-02,09:00,17:00,12:00,12:00,,,,", "break_start", "the break lies outside the shift"),
        ("1,2026-11-02,09:00,17:00,12:00,,,,,", "break_start", "a break needs both its start and its end"),
        ("1,2026-11-02,09:00,17:00,,12:00,,,,", "break_start", "a break needs both its start and its end"),
        ("1,2026-03-29,01:30,09:00,,,,,,", "start", "this time did not exist: the clocks went forward over it that night"),
        ("1,2026-03-28,22:00,01:00,,,,,,", "end", "this time did not exist: the clocks went forward over it that night"),
        ("1,2026-11-02,09:00,17:00,,,,,xyz,", "service", "no service of the council is known by this word"),
        ("1,2026-11-02,09:00,17:00,,,,5001,,", "people", "not a whole number of people from 0 to 5,000"),
        ("1,2026-11-02,09:00,17:00,,,,1.5,,", "people", "not a whole number of people from 0 to 5,000"),
        ("1,2026-11-02,09:00,17:00,,,E1,2,,", "people", "a shift that names its worker is one person's; leave one of the two out"),
        (",2026-11-02,09:00,17:00,,,,,,", "shift_id", "the row has no key: nothing tells it from another"),
    ],
)  # fmt: skip
def test_a_shift_that_cannot_be_is_refused_with_line_and_reason(take, row, column, reason):
    taken = take(shifts(row))
    assert (3, column, reason) in taken.rejects()
    assert (taken.checked.sound, taken.checked.rejected) == (1, 1)


@pytest.mark.parametrize(
    ("day", "times", "pause", "hours"),
    [
        ("2026-11-02", "22:00,06:00", ",", 8.0),
        ("2026-11-02", "22:00,06:00", "02:00,02:30", 7.5),
        ("2026-11-02", "22:00,06:00", "23:45,00:15", 7.5),
        ("2026-11-02", "16:00,24:00", ",", 8.0),
        (NIGHT_BACK, "22:00,06:00", ",", 9.0),
        (NIGHT_BACK, "22:00,06:00", "01:30,02:00", 8.5),
        (NIGHT_BACK, "22:00,01:30", ",", 3.5),
        (NIGHT_FORWARD, "22:00,06:00", ",", 7.0),
        (NIGHT_FORWARD, "22:00,06:00", "00:30,02:30", 6.0),
    ],
)
def test_a_night_shift_ends_on_the_next_day_and_lasts_as_long_as_the_night_does(take, day, times, pause, hours):
    taken = take(shifts(f"1,{day},{times},{pause},,,,"))
    assert hours_of(taken, "1") == hours
    first, last = taken.rows("activity_date, ended_date", "shift_id = '1'")[0]
    assert (first.isoformat(), (last - first).days) == (day, 1)


def test_a_worker_in_two_places_keeps_the_shift_that_came_first(take):
    taken = take(
        shifts(
            "1,2026-11-02,13:00,21:00,,,E1,,,",
            "2,2026-11-02,09:00,13:00,,,e1,,,",
            "3,2026-11-02,12:30,13:30,,,E 1,,,",
            "4,2026-11-02,12:30,13:30,,,E2,,,",
            "5,2026-11-02,20:00,04:00,,,E1,,,",
            "6,2026-11-02,21:00,04:00,,,E1,,,",
            "7,2026-11-03,03:00,11:00,,,E1,,,",
        )
    )
    assert [(line, reason) for line, _, reason in taken.rejects()] == [
        (5, "this worker has another shift then, on line 4"),
        (7, "this worker has another shift then, on line 3"),
        (9, "this worker has another shift then, on line 8"),
    ]
    assert taken.checked.rejected == 3
    assert taken.rows("shift_id", "shift_id <> 'sound'") == [("1",), ("2",), ("4",), ("6",)]


def test_vacant_and_cancelled_shifts_are_nobodys_double_booking(take):
    taken = take(
        shifts(
            "1,2026-11-02,09:00,17:00,,,Vacant,,,",
            "2,2026-11-02,10:00,16:00,,,vacant,,,",
            "3,2026-11-02,09:00,17:00,,,E1,0,,",
            "4,2026-11-02,09:00,17:00,,,E1,,,",
            "5,2026-11-02,09:00,17:00,,,,3,,",
        )
    )
    assert taken.rejects() == []
    assert [str(one) for one in taken.findings("unlinked")] == [
        "3 shifts name no worker: they count, and whether one overlaps another cannot be told."
    ]


def test_a_worker_is_never_shown_among_the_rejects(take):
    taken = take(shifts("1,2026-11-02,09:00,17:00,,,Jo Smith,,,", "2,2026-11-02,09:00,17:00,,,Jo Smith,,,"))
    assert [(one.line, one.value) for one in taken.checked.rejects] == [(4, "2026-11-02 09:00")]


def test_times_as_a_workbook_holds_them_and_dates_with_times_are_read(take):
    taken = take(
        shifts(
            "1,2026-11-02 00:00:00,1899-12-31 09:00:00,1899-12-31 17:30:00,1899-12-31 12:00:00,1899-12-31 12:30:00,,,,",
            "2,2026-11-02,2026-11-02 22:00,2026-11-03T06:00:00,,,,,,",
            "3,2026-11-02,1899-12-31 00:00:00,1899-12-31 08:00:00,,,,,,",
        )
    )
    assert [hours_of(taken, shift_id) for shift_id in ("1", "2", "3")] == [8.0, 8.0, 8.0]
    assert taken.rows("activity_date, ended_date", "shift_id = '2'") == [(date(2026, 11, 2), date(2026, 11, 3))]


def test_a_source_on_another_clock_is_put_on_the_councils(take):
    on_utc = {name: replace(read_source(name), time_zone="UTC") for name in ("frontdoor_rota", "frontdoor_shifts")}
    half_hour = take("date,start,agents\n2026-07-01,23:30,2\n2026-12-01,09:00,3\n", on_utc["frontdoor_rota"])
    assert half_hour.rows("activity_date, half_hour, agents") == [
        (date(2026, 7, 2), 1, 2.0), (date(2026, 12, 1), 18, 3.0),
    ]  # fmt: skip
    night = take("shift_id,date,start,end\n1,2026-07-01,23:30,06:00\n", on_utc["frontdoor_shifts"])
    assert night.rows("activity_date, started_local, ended_local, started_at") == [
        (date(2026, 7, 2), datetime(2026, 7, 2, 0, 30), datetime(2026, 7, 2, 7), datetime(2026, 7, 1, 23, 30))
    ]


def test_a_council_that_lists_no_services_takes_any_word(take, trentside):
    taken = take(
        "date,start,agents,service\n2026-11-02,09:00,2,Parks\n", "frontdoor_rota", replace(trentside, services=())
    )
    assert taken.rows("service, agents") == [("Parks", 2.0)]
