"""Every target there is, by measure and service: what is in force, since when, what it replaced, who sets it until when."""

from dataclasses import dataclass
from datetime import date

from frontdoor.answers.context import Context
from frontdoor.answers.labels import label_of
from frontdoor.register.duties import Duty, duties
from frontdoor.register.entries import FILES, author_words
from frontdoor.register.target_changes import TargetEntry, all_target_entries
from frontdoor.schema.units import Better, Unit
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.history import harder_before, is_asking_less, is_recent, own_or_council, to_be_set_since
from frontdoor.strategy.judgement import target_in_force
from frontdoor.strategy.strategy import PromisedMeasure, Target

WHOLE_COUNCIL = "Whole council"


@dataclass(frozen=True, slots=True)
class HeldTarget:
    """The target of one measure for one service ('' is the whole council) on the day `on`.

    `history` is what it is judged by, oldest first; `entries` what was ever entered for this very place, in that order.
    `given_up` is a harder target given up within a year; `unset_since` the first day of the TBA in force.
    """

    promised: PromisedMeasure
    service: str
    place: str
    on: date
    history: tuple[Target, ...]
    entries: tuple[TargetEntry, ...]
    duty: Duty | None

    @property
    def unit(self) -> Unit:
        return measure_of(self.promised).unit

    @property
    def better(self) -> Better:
        return measure_of(self.promised).better

    @property
    def now(self) -> Target | None:
        return target_in_force(self.history, self.on)

    @property
    def coming(self) -> tuple[Target, ...]:
        """Return the targets that begin later."""
        return tuple(target for target in self.history if target.from_date > self.on)

    @property
    def given_up(self) -> Target | None:
        return harder_before(self.history, self.on, self.better)

    @property
    def taken_back(self) -> tuple[tuple[TargetEntry, TargetEntry], ...]:
        """Return each target decided for a day with the easier one that replaced it for that very day within a year."""
        last: dict[date, TargetEntry] = {}
        found = []
        for after in self.entries:
            before = last.get(after.target.from_date)
            last[after.target.from_date] = after
            if before and is_asking_less(after.target, before.target, self.better):
                found += [(before, after)] if is_recent(after.recorded_at.date(), self.on) else []
        return tuple(found)

    @property
    def unset_since(self) -> date | None:
        return to_be_set_since(self.history, self.on)

    @property
    def is_own(self) -> bool:
        """Return whether it was set for this place, and not taken from the whole council's."""
        return not self.service or bool(self.entries)

    @property
    def owner(self) -> str:
        """Return who is to set or keep it: who was named here, else the measure's owner."""
        return self.duty.owner if self.duty else self.promised.owner

    @property
    def entry(self) -> TargetEntry | None:
        """Return the entry that is in force; None for a service held to the council's."""
        begun = [each for each in self.entries if each.target == self.now]
        return begun[-1] if begun else None

    @property
    def name(self) -> str:
        """Return 'Calls answered' or 'Calls answered, Housing'."""
        return f"{self.promised.label}, {self.place}" if self.service else self.promised.label


def held_everywhere(context: Context, on: date, services: tuple[str, ...] = ()) -> tuple[HeldTarget, ...]:
    """Return the target of each measure for the council, for services with one of their own, and for `services`."""
    entries, named = all_target_entries(context.register), duties(context.register)
    found = []
    for promised in context.measures():
        council = context.targets(promised)
        own = [service for key, service in entries if key == promised.key and service]
        for service in ("", *sorted({*own, *services}, key=lambda key: label_of(key, "service", context))):
            history = own_or_council(council, context.own_targets.get((promised.key, service), ()))
            place = (promised.key, service)
            label = label_of(service, "service", context) if service else WHOLE_COUNCIL
            found.append(HeldTarget(promised, service, label, on, history, entries.get(place, ()), named.get(place)))
    return tuple(found)


def held_at(context: Context, promised: PromisedMeasure, service: str, on: date) -> HeldTarget:
    """Return the target of one measure for one service, '' for the whole council."""
    wanted = (service,) if service else ()
    return next(
        each
        for each in held_everywhere(context, on, wanted)
        if (each.promised.key, each.service) == (promised.key, service)
    )


def entered_by(entry: TargetEntry) -> str:
    """Return who entered a target, as shown."""
    return (
        "read from files" if entry.author == FILES else author_words(entry.author, is_verified=entry.author_is_verified)
    )
