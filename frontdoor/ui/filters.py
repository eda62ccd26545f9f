"""The shared filters as widgets in popovers; every choice is in the address, so that every view is a link."""

from functools import partial

import streamlit as st

from frontdoor.filters import Filters
from frontdoor.ui.chosen import (
    CHANNEL,
    COMPARE,
    COMPARISON_WORDS,
    GROUP,
    PERIOD,
    SERVICE,
    address_of,
    chosen_now,
    filters_of,
    service_words,
    session_of,
    summary_words,
    usual,
)
from frontdoor.ui.filter_options import FilterOptions
from frontdoor.ui.popover import choice_popover
from frontdoor.ui.screen import is_phone, watch_screen
from frontdoor.ui.top_row import top_row


def shared_filters(options: FilterOptions, with_comparison: bool = True) -> Filters:
    """Draw the top row's filters and return what they say; the page writes the row's left side afterwards."""
    chosen = chosen_now(options)
    slot = top_row()
    if is_phone():
        choice_popover(slot, "Filters", summary_words(chosen), partial(_every_widget, options))
    else:
        choice_popover(slot, "Period", chosen.period, partial(_period, options))
        choice_popover(slot, "Service", service_words(chosen), partial(_who_and_what, options))
        if with_comparison:
            choice_popover(slot, "Compare", chosen.comparison, _compare)
    if chosen != usual(options):
        slot.button("Reset filters", key="fd-reset", type="tertiary", on_click=reset, args=(options,))
    chosen = chosen_now(options)
    watch_screen(address_of(chosen, options))
    return filters_of(chosen, options)


def reset(options: FilterOptions) -> None:
    """Put every filter back; called by its button before the page runs again."""
    for key, value in session_of(usual(options)).items():
        st.session_state[key] = value


def _every_widget(options: FilterOptions) -> None:
    _period(options)
    _who_and_what(options)
    _compare()


def _period(options: FilterOptions) -> None:
    st.selectbox("Period", list(options.periods), key=PERIOD, bind="query-params", persist_state="session")


def _who_and_what(options: FilterOptions) -> None:
    """Draw service, channel and one attribute at a time; an empty choice is all."""
    for label, key, known in (("Service", SERVICE, options.services), ("Channel", CHANNEL, options.channels)):
        names = list(known.values())
        st.multiselect(label, names, key=key, placeholder="All", bind="query-params", persist_state="session")
    if len(options.groups) > 1:
        groups = list(options.groups)
        st.selectbox("Ward or customer type", groups, key=GROUP, bind="query-params", persist_state="session")


def _compare() -> None:
    names = list(COMPARISON_WORDS.values())
    st.radio("Compare with", names, key=COMPARE, bind="query-params", persist_state="session")
