"""Complaints, survey responses, stated figures and rotas are corrected, withdrawn from snapshots and undone like contacts."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from small_warehouse import Delivery, Row, complaint, complaint_event, complaint_stage, home_with, load, response

from frontdoor.periods import Grain
from frontdoor.schema.records import KINDS
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.opening import open_warehouse
from frontdoor.warehouse.scope import Scope
from frontdoor.warehouse.undoing import undo

MAY = (date(2026, 5, 1), date(2026, 5, 31))
DAY = date(2026, 5, 4)


def stated(number: int, **given: Any) -> Row:
    row: Row = dict.fromkeys(KINDS["stated_results"].names)
    described = {"from_date": MAY[0], "to_date": MAY[1], "service": "waste", "provider": "Trust", "measure": "visits"}
    return row | described | {"stated_id": str(number), "numerator": 10.0} | given


def half_hour(number: int, agents: float) -> Row:
    """Return so many agents in a half-hour of their own."""
    place = {"activity_date": DAY, "half_hour": number, "service": "waste", "queue": "main", "channel": "phone"}
    return dict.fromkeys(KINDS["rota_half_hours"].names) | {"rota_id": str(number), **place, "agents": agents}


def shift(number: int, end: int) -> Row:
    """Return one person's shift from 9am (8am UTC) to `end`, UTC."""
    first, last = datetime(2026, 5, 4, 8), datetime(2026, 5, 4, end)
    times = {"activity_date": DAY, "ended_date": DAY, "started_at": first, "ended_at": last}
    times |= {"started_local": datetime(2026, 5, 4, 9), "ended_local": datetime(2026, 5, 4, end + 1)}
    place = {"service": "waste", "queue": "main", "channel": "phone", "people": 1}
    return dict.fromkeys(KINDS["rota_shifts"].names) | {"shift_id": str(number), **times, **place}


ROWS = {
    "complaints": lambda number, changed: complaint(number, withdrawn_date=DAY if changed else None),
    "complaint_stages": lambda number, changed: complaint_stage(number, 1, responded_date=DAY if changed else None),
    "complaint_events": lambda number, changed: complaint_event(
        number, "responded", DAY, 1, outcome="upheld" if changed else "not_upheld"
    ),
    "survey_responses": lambda number, changed: response(
        number, questions=["rating"], answers=["Good" if changed else "Poor"]
    ),
    "stated_results": lambda number, changed: stated(number, numerator=11.0 if changed else 10.0),
    "rota_half_hours": lambda number, changed: half_hour(number, 5.0 if changed else 3.0),
    "rota_shifts": lambda number, changed: shift(number, 16 if changed else 15),
}
ASKED = {
    "complaints": ("complaint_totals", "withdrawn"),
    "complaint_stages": ("complaint_totals", "stage_1_answered"),
    "complaint_events": ("complaint_totals", "upheld"),
    "survey_responses": ("answer_counts", "answers"),
    "stated_results": ("stated", "numerator"),
    "rota_half_hours": ("rota", "hours"),
    "rota_shifts": ("rota", "hours"),
}
"""What tells a changed row from the one before, by kind of record."""
BANK = [
    {
        "survey": None, "question": "rating", "from_date": date(2020, 1, 1), "before_date": date(2030, 1, 1), "answer": "Good",
        "points": 1.0, "is_good": True, "is_average": False, "is_poor": False, "is_satisfied": False, "is_promoter": False,
        "is_detractor": False, "is_easy": False, "is_resolved": False,
    }
]  # fmt: skip


def told(home: Home, kind: str) -> float:
    """Return the sum that a changed row adds to, over May 2026."""
    question, column = ASKED[kind]
    parameters = {"complaint_totals": {"procedures": []}, "answer_counts": {"bank": BANK}, "stated": {}, "rota": {}}[
        question
    ]
    frame = open_warehouse(home).ask(question, Scope(*MAY, Grain.MONTH), parameters).frame
    if question == "answer_counts":
        frame = frame.filter(frame["answer"] == "Good")
    return frame[column].sum()


@pytest.mark.parametrize("kind", ROWS)
def test_a_correction_counts_once_and_undone_the_first_version_counts_again(tmp_path: Path, kind: str) -> None:
    row = ROWS[kind]
    home = home_with(tmp_path, Delivery([row(1, False), row(2, False)], kind=kind))
    before = told(home, kind)
    load_id, merged = load(home, Delivery([row(1, True), row(2, False)], kind=kind))
    assert (merged.loaded, merged.corrected, merged.unchanged, merged.withdrawn) == (0, 1, 1, 0)
    assert told(home, kind) == before + 1
    undo(home, load_id)
    assert told(home, kind) == before


@pytest.mark.parametrize("kind", ROWS)
def test_a_row_gone_from_a_snapshot_is_withdrawn_and_comes_back_when_that_is_undone(tmp_path: Path, kind: str) -> None:
    row = ROWS[kind]
    home = home_with(tmp_path, Delivery([row(1, True), row(2, True)], kind=kind))
    before = told(home, kind)
    load_id, merged = load(home, Delivery([row(1, True)], kind=kind, snapshot=MAY))
    assert (merged.unchanged, merged.withdrawn) == (1, 1)
    assert told(home, kind) == before / 2
    undo(home, load_id)
    assert told(home, kind) == before
