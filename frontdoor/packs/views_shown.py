"""The views of pages of several that a pack can show, by the words on the screen."""

from collections.abc import Callable, Mapping

from frontdoor.answers import peaks_choices, pilot_choices, shift_choices
from frontdoor.answers.peaks_choices import Staffing
from frontdoor.answers.peaks_cover import cover
from frontdoor.answers.peaks_forecast import coming_weeks
from frontdoor.answers.peaks_limit import limit
from frontdoor.answers.peaks_week import week
from frontdoor.answers.peaks_year import year
from frontdoor.answers.pilot_before import before
from frontdoor.answers.pilot_changed import changed
from frontdoor.answers.pilot_moved import moved
from frontdoor.answers.pilot_people import people
from frontdoor.answers.pilot_running import running
from frontdoor.answers.pilot_verdict import verdict
from frontdoor.answers.shift_left_out import left_out
from frontdoor.answers.shift_level import level
from frontdoor.answers.shift_needless import needless
from frontdoor.answers.shift_saved import saved
from frontdoor.answers.shift_stick import stick
from frontdoor.answers.view_answer import ViewAnswer
from frontdoor.packs.asked import Asked
from frontdoor.statistics.forecasting import Grain

Peaks, Shift, Pilots = peaks_choices.View, shift_choices.View, pilot_choices.View

PEAKS: Mapping[str, Callable[[Asked], ViewAnswer]] = {
    Peaks.WEEK: lambda asked: week(asked.filters, asked.audience),
    Peaks.YEAR: lambda asked: year(asked.filters, asked.audience),
    Peaks.LIMIT: lambda asked: limit(asked.filters, asked.audience),
    Peaks.FORECAST: lambda asked: coming_weeks(asked.filters, asked.audience, Grain.WEEK),
    Peaks.COVER: lambda asked: cover(asked.filters, asked.audience, Staffing.FORECAST),
}
"""Each view of demand peaks as it is before anyone chooses more; What if is a conversation and no page."""

SHIFT: Mapping[str, Callable[[Asked], ViewAnswer]] = {
    Shift.LEVEL: lambda asked: level(asked.filters, asked.audience),
    Shift.STICK: lambda asked: stick(asked.filters, asked.audience),
    Shift.NEEDLESS: lambda asked: needless(asked.filters, asked.audience),
    Shift.SAVED: lambda asked: saved(asked.filters, asked.audience),
    Shift.LEFT_OUT: lambda asked: left_out(asked.filters, asked.audience),
}
"""Each view of channel shift."""

PILOT: Mapping[str, Callable[[Asked, str], ViewAnswer]] = {
    Pilots.VERDICT: lambda asked, key: verdict(asked.filters, asked.audience, key),
    Pilots.BEFORE: lambda asked, key: before(asked.filters, asked.audience, key),
    Pilots.RUNNING: lambda asked, key: running(asked.filters, asked.audience, key),
    Pilots.CHANGED: lambda asked, key: changed(asked.filters, asked.audience, key),
    Pilots.MOVED: lambda asked, key: moved(asked.filters, asked.audience, key),
    Pilots.PEOPLE: lambda asked, key: people(asked.filters, asked.audience, key),
}
"""Each view of one pilot."""
