"""What a council decides about its staff: rules for how many are needed, and which shifts people may work."""

from dataclasses import dataclass
from datetime import date

from frontdoor.statistics.shift_patterns import StaffGroup


@dataclass(frozen=True, slots=True)
class Staffing:
    """How the council counts the people it needs, from a day until the next such rules.

    `shrinkage` is the share (0 to below 1) of rostered time lost to leave, training and sickness; `occupancy_limit` the
    most (above 0, up to 1) of their time that people are to spend on contacts; `minimum_cover` the fewest people on duty
    while open; `chats_at_once` how many chats one person holds.
    """

    from_date: date
    shrinkage: float = 0.0
    occupancy_limit: float = 1.0
    minimum_cover: int = 1
    chats_at_once: int = 1
    source: str = ""
    said: frozenset[str] = frozenset()
    """The keys the file gives; the others have the values above, which nobody decided."""


@dataclass(frozen=True, slots=True)
class RosteredGroup:
    """People who may work the same shifts over [from_date, before_date); None is always, or still so."""

    group: StaffGroup
    from_date: date | None = None
    before_date: date | None = None

    def holds_on(self, day: date) -> bool:
        """Return whether these people and shifts are allowed on `day`."""
        return (self.from_date or date.min) <= day < (self.before_date or date.max)


def staffing_on(rules: tuple[Staffing, ...], day: date) -> Staffing | None:
    """Return the rules in force on `day`, None before the first."""
    begun = [each for each in rules if each.from_date <= day]
    return max(begun, key=lambda each: each.from_date, default=None)


def groups_on(groups: tuple[RosteredGroup, ...], day: date) -> tuple[StaffGroup, ...]:
    """Return who may work which shifts on `day`, in the order of the file."""
    return tuple(each.group for each in groups if each.holds_on(day))
