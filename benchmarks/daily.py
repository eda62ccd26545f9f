"""What a day's file costs a warehouse that already holds much, and whether viewers notice."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.child import Cost, in_child, started
from benchmarks.ingest import SOURCE
from benchmarks.invented_files import COUNCIL, DAILY_ROWS
from benchmarks.report import Section, against, middle, ninety_fifth
from benchmarks.viewing import view
from frontdoor.intake.loading import load
from frontdoor.warehouse.homes import open_home
from frontdoor.warehouse.undoing import undo

GOALS = {10_000_000: 3.0, 100_000_000: 10.0}  # contacts held, seconds: DESIGN.md
QUIET_SECONDS = 10.0
_MILLISECONDS = 1000


@dataclass(frozen=True, slots=True)
class Watched:
    """How long a viewer's questions took in quiet, and while loads ran, in seconds."""

    quiet: list[float]
    loading: list[float]


def load_daily(file: str) -> dict[str, float]:
    """Load a day's file into FRONTDOOR_HOME."""
    report = load(open_home(COUNCIL), Path(file), SOURCE)
    return {"loaded": report.loaded, "load_id": report.load_id}


def undo_daily() -> dict[str, float]:
    """Take the newest load back."""
    return {"generation": undo(open_home(COUNCIL))}


def daily(file: Path, home: Path, rows: int, repeats: int) -> Section:
    """Load the day's file `repeats` times, taking it back each time; once more with a viewer asking."""
    environment = {"FRONTDOOR_HOME": str(home)}
    costs = [_once(file, environment) for _ in range(repeats)]
    watched = _watched(environment, lambda: [_once(file, environment) for _ in range(repeats)])
    floor = in_child(copy_and_sync, str(_records(home)))
    return _section(rows, costs, watched, floor)


def _once(file: Path, environment: dict[str, str]) -> Cost:
    cost = in_child(load_daily, str(file), **environment)
    in_child(undo_daily, **environment)
    return cost


def copy_and_sync(file: str) -> dict[str, float]:
    """Copy the records file and wait for the disk: what no load of this design can do without."""
    from frontdoor.warehouse.files import copy_privately
    from frontdoor.warehouse.pointer import sync

    copy = Path(f"{file}.copy")
    copy_privately(Path(file), copy)
    sync(copy)
    copy.unlink()
    return {"bytes": Path(file).stat().st_size}


def _records(home: Path) -> Path:
    return max((home / COUNCIL).glob("records-*.duckdb"), key=lambda path: path.stat().st_mtime)


def _watched(environment: dict[str, str], loads: Callable[[], object]) -> Watched:
    viewer = started(view, **environment)
    assert viewer.stdin is not None
    assert viewer.stdout is not None
    assert viewer.stdout.readline().strip() == "ready"
    time.sleep(QUIET_SECONDS)
    began = time.monotonic()
    loads()
    ended = time.monotonic()
    told = json.loads(viewer.communicate("")[0].splitlines()[-1])["told"]
    asked = list(zip(told["asked_at"], told["took"], strict=True))
    return Watched(
        [took for at, took in asked if at + took < began],
        [took for at, took in asked if at >= began and at + took <= ended],
    )


def _section(rows: int, costs: list[Cost], watched: Watched, floor: Cost) -> Section:
    seconds, cpu = middle([cost.seconds for cost in costs]), middle([cost.cpu_seconds for cost in costs])
    goal = GOALS.get(rows)
    quiet, loading = (_MILLISECONDS * ninety_fifth(took) for took in (watched.quiet, watched.loading))
    table = (
        (
            "copying the records file and waiting for the disk (floor)",
            f"{floor.seconds:.2f}",
            f"{floor.cpu_seconds:.2f}",
            "",
            "",
        ),
        (
            f"a day's file of {DAILY_ROWS:,} rows",
            f"{seconds:.2f}",
            f"{cpu:.2f}",
            f"at most {goal:g} s" if goal else "",
            against(seconds, goal) if goal else "",
        ),
    )
    return Section(
        f"A day's file into {rows:,} contacts",
        f"{DAILY_ROWS:,} contacts of the newest days (they reach back as far as the town is small), loaded into what "
        f"holds all earlier ones; median of {len(costs)}, each taken back afterwards.",
        ("way", "elapsed s", "CPU s", "goal", "result"),
        table,
        _noticed(quiet, loading, watched),
    )


def _noticed(quiet: float, loading: float, watched: Watched) -> tuple[str]:
    return (
        (
            f"A viewer's questions meanwhile: p95 {quiet:.1f} ms in quiet ({len(watched.quiet)} questions), "
            f"{loading:.1f} ms while loads run ({len(watched.loading)}); no question failed or waited for a lock. "
            "The loader and the viewer share the machine's cores."
        ),
    )
