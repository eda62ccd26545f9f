"""Which actions are listed, in which order, and that ten thousand are a page at a time."""

import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from frontdoor.answers.action_choices import Choice, Which
from frontdoor.answers.action_listed import PER_PAGE, is_dated_for, listed
from frontdoor.answers.actions_changing import new_key
from frontdoor.register.actions import ActionEntry, HeldAction, Status
from frontdoor.register.entries import Origin

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
MANY = 10_000


def held(title: str, due: int | None = None, status: Status = Status.PLANNED, **fields: str) -> HeldAction:
    """Give an action due so many days from today."""
    entry = ActionEntry(title, due_date=None if due is None else TODAY + timedelta(days=due), status=status)
    return HeldAction(1, title, replace(entry, **fields), "", Origin.PERSON, "Jo", False, NOW)


ACTIONS = (
    held("No day"), held("Soon", 3), held("Late", -2), held("Done", -9, Status.DONE), held("Later", 30, service="waste"),
    held("Latest", -30, Status.UNDER_WAY, owner="Kim"), held("Dropped", None, Status.DROPPED),
)  # fmt: skip


def titles(choice: Choice, services: tuple[str, ...] = ()) -> list[str]:
    return [each.entry.title for each in listed(ACTIONS, choice, services, TODAY).shown]


def test_what_is_overdue_stands_first_and_what_ended_last():
    assert titles(Choice()) == ["Latest", "Late", "Soon", "Later", "No day"]
    assert titles(Choice(Which.ALL))[-2:] == ["Done", "Dropped"]


def test_they_are_chosen_by_state_words_and_service():
    assert titles(Choice(Which.OVERDUE)) == ["Latest", "Late"]
    assert titles(Choice(Which.ENDED)) == ["Done", "Dropped"]
    assert titles(Choice(find=" KIM ")) == ["Latest"]
    assert titles(Choice(), ("waste",)) == ["Later"]
    assert titles(Choice(find="'; drop table")) == []


@pytest.mark.parametrize(("page", "shown"), [(-1, 1), (0, 1), (1, 1), (400, 400), (9_999_999, 400)])
def test_ten_thousand_are_shown_a_page_at_a_time_and_a_page_there_is_not_is_the_nearest(page, shown):
    many = [held(f"Action {number}", number) for number in range(MANY)]
    began = time.process_time()
    found = listed(many, Choice(page=page), (), TODAY)
    assert time.process_time() - began < 1  # 0.03 s here
    assert (found.page, found.pages, found.matching, len(found.shown)) == (shown, 400, MANY, PER_PAGE)
    assert found.shown[0].entry.title == f"Action {(shown - 1) * PER_PAGE}"


def test_an_action_counts_for_its_own_service_and_the_whole_council():
    of_waste = held("Letters", 3, measure_key="calls", service="waste")
    assert is_dated_for(of_waste, "calls", "waste")
    assert is_dated_for(of_waste, "calls", "")
    assert not is_dated_for(of_waste, "calls", "housing")
    assert is_dated_for(held("All", 3, measure_key="calls"), "calls", "housing")
    assert not is_dated_for(held("No day", measure_key="calls"), "calls", "")
    assert not is_dated_for(held("Done", 3, Status.DONE, measure_key="calls"), "calls", "")


def test_a_key_is_made_of_the_title_and_is_nobody_elses():
    assert new_key("Train two more advisers!", set()) == "train_two_more_advisers"
    assert new_key("Train", {"train", "train_2"}) == "train_3"
    assert new_key("Café – déjà", set()) == "cafe_deja"
    assert new_key("…", set()) == "action"
    assert len(new_key("x" * 300, set())) == 60
