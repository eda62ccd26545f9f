"""Figures that others report about themselves: counts, values as stated, their evidence, and what was not sent."""

from datetime import date

import pytest

HEAD = "measure,provider,from_date,to_date,service,numerator,denominator,value,evidence"


def csv(*rows: str) -> str:
    return "\n".join([HEAD, *rows]) + "\n"


def test_a_figure_is_read_with_its_counts_its_words_and_its_evidence(take):
    taken = take(
        csv(
            "Missed bins put right,Bins Ltd,2026-01-01,2026-03-31,Waste,90,120,,Round sheets",
            "sickness,HR,2026-01-01,2026-03-31,,,,2.3,Payroll",
            "vacancies,HR,2026-01-01,2026-03-31,,,,14.4%,",
        )
    )
    assert taken.source.name == "frontdoor_reported"
    assert taken.rows("measure, provider, from_date, to_date, service, numerator, denominator, round(value, 9), value_text, evidence") == [
        ("missed_bins_put_right", "Bins Ltd", date(2026, 1, 1), date(2026, 3, 31), "Waste", 90.0, 120.0, None, None, "Round sheets"),
        ("sickness", "HR", date(2026, 1, 1), date(2026, 3, 31), "unknown", None, None, 2.3, "2.3", "Payroll"),
        ("vacancies", "HR", date(2026, 1, 1), date(2026, 3, 31), "unknown", None, None, 0.144, "14.4%", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("m,P,2026-01-01,2026-03-31,,,,,", "", "the row has neither counts nor a value"),
        ("m,P,2026-01-01,2026-03-31,,many,,,", "numerator", "not a number"),
        (
            "m,P,2026-01-01,2025-03-31,,1,,,",
            "to_date",
            "the last day is missing, does not exist or comes before the first",
        ),
        ("m,P,2026-02-30,2026-03-31,,1,,,", "from_date", "this cannot be read as a date that exists"),
        ("m,,2026-01-01,2026-03-31,,1,,,", "provider", "the row does not say which provider"),
        (",P,2026-01-01,2026-03-31,,1,,,", "measure", "the row does not say which measure"),
    ],
)
def test_a_row_that_states_nothing_about_a_stretch_of_time_is_refused(take, row, column, reason):
    taken = take(csv("good,P,2026-01-01,2026-03-31,,1,2,,", row))
    assert (3, column, reason) in taken.rejects()
    assert taken.rows("measure") == [("good",)]


def test_a_value_that_is_a_date_is_kept_as_written_and_one_that_does_not_exist_is_none(take):
    taken = take(csv("ends,P,2026-01-01,2026-03-31,,,,2027-03-31,", "ends,P,2026-04-01,2026-06-30,,,,2027-02-30,"))
    assert taken.rows("measure, value, value_text") == [("ends", None, "2027-03-31")]
    assert taken.rejects()[0][0] == 3
    assert taken.counted("bad_value") in (0, 1)


def test_a_value_in_words_is_left_empty_where_there_are_counts(take):
    taken = take(csv("m,P,2026-01-01,2026-03-31,,1,2,about half,"))
    assert taken.rows("numerator, value") == [(1.0, None)]
    assert taken.counted("bad_value") == 1


def test_one_measure_for_two_services_is_two_figures(take):
    taken = take(csv("m,P,2026-01-01,2026-03-31,Waste,1,2,,", "m,P,2026-01-01,2026-03-31,Housing,2,2,,"))
    assert (taken.checked.sound, taken.checked.duplicates) == (2, 0)
    assert len({row[0] for row in taken.rows("stated_id")}) == 2


def test_a_value_that_its_own_counts_do_not_make_is_told(take):
    taken = take(csv("m,P,2026-01-01,2026-03-31,,86,100,89%,", "n,P,2026-01-01,2026-03-31,,89,100,89%,"))
    assert [one.column for one in taken.findings("stated_rate")] == ["m"]


def test_a_quarter_for_which_nothing_was_sent_is_told_and_a_yearly_figure_is_not(take):
    quarters = [("01-01", "03-31"), ("04-01", "06-30"), ("10-01", "12-31")]
    rows = [f"m,P,2025-{first},2025-{last},,1,2,," for first, last in quarters]
    rows += [f"staff survey,HR,{year}-06-01,{year}-06-30,,1,2,," for year in (2023, 2024, 2025)]
    taken = take(csv(*rows, "m,P,2026-01-01,2026-03-31,,1,2,,"))
    assert [str(one) for one in taken.findings("missing_return")] == [
        "P: nothing was sent for m from 1 July 2025 to 30 September 2025."
    ]
