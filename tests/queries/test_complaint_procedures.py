"""What became of complaints, by procedure: each event counted once, and all procedures together the same as the totals."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from small_warehouse import Delivery, complaint, home_at_once

from frontdoor.periods import Grain
from frontdoor.warehouse.opening import Scope, Warehouse, open_warehouse

MAY = Scope(date(2026, 5, 1), date(2026, 5, 31), Grain.YEAR)
CASES = [
    complaint(
        "C1", date(2026, 5, 4), service="waste", stage_1_opened_date=date(2026, 5, 4), stage_1_outcome="upheld",
        stage_1_responded_date=date(2026, 5, 12), stage_2_opened_date=date(2026, 5, 20), remedy_pence=15_000,
    ),
    complaint(
        "C2", date(2026, 4, 30), service="waste", procedure="housing", stage_1_opened_date=date(2026, 4, 30),
        stage_1_responded_date=date(2026, 5, 6), stage_1_outcome="not_upheld",
    ),
    complaint("C3", date(2026, 5, 31), service="other", procedure="member_conduct", refused_date=date(2026, 5, 31)),
    complaint("C4", date(2026, 5, 31), service="other", resolved_early_date=date(2026, 6, 1)),
]  # fmt: skip


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    folder: Path = tmp_path_factory.mktemp("procedures")
    delivery = Delivery(CASES, "complaints", "complaints", covered_to=date(2026, 6, 30))
    return open_warehouse(home_at_once(folder / "home", delivery))


def test_each_event_counts_under_its_procedure_on_its_own_day(warehouse: Warehouse) -> None:
    frame = warehouse.ask("complaint_procedures", MAY).frame
    counts = ("received", "resolved_early", "refused", "escalated", "upheld", "not_upheld", "remedy_pence")
    by_procedure = frame.group_by("procedure").agg(pl.col(counts).sum()).sort("procedure")
    assert by_procedure.select("procedure", *counts).rows() == [
        ("corporate", 2, 0, 0, 1, 1, 0, 15_000),
        ("housing", 0, 0, 0, 0, 0, 1, 0),
        ("member_conduct", 1, 0, 1, 0, 0, 0, 0),
    ]


@pytest.mark.parametrize("grain", [Grain.DAY, Grain.MONTH])
def test_all_procedures_together_are_the_totals(warehouse: Warehouse, grain: Grain) -> None:
    spring = Scope(date(2026, 4, 1), date(2026, 6, 30), grain)
    totals = warehouse.ask("complaint_totals", spring, {"procedures": []}).frame
    parts = warehouse.ask("complaint_procedures", spring).frame
    keys = ["period_start", "service", "channel", "value"]
    names = [name for name in parts.columns if name in totals.columns and name not in keys]
    assert len(names) == 11
    added = parts.group_by(keys).agg(pl.col(names).sum()).sort(keys)
    assert added.equals(totals.select(*keys, pl.col(names).fill_null(0)).sort(keys))
