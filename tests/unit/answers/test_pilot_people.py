"""Who used a pilot and how they fared: users beside others, during against before, groups, words of comments, and what is not known."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

import numpy as np
import pytest
from small_warehouse import COUNCIL, Delivery, Row, contact, home_with

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.pilot_found import State
from frontdoor.answers.pilot_people import people_of
from frontdoor.answers.pilot_people_asked import Fared, asked_about
from frontdoor.answers.pilot_people_comments import Counts, Themes, comments_part, themes_among, themes_of
from frontdoor.answers.pilot_people_groups import NO_WHOLE_MONTH, NOT_BY_TIME, months_of, shares_of, why_not
from frontdoor.answers.pilot_people_levels import before_and_during, beside_others, change_of
from frontdoor.answers.pilot_people_rows import fared_tables, level_and_number
from frontdoor.answers.pilot_people_words import answer_words, lead_words, unknown_box, used_words, where_words
from frontdoor.answers.satisfaction_detail import NOT_KEPT
from frontdoor.answers.view_answer import Box, Table
from frontdoor.periods import Period
from frontdoor.register.register import open_register
from frontdoor.schema.units import Unit
from frontdoor.statistics.count_per_opening import CountPerOpening
from frontdoor.statistics.intervals import Interval, newcombe_difference
from frontdoor.strategy.pilot_plan import PilotOutcome, PilotPlan, Role, Where
from frontdoor.warehouse.opening import open_warehouse
from tests.unit.answers.told_pilots import (
    BEFORE,
    FIRST,
    LONG_WAITS,
    MONDAYS_AT_8,
    PLANNED,
    held,
    pilot,
    plan,
    series,
    unknown,
    waves,
)

HOUSING = Where(services=("housing",))
RESOLVED = PilotOutcome("used", "Resolved", "first_contact_resolution_recorded", Role.SECONDARY, HOUSING)
WAIT = PilotOutcome("used", "Wait", "average_speed_of_answer", Role.SECONDARY, HOUSING)


def housing(**given: object) -> PilotPlan:
    return plan(
        **(
            {"where": HOUSING, "added": None, "outcomes": (replace(LONG_WAITS, where=HOUSING, comparison=None),)}
            | given
        )
    )


def steps(before: float, during: float, weeks: int = PLANNED, spread: float = 0.01) -> np.ndarray:
    return waves(BEFORE + weeks, 0, spread, 4) + np.repeat([before, during], [BEFORE, weeks])


def test_figures_of_many_weeks_are_weighed_by_their_people() -> None:
    """Two weeks of 10% of 300 and 50% of 100 come to 80 of 400, which is 20% and not 30%."""
    made = series(RESOLVED, np.array([0.1, 0.5]), first=0, denominator=np.array([300.0, 100.0]))
    assert before_and_during(made)[1].value == pytest.approx(0.2)
    assert level_and_number(before_and_during(made)[1], Unit.SHARE) == "20% of 400"


def test_a_level_of_too_few_is_not_said() -> None:
    made = series(RESOLVED, np.array([0.5, 0.5]), first=1, denominator=np.array([0.0, 12.0]))
    before, during = before_and_during(made)
    assert level_and_number(before, Unit.SHARE) == "nobody"
    assert level_and_number(during, Unit.SHARE) == "too few to say, of 12"


def test_the_change_is_the_main_analysis() -> None:
    change = change_of(series(RESOLVED, steps(0.7, 0.8)), is_finished=True)
    assert change is not None
    assert change.effect.value == pytest.approx(0.1, abs=0.03)
    assert change.is_clear
    assert not change.is_plain


def test_where_weeks_are_too_few_a_share_has_its_plain_difference_and_a_wait_none() -> None:
    short = np.array([0.7] * 5 + [0.8] * 5)
    plain = change_of(series(RESOLVED, short, first=5), is_finished=True)
    wanted = newcombe_difference(400, 500, 350, 500)
    assert plain is not None
    assert wanted is not None
    assert plain.is_plain
    assert not plain.is_clear
    assert (plain.effect.low, plain.effect.high) == (pytest.approx(wanted.lower), pytest.approx(wanted.upper))
    assert change_of(series(WAIT, short * 100, first=5), is_finished=True) is None


def beside(outcome: PilotOutcome, own: float, whole: float) -> Fared:
    """Return 20 users among 100 a week in each of 12 weeks, weeks alternating a little."""
    wave = np.tile([0.0, 0.01], PLANNED // 2) * (1 if outcome is RESOLVED else 100)
    users = series(outcome, own + wave, first=0, denominator=np.full(PLANNED, 20.0))
    return Fared("Figure", users, all_day=series(outcome, np.full(PLANNED, whole), first=0))


def test_users_are_taken_out_of_the_day_before_they_stand_beside_it() -> None:
    """20 users of whom 90% and a day of 100 of whom 74% leave 80 others of whom 70%."""
    found = beside_others(beside(RESOLVED, 0.9, 0.74), is_finished=True)
    assert found is not None
    assert found.others.number == 80 * PLANNED
    assert found.others.value == pytest.approx(0.7, abs=0.005)
    assert found.difference is not None
    assert found.difference.is_clear


def test_waits_differ_by_the_mean_of_the_weeks() -> None:
    """Users wait 10 seconds, the day 50, so the other 80 wait 60: 50 seconds longer."""
    found = beside_others(beside(WAIT, 10.0, 50.0), is_finished=True)
    assert found is not None
    assert found.difference is not None
    assert found.difference.effect.value == pytest.approx(-49.4, abs=0.5)
    assert found.difference.effect.high is not None
    assert found.difference.effect.high < 0


def test_without_the_whole_day_nobody_stands_beside() -> None:
    assert beside_others(Fared("Figure", series(RESOLVED, steps(0.7, 0.8))), is_finished=True) is None


def test_tables_tell_users_from_whole_days() -> None:
    own = Fared("Avoidable contact", series(RESOLVED, steps(0.7, 0.8)))
    widened = Fared("Satisfaction", series(RESOLVED, steps(0.7, 0.7)), is_widened=True)
    titles = [table.title for table in fared_tables((own, widened, beside(RESOLVED, 0.9, 0.7)), pilot(unknown()))]
    assert titles == ["How those who used it fared", "How those who used it fared", "The whole of those days"]
    assert fared_tables((Fared("Satisfaction", None, reason="Nothing."),), pilot(unknown())) == ()


def test_the_answer_is_the_first_clear_change_of_users_and_never_of_whole_days() -> None:
    clear = Fared("Share sorted out", series(RESOLVED, steps(0.7, 0.8)))
    found = pilot(unknown())
    answer = answer_words((clear,), found)
    assert re.fullmatch(r"Share sorted out was [\d.]+ points higher for those who used it, which is better\.", answer)
    assert answer_words((replace(clear, is_widened=True),), found) == "We can’t tell those who used it from others."
    assert (
        answer_words((Fared("A", series(RESOLVED, steps(0.7, 0.7))),), found)
        == "Nothing clearly changed for those who used it."
    )
    assert answer_words((Fared("A", None),), found) == "We can’t say how those who used it fared."
    assert answer_words((), replace(found, state=State.BEFORE)) == "Nobody has used it yet."


def test_the_lead_names_how_many_came_and_what_is_missing() -> None:
    found = pilot(unknown(), opening=CountPerOpening(492, 12, Interval(37.0, 45.0), Interval(37.0, 45.0), None, False))
    assert used_words(found) == "41 contacts each time it was open (37 to 45), 492 in 12 openings."
    lead = lead_words((Fared("Average wait", None, reason="Waits are not kept."),), found)
    assert lead.endswith("Not recorded where it ran: average wait.")


def test_what_is_missing_says_why_and_what_to_collect() -> None:
    box = unknown_box((Fared("Satisfaction", None, reason="Surveys are not kept by time of day."),), NOT_BY_TIME)
    assert [line.label for line in box.lines][:2] == ["Satisfaction:", "Who they were:"]
    assert box.lines[-1].words.startswith("Waits are never cut by ward")


def test_groups_are_told_only_of_whole_months_of_a_pilot_without_hours(context: Context) -> None:
    assert why_not(plan(), context) == NOT_BY_TIME
    assert why_not(housing(first_day=date(2026, 3, 2), last_day=date(2026, 3, 30)), context) == NO_WHOLE_MONTH
    assert "Beacon only" in why_not(housing(where=Where(wards=("Beacon",))), context)
    told = housing(first_day=date(2026, 2, 1), last_day=date(2026, 4, 12))
    assert why_not(told, context) == ""
    assert months_of(told, context) == Period(date(2026, 2, 1), date(2026, 3, 31))
    assert months_of(housing(first_day=date(2026, 5, 5), last_day=date(2026, 4, 1)), context) is None


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """Return a council with housing contacts of two wards in March of two years: 30 and 70, then 60 and 40, and 3 of a third."""
    rows = [
        row
        for year, wards in ((2025, {"Ings": 30, "Beacon": 70}), (2026, {"Ings": 60, "Beacon": 40, "Hill": 3}))
        for row in _rows(year, wards)
    ]
    home = home_with(
        tmp_path_factory.mktemp("people"),
        Delivery(rows, covered_to=date(2026, 5, 31)),
        council=replace(COUNCIL, opt_in=("comment",)),
    )
    return Context(home, home.council, open_warehouse(home), open_register(home.folder), Audience.OFFICER)


def _rows(year: int, wards: dict[str, int]) -> list[Row]:
    places = [ward for ward, number in wards.items() for _ in range(number)]
    day = datetime(year, 3, 2, 10, 5)
    return [
        contact(f"{year}-{number}", day + timedelta(days=number % 28), service="housing", ward=ward)
        for number, ward in enumerate(places)
    ]


MARCH = {"first_day": date(2026, 3, 1), "last_day": date(2026, 3, 31)}


def test_groups_are_held_against_the_same_months_of_the_year_before(context: Context) -> None:
    wards = next(each for each in shares_of(housing(**MARCH), context) if each.attribute == "ward")
    found = {each.value: each for each in wards.groups}
    assert found["Ings"].before == pytest.approx(0.3)
    assert found["Ings"].change is not None
    assert found["Ings"].change[0] > 0.2
    assert found["Hill"].during is None  # three people: hidden
    assert found["Hill"].change is None


def test_small_groups_never_show(context: Context) -> None:
    made = housing(**MARCH)
    answer = people_of(pilot(unknown(made.primary), held=held(made)), context)
    tables = [table for section in answer.sections for table in section.tables]
    ward = next(table for table in tables if table.title == "By ward")
    assert "Hill" not in repr(ward.rows)
    assert "too few contacts to be shown" in ward.note
    assert not re.search(r"\bnan\b", repr(tables))


def test_the_view_of_an_hour_says_that_groups_are_not_known(context: Context) -> None:
    answer = people_of(pilot(unknown(), held=held(plan())), context)
    boxes = {box.title: box for section in answer.sections for box in section.boxes}
    assert NOT_BY_TIME in repr(boxes["What is not known, and what to collect"])


def test_a_plan_that_ends_before_it_starts_has_nothing_and_does_not_fail(context: Context) -> None:
    backwards = plan(first_day=FIRST, last_day=FIRST - timedelta(days=5))
    answer = people_of(pilot(unknown(), held=held(backwards)), context)
    assert answer.answer == "We can’t say how those who used it fared."
    assert all(each.series is None and each.reason for each in asked_about(backwards, context))


def test_where_a_pilot_ran_is_said_in_words(context: Context) -> None:
    assert where_words(MONDAYS_AT_8, context) == "Mondays, 8am to 9am, Phone"
    assert where_words(Where(), context) == "everywhere"


def words(comments: int, **used: int) -> Counts:
    return {None: comments, **used}


def test_a_word_that_more_comments_use_is_a_theme(context: Context) -> None:
    """'queue' in 5 of 100 and 30 of 100 comments: 25 points, beyond chance; 'bin' in 20 and 22 is not; 'the' never counts."""
    found = themes_among(words(100, queue=30, bin=22, the=90), words(100, queue=5, bin=20, the=20), context)
    assert isinstance(found, Themes)
    assert [each.word for each in found.more] == ["queue"]
    assert [each.word for each in found.common] == ["bin"]
    table = comments_part(found)
    assert isinstance(table, Table)
    assert table.rows[0].cells[:3] == ("queue", "30% (30)", "5% (5)")
    assert table.rows[0].result == "more often"
    assert table.rows[1].result == "no clear change"


def test_a_word_that_fell_silent_hides_how_few_still_use_it(context: Context) -> None:
    found = themes_among(words(200, rude=3, kind=40), words(200, rude=60, kind=41), context)
    assert isinstance(found, Themes)
    row = comments_part(found)
    assert isinstance(row, Table)
    assert row.rows[0].cells[:3] == ("rude", "fewer than 5", "30% (60)")
    assert row.rows[0].result == "less often"


def test_published_counts_of_words_are_rounded(context: Context) -> None:
    published = replace(context, audience=Audience.COMMITTEE)
    found = themes_among(words(100, queue=32), words(100, queue=11), published)
    assert isinstance(found, Themes)
    assert (found.more[0].during, found.more[0].before) == (30, 10)


@pytest.mark.parametrize(("now", "then"), [(19, 500), (500, 19), (0, 0)])
def test_too_few_comments_are_not_compared(now: int, then: int, context: Context) -> None:
    found = themes_among(words(now, queue=now), words(then, queue=then), context)
    assert isinstance(found, str)
    assert found.startswith("There are too few comments to compare")
    assert isinstance(comments_part(found), Box)


def test_nothing_is_found_where_nothing_changed(context: Context) -> None:
    """Of 200 words used alike in both years chance alone may bring a theme in about one pilot of twenty; this seed has none."""
    random = np.random.default_rng(3)
    used = {f"word{number}": int(random.binomial(300, 0.1)) for number in range(200)}
    was = {f"word{number}": int(random.binomial(900, 0.1)) for number in range(200)}
    found = themes_among({None: 300, **used}, {None: 900, **was}, context)
    assert isinstance(found, Themes)
    assert (found.more, found.less) == ((), ())


def test_comments_need_the_councils_decision(context: Context) -> None:
    closed = replace(context, council=replace(context.council, opt_in=()))
    assert themes_of(housing(**MARCH), closed) == NOT_KEPT
    assert "too few comments" in str(themes_of(housing(**MARCH), context))
