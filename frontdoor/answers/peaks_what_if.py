"""What if we opened longer, had more advisers, moved calls online or smoothed a peak? The week now and then."""

from dataclasses import replace

import numpy as np
import polars as pl

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.peaks_choices import Staffing
from frontdoor.answers.peaks_cover import answer_of, nothing_told, source_of, stamp, week_or_refused
from frontdoor.answers.peaks_cover_figures import gap_figure
from frontdoor.answers.peaks_cover_words import NO_ROTA
from frontdoor.answers.peaks_times import WEEKDAYS
from frontdoor.answers.peaks_what_if_changes import Change
from frontdoor.answers.peaks_what_if_effect import Effect, effects_of
from frontdoor.answers.peaks_what_if_pilot import pilots_of
from frontdoor.answers.peaks_what_if_words import (
    answer_words,
    assumptions,
    change_words,
    facts_box,
    range_line,
    touched,
)
from frontdoor.answers.staffing_gap import gap_of
from frontdoor.answers.staffing_rota import holds_rota
from frontdoor.answers.staffing_week import StaffedWeek
from frontdoor.answers.staffing_words import share
from frontdoor.answers.view_answer import Section, ViewAnswer
from frontdoor.errors import CannotTellError
from frontdoor.figure import Figure, Kind
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_in_full, format_value
from frontdoor.schema.units import Better, Unit

__all__ = ["Change", "what_if", "what_if_of"]

QUESTION = "What if we changed something?"
FEW_AND_MANY = (0.25, 0.75)  # shares of callers who move, either side of the half that is taken for granted


def what_if(filters: Filters, audience: Audience, change: Change) -> ViewAnswer:
    """Return what a change would do to waits and staffing of an average week."""
    return what_if_of(filters, change, open_context(filters, audience))


def what_if_of(filters: Filters, change: Change, context: Context) -> ViewAnswer:
    """Return the same from a context already open."""
    try:
        week = week_or_refused(filters, Staffing.MEAN_DAY, context)
        effect, *others = effects_of(week, (change, *fewer_and_more(change)), context)
    except CannotTellError as reason:
        return nothing_told(QUESTION, str(reason), context)
    shown = answer_of(QUESTION, week, context)
    return replace(
        shown,
        answer=answer_words(change, effect, context),
        lead=_range(change, others),
        sections=_sections(shown, week, change, effect, context),
    )


def _sections(
    shown: ViewAnswer, week: StaffedWeek, change: Change, effect: Effect, context: Context
) -> tuple[Section, ...]:
    source = source_of(shown, week)
    taken = replace(assumptions(change, effect, week, context), links=pilots_of(change, context))
    facts = facts_box(change, effect)
    if effect.after.rostered is None or effect.after.service is None:
        return (Section((facts, taken, *(() if holds_rota(context) else (NO_ROTA,)))),)
    after = replace(week, load=effect.after.load, need=effect.after.need)
    gap = gap_of(effect.after.need.on_the_rota, effect.after.rostered, effect.after.load.is_told)
    maps = gap_figure(gap, after, source, key="what-if-gap", title="Advisers short and over after the change")
    bars = service_figure(change, effect, week, source, context)
    return (Section((facts,), (stamp(bars, context),)), Section((taken,), (stamp(maps, context),)))


def service_figure(change: Change, effect: Effect, week: StaffedWeek, source: str, context: Context) -> Figure:
    """Return the share answered in time by weekday, now and after the change, as bars."""
    rows = before_and_after(change, effect)
    what = change_words(change, context)
    return Figure(
        key="what-if-service",
        kind=Kind.BARS,
        frame=rows.select("label", "value", "note", is_highlighted=pl.lit(value=False)),
        unit=Unit.SHARE,
        better=Better.HIGHER,
        headline=f"{what}: answered in time, now and then",
        subtitle=f"Share of calls expected within {format_in_full(week.by.aim.within_seconds, Unit.SECONDS)}; "
        f"{format_value(week.by.aim.target, Unit.SHARE)} is promised",
        sentence=" ".join(f"{label}: {share(value)}." for label, value in rows.select("label", "value").rows()),
        definition="Worked out with the queue carried through each average day; callers give up as they do now. Real days vary "
        "about the average, so compare the two, not either with a figure seen.",
        table=rows.select(
            pl.col("label").alias("When"),
            (pl.col("value") * 100).round(1).alias("Answered in time, %"),
            pl.col("seconds").round(0).alias("Mean wait, seconds"),
            (pl.col("gone") * 100).round(1).alias("Give up, %"),
            pl.col("calls").round(1).alias("Calls"),
        ),
        provenance=source,
    )


def before_and_after(change: Change, effect: Effect) -> pl.DataFrame:
    """Return two rows a weekday that changes and is known: now, and then."""
    rows = []
    for day in np.flatnonzero(touched(change, effect)):
        for name, side in (("now", effect.before), ("then", effect.after)):
            met = side.service
            if met is not None and np.isfinite(met.in_time[day]):
                values = (met.in_time[day], met.seconds_waited[day], met.gave_up[day], met.calls[day])
                rows.append((f"{WEEKDAYS[day]}, {name}", *map(float, values), ""))
    types = dict.fromkeys(("value", "seconds", "gone", "calls"), pl.Float64)
    schema = {"label": pl.String, **types, "note": pl.String}
    return pl.DataFrame(rows, schema, orient="row")


def fewer_and_more(change: Change) -> tuple[Change, ...]:
    """Return the change with fewer and with more callers moving to the hours opened; none where no hours are."""
    if change.opened is None:
        return ()
    return tuple(replace(change, opened=replace(change.opened, moving=share)) for share in FEW_AND_MANY)


def _range(change: Change, others: list[Effect]) -> str:
    """Return how far the answer hangs on the share of callers who move."""
    met = [other.after.service for other in others]
    if change.opened is None or not all(met):
        return "Each assumption stands below; the sum is only as good as they are."
    few, many = (float(each.in_time[change.opened.weekday]) if each else np.nan for each in met)
    if np.isnan([few, many]).any():
        return "Each assumption stands below; the sum is only as good as they are."
    return f"{range_line(change, few, many, FEW_AND_MANY)} A pilot can measure it."
