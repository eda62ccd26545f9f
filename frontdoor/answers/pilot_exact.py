"""Very small counts, in weeks that vary by chance alone: the exact ratio of during to before instead of the square root."""

from dataclasses import dataclass, replace

from frontdoor.answers.pilot_found import Range
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.statistics.exact_rate_ratio import RateRatio, exact_rate_ratio
from frontdoor.statistics.interrupted_series import PilotEffect
from frontdoor.statistics.intervals import Interval
from frontdoor.statistics.pilot_analysis import PilotAnalysis
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_scale import Scale

NO_CARRY_OVER = 0.1  # rho nearer 0 than this counts as weeks that carry nothing over (0143)


@dataclass(frozen=True, slots=True)
class ExactEffect(PilotEffect):
    """An effect a week that stands on exact counts: `before` in `weeks_before`, `during` in `weeks_during`."""

    before: int = 0
    weeks_before: int = 0
    during: int = 0
    weeks_during: int = 0

    def interval(self, confidence: float = 0.95) -> Interval:
        """Return the interval of the effect a week: the exact ratio's ends, times the rate before, less that rate."""
        found = self.ratio(confidence)
        rate = self.before / self.weeks_before
        return Interval(rate * (found.lower - 1), rate * ((found.upper or 0.0) - 1))

    def ratio(self, confidence: float = 0.95) -> RateRatio:
        """Return the exact ratio of the two rates, which has both ends as there were some before."""
        found = exact_rate_ratio(self.before, self.weeks_before, self.during, self.weeks_during, confidence)
        assert isinstance(found, RateRatio)
        return found

    def share(self, confidence: float) -> Range:
        """Return the effect as a share of what came before, with its interval."""
        found = self.ratio(confidence)
        rise = [None if end is None else end - 1 for end in (found.ratio, found.lower, found.upper)]
        return Range(rise[0] or 0.0, rise[1], rise[2])


def exactly(analysis: PilotAnalysis | Reason, series: OutcomeSeries) -> PilotAnalysis | Reason:
    """Return the analysis with exact counts as its primary row, in the unit a week, where PILOTS, section 6, says so.

    That is a count of fewer than 3 a week with nothing to compare it with, in weeks that carry nothing over; else the
    analysis as it is.
    """
    if isinstance(analysis, Reason) or series.scale is not Scale.ROOT or analysis.has_comparison:
        return analysis
    if abs(analysis.primary.rho) >= NO_CARRY_OVER:
        return analysis
    used, pilot = ~series.weeks.omitted(series.values), series.weeks.is_pilot
    before, during = series.values[used & ~pilot], series.values[used & pilot]
    if not before.sum() > 0:
        return analysis
    found = _exact(analysis.primary, round(before.sum()), before.size, round(during.sum()), during.size)
    return replace(analysis, primary=found)


def _exact(primary: PilotEffect, before: int, weeks_before: int, during: int, weeks_during: int) -> ExactEffect:
    effect = during / weeks_during - before / weeks_before
    made = ExactEffect(
        effect, primary.error, primary.freedom, primary.p, primary.rho, primary.spread, primary.weeks, primary.pilot_weeks,
        primary.columns, primary.is_holiday_left_out, before, weeks_before, during, weeks_during,
    )  # fmt: skip
    return replace(made, p=made.ratio().p)
