"""Complaint clocks worked out by hand come out the same through the product, from each way a complaint can be delivered."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from clock_puzzles import ACKNOWLEDGE_WORKING_DAYS, PUZZLES, RESPOND_WORKING_DAYS, Ending, Puzzle
from small_warehouse import COUNCIL, Delivery, Row, complaint, complaint_event, complaint_stage, home_at_once

from frontdoor.periods import Grain
from frontdoor.strategy.council import Council
from frontdoor.warehouse.opening import Scope, Warehouse, open_warehouse

NATIONS = ("GB-ENG", "GB-SCT")
LONG_AGO = date(2020, 1, 1)
DAY = timedelta(days=1)


def as_case(puzzle: Puzzle) -> list[Row]:
    """Return the puzzle as one row of a case; a second stage follows a first that was settled on the day it was opened."""
    stage = f"stage_{puzzle.stage}_"
    before = (
        {} if puzzle.stage == 1 else {"stage_1_opened_date": puzzle.opened, "stage_1_responded_date": puzzle.opened}
    )
    stages = {
        f"{stage}opened_date": puzzle.opened,
        f"{stage}acknowledged_date": puzzle.acknowledged,
        f"{stage}extension_working_days": puzzle.extension_working_days or None,
        f"{stage}responded_date": puzzle.responded,
    }
    return [
        complaint(puzzle.key, puzzle.opened, service=puzzle.key, withdrawn_date=puzzle.withdrawn, **before, **stages)
    ]


def as_stages(puzzle: Puzzle) -> list[Row]:
    return [
        complaint_stage(
            puzzle.key, puzzle.stage, puzzle.opened, service=puzzle.key, acknowledged_date=puzzle.acknowledged,
            extension_working_days=puzzle.extension_working_days or None, responded_date=puzzle.responded,
            withdrawn_date=puzzle.withdrawn,
        )
    ]  # fmt: skip


def as_events(puzzle: Puzzle) -> list[Row]:
    """Return the puzzle as a log; an extension is granted in two goes where it can be."""
    happened = {
        "received": puzzle.opened,
        "opened": puzzle.opened,
        "acknowledged": puzzle.acknowledged,
        "responded": puzzle.responded,
        "withdrawn": puzzle.withdrawn,
    }
    of_none = {"received", "withdrawn"}
    events = [
        complaint_event(puzzle.key, event, on, None if event in of_none else puzzle.stage, service=puzzle.key)
        for event, on in happened.items()
        if on
    ]
    for part, days in enumerate(_in_two(puzzle.extension_working_days)):
        granted = {"extension_working_days": days, "event_id": f"{puzzle.key}/extended/{part}", "service": puzzle.key}
        events.append(complaint_event(puzzle.key, "extended", puzzle.opened, puzzle.stage, **granted))
    return events


def _in_two(days: int) -> Iterator[int]:
    yield from (part for part in (days // 2, days - days // 2) if part)


KINDS = {"complaints": as_case, "complaint_stages": as_stages, "complaint_events": as_events}


@pytest.fixture(scope="module", params=KINDS)
def warehouses(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Warehouse]:
    """Return a warehouse for each nation, all its puzzles loaded as one kind of record, each as a service of its own."""
    kind: str = request.param
    return {nation: _loaded(kind, nation, tmp_path_factory.mktemp(kind)) for nation in NATIONS}


def _loaded(kind: str, nation: str, folder: Path) -> Warehouse:
    rows = [row for puzzle in PUZZLES if puzzle.nation == nation for row in KINDS[kind](puzzle)]
    council = Council(**{name: getattr(COUNCIL, name) for name in COUNCIL.__slots__} | {"nation": nation})
    delivery = Delivery(rows, "complaints", kind, covered_to=date(2027, 3, 31))
    return open_warehouse(home_at_once(folder / "home", delivery, council=council))


@pytest.mark.parametrize("puzzle", PUZZLES, ids=lambda puzzle: puzzle.key)
def test_a_puzzle_comes_out_as_worked_by_hand(warehouses: dict[str, Warehouse], puzzle: Puzzle) -> None:
    warehouse = warehouses[puzzle.nation]
    acknowledged = _asked(warehouse, puzzle, "acknowledgement", ACKNOWLEDGE_WORKING_DAYS)
    responded = _asked(warehouse, puzzle, "response", RESPOND_WORKING_DAYS[puzzle.stage])
    assert acknowledged == _expected(puzzle.acknowledgement, puzzle.acknowledge_due), puzzle.why
    assert responded == _expected(puzzle.response, puzzle.respond_due), puzzle.why


def _asked(warehouse: Warehouse, puzzle: Puzzle, clock: str, days: int) -> dict[date, tuple[int, int, int, int]]:
    """Return due, in time, open overdue and not yet due by the day they are counted on."""
    parameters = {
        "clock": f"{clock}_{puzzle.stage}", "promised": _promise(days), "as_at": puzzle.as_at, "procedures": [],
        "acknowledged_within": _promise(ACKNOWLEDGE_WORKING_DAYS) if clock == "response" else [],
        "longest_extension": puzzle.longest_extension,
    }  # fmt: skip
    scope = Scope(puzzle.opened - 30 * DAY, date(2027, 12, 31), Grain.DAY, services=(puzzle.key,))
    frame = warehouse.ask("clock_results", scope, parameters).frame
    names = ("period_start", "due_cases", "in_time_cases", "open_overdue_cases", "not_yet_due_cases")
    return {
        day: (due, in_time, overdue, later) for day, due, in_time, overdue, later in frame.select(names).iter_rows()
    }


def _promise(days: int) -> list[Row]:
    return [{"queue": None, "from_date": LONG_AGO, "before_date": None, "working_days": days}]


def _expected(ending: Ending, due: date) -> "dict[date, tuple[int, int, int, int]] | NotYetDue":
    counted: dict[Ending, dict[date, tuple[int, int, int, int]]] = {
        Ending.IN_TIME: {due: (1, 1, 0, 0)},
        Ending.LATE: {due: (1, 0, 0, 0)},
        Ending.OPEN_OVERDUE: {due: (1, 0, 1, 0)},
        Ending.WITHDRAWN: {},
    }
    return NotYetDue() if ending is Ending.NOT_DUE else counted[ending]


class NotYetDue:
    """Equals one case that is not yet due, whichever day its clock started."""

    def __eq__(self, found: object) -> bool:
        return isinstance(found, dict) and list(found.values()) == [(0, 0, 0, 1)]

    __hash__ = object.__hash__
