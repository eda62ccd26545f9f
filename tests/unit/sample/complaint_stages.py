"""How the recovery tests read complaints: files folded to one entry a stage, clocks counted day by day."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import holidays

from sample_data.generator.files import GeneratedFile

BANK_HOLIDAYS = frozenset(holidays.country_holidays("GB", subdiv="ENG", years=range(2023, 2028)))
AS_AT = date(2026, 10, 31)
RESPOND_DAYS = {1: 10, 2: 20}
ACKNOWLEDGE_DAYS = 5
CODE = frozenset({"corporate", "housing"})
Row = dict[str, str]


@dataclass
class Stage:
    """One stage of one complaint."""

    stage: int
    about: Row
    opened: date
    acknowledged: date | None = None
    responded: date | None = None
    withdrawn: date | None = None
    extension: int = 0
    outcome: str = ""
    stated_due: date | None = None

    @property
    def acknowledge_due(self) -> date:
        return working_day(self.opened, ACKNOWLEDGE_DAYS)

    @property
    def due(self) -> date:
        return working_day(self.acknowledged or self.acknowledge_due, RESPOND_DAYS[self.stage] + self.extension)


@dataclass
class Complaints:
    """What a council's complaint files say, corrections applied."""

    received: int = 0
    resolved_early: int = 0
    refused: int = 0
    stages: list[Stage] = field(default_factory=list)

    def of(self, stage: int) -> list[Stage]:
        return [one for one in self.stages if one.stage == stage]


def working_day(day: date, count: int) -> date:
    """Return the `count`th working day after `day`."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5 and day not in BANK_HOLIDAYS
    return day


def in_time(clocks: Iterable[tuple[date, date | None]]) -> float:
    """Return the share stopped by their due date of those due by AS_AT; open ones are late."""
    due = [(promised, stopped) for promised, stopped in clocks if promised <= AS_AT]
    return sum(stopped is not None and stopped <= promised for promised, stopped in due) / len(due)


def acknowledged_in_time(stages: Iterable[Stage]) -> float:
    """Return the share acknowledged, or already answered, within five working days; withdrawn before that is left out."""
    clocks = [(one.acknowledge_due, one.acknowledged or one.responded, one.withdrawn) for one in stages]
    return in_time((due, stopped) for due, stopped, withdrawn in clocks if stopped or not withdrawn)


def answered_in_time(stages: Iterable[Stage]) -> float:
    return in_time((one.due, one.responded) for one in stages if not one.withdrawn)


def rows_in_force(files: list[GeneratedFile], key: tuple[str, ...]) -> list[Row]:
    """Return the latest row of each key."""
    latest: dict[tuple[str, ...], Row] = {}
    for file in files:
        for row in read(file.path):
            latest[tuple(row[name] for name in key)] = row
    return list(latest.values())


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def from_cases(files: list[GeneratedFile]) -> Complaints:
    rows = rows_in_force(files, ("complaint_id",))
    told = Complaints(len(rows), count(rows, "resolved_early_date"), count(rows, "refused_date"))
    for row in rows:
        for stage in (1, 2):
            if row[f"stage_{stage}_opened_date"]:
                told.stages.append(stage_from(row, stage, f"stage_{stage}_"))
    return told


def from_stages(files: list[GeneratedFile]) -> Complaints:
    rows = rows_in_force(files, ("complaint_id", "stage"))
    cases = len({row["complaint_id"] for row in rows})
    before = [row for row in rows if row["stage"] == "0"]
    told = Complaints(cases, count(before, "responded_date"), count(before, "refused_date"))
    told.stages = [stage_from(row, int(row["stage"]), "") for row in rows if row["stage"] != "0"]
    return told


def from_events(files: list[GeneratedFile]) -> Complaints:
    rows = rows_in_force(files, ("event_id",))
    told = Complaints(
        *(sum(row["event"] == event for row in rows) for event in ("received", "resolved_early", "refused"))
    )
    stages: dict[tuple[str, str], Stage] = {}
    for row in sorted(rows, key=lambda row: row["event"] != "opened"):
        if not row["stage"]:
            continue
        key = (row["complaint_id"], row["stage"])
        day = date.fromisoformat(row["event_date"])
        if row["event"] == "opened":
            stages[key] = Stage(int(row["stage"]), row, day)
        else:
            happened(stages[key], row, day)
    told.stages = list(stages.values())
    return told


def happened(stage: Stage, row: Row, day: date) -> None:
    if row["event"] == "extended":
        stage.extension = int(row["extension_working_days"])
        return
    setattr(stage, row["event"], day)
    stage.outcome = row["outcome"] or stage.outcome


def stage_from(row: Row, stage: int, prefix: str) -> Stage:
    return Stage(
        stage,
        row,
        date.fromisoformat(row[f"{prefix}opened_date"]),
        day_in(row[f"{prefix}acknowledged_date"]),
        day_in(row[f"{prefix}responded_date"]),
        day_in(row["withdrawn_date"]) if stage == 1 else None,
        int(row[f"{prefix}extension_working_days"] or 0),
        row[f"{prefix}outcome"],
        day_in(row[f"{prefix}due_date"]),
    )


def day_in(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def count(rows: list[Row], column: str) -> int:
    return sum(bool(row[column]) for row in rows)
