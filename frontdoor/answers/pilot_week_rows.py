"""A pilot's weeks as a table: what was seen, what was to be expected without it, and what a look after each week said."""

from collections.abc import Mapping

import numpy as np

from frontdoor.answers.pilot_changed_words import possible
from frontdoor.answers.pilot_effect_words import effect_words, level_words, ways_of
from frontdoor.answers.pilot_found import OutcomeFound
from frontdoor.answers.pilot_looks_seen import LookSeen
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.answers.view_answer import Row, Table
from frontdoor.measures.formatting import NOTHING, format_date
from frontdoor.schema.units import Unit
from frontdoor.statistics.interrupted_series import Counterfactual
from frontdoor.statistics.pilot_verdict import Verdict

NOT_KNOWN = "not known"  # no record, or so few people that they are hidden
LEFT_OUT, HOLIDAY = "left out", "bank holiday"
MAY_STOP, PLANNED_END = "sure enough to stop", "the planned end"
NOTE = (
    "Expected is what the weeks before, and the comparison where there is one, lead to expect of a single week without the pilot; "
    "19 weeks in 20 would lie in its range. One week outside it shows little by itself. The change so far is of all weeks up to then, "
    "with a 99.7% range, 95% at the planned end."
)


def weeks_table(found: OutcomeFound, looks: tuple[LookSeen, ...], title: str) -> tuple[Table, ...]:
    """Return the pilot's weeks in one table, each with its look where there was one; nothing where no week is recorded."""
    series = found.series
    if series is None or series.weeks.first >= series.weeks.number:
        return ()
    by_week = {look.week: look for look in looks}
    rows = tuple(_row(place, found, series, by_week) for place in range(series.weeks.first, series.weeks.number))
    columns = ("Week beginning", "Seen", "Expected without it (range)", "Change so far (range)")
    return (Table(title, columns, rows, NOTE, result_head="What the look said"),)


def _row(place: int, found: OutcomeFound, series: OutcomeSeries, looks: Mapping[int, LookSeen]) -> Row:
    measure = series.measure
    value = float(series.values[place])
    seen = NOT_KNOWN if np.isnan(value) else level_words(value, measure.unit)
    look = looks.get(place - series.weeks.first + 1)
    change = NOTHING if look is None else effect_words(look.effect, measure.unit, ways_of(measure))
    cells = (format_date(series.starts[place]), seen, _expected(place, found, measure.unit), change)
    return Row(cells, _verdict(look), result=_result(look), detail=_beside(place, series))


def _verdict(look: LookSeen | None) -> Verdict | None:
    return None if look is None or look.may_stop or look.is_planned_end else Verdict.TOO_EARLY


def _result(look: LookSeen | None) -> str:
    if look is None or not (look.may_stop or look.is_planned_end):
        return ""
    return PLANNED_END if look.is_planned_end else MAY_STOP


def _expected(place: int, found: OutcomeFound, unit: Unit) -> str:
    expected = found.expected
    if not isinstance(expected, Counterfactual):
        return NOTHING
    ends = [float(each[place]) for each in (expected.expected, expected.week_lower, expected.week_upper)]
    if not np.isfinite(ends).all():
        return NOTHING
    middle, low, high = (level_words(possible(end, unit), unit) for end in ends)
    return f"{middle} ({low} to {high})"


def _beside(place: int, series: OutcomeSeries) -> str:
    """Return the number of the week and what else touched it: events, bank holidays, and whether it is left out."""
    said = [f"week {place - series.weeks.first + 1}"]
    said += dict.fromkeys(event.label for event in series.events if event.weeks[place])
    said += [HOLIDAY] if any(column[place] for column in series.weeks.holidays) else []
    left_out = series.weeks.left_out
    said += [LEFT_OUT] if left_out is not None and left_out[place] else []
    return ", ".join(said)
