"""A pilot week by week: what each look said, too early or not, the guards so far, and weeks that are not known."""

import re
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from small_warehouse import COUNCIL, Delivery, contact, home_with

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.pilot_found import OutcomeFound, PilotFound, State
from frontdoor.answers.pilot_looks_seen import first_stop, looks_of
from frontdoor.answers.pilot_running import running_of
from frontdoor.answers.pilot_running_words import (
    NO_GUARDS,
    answer_words,
    failed_guards,
    guards_box,
    guards_table,
    lead_words,
    starts_words,
)
from frontdoor.answers.pilot_week_rows import NOT_KNOWN, weeks_table
from frontdoor.answers.view_answer import ViewAnswer
from frontdoor.register.register import open_register
from frontdoor.statistics.pilot_looks import weekly_looks
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_scale import Scale
from frontdoor.statistics.pilot_verdict import Verdict
from frontdoor.statistics.pilot_weeks import PilotWeeks
from frontdoor.strategy.pilot_plan import PilotOutcome, Role
from frontdoor.warehouse.opening import open_warehouse
from tests.unit.answers.told_pilots import (
    BEFORE,
    FIRST,
    GUARD,
    LONG_WAITS,
    MONDAYS_AT_8,
    PLANNED,
    found_of,
    held,
    pilot,
    plan,
    series,
    unknown,
    waves,
)


def run(effect: float, weeks: int = PLANNED, outcome: PilotOutcome = LONG_WAITS, spread: float = 0.02) -> OutcomeFound:
    values = waves(BEFORE + weeks, 0.7, spread, 11)
    values[BEFORE:] += effect
    return found_of(series(outcome, values), is_finished=weeks == PLANNED)


def looks(found: OutcomeFound) -> tuple[object, ...]:
    assert found.series is not None
    return looks_of(found.series)


def going(found: OutcomeFound, weeks: int, *guards: OutcomeFound) -> PilotFound:
    return pilot(found, *guards, state=State.RUNNING if weeks < PLANNED else State.FINISHED, weeks=weeks)


def test_looks_are_the_statistics_own_from_the_fourth_week_to_the_planned_end() -> None:
    found = run(0.1)
    assert found.series is not None
    seen, wanted = looks_of(found.series), weekly_looks(found.series.question, PLANNED)
    assert [look.week for look in seen] == list(range(4, 13))
    assert [look.effect.value for look in seen] == pytest.approx([look.effect for look in wanted])
    assert seen[-1].is_planned_end


def test_a_large_effect_could_have_stopped_it_and_the_end_is_not_a_stop() -> None:
    found = run(0.2)
    stop = first_stop(looks_of(found.series))  # type: ignore[arg-type]
    assert stop is not None
    assert stop.week < PLANNED
    whole = going(found, PLANNED)
    assert answer_words(whole, looks_of(found.series)) == f"It could have been stopped after week {stop.week} of 12."  # type: ignore[arg-type]


def test_without_an_effect_no_look_stops_it() -> None:
    found = run(0.0)
    assert found.series is not None
    seen = looks_of(found.series)
    assert first_stop(seen) is None
    assert answer_words(going(found, PLANNED), seen) == "No look before the end was sure enough to stop it."
    table = weeks_table(found, seen, "Looks")[0]
    assert [row.verdict for row in table.rows] == [None] * 3 + [Verdict.TOO_EARLY] * 8 + [None]
    assert table.rows[-1].result == "the planned end"


def test_while_it_runs_it_is_too_early_to_say_unless_it_is_met() -> None:
    small, large = run(0.0, weeks=6), run(0.3, weeks=6)
    assert answer_words(going(small, 6), looks_of(small.series)) == "Too early to say, after 6 of 12 weeks."  # type: ignore[arg-type]
    assert answer_words(going(large, 6), looks_of(large.series)) == "It may be stopped early, after 6 of 12 weeks."  # type: ignore[arg-type]


def test_before_the_fourth_week_there_is_no_look() -> None:
    found = run(0.3, weeks=3)
    assert found.series is not None
    assert looks_of(found.series) == ()
    assert lead_words(going(found, 3), ()).endswith("The first look is after week 4.")


def test_the_lead_says_before_and_during_and_the_last_look() -> None:
    found = run(0.1, weeks=6)
    assert found.series is not None
    lead = lead_words(going(found, 6), looks_of(found.series))
    assert lead.startswith("Answered within 5 minutes, Mondays 9am to 11am: 70% before, 81% during.")
    assert "after week 6" in lead
    assert lead.endswith("99.7% range.")


def test_a_guard_that_fails_is_named_first() -> None:
    worse = run(-0.3, weeks=8, outcome=GUARD)
    found = going(run(0.0, weeks=8), 8, worse)
    assert failed_guards(found) == [GUARD.label]
    assert answer_words(found, ()) == f"A guard has failed: {GUARD.label}."


def test_guards_have_their_margin_and_their_change() -> None:
    table = guards_table(going(run(0.0), PLANNED, run(0.0, outcome=GUARD)))[0]
    assert table.title == "Guards"
    assert table.rows[0].cells[1] == "2 points"
    assert table.rows[0].verdict in tuple(Verdict)
    assert guards_table(going(run(0.0), PLANNED)) == ()


def test_a_guard_that_could_not_be_asked_says_why() -> None:
    broken = unknown(GUARD, "Surveys are not kept by time of day.")
    row = guards_table(going(run(0.0), PLANNED, broken))[0].rows[0]
    assert row.cells[2] == "Surveys are not kept by time of day"
    assert row.verdict is None


def test_a_plan_without_guards_is_told_so() -> None:
    bare = pilot(run(0.0), held=held(plan(outcomes=(LONG_WAITS,))))
    box = guards_box(bare)
    assert box is not None
    assert box.lines[0].words == NO_GUARDS
    assert guards_box(pilot(run(0.0))) is None


def test_each_week_has_what_was_seen_and_what_was_expected() -> None:
    found = run(0.1)
    rows = weeks_table(found, (), "Weeks")[0].rows
    assert len(rows) == PLANNED
    assert rows[0].cells[0] == "8 September 2025"
    assert all("(" in row.cells[2] for row in rows)


def test_a_week_without_a_record_is_not_known_and_a_holiday_is_named() -> None:
    values = waves(BEFORE + PLANNED, 0.7, 0.02, 11)
    values[BEFORE + 2] = np.nan
    holidays = np.zeros(BEFORE + PLANNED)
    holidays[[5, 20, BEFORE + 4]] = 1.0
    left_out = np.zeros(BEFORE + PLANNED, dtype=np.bool_)
    left_out[BEFORE] = True
    weeks = PilotWeeks(BEFORE + PLANNED, BEFORE, (holidays,), left_out)
    rows = weeks_table(found_of(series(LONG_WAITS, values, weeks=weeks)), (), "Weeks")[0].rows
    assert rows[2].cells[1] == NOT_KNOWN
    assert rows[4].detail == "week 5, bank holiday"
    assert rows[0].detail == "week 1, left out"
    assert "nan" not in repr(rows)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        (np.zeros(BEFORE + PLANNED), Reason.ALWAYS_ZERO),
        (np.full(BEFORE + PLANNED, 0.5), Reason.CONSTANT),
        (np.concatenate([np.full(BEFORE, np.nan), waves(PLANNED, 0.7, 0.1, 1)]), Reason.NO_BASELINE),
    ],
)  # fmt: skip
def test_weeks_that_cannot_be_judged_are_shown_all_the_same(values: np.ndarray, reason: Reason) -> None:
    found = found_of(series(LONG_WAITS, values))
    whole = going(found, PLANNED)
    assert looks(found) == ()
    assert answer_words(whole, ()) == "Its weeks can be shown but not judged."
    assert lead_words(whole, ()).endswith(reason.value)
    assert "nan" not in repr(weeks_table(found, (), "Weeks"))


def test_an_outcome_of_which_nothing_is_recorded_has_no_weeks_but_its_reason() -> None:
    whole = going(unknown(), PLANNED)
    assert weeks_table(unknown(), (), "Weeks") == ()
    assert lead_words(whole, ()) == f"{LONG_WAITS.label}: Times of day are not recorded by ward."


def test_a_count_on_its_logarithm_is_told_in_contacts() -> None:
    calls = PilotOutcome("calls", "Calls", "calls_answered", Role.PRIMARY, MONDAYS_AT_8, worthwhile=30.0)
    values = waves(BEFORE + PLANNED, 100, 5, 2)
    values[BEFORE:] += 60
    seen = looks_of(series(calls, values, scale=Scale.LOG))
    assert all(40 < look.effect.value < 80 for look in seen)


def test_a_pilot_that_has_not_started_says_when_and_when_it_is_looked_at() -> None:
    answer, lead = starts_words(pilot(unknown(), state=State.BEFORE, weeks=0))
    assert answer == "It starts on 8 September 2025."
    assert lead.startswith("12 weeks are planned, to 30 November 2025. The first look is after week 4")
    short = pilot(unknown(), state=State.BEFORE, weeks=0, planned_weeks=3)
    assert starts_words(short)[1].endswith("It is too short for a look before its end.")


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    home = home_with(
        tmp_path_factory.mktemp("running"), Delivery([contact(1)], covered_to=date(2026, 5, 31)), council=COUNCIL
    )
    return Context(home, home.council, open_warehouse(home), open_register(home.folder), Audience.OFFICER)


def shown(found: PilotFound, context: Context) -> ViewAnswer:
    answer = running_of(found, context)
    assert not re.search(
        r"\bnan\b", repr([answer.answer, answer.lead, answer.facts, *(each.tables for each in answer.sections)])
    )
    return answer


def test_the_view_of_a_running_pilot_holds_weeks_looks_guards_and_cost(context: Context) -> None:
    answer = shown(going(run(0.1, weeks=6), 6, run(0.0, weeks=6, outcome=GUARD)), context)
    titles = [table.title for section in answer.sections for table in section.tables]
    assert titles == ["What each look says", "Guards so far"]
    assert [fact.value for fact in answer.facts] == ["6 of 12", "£828 (£720 to £900)"]
    assert [figure.kind for section in answer.sections for figure in section.figures] == ["counterfactual"]


def test_the_view_of_a_pilot_to_come_holds_when_it_starts_and_what_it_costs(context: Context) -> None:
    answer = shown(pilot(replace(unknown(), trouble=""), state=State.BEFORE, weeks=0), context)
    assert answer.answer.startswith("It starts on")
    assert [box.title for section in answer.sections for box in section.boxes] == ["How often we may look", "Cost"]
    assert FIRST.isoformat() not in answer.basis  # dates are said in words


def test_the_view_of_nothing_recorded_still_stands(context: Context) -> None:
    answer = shown(going(unknown(), PLANNED), context)
    assert answer.answer == "Its weeks can be shown but not judged."
