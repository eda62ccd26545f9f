"""Summaries by half-hour, day and month: counts as stated, what is missing stays missing, stated rates are kept apart."""

from dataclasses import replace
from datetime import date, datetime

import duckdb
import pytest

from frontdoor.intake.incoming import show_stated
from frontdoor.intake.loading import load
from frontdoor.intake.source import read_source
from frontdoor.intake.source_types import Threshold
from frontdoor.intake.stated import rate_findings

CANONICAL = (
    "starts_at,grain,service,queue,channel,threshold_seconds,calls_offered,calls_answered,calls_answered_within\n"
)
GENESYS = "interval,queueId,queueName,nOffered,nOverSla,tAnswered.count,tAnswered.sum,tAnswered.max,tAbandon.count,tAbandon.max\n"
VANCOUVER = "Date,CallsOffered,CallsHandled,CallsAbandoned,AverageSpeedofAnswer,ServiceLevel\n"
ACROSS = (
    "Customer service centre,,,,,\n"
    "\n"
    "Measure,Apr-11,May 2011,Feb- 2012,Dec-12,Jan-2013\n"
    'Calls received,"14,500","14,195",1556*,TBC,Information not available\n'
    'Calls answered,"13,050","12,274",1400,TBC,\n'
    "% answered,90%,89%,90%,TBC,Information not available\n"
    "Average wait,4m 40s,38 sec,1:05,TBC,0:45\n"
    "Visits to the atrium,1,2,3,4,5\n"
)


def stated(taken):
    show_stated(taken.connection, taken.staged.plan, taken.source, 1)
    return taken.rows(
        "from_date, to_date, channel, provider, measure, numerator, denominator, round(value, 4), value_text"
    )


def test_canonical_summaries_are_taken_as_they_are_and_a_count_not_given_is_null(take):
    taken = take(
        CANONICAL
        + "2025-07-01 09:30,half_hour,waste,main line,phone,20,40,38,30\n2025-07-01,day,waste,main line,phone,,400,380,\n",
        "frontdoor_intervals",
    )
    names = (
        "grain, started_local, activity_date, threshold_seconds, calls_offered, calls_answered_within, calls_abandoned"
    )
    assert taken.rows(f"{names}, is_approximate") == [
        ("day", datetime(2025, 7, 1), date(2025, 7, 1), None, 400, None, None, False),
        ("half_hour", datetime(2025, 7, 1, 9, 30), date(2025, 7, 1), 20, 40, 30, None, False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("2025-07-01 09:40,half_hour,w,m,phone,20,40,38,30", "grain"),
        ("2025-07-02,month,w,m,phone,20,40,38,30", "grain"),
        ("2025-07-02,fortnight,w,m,phone,20,40,38,30", "grain"),
        ("2025-07-02,day,w,m,phone,20,-40,38,30", "calls_offered"),
        ("2025-07-02,day,w,m,phone,20,40.5,38,30", "calls_offered"),
        ("2025-07-02,day,w,m,fone,20,40,38,30", "channel"),
        ("2023-02-29,day,w,m,phone,20,40,38,30", "starts_at"),
        ("2025-07-02,day,w,m,phone,20,,,", "starts_at"),
    ],
)
def test_an_impossible_summary_is_refused(take, row, column):
    assert [(line, where) for line, where, _ in take(CANONICAL + row + "\n", "frontdoor_intervals").rejects()] == [
        (2, column)
    ]


def test_genesys_half_hours_are_local_and_an_hour_counts_on_its_day(take):
    rows = (
        "2025-07-01T23:00:00.000Z/2025-07-01T23:30:00.000Z,q1,Council tax,10,3,8,240000,95500,2,120400\n"
        "2025-01-01T09:00:00Z/PT30M,q1,Council tax,5,0,5,,,0,\n"
        "2025-01-01T10:00:00Z/2025-01-01T11:00:00Z,q1,Council tax,7,1,7,70000,20000,0,\n"
        "2025-01-01T10:00:00Z/2025-01-01T10:15:00Z,q1,Council tax,7,1,7,70000,20000,0,\n"
    )
    taken = take(GENESYS + rows, "genesys_intervals")
    names = (
        "grain, started_local, queue, calls_offered, calls_answered, calls_with_wait, seconds_to_answer, longest_wait_seconds, "
        "calls_answered_within"
    )
    assert taken.rows(names) == [
        ("day", datetime(2025, 1, 1, 10), "Council tax", 7, 7, 7, 70, 20, None),
        ("half_hour", datetime(2025, 1, 1, 9), "Council tax", 5, 5, None, None, None, None),
        ("half_hour", datetime(2025, 7, 2, 0), "Council tax", 10, 8, 8, 240, 120, None),
    ]  # fmt: skip
    assert [column for _, column, _ in taken.rejects()] == ["interval"]


def test_a_threshold_declared_in_the_source_gives_the_answers_within_it_from_its_date_on(take):
    thresholds = (
        Threshold(20, date(2025, 1, 1), date(2025, 6, 1)),
        Threshold(60, date(2025, 6, 1), queue="Council tax"),
    )
    source = replace(read_source("genesys_intervals"), thresholds=thresholds)
    row = "{0}T09:00:00Z/PT30M,q1,{1},10,3,8,1,1,2,1\n"
    taken = take(
        GENESYS
        + row.format("2025-01-02", "Council tax")
        + row.format("2025-07-02", "Council tax")
        + row.format("2025-07-03", "Waste"),
        source,
    )
    assert taken.rows("activity_date, threshold_seconds, calls_answered_within") == [
        (date(2025, 1, 2), 20, 5), (date(2025, 7, 2), 60, 5), (date(2025, 7, 3), None, None),
    ]  # fmt: skip


def test_the_two_half_hours_of_the_autumn_night_are_two_rows(take):
    rows = "".join(f"2025-10-26T0{hour}:30:00Z/PT30M,q1,Tax,1,0,1,1,1,0,0\n" for hour in (0, 1))
    taken = take(GENESYS + rows, "genesys_intervals")
    assert taken.rows("started_local") == [(datetime(2025, 10, 26, 1, 30),)] * 2


def test_a_mean_wait_becomes_seconds_marked_approximate_and_a_service_level_without_threshold_is_only_stated(take):
    taken = take(VANCOUVER + "2009-06-15,2173,1796,373,70.5,0.401\n2009-06-16,100,90,5,,\n", "vancouver_daily")
    names = "calls_offered, calls_answered, calls_abandoned, calls_with_wait, seconds_to_answer, calls_answered_within, is_approximate"
    assert taken.rows(names) == [(100, 90, 5, None, None, None, False), (2173, 1796, 373, 1796, 126618, None, True)]
    day = date(2009, 6, 15)
    assert stated(taken) == [(day, day, "phone", "City of Vancouver", "service_level", None, None, 0.401, "0.401")]


@pytest.mark.parametrize("turn", [False, True], ids=["months across", "months down"])
def test_a_hand_made_table_is_read_whichever_way_the_months_run(take, turn):
    content = ACROSS if not turn else turned(ACROSS)
    taken = take(content, "monthly_table")
    assert taken.rows("grain, activity_date, calls_offered, calls_answered, seconds_to_answer, is_approximate") == [
        ("month", date(2011, 4, 1), 14500, 13050, 13050 * 280, True),
        ("month", date(2011, 5, 1), 14195, 12274, 12274 * 38, True),
        ("month", date(2012, 2, 1), 1556, 1400, 1400 * 65, True),
        ("month", date(2013, 1, 1), None, None, None, False),
    ]  # fmt: skip
    refused = taken.checked.rejects[0]
    assert (refused.line, refused.column, refused.value) == (5 if turn else 3, "Month", "2012-12-01")
    rates = [row for row in stated(taken) if row[4] == "answer_rate"]
    assert rates[0] == (
        date(2011, 4, 1),
        date(2011, 4, 30),
        "phone",
        "as published",
        "answer_rate",
        13050,
        14500,
        0.9,
        "90%",
    )
    assert len(rates) == 3


def test_a_stated_rate_that_its_own_counts_do_not_make_is_reported(take):
    taken = take(ACROSS, "monthly_table")
    stated(taken)
    assert [str(finding) for finding in rate_findings(taken.connection)] == [
        "answer_rate for May 2011 is stated as 89%, but 12,274 of 14,195 is 86.5%. The counts are used."
    ]


def test_a_stated_service_level_carries_the_threshold_its_source_names(take):
    table = "Measure,April 2026,May 2026\n% answered in 20 seconds,71%,\n% answered within 45 seconds,83%,\n% answered,90%,\n"
    taken = take(table, "monthly_table")
    stated(taken)
    assert sorted(taken.rows("measure, within_seconds, value_text"), key=str) == [
        ("answer_rate", None, "90%"),
        ("service_level", 20, "71%"),
        ("service_level", 45, "83%"),
    ]


def test_months_without_years_are_one_clear_error(take):
    from frontdoor.errors import UnreadableFileError

    with pytest.raises(UnreadableFileError, match="no row and no column of months with years"):
        take("Measure,April,May\nCalls received,1,2\n", "monthly_table")


@pytest.mark.slow
def test_counts_and_stated_figures_are_both_published(home, file):
    report = load(home, file(ACROSS, "table.csv"), "monthly_table")
    assert (report.read, report.loaded, report.rejected) == (5, 4, 1)
    assert "Columns not read: Visits to the atrium." in map(str, report.findings)
    with duckdb.connect(str(home.records_file(home.current())), read_only=True) as connection:
        assert connection.execute("select count(*), sum(calls_offered) from contact_intervals").fetchone() == (4, 30251)
        assert connection.execute("select count(*) from stated_results").fetchone() == (7,)
        assert connection.execute("select from_date, to_date from loads").fetchone() == (
            date(2011, 4, 1),
            date(2013, 1, 31),
        )


def turned(text):
    import csv
    import io

    rows = list(csv.reader(text.splitlines()))[2:]
    out = io.StringIO()
    csv.writer(out).writerows(zip(*rows, strict=True))
    return out.getvalue()
