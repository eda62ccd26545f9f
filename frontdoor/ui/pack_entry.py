"""Which entry of a pack a page is as it stands now, by its address; a page that has none offers nothing to take away."""

from collections.abc import Callable, Mapping

import streamlit as st

from frontdoor.answers.accountability_choices import View as AccountView
from frontdoor.answers.action_choices import Which
from frontdoor.answers.peaks_choices import View as PeaksView
from frontdoor.answers.pilot_choices import ALL_PILOTS
from frontdoor.answers.shift_choices import View as ShiftView
from frontdoor.answers.update_choices import DRAFTED, Standing
from frontdoor.answers.ward_choices import Show as WardShow
from frontdoor.packs.template import Show, Wanted
from frontdoor.ui import links
from frontdoor.ui.asking import reader
from frontdoor.ui.targets_asking import target_places
from frontdoor.ui.ward import ALL_WARDS


def entry_shown(page: str) -> Wanted | None:
    """Return the entry of the page with this url_path, once it has run and its choices are settled; None where it has none."""
    found = ENTRIES.get(page)
    return found() if found else None


def _said(name: str) -> str:
    """Return what the page's own choice says now; one that was never made is as usual."""
    said = st.session_state.get(name, st.query_params.get(name))
    usual = links.PAGE_CHOICES[name].usual if name in links.PAGE_CHOICES else ""
    return str(said or usual)


def _measure() -> Wanted:
    return Wanted(Show.MEASURE, measure=_said(links.MEASURE_KEY))


def _peaks() -> Wanted | None:
    view = _said(links.VIEW_KEY)
    match view:
        case PeaksView.WHAT_IF:
            return None
        case PeaksView.WEEK:
            return Wanted(Show.PEAKS, view=view, of=_said(links.SHOW_KEY), over=_said(links.OVER_KEY))
        case PeaksView.FORECAST:
            return Wanted(Show.PEAKS, view=view, grain=_said(links.GRAIN_KEY))
        case PeaksView.COVER:
            return Wanted(Show.PEAKS, view=view, staffing=_said(links.STAFFING_KEY))
        case _:
            return Wanted(Show.PEAKS, view=view)


def _shift() -> Wanted:
    view = _said(links.SHIFT_VIEW_KEY)
    within = _said(links.WITHIN_KEY) if view == ShiftView.STICK else ""
    return Wanted(Show.SHIFT, view=view, within=within)


def _satisfaction() -> Wanted:
    return Wanted(Show.SATISFACTION, question=_said(links.QUESTION_KEY))


def _pilots() -> Wanted:
    pilot = _said(links.PILOT_KEY)
    if pilot == ALL_PILOTS:
        return Wanted(Show.PILOTS)
    return Wanted(Show.PILOT, pilot=pilot, view=_said(links.PILOT_VIEW_KEY))


def _actions() -> Wanted | None:
    match _said(links.ACCOUNT_VIEW_KEY):
        case AccountView.ACTIONS:
            which = _said(links.ACTION_WHICH_KEY)
            return Wanted(Show.ACTIONS, view="" if which == Which.OPEN else which, find=_said(links.ACTION_FIND_KEY))
        case AccountView.TARGETS:
            return _target()
        case AccountView.PLANS:
            return Wanted(Show.PLANS)
        case AccountView.SIGN_OFF:
            return Wanted(Show.SIGN_OFF)
        case _:
            return _draft()


def _target() -> Wanted | None:
    """Return the targets with one in full; None for a service's own, which a pack cannot name."""
    measures, places = target_places(reader())
    keys = {label: key for key, label in measures.items()}
    is_of_all = _said(links.TARGET_PLACE_KEY) == places[""]
    return Wanted(Show.TARGETS, measure=keys.get(_said(links.TARGET_KEY), "")) if is_of_all else None


def _draft() -> Wanted | None:
    """Return the draft of an annual update; None for a version as issued, which has a file of its own."""
    if _said(links.UPDATE_SHOWS_KEY) != DRAFTED:
        return None
    return Wanted(Show.ANNUAL_UPDATE, year=_said(links.UPDATE_YEAR_KEY), view=Standing.DRAFT)


def _ward() -> Wanted | None:
    """Return one ward; None for all of them, and for a map of anything else than a pack has."""
    ward = _said(links.WARD_KEY)
    is_so = ward != ALL_WARDS and _said(links.WARD_SHOW_KEY) == WardShow.ONLINE
    return Wanted(Show.WARD, ward=ward) if is_so else None


ENTRIES: Mapping[str, Callable[[], Wanted | None]] = {
    "": lambda: Wanted(Show.PROMISES),
    links.MEASURE_PAGE: _measure,
    links.PEAKS_PAGE: _peaks,
    links.SHIFT_PAGE: _shift,
    links.QUESTION_PAGE: _satisfaction,
    "complaints": lambda: Wanted(Show.COMPLAINTS),
    links.PILOTS_PAGE: _pilots,
    links.ACTIONS_PAGE: _actions,
    links.WARD_PAGE: _ward,
}
"""What each page is, by its url_path: a page with an entry of its own is added here."""
