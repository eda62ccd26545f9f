"""Reads plans of pilots out of strategy and council files: what a file says anew is a new version, by the files' own hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from frontdoor.register.auditing import Act, lock
from frontdoor.register.entries import Origin
from frontdoor.register.pilot_freezing import PlanVersion, held_pilot
from frontdoor.register.pilots import enter, record_withdrawals, standing_versions, version_row
from frontdoor.register.tables import PILOT_VERSIONS, PILOT_WITHDRAWALS
from frontdoor.strategy.council import Council
from frontdoor.strategy.pilot_plan import PilotPlan
from frontdoor.strategy.pilot_texts import plan_digest


@dataclass(frozen=True, slots=True)
class StatedPlans:
    """What a council's files say now: the plans by key, and those the strategy itself holds."""

    plans: dict[str, PilotPlan]
    in_strategy: tuple[PilotPlan, ...]
    file_hash: str

    def origin(self, plan: PilotPlan) -> Origin:
        return Origin.STRATEGY_FILE if plan in self.in_strategy else Origin.COUNCIL_FILE


def stated_by(council: Council) -> StatedPlans:
    """Return the plans in the files."""
    plans = {plan.key: plan for plan in council.plans}
    return StatedPlans(plans, council.strategy.plans, council.file_hash)


def is_read(connection: Connection, council: str, stated: StatedPlans, today: date) -> bool:
    """Say whether reading the files would write nothing."""
    standing, said = standing_versions(connection, council), _said_last(connection, council)
    return not list(_new(stated, standing, said)) and not list(_gone(stated, standing, said, today))


def read(connection: Connection, act: Act, stated: StatedPlans) -> None:
    """Enter each plan that the files state anew; withdraw those gone from them that have not begun."""
    lock(connection, act.council)
    standing, said = standing_versions(connection, act.council), _said_last(connection, act.council)
    gone = list(_gone(stated, standing, said, act.now.date()))
    record_withdrawals(connection, act, gone, Origin.COUNCIL_FILE)
    for plan in list(_new(stated, standing, said)):
        row = version_row(plan, act.now.date(), stated.origin(plan), stated.file_hash)
        own = standing.get(plan.key, [])
        action = "files changed the plan of a pilot" if own else "files declared a pilot"
        enter(connection, act, [row], action, own[-1:])


def _new(
    stated: StatedPlans, standing: dict[str, list[PlanVersion]], said: dict[str, tuple[int, str]]
) -> Iterator[PilotPlan]:
    """Yield the plans that differ both from what the files said last and from what stands."""
    for key, plan in sorted(stated.plans.items()):
        digest, own = plan_digest(plan), standing.get(key, [])
        is_said = key in said and said[key][1] == digest
        if not is_said and not (own and own[-1].digest == digest):
            yield plan


def _gone(
    stated: StatedPlans, standing: dict[str, list[PlanVersion]], said: dict[str, tuple[int, str]], today: date
) -> Iterator[PlanVersion]:
    """Yield the latest version of each pilot that the files declared, have dropped, and that has not begun."""
    for key, versions in sorted(standing.items()):
        is_theirs = key in said and said[key][0] == versions[-1].id
        if key not in stated.plans and is_theirs and today < held_pilot(versions).plan.first_day:
            yield versions[-1]


def _said_last(connection: Connection, council: str) -> dict[str, tuple[int, str]]:
    """Return by pilot the number and digest of the last version out of files; none where the files dropped it since."""
    version, withdrawal = PILOT_VERSIONS.c, PILOT_WITHDRAWALS.c
    query = (
        select(version.id, version.pilot_key, version.digest, withdrawal.origin.label("withdrawn_by"))
        .outerjoin(PILOT_WITHDRAWALS, withdrawal.version_id == version.id)
        .where(version.council == council, version.origin != Origin.PERSON.value)
        .order_by(version.id)
    )
    last = {row.pilot_key: row for row in connection.execute(query)}
    return {
        key: (row.id, row.digest)
        for key, row in last.items()
        if row.withdrawn_by is None or row.withdrawn_by == Origin.PERSON.value
    }
