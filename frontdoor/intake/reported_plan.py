"""How rows of reported figures are read: what a provider itself states about a stretch of time, with its evidence."""

from frontdoor.intake import values
from frontdoor.intake.local_days import LaterDay, put_later_day, put_own_day
from frontdoor.intake.people import hide_personal
from frontdoor.intake.plan import Effect, Plan, Problem
from frontdoor.intake.raw import Raw
from frontdoor.intake.rules import UNKNOWN, key_sql, put_text, put_text_or, put_version, put_words, rule_text
from frontdoor.intake.source_types import Source
from frontdoor.intake.times import Zones
from frontdoor.schema.records import STATED_RESULTS
from frontdoor.schema.units import Channel

_COUNTS = ("numerator", "denominator")


def reported_plan(raw: Raw, source: Source, zones: Zones) -> Plan:
    """Return the plan that reads reported figures; service and channel always belong to a row's key."""
    plan = Plan(raw)
    plan.columns = {column.name: f"cast(null as {column.sql_type})" for column in STATED_RESULTS.columns}
    key = key_sql(plan, source)
    put_version(plan, source, zones)
    first = put_own_day(plan, source, zones, "from_date")
    _put_end(plan, source, zones, first)
    put_text_or(plan, source, "service", UNKNOWN)
    put_words(plan, source, "channel", {one.value: one.value for one in Channel})
    for name in ("measure", "provider"):
        _put_needed(plan, source, name)
    plan.columns["measure"] = f"regexp_replace(lower({plan.columns['measure']}), '[\\s-]+', '_', 'g')"
    put_text(plan, source, "evidence")
    for name in _COUNTS:
        _put_count(plan, source, name)
    _put_value(plan, source)
    plan.columns["stated_id"] = (
        f"concat_ws('|', {key}, {plan.columns['service']}, coalesce({plan.columns['channel']}, ''))"
    )
    nothing = (
        f"({plan.columns['numerator']} is null and {plan.columns['value']} is null"
        f" and not {_is_day(plan.columns['value_text'])})"
    )
    reason = "the row has neither counts nor a value"
    plan.problems.append(Problem("no_figure", Effect.REJECT, nothing, reason, "value"))
    hide_personal(plan, source)
    return plan


def _put_end(plan: Plan, source: Source, zones: Zones, first: str) -> None:
    later = LaterDay("to_date", "the last day", first, "the first")
    last = put_later_day(plan, source, zones, later)
    plan.problems[:] = [one for one in plan.problems if one.name != "impossible_to_date"]
    position = plan.raw.position(source.columns["to_date"].names) if "to_date" in source.columns else None
    reason = "the last day is missing, does not exist or comes before the first"
    plan.problems.append(Problem("bad_to_date", Effect.REJECT, f"{last} is null", reason, "to_date", position))


def _put_needed(plan: Plan, source: Source, name: str) -> None:
    put_text(plan, source, name)
    position = plan.raw.position(source.columns[name].names) if name in source.columns else None
    reason = f"the row does not say which {name}"
    missing = f"{plan.columns[name]} is null"
    plan.problems.append(Problem(f"no_{name}", Effect.REJECT, missing, reason, name, position))


def _put_count(plan: Plan, source: Source, name: str) -> None:
    text = rule_text(plan, source, name)
    if text is None:
        return
    rule = source.columns[name]
    value = plan.put(0, f"{name}_value", f"({values.number(text, rule.form)}) * {rule.scale!r}")
    plan.columns[name] = value
    bad = f"({text} is not null and ({value} is null or not isfinite({value})))"
    position = plan.raw.position(rule.names)
    plan.problems.append(Problem(f"bad_{name}", Effect.REJECT, bad, "not a number", name, position))


def _is_day(text: str) -> str:
    """Return SQL that says whether a value is a date such as 2027-03-31, as the last day of an accreditation is."""
    return f"coalesce(try_strptime({text}, '%Y-%m-%d') is not null and regexp_matches({text}, '^\\d{{4}}-\\d\\d-\\d\\d$'), false)"


def _put_value(plan: Plan, source: Source) -> None:
    text = rule_text(plan, source, "value")
    if text is None:
        return
    rule = source.columns["value"]
    number = f"({values.number(text, rule.form)}) * {rule.scale!r}"
    value = plan.put(
        1, "value_read", f"case when isfinite({plan.put(0, 'value_number', number)}) then value_number end"
    )
    plan.columns |= {"value": value, "value_text": text}
    bad = f"({text} is not null and {value} is null and not {_is_day(text)})"
    reason = "the value is neither a figure nor a date such as 2027-03-31; left empty"
    plan.problems.append(Problem("bad_value", Effect.NULL, bad, reason, "value", plan.raw.position(rule.names)))
