"""Reads postcodes, councillors and the outlines of wards; a row without its place, or with one that is none, is refused."""

from frontdoor.intake import values
from frontdoor.intake.plan import Effect, Plan, Problem
from frontdoor.intake.quoting import literals
from frontdoor.intake.raw import Raw
from frontdoor.intake.rules import put_text, rule_text
from frontdoor.intake.source_types import Source
from frontdoor.intake.times import Zones
from frontdoor.schema.places import PLACES

POSTCODE = "^([A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}|GIR0AA)$"
"""A whole postcode without its space: outward code, then a digit and two letters."""
MONTH_FORMATS = ("%Y%m", "%Y-%m", "%Y-%m-%d", "%d/%m/%Y", "%m/%Y")
NO_WARD = "99999999$"  # the end of codes that stand for no ward
_WEB_ADDRESS = "^https?://[^\\s<>\"']+$"
_EMAIL = "^[^\\s<>\"'@]+@[^\\s<>\"'@]+$"
_OUTLINE = "^\\[\\[\\[\\[-?[0-9]"
_AFTER_TEXTS = 2  # the first level after those `put_text` uses


def postcode_plan(raw: Raw, source: Source, _zones: Zones) -> Plan:
    """Return the plan of a postcode table: postcode, ward, council and the month it ceased."""
    plan = _begun(raw, source)
    text = rule_text(plan, source, "postcode") or "cast(null as varchar)"
    plan.columns["postcode"] = plan.put(0, "postcode_value", f"regexp_replace(upper({text}), '[^A-Z0-9]', '', 'g')")
    is_whole = f"regexp_matches({plan.columns['postcode']}, '{POSTCODE}')"
    _refuse(plan, source, "postcode", f"{text} is null", "the row has no postcode", prefix="no")
    _refuse(plan, source, "postcode", f"not {is_whole}", "this is not a whole postcode")
    for name in ("ward_code", "area_code"):
        put_text(plan, source, name)
        code = plan.columns[name]
        plan.columns[name] = plan.put(
            _AFTER_TEXTS, f"{name}_code", f"case when not regexp_matches({code}, '{NO_WARD}') then upper({code}) end"
        )
    _put_terminated(plan, source)
    return plan


def councillor_plan(raw: Raw, source: Source, _zones: Zones) -> Plan:
    """Return the plan of a list of councillors; an address that is none is left empty and counted."""
    plan = _begun(raw, source)
    for name in ("ward", "name", "party", "email", "telephone", "link"):
        put_text(plan, source, name)
    for name in ("ward", "name"):
        _refuse(plan, source, name, f"{plan.columns[name]} is null", f"the row has no {name}", prefix="no")
    plan.columns["councillor_id"] = plan.put(
        _AFTER_TEXTS, "id_value", f"concat_ws('|', {plan.columns['ward']}, {plan.columns['name']})"
    )
    _empty(plan, source, "email", _EMAIL, "this is no email address; left empty")
    _empty(plan, source, "link", _WEB_ADDRESS, "this is no web address that begins with http or https; left empty")
    return plan


def boundary_plan(raw: Raw, source: Source, _zones: Zones) -> Plan:
    """Return the plan of outlines of wards, one feature of the map file a row."""
    plan = _begun(raw, source)
    for name in ("ward_code", "ward_name", "area_code", "outline"):
        put_text(plan, source, name)
    name, code, outline = (plan.columns[each] for each in ("ward_name", "ward_code", "outline"))
    plan.columns["ward_id"] = plan.put(_AFTER_TEXTS, "id_value", f"coalesce({code}, {name})")
    _refuse(plan, source, "ward_name", f"{name} is null", "the ward has no name", prefix="no")
    is_drawn = f"coalesce(regexp_matches({outline}, '{_OUTLINE}'), false)"
    _refuse(
        plan,
        source,
        "outline",
        f"not {is_drawn}",
        "the ward has no outline: a Polygon or MultiPolygon is needed",
    )
    return plan


def _begun(raw: Raw, source: Source) -> Plan:
    plan = Plan(raw)
    plan.columns = {column.name: f"cast(null as {column.sql_type})" for column in PLACES[source.kind].columns}
    plan.columns["updated_at"] = "cast(null as timestamp)"
    return plan


def _refuse(plan: Plan, source: Source, name: str, predicate: str, reason: str, *, prefix: str = "bad") -> None:
    plan.problems.append(
        Problem(f"{prefix}_{name}", Effect.REJECT, predicate, reason, name, _position(plan, source, name))
    )


def _empty(plan: Plan, source: Source, name: str, pattern: str, reason: str) -> None:
    """Leave a cell empty that does not match a pattern, and count it."""
    position = _position(plan, source, name)
    if position is None:
        return
    column = plan.columns[name]
    bad = f"({column} is not null and not regexp_matches({column}, {literals((pattern,))}))"
    plan.problems.append(Problem(f"bad_{name}", Effect.NULL, bad, reason, name, position, empties=(name,)))


def _put_terminated(plan: Plan, source: Source) -> None:
    text = rule_text(plan, source, "terminated_month")
    if text is None:
        return
    ways = literals(MONTH_FORMATS)
    read = plan.put(
        0, "terminated_read", f"cast(date_trunc('month', try_strptime({values.tidy(text)}, [{ways}])) as date)"
    )
    plan.columns["terminated_month"] = read
    bad = f"({values.tidy(text)} is not null and {read} is null)"
    _refuse(plan, source, "terminated_month", bad, "this is no month such as 202406")


def _position(plan: Plan, source: Source, name: str) -> int | None:
    return plan.raw.position(source.columns[name].names) if name in source.columns else None
