"""The targets of one measure as steps through time, beside what was measured."""

from datetime import date

import polars as pl

from frontdoor.answers.answer import Result
from frontdoor.answers.target_words import phrase
from frontdoor.answers.targets_held import HeldTarget
from frontdoor.figure import Figure, Kind
from frontdoor.measures.formatting import format_date, format_value
from frontdoor.schema.units import Better
from frontdoor.strategy.strategy import Target

MEASURED, TARGET = "Measured", "Target"


def history_figure(held: HeldTarget, result: Result) -> Figure | None:
    """Return the steps of the target and the months measured; None where no target was ever a number."""
    steps = _steps(held)
    if not any(value is not None for _, value in steps):
        return None
    known = [(point.period_start, point.value) for point in result.trend if point.is_complete]
    rows = [*((day, MEASURED, value) for day, value in known), *((day, TARGET, value) for day, value in steps)]
    frame = pl.DataFrame(rows, schema={"period_start": pl.Date, "series": pl.String, "value": pl.Float64}, orient="row")
    return Figure(
        key=f"{held.promised.key}-targets",
        kind=Kind.LINES,
        frame=frame,
        unit=held.unit,
        better=Better.NEITHER,
        headline=_headline(held),
        subtitle=f"{held.name}: the target in force each day, and what was measured each month",
        sentence=_sentence(held),
        definition="A target is in force from its day until the next one begins; TBA leaves a gap. Past months keep the target of their own day.",
        table=_table(held),
        provenance="",
    )


def _steps(held: HeldTarget) -> list[tuple[date, float | None]]:
    """Return the corners of the steps: each level from its day to the next one's, a gap where it is TBA."""
    corners: list[tuple[date, float | None]] = []
    for place, target in enumerate(held.history):
        later = held.history[place + 1 : place + 2]
        until = later[0].from_date if later else max(held.on, target.from_date)
        corners += [(target.from_date, target.value), (until, target.value)]
    return corners


def _headline(held: HeldTarget) -> str:
    if held.now is None:
        return "No target is in force yet"
    if held.now.value is None:
        return "Still to be set"
    changed = sum(target.value is not None for target in held.history if target.from_date <= held.on) - 1
    times = {0: "never changed", 1: "changed once"}.get(changed, f"changed {changed} times")
    return f"{phrase(held.now, held.better).capitalize()}; {times}"


def _sentence(held: HeldTarget) -> str:
    said = [f"{phrase(target, held.better)} from {format_date(target.from_date)}" for target in held.history]
    return f"The target of {held.name[:1].lower()}{held.name[1:]}: {'; '.join(said)}."


def _table(held: HeldTarget) -> pl.DataFrame:
    def band(target: Target) -> str:
        return format_value(target.tolerance, target.unit) if target.tolerance else ""

    return pl.DataFrame(
        {
            "From": [format_date(target.from_date) for target in held.history],
            "Target": [phrase(target, held.better) for target in held.history],
            "Close within": [band(target) for target in held.history],
        },
        schema={"From": pl.String, "Target": pl.String, "Close within": pl.String},
    )
