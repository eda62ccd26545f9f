"""What is said of the shift: how many are online, by how many points that moved, and whether it is more than noise."""

import numpy as np

from frontdoor.answers.answer import Result
from frontdoor.answers.context import Context
from frontdoor.answers.feedback_answer import Fact
from frontdoor.answers.labels import label_of
from frontdoor.answers.result_words import sums_words, target_words, value_words
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.shift_choices import View
from frontdoor.answers.shift_counted import TwoYears
from frontdoor.answers.shift_months import Together, since_words, year_name
from frontdoor.answers.shift_parts import lower, points_places, points_words, signed_points
from frontdoor.answers.shift_why import ONLINE, Why
from frontdoor.answers.view_answer import Box, Line, Link
from frontdoor.measures.formatting import MINUS, format_value, in_every_hundred
from frontdoor.periods import Period
from frontdoor.schema.units import Unit
from frontdoor.statistics.share_shift import ShareShift
from frontdoor.strategy.judgement import State

STATES = {State.MET: "Met", State.CLOSE: "Close", State.MISSED: "Missed"}
BY_GROUP = Link("By ward, age and other groups: who was left out", view=View.LEFT_OUT, page="shift")
TOO_SOON = "No year before it is recorded alike, so we can’t tell by how much it moved."


def answer_words(share: float, shift: ShareShift | None, years: tuple[Period, Period] | None) -> str:
    """Return the level and the shift in one sentence; a shift within noise is not called one."""
    level = in_every_hundred(share)
    if shift is None or years is None:
        return f"{level[:1].upper()}{level[1:]} contacts are online; whether that is a shift is too soon to say."
    change = float(shift.change[0])
    if not is_beyond_noise(shift):
        is_a_year = years[0] == years[1].year_before()
        then = "in the same months a year before" if is_a_year else f"in the {lower(year_name(years[0]))}"
        moved = f"{points_words(change)} {'more' if change > 0 else 'fewer'} than {then}"
        return f"{level[:1].upper()}{level[1:]} contacts are online: {moved}, {_unclear(shift)}."
    return (
        f"Online contact {'rose' if change > 0 else 'fell'} by {points_words(change)} {since_words(years)}, to {level}."
    )


def _unclear(shift: ShareShift) -> str:
    if np.isnan(shift.lower[0]):
        return "but they are too few months to say how sure that is"
    return "which is within the ups and downs of months"


def is_beyond_noise(shift: ShareShift) -> bool:
    """Return whether the whole interval of the first series lies on one side of nothing; False where there is none."""
    return bool(shift.lower[0] > 0 or shift.upper[0] < 0)


def facts_of(result: Result, shift: ShareShift | None, channels: TwoYears | None, held: Together) -> tuple[Fact, ...]:
    """Return the period's own level and target as the measure's page has them, then the shift and the growth."""
    facts = [
        Fact(f"Online, {result.period.label}", value_words(result), sums_words(result)),
        Fact(f"Target now: {target_words(result)}", STATES.get(result.judgement.state, "Not judged"), _by(result)),
    ]
    if shift is not None:
        label = "Shift since the baseline" if held.is_since_baseline else "Shift in a year"
        facts.append(Fact(label, signed_points(float(shift.change[0])), between_words(shift)))
    if channels is not None and not np.isnan(channels.online).any():
        before, now = (float(count) for count in channels.online.sum(axis=0))
        facts.append(Fact("Online contacts", percent_words(before, now), f"{before:,.0f} to {now:,.0f}"))
    return tuple(facts)


def _by(result: Result) -> str:
    gap = result.judgement.gap
    if gap is None or result.judgement.state not in STATES:
        return result.judgement.reason
    return f"{points_words(gap, 1)} {'above' if gap >= 0 else 'below'} it"


def between_words(shift: ShareShift, at: int = 0) -> str:
    """Return 'between 3.0 and 5.0 points, 95% sure', or that an interval cannot be told."""
    low, high = float(shift.lower[at]), float(shift.upper[at])
    if np.isnan(low) or np.isnan(high):
        return "too few months to say how sure"
    places = points_places(float(shift.change[at]))
    low_said = signed_points(low, places).split()[0]
    return f"between {low_said} and {signed_points(high, places)}, 95% sure"


def percent_words(before: float, now: float) -> str:
    """Return the change of a count in per cent, worked out: '+248%'; what began from nothing has none."""
    if before <= 0:
        return "New" if now > 0 else "None"
    change = now / before - 1
    said = format_value(abs(change), Unit.SHARE, places=0 if abs(change) >= 0.2 else 1)
    return said if not any(digit in said for digit in "123456789") else f"{MINUS if change < 0 else '+'}{said}"


def services_box(found: Why, shift: ShareShift, context: Context) -> Box:
    """Return which services did the shifting and which only grew, most moved first."""
    within, grew = (part[:, ONLINE] for part in (found.of_services.within, found.of_services.composition))
    order = sorted(range(len(within)), key=lambda at: -within[at])
    lines = []
    for at in order:
        place = label_of(found.services.places[at], "service", context)
        level = " to ".join(format_value(_known(each[at]), Unit.SHARE) for each in (shift.before, shift.after))
        moved = _contacts(float(within[at]), "moved online", "moved away from online")
        mixed = _contacts(float(grew[at]), "came as it grew", "went as it shrank", "")
        change = _known(shift.change[at])
        fact = "–" if change is None else signed_points(change)
        lines.append(Line(place, f"{level} online. {moved}, {mixed} beside the rest.", fact))
    return Box("Who moved, and what only grew", tuple(lines), (BY_GROUP,))


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _contacts(count: float, more: str, less: str, noun: str = "contact") -> str:
    number = count_noun(round(abs(count)), noun) if noun else f"{abs(count):,.0f}"
    return f"{number} {more if count >= 0 else less}"
