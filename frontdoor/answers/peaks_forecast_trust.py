"""How far to trust a forecast: what it would have missed in the last weeks, beside two simple ones, and its intervals."""

import numpy as np

from frontdoor.answers.peaks_forecast_made import Made
from frontdoor.answers.peaks_forecast_words import METHOD_WORDS
from frontdoor.answers.view_answer import Box, Line
from frontdoor.measures.formatting import format_value, in_every_hundred
from frontdoor.schema.units import Unit
from frontdoor.statistics.backtesting import FEWEST_ORIGINS, WEEKS_TOLD, BackTest
from frontdoor.statistics.forecasting import FEWEST_DAYS, Grain, Method

NEAR = 0.1
LABELS = {
    Method.MODEL: "Our model",
    Method.PROFILE: "The usual week",
    Method.NAIVE: "The same day last week",
}
NOUNS = {Grain.HALF_HOUR: "half-hours", Grain.DAY: "days", Grain.WEEK: "weeks"}
SPLIT = ", split over half-hours as they usually fall"
WEEKS_NEEDED = FEWEST_DAYS // 7 + FEWEST_ORIGINS


def trust_box(made: Made, grain: Grain, noun: str) -> Box:
    """Return how the forecast did on the past, or that it is too soon to try it."""
    title = "How far to trust it"
    if made.tested is None:
        return Box(title, (Line("", f"Too soon to try it on the past: {WEEKS_NEEDED} weeks are needed for that."),))
    lines = (
        Line("", near_words(made.tested, noun)),
        *_errors(made.tested, grain),
        Line("", held_words(made.tested, grain)),
        Line(
            "Shown:",
            f"{METHOD_WORDS[made.method]}, which missed least by day{SPLIT if grain is Grain.HALF_HOUR else ''}.",
        ),
    )
    return Box(title, lines)


def near_words(tested: BackTest, noun: str) -> str:
    """Return on how many of the last weeks' days the forecast was within 10% of what came."""
    within, of = (int(counts[0]) for counts in tested.days_within(NEAR))
    if not of:
        return f"On no day of the last weeks did any {noun} come that the forecast could be held against."
    weeks = min(WEEKS_TOLD, len(tested.origins))
    return (
        f"In the last {weeks} weeks the forecast was within {format_value(NEAR, Unit.SHARE)} of the {noun} that came on "
        f"{within} of {of} days."
    )


def _errors(tested: BackTest, grain: Grain) -> tuple[Line, ...]:
    """Return how far each method missed, where 1 is how much one week differs from the next."""
    by = grain if grain in tested.scaled_error else Grain.DAY
    errors = zip(Method, tested.scaled_error[by][:, 0], strict=True)
    each = by.value.replace("_", "-")
    title = Line(
        "",
        f"How far each missed, by {each}, where 1 is how much a {each} usually differs from that of the week before:",
    )
    return title, *(
        Line(LABELS[method], "", format_value(float(error), Unit.RATIO))
        for method, error in errors
        if not np.isnan(error)
    )


def held_words(tested: BackTest, grain: Grain) -> str:
    """Return how often the intervals of our model held what came."""
    narrow, wide = (float(share) for share in tested.coverage[grain][:, 0])
    if np.isnan(narrow) or np.isnan(wide):
        return "How often its intervals hold is not known yet."
    held = f"Our model’s 80% intervals held {in_every_hundred(narrow, NOUNS[grain])}, its 95% intervals {in_every_hundred(wide)}."
    is_ours = tested.choice.methods[0] is Method.MODEL
    return held if is_ours else f"{held} Those shown are as wide as the method shown has missed."
