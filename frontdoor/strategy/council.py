"""What a council decides for itself: calendar, opening hours, digital channels, unit costs, sources of record, targets."""

from dataclasses import dataclass
from datetime import date

from frontdoor.periods import FINANCIAL_YEAR_STARTS_IN_MONTH
from frontdoor.schema.units import Channel, Family
from frontdoor.strategy.data_owners import DataOwner
from frontdoor.strategy.deprivation import Deprivation
from frontdoor.strategy.event_kind import EventKind
from frontdoor.strategy.peers import PeerFigure
from frontdoor.strategy.pilot_plan import PilotPlan
from frontdoor.strategy.question_bank import Question
from frontdoor.strategy.routine import RoutineInformation
from frontdoor.strategy.saving_decisions import Ease, Released
from frontdoor.strategy.service_plans import ServicePlan
from frontdoor.strategy.staffing import RosteredGroup, Staffing
from frontdoor.strategy.strategy import Partner, Promise, PromisedMeasure, Service, Strategy


@dataclass(frozen=True, slots=True)
class Opening:
    """Opening hours of a queue (None: every queue) on one weekday (8: bank holidays) from a date on; half-hours, [from, before)."""

    from_date: date
    weekday: int
    from_half_hour: int
    before_half_hour: int
    queue: str | None = None


@dataclass(frozen=True, slots=True)
class DigitalChannel:
    """A channel the council counts as digital over [from_date, before_date)."""

    channel: Channel
    from_date: date
    before_date: date | None = None


@dataclass(frozen=True, slots=True)
class UnitCost:
    """The council's own cost of one contact in pence over [from_date, before_date), with a range and a source."""

    channel: Channel
    from_date: date
    low_pence: float
    pence: float
    high_pence: float
    source: str
    before_date: date | None = None


@dataclass(frozen=True, slots=True)
class Homes:
    """How many homes the council lets, from a day until the next such figure, and where the number comes from."""

    from_date: date
    homes: int
    source: str


@dataclass(frozen=True, slots=True)
class SourceOfRecord:
    """Which source counts for these columns over [from_date, before_date); None is every family, service or channel."""

    source: str
    family: Family | None = None
    service: str | None = None
    channel: Channel | None = None
    from_date: date | None = None
    before_date: date | None = None


@dataclass(frozen=True, slots=True)
class SharedKey:
    """How one source's rows add attributes to another's: the columns whose values are the same thing."""

    source: str
    to_source: str
    column: str
    to_column: str
    attributes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CouncilEvent:
    """Something that happened, known to the council file: council tax bills, a waste-round change; `last_date` inclusive."""

    on_date: date
    label: str
    services: tuple[str, ...] = ()
    kind: EventKind = EventKind.OTHER
    last_date: date | None = None


@dataclass(frozen=True, slots=True)
class Council:
    """One council's own decisions, read from its council.toml, and the strategy it follows.

    `measures` are the strategy's and the council's own, each with one combined history of thresholds and targets, and
    `questions` the strategy's question bank with the council's own questions in place of those of the same key;
    `area_codes` are the codes postcode tables know the council's area by;
    `year_starts_in_month` is where the years of annual updates begin;
    `own_numbers` are the switchboard and outgoing numbers a caller's record may show instead of the caller's.
    """

    key: str
    name: str
    strategy: Strategy
    time_zone: str
    nation: str
    is_invented: bool
    services: tuple[Service, ...]
    measures: tuple[PromisedMeasure, ...]
    openings: tuple[Opening, ...]
    digital_channels: tuple[DigitalChannel, ...]
    unit_costs: tuple[UnitCost, ...]
    sources_of_record: tuple[SourceOfRecord, ...]
    shared_keys: tuple[SharedKey, ...]
    events: tuple[CouncilEvent, ...]
    opt_in: tuple[str, ...] = ()
    default_wards: tuple[str, ...] = ()
    area_codes: tuple[str, ...] = ()
    own_numbers: tuple[str, ...] = ()
    notice: str = ""
    file_hash: str = ""
    questions: tuple[Question, ...] = ()
    homes: tuple[Homes, ...] = ()
    own_promises: tuple[Promise, ...] = ()
    staffing: tuple[Staffing, ...] = ()
    staff_groups: tuple[RosteredGroup, ...] = ()
    routine: tuple[RoutineInformation, ...] = ()
    released: tuple[Released, ...] = ()
    ease: tuple[Ease, ...] = ()
    own_plans: tuple[PilotPlan, ...] = ()
    deprivation: tuple[Deprivation, ...] = ()
    peers: tuple[PeerFigure, ...] = ()
    data_owners: tuple[DataOwner, ...] = ()
    own_partners: tuple[Partner, ...] = ()
    service_plans: tuple[ServicePlan, ...] = ()
    year_starts_in_month: int = FINANCIAL_YEAR_STARTS_IN_MONTH

    @property
    def promises(self) -> tuple[Promise, ...]:
        """Return the strategy's promises and then the council's own."""
        return (*self.strategy.promises, *self.own_promises)

    @property
    def partners(self) -> tuple[Partner, ...]:
        """Return the strategy's partners, the council's own in place of those of the same key, then the rest of its own."""
        by_key = {each.key: each for each in self.strategy.partners} | {each.key: each for each in self.own_partners}
        return tuple(by_key.values())

    @property
    def plans(self) -> tuple[PilotPlan, ...]:
        """Return the strategy's plans of pilots, the council's own in place of those of the same key, then the rest of its own."""
        by_key = {plan.key: plan for plan in self.strategy.plans} | {plan.key: plan for plan in self.own_plans}
        return tuple(by_key.values())

    @property
    def holiday_calendar(self) -> tuple[str, str]:
        """Return country and subdivision of `nation`, an ISO 3166-2 code such as GB-ENG, as `holidays` takes them."""
        country, _, subdivision = self.nation.partition("-")
        return country, subdivision
