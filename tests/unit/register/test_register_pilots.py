"""A pilot's plan is frozen from its first day, a late one is retrospective for good, and nothing entered is ever lost."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from invented_pilots import FIRST, LAST, PLAN, entitled, moved
from trentside import NOW, council

from frontdoor.errors import RegisterError
from frontdoor.register.entries import FILES
from frontdoor.register.register import Register
from frontdoor.strategy.council import Council
from frontdoor.strategy.pilot_plan import PilotPlan
from frontdoor.strategy.pilot_texts import plan_digest

LONGER = replace(PLAN, last_day=date(2027, 3, 28))
DAY_BEFORE, FIRST_MORNING = NOW.replace(month=12, day=6), NOW.replace(month=12, day=7, hour=0, minute=1)


def stating(*plans: PilotPlan) -> Council:
    return replace(council(), own_plans=plans)


def test_a_plan_entered_before_its_first_day_counts_with_its_hash_time_and_author(register: Register) -> None:
    held = register.declare_pilot(PLAN, "Jo Smith", NOW)
    assert register.pilots() == (held,)
    assert (held.plan, held.digest) == (PLAN, plan_digest(PLAN))
    assert (held.recorded_at, held.author, held.author_is_verified) == (NOW, "Jo Smith", False)
    assert not held.is_retrospective
    assert held.edits == ()
    assert register.verify_chain().is_whole


def test_until_the_first_day_the_last_version_counts(register: Register) -> None:
    register.declare_pilot(PLAN, "Jo", NOW)
    held = register.declare_pilot(LONGER, "Sam", DAY_BEFORE)
    assert (held.plan, held.author, held.edits) == (LONGER, "Sam", ())


@pytest.mark.parametrize("now", [FIRST_MORNING, NOW.replace(year=2027, month=6)])
def test_from_the_first_day_an_edit_changes_nothing_and_is_shown(register: Register, now: datetime) -> None:
    register.declare_pilot(PLAN, "Jo", NOW)
    held = register.declare_pilot(LONGER, "Sam", now)
    assert (held.plan, held.digest, held.author) == (PLAN, plan_digest(PLAN), "Jo")
    (edit,) = held.edits
    assert (edit.author, edit.recorded_at) == ("Sam", now)
    assert edit.differences == (("Last day", "28 February 2027", "28 March 2027"),)


@pytest.mark.parametrize(
    ("now", "is_late"), [(DAY_BEFORE, False), (FIRST_MORNING, True), (NOW.replace(year=2028), True)]
)
def test_a_plan_first_entered_on_its_first_day_or_after_is_retrospective(
    register: Register, now: datetime, is_late: bool
) -> None:
    assert register.declare_pilot(PLAN, "Jo", now).is_retrospective is is_late


def test_retrospective_is_for_good(register: Register) -> None:
    after = NOW.replace(year=2027)
    register.declare_pilot(PLAN, "Jo", after)
    held = register.declare_pilot(moved(date(2028, 6, 1), date(2028, 9, 1)), "Jo", after + timedelta(days=1))
    assert held.is_retrospective
    assert held.plan == PLAN
    assert [difference[0] for difference in held.edits[0].differences] == ["First day", "Last day"]


def test_moving_the_first_day_thaws_nothing_once_it_has_come(register: Register) -> None:
    register.declare_pilot(PLAN, "Jo", NOW)
    later = moved(FIRST + timedelta(days=28), LAST + timedelta(days=28))
    register.declare_pilot(later, "Jo", FIRST_MORNING)
    held = register.declare_pilot(replace(later, why="Another reason"), "Jo", FIRST_MORNING + timedelta(days=7))
    assert held.plan == PLAN
    assert len(held.edits) == 2
    assert not held.is_retrospective


def test_a_first_day_put_off_before_it_comes_counts(register: Register) -> None:
    register.declare_pilot(PLAN, "Jo", NOW)
    later = moved(FIRST + timedelta(days=28), LAST + timedelta(days=28))
    register.declare_pilot(later, "Jo", DAY_BEFORE)
    held = register.declare_pilot(replace(later, why="Another reason"), "Jo", FIRST_MORNING)
    assert (held.plan.why, held.plan.first_day) == ("Another reason", later.first_day)
    assert held.edits == ()


def test_a_first_day_moved_into_the_past_makes_the_pilot_retrospective(register: Register) -> None:
    register.declare_pilot(PLAN, "Jo", NOW)
    held = register.declare_pilot(moved(date(2026, 11, 16), LAST), "Jo", NOW)
    assert held.is_retrospective
    assert held.plan.first_day == date(2026, 11, 16)
    assert register.declare_pilot(PLAN, "Jo", NOW).edits[0].differences[0][0] == "First day"


def test_the_day_is_the_councils_own_and_not_greenwichs(register: Register) -> None:
    summer = moved(date(2026, 7, 6), date(2026, 9, 27))
    british_summer_time = timezone(timedelta(hours=1))
    minutes_in = datetime(2026, 7, 6, 0, 30, tzinfo=british_summer_time)  # 23:30 the day before in Greenwich
    assert register.declare_pilot(summer, "Jo", minutes_in).is_retrospective


def test_a_pilot_is_withdrawn_before_its_first_day_and_not_after(register: Register) -> None:
    register.declare_pilot(PLAN, "Jo", NOW)
    with pytest.raises(RegisterError, match="began on 7 December 2026"):
        register.withdraw_pilot(PLAN.key, "Jo", FIRST_MORNING)
    register.withdraw_pilot(PLAN.key, "Sam", DAY_BEFORE)
    assert register.pilots() == ()
    with pytest.raises(RegisterError, match="there is none, or it was withdrawn"):
        register.withdraw_pilot(PLAN.key, "Sam", DAY_BEFORE)
    last = register.audit()[-1]
    assert (last.author, last.action, last.subject) == ("Sam", "withdrew a pilot", "pilot_withdrawals")
    assert register.verify_chain().is_whole


def test_a_pilot_declared_again_after_its_withdrawal_begins_anew(register: Register) -> None:
    register.declare_pilot(PLAN, "Jo", NOW)
    register.withdraw_pilot(PLAN.key, "Jo", NOW)
    held = register.declare_pilot(PLAN, "Sam", FIRST_MORNING)
    assert (held.author, held.is_retrospective) == ("Sam", True)


def test_the_same_plan_twice_is_refused_as_after_a_double_click(register: Register) -> None:
    register.declare_pilot(PLAN, "Jo", NOW)
    with pytest.raises(RegisterError, match="declared just so already"):
        register.declare_pilot(PLAN, "Jo", NOW)
    assert register.version() == 1


def test_two_pilots_have_two_titles(register: Register) -> None:
    register.declare_pilot(PLAN, "Jo", NOW)
    with pytest.raises(RegisterError, match="Another pilot is called"):
        register.declare_pilot(replace(PLAN, key="other", title=PLAN.title.upper()), "Jo", NOW)
    register.declare_pilot(entitled("other"), "Jo", NOW)
    assert [held.plan.key for held in register.pilots()] == ["monday_opening", "other"]


@pytest.mark.parametrize(("title", "words"), [("x" * 201, "201 characters"), ("Sto\ud800rm", "cannot be kept")])
def test_a_title_nobody_could_keep_is_refused(register: Register, title: str, words: str) -> None:
    with pytest.raises(RegisterError, match=words):
        register.declare_pilot(replace(PLAN, title=title), "Jo", NOW)
    with pytest.raises(RegisterError, match="cannot be kept"):
        register.declare_pilot(replace(PLAN, why="Sto\ud800rm"), "Jo", NOW)
    assert register.version() == 0


def test_a_plan_that_could_not_be_read_again_is_refused(register: Register) -> None:
    with pytest.raises(RegisterError, match=r"cannot be kept as it is.*reported_to"):
        register.declare_pilot(replace(PLAN, reported_to="  "), "Jo", NOW)
    assert register.version() == 0


def test_whatever_a_plan_says_comes_back_as_it_was_said(register: Register) -> None:
    hostile = replace(PLAN, why="'); drop table pilot_versions; -- {x} %s \x00 <script> 🎉")
    assert register.declare_pilot(hostile, "Jo", NOW).plan == hostile
    assert register.pilots()[0].plan == hostile
    assert register.verify_chain().is_whole


def test_a_file_declares_a_pilot_once(register: Register) -> None:
    register.apply_files(stating(PLAN), NOW)
    writes = register.version()
    (held,) = register.pilots()
    assert (held.plan, held.author, held.is_retrospective) == (PLAN, FILES, False)
    register.apply_files(stating(PLAN), NOW + timedelta(days=30))
    assert register.version() == writes


def test_a_file_that_says_something_else_after_the_start_is_an_edit(register: Register) -> None:
    register.apply_files(stating(PLAN), NOW)
    register.apply_files(stating(LONGER), FIRST_MORNING)
    (held,) = register.pilots()
    assert (held.plan, held.edits[0].author) == (PLAN, FILES)


def test_a_file_does_not_undo_what_was_changed_on_the_page(register: Register) -> None:
    register.apply_files(stating(PLAN), NOW)
    register.declare_pilot(LONGER, "Jo", NOW)
    register.apply_files(stating(PLAN), DAY_BEFORE)
    assert register.pilots()[0].plan == LONGER


def test_a_plan_that_stands_is_not_entered_again_by_a_file_that_says_the_same(register: Register) -> None:
    register.declare_pilot(PLAN, "Jo", NOW)
    register.apply_files(stating(PLAN), FIRST_MORNING)
    (held,) = register.pilots()
    assert (held.author, held.edits) == ("Jo", ())


def test_a_file_does_not_bring_back_what_a_person_withdrew_until_it_says_something_else(register: Register) -> None:
    register.apply_files(stating(PLAN), NOW)
    register.withdraw_pilot(PLAN.key, "Jo", NOW)
    register.apply_files(stating(PLAN), NOW)
    assert register.pilots() == ()
    register.apply_files(stating(LONGER), NOW)
    assert [held.plan for held in register.pilots()] == [LONGER]


def test_a_plan_gone_from_its_file_is_withdrawn_before_its_start_and_stands_after_it(register: Register) -> None:
    other = entitled("other", moved(date(2027, 1, 4), LAST))
    register.apply_files(stating(PLAN, other), NOW)
    register.apply_files(stating(), FIRST_MORNING)
    assert [held.plan for held in register.pilots()] == [PLAN]
    register.apply_files(stating(PLAN, other), FIRST_MORNING)
    assert [held.plan for held in register.pilots()] == [PLAN, other]
    assert register.pilots()[0].edits == ()


def test_a_file_does_not_withdraw_what_was_declared_on_the_page(register: Register) -> None:
    register.declare_pilot(PLAN, "Jo", NOW)
    register.apply_files(stating(), NOW)
    assert len(register.pilots()) == 1


def test_what_an_invented_council_entered_earlier_is_dated_so(register: Register) -> None:
    past = moved(date(2025, 9, 8), date(2025, 11, 30))
    register.declare_pilot(past, "Manager (invented)", NOW.replace(year=2025, month=8, day=4))
    (held,) = register.pilots()
    assert held.recorded_at.date() == date(2025, 8, 4)
    assert not held.is_retrospective
