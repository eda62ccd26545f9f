"""A source drafted from an unknown file: it reads as a source, and says plainly what it could not map."""

import json

import pytest

from frontdoor.commands import load
from frontdoor.intake.drafting import draft_toml
from frontdoor.intake.guessing import guess_source
from frontdoor.intake.source import read_source_file

COMPLAINTS = (
    "Case Ref,Date Received,Directorate,How received,Stage 1 Due,Stage 1 Response Date,Stage 1 Outcome,Officer,Home address\n"
    "C1,31/01/2026,Housing,Telephone,14/02/2026,10/02/2026,Upheld,JB,1 High Street\n"
    "C2,05/02/2026,Waste,Smoke signal,19/02/2026,,,JB,2 High Street\n"
)


@pytest.fixture
def guess(tmp_path):
    def guessed(content: str, name: str = "Our export.csv"):
        file, folder = tmp_path / name, tmp_path / "private"
        file.write_text(content)
        folder.mkdir()
        return guess_source(file, folder)

    return guessed


def test_a_file_of_complaints_is_drafted_with_its_columns_dates_and_channels(guess):
    drafted = guess(COMPLAINTS)
    assert (drafted.name, drafted.kind, drafted.key) == ("our_export", "complaints", ("Case Ref",))
    assert drafted.columns == {
        "activity_date": "Date Received",
        "service": "Directorate",
        "channel": "How received",
        "stage_1_stated_due_date": "Stage 1 Due",
        "stage_1_responded_date": "Stage 1 Response Date",
        "stage_1_outcome": "Stage 1 Outcome",
    }
    assert drafted.date_formats == ("%d/%m/%Y",)
    assert (drafted.channels, drafted.unknown_channels) == ({"Telephone": "phone"}, ("Smoke signal",))
    assert drafted.unmapped == ("Officer", "Home address")
    assert drafted.missing == ()


def test_a_draft_without_gaps_reads_as_a_source_and_loads_its_file(guess, tmp_path, take):
    drafted = guess(COMPLAINTS)
    path = tmp_path / "our_export.toml"
    path.write_text(draft_toml(drafted))
    taken = take(COMPLAINTS.replace("Smoke signal", "Telephone"), read_source_file(path))
    assert taken.rows("complaint_id, service, channel, stage_1_outcome") == [
        ("C1", "Housing", "phone", "upheld"),
        ("C2", "Waste", "phone", None),
    ]


def test_what_is_missing_is_said_and_not_invented(guess):
    drafted = guess("Call id,Start time,Agent\n1,2026-01-05 10:00,Jo\n2,2026-01-05 10:05,Jo\n")
    assert drafted.missing == ("channel",)
    text = draft_toml(drafted)
    assert "# MISSING: channel." in text
    assert '# Not mapped, and so not read: "Agent"' in text


def test_questions_on_a_scale_are_found_by_their_few_answers(guess):
    rows = [f"{number},2026-01-0{number},phone,{number % 2},text {number}" for number in range(1, 9)]
    drafted = guess("Response ID,Survey date,Channel,How easy was it?,Comments\n" + "\n".join(rows) + "\n")
    assert (drafted.kind, drafted.questions) == ("survey_responses", {"how_easy_was_it": "How easy was it?"})
    assert drafted.columns["comment"] == "Comments"


def test_a_month_that_might_come_first_is_pointed_out(guess):
    either = guess("Complaint ID,Date received\n1,05/04/2026\n2,06/04/2026\n")
    assert either.is_either_way
    assert "# CHECK" in draft_toml(either)


def test_names_that_would_break_the_draft_are_written_safely(guess, tmp_path):
    drafted = guess('"Case ""Ref""\n[columns]",Date received,"a\nname = ""evil""",channel\nX1,2026-01-05,1,phone\n')
    path = tmp_path / "our_export.toml"
    path.write_text(draft_toml(drafted).replace("# key = [...]", 'key = ["x"]'))
    assert read_source_file(path).name == "our_export"


def test_the_command_prints_the_draft_and_loads_nothing(tmp_path, capsys):
    file = tmp_path / "export.csv"
    file.write_text(COMPLAINTS)
    import argparse

    options = argparse.Namespace(guess=True, file=[file], json=False)
    assert load.run(options) == 0
    assert 'kind = "complaints"' in capsys.readouterr().out
    assert load.run(argparse.Namespace(guess=True, file=[file], json=True)) == 0
    assert json.loads(capsys.readouterr().out)["unmapped"] == ["Officer", "Home address"]


def test_a_file_of_shifts_is_drafted_and_its_workers_are_personal(guess, tmp_path, take):
    rows = "1,13/11/2026,09:00,17:00,12:00,12:30,E1,Blue\n2,14/11/2026,09:00,17:00,12:00,12:30,E2,Blue\n"
    content = f"Shift ID,Work Date,Start Time,Finish Time,Lunch start,Lunch end,Employee Number,Team\n{rows}"
    drafted = guess(content, "rota.csv")
    assert (drafted.kind, drafted.key, drafted.missing, drafted.unmapped) == ("rota_shifts", ("Shift ID",), (), ())
    path = tmp_path / "rota.toml"
    path.write_text(draft_toml(drafted))
    assert read_source_file(path).personal == ("Employee Number",)
    assert take(content, read_source_file(path)).rows("shift_id, team, people") == [("1", "Blue", 1), ("2", "Blue", 1)]


def test_a_file_of_agents_by_half_hour_is_drafted(guess):
    drafted = guess("Date,Interval start,Agents on duty,Skill\n2026-11-02,09:00,12,Main\n2026-11-02,09:30,12,Main\n")
    assert (drafted.kind, drafted.key, drafted.missing) == ("rota_half_hours", ("Date", "Interval start", "Skill"), ())
    assert drafted.columns == {
        "activity_date": "Date", "start": "Interval start", "agents": "Agents on duty", "queue": "Skill",
    }  # fmt: skip
