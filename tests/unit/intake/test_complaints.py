"""Complaints through the three canonical layouts: every rule, by hand."""

from datetime import date, datetime

import pytest

CASES = (
    "complaint_id,received_date,service,stage_1_opened_date,stage_1_acknowledged_date,stage_1_responded_date,"
    "stage_1_outcome,stage_2_opened_date,stage_2_acknowledged_date,stage_2_responded_date,remedy_pounds"
)
STAGES = "complaint_id,stage,opened_date,service,acknowledged_date,responded_date,outcome,refused_date"
EVENTS = "event_id,complaint_id,event,event_date,service,stage,extension_working_days,outcome"


def csv(head: str, *rows: str) -> str:
    return "\n".join([head, *rows]) + "\n"


def test_a_case_is_read_with_both_stages_and_pounds_become_pence(take):
    taken = take(
        csv(
            CASES, "A,2026-01-05,Waste,2026-01-06,2026-01-07,2026-01-20,upheld,2026-02-02,2026-02-03,2026-02-20,150.00"
        ),
        "frontdoor_complaints",
    )
    assert taken.rows(
        "complaint_id, activity_date, stage_1_opened_date, stage_1_acknowledged_date, stage_1_responded_date, stage_1_outcome"
    ) == [("A", date(2026, 1, 5), date(2026, 1, 6), date(2026, 1, 7), date(2026, 1, 20), "upheld")]
    assert taken.rows("stage_2_opened_date, stage_2_acknowledged_date, stage_2_responded_date, remedy_pence") == [
        (date(2026, 2, 2), date(2026, 2, 3), date(2026, 2, 20), 15_000)
    ]


def test_what_a_source_does_not_say_is_corporate_other_and_unknown(take):
    taken = take("complaint_id,received_date,service\nA,2026-01-05,\n", "frontdoor_complaints")
    assert taken.rows("procedure, channel, service, ward, stage_1_opened_date, remedy_pence") == [
        ("corporate", "other", "unknown", "unknown", None, None)
    ]


def test_a_time_of_day_makes_no_difference_to_the_day_and_an_offset_is_moved_to_the_councils_clock(take):
    taken = take(
        "complaint_id,received_date,service,updated_at\n"
        "A,2026-07-01T23:30:00Z,Waste,2026-07-02T08:00:00\nB,2026-07-01 23:30:00,Waste,\nC,2026-07-01,Waste,\n",
        "frontdoor_complaints",
    )
    assert taken.rows("complaint_id, activity_date, updated_at") == [
        ("A", date(2026, 7, 2), datetime(2026, 7, 2, 7, 0)),
        ("B", date(2026, 7, 1), None),
        ("C", date(2026, 7, 1), None),
    ]


def test_a_row_without_a_day_it_came_in_is_refused_with_its_line(take):
    taken = take(
        csv(
            "complaint_id,received_date,service",
            "A,2026-02-30,Waste",
            "B,,Waste",
            "C,1066-10-14,Waste",
            "D,2026-03-01,",
        ),
        "frontdoor_complaints",
    )
    assert taken.rejects() == [
        (2, "received_date", "this cannot be read as a date that exists"),
        (3, "received_date", "the row has no date"),
        (4, "received_date", "no row can be dated so"),
    ]
    assert taken.rows("complaint_id") == [("D",)]


@pytest.mark.parametrize(
    ("row", "kept", "problem"),
    [
        ("A,2026-01-05,W,2026-01-05,2026-01-04,,,,,,", "stage_1_acknowledged_date", "acknowledged before received"),
        ("A,2026-01-05,W,2026-01-05,,2026-01-04,,,,,", "stage_1_responded_date", "answered before received"),
        ("A,2026-01-05,W,2026-01-07,,2026-01-06,,,,,", "stage_1_responded_date", "answered before the stage began"),
        ("A,2026-01-05,W,2026-01-04,,,,,,,", "stage_1_opened_date", "opened before received"),
        ("A,2026-01-05,W,2026-01-07,,,,2026-01-06,,,", "stage_2_opened_date", "stage 2 before stage 1"),
        ("A,2026-01-05,W,2026-01-05,,,,2026-02-05,2026-02-04,,", "stage_2_acknowledged_date", "before stage 2"),
        ("A,2026-01-05,W,2026-01-05,,,,2026-02-05,,2026-02-04,", "stage_2_responded_date", "before stage 2"),
        ("A,2026-01-05,W,2026-01-05,,2026-02-29,,,,,", "stage_1_responded_date", "no such day"),
    ],
)
def test_an_impossible_later_date_is_emptied_and_counted_and_the_row_loads(take, row, kept, problem):
    taken = take(csv(CASES, row), "frontdoor_complaints")
    assert taken.rows(kept) == [(None,)], problem
    assert taken.counted(f"impossible_{kept}") == 1
    assert taken.checked.sound == 1


def test_all_on_one_day_and_an_acknowledgement_before_the_stage_began_are_possible(take):
    day = "2026-01-05"
    taken = take(
        csv(CASES, f"A,{day},W,{day},{day},{day},upheld,{day},{day},{day},", f"B,{day},W,2026-01-08,{day},,,,,,"),
        "frontdoor_complaints",
    )
    assert taken.rows("stage_1_acknowledged_date, stage_1_responded_date, stage_2_responded_date") == [
        (date(2026, 1, 5), date(2026, 1, 5), date(2026, 1, 5)),
        (date(2026, 1, 5), None, None),
    ]
    assert not taken.checked.problems


def test_stage_2_without_stage_1_loads_and_is_told(take):
    taken = take(csv(CASES, "A,2026-01-05,W,,,,,2026-02-05,,,", "B,2026-01-05,W,2026-01-05,,,,2026-02-05,,,"))
    assert taken.checked.sound == 2
    assert [str(one) for one in taken.findings("no_stage_1")] == ["1 rows: the case reached stage 2 without a stage 1."]


@pytest.mark.parametrize("head", ["frontdoor_complaint_stages", "frontdoor_complaint_events"])
def test_stage_2_without_stage_1_is_told_of_stages_and_events_too(take, head):
    stages = csv(STAGES, "A,2,2026-02-05,W,,,,", "B,1,2026-01-05,W,,,,", "B,2,2026-02-05,W,,,,", "C,0,2026-01-05,W,,,,")
    events = csv(
        EVENTS, "1,A,opened,2026-02-05,W,2,,", "2,B,opened,2026-01-05,W,1,,", "3,B,opened,2026-02-05,W,2,,",
        "4,C,received,2026-01-05,W,,,",
    )  # fmt: skip
    taken = take(stages if head.endswith("stages") else events, head)
    assert [str(one) for one in taken.findings("no_stage_1")] == ["1 cases reached stage 2 without a stage 1."]


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("stage_1_outcome", "uphelt", "no stage_1_outcome is known by this word (did you mean upheld?)"),
        ("stage_1_extension_working_days", "-5", "not a whole number that is 0 or more"),
        ("stage_1_extension_working_days", "2.5", "not a whole number that is 0 or more"),
        ("remedy_pounds", "-10", "not a whole number that is 0 or more"),
        ("remedy_pounds", "a cake", "not a whole number that is 0 or more"),
        ("channel", "pigeon", "no channel is known by this word (did you mean phone?)"),
    ],
)
def test_what_means_nothing_refuses_the_row(take, column, value, reason):
    taken = take(
        csv(f"complaint_id,received_date,service,{column}", f"A,2026-01-05,W,{value}", "B,2026-01-05,W,"),
        "frontdoor_complaints",
    )
    assert taken.rejects() == [(2, column, reason)]
    assert taken.rows("complaint_id") == [("B",)]


@pytest.mark.parametrize(("written", "pence"), [("150", 15_000), ("£1,250.50", 125_050), ("0.01", 1), ("0", 0)])
def test_pounds_may_be_written_as_people_write_them(take, written, pence):
    taken = take(csv("complaint_id,received_date,service,remedy_pounds", f'A,2026-01-05,W,"{written}"'))
    assert taken.rows("remedy_pence") == [(pence,)]


def test_a_duplicate_case_with_other_facts_is_decided_by_its_version(take):
    taken = take(
        csv(
            "complaint_id,received_date,service,updated_at",
            "A,2026-01-05,Waste,2026-01-09T10:00:00",
            "A,2026-01-05,Housing,2026-01-07T10:00:00",
            "B,2026-01-05,Waste,",
        ),
    )
    assert (taken.checked.read, taken.checked.duplicates, taken.checked.sound) == (3, 1, 2)
    assert taken.rows("service", "complaint_id = 'A'") == [("Waste",)]


def test_a_stage_is_keyed_by_case_and_number_and_stage_0_is_what_was_settled_before(take):
    taken = take(
        csv(
            STAGES,
            "A,1,2026-01-05,Waste,2026-01-06,2026-01-12,not_upheld,",
            "A,2,2026-02-05,Waste,,,,",
            "B,0,2026-01-05,Waste,,2026-01-06,,",
            "C,0,2026-01-05,Waste,,,,2026-01-07",
        )
    )
    assert taken.source.name == "frontdoor_complaint_stages"
    assert taken.rows("stage_id, complaint_id, stage, activity_date, responded_date, refused_date") == [
        ("A|1", "A", 1, date(2026, 1, 5), date(2026, 1, 12), None),
        ("A|2", "A", 2, date(2026, 2, 5), None, None),
        ("B|0", "B", 0, date(2026, 1, 5), date(2026, 1, 6), None),
        ("C|0", "C", 0, date(2026, 1, 5), None, date(2026, 1, 7)),
    ]


def test_a_stage_nobody_knows_and_a_missing_one_are_refused(take):
    taken = take(csv(STAGES, "A,3,2026-01-05,W,,,,", "B,,2026-01-05,W,,,,", "C,1,2026-01-05,W,,,,"))
    assert taken.rejects() == [
        (2, "stage", "no stage is known by this word"),
        (3, "stage", "the row has no key: nothing tells it from another"),
        (3, "stage", "the row has no stage"),
    ]


def test_an_event_of_a_stage_must_say_which_and_others_need_not(take):
    taken = take(
        csv(
            EVENTS,
            "1,A,received,2026-01-05,W,,,",
            "2,A,opened,2026-01-05,W,,,",
            "3,A,extended,2026-01-12,W,1,10,",
            "4,A,responded,2026-01-20,W,1,,partly_upheld",
            "5,A,exploded,2026-01-20,W,1,,",
            "6,,received,2026-01-20,W,,,",
        )
    )
    assert taken.source.name == "frontdoor_complaint_events"
    assert taken.rejects() == [
        (3, "event", "this event belongs to a stage, and the row does not say which"),
        (6, "event", "no event is known by this word (did you mean responded?)"),
        (7, "complaint_id", "the row does not say which case it belongs to"),
    ]
    assert taken.rows("event, stage, extension_working_days, outcome") == [
        ("extended", 1, 10, None),
        ("received", None, None, None),
        ("responded", 1, None, "partly_upheld"),
    ]


def test_a_customer_becomes_a_pseudonym_and_is_never_shown(take):
    taken = take(
        csv(
            "complaint_id,received_date,service,customer",
            "A,2026-01-05,W,jo@example.org",
            "B,2026-01-06,W,JO@example.org",
            "C,never,W,jo@example.org",
        )
    )
    assert len({row[0] for row in taken.rows("customer")}) == 1
    assert "example" not in str(taken.rows("*")) + str(taken.checked.rejects)


def test_scripts_and_formulas_in_text_are_kept_as_text_and_disarmed_where_a_spreadsheet_would_run_them(take):
    formula = '=HYPERLINK(""http://example.org"")'
    taken = take(
        csv(
            "complaint_id,received_date,service,reason,stage_1_outcome",
            'A,2026-01-05,W,"<script>alert(1)</script>",upheld',
            f'B,2026-01-05,W,late,"{formula}"',
        )
    )
    assert taken.rows("reason") == [("<script>alert(1)</script>",)]
    from frontdoor.intake.rejects import safe

    assert [safe(one.value) for one in taken.checked.rejects] == ['\'=HYPERLINK("http://example.org")']
