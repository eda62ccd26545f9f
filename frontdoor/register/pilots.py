"""Plans of pilots as entered: every version is kept, none is changed, and one that has not begun can be withdrawn."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from frontdoor.errors import RegisterError, StrategyError
from frontdoor.register.auditing import Act, Values, record
from frontdoor.register.entries import Origin
from frontdoor.register.pilot_freezing import PlanVersion, held_pilot
from frontdoor.register.pilot_plans import HeldPilot
from frontdoor.register.tables import PILOT_VERSIONS, PILOT_WITHDRAWALS
from frontdoor.register.words import LONGEST_LABEL, long_date, typed
from frontdoor.strategy.pilot_plan import PilotPlan
from frontdoor.strategy.pilot_texts import plan_digest, plan_of, plan_text


def held_pilots(connection: Connection, council: str) -> tuple[HeldPilot, ...]:
    """Return the pilots that stand, by first day; those withdrawn are not among them."""
    held = (held_pilot(versions) for versions in standing_versions(connection, council).values())
    return tuple(sorted(held, key=lambda pilot: (pilot.plan.first_day, pilot.plan.key)))


def standing_versions(connection: Connection, council: str) -> dict[str, list[PlanVersion]]:
    """Return by pilot the versions entered since it was last withdrawn, oldest first; none for one that is withdrawn."""
    version, withdrawal = PILOT_VERSIONS.c, PILOT_WITHDRAWALS.c
    withdrawn = select(version.pilot_key, version.id).join(PILOT_WITHDRAWALS, withdrawal.version_id == version.id)
    ended: dict[str, int] = {}
    for row in connection.execute(withdrawn.where(version.council == council)):
        ended[row.pilot_key] = max(row.id, ended.get(row.pilot_key, 0))
    standing: dict[str, list[PlanVersion]] = {}
    every = select(PILOT_VERSIONS).where(version.council == council).order_by(version.id)
    for row in connection.execute(every):
        if row.id > ended.get(row.pilot_key, 0):
            standing.setdefault(row.pilot_key, []).append(_version_of(row._asdict()))
    return standing


def declare(connection: Connection, act: Act, plan: PilotPlan) -> HeldPilot:
    """Enter a version of the plan and return the pilot as it then stands.

    Raises:
        RegisterError: the plan stands already as it is, another pilot has its title, or it cannot be written down.
    """
    _refuse_unwritable(plan)
    standing = standing_versions(connection, act.council)
    own = standing.get(plan.key, [])
    if own and own[-1].digest == plan_digest(plan):
        raise RegisterError(f"“{plan.title}” is declared just so already; nothing was changed.")
    for key, versions in standing.items():
        if key != plan.key and held_pilot(versions).plan.title.casefold() == plan.title.casefold():
            raise RegisterError(f"Another pilot is called “{plan.title}”; give this one a title of its own.")
    action = "changed the plan of a pilot" if own else "declared a pilot"
    enter(connection, act, [version_row(plan, act.now.date(), Origin.PERSON, "")], action, own[-1:])
    return held_pilot(standing_versions(connection, act.council)[plan.key])


def withdraw(connection: Connection, act: Act, key: str) -> None:
    """Withdraw a pilot before its first day; every version of its plan stays in the register.

    Raises:
        RegisterError: no such pilot stands, or it has begun.
    """
    versions = standing_versions(connection, act.council).get(key)
    if not versions:
        raise RegisterError(f"No pilot called {key} is declared: there is none, or it was withdrawn.")
    plan = held_pilot(versions).plan
    if act.now.date() >= plan.first_day:
        raise RegisterError(
            f"“{plan.title}” began on {long_date(plan.first_day)}; a pilot that has begun is not withdrawn but judged."
        )
    record_withdrawals(connection, act, [versions[-1]], Origin.PERSON)


def record_withdrawals(connection: Connection, act: Act, latest: Iterable[PlanVersion], origin: Origin) -> None:
    """Write that the pilots whose latest versions these are no longer stand."""
    for version in latest:
        before = {"pilot_key": version.plan.key, "digest": version.digest}
        row = {"version_id": version.id, "origin": origin.value}
        record(connection, act, PILOT_WITHDRAWALS, "withdrew a pilot", [row], before=before)


def enter(connection: Connection, act: Act, rows: list[Values], action: str, latest: list[PlanVersion]) -> None:
    """Write versions with the digests of those they follow."""
    before = [{"pilot_key": version.plan.key, "digest": version.digest} for version in latest] or None
    record(connection, act, PILOT_VERSIONS, action, rows, before=before)


def version_row(plan: PilotPlan, entered_date: date, origin: Origin, file_hash: str) -> Values:
    """Return the version as column values."""
    return {
        "pilot_key": plan.key,
        "plan": plan_text(plan),
        "digest": plan_digest(plan),
        "entered_date": entered_date,
        "origin": origin.value,
        "file_hash": file_hash,
    }


def _refuse_unwritable(plan: PilotPlan) -> None:
    typed(plan.title, "The title", LONGEST_LABEL)
    try:
        plan_text(plan).encode()
        plan_of(plan_text(plan))
    except UnicodeEncodeError as error:
        raise RegisterError("The plan holds a character that cannot be kept: please retype it.") from error
    except StrategyError as error:
        raise RegisterError(f"The plan cannot be kept as it is. {error}") from error


def _version_of(values: Mapping[str, Any]) -> PlanVersion:
    kept = {name: values[name] for name in PlanVersion.__slots__ if name != "plan"}
    return PlanVersion(plan=plan_of(values["plan"]), **kept)
