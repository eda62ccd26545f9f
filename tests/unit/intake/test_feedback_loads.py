"""Invented complaints, surveys and returns loaded into a home: corrections, awkward files, and what the report says."""

from datetime import date

import pytest

from frontdoor.intake.loading import load
from sample_data.generator import generate_awkward_feedback, generate_complaints, generate_returns, generate_surveys
from sample_data.generator.complaints.awkward import COUNTS as COMPLAINTS
from sample_data.generator.surveys.awkward import COUNTS as SURVEYS

MONTHS = 4


def told(report, kind):
    return [finding for finding in report.findings if finding.kind == kind]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    files = {
        "complaints": generate_complaints("trentside", folder, months=MONTHS),
        "surveys": generate_surveys("trentside", folder, months=MONTHS),
        "returns": generate_returns("trentside", folder),
    }
    awkward = generate_awkward_feedback(folder, months=MONTHS)
    return {kind: [one.path for one in each] for kind, each in files.items()} | {
        "awkward": [one.path for one in awkward]
    }


@pytest.mark.slow
def test_complaints_are_corrected_by_the_next_export_and_the_awkward_file_is_accounted_for(home, made):
    first, second = (load(home, path, "frontdoor") for path in made["complaints"])
    assert first.source == "frontdoor_complaints"
    assert (first.loaded, first.rejected) == (first.read, 0)
    assert second.corrected > 0
    assert (second.loaded + second.corrected + second.unchanged, second.rejected) == (second.read, 0)
    awkward = load(home, made["awkward"][0], "frontdoor")
    assert (awkward.read, awkward.loaded, awkward.unchanged, awkward.rejected, awkward.duplicates) == (
        COMPLAINTS.read, COMPLAINTS.loaded, COMPLAINTS.unchanged, COMPLAINTS.rejected, COMPLAINTS.duplicates,
    )  # fmt: skip
    assert sum(one.rows for one in told(awkward, "nulled_date")) == COMPLAINTS.nulled_second_dates
    assert [one.rows for one in told(awkward, "no_stage_1")] == [COMPLAINTS.stage_2_without_stage_1]


@pytest.mark.slow
def test_surveys_load_and_the_awkward_file_is_accounted_for(home, made):
    for path in made["surveys"]:
        report = load(home, path, "frontdoor")
        assert (report.source, report.loaded, report.rejected) == ("frontdoor_surveys", report.read, 0)
    awkward = load(home, made["awkward"][1], "frontdoor")
    assert (awkward.read, awkward.loaded, awkward.rejected, awkward.duplicates) == (
        SURVEYS.read, SURVEYS.loaded, SURVEYS.rejected, SURVEYS.duplicates,
    )  # fmt: skip
    assert {one.column for one in told(awkward, "not_on_the_scale")} == {"satisfied_overall", "recommend"}


@pytest.mark.slow
def test_returns_load_and_the_one_that_was_not_sent_is_told(home, made):
    first, second = (load(home, path, "frontdoor") for path in made["returns"])
    assert (first.source, first.loaded) == ("frontdoor_reported", first.read)
    assert {one.first_date for one in told(first, "missing_return")} == {date(2026, 1, 1)}
    assert second.corrected > 0  # one is restated after an audit
