"""Links that keep what the reader chose: inside HTML they start a fresh session, so the filters travel in the address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

import streamlit as st

from frontdoor.answers.accountability_choices import View as AccountView
from frontdoor.answers.action_choices import NO_ACTION, Which
from frontdoor.answers.peaks_choices import Cut, Over, Show, Staffing, View
from frontdoor.answers.pilot_choices import ALL_PILOTS
from frontdoor.answers.pilot_choices import View as PilotView
from frontdoor.answers.shift_choices import View as ShiftView
from frontdoor.answers.shift_choices import Within
from frontdoor.answers.update_choices import Length
from frontdoor.answers.ward_choices import Show as WardShow

MEASURE_KEY = "measure"
MEASURE_PAGE = "measures"
QUESTION_KEY = "question"
QUESTION_PAGE = "satisfaction"
PEAKS_PAGE, SHIFT_PAGE, PILOTS_PAGE, ACTIONS_PAGE = "peaks", "shift", "pilots", "actions"
VIEW_KEY, SHOW_KEY, OVER_KEY, GRAIN_KEY, STAFFING_KEY = "view", "show", "over", "grain", "staffing"
SHIFT_VIEW_KEY, WITHIN_KEY = "shift_view", "within"
PILOT_KEY, PILOT_VIEW_KEY = "pilot", "pilot_view"
WARD_PAGE, WARD_KEY, WARD_SHOW_KEY = "ward", "my_ward", "ward_shows"
SIGN_OFF_KEY = "sign_off_of"
ACCOUNT_VIEW_KEY, TARGET_KEY, TARGET_PLACE_KEY = "account_view", "target", "target_for"
UPDATE_YEAR_KEY, UPDATE_SHOWS_KEY, UPDATE_LENGTH_KEY = "update_year", "update_shows", "update_length"
ACTION_KEY, ACTION_WHICH_KEY, ACTION_FIND_KEY, ACTION_PAGE_KEY = (
    "action",
    "actions_shown",
    "actions_with",
    "actions_page",
)
PACKS_PAGE, PACK_KEY = "packs", "chosen"
VIEW_KEYS = {
    PEAKS_PAGE: VIEW_KEY,
    SHIFT_PAGE: SHIFT_VIEW_KEY,
    PILOTS_PAGE: PILOT_VIEW_KEY,
    ACTIONS_PAGE: ACCOUNT_VIEW_KEY,
}
"""Which parameter names the view, by page."""


@dataclass(frozen=True, slots=True)
class PageChoice:
    """What one page alone is asked: that page's url_path, and what is chosen before anyone chooses ('' depends on the figures)."""

    page: str
    usual: str = ""


PAGE_CHOICES = {
    MEASURE_KEY: PageChoice(MEASURE_PAGE),
    QUESTION_KEY: PageChoice(QUESTION_PAGE),
    VIEW_KEY: PageChoice(PEAKS_PAGE, View.WEEK),
    SHOW_KEY: PageChoice(PEAKS_PAGE, Show.CONTACTS),
    OVER_KEY: PageChoice(PEAKS_PAGE, Over.YEAR),
    GRAIN_KEY: PageChoice(PEAKS_PAGE, Cut.WEEK),
    STAFFING_KEY: PageChoice(PEAKS_PAGE, Staffing.FORECAST),
    SHIFT_VIEW_KEY: PageChoice(SHIFT_PAGE, ShiftView.LEVEL),
    WITHIN_KEY: PageChoice(SHIFT_PAGE, Within.THREE),
    PILOT_KEY: PageChoice(PILOTS_PAGE, ALL_PILOTS),
    PILOT_VIEW_KEY: PageChoice(PILOTS_PAGE, PilotView.VERDICT),
    ACCOUNT_VIEW_KEY: PageChoice(ACTIONS_PAGE, AccountView.ACTIONS),
    ACTION_KEY: PageChoice(ACTIONS_PAGE, NO_ACTION),
    ACTION_WHICH_KEY: PageChoice(ACTIONS_PAGE, Which.OPEN),
    TARGET_KEY: PageChoice(ACTIONS_PAGE),
    TARGET_PLACE_KEY: PageChoice(ACTIONS_PAGE),
    SIGN_OFF_KEY: PageChoice(ACTIONS_PAGE),
    UPDATE_YEAR_KEY: PageChoice(ACTIONS_PAGE),
    UPDATE_SHOWS_KEY: PageChoice(ACTIONS_PAGE),
    UPDATE_LENGTH_KEY: PageChoice(ACTIONS_PAGE, Length.IN_FULL),
    PACK_KEY: PageChoice(PACKS_PAGE),
    WARD_KEY: PageChoice(WARD_PAGE),
    WARD_SHOW_KEY: PageChoice(WARD_PAGE, WardShow.ONLINE),
}
"""Choices by their session key, which is also the parameter in the page's address."""


def current_query() -> dict[str, list[str]]:
    """Return the address's parameters, the reader's filters, as they stand now; one may have several values."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def address(page: str, query: Mapping[str, Sequence[str]]) -> str:
    """Return a page's address beside this one, so that it holds under any root; `page` is a url_path, '' the first page."""
    path = "./" + page.strip("/").replace(":", "")
    return f"{path}?{urlencode(query, doseq=True)}" if query else path


def measure_address(label: str, query: Mapping[str, Sequence[str]]) -> str:
    """Return the address of one measure's page; its label is the contract, as with every filter."""
    return address(MEASURE_PAGE, {**query, MEASURE_KEY: label})


def question_address(label: str, query: Mapping[str, Sequence[str]]) -> str:
    """Return the address at which one survey question is shown in detail."""
    return address(QUESTION_PAGE, {**query, QUESTION_KEY: label})


def link_html(words: str, href: str) -> str:
    """Return a link within this app."""
    return f'<a href="{escape(href)}">{escape(words)}</a>'


def view_address(view: str, query: Mapping[str, Sequence[str]], page: str = PEAKS_PAGE) -> str:
    """Return the address of a view of a page that has several: demand peaks, channel shift, pilots or actions."""
    return address(page, {**query, VIEW_KEYS[page]: view})


def pilot_address(title: str, query: Mapping[str, Sequence[str]], view: str = PilotView.VERDICT) -> str:
    """Return the address of one view of a pilot; its title is the contract."""
    return view_address(view, {**query, PILOT_KEY: title}, PILOTS_PAGE)
