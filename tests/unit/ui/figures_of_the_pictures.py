"""Invented answers with the numbers of the design pictures; not one of them is a real council's."""

from datetime import date

from frontdoor.answers.answer import (
    Attention,
    Change,
    Freshness,
    OverviewAnswer,
    Point,
    PromiseResult,
    Provenance,
    Result,
)
from frontdoor.figure import TargetStep
from frontdoor.measures.measure import Kind as MeasureKind
from frontdoor.measures.measure import Measure, Term
from frontdoor.periods import Period, add_months
from frontdoor.schema.units import Better, Unit
from frontdoor.strategy.judgement import Judgement, PromiseState, State
from frontdoor.strategy.strategy import Promise, Target

OCTOBER = Period.month(date(2026, 10, 1))
MONTHS = [add_months(date(2024, 5, 1), index) for index in range(30)]
ANSWERED = [  # per cent of calls answered within 60 seconds, May 2024 to October 2026
    73.1, 71.5, 72.8, 70.2, 74.0, 72.2, 71.0, 69.8, 73.4, 71.9, 68.2, 66.9, 71.7, 73.3, 72.0, 74.4, 71.1, 72.6, 70.3,
    71.4, 73.0, 70.8, 67.6, 69.1, 72.3, 71.6, 68.9, 65.1, 63.4, 62.0,
]  # fmt: skip
FRESH = Freshness(
    council="Trentside District Council",
    generation=42,
    as_at=date(2026, 10, 31),
    line="Figures to 31 October 2026. Calls, emails and complaints up to date; survey 9 days late.",
    is_invented=True,
)
PROVENANCE = Provenance(
    generation=42,
    as_at=date(2026, 10, 31),
    loaded_at="1 November, 6:02am",
    sources=("genesys_intervals",),
    loads=(118, 119, 120, 121),
    questions=("waits_within",),
    marts=("waits_by_month",),
    parameters=(("within_seconds", "60"),),
    definition="Of every 100 people who called, how many spoke to someone within 60 seconds.",
)


def measure(key: str, unit: Unit = Unit.SHARE, better: Better = Better.HIGHER, noun: str = "calls") -> Measure:
    """Return a measure of the catalogue's shape."""
    term = Term("invented", "counted")
    definition = (
        "Of every 100 people who called, how many spoke to someone within 60 seconds of choosing an option. "
        "The clock starts after the recorded message."
    )
    return Measure(
        key,
        key,
        "{people} got through",
        unit,
        better,
        MeasureKind.RATIO,
        (term,),
        (term,),
        noun,
        definition,
        "Invented",
    )


def target(value: float | None, since: date, unit: Unit = Unit.SHARE) -> Target:
    return Target(since, value, unit, 0.02, "Cabinet, 17 March 2026")


def trend(values: list[float]) -> tuple[Point, ...]:
    """Return monthly points that end in October 2026."""
    start = add_months(date(2026, 10, 1), 1 - len(values))
    return tuple(Point(add_months(start, index), value, None, None) for index, value in enumerate(values))


def wavering(first: float, last: float, noise: float) -> list[float]:
    """Return 24 values from `first` to `last` with a fixed wobble; no generator of random numbers is needed."""
    wobble = (0.2, -0.9, 0.5, 1.0, -0.3, -1.0, 0.7, 0.1, -0.6, 0.9, -0.2, 0.4)
    return [first + (last - first) * index / 23 + noise * wobble[index * 5 % 12] for index in range(24)]


def result(  # noqa: PLR0917  a row of the picture reads best as a row
    label: str,
    bound: Measure,
    value: float | None,
    sums: tuple[float | None, float | None],
    judgement: Judgement,
    values: list[float],
    change: Change,
    promise: str = "phone",
) -> Result:
    steps = (TargetStep(judgement.target.from_date, judgement.target.value, ""),) if judgement.target else ()
    if judgement.previous_target:
        steps = (TargetStep(judgement.previous_target.from_date, judgement.previous_target.value, ""), *steps)
    return Result(
        bound.key, label, bound, promise, OCTOBER, value, *sums, judgement, trend(values), change, steps, PROVENANCE
    )


NO_CHANGE = Change("none", "No real change")
OLD = date(2024, 4, 1)
LOWERED = Judgement(
    State.MISSED,
    target(0.70, date(2026, 4, 1)),
    gap=-0.08,
    previous_target=target(0.80, OLD),
    is_lowered=True,
)
WITHIN_60 = result(
    "Calls answered within 60 seconds",
    measure("service_level"),
    13164 / 21232,
    (13164, 21232),
    LOWERED,
    [value / 100 for value in ANSWERED],
    Change("worse", "Worse since August", "3 months below the usual range"),
)


def judged(state: State, value: float | None, since: date = OLD, gap: float | None = None) -> Judgement:
    return Judgement(state, target(value, since), gap)


def promise(key: str, title: str, state: PromiseState, *results: Result) -> PromiseResult:
    return PromiseResult(Promise(key, title, title, "Invented"), state, results)


def better(since: str) -> Change:
    return Change("better", f"Better {since}")


PROMISES = (
    promise(
        "phone", "We answer the phone quickly", PromiseState.NOT_KEPT, WITHIN_60,
        result("Callers who gave up waiting", measure("abandonment_rate", better=Better.LOWER), 0.091, (1932, 21232),
               judged(State.CLOSE, 0.08, gap=-0.011), wavering(0.082, 0.091, 0.006), NO_CHANGE),
    ),
    promise(
        "reply", "We reply when we say we will", PromiseState.PARTLY_KEPT,
        result("Emails answered in 5 working days", measure("emails_on_time", noun="emails"), 4102 / 4411, (4102, 4411),
               judged(State.MET, 0.90, gap=0.03), wavering(0.84, 0.93, 0.008), better("since March")),
        result("Complaints answered on time", measure("complaints_on_time", noun="due, open ones too"), 96 / 114, (96, 114),
               judged(State.MISSED, 0.95, gap=-0.11), wavering(0.84, 0.84, 0.04), NO_CHANGE),
    ),
    promise(
        "first_time", "We sort it out first time", PromiseState.KEPT,
        result("Sorted out at first contact", measure("first_contact_resolution", noun="requests"), 18240 / 24010,
               (18240, 24010), judged(State.MET, 0.72, gap=0.04), wavering(0.70, 0.76, 0.01), better("since May")),
        result("Had to contact us again in 7 days",
               measure("repeat_contact", better=Better.LOWER, noun="requests"), 2977 / 24010, (2977, 24010),
               judged(State.TO_BE_SET, None, date(2026, 3, 1)), wavering(0.125, 0.124, 0.006), NO_CHANGE),
    ),
    promise(
        "online", "You can go online at any time", PromiseState.KEPT,
        result("Contacts made online", measure("digital_share", noun="contacts"), 20614 / 42768, (20614, 42768),
               judged(State.MET, 0.48, gap=0.002), wavering(0.38, 0.482, 0.006), better("all year")),
    ),
    promise(
        "respect", "We treat people with respect", PromiseState.CANNOT_SAY,
        result("Satisfaction, net score −1 to +1", measure("net_satisfaction", Unit.SCORE, noun="answers"), 0.41,
               (None, 1204), judged(State.TO_BE_SET, None, date(2023, 7, 1)), wavering(0.40, 0.41, 0.03), NO_CHANGE),
        result("Wait, callers needing extra help",
               measure("average_speed_of_answer", Unit.SECONDS, Better.LOWER, "callers"), None, (None, None),
               Judgement(State.TOO_FEW, target(60, OLD, Unit.SECONDS)), [], Change("unknown", "Not judged")),
    ),
)  # fmt: skip

LEAD = (
    "the phone. 62 in every 100 callers got through within 60 seconds; we promised 70. It has been getting worse since "
    "August."
)
NOTE = (
    "Kept: every measure judged was met. Partly kept: some were. Not kept: none was. Close: within 2 points of the "
    "target. A real change is more than the usual ups and downs, by control chart rules; about 2 in 100 charts show one "
    "by chance."
)
OVERVIEW = OverviewAnswer(
    question="Are we keeping our promises?",
    answer="We are keeping 2 of our 5 promises.",
    lead=(
        ("Not kept:", LEAD),
        ("Partly kept:", "complaints are answered late."),
        ("Can’t say yet:", "respect, which has no target."),
    ),
    promises=PROMISES,
    attention=(
        Attention("3 actions are overdue.", "Oldest: two more advisers for the council tax line, due 30 September.",
                  "Actions", page="actions"),
        Attention("1 target was lowered:", "calls in 60 seconds, 80% to 70%, on 1 April 2026.", "Who and why",
                  measure="Calls answered within 60 seconds"),
        Attention("2 targets are still to be set.", "Oldest: 39 months.", "Targets", page="targets"),
    ),
    freshness=FRESH,
    notes=(NOTE,),
)  # fmt: skip
