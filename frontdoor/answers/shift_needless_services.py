"""What each service could remove, and the reasons behind avoidable contact, from the counts of contact that need not happen."""

from dataclasses import dataclass

import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.labels import label_of
from frontdoor.answers.shift_needless_counts import Needless
from frontdoor.answers.shift_needless_ranked import is_routine

FEWEST_ASSESSED = 20  # STATISTICS.md section 0: too few below 20
FEWEST_NAMED = 20  # avoidable contacts; a reason with fewer is a slip of the pen as often as not


@dataclass(frozen=True, slots=True)
class Removable:
    """What one service could remove, each None where it is not recorded; the three overlap and are never added up.

    `avoidable` is the share found avoidable of those assessed x the contacts of each channel; `routine` are calls and
    visits for routine information in the whole months; `repeat` are contacts seen to follow another.
    """

    label: str
    contacts: int
    avoidable: float | None
    routine: int | None
    repeat: int | None

    @property
    def is_known(self) -> bool:
        """Return whether anything is recorded of it that need not happen."""
        return self.contacts > 0 and any(each is not None for each in (self.avoidable, self.routine, self.repeat))


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for avoidable contact: how many of those assessed had it, and its share of all avoidable."""

    label: str
    avoidable: int
    share: float


def by_service(needless: Needless, context: Context) -> tuple[Removable, ...]:
    """Return what each service could remove, most avoidable contact first."""
    services = sorted(set(needless.by_place["service"]))
    rows = [_removable(service, needless, context) for service in services]
    return tuple(sorted(rows, key=lambda row: (-(row.avoidable or 0.0), -(row.repeat or 0), row.label)))


def reasons_of(needless: Needless) -> tuple[Reason, ...]:
    """Return the reasons behind the avoidable contact, most often first; shares are of all of it."""
    if needless.reasons is None:
        return ()
    known = needless.reasons.whole.filter(pl.col("avoidable_contacts") > 0)
    rows = known.sort("avoidable_contacts", "reason", descending=[True, False])
    total = int(rows["avoidable_contacts"].sum())
    named = rows.filter(pl.col("avoidable_contacts") >= FEWEST_NAMED).select("reason", "avoidable_contacts").rows()
    return tuple(Reason(reason, count, count / total) for reason, count in named)


def routine_by_reason(needless: Needless, context: Context) -> list[tuple[str, str, int]]:
    """Return reason, service and calls and visits for each routine reason of a service, most first."""
    if needless.reasons is None:
        return []
    known = needless.reasons.calls.filter(pl.col("contacts") > 0).select("reason", "service", "contacts").rows()
    rows = [row for row in known if is_routine(row[1], row[0], context)]
    return sorted(rows, key=lambda row: (-row[2], row[0], row[1]))


def _removable(service: str, needless: Needless, context: Context) -> Removable:
    places = needless.by_place.filter(pl.col("service") == service)
    assessed = places.filter(
        (pl.col("contacts_assessed") >= FEWEST_ASSESSED) & pl.col("avoidable_contacts").is_not_null()
    )
    of = pl.max_horizontal("contacts", "contacts_assessed")
    avoidable = assessed.select((pl.col("avoidable_contacts") / pl.col("contacts_assessed") * of).sum()).item()
    repeats = needless.repeats.filter((pl.col("service") == service) & pl.col("repeat_contacts").is_not_null())
    routine = [count for _, about, count in routine_by_reason(needless, context) if about == service]
    return Removable(
        label=label_of(service, "service", context),
        contacts=int(places["contacts"].sum()),
        avoidable=float(avoidable) if assessed.height else None,
        routine=sum(routine) if context.council.routine and needless.reasons is not None else None,
        repeat=int(repeats["repeat_contacts"].sum()) if repeats["linked"].sum() else None,
    )
