"""The sentences printed beside a control chart: what to know before believing it."""

from dataclasses import dataclass

from frontdoor.statistics.autocorrelation import JUDGED_ABOVE, RHOS
from frontdoor.statistics.control_chart_result import Adjustment
from frontdoor.statistics.process_limits import FEWEST_POINTS_TO_FIX_LIMITS

TOO_FEW = "There are too few figures to tell a change from noise."
FOLLOWS_THE_YEAR = "The figures follow the time of year, so a month cannot be held against the months before it."
CARRIES_OVER = (
    "Each figure carries over part of the one before it (rho {rho:.2f}), "
    "which looks like change when nothing has changed."
)
NOT_SCREENED = "Limits use every jump between figures, as the NHS workbook does (not screened)."
SCREENED = "Limits leave out unusually large jumps between figures (screened; the NHS workbook leaves none out)."
NOTHING_SCREENED = "Limits are screened for unusually large jumps between figures; none is left out."
SEASON_TAKEN_OUT = "The time of year is taken out: these are the figures as they would be in an average month."
CARRY_OVER_TAKEN_OUT = "What each figure carries over from the one before it (rho {rho:.2f}) is taken out."
LAST_IS_MISSING = "The last period has no figure; this is about the last one that has."


@dataclass(frozen=True, slots=True)
class Facts:
    """What the sentences about one chart are made from."""

    points: int
    points_in_last_segment: int
    gaps: tuple[int, ...]
    is_last_missing: bool
    has_limits: bool
    is_screened: bool
    screen_outliers: bool
    fixed_after: int | None
    rho: float | None
    false_alarm_rate: float | None
    is_carry_over_established: bool
    has_season: bool | None

    @property
    def is_trial(self) -> bool:
        """Whether the limits may still move much, having fewer than 12 points behind them."""
        return self.points_in_last_segment < FEWEST_POINTS_TO_FIX_LIMITS


def reason_not_to_judge(facts: Facts) -> str | None:
    """Return why a change cannot be judged from these values as they stand, or None."""
    if facts.points < 2:
        return TOO_FEW
    if facts.has_season:
        return FOLLOWS_THE_YEAR
    return CARRIES_OVER.format(rho=facts.rho) if facts.is_carry_over_established else None


def sentences(facts: Facts) -> tuple[str, ...]:
    """Return the sentences that hold, in the order to print them."""
    found = (_how_many(facts), _limits(facts), _missing(facts), _last_missing(facts), _carried_over(facts))
    return tuple(sentence for sentence in found if sentence)


def adjusted_words(adjustment: Adjustment | None) -> tuple[str, ...]:
    """Return what was taken out of the figures before they were charted."""
    season = (SEASON_TAKEN_OUT,) if adjustment and adjustment.season else ()
    carried = (CARRY_OVER_TAKEN_OUT.format(rho=adjustment.rho),) if adjustment and adjustment.rho else ()
    return (*season, *carried)


def _how_many(facts: Facts) -> str:
    points = facts.points_in_last_segment
    if points < 2:
        return f"There {'is one figure' if points else 'are no figures'} to chart, so there are no limits yet."
    return (
        f"Trial limits: {points} points so far; limits settle at {FEWEST_POINTS_TO_FIX_LIMITS}."
        if facts.is_trial
        else ""
    )


def _limits(facts: Facts) -> str:
    if facts.points_in_last_segment < 2:
        return ""
    if not facts.has_limits:
        return "Every figure is the same, so there are no limits to draw."
    fixed = f"Limits are fixed on the first {facts.fixed_after} points. " if facts.fixed_after else ""
    if not facts.screen_outliers:
        return fixed + NOT_SCREENED
    return fixed + (SCREENED if facts.is_screened else NOTHING_SCREENED)


def _missing(facts: Facts) -> str:
    if not facts.gaps:
        return ""
    periods = "1 period has" if len(facts.gaps) == 1 else f"{len(facts.gaps)} periods have"
    return f"{periods} no figure. A gap breaks the chart: no run is counted across it."


def _last_missing(facts: Facts) -> str:
    return LAST_IS_MISSING if facts.is_last_missing and facts.points else ""


def _carried_over(facts: Facts) -> str:
    if facts.rho is None or facts.false_alarm_rate is None:
        return ""
    about = "at least" if facts.rho > RHOS[-1] else "about"
    verdict = "more than chance explains" if facts.is_carry_over_established else f"not clearly above {JUDGED_ABOVE}"
    return (
        f"Carry-over from one figure to the next: rho {facts.rho:.2f} ({verdict}). "
        f"At that rho {about} {100 * facts.false_alarm_rate:.0f} in 100 charts flag their last point by chance."
    )
