"""By how many points each service or ward moved online, with how sure that is, drawn and in a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import polars as pl

from frontdoor.answers.sentences import listed
from frontdoor.answers.shift_level_words import between_words
from frontdoor.answers.shift_months import Together, year_name
from frontdoor.answers.shift_parts import lower, signed_points
from frontdoor.figure import Figure, Kind, TargetStep
from frontdoor.measures.formatting import format_value
from frontdoor.schema.units import Better, Unit
from frontdoor.statistics.share_shift import ShareShift

MOST_DRAWN = 12  # more are in the table; what moved most and least is drawn
MOST_NAMED = 4
KEY_WORDS = ("Shift", "Where the true shift may lie (95%)")


@dataclass(frozen=True, slots=True)
class Places:
    """The shift of each place; `noun` is service or ward, `labels` as people know them.

    `columns` are further ones of the table, in the same order.
    """

    noun: str
    labels: tuple[str, ...]
    shift: ShareShift
    columns: Mapping[str, Sequence[str | int | None]] = field(default_factory=dict)

    @property
    def order(self) -> list[int]:
        """Return the places whose shift is known, most moved first."""
        known = (at for at in range(len(self.labels)) if not np.isnan(self.shift.change[at]))
        return sorted(known, key=lambda at: -self.shift.change[at])

    @property
    def online(self) -> list[str]:
        """Return the places that clearly moved online, most first."""
        return [self.labels[at] for at in self.order if self.shift.is_beyond_noise[at] and self.shift.change[at] > 0]

    @property
    def away(self) -> list[str]:
        """Return the places that clearly moved away from online, most first."""
        own = self.shift
        return [self.labels[at] for at in reversed(self.order) if own.is_beyond_noise[at] and own.change[at] < 0]


def places_figure(found: Places, held: Together, provenance: str) -> Figure | None:
    """Return the shift of each place in points, most first; None where none can be told."""
    order = found.order
    if not order or held.years is None:
        return None
    names = [lower(year_name(each)) for each in held.years]
    drawn = _drawn(order)
    few = "" if len(drawn) == len(order) else f"; the {len(drawn) // 2} that moved most and the {len(drawn) // 2} least"
    return Figure(
        key=f"shift-by-{found.noun}",
        kind=Kind.INTERVALS,
        frame=_frame(drawn, found),
        unit=Unit.POINTS,
        better=Better.HIGHER,
        headline=_headline(found),
        subtitle=f"Shift of the online share of each {found.noun}, points, {names[0]} and {names[1]}{few}",
        sentence=_sentence(found),
        definition=_definition(found.noun),
        table=_table(found),
        provenance=provenance,
        targets=(TargetStep(held.years[1].first, 0.0, "No change"),),
        key_words=KEY_WORDS,
    )


def _drawn(order: list[int]) -> list[int]:
    half = MOST_DRAWN // 2
    return order if len(order) <= MOST_DRAWN else [*order[:half], *order[-half:]]


def _definition(noun: str) -> str:
    return (
        f"The share of a {noun}’s contacts made online, now less before, in points, with its 95% interval; months are the sample, "
        f"as contacts of one month are alike. All are tested together, so that few are named by chance."
    )


def _frame(drawn: list[int], found: Places) -> pl.DataFrame:
    shift = found.shift
    return pl.DataFrame(
        {
            "label": [found.labels[at] for at in drawn],
            "value": [float(shift.change[at]) * 100 for at in drawn],
            "low": [_points(shift.lower[at]) for at in drawn],
            "high": [_points(shift.upper[at]) for at in drawn],
            "note": [f"{_percent(shift.before[at])} to {_percent(shift.after[at])}" for at in drawn],
            "is_highlighted": [bool(shift.change[at] < 0 and shift.is_beyond_noise[at]) for at in drawn],
        },
        schema_overrides={"low": pl.Float64, "high": pl.Float64},
    )


def _headline(found: Places) -> str:
    moved, every = len(found.online), len(found.order)
    if not moved:
        return f"No {found.noun} has clearly moved online"
    return (
        f"Every {found.noun} moved online"
        if moved == every
        else f"{moved} of {every} {found.noun}s clearly moved online"
    )


def _sentence(found: Places) -> str:
    order, shift, moved = found.order, found.shift, found.online
    said = f"{found.labels[order[0]]} moved most: {_said(shift, order[0])}."
    if len(order) > 1:
        said += f" {found.labels[order[-1]]} moved least: {_said(shift, order[-1])}."
    unclear = [found.labels[at] for at in order if found.labels[at] not in moved]
    if not unclear or not moved:
        return said
    named = listed(unclear) if len(unclear) <= MOST_NAMED else f"{len(unclear)} {found.noun}s"
    return f"{said} Not clearly beyond noise: {named}."


def _said(shift: ShareShift, at: int) -> str:
    return f"{signed_points(float(shift.change[at]))}, {between_words(shift, at)}"


def _table(found: Places) -> pl.DataFrame:
    """Return each place's share in both years, its shift, how sure that is, and the further columns."""
    order, shift = found.order, found.shift
    columns: dict[str, list[str | int | None]] = {
        found.noun.capitalize(): [found.labels[at] for at in order],
        "Online before": [_percent(shift.before[at]) for at in order],
        "Online now": [_percent(shift.after[at]) for at in order],
        "Shift": [signed_points(float(shift.change[at])) for at in order],
        "How sure": [between_words(shift, at) for at in order],
    }
    return pl.DataFrame(columns | {name: [values[at] for at in order] for name, values in found.columns.items()})


def _points(share: float) -> float | None:
    return None if np.isnan(share) else float(share) * 100


def _percent(share: float) -> str:
    return format_value(None if np.isnan(share) else float(share), Unit.SHARE)
