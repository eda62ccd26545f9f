"""Is it seen who does what by when, what moved since, and can an action be entered only whole and over nobody's head?"""

import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest

from frontdoor.register.actions import (
    ActionEntry,
    Status,
    action_history,
    actions,
    add_action,
    change_action,
    read_planned,
)
from frontdoor.register.register import open_register
from frontdoor.strategy.strategy import Action
from tests.pages.screen import Screen

CALLS, KEY = "Calls answered within 60 seconds", "calls_in_60_seconds"
TODAY = datetime.now(UTC).date()
SOON, PAST = TODAY + timedelta(days=30), TODAY - timedelta(days=10)
OVERDUE = ActionEntry("Train two more advisers", "Jo Smith", PAST, Status.UNDER_WAY, KEY, start_date=date(2026, 9, 1))


def shown(reading, home, audience="officer", **query) -> Screen:
    return reading(home, "actions", {"account_view": "Actions", "period": "October 2026", **query}, audience)


def entered(home, *entries: ActionEntry):
    """Enter actions in the register and return it."""
    register = open_register(home / "trentside")
    for number, entry in enumerate(entries):
        add_action(register, f"action_{number}", entry, author="Jo Smith", now=datetime.now(UTC))
    return register


def named(home):
    """Return the actions that people entered, without those of the strategy."""
    return [each for each in actions(open_register(home / "trentside")) if not each.source]


def fill(screen: Screen, form: str, **fields):
    """Fill in the fields of one form by the words in their keys."""
    for name, value in fields.items():
        kinds = (
            screen.session.text_input,
            screen.session.date_input,
            screen.session.selectbox,
            screen.session.text_area,
        )
        keyed = [
            each for kind in kinds for each in kind if f"fd-action-{name}" in str(each.key) and form in str(each.key)
        ]
        keyed[0].set_value(value)
    next(each for each in screen.session.text_input if f"fd-action-{form}-by" in str(each.key)).set_value("Jo Smith")
    label = "Add the action" if form == "add" else "Enter the change"
    next(each for each in screen.session.button if each.label == label).click()
    return screen.run()


def undated(screen: Screen) -> set[str]:
    """Return the measures listed as amber or red without a dated action."""
    tables = [each for each in screen.page.all("table") if "Amber and red, without a dated action" in each.text]
    return {row[0].split(" Owner")[0].split(" Nobody")[0] for table in tables for row in table.rows()[1:]}


def test_the_public_reads_the_strategys_own_plan_and_no_more(reading, own_home):
    entered(own_home, OVERDUE, ActionEntry("Drop-in", "Sam", SOON))
    screen = shown(reading, own_home, "public")
    assert screen.answer == "No action is overdue; 1 is open."
    assert "Drop-in" not in screen.words


@pytest.mark.parametrize("audience", ["officer", "member", "committee"])
def test_everybody_else_reads_the_actions_and_only_officers_enter_them(reading, own_home, audience):
    entered(own_home, OVERDUE, ActionEntry("Drop-in", "Sam", SOON))
    screen = shown(reading, own_home, audience)
    assert not screen.is_broken
    assert screen.question == "Who does what by when, and did it move what it should?"
    assert screen.answer == "1 of 3 open actions is overdue."
    assert "Overdue by 10 days, under way" in screen.words
    assert bool([each for each in screen.session.button if each.label == "Add the action"]) == (audience == "officer")
    assert not shown(reading, own_home, audience, action="action_0").is_broken


def test_the_strategy_s_own_plan_is_read_in(reading, own_home):
    screen = shown(reading, own_home)
    assert screen.answer == "No action is overdue; 1 is open."
    assert "Consult the public on the strategy and the Promise" in screen.words
    (held,) = actions(open_register(own_home / "trentside"))
    assert held.source == "Cabinet, 11 July 2023, item 14"


def test_an_action_is_added_and_stands_on_its_measures_chart(reading, own_home):
    screen = shown(reading, own_home)
    fill(screen, "add", title="Train two more advisers", owner="Sam", due=SOON, start=date(2026, 9, 7), measure=KEY)
    assert not screen.is_broken
    assert "Added: Train two more advisers." in screen.words
    (held,) = named(own_home)
    assert held.key == "train_two_more_advisers"
    assert held.entry == ActionEntry(
        "Train two more advisers", "Sam", SOON, Status.PLANNED, KEY, start_date=date(2026, 9, 7)
    )
    words = reading(own_home, "measure", {"measure": CALLS, "period": "October 2026"}).words
    assert "Action: Train two more advisers" in words


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"title": " "}, "What is to be done is empty"),
        ({"title": "Train", "due": PAST}, "is past. Choose the day by which it is to be done, today or later"),
        ({"title": "Train", "due": SOON, "start": SOON + timedelta(days=1)}, "which is earlier"),
    ],
)
def test_what_cannot_be_entered_is_said_and_nothing_is_written(reading, own_home, fields, told):
    assert told in fill(shown(reading, own_home), "add", **fields).words
    assert named(own_home) == []


def test_what_is_done_already_may_be_entered_as_done(reading, own_home):
    fill(shown(reading, own_home), "add", title="Train", due=PAST, status="Done")
    assert named(own_home)[0].entry.status is Status.DONE


def test_script_and_sql_are_only_ever_words(reading, own_home):
    hostile = "<script>alert(1)</script>'); drop table action_versions; --"
    screen = fill(shown(reading, own_home), "add", title=hostile, owner=hostile, note=hostile)
    assert "<script>alert" not in screen.html
    assert hostile in unescape(shown(reading, own_home, action=named(own_home)[0].key).words)


def test_a_change_is_a_version_and_the_second_of_two_editors_is_told_of_the_first(reading, own_home):
    register = entered(own_home, OVERDUE)
    one, other = (shown(reading, own_home, action="action_0") for _ in range(2))
    fill(one, "change", status="Done")
    assert "Changed: Train two more advisers." in one.words
    fill(other, "change", owner="Kim")
    assert "Jo Smith changed this action meanwhile" in other.words
    assert [each.entry.status for each in action_history(register, "action_0")] == [Status.UNDER_WAY, Status.DONE]
    words = shown(reading, own_home, action="action_0").words
    assert "Every version of it" in words
    assert "Jo Smith (name given, not verified)" in words


def test_an_overdue_action_keeps_its_day_when_something_else_changes(reading, own_home):
    entered(own_home, OVERDUE)
    fill(shown(reading, own_home, action="action_0"), "change", owner="Kim")
    assert (named(own_home)[0].entry.owner, named(own_home)[0].entry.due_date) == ("Kim", PAST)


def test_what_the_measure_did_since_is_said_without_a_cause(reading, own_home):
    entered(own_home, OVERDUE)
    words = shown(reading, own_home, action="action_0").words
    assert "before it began on 1 September 2026" in words
    assert "Moved after, not because of" in words
    assert "caused" not in words


def test_missed_measures_without_words_or_a_dated_action_are_listed(reading, own_home):
    words = shown(reading, own_home).words
    assert "Missed, and nobody has said why: calls answered within 60 seconds" in words
    assert CALLS in undated(shown(reading, own_home))
    register = entered(own_home, replace(OVERDUE, due_date=None))
    assert CALLS in undated(shown(reading, own_home))  # no day, so not dated
    seen = action_history(register, "action_0")[-1].id
    change_action(register, "action_0", OVERDUE, author="Jo", now=datetime.now(UTC), seen=seen)
    assert CALLS not in undated(shown(reading, own_home))


def test_overdue_actions_stand_on_the_overview(reading, own_home):
    assert "overdue" not in reading(own_home).words
    entered(own_home, OVERDUE)
    words = reading(own_home).words
    assert "1 action is overdue. Longest: Train two more advisers, due" in words


def test_an_action_of_a_ward_stands_on_my_ward(reading, own_home):
    entered(own_home, replace(OVERDUE, ward="Ferry Lane"), ActionEntry("For Hill", ward="Hill"))
    screen = shown(reading, own_home)
    assert "Whole council, Ferry Lane" in screen.words


def test_a_service_that_is_no_more_and_a_measure_nobody_knows_break_nothing(reading, own_home):
    entered(own_home, replace(OVERDUE, service="dissolved", measure_key="no_such"))
    for query in ({}, {"action": "action_0"}, {"action": "no_such_action"}):
        screen = shown(reading, own_home, **query)
        assert not screen.is_broken
    assert "There is no action called “no_such_action”" in screen.words
    assert "dissolved" in shown(reading, own_home, action="action_0").words


def test_actions_are_found_by_their_words_and_by_what_they_are(reading, own_home):
    entered(own_home, OVERDUE, ActionEntry("Drop-in", "Sam", SOON), ActionEntry("Old", "Kim", status=Status.DROPPED))
    words = shown(reading, own_home, actions_with="sam").words
    assert "Drop-in" in words
    assert "Train two more advisers Jo Smith" not in words
    assert "Old Kim" in shown(reading, own_home, actions_shown="Done or dropped").words
    assert "Actions done or dropped: none" not in words


@pytest.mark.slow
def test_a_page_of_ten_thousand_actions_is_turned_quickly(reading, own_home):
    register = open_register(own_home / "trentside")
    planned = [Action(f"action_{number}", f"Action {number:05}", "Jo", None, "A plan") for number in range(10_000)]
    read_planned(register, planned, datetime.now(UTC))
    screen = shown(reading, own_home, actions_page="2")
    assert screen.answer == "No action is overdue; 10,001 are open."
    assert "Page 2 of 401; 10,001 actions in all." in screen.words
    began = time.process_time()
    screen.session.number_input(key="actions_page").set_value(400)
    screen.run()
    assert time.process_time() - began < 3  # 0.5 s here, most of it the test's own reading of the page
    assert "Page 400 of 401" in screen.words
    assert len([each for each in screen.page.all("tr") if "Action " in each.text]) <= 26
