"""Who is on duty, as the question tells it, equals the rota as written, worked out minute by minute by brute force."""

import csv
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from brute_rotas import HalfHour, Shift, exists, minutes_in, on_duty
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from small_warehouse import COUNCIL

from frontdoor.intake.loading import load
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.opening import Scope, open_warehouse
from frontdoor.warehouse.undoing import undo

FORWARD, BACK = date(2026, 3, 29), date(2026, 10, 25)
DAYS = st.sampled_from([change + timedelta(days=number) for change in (FORWARD, BACK) for number in (-1, 0, 1)])
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59)) | st.sampled_from(
    [time(hour, minute) for hour in (0, 1, 2, 22) for minute in (0, 30)]
)

pytestmark = pytest.mark.slow
PLACES = st.sampled_from([("all", "unknown", "phone"), ("waste", "main", "phone"), ("waste", "unknown", "chat")])
EVERYWHERE = Scope(date(2026, 1, 1), date(2027, 12, 31))


def is_sound(shift: Shift) -> bool:
    start, end = shift.local
    times = [start, end, *(shift.local_break or ())]
    is_inside = shift.local_break is None or (start <= shift.local_break[0] and shift.local_break[1] <= end)
    return all(map(exists, times)) and is_inside and shift.start != shift.end


def shifts(key: int) -> st.SearchStrategy[Shift]:
    pause = st.none() | st.tuples(TIMES, TIMES).filter(lambda both: both[0] != both[1])
    return st.builds(Shift, st.just(key), DAYS, TIMES, TIMES, pause, st.integers(0, 4), PLACES).filter(is_sound)


SHIFTS = st.integers(1, 12).flatmap(lambda count: st.tuples(*map(shifts, range(count))))
HALF_HOURS = st.lists(
    st.builds(HalfHour, DAYS, st.integers(0, 47) | st.sampled_from((2, 3)), st.floats(0, 5000).map(lambda agents: round(agents, 2)), PLACES).filter(
        lambda row: minutes_in(row.day)[row.half_hour] > 0
    ),
    max_size=8, unique_by=lambda row: (row.day, row.half_hour, row.place),
)  # fmt: skip


def written(path: Path, header: str, rows: Iterable[tuple[object, ...]]) -> Path:
    with path.open("w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(header.split(","))
        writer.writerows(rows)
    return path


def shift_row(shift: Shift) -> tuple[object, ...]:
    pause = [at.strftime("%H:%M") for at in shift.pause or ()] or ["", ""]
    times = (shift.start.strftime("%H:%M"), shift.end.strftime("%H:%M"), *pause)
    return (shift.key, shift.day, *times, shift.people, *shift.place)


def write_shifts(path: Path, rows: Iterable[Shift]) -> Path:
    header = "shift_id,date,start,end,break_start,break_end,people,service,queue,channel"
    return written(path, header, map(shift_row, rows))


def write_half_hours(path: Path, rows: Iterable[HalfHour]) -> Path:
    at = [(row.day, time(row.half_hour // 2, row.half_hour % 2 * 30), row.agents, *row.place) for row in rows]
    return written(path, "date,start,agents,service,queue,channel", at)


def agrees(home: Home, rows: Iterable[Shift], half_hours: Iterable[HalfHour]) -> None:
    """Fail where what is told is not what the rota says; half-hours that nobody works may be left out."""
    frame = open_warehouse(home).ask("rota", EVERYWHERE, {}).frame
    told = {((row[0], row[1]), row[2:5]): row[5:] for row in frame.iter_rows()}
    assert len(told) == frame.height
    expected = on_duty(rows, half_hours)
    for key in told.keys() | expected.keys():
        agents, hours = told.get(key, (0, 0))
        wanted_agents, wanted_hours = expected.get(key, (0, 0))
        assert abs(agents - wanted_agents) < 1e-6, key
        assert abs(hours - wanted_hours) < 1e-6, key


# To load is slow, and to shrink would load hundreds of times: what fails is shown as it was drawn.
@settings(max_examples=12, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(rows=SHIFTS, changed=SHIFTS, half_hours=HALF_HOURS)
def test_a_rota_told_is_the_rota_written_corrected_added_to_and_undone(
    rows: tuple[Shift, ...], changed: tuple[Shift, ...], half_hours: list[HalfHour]
) -> None:
    # By half-hours only what no shift says of a day and place: what two sources say of one is refused.
    taken = {(shift.day, shift.place) for shift in (*rows, *changed)}
    free = [row for row in half_hours if (row.day, row.place) not in taken]
    with TemporaryDirectory() as made:
        folder = Path(made)
        home = Home(COUNCIL, folder / "home")
        home.folder.mkdir()
        load(home, write_shifts(folder / "1.csv", rows), "frontdoor_shifts")
        agrees(home, rows, [])
        if free:
            load(home, write_half_hours(folder / "2.csv", free), "frontdoor_rota")
            agrees(home, rows, free)
        in_force = {shift.key: shift for shift in (*rows, *changed)}.values()
        if len({*rows} | {*changed}) > len(rows):
            report = load(home, write_shifts(folder / "3.csv", changed), "frontdoor_shifts")
            agrees(home, in_force, free)
            undo(home, report.load_id)
            agrees(home, rows, free)
        if free:
            undo(home, 2)
            agrees(home, rows, [])


def test_a_break_in_the_doubled_hour_lasts_as_long_as_its_times_are_apart(tmp_path: Path) -> None:
    home = Home(COUNCIL, tmp_path / "home")
    home.folder.mkdir()
    pauses = [(time(1, 30), time(2)), (time(1), time(1, 30)), (time(0, 45), time(1, 15)), (time(1, 59), time(3))]
    night = BACK - timedelta(days=1)
    nights = [
        Shift(number, night, time(22), time(6), pause, 1, ("all", "unknown", "phone"))
        for number, pause in enumerate(pauses)
    ]
    load(home, write_shifts(tmp_path / "nights.csv", nights), "frontdoor_shifts")
    agrees(home, nights, [])
    hours = open_warehouse(home).ask("rota", EVERYWHERE, {}).frame["hours"].sum()
    assert abs(hours - (4 * 9 - 0.5 * 3 - (1 + 1 / 60))) < 1e-9


def test_the_missing_hour_is_nobodys_and_the_doubled_one_counts_twice(tmp_path: Path) -> None:
    home = Home(COUNCIL, tmp_path / "home")
    home.folder.mkdir()
    nights = [
        Shift(number, change - timedelta(days=1), time(22), time(6), None, 1, ("all", "unknown", "phone"))
        for number, change in enumerate((FORWARD, BACK))
    ]
    load(home, write_shifts(tmp_path / "nights.csv", nights), "frontdoor_shifts")
    frame = open_warehouse(home).ask("rota", EVERYWHERE, {}).frame
    by_day = dict(frame.group_by("activity_date").agg("hours").rows())
    assert {day: (len(hours), sum(hours)) for day, hours in by_day.items()} == {
        FORWARD - timedelta(days=1): (4, 2.0), FORWARD: (10, 5.0),
        BACK - timedelta(days=1): (4, 2.0), BACK: (12, 7.0),
    }  # fmt: skip
    assert set(frame["agents"]) == {1.0}
    assert (
        datetime.combine(FORWARD, time(1)).hour * 2 not in frame.filter(frame["activity_date"] == FORWARD)["half_hour"]
    )
