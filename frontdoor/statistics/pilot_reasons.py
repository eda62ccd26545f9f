"""Why a pilot's effect cannot be told, in words a committee can read."""

from enum import StrEnum


class Reason(StrEnum):
    """One reason; the value is a whole sentence."""

    OUTSIDE = "The pilot does not begin within the weeks on record."
    NO_BASELINE = "There are no records from before the pilot to compare it with."
    SHORT_BASELINE = "There are fewer than 12 weeks on record before the pilot."
    SHORT_PILOT = "There are fewer than 4 weeks on record of the pilot."
    SHORT_SERIES = "There are fewer than 24 weeks on record in all."
    FEW_TO_SPARE = (
        "There are too few weeks for all that must be allowed for: at least 18 more are needed than what is estimated."
    )
    HOLES = "More than a fifth of the weeks have no record."
    CONSTANT = "The figure has no ups and downs of its own that a change could be measured against."
    ALWAYS_ZERO = "The figure was 0 in every week on record."
    ZERO_BEFORE = "The figure was 0 in every week before the pilot, so what came is counted and not compared."
    NOT_SEPARABLE = "Something else began or ended with the pilot, so the two cannot be told apart."
    ONE_COMPARISON = "One comparison cannot show how far two such places drift apart by chance."
    NO_COMPARISON = "There is nothing to compare the pilot with."
    NOTHING_ADDED = "Nobody came in the added hours."
    NO_CONTROL = "Nobody came at the times that should show what would have happened anyway."
    NO_OPENINGS = "There was no opening on record."
    ZERO_MARGIN = "The margin is not above 0, so nothing can be shown to lie within it."
