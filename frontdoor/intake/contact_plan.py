"""How rows of contacts are read: each of our columns from theirs, and everything that can be wrong with a contact."""

from frontdoor.intake import values
from frontdoor.intake.assisting import put_adjustment, put_assistance
from frontdoor.intake.people import hide_personal, put_customer, put_customer_type
from frontdoor.intake.plan import Effect, Plan, Problem
from frontdoor.intake.quoting import literal, literals
from frontdoor.intake.raw import Raw
from frontdoor.intake.rules import (
    UNKNOWN,
    key_sql,
    put_date_problems,
    put_places,
    put_text,
    put_version,
    put_whole,
    put_words,
    rule_text,
)
from frontdoor.intake.source_types import Source
from frontdoor.intake.times import Moment, Zones, put_moment
from frontdoor.schema.records import CONTACTS
from frontdoor.schema.units import Channel, Outcome
from frontdoor.strategy.council import Council

_TEXTS = ("conversation_id", "ward", "reason", "age_band", "language", "tenure", "case_id")
_COUNTS = ("seconds_waited", "seconds_handled", "transfers")
_FLAGS = ("is_resolved_first", "is_avoidable", "is_survey_invited")
ACCESS_NEED = "access_need"


def contact_plan(raw: Raw, source: Source, zones: Zones, council: Council) -> Plan:
    """Return the plan that reads a council's contacts; its SQL needs the parameters of `pseudonyms.pads`."""
    plan = Plan(raw, always=frozenset({"is_time_known"}))
    plan.columns = {column.name: f"cast(null as {column.sql_type})" for column in CONTACTS.columns}
    plan.columns["contact_id"] = key_sql(plan, source)
    put_version(plan, source, zones)
    started = _put_started(plan, source, zones)
    put_places(plan, source)
    put_words(plan, source, "channel", {one.value: one.value for one in Channel}, is_needed=True)
    put_words(plan, source, "outcome", {one.value: one.value for one in Outcome})
    put_customer_type(plan, source)
    for name in _TEXTS:
        put_text(plan, source, name)
    _put_special(plan, source, council.opt_in)
    plan.columns["ward"] = f"coalesce({plan.columns['ward']}, {literal(UNKNOWN)})"
    for name in _COUNTS:
        put_whole(plan, source, name)
    for name in _FLAGS:
        _put_flag(plan, source, name)
    put_customer(plan, source, council.own_numbers)
    _put_second_dates(plan, source, zones, started)
    _put_is_customer_contact(plan, source)
    hide_personal(plan, source)
    return plan


def _put_special(plan: Plan, source: Source, opt_in: tuple[str, ...]) -> None:
    """Read what tells of somebody's health, as far as the council has opted in."""
    if ACCESS_NEED in opt_in:
        put_text(plan, source, ACCESS_NEED)
    if "assistance" in opt_in:
        put_assistance(plan, source)
    if "adjustment" in opt_in:
        put_adjustment(plan, source)


def _put_started(plan: Plan, source: Source, zones: Zones) -> Moment:
    names = source.columns["started_at"].names
    position = plan.raw.position(names)
    assert position is not None, "the header was checked for the columns a source needs"
    started = put_moment(plan, "started", position, source.date_formats, zones)
    plan.columns["started_at"] = f"case when {started.is_time} then {started.utc} end"
    plan.columns["started_local"] = started.local
    plan.columns["is_time_known"] = started.is_time
    plan.columns["activity_date"] = f"cast({started.local} as date)"
    put_date_problems(plan, started)
    return started


def _put_flag(plan: Plan, source: Source, name: str) -> None:
    text = rule_text(plan, source, name)
    if text is None:
        return
    position = plan.raw.position(source.columns[name].names)
    plan.columns[name] = plan.put(0, f"{name}_value", _flag(plan, position, text))
    bad = f"{text} is not null and {plan.columns[name]} is null"
    plan.problems.append(Problem(f"bad_{name}", Effect.REJECT, bad, "neither yes nor no", name, position))


def _flag(plan: Plan, position: int | None, text: str) -> str:
    is_read = position is not None and plan.raw.types[position] == "BOOLEAN"
    return f"c{position}" if is_read else values.yes_or_no(text)


def _put_second_dates(plan: Plan, source: Source, zones: Zones, started: Moment) -> None:
    """Read the dates that are not the row's own: what is impossible among them is left empty, the row is kept."""
    for name, what in (("replied", "the reply"), ("completed", "the completion")):
        moment = _put_second(plan, source, zones, f"{name}_at")
        if moment is None:
            continue
        day = f"cast({moment.local} as date)"
        both_timed = f"{moment.is_time} and {started.is_time}"
        before = (
            f"case when {both_timed} then {moment.utc} < {started.utc} else {day} < cast({started.local} as date) end"
        )
        plan.columns[f"{name}_at"] = f"case when {moment.is_time} then {moment.utc} end"
        plan.columns[f"{name}_date"] = day
        plan.problems.append(_emptied((f"{name}_date", f"{name}_at"), moment, started, what, before))
    promised = _put_second(plan, source, zones, "promised_date")
    if promised is not None:
        plan.columns["promised_date"] = day = f"cast({promised.local} as date)"
        before = f"{day} < cast({started.local} as date)"
        plan.problems.append(_emptied(("promised_date",), promised, started, "the promised date", before))


def _put_second(plan: Plan, source: Source, zones: Zones, name: str) -> Moment | None:
    rule = source.columns.get(name)
    position = plan.raw.position(rule.names) if rule else None
    if rule is None or position is None:
        return None
    others = [other for other in map(plan.raw.position, ((each,) for each in rule.or_else)) if other is not None]
    text = f"coalesce({', '.join(map(plan.raw.text, (position, *others)))})" if others else None
    return put_moment(plan, name.removesuffix("_at"), position, source.date_formats, zones, text=text)


def _emptied(ours: tuple[str, ...], moment: Moment, started: Moment, what: str, before: str) -> Problem:
    """Return the problem that empties our columns `ours` where their moment is impossible or `before` the contact."""
    is_wrong = f"({moment.is_unreadable} or {moment.is_outside} or {moment.is_impossible} or coalesce({before}, false))"
    suspicion = f"({moment.is_suspect} or {moment.utc} < {started.utc})"
    reason = f"{what} cannot be on this date: it comes before the contact or does not exist; left empty"
    return Problem(
        f"impossible_{ours[0]}",
        Effect.NULL,
        is_wrong,
        reason,
        ours[0],
        moment.position,
        suspicion=suspicion,
        empties=ours,
    )


def _put_is_customer_contact(plan: Plan, source: Source) -> None:
    column, words = source.not_contact
    if words:
        text = plan.raw.text_of(column)
        plan.columns["is_customer_contact"] = f"coalesce({text} not in ({literals(words)}), true)"
        return
    given = rule_text(plan, source, "is_customer_contact")
    if given is None:
        plan.columns["is_customer_contact"] = "true"
        return
    position = plan.raw.position(source.columns["is_customer_contact"].names)
    plan.columns["is_customer_contact"] = f"coalesce({_flag(plan, position, given)}, true)"
