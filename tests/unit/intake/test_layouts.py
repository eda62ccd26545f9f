"""`--source frontdoor` takes the table whose needed columns the header has."""

import pytest

from frontdoor.errors import IntakeError
from frontdoor.intake.source import read_source

FILES = {
    "frontdoor": "contact_id,started_at,service,channel\nA,2026-01-05 10:00:00,W,phone\n",
    "frontdoor_intervals": "starts_at,grain,service,queue,channel,contacts\n2026-01-05,day,W,Q,phone,3\n",
    "frontdoor_complaints": "complaint_id,received_date,service\nA,2026-01-05,W\n",
    "frontdoor_complaint_stages": "complaint_id,stage,opened_date,service\nA,1,2026-01-05,W\n",
    "frontdoor_complaint_events": "event_id,complaint_id,event,event_date,service\n1,A,received,2026-01-05,W\n",
    "frontdoor_surveys": "response_id,survey,answered_date,service,channel,answer_a\nA,s,2026-01-05,W,phone,1\n",
    "frontdoor_reported": "measure,provider,from_date,to_date,numerator\nm,P,2026-01-01,2026-03-31,1\n",
    "frontdoor_shifts": "shift_id,date,start,end\n1,2026-11-02,09:00,17:00\n",
    "frontdoor_rota": "date,start,agents\n2026-11-02,09:00,12\n",
}


def test_every_layout_is_looked_for():
    assert set(read_source("frontdoor").layouts) == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_the_layout_whose_columns_are_there_is_taken_and_gives_its_own_name(take, name):
    taken = take(FILES[name], "frontdoor")
    assert taken.source.name == name
    assert taken.rows("source, load_id") == [(name, 1)]


@pytest.mark.parametrize("name", FILES)
def test_a_layout_may_also_be_named(take, name):
    assert take(FILES[name], name).checked.sound == 1


def test_a_file_that_fits_none_is_told_what_the_nearest_lacks(take):
    with pytest.raises(IntakeError, match=r"the column is missing: received_date.*frontdoor_complaints"):
        take("complaint_id,service,stage_1_outcome\nA,W,upheld\n", "frontdoor")


def test_lines_above_the_header_and_another_delimiter_do_not_matter(take):
    taken = take("Complaints of January\n\ncomplaint_id;received_date;service\nA;2026-01-05;W\n", "frontdoor")
    assert taken.source.name == "frontdoor_complaints"
    assert taken.rows("complaint_id") == [("A",)]


def test_a_parquet_file_has_its_layout_found_too(take, tmp_path):
    import duckdb

    path = tmp_path / "cases.parquet"
    duckdb.execute(
        "copy (select 'A' as complaint_id, date '2026-01-05' as received_date, 'W' as service, "
        f"date '2026-01-04' as stage_1_responded_date) to '{path}' (format parquet)"
    )
    taken = take(path.read_bytes(), "frontdoor")
    assert taken.source.name == "frontdoor_complaints"
    assert taken.rows("complaint_id, stage_1_responded_date") == [("A", None)]
    assert taken.counted("impossible_stage_1_responded_date") == 1
