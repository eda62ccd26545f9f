"""A step where the recording changed is never called a change of what people do."""

from datetime import date

from frontdoor.answers.answer import Point
from frontdoor.answers.change import change_of, chart_frame, charted
from frontdoor.periods import add_months
from frontdoor.schema.units import Better

START = date(2025, 1, 1)
WOBBLE = (0.01, -0.02, 0.0, 0.02, -0.01, 0.0, 0.015, -0.015, 0.01, 0.0, -0.01)


def stepped(months: int, step_at: int) -> tuple[Point, ...]:
    """Return months about 0.5, and about 0.8 from the one at `step_at` on."""
    values = [(0.8 if at >= step_at else 0.5) + WOBBLE[at % len(WOBBLE)] for at in range(months)]
    return tuple(Point(add_months(START, at), value, value * 100, 100.0) for at, value in enumerate(values))


def test_a_step_without_a_reason_is_a_change() -> None:
    assert change_of(stepped(20, 12), Better.HIGHER).direction == "better"


def test_a_step_where_the_recording_changed_is_none() -> None:
    change = change_of(stepped(20, 12), Better.HIGHER, add_months(START, 12))
    assert (change.direction, change.words) == ("none", "No real change")


def test_months_since_a_change_of_recording_can_be_too_few_to_judge() -> None:
    change = change_of(stepped(20, 16), Better.HIGHER, add_months(START, 16))
    assert change.words == "Too soon to say"
    assert change.detail == "Fewer than six months since the recording changed."


def test_the_months_before_are_drawn_without_limits() -> None:
    trend = stepped(20, 12)
    frame = chart_frame(trend, charted(trend, Better.HIGHER, judged_from=add_months(START, 12)))
    assert frame["value"].null_count() == 0
    assert frame["upper_limit"].null_count() == 12
    assert set(frame["point_type"].drop_nulls()) == {"common_cause"}
