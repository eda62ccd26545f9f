"""What was saved, found: contacts that moved, calls that stayed away, those who came back, and all of it in pence."""

from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from frontdoor.answers.asking import ask
from frontdoor.answers.context import Context, bare
from frontdoor.answers.shift_saved_compared import Compared, Sides, compared, sides_of
from frontdoor.answers.shift_saved_costs import DEARER, Costs
from frontdoor.answers.shift_saved_weeks import Weeks, Windows
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Parameter
from frontdoor.periods import Grain
from frontdoor.statistics.arrays import Floats, ratio
from frontdoor.statistics.bounce_range import bounce_range
from frontdoor.statistics.counterfactual import Counterfactual, counterfactuals
from frontdoor.statistics.map_difference import FALSE_DISCOVERIES, discoveries, t_multiplier, two_sided_p
from frontdoor.statistics.savings import NOTHING, Finding, Range, Saving, saving
from frontdoor.strategy.dated import ALWAYS
from frontdoor.strategy.strategy import DatedValue
from frontdoor.warehouse.asking import Asked
from frontdoor.warehouse.scope import Scope

CAME_BACK_WITHIN_DAYS = 3  # as the view of bounces, unless the council promises another number
PHONE = "phone"
MANY = 1e6  # degrees of freedom of a normal law


@dataclass(frozen=True, slots=True)
class OfChannel:
    """One dearer channel: what would have come and what it saved, and the same of its services (None: can't tell).

    `would_have` is what the saving stands on: `compared` where comparison services were found, else `by_trend`, which is of
    all services.
    """

    channel: str
    by_trend: Counterfactual | None
    compared: Compared | None
    saving: Saving
    services: tuple[tuple[str, Counterfactual | None], ...]

    @property
    def would_have(self) -> Counterfactual | None:
        return self.by_trend if self.compared is None else self.compared.would_have

    @property
    def changed(self) -> frozenset[str]:
        """Return the services whose contact differs from what would have come, false discoveries held to 5% of them."""
        told = [(name, found) for name, found in self.services if found is not None]
        apart = np.array([np.log((each.came + 0.5) / (each.expected + 0.5)) for _, each in told])
        reach = np.array([np.log((each.upper + 0.5) / (each.expected + 0.5)) for _, each in told])
        many = np.full(len(told), MANY)
        p = two_sided_p(ratio(apart, reach, np.nan) * float(t_multiplier(np.array(MANY))), many)
        return frozenset(
            name for (name, _), is_so in zip(told, discoveries(p, FALSE_DISCOVERIES), strict=True) if is_so
        )


@dataclass(frozen=True, slots=True)
class Saved:
    """Everything said of savings, over the weeks judged.

    `moved`: digital contacts more than in the same weeks a year before, of channels recorded in both. `bounced`: the share
    (0 to 1) of them that came back by phone or in person, None not known. `left_out`: channels not counted in `moved`.
    """

    moved: float
    bounced: Range | None
    channels: tuple[OfChannel, ...]
    left_out: tuple[str, ...]
    sides: Sides
    asked: tuple[Asked, ...]

    @property
    def phone(self) -> OfChannel:
        return self.channels[0]

    @property
    def borne_out(self) -> Range | None:
        """Return what all dearer channels saved; None where the phone cannot be told."""
        return _sum([each.saving.borne_out for each in self.channels])

    @property
    def cashable(self) -> Range | None:
        return _sum([each.saving.cashable for each in self.channels])

    @property
    def finding(self) -> Finding:
        """Return the best that can be said of any dearer channel; of the phone where none fell."""
        found = [each.saving.finding for each in self.channels]
        return next((one for one in (Finding.SAVED, Finding.DEPENDS_ON_COST) if one in found), found[0])


def _sum(ranges: list[Range | None]) -> Range | None:
    """Return the sum of what is known; None where the first is not known."""
    return None if ranges[0] is None else sum((each for each in ranges if each is not None), NOTHING)


def saved_of(weeks: Weeks, windows: Windows, costs: Costs, filters: Filters, context: Context) -> Saved:
    """Return what was saved in the weeks judged."""
    moved, left_out = _moved(weeks, windows)
    share, asked = _came_back(weeks, windows, filters, context)
    bounced = None if share is None else _of(max(moved, 0.0), share)
    names = [name for name in DEARER if name == PHONE or (name in weeks.channels and not weeks.is_digital(name))]
    would_have = _would_have(names, weeks, windows)
    sides = sides_of(weeks, windows, touched(weeks, windows, context))
    claims = {PHONE: (moved, bounced)}
    channels = tuple(
        _channel(name, (would_have[name], compared(name, sides, weeks, windows)), claims.get(name, (0.0, None)), costs)
        for name in names
    )
    return Saved(moved, share, channels, left_out, sides, (weeks.asked, *asked))


def touched(weeks: Weeks, windows: Windows, context: Context) -> frozenset[str]:
    """Return the services that the council says something happened to in the weeks judged, or in those a year before."""
    spans = [(weeks.starts[window][0], weeks.starts[window][-1]) for window in (windows.before, windows.after)]
    return frozenset(
        service
        for each in context.council.events
        if any(first <= np.datetime64(each.on_date) <= last for first, last in spans)
        for service in each.services
    )


def _moved(weeks: Weeks, windows: Windows) -> tuple[float, tuple[str, ...]]:
    """Return contacts more online than a year before, and the digital channels that do not compare.

    A channel that the council says began within the two years is new and counts from nothing; one that appears, vanishes or
    jumps without such a date does not count.
    """
    start, moved, left_out = weeks.day(windows.before.start), 0.0, []
    for name, row, is_digital in zip(weeks.channels, weeks.counts, weeks.digital, strict=True):
        if not is_digital[windows.after].any() and not is_digital[windows.before].any():
            continue
        if any(name == own and day >= start for own, day in weeks.unexplained):
            left_out.append(name)
            continue
        ends = [np.where(is_digital, np.nan_to_num(row), 0.0)[each].sum() for each in (windows.after, windows.before)]
        moved += float(ends[0] - ends[1])
    return moved, tuple(left_out)


def _would_have(names: list[str], weeks: Weeks, windows: Windows) -> dict[str, list[tuple[str, Counterfactual | None]]]:
    """Return what would have come in each channel, of all services (first, under '') and of each."""
    places = [(name, service) for name in names for service in ("", *_services(name, weeks))]
    rows = np.stack([_history(name, service, weeks) for name, service in places])
    found = counterfactuals(rows, weeks.starts, windows.first) if windows.can_compare else [None] * len(rows)
    answer: dict[str, list[tuple[str, Counterfactual | None]]] = {name: [] for name in names}
    for (name, service), one in zip(places, found, strict=True):
        answer[name].append((service, one))
    return answer


def _services(channel: str, weeks: Weeks) -> pl.Series:
    """Return the services with contact in a channel since it was last recorded otherwise; others are none of its history."""
    since = weeks.starts.astype(object)[weeks.changed_at(channel) :]
    rows = weeks.sums.filter(pl.col("channel") == channel, pl.col("period_start").is_in(list(since)))
    return rows["service"].unique().sort()


def _history(channel: str, service: str, weeks: Weeks) -> Floats:
    """Return the contacts by week; what was recorded otherwise before an overnight change is no history of the channel."""
    row = weeks.of_service(service, channel) if service else weeks.of(channel)
    return np.where(np.arange(len(row)) < weeks.changed_at(channel), np.nan, row)


def _channel(
    name: str,
    found: tuple[list[tuple[str, Counterfactual | None]], Compared | None],
    claim: tuple[float, Range | None],
    costs: Costs,
) -> OfChannel:
    """Return one channel; `found` is what would have come by trend and beside others, `claim` what moved and came back."""
    ((_, by_trend), *services), beside = found
    moved, bounced = claim
    whole = by_trend if beside is None else beside.would_have
    fell = None if whole is None else Range(float(whole.fell_lower), whole.fell, float(whole.fell_upper))
    worth = saving(moved, fell, costs.of(name), costs.digital, bounced=bounced, released=costs.released_of(name))
    return OfChannel(name, by_trend, beside, worth, tuple(services))


def _came_back(
    weeks: Weeks, windows: Windows, filters: Filters, context: Context
) -> tuple[Range | None, tuple[Asked, ...]]:
    """Return the share of digital contacts that came back, as the range that missing links leave."""
    days = came_back_days(context)
    scope = Scope(weeks.day(windows.first), weeks.last_day, Grain.YEAR, services=filters.services)
    bounce = replace(bare(CATALOGUE["bounce"]), parameters={Parameter.WITHIN_DAYS: (DatedValue(ALWAYS, days),)})
    try:
        followed = ask("follow_ups_within", bounce, scope, context)
        held = ask("contact_totals", bounce, scope, context)
    except CannotTellError:
        return None, ()
    if followed.frame.is_empty() or held.frame.is_empty():
        return None, ()
    return _share(followed.frame, held.frame), (followed, held)


def _share(followed: pl.DataFrame, held: pl.DataFrame) -> Range | None:
    """Return bounced over digital contacts; of linked ones only those old enough to know what followed are in it."""
    linked, seen = (float(followed[name].sum()) for name in ("digital_linked_contacts", "bounced_contacts"))
    digital = float(held["digital_contacts"].sum())
    calls = held.filter(pl.col("channel").cast(pl.String).is_in(list(DEARER)))
    all_calls, linked_calls = (float(calls[name].sum()) for name in ("contacts", "linked_contacts"))
    if digital <= 0 or linked > digital or seen > linked_calls:
        return None
    found = bounce_range(*(np.array([each]) for each in (digital, linked, seen, all_calls, linked_calls)))
    if not found.is_known[0]:
        return None
    return Range(*(float(end[0]) / digital for end in (found.lower, found.middle, found.upper)))


def came_back_days(context: Context) -> int:
    """Return within how many days a call after an online contact counts as coming back."""
    for promised in context.measures():
        days = promised.parameters.get(Parameter.WITHIN_DAYS, ())
        if promised.measure == "bounce" and days:
            return int(max(days, key=lambda each: each.from_date).value)
    return CAME_BACK_WITHIN_DAYS


def weeks_words(weeks: Weeks, windows: Windows) -> str:
    """Return 'the 26 weeks to 25 October 2026'."""
    last = weeks.last_day
    number = "week" if windows.number == 1 else f"{windows.number} weeks"
    return f"the {number} to {last.day} {last:%B %Y}"


def _of(contacts: float, share: Range) -> Range:
    return Range(contacts * share.low, contacts * share.central, contacts * share.high)
