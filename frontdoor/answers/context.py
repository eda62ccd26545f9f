"""What every answer is worked out from: one council's files, one generation and the decisions in force, opened once."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

import polars as pl

from frontdoor.access.audience import Audience
from frontdoor.answers.complaints_codes import by_the_codes
from frontdoor.errors import FrontdoorError
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Measure
from frontdoor.register.definition_changes import held_definitions
from frontdoor.register.definitions import as_defined, restored
from frontdoor.register.pilot_plans import HeldPilot
from frontdoor.register.register import Register, open_register
from frontdoor.register.sign_offs import SignOff, sign_offs
from frontdoor.register.target_changes import services_own_targets
from frontdoor.register.thresholds import as_held
from frontdoor.strategy.council import Council
from frontdoor.strategy.history import own_or_council
from frontdoor.strategy.question_bank import fitting_questions
from frontdoor.strategy.strategy import PromisedMeasure, Target
from frontdoor.warehouse.asking import Asked
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.homes import open_home
from frontdoor.warehouse.opening import Warehouse, open_warehouse

INVENTED = "Invented figures"

COUNCILS_KEPT_OPEN = 8
"""How many councils' registers one process keeps open."""


@dataclass(slots=True)
class Context:
    """One council at one generation, for one audience; questions already asked are kept for the length of an answer.

    `kept_found` holds what was worked out and is the same for every filter, by a name its maker chooses.
    """

    home: Home
    council: Council
    warehouse: Warehouse
    register: Register
    audience: Audience
    asked: dict[object, Asked] = field(default_factory=dict)
    kept_ledger: pl.DataFrame | None = None
    kept_measures: tuple[PromisedMeasure, ...] | None = None
    kept_targets: dict[str, tuple[Target, ...]] = field(default_factory=dict)
    kept_own_targets: dict[tuple[str, str], tuple[Target, ...]] | None = None
    kept_pilots: tuple[HeldPilot, ...] | None = None
    kept_sign_offs: tuple[SignOff, ...] | None = None
    kept_changed: dict[int, str] = field(default_factory=dict)
    kept_found: dict[str, object] = field(default_factory=dict)

    @property
    def as_at(self) -> date:
        return self.warehouse.as_at

    @property
    def stamp(self) -> str:
        """Return what every file made from these figures must say."""
        return INVENTED if self.council.is_invented else ""

    def ledger(self) -> pl.DataFrame:
        """Return the loads of this generation, read once for each answer."""
        if self.kept_ledger is None:
            self.kept_ledger = self.warehouse.loads()
        return self.kept_ledger

    def measures(self) -> tuple[PromisedMeasure, ...]:
        """Return the promised measures as agreed: a definition or threshold a file has changed since waits for approval."""
        if self.kept_measures is None:
            held, agreed = self.register.thresholds(), held_definitions(self.register).in_force
            stated = (as_defined(promised, agreed.get(promised.key)) for promised in self.council.measures)
            known = (*stated, *self._taken_away(agreed))
            self.kept_measures = tuple(as_held(promised, held) for promised in known)
        return self.kept_measures

    def _taken_away(self, agreed: dict[str, str]) -> tuple[PromisedMeasure, ...]:
        """Return the measures that a file has dropped while nobody has approved it; they keep their target until then."""
        stated, promises = ({each.key for each in side} for side in (self.council.measures, self.council.promises))
        if agreed.keys() <= stated:
            return ()
        dropped = {change.measure_key for change in self.register.pending() if not change.stated} - stated
        found = (restored(key, agreed[key]) for key in sorted(dropped & agreed.keys()))
        return tuple(promised for promised in found if promised.promise in {"", *promises})

    def promised(self, key: str) -> PromisedMeasure:
        """Return the promised measure called `key`, or a plain catalogue measure wrapped as one."""
        for promised in self.measures():
            if promised.key == key:
                return promised
        if key in CATALOGUE:
            return unpromised(key, self)
        raise FrontdoorError(f"there is no measure called {key}; `measures` lists those there are")

    def pilots(self) -> tuple[HeldPilot, ...]:
        """Return the pilots that are declared, read once for each answer."""
        if self.kept_pilots is None:
            self.kept_pilots = self.register.pilots()
        return self.kept_pilots

    def sign_offs(self) -> tuple[SignOff, ...]:
        """Return what stands for each source's periods, read once for each answer."""
        if self.kept_sign_offs is None:
            self.kept_sign_offs = sign_offs(self.register)
        return self.kept_sign_offs

    def targets(self, promised: PromisedMeasure, service: str | None = None) -> tuple[Target, ...]:
        """Return the dated targets the register holds for this measure; with a service those it is judged by."""
        if promised.key not in self.kept_targets:
            self.kept_targets[promised.key] = self.register.targets(promised.key)
        held = self.kept_targets[promised.key]
        return own_or_council(held, self.own_targets.get((promised.key, service), ())) if service else held

    @property
    def own_targets(self) -> dict[tuple[str, str], tuple[Target, ...]]:
        """Return the targets services have of their own, by measure and service, read once for each answer."""
        if self.kept_own_targets is None:
            self.kept_own_targets = services_own_targets(self.register)
        return self.kept_own_targets


def unpromised(key: str, context: Context) -> PromisedMeasure:
    """Return a catalogue measure that no promise names: of complaints by the Codes, of a survey about the first question it fits."""
    measure = by_the_codes(bare(CATALOGUE[key]), context.council)
    fitting = fitting_questions(key, context.council.questions)
    return replace(measure, question=fitting[0].key) if fitting else measure


def bare(measure: Measure) -> PromisedMeasure:
    """Return a catalogue measure that no promise names, with no parameters and no targets."""
    return PromisedMeasure(
        key=measure.key,
        measure=measure.key,
        label=measure.label,
        promise="",
        parameters={},
        services=(),
        channels=(),
        targets=(),
    )


_reading: ContextVar[dict[tuple[str, int | None, Audience], Context] | None] = ContextVar("reading", default=None)


@contextmanager
def one_reading() -> Iterator[None]:
    """Let all answers worked out inside stand on one context, so that what many of them ask is asked once.

    For what puts many answers together at once, as a pack does; the council and the register are read as they are when
    the first answer needs them. Other threads do not take part.
    """
    token = _reading.set({})
    try:
        yield
    finally:
        _reading.reset(token)


def open_context(filters: Filters, audience: Audience) -> Context:
    """Open the council the filters name at the generation they name (the newest if None), once for each `one_reading`."""
    opened = _reading.get()
    if opened is None:
        return _opened(filters, audience)
    wanted = (filters.council, filters.generation, audience)
    if wanted not in opened:
        opened[wanted] = _opened(filters, audience)
    return opened[wanted]


def _opened(filters: Filters, audience: Audience) -> Context:
    home = open_home(filters.council)
    return Context(
        home=home,
        council=home.council,
        warehouse=open_warehouse(home, filters.generation),
        register=register_of(home.folder),
        audience=audience,
    )


@lru_cache(maxsize=COUNCILS_KEPT_OPEN)
def register_of(folder: Path) -> Register:
    """Return the register in this home, opened once for each process."""
    return open_register(folder, os.environ.get("FRONTDOOR_REGISTER_URL"))


def apply_files(council: str, now: datetime) -> None:
    """Let the register read the council's strategy and council file; a first reading sets targets, later ones wait.

    `now` may be in any zone; the day that counts is the council's own.
    """
    home = open_home(council)
    register_of(home.folder).apply_files(home.council, now.astimezone(ZoneInfo(home.council.time_zone)))
