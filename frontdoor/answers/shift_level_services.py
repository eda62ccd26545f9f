"""By how many points each service moved online, with how sure that is, and what it gave to the whole."""

import numpy as np
import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.labels import label_of
from frontdoor.answers.sentences import listed
from frontdoor.answers.shift_level_words import between_words
from frontdoor.answers.shift_months import Together, year_name
from frontdoor.answers.shift_parts import lower, signed_points
from frontdoor.answers.shift_why import ONLINE, Why
from frontdoor.figure import Figure, Kind
from frontdoor.measures.formatting import format_value
from frontdoor.schema.units import Better, Unit
from frontdoor.statistics.share_shift import ShareShift

DEFINITION = (
    "The share of a service’s contacts made online, now less a year before, in points, with its 95% interval; months are the sample, as "
    "contacts of one month are alike. Services are tested together, so that few are named by chance."
)
KEY_WORDS = ("Shift", "Where the true shift may lie (95%)")


def services_figure(
    told: tuple[tuple[str, ...], ShareShift],
    parts: Why | None,
    held: Together,
    provenance: str,
    context: Context,
) -> Figure | None:
    """Return the shift of each service `told` of in points, most first; None where none can be told."""
    services, shift = told
    order = _most_first(shift)
    if not order or held.years is None:
        return None
    labels = [label_of(services[at], "service", context) for at in order]
    moved = [
        label for at, label in zip(order, labels, strict=True) if shift.is_beyond_noise[at] and shift.change[at] > 0
    ]
    names = [lower(year_name(each)) for each in held.years]
    return Figure(
        key="shift-by-service",
        kind=Kind.INTERVALS,
        frame=_frame(order, labels, shift),
        unit=Unit.POINTS,
        better=Better.HIGHER,
        headline=_headline(len(moved), len(order)),
        subtitle=f"Shift of the online share of each service, points, {names[0]} and {names[1]}",
        sentence=_sentence(labels, moved, order, shift),
        definition=DEFINITION,
        table=_table(order, labels, shift, parts, services),
        provenance=provenance,
        key_words=KEY_WORDS,
    )


def _most_first(shift: ShareShift) -> list[int]:
    """Return the services whose shift is known, by it."""
    known = (at for at in range(len(shift.change)) if not np.isnan(shift.change[at]))
    return sorted(known, key=lambda at: -shift.change[at])


def _frame(order: list[int], labels: list[str], shift: ShareShift) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "label": labels,
            "value": [float(shift.change[at]) * 100 for at in order],
            "low": [_points(shift.lower[at]) for at in order],
            "high": [_points(shift.upper[at]) for at in order],
            "note": [f"{_percent(shift.before[at])} to {_percent(shift.after[at])}" for at in order],
            "is_highlighted": [bool(shift.change[at] < 0 and shift.is_beyond_noise[at]) for at in order],
        },
        schema_overrides={"low": pl.Float64, "high": pl.Float64},
    )


def _headline(moved: int, every: int) -> str:
    if not moved:
        return "No service has clearly moved online"
    return "Every service moved online" if moved == every else f"{moved} of {every} services clearly moved online"


def _sentence(labels: list[str], moved: list[str], order: list[int], shift: ShareShift) -> str:
    most, least = order[0], order[-1]
    said = f"{labels[0]} moved most: {signed_points(float(shift.change[most]))}, {between_words(shift, most)}."
    if len(order) > 1:
        said += (
            f" {labels[-1]} moved least: {signed_points(float(shift.change[least]))}, {between_words(shift, least)}."
        )
    unclear = [label for label in labels if label not in moved]
    return f"{said} Not clearly beyond noise: {listed(unclear)}." if unclear and moved else said


def _table(
    order: list[int], labels: list[str], shift: ShareShift, parts: Why | None, services: tuple[str, ...]
) -> pl.DataFrame:
    """Return each service's share in both years, its shift, and the online contacts that are its part of the whole."""
    columns: dict[str, list[str | int | None]] = {
        "Service": list(labels),
        "Online before": [_percent(shift.before[at]) for at in order],
        "Online now": [_percent(shift.after[at]) for at in order],
        "Shift": [signed_points(float(shift.change[at])) for at in order],
        "How sure": [between_words(shift, at) for at in order],
    }
    if parts and parts.services.places == services:
        of = parts.of_services
        for name, part in (
            ("Moved online", of.within),
            ("Grew beside the rest", of.composition),
            ("More contact overall", of.volume),
        ):
            columns[name] = [round(float(part[at, ONLINE])) for at in order]
    return pl.DataFrame(columns)


def _points(share: float) -> float | None:
    return None if np.isnan(share) else float(share) * 100


def _percent(share: float) -> str:
    return format_value(None if np.isnan(share) else float(share), Unit.SHARE)
