"""What makes one fictional council different from another: its size, services, habits and what happened to it."""

from dataclasses import dataclass, field
from datetime import date

PHONE, VISIT, EMAIL, LETTER, WEB, APP, CHAT, VOICEMAIL = range(8)
CHANNELS = ("phone", "visit", "email", "letter", "web", "app", "chat", "voicemail")
DIGITAL = (EMAIL, WEB, APP, CHAT)
"""As the fictional councils' own files have it."""


@dataclass(frozen=True, slots=True)
class Form:
    """An online form: its share of the service's forms, and how often people come back by phone within 3 days."""

    queue: str
    weight: float
    bounced: float


@dataclass(frozen=True, slots=True)
class Reason:
    """Why people get in touch, in the adviser's words; `weight` is relative within the service."""

    words: str
    weight: float
    is_avoidable: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A level from a day on."""

    from_date: date
    level: float


@dataclass(frozen=True, slots=True)
class ServiceProfile:
    """One service: contacts in an ordinary month, how many are digital at first and in the end, and how well it does."""

    key: str
    monthly_contacts: float
    digital_at_first: float
    digital_in_the_end: float
    forms: tuple[Form, ...]
    reasons: tuple[Reason, ...]
    levels: tuple[Step, ...]  # share of calls answered in time, or answered at all (CouncilProfile.answered_within)
    seconds_handled: float = 240.0
    request_share: float = 0.3
    promised_working_days: int = 10
    requests_in_time: tuple[Step, ...] = (Step(date(2020, 1, 1), 0.88),)
    first_time: tuple[Step, ...] = (Step(date(2020, 1, 1), 0.72),)


WEEKDAYS_9_TO_5 = ((18, 34),) * 5 + ((0, 0),) * 2
"""Opening hours of each weekday, Monday first, as half-hours [from, before); (0, 0) is closed."""


@dataclass(frozen=True, slots=True)
class Surge:
    """Contacts multiplied from a day on: `at_first`, easing towards `in_the_end`; `last` None is for good."""

    service: str
    first: date
    at_first: float
    in_the_end: float
    halves_in_days: float
    last: date | None = None
    is_calls_only: bool = False


@dataclass(frozen=True, slots=True)
class EarlyOpening:
    """A pilot that opened the phones from 8am to 9am on one weekday: who rang, and how many of them only moved."""

    first: date
    last: date
    calls_a_week: float
    share_displaced: float
    later_waits: float  # what the waits of 9am to 11am that day are multiplied by


@dataclass(frozen=True, slots=True)
class CouncilProfile:
    """One fictional council."""

    key: str
    name: str
    number: int
    prefix: str
    services: tuple[ServiceProfile, ...]
    wards: tuple[str, ...]
    customers: int
    answered_within: int | None
    patience_seconds: float
    surges: tuple[Surge, ...] = ()
    pilot: EarlyOpening | None = None
    later_threshold: tuple[str, date, int] | None = (
        None  # a queue, and the seconds its own service level uses from then
    )
    half_hours_from: date | None = None  # before, calls are only in the table kept by hand
    opening: tuple[tuple[int, int], ...] = WEEKDAYS_9_TO_5
    after_holiday: float = 1.25
    chat_from: date | None = None
    linked: dict[int, float] = field(default_factory=lambda: dict.fromkeys(range(len(CHANNELS)), 0.7))
    default_ward: str | None = None
    default_ward_share: float = 0.0
    emails_in_time: tuple[Step, ...] = (Step(date(2020, 1, 1), 0.9),)
    email_working_days: int = 5
    letter_working_days: int = 10
    has_cases_for_writing: bool = False  # every e-mail and letter opens a case that is completed by its full answer
    oldest_digital_at_first: float = 0.15
    oldest_digital_in_the_end: float = 0.17
    monthly_wobble: float = 0.012  # standard deviation of a month's service level about its planted level
    steady_from: date = date(2100, 1, 1)  # from here on planted levels are met without wobble
