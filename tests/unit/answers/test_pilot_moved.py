"""What only moved: six of ten from the hour after, four new, nothing elsewhere; and what cannot be told is said to be so."""

from dataclasses import replace

import pytest
from pilot_home import EIGHT_TO_NINE, NINE_TO_TEN, every_day, held, opened_early, outcome, plan, rows_of

from frontdoor.answers.context import Context
from frontdoor.answers.pilot_found import PilotFound, Range, State
from frontdoor.answers.pilot_found_made import pilot_found
from frontdoor.answers.pilot_moved import moved_figure, moved_of
from frontdoor.answers.pilot_moved_changes import Moved
from frontdoor.answers.pilot_moved_weeks import Change
from frontdoor.answers.pilot_moved_words import (
    CAN_TELL_NOT,
    NO_HOUR,
    NO_PLACES,
    OUTSIDE,
    answer_words,
    displaced_box,
    new_words,
    share_words,
)
from frontdoor.answers.view_answer import ViewAnswer
from frontdoor.figure import Figure, Kind
from frontdoor.statistics.count_per_opening import CountPerOpening
from frontdoor.statistics.displacement import Displacement
from frontdoor.statistics.intervals import Interval
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.strategy.pilot_plan import Aim, Where
from tests.unit.answers.demand_home import demand_context
from tests.unit.answers.told_pilots import MONDAYS_AT_8, pilot, unknown
from tests.unit.answers.told_pilots import held as told_held
from tests.unit.answers.told_pilots import plan as told_plan

ADDED, WINDOW = Where((1,), EIGHT_TO_NINE), Where((1,), NINE_TO_TEN)
OPENING = CountPerOpening(480, 12, Interval(36.5, 43.7), Interval(36.5, 43.7), None, False)


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    return demand_context(tmp_path_factory.mktemp("moved"), *rows_of(opened_early, every_day()))


@pytest.fixture(scope="module")
def found(context: Context) -> PilotFound:
    return pilot_found(held(plan(outcome(), added=ADDED, moved_from=WINDOW, aim=Aim.MOVE)), context)


@pytest.fixture(scope="module")
def answer(found: PilotFound, context: Context) -> ViewAnswer:
    return moved_of(found, context)


def figures(answer: ViewAnswer) -> dict[str, Figure]:
    return {figure.key: figure for section in answer.sections for figure in section.figures}


def told(displaced: object, **given: object) -> PilotFound:
    """Return a pilot that moved 40 contacts each Monday from 9am to 11am to 8am, or not."""
    made = told_plan(added=MONDAYS_AT_8, moved_from=Where((1,)), aim=Aim.MOVE)
    return pilot(unknown(), **({"held": told_held(made), "opening": OPENING, "displaced": displaced} | given))


def around_truth(change: str, truth: float) -> bool:
    """Return whether '−4.1 (−7.8 to −2.2)' holds the truth."""
    low, high = (float(end.replace("−", "-")) for end in change.partition("(")[2].rstrip(")").split(" to "))
    return low <= truth <= high


def words(box: object) -> str:
    return str(box)


def test_six_of_ten_only_moved(found: PilotFound, answer: ViewAnswer) -> None:
    assert isinstance(found.displaced, Displacement)
    assert found.displaced.share == pytest.approx(0.6, abs=0.15)
    assert share_words(found.displaced) in answer.answer


def test_the_half_hours_add_what_came_and_lose_what_moved(answer: ViewAnswer) -> None:
    figure = figures(answer)["pilot-moved-half-hours"]
    rows = {row["label"]: row for row in figure.frame.iter_rows(named=True)}
    assert figure.kind is Kind.STEPS
    assert [row["is_added"] for row in rows.values()] == [True, True, False, False]
    assert (rows["8am"]["value"], rows["8:30am"]["value"]) == (5.0, 5.0)
    assert rows["9am"]["value"] + rows["9:30am"]["value"] == pytest.approx(-6, abs=1.5)
    for label in ("9am", "9:30am"):
        assert rows[label]["low"] < rows[label]["value"] < rows[label]["high"] < 0


def test_the_day_gained_four_and_the_window_lost_six(answer: ViewAnswer) -> None:
    [table] = [table for section in answer.sections for table in section.tables]
    rows = {row.cells[0]: row.cells for row in table.rows}
    assert rows["Mondays 8am to 9am, the new hour"][1] == "closed"
    assert around_truth(rows["Mondays 9am to 10am"][3], -6)
    assert around_truth(rows["Mondays in all"][3], 4)
    assert "The week in all" in rows


def test_other_weekdays_show_no_real_change(answer: ViewAnswer) -> None:
    figure = figures(answer)["pilot-moved-weekdays"]
    assert figure.frame["label"].to_list() == ["Tuesdays", "Wednesdays", "Thursdays", "Fridays"]
    assert figure.headline == "Other weekdays: no real change"


def test_the_figure_alone_is_the_same(found: PilotFound, context: Context, answer: ViewAnswer) -> None:
    alone = moved_figure(found, context)
    assert alone is not None
    assert alone.frame.equals(figures(answer)["pilot-moved-half-hours"].frame)


def test_whether_moving_was_the_aim_is_said(answer: ViewAnswer) -> None:
    assert "Moving them was the aim." in figures(answer)["pilot-moved-half-hours"].sentence
    assert "what the pilot is for" in words(answer.sections[0].boxes)
    other = told(Displacement(0.6, 0.5, 0.7, 480.0), held=told_held(told_plan(aim=Aim.ADD)))
    assert "do not count for it" in words(displaced_box(other))


def test_a_pilot_that_adds_no_hour_says_so(context: Context) -> None:
    plain = moved_of(pilot_found(held(plan()), context), context)
    assert plain.answer == NO_HOUR
    assert "pilot-moved-half-hours" not in figures(plain)
    assert moved_figure(pilot_found(held(plan()), context), context) is None


def test_before_it_starts_nothing_is_drawn(context: Context) -> None:
    later = plan(first_day=context.as_at.replace(month=9), last_day=context.as_at.replace(month=11), added=ADDED)
    assert not figures(moved_of(pilot_found(held(later), context), context))


@pytest.mark.parametrize(
    ("displaced", "said"),
    [
        (Displacement(0.7, 0.55, 0.9, 480.0), "Most of the new hour’s contacts only moved there: 70% (55% to 90%)."),
        (Displacement(0.2, -0.1, 0.4, 480.0), "Most of the new hour’s contacts were new; 20% (−10% to 40%) only moved there."),
        (Displacement(0.5, 0.2, 0.8, 480.0), "Some of the new hour’s contacts only moved there: 50% (20% to 80%), so it may be few or most."),
        (Displacement(0.5, None, None, 480.0), "Nobody can tell how many of the new hour’s contacts only moved there."),
        (Displacement(None, None, None, 480.0), "Nobody can tell how many of the new hour’s contacts only moved there."),
        (Reason.NO_CONTROL, "Nobody can tell how many of the new hour’s contacts only moved there."),
    ],
)  # fmt: skip
def test_the_answer_is_no_surer_than_the_interval(displaced: object, said: str) -> None:
    assert answer_words(told(displaced)) == said


def test_while_it_runs_it_is_too_early_to_say() -> None:
    early = told(Displacement(0.7, 0.55, 0.9, 480.0), state=State.RUNNING)
    assert answer_words(early) == "Too early to say how many only moved there; so far 70% (55% to 90%)."


def test_an_interval_without_end_says_so() -> None:
    open_ended = displaced_box(told(Displacement(0.5, None, None, 480.0)))
    assert "no limit known to no limit known" in words(open_ended)
    assert CAN_TELL_NOT in words(open_ended)
    assert OUTSIDE in words(displaced_box(told(Displacement(0.8, 0.3, 1.4, 480.0))))
    assert OUTSIDE not in words(displaced_box(told(Displacement(0.6, 0.5, 0.7, 480.0))))


def test_new_contacts_are_told_each_time_it_was_open() -> None:
    """480 contacts in 12 openings, half of them new: 20 each time; between 4 and 32 by the ends."""
    assert new_words(Displacement(0.5, 0.2, 0.9, 480.0), 12) == "20 each time (4 to 32)"
    assert new_words(Displacement(0.5, 0.2, 1.1, 480.0), 12) == "20 each time (−4 to 32)"
    assert new_words(Displacement(0.5, None, None, 480.0), 12) == "20 each time (no limit known to no limit known)"
    assert new_words(Displacement(None, None, None, 480.0), 12) == "can’t be told"


def test_reasons_are_said() -> None:
    assert Reason.NOTHING_ADDED.value in words(displaced_box(told(Reason.NOTHING_ADDED)))
    assert NO_PLACES in words(displaced_box(told(None)))


def test_of_many_places_one_by_chance_is_no_real_change() -> None:
    places = tuple(
        Change(name, Range(-5.0, -9.0, -1.0), p=p) for name, p in (("a", 0.03), ("b", 0.4), ("c", 0.001), ("d", 0.9))
    )
    moved = Moved((), places[:2], places[2:], None, None, None)
    assert [moved.is_real(place) for place in places] == [False, False, True, False]
    assert replace(moved, channels=()).is_real(replace(places[0], p=0.02))


def test_while_it_runs_whiskers_are_99_7_and_say_so(context: Context) -> None:
    running = plan(last_day=context.as_at.replace(month=12), added=ADDED, moved_from=WINDOW)
    answer = moved_of(pilot_found(held(running), context), context)
    figure = figures(answer)["pilot-moved-half-hours"]
    assert figure.key_words[-1] == "99.7% range"
    assert "99.7% range" in figure.table.columns
    assert figure.headline == "Too early to say how many only moved there"
    assert answer.answer.startswith("Too early to say")
