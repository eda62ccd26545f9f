"""The views of pages of several that a pack can show, by the words on the screen."""

from collections.abc import Callable, Mapping

from frontdoor.answers import peaks_choices, pilot_choices, shift_choices
from frontdoor.answers.peaks_choices import Cut, Over, Staffing
from frontdoor.answers.peaks_choices import Show as Shown
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
from frontdoor.answers.shift_choices import Within
from frontdoor.answers.shift_left_out import left_out
from frontdoor.answers.shift_level import level
from frontdoor.answers.shift_needless import needless
from frontdoor.answers.shift_saved import saved
from frontdoor.answers.shift_stick import stick
from frontdoor.answers.view_answer import ViewAnswer
from frontdoor.packs.asked import Asked
from frontdoor.packs.template import Wanted
from frontdoor.statistics.forecasting import Grain

Peaks, Shift, Pilots = peaks_choices.View, shift_choices.View, pilot_choices.View

GRAINS = {Cut.WEEK: Grain.WEEK, Cut.DAY: Grain.DAY, Cut.HALF_HOUR: Grain.HALF_HOUR}
"""How finely a forecast is cut, by the words on the screen."""


def _week(asked: Asked, wanted: Wanted) -> ViewAnswer:
    shown, over = Shown(wanted.of or Shown.CONTACTS), Over(wanted.over or Over.YEAR)
    return week(asked.filters, asked.audience, shown, over)


def _forecast(asked: Asked, wanted: Wanted) -> ViewAnswer:
    return coming_weeks(asked.filters, asked.audience, GRAINS[Cut(wanted.grain or Cut.WEEK)])


def _cover(asked: Asked, wanted: Wanted) -> ViewAnswer:
    return cover(asked.filters, asked.audience, Staffing(wanted.staffing or Staffing.FORECAST))


def _stick(asked: Asked, wanted: Wanted) -> ViewAnswer:
    return stick(asked.filters, asked.audience, Within(wanted.within or Within.THREE).days)


PEAKS: Mapping[str, Callable[[Asked, Wanted], ViewAnswer]] = {
    Peaks.WEEK: _week,
    Peaks.YEAR: lambda asked, _: year(asked.filters, asked.audience),
    Peaks.LIMIT: lambda asked, _: limit(asked.filters, asked.audience),
    Peaks.FORECAST: _forecast,
    Peaks.COVER: _cover,
}
"""Each view of demand peaks; what an entry does not choose is as it is before anyone chooses. What if is a conversation and no page."""

SHIFT: Mapping[str, Callable[[Asked, Wanted], ViewAnswer]] = {
    Shift.LEVEL: lambda asked, _: level(asked.filters, asked.audience),
    Shift.STICK: _stick,
    Shift.NEEDLESS: lambda asked, _: needless(asked.filters, asked.audience),
    Shift.SAVED: lambda asked, _: saved(asked.filters, asked.audience),
    Shift.LEFT_OUT: lambda asked, _: left_out(asked.filters, asked.audience),
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
