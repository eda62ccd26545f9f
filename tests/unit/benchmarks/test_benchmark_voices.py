"""Do the benchmarks of complaints and surveys make the files they say, and ask what they mean to ask?"""

from pathlib import Path

import polars as pl
import pytest

from benchmarks.invented_voices import ANSWERS_EACH, VoiceFiles, make
from benchmarks.voices import asked_about

COMPLAINTS = 4_000


def test_the_files_hold_so_many_complaints_and_half_as_many_responses(tmp_path: Path) -> None:
    make(str(tmp_path), str(COMPLAINTS))
    files = VoiceFiles(tmp_path)
    stages, responses = (pl.read_csv(path, try_parse_dates=True) for path in (files.stages, files.responses))
    assert stages["complaint_id"].n_unique() == pytest.approx(COMPLAINTS, abs=1)
    assert (stages["stage"] == 2).mean() == pytest.approx(0.11, abs=0.03)
    assert responses.height == COMPLAINTS // 2
    answered = responses.select(pl.col("^answer_.*$").count().sum()).row(0)
    assert sum(answered) == responses.height * ANSWERS_EACH
    assert stages["responded_date"].max() <= stages["opened_date"].max()


@pytest.mark.slow
def test_every_question_about_voices_is_asked(tmp_path: Path) -> None:
    section = asked_about(tmp_path, COMPLAINTS)
    asked = {row[0] for row in section.rows}
    assert "clock_results, stage_1_in_time, by ward" in asked
    assert {"complaint_totals, by ward", "answer_counts, all services", "survey_scores, ease, one service"} <= asked
