"""How many other reasonable ways of working a pilot out agree with the main one."""

from dataclasses import dataclass

from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.statistics.pilot_sensitivity import Row, sensitivity
from frontdoor.statistics.pilot_verdict import SIGNIFICANT

MAIN = "primary"
PRETENDED = "pretended"
"""What the names of rows begin with that should find nothing."""

LARGE = 0.5
"""Of the main effect: a smaller change where there was no pilot says little against it."""


@dataclass(frozen=True, slots=True)
class SeenWays:
    """`clear` of `number` other ways find a change the same way that is more than chance; `opposite` find one the other way.

    `pretended` starts and places, where there was no pilot, were tried too, and `false` of them show a change at least half as
    large.
    """

    number: int
    clear: int
    opposite: int
    pretended: int = 0
    false: int = 0


def seen_ways(series: OutcomeSeries | None) -> SeenWays | None:
    """Return how the other ways turn out; None where the main way finds nothing to agree with."""
    if series is None:
        return None
    rows = sensitivity(series.question, tuple(event.weeks for event in series.events)).rows
    return ways_of_rows(rows)


def ways_of_rows(rows: tuple[Row, ...]) -> SeenWays | None:
    """Return the same of rows already worked out; rows known to be too narrow, and pretended pilots, are not counted."""
    main = next((row for row in rows if row.name == MAIN), None)
    if main is None or main.effect is None:
        return None
    others = [row for row in rows if row is not main and row.effect is not None and not _is_apart(row)]
    alike = [row for row in others if (row.effect or 0.0) * main.effect > 0]
    opposite = [row for row in others if row not in alike]
    pretended = [row for row in rows if row.name.startswith(PRETENDED) and row.effect is not None]
    return SeenWays(
        len(others), _clear(alike), _clear(opposite), len(pretended), _clear(_large(pretended, main.effect))
    )


def _large(rows: list[Row], effect: float) -> list[Row]:
    return [row for row in rows if abs(row.effect or 0.0) >= abs(effect) * LARGE]


def _clear(rows: list[Row]) -> int:
    return sum(row.p is not None and row.p < SIGNIFICANT for row in rows)


def _is_apart(row: Row) -> bool:
    return row.is_too_narrow or row.name.startswith(PRETENDED)
