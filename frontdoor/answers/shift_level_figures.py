"""The pictures of the shift: each channel's share over time, why online contact changed, and each channel's own change."""

import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.labels import label_of
from frontdoor.answers.shift_counted import Counted
from frontdoor.answers.shift_level_words import percent_words
from frontdoor.answers.shift_months import year_name
from frontdoor.answers.shift_parts import lower, rounded_parts
from frontdoor.answers.shift_why import ChannelParts, Why, why_words
from frontdoor.figure import Figure, Kind, Mark
from frontdoor.measures.formatting import format_value
from frontdoor.periods import Period
from frontdoor.schema.units import Better, Unit

MOST_LINES = 4  # STYLE: at most four categories on a chart
OTHER_ONLINE, OTHERS = "Other online", "All others"
LINES_MEAN = "Contacts by each channel, divided by all contacts of that month. A website visit is not a contact."
PARTS_MEAN = (
    "Exact parts that add up. More contact overall: online would have grown so much had all contact grown alike. Services that are "
    "mostly online grew: they grew faster than the rest. Same services moved online: within each service more chose to go online. "
    "A service that came or closed has moved nobody."
)
CHANNELS_MEAN = (
    "Volume: what the channel would have gained had it kept its first year’s share. Mix: what its share did at the first year’s "
    "contacts. Interaction: what both did together. The three add up to the change; mix and interaction add up to nothing over all."
)


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
        table=_wide(frame, order),
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


def _wide(frame: pl.DataFrame, order: list[str]) -> pl.DataFrame:
    wide = frame.pivot("series", index="period_start", values="value").sort("period_start")
    shown = [pl.Series(name, [_percent(value) for value in wide[name]]) for name in order]
    return pl.DataFrame([pl.Series("Month", [f"{day:%B %Y}" for day in wide["period_start"]]), *shown])


def waterfall_figure(found: Why, years: tuple[Period, Period], provenance: str) -> Figure:
    """Return what the change of online contact is made of, from one year to the next; whole numbers that add up."""
    before, now = (float(count) for count in found.services.online.sum(axis=0))
    volume, grew, moved = rounded_parts(found.steps, 0)
    names = [year_name(each) for each in years]
    rows = [
        (names[0], before, True),
        ("More contact overall" if volume >= 0 else "Less contact overall", volume, False),
        (f"Services mostly online {'grew' if grew >= 0 else 'shrank'}", grew, False),
        (f"Same services moved {'online' if moved >= 0 else 'away'}", moved, False),
        (names[1], now, True),
    ]
    schema = {"label": pl.String, "value": pl.Float64, "is_total": pl.Boolean}
    frame = pl.DataFrame(rows, schema=schema, orient="row")
    return Figure(
        key="shift-why",
        kind=Kind.WATERFALL,
        frame=frame,
        unit=Unit.COUNT,
        better=Better.NEITHER,
        headline=_why_headline(volume, grew, moved),
        subtitle=f"Online contacts, {lower(names[0])} and {lower(names[1])}",
        sentence=why_words(found),
        definition=PARTS_MEAN,
        table=frame.select(Step=pl.col("label"), Contacts=pl.col("value").round().cast(pl.Int64)),
        provenance=provenance,
    )


def _why_headline(volume: float, grew: float, moved: float) -> str:
    if volume + grew + moved <= 0:
        return "Online contact fell" if moved < 0 else "Online fell only because there was less contact"
    if moved <= 0:
        return "Online grew, but nobody moved"
    return "Most growth is people moving" if moved > volume + grew else "Most growth is simply more contact"


def change_figure(found: ChannelParts, years: tuple[Period, Period], provenance: str, context: Context) -> Figure:
    """Return by how many contacts each channel changed, most gained first, and the three parts in its table."""
    channels, names = found.channels, [year_name(each) for each in years]
    order = sorted(range(len(channels.places)), key=lambda at: -found.two.change[at])
    labels = [label_of(channels.places[at], "channel", context) for at in order]
    changes = [float(found.two.change[at]) for at in order]
    notes = [percent_words(*(float(count) for count in channels.contacts[at])) for at in order]
    frame = pl.DataFrame({"label": labels, "value": changes, "note": notes, "is_highlighted": [False] * len(order)})
    gained, lost = labels[0], labels[-1]
    parts = [
        rounded_parts([float(part[at]) for part in (found.three.volume, found.three.mix, found.three.interaction)], 0)
        for at in order
    ]
    return Figure(
        key="shift-by-channel",
        kind=Kind.BARS,
        frame=frame,
        unit=Unit.COUNT,
        better=Better.NEITHER,
        headline=f"{gained} gained most" + (f", {lost[:1].lower()}{lost[1:]} lost most" if changes[-1] < 0 else ""),
        subtitle=f"Change in contacts by channel, {lower(names[0])} and {lower(names[1])}",
        sentence=_changes_sentence(labels, changes, notes),
        definition=CHANNELS_MEAN,
        table=pl.DataFrame(
            {
                "Channel": labels,
                names[0]: [round(float(channels.contacts[at, 0])) for at in order],
                names[1]: [round(float(channels.contacts[at, 1])) for at in order],
                "Change": [round(change) for change in changes],
                "Change, %": notes,
                "Volume": [round(part[0]) for part in parts],
                "Mix": [round(part[1]) for part in parts],
                "Interaction": [round(part[2]) for part in parts],
            }
        ),
        provenance=provenance,
    )  # fmt: skip


def _changes_sentence(labels: list[str], changes: list[float], notes: list[str]) -> str:
    """Return 'App: +16,019 (+54%); phone: −8,090 (−3.4%).', the four largest changes either way."""
    largest = sorted(range(len(labels)), key=lambda at: -abs(changes[at]))[:MOST_LINES]
    said = [f"{labels[at]}: {_signed(changes[at])} ({notes[at]})" for at in sorted(largest)]
    return f"The largest changes: {'; '.join(said)}."


def _signed(count: float) -> str:
    said = format_value(count, Unit.COUNT)
    return f"+{said}" if count > 0 else said


def _percent(value: float | None) -> str:
    return format_value(value, Unit.SHARE)
