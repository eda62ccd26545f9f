"""Reads thresholds out of strategy and council files: the first statement applies, every later difference waits."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from frontdoor.errors import RegisterError
from frontdoor.measures.measure import Parameter
from frontdoor.register.auditing import Act, Values, canonical, digest_of, lock, record
from frontdoor.register.entries import Approval, Outcome
from frontdoor.register.pending import outcome_row, refuse_the_past
from frontdoor.register.tables import PENDING_THRESHOLDS, THRESHOLD_HISTORY, THRESHOLD_OUTCOMES, THRESHOLD_READINGS
from frontdoor.register.thresholds import (
    HELD_FOR_APPROVAL,
    History,
    PendingThreshold,
    Place,
    dated_values,
    held_thresholds,
    history_of,
    steps_to,
    threshold_of,
    threshold_row,
)
from frontdoor.strategy.council import Council


@dataclass(frozen=True, slots=True)
class StatedThresholds:
    """What a council's files say now of every threshold."""

    histories: dict[Place, History]
    file_hash: str

    @property
    def digest(self) -> str:
        rows = [[*place, dated_values(history)] for place, history in sorted(self.histories.items())]
        return digest_of(rows)


def stated_by(council: Council) -> StatedThresholds:
    """Return the thresholds in the files; a clock is no threshold."""
    histories = {
        (measure.key, parameter): values
        for measure in council.measures
        for parameter, values in measure.parameters.items()
        if parameter in HELD_FOR_APPROVAL
    }
    return StatedThresholds(histories, council.file_hash)


def is_read(connection: Connection, council: str, stated: StatedThresholds) -> bool:
    """Say whether the files state just the thresholds they stated when last read; before the first, none are."""
    readings = THRESHOLD_READINGS.c
    query = select(readings.digest).where(readings.council == council).order_by(readings.id.desc()).limit(1)
    last: str | None = connection.execute(query).scalar()
    return last == stated.digest if last is not None else not stated.histories


def read(connection: Connection, act: Act, stated: StatedThresholds) -> None:
    """Apply each threshold stated for the first time, with its own dates; leave each that differs as a pending change."""
    lock(connection, act.council)
    if is_read(connection, act.council, stated):
        return
    reading: Values = {"digest": stated.digest, "file_hash": stated.file_hash}
    record(connection, act, THRESHOLD_READINGS, "read thresholds in files", [reading])
    accepted = _accepted(connection, act.council)
    _apply(connection, act, {place: each for place, each in stated.histories.items() if place not in accepted}, stated)
    _flag(connection, act, stated, accepted)


def open_changes(connection: Connection, council: str) -> tuple[PendingThreshold, ...]:
    """Return the changes nobody has approved and no later reading has replaced, oldest first."""
    changes, outcomes = PENDING_THRESHOLDS.c, THRESHOLD_OUTCOMES.c
    rows = connection.execute(
        select(PENDING_THRESHOLDS)
        .outerjoin(THRESHOLD_OUTCOMES, outcomes.pending_id == changes.id)
        .where(changes.council == council, outcomes.pending_id.is_(None))
        .order_by(changes.id)
    )
    return tuple(
        PendingThreshold(
            row.id, row.measure_key, Parameter(row.parameter), history_of(row.held), history_of(row.stated),
            row.file_hash, row.recorded_at,
        )
        for row in rows
    )  # fmt: skip


def approve_change(connection: Connection, act: Act, pending_id: int, approval: Approval) -> History:
    """Put the change in force from its day on and return the values that added; past days keep theirs.

    Raises:
        RegisterError: no such change waits, or its day is before the day of approval.
    """
    refuse_the_past(act, approval)
    waiting = [change for change in open_changes(connection, act.council) if change.id == pending_id]
    if not waiting:
        raise RegisterError(f"Threshold {pending_id} is not waiting: it was approved, or the file has changed since.")
    change = waiting[0]
    held = held_thresholds(connection, act.council).get((change.measure_key, change.parameter), ())
    outcome = outcome_row(pending_id, Outcome.APPROVED, approval)
    record(connection, act, THRESHOLD_OUTCOMES, "approved a change of threshold", [outcome])
    added = steps_to(held, change.stated, approval.from_date)
    words = {"approved_by": approval.approved_by, "approved_where": approval.approved_where}
    place = (change.measure_key, change.parameter)
    rows = [_history_row(place, each, change.file_hash, change.id) | words for each in _rows(added)]
    if rows:
        record(connection, act, THRESHOLD_HISTORY, "changed a threshold", list(rows), before=_rows(held))
    return added


def _apply(connection: Connection, act: Act, first: dict[Place, History], stated: StatedThresholds) -> None:
    rows: list[Values] = [
        _history_row(place, row, stated.file_hash, None) | {"approved_by": "", "approved_where": ""}
        for place, history in sorted(first.items())
        for row in _rows(history)
    ]
    if rows:
        record(connection, act, THRESHOLD_HISTORY, "applied a first statement", rows)


def _flag(connection: Connection, act: Act, stated: StatedThresholds, accepted: dict[Place, History]) -> None:
    waiting = {(change.measure_key, change.parameter): change for change in open_changes(connection, act.council)}
    lapsed = [change for place, change in waiting.items() if _differs(change.stated, stated.histories.get(place, ()))]
    if lapsed:
        outcomes = [outcome_row(change.id, Outcome.LAPSED) for change in lapsed]
        record(connection, act, THRESHOLD_OUTCOMES, "files say something else by now", outcomes)
    still = waiting.keys() - {(change.measure_key, change.parameter) for change in lapsed}
    changed = [
        (place, held)
        for place, held in sorted(accepted.items())
        if place in stated.histories and place not in still and _differs(held, stated.histories[place])
    ]
    rows: list[Values] = [_pending_row(place, held, stated) for place, held in changed]
    if rows:
        record(connection, act, PENDING_THRESHOLDS, "files differ from the register", rows)


def _accepted(connection: Connection, council: str) -> dict[Place, History]:
    """Return what the files said of each threshold when it was last accepted: at first, or by an approval."""
    history, outcomes, changes = THRESHOLD_HISTORY.c, THRESHOLD_OUTCOMES.c, PENDING_THRESHOLDS.c
    first = select(THRESHOLD_HISTORY).where(history.council == council, history.pending_id.is_(None))
    accepted: dict[Place, History] = {}
    for row in connection.execute(first.order_by(history.id)):
        place = (row.measure_key, Parameter(row.parameter))
        accepted[place] = (*accepted.get(place, ()), threshold_of(row._asdict()))
    approved = (
        select(changes.measure_key, changes.parameter, changes.stated)
        .join(THRESHOLD_OUTCOMES, outcomes.pending_id == changes.id)
        .where(changes.council == council, outcomes.outcome == Outcome.APPROVED.value)
        .order_by(changes.id)
    )
    for row in connection.execute(approved):
        accepted[row.measure_key, Parameter(row.parameter)] = history_of(row.stated)
    return accepted


def _history_row(place: Place, row: Values, file_hash: str, pending_id: int | None) -> dict[str, object]:
    key, parameter = place
    return {**row, "measure_key": key, "parameter": parameter.value, "file_hash": file_hash, "pending_id": pending_id}


def _pending_row(place: Place, held: History, stated: StatedThresholds) -> Values:
    key, parameter = place
    return {
        "measure_key": key,
        "parameter": parameter.value,
        "held": canonical(_rows(held)),
        "stated": canonical(_rows(stated.histories[place])),
        "file_hash": stated.file_hash,
    }


def _rows(history: History) -> list[dict[str, object]]:
    return [threshold_row(value) for value in history]


def _differs(one: History, other: History) -> bool:
    return dated_values(one) != dated_values(other)
