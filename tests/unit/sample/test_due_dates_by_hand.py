"""The product's calendar gives the due dates that were worked out by hand."""

from datetime import date
from functools import lru_cache

import pytest

from frontdoor.warehouse.working_days import calendar
from tests.clock_puzzles import ACKNOWLEDGE_WORKING_DAYS, PUZZLES, RESPOND_WORKING_DAYS, Puzzle


@lru_cache
def working_days(nation: str) -> tuple[dict[date, int], dict[int, date]]:
    """Each day's number, and the working day that has a number first."""
    numbers = dict(calendar("Europe/London", nation).select("activity_date", "working_day_number").iter_rows())
    first: dict[int, date] = {}
    for day, number in numbers.items():
        first.setdefault(number, day)
    return numbers, first


@pytest.mark.parametrize("puzzle", PUZZLES, ids=lambda puzzle: puzzle.key)
def test_a_due_date_is_the_one_worked_by_hand(puzzle: Puzzle) -> None:
    numbers, first = working_days(puzzle.nation)
    acknowledge_due = first[numbers[puzzle.opened] + ACKNOWLEDGE_WORKING_DAYS]
    granted = min(puzzle.extension_working_days, puzzle.longest_extension or puzzle.extension_working_days)
    begins = puzzle.acknowledged or acknowledge_due
    respond_due = first[numbers[begins] + RESPOND_WORKING_DAYS[puzzle.stage] + granted]
    assert (acknowledge_due, respond_due) == (puzzle.acknowledge_due, puzzle.respond_due)
