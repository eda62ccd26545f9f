"""What was made easier within a year, said on every page: targets, bands of what counts as close, and thresholds."""

from datetime import datetime, time
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


def lowered_later(filters: Filters, audience: Audience, now: datetime) -> tuple[str, ...]:
    """Return the same but for what was easier on the period's last day already, which the overview's own rows flag."""
    context = open_context(filters, audience)
    end = datetime.combine(filters.period.last, time(12), ZoneInfo(context.council.time_zone))
    before = set(lowered_in(context, end))
    return tuple(said for said in lowered_in(context, now) if said not in before)


def lowered_in(context: Context, now: datetime) -> tuple[str, ...]:
    """Return what `lowered` does of a council that is open already; packs print it."""
    today = now.astimezone(ZoneInfo(context.council.time_zone)).date()
    eased = [each for each in held_everywhere(context, today) if each.given_up and each.now]
    newest_first = sorted(eased, key=lambda each: each.now.from_date if each.now else today, reverse=True)
    targets = [easier_words(each) for each in newest_first]
    thresholds = [
        f"{promised.label[:1].lower()}{promised.label[1:]}, threshold {easing_words(easing)}"
        for promised in context.measures()
        for easing in easings(promised, today)
    ]
    return tuple(f"Made easier within a year: {said}." for said in (*targets, *thresholds))
