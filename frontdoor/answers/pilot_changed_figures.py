"""The picture of an outcome: what was seen each week against what was to be expected without the pilot."""

import numpy as np
import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.pilot_changed_words import expected_of, headline_words, is_too_early, possible, sentence_words
from frontdoor.answers.pilot_effect_words import level_words
from frontdoor.answers.pilot_found import OutcomeFound, PilotFound, State
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.answers.pilot_source import series_source
from frontdoor.figure import BEGINS, ENDS, Figure, Kind, Mark
from frontdoor.schema.units import Unit
from frontdoor.statistics.arrays import Floats
from frontdoor.statistics.interrupted_series import Counterfactual
from frontdoor.statistics.pilot_analysis import PilotAnalysis
from frontdoor.statistics.pilot_scale import Scale
from frontdoor.statistics.pilot_verdict import EARLY, SIGNIFICANT

FEWEST_SHOWN_BEFORE = 28  # weeks drawn before the pilot, or three times the pilot's if that is more
NUMBERS = ("seen", "expected", "low", "high")
METHOD = (
    "Expected is what the weeks before lead to expect without the pilot{beside}, allowing for a trend, holidays and what carries over "
    "from week to week. The band holds that level with {sure}; single weeks vary more than it."
)
SHOWN_WEEKS = "The last {shown} weeks before the pilot are drawn; all {before} count and are in the table."


def counterfactual_figure(each: OutcomeFound, found: PilotFound, context: Context) -> Figure | None:
    """Return seen against expected by week (Kind.COUNTERFACTUAL); None where no week of it is known."""
    if each.series is None or np.isnan(each.series.values).all():
        return None
    return weeks_figure(each, found, each.series, series_source(each.series, context))


def weeks_figure(each: OutcomeFound, found: PilotFound, series: OutcomeSeries, source: str) -> Figure:
    """Return the same of weeks of which some are known; `source` says where they come from."""
    every = _frame(each, series, series.values)
    start = _first_shown(series)
    return Figure(
        key=f"pilot-{each.outcome.key}",
        kind=Kind.COUNTERFACTUAL,
        frame=every[start:],
        unit=series.measure.unit,
        better=series.measure.better,
        headline=headline_words(each, found),
        subtitle=_subtitle(each, series),
        sentence=sentence_words(each, found),
        definition=f"{series.measure.definition} {_method(each, series)}".rstrip(),
        table=_table(every, series.measure.unit),
        provenance=source,
        marks=_marks(found, series, start),
        key_words=_line_words(each, series.measure.unit),
        notes=(*_shown_words(series, start), *series.notes),
    )


def _frame(each: OutcomeFound, series: OutcomeSeries, seen: Floats) -> pl.DataFrame:
    """Return (period_start, seen, expected, low, high) of every week; nothing is expected before the pilot."""
    columns = [seen, *(np.full(len(seen), np.nan) for _ in NUMBERS[1:])]
    if isinstance(each.expected, Counterfactual):
        ends = _ends(each, each.expected, series)
        held = [np.where(series.weeks.is_pilot, _possible(column, series.measure.unit), np.nan) for column in ends]
        columns = [seen, *held]
    named = {name: pl.Series(column).fill_nan(None) for name, column in zip(NUMBERS, columns, strict=True)}
    return pl.DataFrame(
        {"period_start": list(series.starts), **named}, schema_overrides=dict.fromkeys(NUMBERS, pl.Float64)
    )


def _ends(each: OutcomeFound, expected: Counterfactual, series: OutcomeSeries) -> tuple[Floats, Floats, Floats]:
    """Return the expected level and its range: of 95%, or as much wider as the effect's own is while the pilot runs."""
    times = _times_wider(each)
    lower, upper = (_wider(expected.expected, end, times, series.scale) for end in (expected.lower, expected.upper))
    return expected.expected, lower, upper


def _times_wider(each: OutcomeFound) -> float:
    if not is_too_early(each) or not isinstance(each.analysis, PilotAnalysis):
        return 1.0
    wide, usual = (each.analysis.primary.interval(share) for share in (1 - EARLY, 1 - SIGNIFICANT))
    return (wide.upper - wide.lower) / (usual.upper - usual.lower)


def _wider(middle: Floats, end: Floats, times: float, scale: Scale) -> Floats:
    if scale is Scale.LOG:
        return np.asarray(middle * np.power(np.divide(end, middle, where=middle > 0, out=np.ones_like(end)), times))
    return np.asarray(middle + times * (end - middle), dtype=np.float64)


def _possible(levels: Floats, unit: Unit) -> Floats:
    ends = possible(-np.inf, unit), possible(np.inf, unit)
    return np.asarray(np.where(np.isfinite(levels), np.clip(levels, *ends), np.nan), dtype=np.float64)


def _first_shown(series: OutcomeSeries) -> int:
    """Return the place of the first week drawn: enough before the pilot to see what was usual, and not years."""
    pilot = series.weeks.number - series.weeks.first
    known = int(np.argmin(np.isnan(series.values)))
    return max(series.weeks.first - max(FEWEST_SHOWN_BEFORE, 3 * pilot), known, 0)


def _shown_words(series: OutcomeSeries, start: int) -> tuple[str, ...]:
    known = int(np.argmin(np.isnan(series.values)))
    if start <= known:
        return ()
    return (SHOWN_WEEKS.format(shown=series.weeks.first - start, before=series.weeks.first - known),)


def _subtitle(each: OutcomeFound, series: OutcomeSeries) -> str:
    if not series.labels or not isinstance(each.expected, Counterfactual):
        return f"{each.outcome.label}, by week"
    return (
        f"{each.outcome.label}, by week, against {series.labels[0] if len(series.labels) == 1 else 'its comparisons'}"
    )


def _method(each: OutcomeFound, series: OutcomeSeries) -> str:
    """Return how the expected was worked out; nothing where there is none."""
    if not isinstance(each.expected, Counterfactual):
        return ""
    return METHOD.format(sure=_sure(each), beside=" and what its comparisons did meanwhile" if series.labels else "")


def _line_words(each: OutcomeFound, unit: Unit) -> tuple[str, ...]:
    """Return the words of the two lines: means of the pilot's weeks, so that they differ by the effect."""
    if each.effect is None or each.during is None or not isinstance(each.expected, Counterfactual):
        return ()
    expected = possible(expected_of(each.during, each.effect).value, unit)
    lines = f"Seen, {level_words(each.during, unit)}", f"Expected without it, {level_words(expected, unit)}"
    return *lines, f"Expected range ({_sure(each)})"


def _sure(each: OutcomeFound) -> str:
    return "99.7%" if is_too_early(each) else "95%"


def _marks(found: PilotFound, series: OutcomeSeries, start: int) -> tuple[Mark, ...]:
    """Return where the pilot starts and, once it has, ends, and what else touched the weeks drawn."""
    plan = found.held.plan
    edges = [Mark(plan.first_day, BEGINS)] if found.state is not State.BEFORE else []
    edges += [Mark(plan.last_day, ENDS)] if found.state is State.FINISHED else []
    events = {(event.on_date, event.label) for event in series.events if event.on_date >= series.starts[start]}
    return (*edges, *(Mark(*event) for event in sorted(events)))


def _table(frame: pl.DataFrame, unit: Unit) -> pl.DataFrame:
    """Return the weeks as people read them; the CSV has the same."""
    heads = ("Seen", "Expected without it", "Expected from", "Expected to")
    said = {
        head: [None if level is None else level_words(level, unit) for level in frame[name]]
        for head, name in zip(heads, NUMBERS, strict=True)
    }
    return pl.DataFrame(
        {"Week beginning": frame["period_start"], **said}, schema_overrides=dict.fromkeys(heads, pl.String)
    )
