"""What was made easier within a year, said on every page: targets, bands of what counts as close, and thresholds."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.register_doubts import doubts
from frontdoor.answers.targets_held import held_everywhere
from frontdoor.answers.targets_words import easier_words, taken_back_words
from frontdoor.answers.threshold_words import easing_words
from frontdoor.filters import Filters
from frontdoor.strategy.history import easings


def lowered(filters: Filters, audience: Audience, now: datetime) -> tuple[str, ...]:
    """Return, a sentence each, what was made easier within the year before the council's day of `now`."""
    return lowered_in(open_context(filters, audience), now)


def lowered_later(filters: Filters, audience: Audience, now: datetime) -> tuple[str, ...]:
    """Return the same but for what was easier on the period's last day already, which the overview's own rows flag."""
    context = open_context(filters, audience)
    before = set(_eased(context, filters.period.last))
    return tuple(said for said in lowered_in(context, now) if said not in before)


def lowered_in(context: Context, now: datetime) -> tuple[str, ...]:
    """Return what `lowered` does of a council that is open already, doubts about the register first; packs print it."""
    today = now.astimezone(ZoneInfo(context.council.time_zone)).date()
    return (*doubts(context, today), *_taken_back(context, today), *_eased(context, today))


def _eased(context: Context, today: date) -> tuple[str, ...]:
    """Return what was easier on the day than a target or threshold in force within the year before."""
    eased = [each for each in held_everywhere(context, today) if each.given_up and each.now]
    newest_first = sorted(eased, key=lambda each: each.now.from_date if each.now else today, reverse=True)
    targets = [easier_words(each) for each in newest_first]
    thresholds = [
        f"{promised.label[:1].lower()}{promised.label[1:]}, threshold {easing_words(easing)}"
        for promised in context.measures()
        for easing in easings(promised, today)
    ]
    return tuple(f"Made easier within a year: {said}." for said in (*targets, *thresholds))


def _taken_back(context: Context, today: date) -> tuple[str, ...]:
    """Return the targets that were decided for a day and replaced by an easier one for that very day."""
    return tuple(f"{said}." for held in held_everywhere(context, today) for said in taken_back_words(held))
