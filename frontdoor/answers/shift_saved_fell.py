"""What is said of calls and visits against what would have come: by trend and season, and beside comparison services."""

from frontdoor.answers.context import Context
from frontdoor.answers.demand_nouns import about
from frontdoor.answers.labels import label_of
from frontdoor.answers.sentences import listed
from frontdoor.answers.shift_saved_compared import Sides
from frontdoor.answers.shift_saved_found import OfChannel, Saved
from frontdoor.answers.view_answer import Line
from frontdoor.statistics.counterfactual import Counterfactual

CALLS = {"phone": "calls", "visit": "visits"}
BY_TREND, BESIDE = "by trend and season:", "beside other services:"


def noun_of(each: OfChannel) -> str:
    """Return 'calls', 'visits' or 'contacts'."""
    return CALLS.get(each.channel, "contacts")


def fell_words(found: Counterfactual | None, noun: str) -> str:
    """Return what became of calls or visits against what would have come."""
    if found is None:
        return f"What would have come in {noun} can’t be told."
    if found.fell_upper < 0:
        return f"{about(-found.fell)} more {noun} than would have come."
    if found.fell_lower <= 0:
        ends = f"{_more_or_fewer(found.fell_lower)} and {_more_or_fewer(found.fell_upper)}"
        return f"{noun.capitalize()} are within what chance alone brings: between {ends}."
    return f"{about(found.fell)} fewer {noun} than would have come ({about(found.fell_lower)} to {about(found.fell_upper)})."


def fell_lines(each: OfChannel, sides: Sides, context: Context) -> tuple[Line, ...]:
    """Return what became of one dearer channel, both ways where both are known."""
    noun = noun_of(each)
    named = noun.capitalize()
    by_trend = Line(f"{named} {BY_TREND}", fell_words(each.by_trend, noun))
    if each.compared is None:
        return (by_trend,)
    moved, stayed = (
        listed([label_of(name, "service", context) for name in own]) for own in (sides.moved, sides.stayed)
    )
    words = f"{fell_words(each.compared.would_have, noun)} {moved} moved online; {stayed} did not."
    return (Line(f"{named} {BESIDE}", words), by_trend)


def used_lines(saved: Saved) -> tuple[Line, ...]:
    """Return which way the amounts stand on, and why there is no comparison."""
    if saved.phone.compared is not None:
        return (Line("Used:", "the comparison with other services, for the services that moved online."),)
    if saved.phone.by_trend is None:
        return ()
    why = saved.sides.why_not or "too few calls about services that did not move"
    return (Line("Used:", f"trend and season. No comparison services: {why}."),)


def _more_or_fewer(fell: float) -> str:
    return f"{about(abs(fell))} {'fewer' if fell > 0 else 'more'}"
