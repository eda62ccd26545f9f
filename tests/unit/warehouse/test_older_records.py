"""A records file of an earlier release gains the tables and columns of today, and its records stay what they were."""

from datetime import date
from pathlib import Path

import duckdb
from small_warehouse import COUNCIL, Delivery, Row, complaint, contact, home_with, load, response

from frontdoor.schema.records import KINDS
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.records_file import record_hash

NEWER = ("complaints", "complaint_stages", "complaint_events", "survey_responses")


def stated() -> Row:
    row: Row = dict.fromkeys(KINDS["stated_results"].names)
    given = {"stated_id": "1", "from_date": date(2026, 5, 1), "to_date": date(2026, 5, 31), "service": "waste"}
    return row | given | {"provider": "partner", "measure": "answer_rate", "value": 0.9}


def made_older(home: Home) -> None:
    """Take out of the records file in force what the earlier release did not have."""
    with duckdb.connect(str(home.folder / f"records-{home.current()}.duckdb")) as connection:
        for kind in NEWER:
            connection.execute(f"drop table {kind}")
            connection.execute(f"drop table superseded_{kind}")
        for column in ("evidence", "within_seconds"):
            connection.execute(f"alter table stated_results drop column {column}")
            connection.execute(f"alter table superseded_stated_results drop column {column}")
        hashed = record_hash("stated_results").replace(", evidence, within_seconds", "")
        connection.execute(f"update stated_results set record_hash = {hashed}")


def test_an_older_home_takes_the_newer_kinds_and_knows_its_records_again(tmp_path: Path) -> None:
    figures = Delivery([stated()], "partners", "stated_results")
    home = home_with(tmp_path / "home", Delivery([contact(1)]), figures)
    made_older(home)
    _, merged = load(home, figures)
    assert (merged.loaded, merged.corrected, merged.unchanged) == (0, 0, 1)
    assert load(home, Delivery([complaint(1)], "cases", "complaints"))[1].loaded == 1


def test_a_response_with_other_answers_is_a_correction_and_the_same_again_is_not(tmp_path: Path) -> None:
    first = response(1, questions=["How was it?", "Sorted?"], answers=["good", "yes"])
    home = home_with(tmp_path / "home", Delivery([first], "surveys", "survey_responses"), council=COUNCIL)
    again = load(home, Delivery([first], "surveys", "survey_responses"))[1]
    other = load(home, Delivery([first | {"answers": ["good", "no"]}], "surveys", "survey_responses"))[1]
    assert (again.unchanged, again.corrected, other.unchanged, other.corrected) == (1, 0, 0, 1)
