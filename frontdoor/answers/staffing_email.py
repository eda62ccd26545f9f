"""E-mail in the hours when the phones leave somebody free: how much comes, and how far the spare hours get with it."""

from dataclasses import dataclass, replace

import numpy as np

from frontdoor.answers.context import Context
from frontdoor.answers.demand import demand_of
from frontdoor.answers.staffing_words import counted, hours, rounded
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.periods import Period
from frontdoor.schema.units import Channel
from frontdoor.statistics.arrays import Booleans, Floats
from frontdoor.statistics.deferrable_work import fill_troughs
from frontdoor.statistics.map_cells import cells_of

SECONDS_IN_AN_HOUR = 3600.0
SECONDS_IN_A_MINUTE = 60.0
FEWEST_HANDLED = 20


@dataclass(frozen=True, slots=True)
class Email:
    """A mean week: e-mails by weekday and half-hour (7 x 48), and seconds each takes, None where not recorded."""

    coming: Floats
    seconds_each: float | None


def email_of(filters: Filters, period: Period, context: Context) -> Email | None:
    """Return the e-mails of a mean week of `period`, None where none are recorded by time of day."""
    try:
        held = demand_of(replace(filters, channels=(Channel.EMAIL.value,)), period, context)
    except CannotTellError:
        return None
    came = held["contacts"]
    is_known: Booleans = np.asarray(~np.isnan(came), dtype=np.bool_)
    coming = np.nan_to_num(cells_of(came, held.days.weekday, is_known).mean)
    handled, seconds = (float(np.nansum(held[name])) for name in ("contacts_with_handling_time", "seconds_handled"))
    if coming.sum() == 0:
        return None
    return Email(coming, seconds / handled if handled >= FEWEST_HANDLED else None)


def email_words(email: Email | None, spare_hours: Floats) -> str:
    """Return what fits into the spare hours (7 x 48) of a week, or what is not known."""
    if email is None:
        return "E-mails are not recorded by time of day here, so nobody can say how many would fit."
    number, spare = email.coming.sum(), float(spare_hours.sum())
    came = counted(rounded(number), "e-mail")
    if email.seconds_each is None:
        each = rounded(spare * SECONDS_IN_AN_HOUR / number / SECONDS_IN_A_MINUTE)
        return (
            f"{came} come in a week, and how long one takes is not recorded. The {hours(spare)} to spare "
            f"would leave {counted(each, 'minute')} for each."
        )
    work = email.coming * email.seconds_each / SECONDS_IN_AN_HOUR
    left = float(fill_troughs(work.ravel(), spare_hours.ravel()).hours_left[-1])
    if left < 1:
        return f"{came} come in a week, {hours(float(work.sum()))} of work: they fit into the {hours(spare)} to spare."
    return (
        f"{came} come in a week, {hours(float(work.sum()))} of work. The {hours(spare)} to spare take {hours(float(work.sum()) - left)} of it; "
        f"{hours(left)} need more people."
    )
