"""Reads targets out of strategy and council files: the first reading applies, every later difference waits."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from frontdoor.register.auditing import Act, Values, canonical, digest_of, lock, record
from frontdoor.register.entries import Origin, Outcome
from frontdoor.register.pending import open_changes, outcome_row
from frontdoor.register.tables import FILE_READINGS, PENDING_CHANGES, PENDING_OUTCOMES, TARGET_HISTORY
from frontdoor.register.targets import target_of, target_row, targets_of, terms
from frontdoor.strategy.council import Council
from frontdoor.strategy.strategy import Target


@dataclass(frozen=True, slots=True)
class Stated:
    """What a council's files say now: every measure's dated targets, and which of them the strategy itself states."""

    targets: dict[str, tuple[Target, ...]]
    in_strategy: dict[str, tuple[Target, ...]]
    file_hash: str

    @property
    def digest(self) -> str:
        """Return a hash of dates and terms only: new words about the same targets are not a difference."""
        return digest_of({key: _dated_terms(targets) for key, targets in self.targets.items()})

    def origin(self, key: str, target: Target) -> Origin:
        return Origin.STRATEGY_FILE if target in self.in_strategy.get(key, ()) else Origin.COUNCIL_FILE


def stated_by(council: Council) -> Stated:
    """Return what the council's files say; a measure without a dated target says nothing."""
    return Stated(
        {measure.key: measure.targets for measure in council.measures if measure.targets},
        {measure.key: measure.targets for measure in council.strategy.measures},
        council.file_hash,
    )


def is_read(connection: Connection, council: str, stated: Stated) -> bool:
    """Say whether the files state just what they stated when last read."""
    return _last_digest(connection, council) == stated.digest


def read(connection: Connection, act: Act, stated: Stated) -> None:
    """Apply a first reading with its own dates; for a later one leave each differing measure as a pending change."""
    lock(connection, act.council)
    last = _last_digest(connection, act.council)
    if last == stated.digest:
        return
    reading: Values = {"is_first": last is None, "digest": stated.digest, "file_hash": stated.file_hash}
    record(connection, act, FILE_READINGS, "read files", [reading])
    if last is None:
        _apply(connection, act, stated)
    else:
        _flag(connection, act, stated)


def _last_digest(connection: Connection, council: str) -> str | None:
    readings = FILE_READINGS.c
    query = select(readings.digest).where(readings.council == council).order_by(readings.id.desc()).limit(1)
    digest: str | None = connection.execute(query).scalar()
    return digest


def _apply(connection: Connection, act: Act, stated: Stated) -> None:
    rows: list[Values] = [
        {
            **target_row(target),
            "measure_key": key,
            "service": None,
            "approved_where": "",
            "origin": stated.origin(key, target).value,
            "file_hash": stated.file_hash,
            "pending_id": None,
        }
        for key, targets in stated.targets.items()
        for target in targets
    ]
    if rows:
        record(connection, act, TARGET_HISTORY, "applied the first reading", rows)


def _flag(connection: Connection, act: Act, stated: Stated) -> None:
    accepted = _accepted(connection, act.council)
    waiting = {change.measure_key: change for change in open_changes(connection, act.council)}
    lapsed = [change for key, change in waiting.items() if _differs(change.stated, stated.targets.get(key, ()))]
    if lapsed:
        outcomes: list[Values] = [outcome_row(change.id, Outcome.LAPSED) for change in lapsed]
        record(connection, act, PENDING_OUTCOMES, "files say something else by now", outcomes)
    still = waiting.keys() - {change.measure_key for change in lapsed}
    changed = [
        key
        for key in sorted(accepted.keys() | stated.targets.keys())
        if key not in still and _differs(accepted.get(key, ()), stated.targets.get(key, ()))
    ]
    if changed:
        rows = [_pending_row(key, accepted.get(key, ()), stated) for key in changed]
        record(connection, act, PENDING_CHANGES, "files differ from the register", rows)


def _pending_row(key: str, held: tuple[Target, ...], stated: Stated) -> Values:
    targets = stated.targets.get(key, ())
    origins = {stated.origin(key, target) for target in targets if target not in held}
    return {
        "measure_key": key,
        "held": canonical([target_row(target) for target in held]),
        "stated": canonical([target_row(target) for target in targets]),
        "origin": (Origin.STRATEGY_FILE if origins == {Origin.STRATEGY_FILE} else Origin.COUNCIL_FILE).value,
        "file_hash": stated.file_hash,
    }


def _accepted(connection: Connection, council: str) -> dict[str, tuple[Target, ...]]:
    """Return what the files said of each measure when it was last accepted: at the first reading or by an approval."""
    history, outcomes, changes = TARGET_HISTORY.c, PENDING_OUTCOMES.c, PENDING_CHANGES.c
    first = select(TARGET_HISTORY).where(
        history.council == council, history.pending_id.is_(None), history.origin != Origin.PERSON.value
    )
    accepted: dict[str, tuple[Target, ...]] = {}
    for row in connection.execute(first.order_by(history.id)):
        accepted[row.measure_key] = (*accepted.get(row.measure_key, ()), target_of(row._asdict()))
    approved = (
        select(changes.measure_key, changes.stated)
        .join(PENDING_OUTCOMES, outcomes.pending_id == changes.id)
        .where(changes.council == council, outcomes.outcome == Outcome.APPROVED.value)
        .order_by(changes.id)
    )
    return accepted | {row.measure_key: targets_of(row.stated) for row in connection.execute(approved)}


def _dated_terms(targets: tuple[Target, ...]) -> list[list[object]]:
    return [[target.from_date, *(terms(target) or ())] for target in sorted(targets, key=lambda each: each.from_date)]


def _differs(one: tuple[Target, ...], other: tuple[Target, ...]) -> bool:
    return _dated_terms(one) != _dated_terms(other)
