"""How rows of summaries are read: a half-hour, day or month of one queue, its counts, and figures stated beside them."""

from frontdoor.intake import values
from frontdoor.intake.plan import Effect, Plan, Problem
from frontdoor.intake.quoting import literal
from frontdoor.intake.raw import Raw
from frontdoor.intake.rules import key_sql, put_date_problems, put_places, put_version, put_whole, put_words, rule_text
from frontdoor.intake.source_types import Form, Source, Threshold
from frontdoor.intake.stated import put_stated
from frontdoor.intake.times import Moment, Zones, put_moment
from frontdoor.schema.records import CONTACT_INTERVALS, INTERVAL_COUNTS
from frontdoor.schema.units import Channel, IntervalGrain

_WITHIN = ("calls_answered_within", "calls_abandoned_within")
_MINUTES = {30: IntervalGrain.HALF_HOUR, 60: IntervalGrain.DAY, 1440: IntervalGrain.DAY}
_DURATIONS = {
    "PT30M": IntervalGrain.HALF_HOUR,
    "PT1H": IntervalGrain.DAY,
    "PT60M": IntervalGrain.DAY,
    "P1D": IntervalGrain.DAY,
}
_HALF_HOUR_MINUTES = 30


def interval_plan(raw: Raw, source: Source, zones: Zones) -> Plan:
    """Return the plan that reads summaries.

    An hour counts on its day: no half-hour can be made of it.
    """
    plan = Plan(raw)
    plan.columns = {column.name: f"cast(null as {column.sql_type})" for column in CONTACT_INTERVALS.columns}
    plan.columns["interval_id"] = key_sql(plan, source)
    put_version(plan, source, zones)
    started = _put_started(plan, source, zones)
    put_places(plan, source)
    put_words(plan, source, "channel", {one.value: one.value for one in Channel}, is_needed=True)
    _put_grain(plan, source, started)
    for column in INTERVAL_COUNTS:
        put_whole(plan, source, column.name)
    _put_threshold(plan, source)
    put_stated(plan, source)
    _put_emptiness(plan, source, started)
    approximate = [plan.columns[name] for name, rule in source.columns.items() if rule.is_approximate]
    plan.columns["is_approximate"] = " or ".join(f"{sql} is not null" for sql in approximate) or "false"
    return plan


def _put_started(plan: Plan, source: Source, zones: Zones) -> Moment:
    rule = source.columns["started_local"]
    position = plan.raw.position(rule.names)
    assert position is not None, "the header was checked for the columns a source needs"
    text = f"split_part({plan.raw.text(position)}, '/', 1)" if rule.form is Form.INTERVAL_START else None
    started = put_moment(plan, "started", position, source.date_formats, zones, text=text)
    plan.columns["started_local"] = started.local
    plan.columns["activity_date"] = f"cast({started.local} as date)"
    put_date_problems(plan, started)
    return started


def _put_grain(plan: Plan, source: Source, started: Moment) -> None:
    rule = source.columns.get("grain")
    if rule is None:
        plan.columns["grain"] = literal(source.constants["grain"])
        return
    text = rule_text(plan, source, "grain")
    assert text is not None, "the header was checked for the columns a source needs"
    words = {one.value: one.value for one in IntervalGrain}
    value = _grain_of_interval(text) if rule.form is Form.INTERVAL_GRAIN else values.word(text, words)
    grain = plan.columns["grain"] = plan.put(0, "grain_value", value)
    position = plan.raw.position(rule.names)
    for name, predicate, reason in (
        ("bad_grain", f"{grain} is null", "not a half-hour, an hour, a day or a month"),
        ("uneven", _uneven(grain, started), "a half-hour that begins neither on the hour nor half past"),
        ("late_month", _late(grain, started), "a month that does not begin on the first"),
    ):
        plan.problems.append(Problem(name, Effect.REJECT, predicate, reason, "grain", position))


def _uneven(grain: str, started: Moment) -> str:
    is_half_hour = f"{grain} = '{IntervalGrain.HALF_HOUR}'"
    return f"coalesce({is_half_hour} and minute({started.local}) % {_HALF_HOUR_MINUTES} <> 0, false)"


def _late(grain: str, started: Moment) -> str:
    return f"coalesce({grain} = '{IntervalGrain.MONTH}' and day({started.local}) <> 1, false)"


def _grain_of_interval(text: str) -> str:
    """Return SQL for the grain of an ISO interval: start/end or start/duration."""
    start, end = f"split_part({text}, '/', 1)", f"split_part({text}, '/', 2)"
    minutes = f"date_diff('minute', try_cast({start} as timestamptz), try_cast({end} as timestamptz))"
    cases = "".join(f" when {minutes} = {size} then '{grain}'" for size, grain in _MINUTES.items())
    named = "".join(f" when {end} = '{name}' then '{grain}'" for name, grain in _DURATIONS.items())
    return f"case{named}{cases} end"


def _put_threshold(plan: Plan, source: Source) -> None:
    """Read the threshold from the file, else from the source; without one the counts within it mean nothing."""
    put_whole(plan, source, "threshold_seconds")
    if source.thresholds and "threshold_seconds" not in source.columns:
        cases = " ".join(f"when {_applies(plan, one)} then {one.seconds}" for one in source.thresholds)
        plan.columns["threshold_seconds"] = plan.put(8, "threshold_of_source", f"cast(case {cases} end as bigint)")
    for name in _WITHIN:
        plan.columns[name] = f"case when {plan.columns['threshold_seconds']} is not null then {plan.columns[name]} end"


def _applies(plan: Plan, threshold: Threshold) -> str:
    day = plan.columns["activity_date"]
    tests = ["true"]
    if threshold.queue:
        tests.append(f"{plan.columns['queue']} = {literal(threshold.queue)}")
    if threshold.from_date:
        tests.append(f"{day} >= date '{threshold.from_date}'")
    if threshold.before_date:
        tests.append(f"{day} < date '{threshold.before_date}'")
    return " and ".join(tests)


def _put_emptiness(plan: Plan, source: Source, started: Moment) -> None:
    """Refuse a row without a single figure: a month still to come."""
    names = [column.name for column in INTERVAL_COUNTS if column.name in source.columns]
    figures = [plan.columns[name] for name in names] + [
        plan.columns[f"stated_{index}_value"] for index in range(len(source.stated))
    ]
    nothing = " and ".join(f"{figure} is null" for figure in figures)
    plan.problems.append(
        Problem("no_figures", Effect.REJECT, f"({nothing})", "the row holds no figures yet", "", started.position)
    )
