"""What was made easier within a year, said on every page: targets, bands of what counts as close, and thresholds."""

from datetime import datetime
from zoneinfo import ZoneInfo

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.targets_held import held_everywhere
from frontdoor.answers.targets_words import easier_words
from frontdoor.answers.threshold_words import easing_words
from frontdoor.filters import Filters
from frontdoor.strategy.history import easings


def lowered(filters: Filters, audience: Audience, now: datetime) -> tuple[str, ...]:
    """Return, a sentence each, what was made easier within the year before the council's day of `now`."""
    return lowered_in(open_context(filters, audience), now)


def lowered_in(context: Context, now: datetime) -> tuple[str, ...]:
    """Return the same of a council that is open already; packs print it."""
    today = now.astimezone(ZoneInfo(context.council.time_zone)).date()
    targets = [easier_words(each) for each in held_everywhere(context, today) if each.given_up]
    thresholds = [
        f"{promised.label[:1].lower()}{promised.label[1:]}, threshold {easing_words(easing)}"
        for promised in context.measures()
        for easing in easings(promised, today)
    ]
    return tuple(f"Made easier within a year: {said}." for said in (*targets, *thresholds))
