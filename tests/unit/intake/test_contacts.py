"""Contacts through the canonical CSV: every rule, by hand."""

from datetime import date, datetime

import pytest

HEAD = "contact_id,started_at,service,channel"


def csv(*rows: str, head: str = HEAD) -> str:
    return "\n".join([head, *rows]) + "\n"


def test_a_summer_time_is_an_hour_from_utc_and_keeps_its_wall_time(take):
    taken = take(csv("A,2025-07-01 09:15:00,Waste,phone", "B,2025-01-01 09:15:00,Waste,phone"))
    assert taken.rows("contact_id, started_local, started_at, activity_date, is_time_known") == [
        ("A", datetime(2025, 7, 1, 9, 15), datetime(2025, 7, 1, 8, 15), date(2025, 7, 1), True),
        ("B", datetime(2025, 1, 1, 9, 15), datetime(2025, 1, 1, 9, 15), date(2025, 1, 1), True),
    ]


@pytest.mark.parametrize(
    ("written", "local"),
    [
        ("2025-07-01T09:15", datetime(2025, 7, 1, 9, 15)),
        ("2025-07-01T09:15:30.5", datetime(2025, 7, 1, 9, 15, 30, 500000)),
        ("2025-07-01T09:15:00Z", datetime(2025, 7, 1, 10, 15)),
        ("2025-07-01T23:30:00+00:00", datetime(2025, 7, 2, 0, 30)),
        ("2025-07-01 09:15:00+0200", datetime(2025, 7, 1, 8, 15)),
    ],
)
def test_a_time_may_be_local_or_carry_its_offset(take, written, local):
    taken = take(csv("A,2025-07-01 09:15:00,Waste,phone", f"B,{written},Waste,phone"))
    assert taken.rows("started_local", "contact_id = 'B'") == [(local,)]


def test_local_times_and_times_with_an_offset_may_stand_in_one_column(take):
    taken = take(
        csv(
            "A,2025-07-01T08:00:00Z,Waste,phone",
            "B,2025-07-01T08:00:00Z,Waste,phone",
            "C,2025-07-01 09:00:00,Waste,phone",
        )
    )
    assert taken.rows("distinct started_at") == [(datetime(2025, 7, 1, 8, 0),)]


def test_a_date_alone_has_no_time_of_day(take):
    taken = take(csv("A,2025-07-01,Waste,phone"))
    assert taken.rows("started_local, started_at, is_time_known") == [(datetime(2025, 7, 1), None, False)]


def test_half_past_one_on_the_night_the_clocks_go_forward_is_refused_with_its_line(take):
    taken = take(
        csv(
            "A,2025-03-30 00:59:59,Waste,phone",
            "B,2025-03-30 01:30:00,Waste,phone",
            "C,2025-03-30 02:00:00,Waste,phone",
        )
    )
    assert taken.rows("started_at") == [(datetime(2025, 3, 30, 0, 59, 59),), (datetime(2025, 3, 30, 1, 0),)]
    assert taken.rejects() == [(3, "started_at", "this time did not exist: the clocks went forward over it that night")]


def test_half_past_one_on_the_night_the_clocks_go_back_takes_the_first_and_is_counted(take):
    taken = take(csv("A,2025-10-26 01:30:00,Waste,phone", "B,2025-10-26 02:30:00,Waste,phone"))
    assert taken.rows("started_at") == [(datetime(2025, 10, 26, 0, 30),), (datetime(2025, 10, 26, 2, 30),)]
    assert taken.checked.problems["ambiguous_time"][1] == 1


def test_the_twenty_ninth_of_february_2023_is_refused(take):
    taken = take(csv("A,2023-02-29 10:00:00,Waste,phone", "B,2024-02-29 10:00:00,Waste,phone"))
    assert taken.rows("contact_id") == [("B",)]
    assert taken.rejects() == [(2, "started_at", "this cannot be read as a date that exists")]


def test_a_date_in_the_year_205_is_refused(take):
    taken = take(csv("A,0205-02-20 10:00:00,Waste,phone", "B,2024-02-29 10:00:00,Waste,phone"))
    assert taken.rejects() == [(2, "started_at", "no contact can be dated so")]


def test_missing_key_date_and_channel_each_say_so(take):
    taken = take(
        csv(
            ",2025-01-01 10:00:00,Waste,phone",
            "B,,Waste,phone",
            "C,2025-01-01 10:00:00,Waste,",
            "D,2025-01-01 10:00:00,,phone",
        )
    )
    assert [(line, column) for line, column, _ in taken.rejects()] == [
        (2, "contact_id"),
        (3, "started_at"),
        (4, "channel"),
    ]
    assert taken.rows("contact_id, service") == [("D", "unknown")]


def test_an_unknown_channel_is_refused_and_the_nearest_word_is_named(take):
    taken = take(csv("A,2025-01-01 10:00:00,Waste,phonr", "B,2025-01-01 10:00:00,Waste, PHONE "))
    assert taken.rejects() == [(2, "channel", "no channel is known by this word (did you mean phone?)")]
    assert taken.rows("channel") == [("phone",)]


@pytest.mark.parametrize("column", ["seconds_waited", "seconds_handled", "transfers"])
@pytest.mark.parametrize("wrong", ["-1", "many", "inf", "nan", "9999999999999999999999"])
def test_a_wait_that_is_negative_or_no_number_is_refused(take, column, wrong):
    taken = take(
        csv(
            f"A,2025-01-01 10:00:00,Waste,phone,{wrong}", "B,2025-01-01 10:00:00,Waste,phone,0", head=f"{HEAD},{column}"
        )
    )
    assert taken.rejects() == [(2, column, "not a whole number that is 0 or more")]
    assert taken.rows(column) == [(0,)]


def test_parts_of_a_second_are_rounded_but_parts_of_a_transfer_are_refused(take):
    taken = take(
        csv(
            "A,2025-01-01 10:00:00,Waste,phone,12.6,1",
            "B,2025-01-01 10:00:00,Waste,phone,12,1.5",
            head=f"{HEAD},seconds_waited,transfers",
        )
    )
    assert taken.rows("seconds_waited, transfers") == [(13, 1)]
    assert [column for _, column, _ in taken.rejects()] == ["transfers"]


@pytest.mark.parametrize(
    ("completed", "kept"),
    [
        ("2025-01-02 10:00:00", date(2025, 1, 2)),
        ("2025-01-01 10:00:00", date(2025, 1, 1)),
        ("2025-01-01", date(2025, 1, 1)),
        ("2025-01-01 09:59:59", None),
        ("2024-12-31", None),
        ("2023-02-29", None),
        ("soon", None),
        ("2025-03-30 01:30:00", None),
    ],
)
def test_an_impossible_second_date_is_emptied_and_the_row_is_kept(take, completed, kept):
    taken = take(csv(f"A,2025-01-01 10:00:00,Waste,phone,{completed}", head=f"{HEAD},completed_at"))
    assert taken.rows("completed_date") == [(kept,)]
    assert taken.checked.problems.get("impossible_completed_date", (None, 0))[1] == (kept is None)
    assert taken.checked.rejected == 0


def test_a_promise_before_the_contact_is_emptied_and_a_reply_is_read(take):
    head = f"{HEAD},replied_at,promised_date"
    taken = take(csv("A,2025-06-01 10:00:00,Waste,email,2025-06-03 09:00:00,2025-05-31", head=head))
    assert taken.rows("replied_at, replied_date, promised_date") == [
        (datetime(2025, 6, 3, 8, 0), date(2025, 6, 3), None)
    ]


def test_flags_are_read_in_any_usual_way_and_others_are_refused(take):
    rows = [
        f"{number},2025-01-01 10:00:00,Waste,phone,{word}"
        for number, word in enumerate(["Yes", "n", "TRUE", "0", "", "perhaps"])
    ]
    taken = take(csv(*rows, head=f"{HEAD},is_resolved_first"))
    assert taken.rows("contact_id, is_resolved_first") == [
        ("0", True),
        ("1", False),
        ("2", True),
        ("3", False),
        ("4", None),
    ]
    assert taken.rejects() == [(7, "is_resolved_first", "neither yes nor no")]


def test_an_unknown_customer_type_is_emptied_and_counted(take):
    taken = take(
        csv(
            "A,2025-01-01 10:00:00,Waste,phone,martian",
            "B,2025-01-01 10:00:00,Waste,phone,Business",
            head=f"{HEAD},customer_type",
        )
    )
    assert taken.rows("customer_type") == [("business",), (None,)]
    assert taken.checked.problems["unknown_customer_type"][1] == 1


def test_special_category_data_is_left_out_unless_the_council_opted_in(take, trentside):
    from dataclasses import replace

    text = csv("A,2025-01-01 10:00:00,Waste,phone,BSL", head=f"{HEAD},access_need")
    assert take(text, council=replace(trentside, opt_in=())).rows("access_need") == [(None,)]
    assert take(text, council=replace(trentside, opt_in=("access_need",))).rows("access_need") == [("BSL",)]


def test_language_and_tenure_are_read_and_assistance_and_adjustments_by_opt_in(take, trentside):
    from dataclasses import replace

    text = csv(
        "A,2025-01-01 10:00:00,Waste,phone,Polish,council tenant,BSL,met",
        "B,2025-01-01 10:00:00,Waste,phone,,,relay,not_honoured",
        "C,2025-01-01 10:00:00,Waste,phone,,,shouting,yes",
        head=f"{HEAD},language,tenure,assistance,adjustment",
    )
    columns = "language, tenure, assistance, adjustment"
    closed = take(text, council=replace(trentside, opt_in=()))
    assert closed.rows(columns) == [("Polish", "council tenant", None, None), *[(None, None, None, None)] * 2]
    opened = take(text, council=replace(trentside, opt_in=("assistance", "adjustment")))
    assert opened.rows("assistance, adjustment") == [
        ("british_sign_language", "honoured"), ("relay", "not_honoured"), (None, None),
    ]  # fmt: skip
    assert opened.checked.problems["unknown_assistance"][1] == 1
    assert opened.checked.problems["unknown_adjustment"][1] == 1


def test_outer_spaces_are_trimmed_and_a_ward_not_given_is_unknown(take):
    taken = take(
        csv("A,2025-01-01 10:00:00, Waste ,phone,", "B,2025-01-01 10:00:00,Waste,phone,Castle ", head=f"{HEAD},ward")
    )
    assert taken.rows("service, ward") == [("Waste", "Castle"), ("Waste", "unknown")]


def test_blank_rows_at_the_end_of_a_sheet_are_neither_read_nor_refused(take):
    taken = take(csv("A,2025-01-01 10:00:00,Waste,phone", ",,,", ",,,"))
    assert (taken.checked.read, taken.checked.sound, taken.checked.rejected, taken.checked.blank) == (1, 1, 0, 2)


def test_rows_that_are_not_customer_contact_are_kept_and_marked(take):
    taken = take(
        csv(
            "A,2025-01-01 10:00:00,Waste,phone,no",
            "B,2025-01-01 10:00:00,Waste,phone,",
            head=f"{HEAD},is_customer_contact",
        )
    )
    assert taken.rows("contact_id, is_customer_contact") == [("A", False), ("B", True)]
