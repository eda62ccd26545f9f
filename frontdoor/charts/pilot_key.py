"""The keys of what was seen against what was expected, and of signed changes: only of marks that are there."""

from frontdoor.charts.counterfactual import line_words
from frontdoor.charts.key_entry import KeyEntry, KeyMark
from frontdoor.figure import Figure

RANGE = 2  # the place of its words among the figure's own
STEP_WORDS = ("What was added", "Seen less expected")


def counterfactual_key(figure: Figure, is_narrow: bool) -> tuple[KeyEntry, ...]:
    """Return the band and the difference; on a phone also the two lines, which have their words beside them elsewhere."""
    seen, expected = line_words(figure)
    range_words = figure.key_words[RANGE] if len(figure.key_words) > RANGE else "Expected range (95%)"
    is_expected = figure.frame["expected"].is_not_null().any()
    found = (
        (is_narrow, KeyMark.MEASURED, seen),
        (is_narrow and is_expected, KeyMark.EXPECTED, expected),
        (figure.frame["low"].is_not_null().any(), KeyMark.BAND_80, range_words),
        (is_expected, KeyMark.DIFFERENCE, "Difference"),
    )
    return tuple(KeyEntry(mark, words) for is_there, mark, words in found if is_there)


def steps_key(figure: Figure) -> tuple[KeyEntry, ...]:
    """Return what was added, the others, and the whisker."""
    added, others, *ends = figure.key_words or STEP_WORDS
    is_added = figure.frame["is_added"]
    found = (
        (is_added.any(), KeyMark.ADDED, added),
        (not is_added.all(), KeyMark.STEP, others),
        (figure.frame["low"].is_not_null().any(), KeyMark.WHISKER, ends[0] if ends else "95% range"),
    )
    return tuple(KeyEntry(mark, words) for is_there, mark, words in found if is_there)
