"""A measure's thresholds and a council's decisions as the lists of structs that questions take, [from_date, before_date)."""

from collections.abc import Iterable
from datetime import date

from frontdoor.errors import CannotTellError
from frontdoor.measures.measure import Parameter
from frontdoor.schema.clock_marts import Clock
from frontdoor.strategy.council import Council
from frontdoor.strategy.dated import OPEN_ENDED, Dated, stretches
from frontdoor.strategy.strategy import PromisedMeasure, Value

Row = dict[str, str | int | float | date | None]
"""One struct of a parameter; `queue` None is every queue that has no rows of its own."""

CLOCK_OF_MEASURE = {
    "replied_in_time": "first_reply",
    "completed_by_promised_date": "completion",
    "median_days_to_complete": "completion",
    "acknowledged_in_time": "acknowledgement_1",
    "stage_1_in_time": "response_1",
    "stage_2_in_time": "response_2",
}
"""The clock a measure reads when nobody says otherwise: its definition says replies or completion."""

CONTACT_CLOCKS = (Clock.FIRST_REPLY.value, Clock.COMPLETION.value)

THRESHOLDS = (Parameter.WITHIN_SECONDS, Parameter.SHORT_ABANDON_SECONDS)
"""Parameters that are rungs of the waits ladder."""


def limits(promised: PromisedMeasure) -> list[Row]:
    """Return $limits: queue, from_date, before_date, within_seconds; empty when the measure has no threshold."""
    return _rows(promised, Parameter.WITHIN_SECONDS, "within_seconds")


def short_limits(promised: PromisedMeasure) -> list[Row]:
    """Return $short_limits, in the shape of $limits; empty when no short-abandon limit is declared."""
    return _rows(promised, Parameter.SHORT_ABANDON_SECONDS, "within_seconds")


def promised_working_days(promised: PromisedMeasure) -> list[Row]:
    """Return $promised: queue, from_date, before_date, working_days; empty means each case's own stated due date."""
    return _rows(promised, Parameter.PROMISED_WORKING_DAYS, "working_days")


def acknowledged_within(promised: PromisedMeasure) -> list[Row]:
    """Return $acknowledged_within: queue, from_date, before_date, working_days; empty where nothing is promised of it."""
    return _rows(promised, Parameter.ACKNOWLEDGED_WITHIN, "working_days")


def longest_extension(promised: PromisedMeasure, on: date = OPEN_ENDED) -> int | None:
    """Return $longest_extension in working days, in force `on`; None where extensions count as granted."""
    days = latest(promised, Parameter.LONGEST_EXTENSION, on)
    return None if days is None else int(days)


def _rows(promised: PromisedMeasure, parameter: Parameter, name: str) -> list[Row]:
    decisions = (Dated(each.queue, each.from_date, each.value) for each in promised.parameters.get(parameter, ()))
    return [
        {"queue": each.queue, "from_date": each.from_date, "before_date": each.before_date, name: int(each.values[-1])}
        for each in stretches(decisions)
    ]


def latest(promised: PromisedMeasure, parameter: Parameter, on: date = OPEN_ENDED) -> Value | None:
    """Return the value for every queue in force `on` (the last of all without it); None where there is none."""
    values = [each for each in promised.parameters.get(parameter, ()) if each.queue is None and each.from_date <= on]
    return max(values, key=lambda each: each.from_date).value if values else None


def within_days(promised: PromisedMeasure, on: date = OPEN_ENDED) -> int:
    """Return $within_days in force `on`; raise CannotTellError when nobody set a number of days."""
    days = latest(promised, Parameter.WITHIN_DAYS, on)
    if days is None:
        raise CannotTellError("Nobody has set the number of days to look ahead for this measure.")
    return int(days)


def clock(promised: PromisedMeasure, on: date = OPEN_ENDED) -> str:
    """Return $clock: the one the measure was given, else the one its definition names; '' when it reads none."""
    named = latest(promised, Parameter.CLOCK, on)
    return str(named) if named is not None else CLOCK_OF_MEASURE.get(promised.measure, "")


def clocks_for(measure: str) -> tuple[str, ...]:
    """Return the clocks a measure can be given: those of contacts, or the same clock of either stage of a complaint."""
    usual = CLOCK_OF_MEASURE[measure]
    if usual in CONTACT_CLOCKS:
        return CONTACT_CLOCKS
    stem = usual.partition("_")[0]
    return tuple(each.value for each in Clock if each.value.startswith(stem))


def digital_channels(council: Council) -> list[Row]:
    """Return $digital_channels: channel, from_date, before_date."""
    return [
        {"channel": each.channel.value, "from_date": each.from_date, "before_date": each.before_date or OPEN_ENDED}
        for each in council.digital_channels
    ]


def unit_costs(council: Council) -> list[Row]:
    """Return $unit_costs: channel, from_date, before_date, low_pence, pence, high_pence."""
    return [
        {
            "channel": each.channel.value,
            "from_date": each.from_date,
            "before_date": each.before_date or OPEN_ENDED,
            "low_pence": each.low_pence,
            "pence": each.pence,
            "high_pence": each.high_pence,
        }
        for each in council.unit_costs
    ]


def opening(council: Council) -> list[Row]:
    """Return $opening: queue, weekday 1 to 8, from_date, before_date, from_half_hour, before_half_hour.

    The opening hours of one queue and day form a whole timetable: a weekday (8 is a bank holiday) it leaves out is closed, and the next
    timetable replaces all of it.
    """
    timetables = stretches(Dated(each.queue, each.from_date, each) for each in council.openings)
    return [
        {
            "queue": each.queue,
            "weekday": hours.weekday,
            "from_date": each.from_date,
            "before_date": each.before_date,
            "from_half_hour": hours.from_half_hour,
            "before_half_hour": hours.before_half_hour,
        }
        for each in timetables
        for hours in each.values
    ]


def extra_thresholds(council: Council) -> tuple[int, ...]:
    """Return every threshold and short-abandon limit strategy or council ever named, in seconds, ascending, each once."""
    return tuple(sorted(set(_thresholds((*council.strategy.measures, *council.measures)))))


def _thresholds(measures: Iterable[PromisedMeasure]) -> Iterable[int]:
    for promised in measures:
        for parameter in THRESHOLDS:
            yield from (int(each.value) for each in promised.parameters.get(parameter, ()))
