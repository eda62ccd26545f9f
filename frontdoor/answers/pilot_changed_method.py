"""How one outcome's effect was worked out, in a box beside its picture: what was compared, what carries over, what was left out."""

from frontdoor.answers.pilot_changed_effects import share_cell
from frontdoor.answers.pilot_changed_ways import main_words
from frontdoor.answers.pilot_effect_words import effect_words, ways_of
from frontdoor.answers.pilot_found import OutcomeFound
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.answers.pilot_verdict_reasons import short_reason
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.view_answer import Box, Line
from frontdoor.measures.formatting import NOTHING, format_value
from frontdoor.schema.units import Unit
from frontdoor.statistics.pilot_analysis import PilotAnalysis
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_scale import Scale
from frontdoor.statistics.pilot_verdict import SIGNIFICANT

SCALES = {
    Scale.RAW: "in the figure’s own numbers",
    Scale.LOG: "in per cent, as a change in a large count is proportional",
    Scale.ROOT: "in square roots, as the counts are very small",
}
LEAST_P = 0.001
CONFIRMED = "it finds the same way, beyond chance"
NOT_CONFIRMED = "it does not find a change that is more than slow drift"


def method_box(each: OutcomeFound) -> Box:
    """Return the effect in every unit, and the choices behind it; why there is none where it is refused."""
    series = each.series
    if series is None or each.effect is None or not isinstance(each.analysis, PilotAnalysis):
        title = "Counted, not compared" if each.analysis is Reason.ZERO_BEFORE else "Why it can’t be told"
        return Box(title, (Line("", short_reason(each)), *_notes(series)))
    effect = effect_words(each.effect, series.measure.unit, ways_of(series.measure))
    per_cent = share_cell(each.share)
    lines = (
        Line("Effect:", f"{effect}{' a week' if series.measure.unit is Unit.COUNT else ''}."),
        Line(
            "In per cent:",
            f"{per_cent} of what was to be expected." if per_cent != NOTHING else "nothing was to be expected.",
        ),
        *_choices(each.analysis, series),
        *_notes(series),
    )
    return Box("How it was worked out", lines)


def _choices(analysis: PilotAnalysis, series: OutcomeSeries) -> tuple[Line, ...]:
    primary = analysis.primary
    before, during = (
        count_noun(number, "week") for number in (primary.weeks - primary.pilot_weeks, primary.pilot_weeks)
    )
    season = "with a yearly wave" if analysis.season.has_season else "without a yearly wave"
    trend = "with a trend" if series.question.has_trend else "without a trend, declared before the start"
    return (
        Line("Compared with:", f"{main_words(series).removeprefix('main method: ')}: {before} before, {during} of it."),
        Line("Worked out:", f"{SCALES[series.scale]}, {trend}, {season}."),
        Line("Carries over:", f"{_percent(primary.rho)} of a week’s surprise into the next; {_p(primary.p)}."),
        Line("Guard against slow drift:", f"{CONFIRMED if _confirms(analysis) else NOT_CONFIRMED} ({_p(analysis.drift.p)})."),
    )  # fmt: skip


def _confirms(analysis: PilotAnalysis) -> bool:
    return analysis.drift.p < SIGNIFICANT and analysis.drift.effect * analysis.primary.effect > 0


def _notes(series: OutcomeSeries | None) -> tuple[Line, ...]:
    return tuple(Line("", note) for note in series.notes) if series else ()


def _percent(share: float) -> str:
    return format_value(max(share, 0.0), Unit.SHARE, places=0)


def _p(p: float) -> str:
    """Return 'p = 0.03', 'p below 0.001'."""
    return f"p below {LEAST_P}" if p < LEAST_P else f"p = {p:.3f}" if p < SIGNIFICANT * 2 else f"p = {p:.2f}"
