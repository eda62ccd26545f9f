"""How many working days answers took, and what is open past its due date: the puzzles of the clocks, worked by hand."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from clock_puzzles import ACKNOWLEDGE_WORKING_DAYS, PUZZLES, RESPOND_WORKING_DAYS, Ending, Puzzle
from small_warehouse import COUNCIL, Delivery, Row, home_at_once
from test_complaint_clocks import as_case

from frontdoor.periods import Grain
from frontdoor.strategy.council import Council
from frontdoor.warehouse.opening import Scope, Warehouse, open_warehouse
from frontdoor.warehouse.working_days import calendar

NATIONS = ("GB-ENG", "GB-SCT")
LONG_AGO, DAY = date(2020, 1, 1), timedelta(days=1)
A_YEAR = 260
COUNTS = ("in_time_cases", "late_cases", "open_cases")


@pytest.fixture(scope="module")
def warehouses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Warehouse]:
    """Return a warehouse for each nation, each puzzle a service of its own."""
    return {nation: _loaded(nation, tmp_path_factory.mktemp("days")) for nation in NATIONS}


def _loaded(nation: str, folder: Path) -> Warehouse:
    rows = [row for puzzle in PUZZLES if puzzle.nation == nation for row in as_case(puzzle)]
    council = Council(**{name: getattr(COUNCIL, name) for name in COUNCIL.__slots__} | {"nation": nation})
    return open_warehouse(
        home_at_once(
            folder / "home", Delivery(rows, "complaints", "complaints", covered_to=date(2027, 3, 31)), council=council
        )
    )


def asked(puzzle: Puzzle, clock: str, days: int) -> dict[str, object]:
    """Return the parameters of working_days_taken."""
    return {
        "clock": f"{clock}_{puzzle.stage}",
        "promised": [_promise(days)],
        "as_at": puzzle.as_at,
        "procedures": [],
        "acknowledged_within": [_promise(ACKNOWLEDGE_WORKING_DAYS)] if clock == "response" else [],
        "longest_extension": puzzle.longest_extension,
    }


def asked_at_once(puzzle: Puzzle, clock: str, days: int) -> dict[str, object]:
    """Return the parameters of open_overdue: the same, of one measure called after its clock."""
    longest = A_YEAR if puzzle.longest_extension is None else puzzle.longest_extension
    named = {"measure": clock, "clock": f"{clock}_{puzzle.stage}", "procedure": None, "longest_extension": longest}
    promised, acknowledged = (
        [{"measure": clock, **{name: value for name, value in row.items() if name != "queue"}} for row in rows]
        for rows in ([_promise(days)], [_promise(ACKNOWLEDGE_WORKING_DAYS)] if clock == "response" else [])
    )
    return {"as_at": puzzle.as_at, "clocks": [named], "promised": promised, "acknowledged_within": acknowledged}


def _promise(days: int) -> Row:
    return {"queue": None, "from_date": LONG_AGO, "before_date": None, "working_days": days}


def working_days(nation: str, after: date, until: date) -> int:
    """Return the working days after one day, up to and including another."""
    days = calendar("Europe/London", nation).filter(is_working_day=True)["activity_date"]
    return int(((days > after) & (days <= until)).sum())


def ended(puzzle: Puzzle, clock: str) -> tuple[Ending, date, date, date]:
    """Return how a clock stands, its due date, its day 0 and the last day it had taken."""
    is_response = clock == "response"
    start = (puzzle.acknowledged if is_response else None) or puzzle.opened
    done = puzzle.responded if is_response else min(filter(None, (puzzle.acknowledged, puzzle.responded)), default=None)
    last = done or puzzle.withdrawn or puzzle.as_at
    if is_response:
        return puzzle.response, puzzle.respond_due, start, last
    return puzzle.acknowledgement, puzzle.acknowledge_due, start, last


def days_of(puzzle: Puzzle, clock: str) -> int:
    return RESPOND_WORKING_DAYS[puzzle.stage] if clock == "response" else ACKNOWLEDGE_WORKING_DAYS


@pytest.mark.parametrize("clock", ["acknowledgement", "response"])
@pytest.mark.parametrize("puzzle", PUZZLES, ids=lambda puzzle: puzzle.key)
def test_a_puzzle_takes_the_days_worked_by_hand(warehouses: dict[str, Warehouse], puzzle: Puzzle, clock: str) -> None:
    scope = Scope(puzzle.opened - 30 * DAY, date(2027, 12, 31), Grain.DAY, services=(puzzle.key,))
    parameters = asked(puzzle, clock, days_of(puzzle, clock))
    frame = warehouses[puzzle.nation].ask("working_days_taken", scope, parameters).frame
    ending, due, start, last = ended(puzzle, clock)
    counts = tuple(int(ending is each) for each in (Ending.IN_TIME, Ending.LATE, Ending.OPEN_OVERDUE))
    found = frame.select("period_start", "working_days_taken", *COUNTS).rows()
    assert found == ([(due, working_days(puzzle.nation, start, last), *counts)] if any(counts) else []), puzzle.why


@pytest.mark.parametrize("clock", ["acknowledgement", "response"])
@pytest.mark.parametrize("puzzle", PUZZLES, ids=lambda puzzle: puzzle.key)
def test_only_what_is_open_past_its_due_date_is_overdue(
    warehouses: dict[str, Warehouse], puzzle: Puzzle, clock: str
) -> None:
    scope = Scope(LONG_AGO, date(2027, 12, 31), Grain.DAY, services=(puzzle.key,))
    parameters = asked_at_once(puzzle, clock, days_of(puzzle, clock))
    frame = warehouses[puzzle.nation].ask("open_overdue", scope, parameters).frame
    ending, due, _, _ = ended(puzzle, clock)
    late = working_days(puzzle.nation, due, puzzle.as_at)
    found = frame.select("measure", "period_start", "working_days_late", "open_cases").rows()
    assert found == ([(clock, due, late, 1)] if ending is Ending.OPEN_OVERDUE else []), puzzle.why


def test_only_the_procedures_named_count(warehouses: dict[str, Warehouse]) -> None:
    puzzle = next(each for each in PUZZLES if each.response is Ending.OPEN_OVERDUE)
    scope = Scope(LONG_AGO, date(2027, 12, 31), Grain.YEAR, services=(puzzle.key,))
    warehouse, days = warehouses[puzzle.nation], days_of(puzzle, "response")
    for name, cases in (("corporate", 1), ("housing", 0)):
        named = asked(puzzle, "response", days) | {"procedures": [name]}
        assert warehouse.ask("working_days_taken", scope, named).frame.height == cases, name
        at_once = asked_at_once(puzzle, "response", days)
        clocks = [{**clock, "procedure": name} for clock in at_once["clocks"]]  # type: ignore[attr-defined]
        assert warehouse.ask("open_overdue", scope, {**at_once, "clocks": clocks}).frame.height == cases, name
