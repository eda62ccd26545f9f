"""The online share beside its targets, and each channel's share of all contacts, month by month."""

from dataclasses import replace

import polars as pl

from frontdoor.answers.answer import Change, Point, Result
from frontdoor.answers.change import chart_frame
from frontdoor.answers.context import Context
from frontdoor.answers.happened_column import with_happened
from frontdoor.answers.labels import label_of
from frontdoor.answers.measure_figures import trend_figure
from frontdoor.answers.shift_counted import Counted
from frontdoor.answers.shift_level_words import is_beyond_noise
from frontdoor.answers.shift_parts import points_words
from frontdoor.figure import Figure, Kind, Mark
from frontdoor.measures.formatting import format_date, format_target, format_value
from frontdoor.schema.units import Better, Unit
from frontdoor.statistics.share_shift import ShareShift
from frontdoor.strategy.judgement import State

NOT_CHARTED = Change("unknown", "Not judged")
MOST_LINES = 4  # STYLE: at most four categories on a chart
OTHER_ONLINE, OTHERS = "Other online", "All others"
LINES_MEAN = "Contacts by each channel, divided by all contacts of that month. A website visit is not a contact."


def online_figure(
    result: Result, trend: tuple[Point, ...], headline: str, marks: tuple[Mark, ...], line: str
) -> Figure | None:
    """Return the online share of each month with the targets as steps; a share that drifts has no usual range to leave."""
    drawn = trend_figure(replace(result, key="shift", trend=trend, change=NOT_CHARTED), marks, line)
    if drawn is None:
        return None
    known = [point.value for point in trend if point.value is not None]
    first, last = (_percent(value) for value in (known[0], known[-1]))
    return replace(
        drawn,
        frame=chart_frame(trend, None),
        headline=headline,
        sentence=f"{first} in {trend[0].label}, {last} in {trend[-1].label}.{_target_words(result)}",
        table=drawn.table.drop("Adjusted, as drawn", strict=False),
        notes=(),
    )


def online_headline(result: Result, shift: ShareShift | None, since: str) -> str:
    """Return 'On target, up 4 points in a year', under 55 characters."""
    target = {State.MET: "On target", State.CLOSE: "Close to target", State.MISSED: "Short of target"}
    place = target.get(result.judgement.state, "Online")
    if shift is None:
        return f"{place} in {result.period.label}"
    if not is_beyond_noise(shift):
        return f"{place}, no clear change {since}"
    change = float(shift.change[0])
    return f"{place}, {'up' if change > 0 else 'down'} {points_words(change)} {since}"


def _target_words(result: Result) -> str:
    target = result.judgement.target
    if target is None or target.value is None:
        return " No target is set in numbers." if target else ""
    return f" The target since {format_date(target.from_date)} is {format_target(target.value, target.unit, result.measure.better)}."


def channels_figure(found: Counted, marks: tuple[Mark, ...], provenance: str, context: Context) -> Figure | None:
    """Return each channel's share of all contacts by month: the largest by name, the rest as online and others."""
    months = _shares(found.by_month("channel", context), context)
    if months.is_empty():
        return None
    series = months.group_by("series", "is_other").agg(pl.col("contacts").sum()).sort("is_other", -pl.col("contacts"))
    order = series["series"].to_list()
    frame = pl.concat(
        [months.filter(pl.col("series") == name).select("period_start", "series", "value") for name in order]
    )
    ends = {name: _ends(frame, name) for name in order}
    largest = order[0]
    return Figure(
        key="shift-channels",
        kind=Kind.LINES,
        frame=frame,
        unit=Unit.SHARE,
        better=Better.NEITHER,
        headline=f"{largest}: {_percent(ends[largest][0])} to {_percent(ends[largest][1])} of contacts",
        subtitle=f"Contacts by channel, % of all contacts, by month, {found.together.period.label}",
        sentence=" ".join(f"{name}: {_percent(first)} to {_percent(last)}." for name, (first, last) in ends.items()),
        definition=LINES_MEAN,
        table=_wide(frame, order, marks),
        provenance=provenance,
        marks=marks,
    )  # fmt: skip


def _shares(table: pl.DataFrame, context: Context) -> pl.DataFrame:
    """Return period_start, series, is_other, contacts and value (share of the month's known contacts)."""
    known = table.filter(pl.col("denominator").is_not_null())
    totals = (
        known.group_by("channel").agg(pl.col("denominator", "numerator").sum()).sort(-pl.col("denominator"), "channel")
    )
    named = totals.height if totals.height <= MOST_LINES else MOST_LINES - 2
    labels = {
        name: label_of(name, "channel", context) if place < named else OTHER_ONLINE if is_online else OTHERS
        for place, (name, is_online) in enumerate(totals.select("channel", pl.col("numerator") > 0).rows())
    }
    series = pl.col("channel").replace_strict(labels, default=OTHERS, return_dtype=pl.String)
    added = (
        known.with_columns(series=series)
        .group_by("period_start", "series")
        .agg(contacts=pl.col("denominator").sum())
        .sort("period_start", "series")
    )
    value = pl.col("contacts") / pl.col("contacts").sum().over("period_start")
    return added.with_columns(value=value, is_other=pl.col("series").is_in([OTHER_ONLINE, OTHERS]))


def _ends(frame: pl.DataFrame, name: str) -> tuple[float, float]:
    values = frame.filter(pl.col("series") == name).sort("period_start")["value"]
    return float(values[0]), float(values[-1])


def _wide(frame: pl.DataFrame, order: list[str], marks: tuple[Mark, ...]) -> pl.DataFrame:
    wide = frame.pivot("series", index="period_start", values="value").sort("period_start")
    shown = [pl.Series(name, [_percent(value) for value in wide[name]]) for name in order]
    table = pl.DataFrame([pl.Series("Month", [f"{day:%B %Y}" for day in wide["period_start"]]), *shown])
    return with_happened(table, wide["period_start"].to_list(), marks)


def _percent(value: float | None) -> str:
    return format_value(value, Unit.SHARE)
