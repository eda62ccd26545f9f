"""A seeded set of complaints and survey responses with everything awkward in it: three kinds, gaps, corrections, two sources."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from awkward_records import FIRST, LAST, SERVICES, some_day
from brute_force import Declared
from small_warehouse import COUNCIL, Delivery, Row, complaint, complaint_event, complaint_stage, response

from frontdoor.schema.units import Channel, Family
from frontdoor.strategy.council import SourceOfRecord

PROCEDURES = ("corporate", "housing", "social_care")
WARDS = ("north", "south", "unknown", None)
OUTCOMES = ("upheld", "partly_upheld", "not_upheld", None)
OLD_UNTIL = date(2025, 4, 10)
VOICES_DECLARED = (
    Declared("old_cases", "web", "complaints", None, OLD_UNTIL),
    Declared("cases", "web", "complaints", OLD_UNTIL, None),
    Declared("surveys", None, "surveys"),
)
VOICES_COUNCIL = replace(
    COUNCIL,
    sources_of_record=(
        SourceOfRecord("old_cases", family=Family.COMPLAINTS, channel=Channel.WEB, before_date=OLD_UNTIL),
        SourceOfRecord("cases", family=Family.COMPLAINTS, channel=Channel.WEB, from_date=OLD_UNTIL),
        SourceOfRecord("surveys", family=Family.SURVEYS),
        SourceOfRecord("nobody", channel=Channel.VISIT),  # holds no complaints, so it pushes none out
    ),
)
SURVEYS = ("after_call", "tenants")
QUESTIONS = ("How was it?", "Sorted?", "old name")
ANSWERS = ("good", "average", "poor", "yes", "7", "<script>")


def changed_at(random: Random) -> datetime:
    return datetime(2025, 7, 1) + timedelta(hours=random.randrange(48))


def _described(random: Random, channels: tuple[str, ...], *, is_plain: bool) -> Row:
    return {
        "updated_at": changed_at(random), "procedure": random.choice(PROCEDURES), "service": random.choice(SERVICES),
        "channel": random.choice(channels), "ward": None if is_plain else random.choice(WARDS),
        "reason": random.choice((None, "missed bin", "delay")), "customer_type": random.choice((None, "resident", "business")),
    }  # fmt: skip


def _after(random: Random, day: date | None, chance: float = 0.6) -> date | None:
    days = random.choice((0, 0, 1, 2, 5, 7, 10, 14, 21, 40))
    return day + timedelta(days=days) if day is not None and random.random() < chance else None


def _stage(random: Random, opened: date | None) -> Row:
    acknowledged, responded = _after(random, opened), _after(random, opened)
    return {
        "acknowledged_date": acknowledged, "responded_date": responded,
        "stated_due_date": _after(random, opened, 0.3), "extension_working_days": random.choice((None, None, 0, 5, 15)),
        "outcome": random.choice(OUTCOMES) if responded else None,
    }  # fmt: skip


def case(random: Random, number: str, channels: tuple[str, ...] = ("email", "web")) -> Row:
    """Return one case, at times settled early, at times at stage 2 without a stage 1."""
    received = some_day(random)
    one = random.choice((None, received, received, _after(random, received)))
    two = _after(random, received, 0.4)
    given = {f"stage_1_{name}": value for name, value in _stage(random, one).items()}
    given |= {f"stage_2_{name}": value for name, value in _stage(random, two).items()}
    given |= {
        "stage_1_opened_date": one,
        "stage_2_opened_date": two,
        "remedy_pence": random.choice((None, None, 0, 5000)),
    }
    for name in ("resolved_early_date", "refused_date", "withdrawn_date"):
        given[name] = _after(random, received, 0.15)
    return complaint(number, received, **_described(random, channels, is_plain=channels == ("web",)), **given)


def stage(random: Random, number: str) -> Row:
    """Return one stage (0, 1 or 2) of one of few cases."""
    name, place = number.split("/")
    opened = some_day(random)
    given = _stage(random, opened) | {
        "refused_date": _after(random, opened, 0.1), "withdrawn_date": _after(random, opened, 0.1),
        "remedy_pence": random.choice((None, 100)), **_described(random, ("phone",), is_plain=False),
    }  # fmt: skip
    return complaint_stage(name, int(place), opened, **given)


def event(random: Random, number: str) -> Row:
    """Return any event of one of few cases, in no sensible order."""
    name = number.split("/", maxsplit=1)[0]
    happened = random.choice(
        ("received", "opened", "acknowledged", "extended", "responded", "responded", "opened", "withdrawn")
    )
    happened = random.choice(("resolved_early", "refused")) if random.random() < 0.1 else happened
    given = {
        "event_id": number, "stated_due_date": _after(random, some_day(random), 0.2),
        "extension_working_days": random.choice((None, 5, 8)), "outcome": random.choice(OUTCOMES),
        "remedy_pence": random.choice((None, None, 300)), **_described(random, ("letter", "visit"), is_plain=False),
    }  # fmt: skip
    return complaint_event(name, happened, some_day(random), random.choice((None, 1, 1, 2, 2)), **given)


def answered(random: Random, number: str, surveys: tuple[str, ...] = SURVEYS) -> Row:
    """Return one response with none to three answers, at times the same question twice."""
    questions = [random.choice(QUESTIONS) for _ in range(random.choice((0, 1, 1, 2, 3)))]
    return response(
        number, some_day(random), survey=random.choice(surveys), service=random.choice(SERVICES),
        channel=random.choice(("phone", "web")), ward=random.choice(WARDS), age_band=random.choice((None, "18-24")),
        updated_at=changed_at(random), questions=questions, answers=[random.choice(ANSWERS) for _ in questions],
    )  # fmt: skip


def _again(random: Random, rows: list[Row], key: str, make: Callable[[Random, str], Row]) -> list[Row]:
    """Return some rows once more: as they were, changed and later, or changed and older."""
    fresh = []
    for row in random.sample(rows, len(rows) // 4):
        at = row["updated_at"] + timedelta(minutes=random.choice((-30, 30)))
        other = make(random, row[key]) | {"updated_at": at}
        if key == "complaint_id":  # their source delivers a snapshot as well, which speaks for days
            other["activity_date"] = row["activity_date"]
        fresh.append(random.choice((row, other)))
    return fresh


def voices(seed: int, size: int = 120) -> list[Delivery]:
    """Return a council's loads of complaints and survey responses in the order they came."""
    random = Random(seed)
    cases = [case(random, f"c{n}") for n in range(size)]
    old = [case(random, f"o{n}", ("web",)) for n in range(size // 3)]
    stages = [stage(random, f"s{n}/{place}") for n in range(size // 3) for place in (0, 1, 2) if random.random() < 0.6]
    events = [event(random, f"e{n % (size // 3)}/{n}") for n in range(size)]
    answers = [answered(random, f"r{n}") for n in range(size)]
    others = [answered(random, f"t{n}", ("after_call", "only_here")) for n in range(size // 2)]
    march = (date(2025, 3, 1), date(2025, 3, 31))
    kept = [row for row in cases if march[0] <= row["activity_date"] <= march[1] and random.random() < 0.8]
    parts: list[tuple[Any, ...]] = [
        (cases[: size // 2], "cases", "complaints", None, date(2025, 4, 30)),
        (stages, "stages", "complaint_stages", None, LAST),
        (events[: size // 2], "log", "complaint_events", None, date(2025, 5, 20)),
        (old, "old_cases", "complaints", None, LAST),
        (
            cases[size // 2 :] + _again(random, cases[: size // 2], "complaint_id", case),
            "cases",
            "complaints",
            None,
            LAST,
        ),
        (kept, "cases", "complaints", march, LAST),
        (
            events[size // 2 :] + _again(random, events[: size // 2], "event_id", event),
            "log",
            "complaint_events",
            None,
            LAST,
        ),
        (_again(random, stages, "stage_id", stage), "stages", "complaint_stages", None, LAST),
        (answers, "surveys", "survey_responses", None, LAST),
        (others, "other_surveys", "survey_responses", None, LAST),
        (_again(random, answers, "response_id", answered), "surveys", "survey_responses", None, LAST),
    ]
    return [Delivery(*part) for part in parts]


__all__ = ["FIRST", "LAST", "VOICES_COUNCIL", "VOICES_DECLARED", "voices"]
