"""Pending changes: which are waiting, and what approving one puts in force."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from frontdoor.errors import RegisterError
from frontdoor.register.auditing import Act, Values, record
from frontdoor.register.entries import Approval, Origin, Outcome, PendingChange
from frontdoor.register.tables import PENDING_CHANGES, PENDING_OUTCOMES, TARGET_HISTORY
from frontdoor.register.targets import held_targets, steps_to, target_row, targets_of
from frontdoor.register.words import long_date
from frontdoor.strategy.strategy import Target


def open_changes(connection: Connection, council: str) -> tuple[PendingChange, ...]:
    """Return the changes nobody has approved and no later reading has replaced, oldest first."""
    changes, outcomes = PENDING_CHANGES.c, PENDING_OUTCOMES.c
    rows = connection.execute(
        select(PENDING_CHANGES)
        .outerjoin(PENDING_OUTCOMES, outcomes.pending_id == changes.id)
        .where(changes.council == council, outcomes.pending_id.is_(None))
        .order_by(changes.id)
    )
    return tuple(_change_of(row._asdict()) for row in rows)


def outcome_row(pending_id: int, outcome: Outcome, approval: Approval | None = None) -> Values:
    """Return the row that says what became of a pending change."""
    return {
        "pending_id": pending_id,
        "outcome": outcome.value,
        "from_date": approval.from_date if approval else None,
        "approved_by": approval.approved_by if approval else "",
        "approved_where": approval.approved_where if approval else "",
    }


def approve_change(connection: Connection, act: Act, pending_id: int, approval: Approval) -> tuple[Target, ...]:
    """Put the change in force from its day on and return the targets that added; past days keep theirs.

    Raises:
        RegisterError: no such change waits, or its day is before the day of approval.
    """
    refuse_the_past(act, approval)
    change = _waiting(connection, act.council, pending_id)
    held = held_targets(connection, act.council, change.measure_key, None)
    outcome = outcome_row(pending_id, Outcome.APPROVED, approval)
    record(connection, act, PENDING_OUTCOMES, "approved a change of target", [outcome])
    added = steps_to(held, change.stated, approval.from_date)
    rows = [_history_row(change, target, approval) for target in added]
    if rows:
        before = [target_row(target) for target in held]
        record(connection, act, TARGET_HISTORY, "changed a target", rows, before=before)
    return added


def refuse_the_past(act: Act, approval: Approval) -> None:
    """Raise RegisterError for a change that would be in force before the day it is approved."""
    today = act.now.date()
    if approval.from_date < today:
        raise RegisterError(
            f"A change approved on {long_date(today)} cannot be in force from {long_date(approval.from_date)}: "
            "past figures keep the target they were judged by."
        )


def _waiting(connection: Connection, council: str, pending_id: int) -> PendingChange:
    waiting = [change for change in open_changes(connection, council) if change.id == pending_id]
    if not waiting:
        raise RegisterError(f"Change {pending_id} is not waiting: it was approved, or the file has changed since.")
    return waiting[0]


def _history_row(change: PendingChange, target: Target, approval: Approval) -> Values:
    return {
        **target_row(target),
        "measure_key": change.measure_key,
        "service": None,
        "approved_by": approval.approved_by,
        "approved_where": approval.approved_where,
        "origin": change.origin.value,
        "file_hash": change.file_hash,
        "pending_id": change.id,
    }


def _change_of(row: Mapping[str, Any]) -> PendingChange:
    return PendingChange(
        row["id"],
        row["measure_key"],
        targets_of(row["held"]),
        targets_of(row["stated"]),
        Origin(row["origin"]),
        row["file_hash"],
        row["recorded_at"],
    )
