"""Rotas loaded into a home: shifts held already, other sources, corrections, snapshots and undo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from frontdoor.errors import UnreadableFileError
from frontdoor.intake.loading import LoadReport, load, load_into, publish
from frontdoor.intake.source import read_source
from frontdoor.intake.source_types import Delivery
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.opening import open_warehouse
from frontdoor.warehouse.rebuilding import rebuild
from frontdoor.warehouse.scope import Scope
from frontdoor.warehouse.undoing import undo

SHIFTS = "shift_id,date,start,end,worker,updated_at"
HALF_HOURS = "date,start,agents,service,updated_at"
EVERYWHEN = Scope(date(2020, 1, 1), date(2035, 12, 31))
Loading = Callable[..., LoadReport]


@pytest.fixture
def put(home: Home, file: Callable[[str, str], Path]) -> Loading:
    """Return a function that loads rows under a header."""
    made: list[Path] = []

    def putting(header: str, *rows: str) -> LoadReport:
        made.append(file("\n".join([header, *rows]) + "\n", f"rota {len(made)}.csv"))
        return load(home, made[-1], "frontdoor")

    return putting


def on_duty(home: Home) -> dict[tuple[str, str], float]:
    """Return hours on duty by date and service, all half-hours together."""
    frame = open_warehouse(home).ask("rota", EVERYWHEN, {}).frame
    hours = frame.group_by("activity_date", "service").agg("hours")
    return {(str(day), service): sum(each) for day, service, each in hours.iter_rows()}


def test_a_shift_that_overlaps_one_held_is_refused_and_one_that_corrects_it_is_not(home, put):
    put(SHIFTS, "1,2026-11-02,09:00,17:00,E1,2026-10-01", "2,2026-11-02,17:00,18:00,E1,2026-10-01")
    report = put(
        SHIFTS,
        "3,2026-11-02,16:00,17:00,E1,2026-10-02",
        "4,2026-11-02,16:00,17:00,E2,2026-10-02",
        "2,2026-11-02,17:00,19:00,E1,2026-10-02",
        "5,2026-11-02,18:30,19:30,E1,2026-10-02",
    )
    assert (report.loaded, report.corrected, report.rejected) == (1, 1, 2)
    assert report.rejects_file.read_text().splitlines()[1:] == [
        '2,,2026-11-02 16:00,"this worker has another shift then, loaded before"',
        '5,,2026-11-02 18:30,"this worker has another shift then, on line 4"',
    ]
    assert on_duty(home) == {("2026-11-02", "all"): 8 + 1 + 2}


def test_a_correction_that_does_not_stand_leaves_the_held_shift_in_its_place(home, put):
    put(SHIFTS, "1,2026-11-02,09:00,12:00,E1,2026-10-01", "2,2026-11-02,13:00,17:00,E1,2026-10-01")
    report = put(
        SHIFTS,
        "1,2026-11-02,12:00,14:00,E1,2026-10-02",
        "3,2026-11-02,09:00,10:00,E1,2026-10-02",
        "4,2026-11-03,09:00,10:00,E1,2026-10-02",
    )
    assert (report.loaded, report.corrected, report.rejected) == (1, 0, 2)
    assert on_duty(home) == {("2026-11-02", "all"): 7, ("2026-11-03", "all"): 1}


def test_an_older_version_of_a_shift_is_no_news(home, put):
    put(SHIFTS, "1,2026-11-02,09:00,12:00,E1,2026-10-05", "2,2026-11-02,13:00,17:00,E1,2026-10-05")
    report = put(SHIFTS, "1,2026-11-02,12:00,14:00,E1,2026-10-01", "4,2026-11-03,12:00,14:00,E1,2026-10-01")
    assert (report.loaded, report.unchanged, report.rejected) == (1, 1, 0)


def test_a_night_shift_moved_away_leaves_neither_of_its_days(home, put):
    put(SHIFTS, "1,2026-11-02,22:00,06:00,E1,2026-10-01")
    assert on_duty(home) == {("2026-11-02", "all"): 2, ("2026-11-03", "all"): 6}
    moved = put(SHIFTS, "1,2026-11-09,22:00,06:00,E1,2026-10-02")
    assert on_duty(home) == {("2026-11-09", "all"): 2, ("2026-11-10", "all"): 6}
    undo(home, moved.load_id)
    assert on_duty(home) == {("2026-11-02", "all"): 2, ("2026-11-03", "all"): 6}


def test_a_half_hour_is_corrected_and_undone(home, put):
    put(HALF_HOURS, "2026-11-02,09:00,12,,2026-10-01", "2026-11-02,09:30,12,waste,2026-10-01")
    report = put(HALF_HOURS, "2026-11-02,09:00,8.5,,2026-10-02", "2026-11-02,09:30,12,waste,2026-10-01")
    assert (report.corrected, report.unchanged) == (1, 1)
    assert on_duty(home) == {("2026-11-02", "all"): 4.25, ("2026-11-02", "waste"): 6}
    undo(home, report.load_id)
    assert on_duty(home) == {("2026-11-02", "all"): 6, ("2026-11-02", "waste"): 6}


def test_an_undone_load_frees_its_workers(home, put):
    first = put(SHIFTS, "1,2026-11-02,09:00,17:00,E1,")
    put(SHIFTS, "2,2026-11-03,09:00,17:00,E1,")
    undo(home, first.load_id)
    assert put(SHIFTS, "3,2026-11-02,10:00,16:00,E1,").loaded == 1
    assert on_duty(home) == {("2026-11-02", "all"): 6, ("2026-11-03", "all"): 8}


def test_two_sources_cannot_both_say_who_is_on_duty_in_one_place_on_one_day(home, put):
    put(SHIFTS, "1,2026-11-02,09:00,17:00,E1,")
    report = put(HALF_HOURS, "2026-11-02,09:00,8,,", "2026-11-02,09:00,8,waste,", "2026-11-03,09:00,8,,")
    assert (report.loaded, report.rejected) == (2, 1)
    assert "frontdoor_shifts already says who is on duty there that day" in report.rejects_file.read_text()
    assert on_duty(home) == {("2026-11-02", "all"): 8, ("2026-11-02", "waste"): 4, ("2026-11-03", "all"): 4}


def test_a_file_of_which_nothing_stands_is_refused_whole(home, put):
    put(SHIFTS, "1,2026-11-02,09:00,17:00,E1,")
    with pytest.raises(
        UnreadableFileError, match=r"The first: line 2: this worker has another shift then, loaded before"
    ):
        put(SHIFTS, "2,2026-11-02,10:00,16:00,E1,")


def test_a_shift_a_snapshot_leaves_out_is_withdrawn_and_does_not_block_its_worker(home, file):
    source = replace(read_source("frontdoor_shifts"), delivery=Delivery.SNAPSHOT)
    delivered = (
        "1,2026-11-02,09:00,17:00,E1,\n2,2026-11-06,09:00,17:00,E1,\n",
        "3,2026-11-02,12:00,14:00,E1,\n2,2026-11-06,09:00,17:00,E1,\n",
    )
    for number, rows in enumerate(delivered):
        with home.draft() as draft:
            report = load_into(draft, file(f"{SHIFTS}\n{rows}", f"{number}.csv"), source)
            publish(draft, [report])
    assert (report.loaded, report.unchanged, report.withdrawn, report.rejected) == (1, 1, 1, 0)
    assert on_duty(home) == {("2026-11-02", "all"): 2, ("2026-11-06", "all"): 8}


def test_a_rota_built_anew_is_the_one_that_grew_load_by_load(home, put):
    put(SHIFTS, "1,2026-10-24,22:00,06:00,E1,2026-10-01", "2,2026-11-02,09:00,17:00,E1,2026-10-01")
    put(HALF_HOURS, "2026-10-24,21:30,3,waste,", "2026-10-25,01:00,1.5,waste,")
    put(SHIFTS, "2,2026-11-03,09:00,17:00,E1,2026-10-02", "3,2026-03-28,22:00,06:00,E1,2026-10-02")
    grown = open_warehouse(home).ask("rota", EVERYWHEN, {}).frame
    rebuild(home)
    assert open_warehouse(home).ask("rota", EVERYWHEN, {}).frame.equals(grown)
    assert grown["hours"].sum() == 9 + 8 + 1.5 + 1.5 + 7
