"""Words of comments, worked out by hand: one comment counts once for a word, and names leave none."""

from datetime import date
from pathlib import Path

import pytest
from marts_compared import differences
from small_warehouse import Delivery, Row, home_at_once, home_with, response

from frontdoor.errors import CannotTellError
from frontdoor.periods import Grain
from frontdoor.warehouse.opening import Scope, Warehouse, open_warehouse
from frontdoor.warehouse.undoing import undo

MAY = Scope(date(2026, 5, 1), date(2026, 5, 31), Grain.DAY)
ON = date(2026, 5, 4)


def said(number: int, comment: str | None, on: date = ON, service: str = "waste") -> Row:
    """Return a response with one answer and this comment."""
    return response(number, on, comment=comment, service=service, questions=["rating"], answers=["good"])


FIRST = [
    said(1, "Waited and waited for the bin, then waited again"),
    said(2, "Thanks to [name] at Castle Wharf the bin was emptied"),
    said(3, "  "),
    said(4, None),
    said(5, "the repair: DONE at last, 100% great!", service="housing"),
]
THEN = [said(6, "bin", date(2026, 5, 5)), said(1, "bin"), said(7, "[phone]")]


def words(warehouse: Warehouse, scope: Scope = MAY) -> dict[tuple[int, str | None], int]:
    """Return {(day of May, word): comments}."""
    return {(row[0].day, row[1]): row[2] for row in warehouse.ask("comment_words", scope).frame.rows()}


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    return open_warehouse(home_with(tmp_path, Delivery(FIRST, "survey", "survey_responses")))


def test_a_word_counts_once_for_each_comment_that_uses_it(warehouse: Warehouse) -> None:
    found = words(warehouse)
    assert found[4, "waited"] == 1
    assert found[4, "bin"] == 2
    assert found[4, "the"] == 3
    assert found[4, None] == 3  # neither blanks nor nothing are a comment


def test_names_and_what_was_taken_out_leave_no_word(warehouse: Warehouse) -> None:
    found = {word for _, word in words(warehouse)}
    assert not found & {"name", "Castle", "castle", "Wharf", "wharf", "Waited", "DONE", "done", "at"}
    assert {"emptied", "repair", "last", "great"} <= found


def test_services_are_told_apart(warehouse: Warehouse) -> None:
    housing = words(warehouse, Scope(MAY.first, MAY.last, Grain.DAY, ("housing",)))
    assert housing[4, "repair"] == 1
    assert (4, "bin") not in housing


def test_no_word_is_kept_by_ward(warehouse: Warehouse) -> None:
    with pytest.raises(CannotTellError, match="not recorded by ward"):
        warehouse.ask("comment_words", Scope(MAY.first, MAY.last, Grain.MONTH, attribute="ward"))


def test_a_later_load_that_corrects_and_one_undone_leave_what_one_load_would(tmp_path: Path) -> None:
    deliveries = Delivery(FIRST, "survey", "survey_responses"), Delivery(THEN, "survey", "survey_responses")
    home = home_with(tmp_path / "later", *deliveries)
    assert differences(home, home_at_once(tmp_path / "once", *deliveries)) == {}
    assert words(open_warehouse(home))[4, None] == 4
    undo(home, 2)
    assert differences(home, home_with(tmp_path / "first", deliveries[0])) == {}
