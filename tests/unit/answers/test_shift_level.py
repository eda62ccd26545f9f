"""Are level and shift told apart, against months that compare, with parts that add up and recording never called a shift?"""

from dataclasses import replace
from datetime import date

import pytest
from shift_home import LAST, ONLINE, WEB, YEAR_1, YEAR_2, june, months_of, shift_context

from frontdoor.access.audience import Audience
from frontdoor.answers.shift_counted import counted
from frontdoor.answers.shift_level import level_of
from frontdoor.periods import Period
from frontdoor.schema.units import Channel
from frontdoor.strategy.council import DigitalChannel

BEFORE = {("waste", "phone"): 12, ("waste", "web"): 8, ("planning", "phone"): 15, ("planning", "web"): 5}
MONDAY = date(2025, 12, 1)
NOW = {("waste", "phone"): 12, ("waste", "web"): 18, ("planning", "phone"): 12, ("planning", "web"): 8}
TWO_YEARS = [*months_of(YEAR_1, 12, BEFORE), *months_of(YEAR_2, 12, NOW)]


@pytest.fixture(scope="module")
def answer(tmp_path_factory):
    return level_of(june(), shift_context(tmp_path_factory.mktemp("shift"), TWO_YEARS))


def figure(answer, key):
    return next(each for section in answer.sections for each in section.figures if each.key == key)


def test_the_level_and_the_shift_are_told_apart(answer):
    # Before 13 of 40 online (32.5%), now 26 of 50 (52%).
    assert answer.answer == "Online contact rose by 20 points in a year, to 52 in every 100."
    told = {fact.label: (fact.value, fact.note) for fact in answer.facts}
    assert told["Shift in a year"][0] == "+20 points"
    assert told["Online contacts"] == ("+100%", "156 to 312")


def test_the_reasons_add_up_and_say_who_moved(answer):
    # Within: mean weights 0.55 and 0.45 x shifts of 0.20 and 0.15 = 17.75 points; composition: waste 0.1 x (0.5 - 0.325) = 1.75.
    assert answer.lead.startswith(
        "Digital rose by 20 points: 18 because the same services moved online, 2 because services that are mostly online grew."
    )
    rows = figure(answer, "shift-why").frame
    start, *steps, end = rows["value"].to_list()
    assert (start, end) == (156, 312)
    assert start + sum(steps) == end
    assert rows["is_total"].to_list() == [True, False, False, False, True]


def test_three_parts_of_each_channel_add_up_to_its_change(answer):
    table = figure(answer, "shift-by-channel").table
    for row in table.iter_rows(named=True):
        assert row["Volume"] + row["Mix"] + row["Interaction"] == row["Change"]
    assert table["Mix"].sum() == table["Interaction"].sum() == 0
    # Phone: 324 to 288; volume 120 x 0.675 = 81, mix 480 x (0.48 - 0.675) = -93.6, interaction 120 x -0.195 = -23.4.
    assert table.filter(table["Channel"] == "Phone").rows()[0][3:7] == (-36, 81, -94, -23)


def test_the_strategy_is_a_steady_path_between_its_targets(answer):
    # From 40% on 1 July 2025 to 60% a year later, the mean of the year is 50%; we are at 52%.
    assert "it would be 50.0% over these months; we are 2.0 points ahead." in answer.lead


def test_which_months_are_compared_is_said(answer):
    assert answer.basis.startswith("July 2024 to June 2026: the months in which every channel was recorded alike.")
    assert "Year to June 2026 is held against year to June 2025." in answer.basis


def test_a_service_chosen_is_told_by_itself(tmp_path):
    told = level_of(june(services=("planning",)), shift_context(tmp_path, TWO_YEARS))
    assert told.answer == "Online contact rose by 15 points in a year, to 40 in every 100."
    assert "0 because services that are mostly online grew" in told.lead


def test_a_channel_that_appears_overnight_is_no_shift(tmp_path):
    app = months_of(date(2026, 1, 1), 6, {("waste", "app"): 20})
    digital = (WEB, DigitalChannel(Channel.APP, date(2020, 1, 1), None))
    context = shift_context(tmp_path, [*TWO_YEARS, *app], digital_channels=digital)
    told = level_of(june(), context)
    assert told.answer.endswith("whether that is a shift is too soon to say.")
    assert told.basis.startswith("January to June 2026: the months in which every channel was recorded alike.")
    assert any("App is recorded only from 1 January 2026" in note for note in told.notes)
    assert not [fact for fact in told.facts if fact.label == "Shift in a year"]


def test_the_same_channel_signed_off_by_the_councils_own_date_is_a_shift(tmp_path):
    app = months_of(date(2026, 1, 1), 6, {("waste", "app"): 20})
    digital = (WEB, DigitalChannel(Channel.APP, date(2026, 1, 1), None))
    told = level_of(june(), shift_context(tmp_path, [*TWO_YEARS, *app], digital_channels=digital))
    assert told.basis.startswith("July 2024 to June 2026")
    assert told.answer.startswith("Online contact rose by")


def test_a_channel_that_jumps_overnight_begins_the_months_anew(tmp_path):
    first = months_of(YEAR_1, 17, {("waste", "phone"): 140, ("waste", "web"): 56})
    later = months_of(MONDAY, 7, {("waste", "phone"): 140, ("waste", "web"): 224})
    context = shift_context(tmp_path, [*first, *later])
    held = counted(ONLINE, june(), context).together
    assert [change.mark for change in held.changes if not change.is_first] == ["Web form: recorded otherwise"]
    assert held.period.first == MONDAY
    assert held.years is None


def test_people_who_leave_the_phone_for_the_web_overnight_are_a_shift(tmp_path):
    first = months_of(YEAR_1, 17, {("waste", "phone"): 280, ("waste", "web"): 56})
    later = months_of(MONDAY, 7, {("waste", "phone"): 112, ("waste", "web"): 224})
    told = level_of(june(), shift_context(tmp_path, [*first, *later]))
    assert told.basis.startswith("July 2024 to June 2026")
    assert "29 points" in told.answer  # (5 x 56 + 7 x 224) / (12 x 336) less a sixth


def test_a_baseline_shorter_than_a_year_is_held_against_the_same_months(tmp_path):
    rows = [*months_of(date(2024, 11, 1), 8, BEFORE), *months_of(YEAR_2, 12, NOW)]
    told = level_of(june(), shift_context(tmp_path, rows))
    assert "November 2025 to June 2026 is held against November 2024 to June 2025." in told.basis


def test_a_single_year_has_a_level_and_no_shift(tmp_path):
    told = level_of(june(), shift_context(tmp_path, months_of(YEAR_2, 12, NOW)))
    assert told.answer == "52 in every 100 contacts are online; whether that is a shift is too soon to say."
    assert "No year before it is recorded alike" in told.lead


def test_a_service_that_closed_has_moved_nobody(tmp_path):
    closed = months_of(YEAR_1, 12, {("events", "web"): 10})
    told = level_of(june(), shift_context(tmp_path, [*TWO_YEARS, *closed]))
    table = figure(told, "shift-by-service").table
    assert "Events" not in table["Service"].to_list()
    rows = figure(told, "shift-why").frame
    start, *steps, end = rows["value"].to_list()
    assert start + sum(steps) == end


def test_less_contact_online_is_said_as_a_fall(tmp_path):
    rows = [*months_of(YEAR_1, 12, NOW), *months_of(YEAR_2, 12, BEFORE)]
    told = level_of(june(), shift_context(tmp_path, rows))
    assert told.answer == "Online contact fell by 20 points in a year, to 33 in every 100."
    assert (
        "18 because the same services moved away from online, 2 because services that are mostly online shrank"
        in told.lead
    )
    assert {fact.label: fact.value for fact in told.facts}["Online contacts"] == "−50%"


def test_what_nobody_decided_is_named_with_where_to_set_it(tmp_path):
    told = level_of(june(), shift_context(tmp_path, TWO_YEARS, digital_channels=()))
    assert told.nothing
    assert "[[digital_channel]]" in told.nothing.lead


def test_a_chosen_channel_has_no_share_of_all(tmp_path):
    told = level_of(june(channels=("web",)), shift_context(tmp_path, TWO_YEARS))
    assert told.nothing
    assert "leave the channel filter out" in told.lead


def test_a_month_that_is_not_finished_is_left_out(tmp_path):
    context = shift_context(tmp_path, TWO_YEARS)
    later = replace(june(), period=Period(date(2026, 7, 1), date(2026, 7, 31)))
    assert counted(ONLINE, later, context).together.period.last == LAST


def test_small_counts_are_hidden_from_the_public_and_then_nothing_is_split(tmp_path):
    few = months_of(date(2025, 7, 1), 1, {("events", "web"): 3, ("events", "phone"): 30})
    context = shift_context(tmp_path, [*TWO_YEARS, *few], audience=Audience.PUBLIC)
    told = level_of(june(), context)
    assert told.answer.startswith("Online contact rose by")
    assert not [each for section in told.sections for each in section.figures if each.key == "shift-why"]
    assert any("too small to show" in note for note in told.notes)


MARCH_2024 = date(2023, 4, 1)
THREE_YEARS = [*months_of(MARCH_2024, 15, BEFORE), *months_of(YEAR_1, 12, BEFORE), *months_of(YEAR_2, 12, NOW)]


def test_the_strategys_baseline_year_is_what_the_shift_is_held_against(tmp_path):
    own = replace(ONLINE, baseline=MARCH_2024)
    told = level_of(june(), shift_context(tmp_path, THREE_YEARS, measures=(own,)))
    assert told.answer == "Online contact rose by 20 points since the year to March 2024, to 52 in every 100."
    assert told.basis.startswith("April 2023 to June 2026")
    assert "Year to June 2026 is held against year to March 2024." in told.basis
    assert "Shift since the baseline" in {fact.label for fact in told.facts}
    # From 32.5% on 31 March 2024 to 40% on 1 July 2025 and 60% a year later: the year to June 2026 lies in the second part, at 50%.
    assert "Had it moved steadily from the baseline year to the next target, it would be 50.0%" in told.lead


def test_a_baseline_that_was_recorded_otherwise_is_named_and_not_used(tmp_path):
    own = replace(ONLINE, baseline=MARCH_2024)
    app = months_of(date(2024, 7, 1), 24, {("waste", "app"): 20})
    digital = (WEB, DigitalChannel(Channel.APP, date(2020, 1, 1), None))
    told = level_of(june(), shift_context(tmp_path, [*THREE_YEARS, *app], measures=(own,), digital_channels=digital))
    assert "Year to June 2026 is held against year to June 2025." in told.basis
    assert any("The baseline year April 2023 to March 2024 is not used here" in note for note in told.notes)
