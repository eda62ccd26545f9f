"""The designs that could have been used, side by side: the weeks before alone, comparisons, differences, an exact ratio."""

from collections.abc import Iterator
from typing import TypeAlias

import numpy as np

from frontdoor.answers.pilot_changed_rows import CANNOT, ONLY_COUNTS, refused_row, way_row
from frontdoor.answers.pilot_changed_signed import between, change_head, signed
from frontdoor.answers.pilot_changed_word import a_week, in_unit, word_of
from frontdoor.answers.pilot_changed_words import is_clear
from frontdoor.answers.pilot_effects import means_of
from frontdoor.answers.pilot_found import OutcomeFound, Range
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.answers.sentences import listed
from frontdoor.answers.view_answer import Row, Table
from frontdoor.measures.formatting import NOTHING, format_value
from frontdoor.measures.measure import Kind
from frontdoor.schema.units import Unit
from frontdoor.statistics.difference_in_differences import Difference, PanelDifference, panel_difference
from frontdoor.statistics.exact_rate_ratio import RateRatio, exact_rate_ratio
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_scale import FEWEST_FOR_LOGARITHM, on_scale
from frontdoor.statistics.pilot_sensitivity import Sensitivity
from frontdoor.statistics.pilot_verdict import SIGNIFICANT

_Design: TypeAlias = tuple[Row, Range | None]
"""A row, and the effect in it; None where the design cannot be used."""

TITLE = "Four ways to compare"
ALONE, AGAINST = "against its own weeks before, alone", "against {units}, week by week"
DIFFERENCES = "before and during, less the same of {units}"
EXACT = "exact ratio of small counts"
NO_SMALL_COUNT = "It is for counts below {most} a week; here weeks differ by more than single contacts do by chance."
CLUSTERED = "Published studies would print {ends}: far too narrow with one place of its own"


def designs_table(each: OutcomeFound, series: OutcomeSeries, found: Sensitivity) -> Table:
    """Return each design with its change, range and word, and in the note how far they agree."""
    designs = (*_series_rows(each, series, found), _differences_row(each, series), _exact_row(each, series))
    columns = ("Compared how", change_head(series.measure.unit), "95% range")
    rows, effects = tuple(row for row, _ in designs), [effect for _, effect in designs if effect is not None]
    return Table(TITLE, columns, rows, agreement_words(effects), result_head="What it would say")


def agreement_words(done: list[Range]) -> str:
    """Return whether the designs that can be used point the same way, and how many are clear of no change."""
    ways = {effect.value > 0 for effect in done}
    clear = [effect for effect in done if is_clear(effect)]
    if len(done) < 2:
        return (
            "Only one of them can be used here, so nothing bears it out." if done else "None of them can be used here."
        )
    number = (
        f"all {len(done)} show"
        if len(clear) == len(done)
        else f"{len(clear)} of {len(done)} show"
        if clear
        else "none shows"
    )
    if len(ways) > 1:
        return f"They do not point the same way; {number} more than chance. That speaks for caution, whatever one of them says."
    return f"They point the same way; {number} more than chance."


def _series_rows(each: OutcomeFound, series: OutcomeSeries, found: Sensitivity) -> Iterator[_Design]:
    ways = {way.name: way for way in found.rows}
    alone = ways["without comparisons"] if series.labels else ways["primary"]
    against = ways["primary"] if series.labels else ways["against comparisons"]
    for way, name in ((alone, ALONE), (against, AGAINST.format(units=_units(series)))):
        row = way_row(way, each, series)
        detail = row.detail if row.result == CANNOT else ""
        effect = None if way.effect is None else in_unit(way, series)
        yield Row((name, *row.cells[1:]), row.verdict, row.result, detail), effect


def _differences_row(each: OutcomeFound, series: OutcomeSeries) -> _Design:
    name = DIFFERENCES.format(units=_units(series))
    found = differences(series)
    if isinstance(found, Reason):
        return refused_row(name, found.value), None
    effect = in_unit_of(found.by_comparisons, series)
    if effect.low is None:
        return refused_row(name, Reason.ONE_COMPARISON.value), None
    unit, p = series.measure.unit, found.by_comparisons.p
    cells = (name, signed(effect.value, unit), between(effect, unit))
    clustered = between(in_unit_of(found.clustered, series), unit)
    detail = CLUSTERED.format(ends=clustered) if clustered != NOTHING else ""
    return Row(cells, word_of(effect, each, is_sure=p is not None and p < SIGNIFICANT), detail=detail), effect


def differences(series: OutcomeSeries) -> PanelDifference | Reason:
    """Return the difference in differences on the scale of the analysis, weeks left out counting for nothing."""
    if not series.labels:
        return Reason.NO_COMPARISON
    rows = np.vstack([series.values[None], series.comparisons])
    values = np.array([on_scale(row, series.scale) for row in rows])
    is_used = ~series.weeks.omitted(series.values)
    is_pilot = np.arange(len(values)) == 0
    return panel_difference(values[:, is_used], is_pilot, series.weeks.is_pilot[is_used])


def in_unit_of(found: Difference, series: OutcomeSeries) -> Range:
    """Return a difference and its ends in the measure's own unit a week."""
    ends = found.interval()
    low, high = (ends.lower, ends.upper) if ends else (None, None)
    return a_week((found.effect, low, high), series.scale, means_of(series).during or 0.0)


def _exact_row(each: OutcomeFound, series: OutcomeSeries) -> _Design:
    found = exact_ratio(series)
    if isinstance(found, str):
        return refused_row(EXACT, found), None
    rate = means_of(series).before or 0.0
    high = None if found.upper is None else rate * (found.upper - 1)
    effect = Range(found.difference, rate * (found.lower - 1) if rate else 0.0, high)
    cells = (EXACT, signed(effect.value, series.measure.unit), between(effect, series.measure.unit))
    return Row(cells, word_of(effect, each, is_sure=found.p < SIGNIFICANT), detail=_ratio_words(found)), effect


def exact_ratio(series: OutcomeSeries) -> RateRatio | str:
    """Return the exact ratio of a small count, or in words why it is not for this outcome."""
    if series.measure.kind is not Kind.COUNT:
        return ONLY_COUNTS
    is_used = ~series.weeks.omitted(series.values)
    before, during = is_used & ~series.weeks.is_pilot, is_used & series.weeks.is_pilot
    if (means_of(series).before or 0.0) >= FEWEST_FOR_LOGARITHM:
        return NO_SMALL_COUNT.format(most=format_value(FEWEST_FOR_LOGARITHM, Unit.COUNT))
    counts = [round(float(series.values[part].sum())) for part in (before, during)]
    found = exact_rate_ratio(counts[0], int(before.sum()), counts[1], int(during.sum()))
    return found.value if isinstance(found, Reason) else found


def _ratio_words(found: RateRatio) -> str:
    if found.ratio is None:
        return f"There were none before, so it has no upper end; at least {format_value(found.lower, Unit.RATIO)} times as many"
    high = "no limit" if found.upper is None else format_value(found.upper, Unit.RATIO)
    ratio, low = (format_value(value, Unit.RATIO) for value in (found.ratio, found.lower))
    return f"{ratio} times as many ({low} to {high}); it holds if weeks differ by chance alone"


def _units(series: OutcomeSeries) -> str:
    if not series.labels:
        return "places without the pilot"
    return listed(list(series.labels)) if len(series.labels) <= 3 else f"{len(series.labels)} comparisons"
