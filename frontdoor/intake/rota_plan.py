"""How rows of a rota are read: so many people on duty in a half-hour, or a shift with its start, end and break."""

from frontdoor.intake import values
from frontdoor.intake.local_days import put_own_day
from frontdoor.intake.people import hide_personal, put_worker
from frontdoor.intake.plan import Effect, Plan, Problem
from frontdoor.intake.quoting import literal
from frontdoor.intake.raw import Raw
from frontdoor.intake.rota_times import FIRST_LEVEL, SETTLED, RotaTime, put_rota_time, refuse, refuse_bad_time
from frontdoor.intake.rules import UNKNOWN, key_sql, put_text, put_text_or, put_version, put_words, rule_text
from frontdoor.intake.source_types import Source
from frontdoor.intake.times import Zones
from frontdoor.schema.records import KINDS
from frontdoor.schema.rotas import EVERY_SERVICE, MOST_ON_DUTY
from frontdoor.schema.units import Channel
from frontdoor.strategy.council import Council

_HALF_HOUR_MINUTES = 30
_HOURS_IN_A_DAY = 24


def rota_half_hours_plan(raw: Raw, source: Source, zones: Zones, council: Council) -> Plan:
    """Return the plan that reads people on duty by half-hour; date, half-hour, service, queue and channel are the key."""
    plan = _begun(raw, source, zones, council)
    day = put_own_day(plan, source, zones)
    start = put_rota_time(plan, source, zones, "start", day)
    refuse_bad_time(plan, start, is_needed=True, is_told_twice=False)
    columns = plan.columns
    columns["activity_date"] = f"cast({start.local} as date)"
    columns["half_hour"] = f"cast(hour({start.local}) * 2 + minute({start.local}) // {_HALF_HOUR_MINUTES} as bigint)"
    is_uneven = f"(minute({start.local}) % {_HALF_HOUR_MINUTES} <> 0 or second({start.local}) <> 0)"
    reason = "a half-hour begins on the hour or at half past"
    refuse(plan, "uneven", f"coalesce({is_uneven}, false)", reason, start.at)
    _put_agents(plan, source)
    parts = ("activity_date", "half_hour", "service", "queue", "channel")
    columns["rota_id"] = f"concat_ws('|', {', '.join(columns[part] for part in parts)})"
    hide_personal(plan, source)
    return plan


def rota_shifts_plan(raw: Raw, source: Source, zones: Zones, council: Council) -> Plan:
    """Return the plan that reads shifts; an end that comes before its start on the clock is on the next day."""
    plan = _begun(raw, source, zones, council)
    plan.columns["shift_id"] = key_sql(plan, source)
    day = put_own_day(plan, source, zones)
    start = put_rota_time(plan, source, zones, "start", day)
    end = put_rota_time(plan, source, zones, "end", start.given, level=FIRST_LEVEL + 1)
    for time in (start, end):
        refuse_bad_time(plan, time, is_needed=True)
    plan.columns |= {
        "activity_date": f"cast({start.local} as date)",
        "ended_date": f"cast({end.local} as date)",
        "started_local": start.local,
        "ended_local": end.local,
        "started_at": start.utc,
        "ended_at": end.utc,
    }
    _refuse_impossible_shift(plan, start, end)
    _put_break(plan, source, zones, (start, end))
    put_text(plan, source, "team")
    put_worker(plan, source)
    _put_people(plan, source)
    hide_personal(plan, source)
    return plan


def _begun(raw: Raw, source: Source, zones: Zones, council: Council) -> Plan:
    """Return a plan with the version and the place read: both kinds have them."""
    plan = Plan(raw)
    plan.columns = {column.name: f"cast(null as {column.sql_type})" for column in KINDS[source.kind].columns}
    put_version(plan, source, zones)
    _put_service(plan, source, council)
    put_text_or(plan, source, "queue", UNKNOWN)
    put_words(plan, source, "channel", {one.value: one.value for one in Channel})
    plan.columns["channel"] = f"coalesce({plan.columns['channel']}, {literal(Channel.PHONE.value)})"
    return plan


def _put_service(plan: Plan, source: Source, council: Council) -> None:
    """Read the service, by its key or its label; none is every service. A council that lists no services takes any word."""
    put_text(plan, source, "service")
    said = plan.columns["service"]
    plan.columns["service"] = f"coalesce({said}, {literal(EVERY_SERVICE)})"
    if not council.services:
        return
    keys = {EVERY_SERVICE: EVERY_SERVICE} | {service.key: service.key for service in council.services}
    labels = {service.label: service.key for service in council.services}
    known = plan.put(2, "service_known", values.word(said, labels | keys))
    plan.columns["service"] = f"case when {said} is null then {literal(EVERY_SERVICE)} else {known} end"
    reason = "no service of the council is known by this word"
    bad = f"({said} is not null and {known} is null)"
    position = plan.raw.position(source.columns["service"].names) if "service" in source.columns else None
    plan.problems.append(
        Problem(
            "unknown_service", Effect.REJECT, bad, reason, "service", position, is_vocabulary=True, known=tuple(keys)
        )
    )


def _put_agents(plan: Plan, source: Source) -> None:
    text = rule_text(plan, source, "agents") or "cast(null as varchar)"
    rule = source.columns["agents"]
    value = plan.put(0, "agents_value", f"({values.number(text, rule.form)}) * {rule.scale!r}")
    plan.columns["agents"] = value
    position = plan.raw.position(rule.names)
    refuse(plan, "no_agents", f"{text} is null", "the row does not say how many are on duty", ("agents", position))
    is_sound = f"coalesce({value} between 0 and {MOST_ON_DUTY}, false)"
    reason = f"not a number of people from 0 to {MOST_ON_DUTY:,}"
    refuse(plan, "bad_agents", f"({text} is not null and not {is_sound})", reason, ("agents", position))


def _put_people(plan: Plan, source: Source) -> None:
    """Read how many work the shift: 1 where nothing is said, 0 where it fell out; one that names its worker is one person's."""
    plan.columns["people"] = "cast(1 as bigint)"
    text = rule_text(plan, source, "people")
    if text is None:
        return
    value = plan.put(0, "people_value", f"try_cast({text} as double)")
    plan.columns["people"] = f"cast(coalesce({value}, 1) as bigint)"
    position = plan.raw.position(source.columns["people"].names)
    is_sound = f"coalesce({value} between 0 and {MOST_ON_DUTY} and {value} = floor({value}), false)"
    reason = f"not a whole number of people from 0 to {MOST_ON_DUTY:,}"
    refuse(plan, "bad_people", f"({text} is not null and not {is_sound})", reason, ("people", position))
    named = f"coalesce({value} > 1 and {plan.columns['worker']} is not null, false)"
    reason = "a shift that names its worker is one person's; leave one of the two out"
    refuse(plan, "people_of_one", named, reason, ("people", position))


def _refuse_impossible_shift(plan: Plan, start: RotaTime, end: RotaTime) -> None:
    lasts = f"({end.given} - {start.given})"
    for name, predicate, reason in (
        ("no_length", f"{end.given} = {start.given}", "the shift ends when it starts"),
        ("backwards", f"{end.given} < {start.given}", "the shift ends before it starts"),
        ("too_long", f"{lasts} > to_hours({_HOURS_IN_A_DAY})", f"the shift is longer than {_HOURS_IN_A_DAY} hours"),
    ):
        refuse(plan, name, f"coalesce({predicate}, false)", reason, end.at)


def _put_break(plan: Plan, source: Source, zones: Zones, shift: tuple[RotaTime, RotaTime]) -> None:
    """Read the break; it lasts as long as the clock says, also in the hour the clocks pass twice."""
    start, end = shift
    first = put_rota_time(plan, source, zones, "break_start", start.given, level=FIRST_LEVEL + 1)
    last = put_rota_time(plan, source, zones, "break_end", first.given, level=FIRST_LEVEL + 2)
    for time in (first, last):
        refuse_bad_time(plan, time, is_needed=False)
    plan.columns["break_started_at"] = first.utc
    on_the_clock = f"{first.utc} + ({last.given} - {first.given})"
    settled = f"case when {last.utc} is not null and {first.utc} is not null then least({last.utc}, {on_the_clock}) end"
    plan.columns["break_ended_at"] = plan.put(SETTLED, "break_ended_utc", settled)
    is_half = f"({first.is_written}) <> ({last.is_written})"
    refuse(plan, "half_a_break", is_half, "a break needs both its start and its end", first.at)
    inside = f"{first.given} >= {start.given} and {last.given} > {first.given} and {last.given} <= {end.given}"
    reason = "the break lies outside the shift"
    outside = f"({first.given} is not null and {last.given} is not null and not coalesce({inside}, true))"
    refuse(plan, "break_outside", outside, reason, first.at)
