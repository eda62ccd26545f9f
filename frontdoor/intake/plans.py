"""Which plan reads a file: one for each kind of record."""

from frontdoor.intake.complaint_plan import complaint_event_plan, complaint_plan, complaint_stage_plan
from frontdoor.intake.contact_plan import contact_plan
from frontdoor.intake.interval_plan import interval_plan
from frontdoor.intake.place_plan import boundary_plan, councillor_plan, postcode_plan
from frontdoor.intake.plan import Effect, Plan, Problem
from frontdoor.intake.raw import Raw
from frontdoor.intake.reported_plan import reported_plan
from frontdoor.intake.rota_plan import rota_half_hours_plan, rota_shifts_plan
from frontdoor.intake.source_types import Source
from frontdoor.intake.survey_plan import survey_plan
from frontdoor.intake.times import Zones
from frontdoor.strategy.council import Council

_OF_THE_FILE = {
    "contact_intervals": interval_plan,
    "stated_results": reported_plan,
    "postcodes": postcode_plan,
    "councillors": councillor_plan,
    "ward_boundaries": boundary_plan,
}
_OF_THE_COUNCIL = {
    "contacts": contact_plan,
    "complaints": complaint_plan,
    "complaint_stages": complaint_stage_plan,
    "complaint_events": complaint_event_plan,
    "survey_responses": survey_plan,
    "rota_half_hours": rota_half_hours_plan,
    "rota_shifts": rota_shifts_plan,
}
"""The kinds whose reading depends on what the council decided: its own numbers, its services, what it opted in to."""


def plan_of(raw: Raw, source: Source, council: Council) -> Plan:
    """Return the plan that reads the columns `raw` of a file of this source."""
    zones = Zones(source.time_zone or council.time_zone, council.time_zone)
    plan = _planned(raw, source, zones, council)
    plan.problems.append(_blank(plan, source))
    return plan


def _planned(raw: Raw, source: Source, zones: Zones, council: Council) -> Plan:
    if source.kind in _OF_THE_COUNCIL:
        return _OF_THE_COUNCIL[source.kind](raw, source, zones, council)
    return _OF_THE_FILE[source.kind](raw, source, zones)


def _blank(plan: Plan, source: Source) -> Problem:
    """Return the finding of rows in which every column the source reads is empty, as spreadsheets leave at the end."""
    empty = " and ".join(f"c{position} is null" for position in sorted(plan.raw.header.used_by(source)))
    return Problem("blank", Effect.SKIP, empty, "the row is blank")
