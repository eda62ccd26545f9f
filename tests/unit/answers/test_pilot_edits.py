"""Edits of a plan after its start are listed part by part beside what was declared."""

from datetime import UTC, datetime

from invented_pilots import PLAN

from frontdoor.answers.pilot_edits import edits_table
from frontdoor.register.pilot_plans import HeldPilot, PlanEdit

DECLARED, LATER = datetime(2026, 11, 22, 9, tzinfo=UTC), datetime(2027, 1, 20, 9, tzinfo=UTC)


def held(*edits: PlanEdit) -> HeldPilot:
    return HeldPilot(PLAN, "aa", DECLARED, "Jo", False, False, edits)


def test_a_plan_nobody_changed_has_no_table() -> None:
    assert edits_table(held()) is None
    assert edits_table(held(PlanEdit(LATER, "Jo", False, ()))) is None


def test_each_change_says_what_was_declared_when_it_was_changed_and_by_whom() -> None:
    edit = PlanEdit(LATER, "Sam", False, (("Last day", "28 February 2027", "28 March 2027"), ("Why", "Busy", "Dear")))
    table = edits_table(held(edit))
    assert table is not None
    assert [row.cells for row in table.rows] == [
        ("Last day", "28 February 2027", "28 March 2027", "20 January 2027, Sam (name given, not verified)"),
        ("Why", "Busy", "Dear", "20 January 2027, Sam (name given, not verified)"),
    ]
    assert "fixed on 22 November 2026" in table.note
