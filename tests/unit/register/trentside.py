"""A small invented council to read targets from."""

from datetime import UTC, date, datetime

from frontdoor.schema.units import Unit
from frontdoor.strategy.council import Council
from frontdoor.strategy.strategy import PromisedMeasure, Strategy, Target

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
APRIL_2024 = date(2024, 4, 1)


def share(value: float | None, from_date: date = APRIL_2024, tolerance: float | None = None, why: str = "") -> Target:
    return Target(from_date, value, Unit.SHARE, tolerance, source="Cabinet paper", why=why)


def measure(key: str, *targets: Target) -> PromisedMeasure:
    return PromisedMeasure(
        key, key, label=key, promise="answer", parameters={}, services=(), channels=(), targets=targets
    )


def council(*measures: PromisedMeasure, published: tuple[PromisedMeasure, ...] = (), file_hash: str = "aa") -> Council:
    """Give a council whose own file states `measures`; those also in `published` come from its strategy."""
    strategy = Strategy(
        "trent", "Trentside", "Strategy", None, "customer", "", "", (), published, (), (), (), (), ()
    )  # fmt: skip
    return Council(
        key="trentside", name="Trentside", strategy=strategy, time_zone="Europe/London", nation="England",
        is_invented=True, services=(), measures=measures, openings=(), digital_channels=(), unit_costs=(),
        sources_of_record=(), shared_keys=(), events=(), file_hash=file_hash,
    )  # fmt: skip


def terms(targets: tuple[Target, ...]) -> list[tuple[date, float | None]]:
    return [(target.from_date, target.value) for target in targets]
