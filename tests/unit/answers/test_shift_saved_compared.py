"""Are services that did not move online a comparison where they honestly are one, and is the way used always said?"""

import re
from datetime import timedelta

import pytest
from saved_home import LAST, dropped, lines_of, saved_from, weekly

from frontdoor.strategy.council import CouncilEvent

FELL = "Did calls and visits really fall?"
STORM, TO_GROW = 14, 10  # weeks


def storm(level):
    """Return a level that something outside made half as much again by the end of the last 14 weeks."""
    return lambda back: level(back) * (1 + 0.5 * min(max(STORM - back, 0) / TO_GROW, 1))


def stormy(planning_web=50):
    """Waste moved 300 of 1,000 calls a week online; planning did not; a storm made everybody call half as often again."""
    return [
        *weekly("phone", 130, storm(dropped(1_000, 700)), service="waste"),
        *weekly("web", 130, storm(dropped(400, 700)), service="waste"),
        *weekly("phone", 130, storm(dropped(800, 800)), service="planning"),
        *weekly("web", 130, storm(dropped(50, planning_web)), service="planning"),
    ]


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    return saved_from(tmp_path_factory.mktemp("compared"), *stormy())


def test_a_storm_that_hid_the_fall_is_taken_out_by_the_service_that_did_not_move(compared):
    # 300 calls a week fewer about waste, times the storm: 300 x (26 + 0.5 x (0.1 + ... + 1.0 + 4)) = 300 x 30.75 = 9,225.
    said = lines_of(compared, FELL)
    fell = re.search(
        r"Calls beside other services: ([\d,]+) fewer calls than would have come \(([\d,]+) to ([\d,]+)\)", said
    )
    expected, low, high = (int(number.replace(",", "")) for number in fell.groups())
    assert expected == pytest.approx(9_225, rel=0.05)
    assert low < 9_225 < high
    assert "moved online; " in said
    assert "what we can stand behind is about £" in compared.answer


def test_the_way_used_is_said_and_the_other_stands_beside_it(compared):
    said = lines_of(compared, FELL)
    assert "Used: the comparison with other services, for the services that moved online." in said
    by_trend = re.search(r"Calls by trend and season: ([\d,]+) fewer calls", said)
    assert int(by_trend[1].replace(",", "")) < 1_500  # the storm hid most of the fall from it
    assert ", beside " in compared.lead
    assert any("Comparison services tell what kept everybody from calling" in note for note in compared.notes)


def test_where_every_service_moved_there_is_no_comparison(tmp_path):
    moved = [
        *weekly("phone", 130, dropped(1_000, 700), service="waste"),
        *weekly("web", 130, dropped(400, 700), service="waste"),
        *weekly("phone", 130, dropped(800, 600), service="planning"),
        *weekly("web", 130, dropped(300, 500), service="planning"),
    ]
    said = lines_of(saved_from(tmp_path, *moved), FELL)
    assert "Used: trend and season. No comparison services: every service moved online" in said


def test_a_service_something_happened_to_is_no_comparison(tmp_path):
    event = CouncilEvent(LAST - timedelta(weeks=8), "Local plan consultation", ("planning",))
    said = lines_of(saved_from(tmp_path, *stormy(), events=(event,)), FELL)
    assert "No comparison services: something else happened to the services that did not move" in said


def test_a_channel_that_appeared_overnight_leaves_no_comparison(tmp_path):
    rows = [*stormy(), *weekly("app", 20, lambda _: 300, service="waste")]
    assert "not recorded alike in both years" in lines_of(saved_from(tmp_path, *rows), FELL)
