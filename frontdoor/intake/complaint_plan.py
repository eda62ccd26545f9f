"""How rows of complaints are read, whatever one row is: a case with both stages, one stage, or one event."""

from frontdoor.intake.local_days import LaterDay, put_later_day, put_own_day
from frontdoor.intake.people import hide_personal, put_customer, put_customer_type
from frontdoor.intake.plan import Effect, Plan, Problem
from frontdoor.intake.raw import Raw
from frontdoor.intake.rules import UNKNOWN, key_sql, put_text, put_text_or, put_version, put_whole, put_words
from frontdoor.intake.source_types import Source
from frontdoor.intake.times import Zones
from frontdoor.schema.complaints import COMPLAINT_EVENTS, COMPLAINT_STAGES, COMPLAINTS, ComplaintEvent, ComplaintOutcome
from frontdoor.schema.table import Table
from frontdoor.schema.units import Channel
from frontdoor.strategy.council import Council

USUAL_PROCEDURE, USUAL_CHANNEL = "corporate", Channel.OTHER
_OUTCOMES = {one.value: one.value for one in ComplaintOutcome}
_OF_A_STAGE = (
    ComplaintEvent.OPENED,
    ComplaintEvent.ACKNOWLEDGED,
    ComplaintEvent.EXTENDED,
    ComplaintEvent.RESPONDED,
)
_STAGE_1_LEVEL, _STAGE_2_LEVEL = 9, 10
_RECEIVED = "the complaint came in"


def complaint_plan(raw: Raw, source: Source, zones: Zones, council: Council) -> Plan:
    """Return the plan that reads cases; nothing of stage 2 can come before stage 1 was opened."""
    plan = _case_plan(raw, source, zones, council, COMPLAINTS)
    plan.columns["complaint_id"] = key_sql(plan, source)
    received = put_own_day(plan, source, zones)
    for name, what in (
        ("resolved_early_date", "early resolution"),
        ("refused_date", "the refusal"),
        ("withdrawn_date", "the withdrawal"),
    ):
        put_later_day(plan, source, zones, LaterDay(name, what, received, _RECEIVED))
    opened = put_later_day(plan, source, zones, LaterDay("stage_1_opened_date", "stage 1", received, _RECEIVED))
    began = f"coalesce({opened}, {received})"
    _put_stage(
        plan, source, zones, LaterDay("stage_1_", "stage 1", began, "that stage began", _STAGE_1_LEVEL), received
    )
    later = LaterDay("stage_2_opened_date", "stage 2", began, "stage 1 began", _STAGE_1_LEVEL)
    opened_again = put_later_day(plan, source, zones, later)
    began = f"coalesce({opened_again}, {began})"
    _put_stage(plan, source, zones, LaterDay("stage_2_", "stage 2", began, "that stage began", _STAGE_2_LEVEL), began)
    alone = f"({opened_again} is not null and {opened} is null)"
    reason = "the case reached stage 2 without a stage 1"
    plan.problems.append(Problem("stage_2_alone", Effect.COUNT, alone, reason, "stage_2_opened_date"))
    return plan


def complaint_stage_plan(raw: Raw, source: Source, zones: Zones, council: Council) -> Plan:
    """Return the plan that reads one row per stage of a case."""
    plan = _case_plan(raw, source, zones, council, COMPLAINT_STAGES)
    plan.columns["stage_id"] = key_sql(plan, source)
    _put_case(plan, source)
    _put_stage_number(plan, source, is_needed=True, numbers=("0", "1", "2"))
    opened = put_own_day(plan, source, zones)
    _put_stage(plan, source, zones, LaterDay("", "the stage", opened, "the stage was opened"), opened)
    for name, what in (("refused_date", "the refusal"), ("withdrawn_date", "the withdrawal")):
        put_later_day(plan, source, zones, LaterDay(name, what, opened, "the stage was opened"))
    return plan


def complaint_event_plan(raw: Raw, source: Source, zones: Zones, council: Council) -> Plan:
    """Return the plan that reads one row per event of a case."""
    plan = _case_plan(raw, source, zones, council, COMPLAINT_EVENTS)
    plan.columns["event_id"] = key_sql(plan, source)
    _put_case(plan, source)
    put_words(plan, source, "event", {one.value: one.value for one in ComplaintEvent}, is_needed=True)
    _put_stage_number(plan, source, is_needed=False, numbers=("1", "2"))
    event, stage = plan.columns["event"], plan.columns["stage"]
    of_a_stage = ", ".join(f"'{one}'" for one in _OF_A_STAGE)
    reason = "this event belongs to a stage, and the row does not say which"
    missing = f"coalesce({event} in ({of_a_stage}), false) and {stage} is null"
    position = plan.raw.position(source.columns["event"].names) if "event" in source.columns else None
    plan.problems.append(Problem("event_without_stage", Effect.REJECT, missing, reason, "stage", position))
    happened = put_own_day(plan, source, zones)
    put_later_day(plan, source, zones, LaterDay("stated_due_date", "the due date", happened, "the event"))
    put_whole(plan, source, "extension_working_days")
    put_words(plan, source, "outcome", _OUTCOMES)
    return plan


def _case_plan(raw: Raw, source: Source, zones: Zones, council: Council, table: Table) -> Plan:
    """Return a plan that reads what every row of complaints says of its case."""
    plan = Plan(raw)
    plan.columns = {column.name: f"cast(null as {column.sql_type})" for column in table.columns}
    put_version(plan, source, zones)
    put_text_or(plan, source, "procedure", USUAL_PROCEDURE)
    put_text_or(plan, source, "service", UNKNOWN)
    put_words(plan, source, "channel", {one.value: one.value for one in Channel})
    plan.columns["channel"] = f"coalesce({plan.columns['channel']}, '{USUAL_CHANNEL}')"
    put_text_or(plan, source, "ward", UNKNOWN)
    put_text(plan, source, "reason")
    put_customer_type(plan, source)
    put_customer(plan, source, council.own_numbers)
    put_whole(plan, source, "remedy_pence")
    hide_personal(plan, source)
    return plan


def _put_case(plan: Plan, source: Source) -> None:
    put_text(plan, source, "complaint_id")
    rule = source.columns.get("complaint_id")
    position = plan.raw.position(rule.names) if rule else None
    missing, reason = f"{plan.columns['complaint_id']} is null", "the row does not say which case it belongs to"
    plan.problems.append(Problem("no_case", Effect.REJECT, missing, reason, "complaint_id", position))


def _put_stage_number(plan: Plan, source: Source, *, is_needed: bool, numbers: tuple[str, ...]) -> None:
    put_words(plan, source, "stage", {number: number for number in numbers}, is_needed=is_needed)
    plan.columns["stage"] = f"cast({plan.columns['stage']} as bigint)"


def _put_stage(plan: Plan, source: Source, zones: Zones, stage: LaterDay, acknowledged_from: str) -> None:
    """Read the columns named with the prefix `stage.name`; an acknowledgement may come before the stage began."""
    prefix = stage.name
    for name, what, earliest, before in (
        ("acknowledged_date", "the acknowledgement", acknowledged_from, _RECEIVED if prefix else stage.before),
        ("stated_due_date", "the due date", stage.earliest, stage.before),
        ("responded_date", "the answer", stage.earliest, stage.before),
    ):
        whose = f"{what} of {stage.what}" if prefix else what
        put_later_day(plan, source, zones, LaterDay(f"{prefix}{name}", whose, earliest, before, stage.level))
    put_whole(plan, source, f"{prefix}extension_working_days")
    put_words(plan, source, f"{prefix}outcome", _OUTCOMES)
