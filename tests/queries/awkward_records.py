"""A seeded set of deliveries with everything awkward in it: midnight, clock changes, transfers, corrections, two sources."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

from brute_force import Declared
from small_warehouse import COUNCIL, Delivery, Row, contact, council_with_threshold, interval

from frontdoor.measures.measure import Parameter
from frontdoor.schema.records import ADJUSTMENT, ASSISTANCE
from frontdoor.schema.units import Channel, Family
from frontdoor.strategy.council import SourceOfRecord
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure

SEED = 20260704
FIRST, LAST = date(2025, 2, 20), date(2025, 6, 12)  # both sides of a clock change, Easter and two months' ends
SERVICES = ("waste", "council_tax", "unknown")
QUEUES = ("main", "tax_line")
WARDS = ("north", "south", "unknown", None)
EXTRA_THRESHOLD, OTHER_THRESHOLD = 25, 300
OLD_UNTIL = date(2025, 4, 10)
DECLARED = (
    Declared("old_calls", "phone", None, None, OLD_UNTIL),
    Declared("calls", "phone", None, OLD_UNTIL, None),
    Declared("visits", "visit", "volume"),
    Declared("visits", "visit", "waits"),
    Declared("desk", "visit", "reasons"),
)
PROMISED_DAYS, DAYS_AHEAD = (0, 1, 5, 12), (0, 7, 90)


def promising(name: Parameter, values: tuple[int, ...], clock: str) -> PromisedMeasure:
    """Return a measure that declares several values of one parameter."""
    dated = {
        name: tuple(DatedValue(date(2020 + place, 1, 1), value) for place, value in enumerate(values)),
        Parameter.CLOCK: (DatedValue(date(2020, 1, 1), clock),),
    }
    return PromisedMeasure(clock, "replied_in_time", clock, "", dated, (), (), ())


_PROMISING = replace(
    COUNCIL,
    measures=(
        promising(Parameter.PROMISED_WORKING_DAYS, PROMISED_DAYS, "first_reply"),
        promising(Parameter.PROMISED_WORKING_DAYS, PROMISED_DAYS, "completion"),
        promising(Parameter.WITHIN_DAYS, DAYS_AHEAD, "none"),
    ),
    sources_of_record=(
        SourceOfRecord("old_calls", channel=Channel.PHONE, before_date=OLD_UNTIL),
        SourceOfRecord("calls", channel=Channel.PHONE, from_date=OLD_UNTIL),
        SourceOfRecord("visits", family=Family.VOLUME, channel=Channel.VISIT),
        SourceOfRecord("visits", family=Family.WAITS, channel=Channel.VISIT),
        SourceOfRecord("desk", family=Family.REASONS, channel=Channel.VISIT),
    ),
)
AWKWARD_COUNCIL = council_with_threshold(EXTRA_THRESHOLD, council_with_threshold(OTHER_THRESHOLD, _PROMISING))
MOMENTS = ((0, 0), (0, 29), (0, 30), (1, 30), (8, 59), (9, 0), (12, 15), (16, 59), (17, 0), (23, 59))


def some_day(random: Random) -> date:
    edges = (FIRST, date(2025, 3, 30), date(2025, 3, 31), date(2025, 4, 1), date(2025, 4, 18), date(2025, 4, 21), LAST)
    return (
        random.choice(edges)
        if random.random() < 0.2
        else FIRST + timedelta(days=random.randrange((LAST - FIRST).days + 1))
    )


def some_moment(random: Random) -> datetime:
    return datetime.combine(some_day(random), datetime.min.time()) + timedelta(
        hours=(moment := random.choice(MOMENTS))[0], minutes=moment[1], seconds=random.choice((0, 0, 17))
    )


def changed_at(random: Random) -> datetime:
    return datetime(2025, 7, 1) + timedelta(hours=random.randrange(48))


def of_whom(number: str) -> Row:
    """Return what is recorded of the customer, drawn apart so that nothing else changes with it."""
    random = Random(f"{SEED} {number}")
    return {
        "language": random.choice((None, None, "Polish", "Welsh", "unknown")),
        "assistance": random.choice((None, None, None, *ASSISTANCE)), "adjustment": random.choice((None, *ADJUSTMENT)),
    }  # fmt: skip


def call(random: Random, number: str) -> Row:
    outcome = random.choice(("answered", "answered", "answered", "abandoned", "called_back", "other", None))
    return contact(
        number, some_moment(random), updated_at=changed_at(random), service=random.choice(SERVICES),
        queue=random.choice(QUEUES), channel=random.choice(("phone", "phone", "chat")), outcome=outcome,
        seconds_waited=random.choice((None, 0, 5, 6, 20, 21, 25, 26, 60, 300, 7000)),
        seconds_handled=random.choice((None, 0, 180, 400)), customer=random.choice((None, "ann", "bob", "cat", "dan")),
        conversation_id=random.choice((None, None, number, f"talk {random.randrange(8)}")),
        is_resolved_first=random.choice((None, True, False)), is_avoidable=random.choice((None, True, False)),
        transfers=random.choice((None, 0, 1)), is_customer_contact=random.random() < 0.9,
        is_survey_invited=random.choice((None, True, False)), ward=random.choice(WARDS), **of_whom(number),
    )  # fmt: skip


def letter(random: Random, number: str) -> Row:
    at, is_timed = some_moment(random), random.random() < 0.8
    at = at if is_timed else datetime.combine(at.date(), datetime.min.time())
    days = random.choice((None, None, 0, 1, 2, 5, 9, 30))
    replied_at = at + timedelta(hours=random.choice((0, 1, 23, 24, 49))) if is_timed and random.random() < 0.5 else None
    completed = None if days is None else at.date() + timedelta(days=days)
    return contact(
        number, at, updated_at=changed_at(random), service=random.choice(SERVICES), queue=random.choice(QUEUES),
        started_at=at, channel=random.choice(("email", "web", "voicemail")), outcome=None, seconds_waited=None,
        is_time_known=is_timed, customer=random.choice((None, "ann", "bob", "cat")), ward=random.choice(WARDS),
        reason=random.choice((None, "missed bin", "bill")), case_id=random.choice((None, None, f"case {random.randrange(12)}")),
        replied_at=replied_at, replied_date=replied_at.date() if replied_at else random.choice((None, None, at.date())),
        completed_date=completed, promised_date=random.choice((None, at.date() + timedelta(days=5))),
        transfers=random.choice((None, 0, 2)), tenure=Random(f"tenure {number}").choice((None, "council tenant", "owner")),
    )  # fmt: skip


def summary(random: Random, number: str) -> Row:
    grain = random.choice(("half_hour", "half_hour", "day", "month"))
    at = some_moment(random)
    at = (
        at.replace(minute=at.minute // 30 * 30, second=0)
        if grain == "half_hour"
        else at.replace(hour=0, minute=0, second=0)
    )
    at = at.replace(day=1) if grain == "month" else at
    offered, answered = random.randrange(20, 40), random.randrange(20)
    return interval(
        number, at, grain=grain, updated_at=changed_at(random), service="switchboard", queue="switchboard",
        threshold_seconds=random.choice((None, 20, 20, 30)), calls_offered=offered, calls_answered=answered,
        contacts=random.choice((None, offered)), calls_abandoned=random.choice((None, 3)),
        calls_answered_within=random.choice((None, answered // 2)), calls_abandoned_within=random.choice((None, 1)),
        seconds_to_answer=random.choice((None, answered * 9)), longest_wait_seconds=random.choice((None, 99, 800)),
    )  # fmt: skip


def visit(random: Random, number: str) -> Row:
    return call(random, number) | {"channel": "visit", "updated_at": None, "conversation_id": None}


def again(random: Random, rows: list[Row], make: "type | object") -> list[Row]:
    """Return some of the rows once more: as they were, changed and later, or changed and older."""
    chosen = random.sample(rows, len(rows) // 4)
    fresh = []
    for row in chosen:
        other = make(random, row.get("contact_id") or row.get("interval_id"))  # type: ignore[operator]
        if row["updated_at"] is None:
            fresh.append(random.choice((row, other)))
        else:
            later = row["updated_at"] + timedelta(minutes=random.choice((-7, 7)) * (1 + random.randrange(50)))
            fresh.append(random.choice((row, other | {"updated_at": later})))
    return fresh


def awkward_deliveries(seed: int, size: int = 120) -> list[Delivery]:
    """Return a council's loads in the order they came."""
    random = Random(seed)
    calls = [call(random, f"c{n}") for n in range(size)]
    old = [call(random, f"c{n}") | {"channel": "phone"} for n in range(size // 3)]
    letters = [letter(random, f"l{n}") for n in range(size)]
    summaries = [summary(random, f"s{n}") for n in range(size // 3)]
    visits, at_desk = (
        [visit(random, f"v{n}") for n in range(size // 4)],
        [visit(random, f"d{n}") for n in range(size // 4)],
    )
    kept = [row for row in letters if row["activity_date"].month != 4 or random.random() < 0.8]
    april = (date(2025, 4, 1), date(2025, 4, 30))
    return [
        Delivery(calls[: size // 2], "calls", covered_to=date(2025, 4, 30)),
        Delivery(letters, "letters", covered_to=date(2025, 6, 8)),
        Delivery(summaries, "summaries", "contact_intervals", covered_to=LAST),
        Delivery(calls[size // 2 :] + again(random, calls[: size // 2], call), "calls", covered_to=LAST),
        Delivery(old, "old_calls", covered_to=LAST),
        Delivery(
            [row for row in kept if april[0] <= row["activity_date"] <= april[1]],
            "letters",
            snapshot=april,
            covered_to=date(2025, 4, 30),
        ),
        Delivery(visits, "visits", covered_to=LAST),
        Delivery(at_desk, "desk", covered_to=LAST),
        Delivery(again(random, visits, visit), "visits", covered_to=LAST),
        Delivery(again(random, calls, call), "calls", covered_to=LAST),
        Delivery(again(random, summaries, summary), "summaries", "contact_intervals", covered_to=LAST),
    ]
