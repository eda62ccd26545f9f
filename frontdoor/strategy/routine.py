"""Which contact a council says is for routine information and should not need a call or a visit, and how that is read."""

from dataclasses import dataclass

from frontdoor.strategy.entry import Entry

ROUTINE_KEYS = ("reason", "services", "source")


@dataclass(frozen=True, slots=True)
class RoutineInformation:
    """One reason for contact, in the source's words, of some services (none: every one), and where the council says so."""

    reason: str
    services: tuple[str, ...]
    source: str

    def is_about(self, service: str, reason: str) -> bool:
        return reason.casefold() == self.reason.casefold() and (not self.services or service in self.services)


def read_routine(top: Entry, services: tuple[str, ...]) -> tuple[RoutineInformation, ...]:
    """Return which reasons are routine information; StrategyError for one given twice for the same of `services`."""
    rows: list[RoutineInformation] = []
    for entry in top.entries("routine_information", ROUTINE_KEYS):
        about = entry.names_in("services", services, "service") if services else entry.texts("services")
        row = RoutineInformation(entry.text("reason"), about, entry.text("source"))
        if any(_is_same(row, other) for other in rows):
            raise entry.problem("reason", "this reason is given twice for the same service; keep one.")
        rows.append(row)
    return tuple(rows)


def _is_same(one: RoutineInformation, other: RoutineInformation) -> bool:
    is_shared = not one.services or not other.services or bool(set(one.services) & set(other.services))
    return is_shared and one.reason.casefold() == other.reason.casefold()
