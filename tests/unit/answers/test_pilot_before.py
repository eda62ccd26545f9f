"""Whether a pilot can succeed: the change it could find against the one hoped for, comparisons, and what falls inside."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import numpy as np
import pytest
from small_warehouse import COUNCIL, Delivery, contact, home_with

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.pilot_before_balance import (
    balance_of,
    balance_table,
    choice_words,
    declared_words,
    drifting_words,
)
from frontdoor.answers.pilot_before_contacts import CLOSED, PARTIAL, Expected, contacts_box
from frontdoor.answers.pilot_before_days import (
    MONDAYS,
    NOTHING_INSIDE,
    do_meet,
    inside_box,
    lost_words,
    openings_of,
    overlaps_of,
)
from frontdoor.answers.pilot_before_found import Findable, Odds, findable_in
from frontdoor.answers.pilot_before_units import candidates
from frontdoor.answers.pilot_before_words import CANNOT, ROUGH, answer_words, lead_words, outcomes_table
from frontdoor.register.register import open_register
from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.detectable_effect import Detectable, baseline_noise, detectable
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_scale import Scale
from frontdoor.statistics.pilot_weeks import PilotWeeks
from frontdoor.strategy.council import Opening
from frontdoor.strategy.pilot_plan import ComparedBy, PilotOutcome, Role, Where, Window
from frontdoor.warehouse.opening import open_warehouse
from tests.unit.answers.told_pilots import (
    BEFORE,
    GUARD,
    LONG_WAITS,
    MONDAYS_AT_8,
    PLANNED,
    found_of,
    plan,
    series,
    unknown,
    waves,
)

WEEKS = PilotWeeks(BEFORE + PLANNED, BEFORE)
HOURS = tuple(Opening(date(2020, 1, 1), day, 18, 34) for day in range(1, 6))


def asked(spread: float, outcome: PilotOutcome = LONG_WAITS, level: float = 0.7, weeks: PilotWeeks = WEEKS) -> Findable:
    made = series(outcome, waves(weeks.first, level, spread, 7), first=weeks.first)
    return findable_in(found_of(made), made, weeks)


def test_the_smallest_change_is_the_statistics_range_in_the_measures_own_unit() -> None:
    values = waves(BEFORE, 0.7, 0.05, 7)
    noise = baseline_noise(values)
    assert not isinstance(noise, Reason)
    wanted, found = detectable(noise, WEEKS, has_season=True), asked(0.05).smallest
    assert isinstance(wanted, Detectable)
    assert found is not None
    assert (found.likely, found.cautious) == (pytest.approx(wanted.likely), pytest.approx(wanted.cautious))


@pytest.mark.parametrize(
    ("spread", "odds", "starts"),
    [(0.005, Odds.FOUND, "Yes: 12 weeks"), (0.06, Odds.MISSED, "No: 12 weeks would miss the change hoped for")],
)
def test_the_answer_follows_from_how_much_weeks_vary(spread: float, odds: Odds, starts: str) -> None:
    found = asked(spread)
    assert found.odds is odds
    assert answer_words(found, PLANNED).startswith(starts)


def test_the_lead_holds_what_could_be_found_against_what_is_hoped_for() -> None:
    found = replace(asked(0.05), smallest=Detectable(0.075, 0.091, is_rough=False), odds=Odds.MISSED)
    assert lead_words(found, PLANNED).startswith(
        "Answered within 5 minutes, Mondays 9am to 11am: 12 weeks could find a change of 7.5 to 9.1 points or more; the plan hopes for "
        "5 points: it would be missed more often than found."
    )


def test_few_weeks_in_all_are_called_rough() -> None:
    found = asked(0.05, weeks=PilotWeeks(36, 24))
    assert found.smallest is not None
    assert found.smallest.is_rough
    assert ROUGH in lead_words(found, PLANNED)


def test_a_change_in_a_count_is_said_in_contacts_though_it_is_found_as_a_logarithm() -> None:
    """A count that varies by a tenth of 100 has a smallest rise of a size between 5 and 60 contacts, never below 1 as a logarithm is."""
    calls = PilotOutcome("calls", "Calls", "calls_answered", Role.PRIMARY, MONDAYS_AT_8, worthwhile=30.0)
    made = series(calls, waves(BEFORE, 100, 10, 3), scale=Scale.LOG)
    found = findable_in(found_of(made), made, WEEKS)
    assert found.smallest is not None
    assert 5 < found.smallest.likely <= found.smallest.cautious < 60
    fewer = replace(made, outcome=replace(calls, worthwhile=-30.0))
    fall = findable_in(found_of(fewer), fewer, WEEKS)
    assert fall.smallest is not None
    assert fall.smallest.likely < found.smallest.likely  # the same factor down is fewer contacts than up


def test_a_guard_is_held_against_its_margin() -> None:
    table = outcomes_table((asked(0.005, GUARD),))
    assert table.rows[0].cells[2] == "at most 2 points worse"
    assert table.rows[0].detail == "guard"


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        (np.full(BEFORE, 0.5), Reason.CONSTANT.value),
        (np.zeros(BEFORE), Reason.ZERO_BEFORE.value),
        (np.full(BEFORE, np.nan), Reason.NO_BASELINE.value),
        (np.concatenate([np.full(BEFORE - 5, np.nan), waves(5, 0.5, 0.1, 1)]), Reason.SHORT_BASELINE.value),
    ],
)  # fmt: skip
def test_what_has_no_past_to_go_by_says_so(values: Floats, reason: str) -> None:
    made = series(LONG_WAITS, values)
    found = findable_in(found_of(made), made, WEEKS)
    assert found.reason == reason
    assert answer_words(found, PLANNED) == CANNOT
    assert lead_words(found, PLANNED).endswith(reason)
    assert "nan" not in repr(outcomes_table((found,)))


def test_a_pilot_of_three_weeks_is_too_short_to_plan() -> None:
    found = asked(0.05, weeks=PilotWeeks(BEFORE + 3, BEFORE))
    assert "Fewer than 4 weeks are planned" in found.reason


def test_an_outcome_of_which_nothing_could_be_asked_gives_its_trouble() -> None:
    table = outcomes_table((Findable(unknown(), 0, reason=unknown().trouble),))
    assert table.rows[0].result == "Times of day are not recorded by ward."


def with_units(spread: float = 0.01) -> tuple[Floats, Floats]:
    shared = waves(BEFORE, 0.0, 0.05, 1)
    return 0.7 + shared + waves(BEFORE, 0, spread, 2), 0.6 + shared + waves(BEFORE, 0, spread, 3)


def test_the_comparison_that_moves_alike_is_chosen_and_the_one_that_drifts_is_not() -> None:
    own, alike = with_units()
    drifts = alike + np.linspace(0, 0.4, BEFORE)
    found = balance_of(series(LONG_WAITS, own), {"Tuesdays": alike, "Wednesdays": drifts})
    assert found.chosen == ("Tuesdays",)
    assert found.with_them is not None
    assert found.alone is not None
    assert found.with_them < found.alone
    table = balance_table(found, has_started=True)
    assert [(row.cells[0], row.cells[2], row.result) for row in table.rows] == [
        ("Tuesdays", "keeps step", "choose"), ("Wednesdays", "drifts apart", ""),
    ]  # fmt: skip
    assert "Choose before the start only" in table.note
    assert "Choose before the start only" not in balance_table(found, has_started=False).note


def test_a_declared_comparison_that_drifts_apart_is_warned_of() -> None:
    own, alike = with_units()
    drifts = alike + np.linspace(0, 0.4, BEFORE)
    made = series(LONG_WAITS, own, comparisons=drifts[None])
    found = balance_of(made, {"Unit 0": drifts, "Tuesdays": alike})
    assert drifting_words(found).startswith(
        "The plan compares with Unit 0: that gap to the pilot already grew or shrank"
    )
    assert found.declared is not None
    assert "with those the plan declares" in choice_words(found)


def test_no_comparison_that_helps_is_said_and_none_is_chosen() -> None:
    found = balance_of(series(LONG_WAITS, waves(BEFORE, 0.7, 0.01, 5)), {"Noise": waves(BEFORE, 0.6, 0.2, 6)})
    assert found.chosen == ()
    assert choice_words(found).startswith("No candidate would help")
    assert declared_words(found) == "The plan declares no comparison; 1 candidate could be looked at."


def test_a_candidate_without_records_keeps_its_reason_and_no_number() -> None:
    own, alike = with_units()
    found = balance_of(series(LONG_WAITS, own), {"Tuesdays": alike, "Silent": np.full(BEFORE, np.nan)})
    table = balance_table(found, has_started=False)
    assert table.rows[-1].cells == ("Silent", "–", Reason.NO_BASELINE.value.rstrip("."), "–")


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    rows = [
        contact(number, datetime(2025, 9, 1 + number, 10, 5), service=name)
        for number, name in enumerate(("waste", "housing"))
    ]
    council = replace(COUNCIL, openings=HOURS)
    home = home_with(tmp_path_factory.mktemp("before"), Delivery(rows, covered_to=date(2025, 9, 7)), council=council)
    return Context(home, home.council, open_warehouse(home), open_register(home.folder), Audience.OFFICER)


def test_candidates_leave_out_what_the_pilot_itself_touches(context: Context) -> None:
    own = plan(moved_from=Where(weekdays=(1,), window=Window(18, 24)))
    kinds = {each.by: each.units for each in candidates(own.primary, own, context)}
    assert kinds[ComparedBy.WEEKDAY] == ("tuesday", "wednesday", "thursday", "friday")
    # open from 9am to 5pm; the outcome is 9am to 11am and contacts may move from 9am to midday
    assert kinds[ComparedBy.HOURS] == ("13:00-15:00", "15:00-17:00")
    assert ComparedBy.SERVICE not in kinds


def test_other_services_are_candidates_of_an_outcome_of_one(context: Context) -> None:
    housing = replace(LONG_WAITS, where=Where(services=("housing",)), comparison=None)
    own = plan(where=Where(services=("housing",)), added=None, outcomes=(housing,))
    assert [(each.by, each.units) for each in candidates(housing, own, context)] == [(ComparedBy.SERVICE, ("waste",))]


def test_a_pilot_of_everything_has_nothing_to_compare_with(context: Context) -> None:
    everything = replace(LONG_WAITS, where=Where(), comparison=None)
    assert candidates(everything, plan(where=Where(), added=None, outcomes=(everything,)), context) == ()


def test_bank_holidays_cost_openings_and_mondays_most(context: Context) -> None:
    """Easter Monday 6 April, and 4 and 25 May 2026 are bank holidays in England."""
    spring = plan(first_day=date(2026, 3, 16), last_day=date(2026, 6, 1))
    openings = openings_of(spring, (1,), context)
    assert (len(openings.days), len(openings.lost)) == (12, 3)
    assert lost_words(openings) == "3 of 12 Mondays are bank holidays."
    line = inside_box(openings, [], []).lines[0]
    assert line.words.startswith("3 of 12 Mondays lost, unless we open then: Monday 6 April 2026 (Easter Monday)")
    assert MONDAYS in line.words
    assert "Another start would keep more." in line.words


def test_nothing_inside_is_said(context: Context) -> None:
    openings = openings_of(plan(), (1,), context)
    assert inside_box(openings, [], []).lines[0].words == NOTHING_INSIDE


def test_a_plan_that_ends_before_it_starts_has_no_days(context: Context) -> None:
    openings = openings_of(plan(last_day=date(2025, 9, 1)), (1,), context)
    assert (openings.days, openings.lost, lost_words(openings)) == ((), (), "")
    assert inside_box(openings, [], []).lines[0].words == NOTHING_INSIDE


def test_pilots_at_once_are_told_apart_by_whether_they_touch_the_same_contacts() -> None:
    own = plan(where=Where(weekdays=(1,), services=("housing",)))
    same = plan(key="b", title="B", where=Where(services=("housing", "waste")))
    other = plan(key="c", title="C", where=Where(services=("waste",)))
    later = plan(
        key="d", title="D", first_day=own.last_day + timedelta(days=1), last_day=own.last_day + timedelta(days=9)
    )
    found = overlaps_of(own, [own, same, other, later])
    assert [(each.title, each.is_shared) for each in found] == [("B", True), ("C", False)]


def test_places_meet_only_where_every_part_of_them_does() -> None:
    assert do_meet(Where(), Where(weekdays=(1,)))
    assert not do_meet(Where(window=Window(16, 18)), Where(window=Window(18, 20)))
    assert not do_meet(Where(channels=("phone",)), Where(channels=("web",)))


def test_closed_hours_have_no_forecast_but_the_hour_beside_them_is_told() -> None:
    expected = Expected(None, 0, False, True, "calls", (Window(18, 20), 58.2))
    box = contacts_box(expected, plan(), 12)
    assert box.lines[0].words == CLOSED
    assert (box.lines[1].label, box.lines[1].words) == (
        "Mondays, 9am to 10am:",
        "about 58 calls each time in the year before.",
    )


def test_open_hours_are_expected_each_time_and_in_all() -> None:
    box = contacts_box(Expected(41.4, 48, False, False, "calls"), plan(), 12)
    assert [line.words for line in box.lines] == [
        "about 41 calls, seen on 48 open days.",
        "about 500 over 12 openings.",
    ]
    partial = contacts_box(
        Expected(41.4, 4, False, False, "calls", since="3 to 24 November 2025", is_partial=True), plan(), 12
    )
    assert [line.words for line in partial.lines] == [
        "about 41 calls, seen on 4 open days, 3 to 24 November 2025.",
        PARTIAL,
    ]
    assert contacts_box("Nobody knows.", plan(), 12).lines[0].words == "Nobody knows."
