"""The awkward files of complaints and surveys hold what their counts say."""

from collections import Counter
from pathlib import Path

import pytest

from sample_data.generator import generate_awkward_feedback, generate_complaints
from sample_data.generator.complaints.awkward import COUNTS as COMPLAINTS
from sample_data.generator.surveys.awkward import COUNTS as SURVEYS
from sample_data.generator.surveys.comments import HOSTILE, LONGEST
from tests.unit.sample.complaint_stages import Row, read


@pytest.fixture(scope="module")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Row], list[Row]]:
    complaints, surveys = generate_awkward_feedback(tmp_path_factory.mktemp("awkward"))
    return read(complaints.path), read(surveys.path)


def surplus(rows: list[Row], key: str) -> int:
    return sum(count - 1 for count in Counter(row[key] for row in rows).values())


def test_every_row_is_counted_once(awkward: tuple[list[Row], list[Row]]) -> None:
    complaints, surveys = awkward
    parts = COMPLAINTS.loaded + COMPLAINTS.unchanged + COMPLAINTS.rejected + COMPLAINTS.duplicates
    assert len(complaints) == COMPLAINTS.read == parts
    assert len(surveys) == SURVEYS.read == SURVEYS.loaded + SURVEYS.rejected + SURVEYS.duplicates


def test_duplicates_are_as_many_as_counted(awkward: tuple[list[Row], list[Row]]) -> None:
    assert surplus(awkward[0], "complaint_id") == COMPLAINTS.duplicates
    assert surplus(awkward[1], "response_id") == SURVEYS.duplicates


def test_some_rows_stand_in_the_last_export_already(awkward: tuple[list[Row], list[Row]], tmp_path: Path) -> None:
    newest = read(generate_complaints("trentside", tmp_path)[-1].path)
    assert sum(row in newest for row in awkward[0]) == COMPLAINTS.unchanged


def test_impossible_second_dates_and_lone_second_stages_are_there(awkward: tuple[list[Row], list[Row]]) -> None:
    early = [row for row in awkward[0] if "2019-01-02" in row.values()]
    alone = [row for row in awkward[0] if row["stage_2_opened_date"] and not row["stage_1_opened_date"]]
    assert (len(early), len(alone)) == (COMPLAINTS.nulled_second_dates, COMPLAINTS.stage_2_without_stage_1)


def test_comments_hold_scripts_spaces_and_a_very_long_one(awkward: tuple[list[Row], list[Row]]) -> None:
    written = [row["comment"] for row in awkward[1]]
    assert set(HOSTILE) <= set(written)
    assert max(len(comment) for comment in written) == LONGEST
    assert "   " in written


def test_some_responses_answer_nothing(awkward: tuple[list[Row], list[Row]]) -> None:
    empty = [row for row in awkward[1] if not any(row[name] for name in row if name.startswith("answer_"))]
    assert len(empty) == SURVEYS.without_answers
