"""The shared filters as widgets in popovers; every choice is in the address, so that every view is a link."""

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from frontdoor.filters import Filters
from frontdoor.packs.fixed import COMPARISON_WORDS
from frontdoor.ui.as_at import AS_AT, as_at_address, as_at_choice, as_at_words, choose_newest, chosen_version
from frontdoor.ui.chosen import (
    CHANNEL,
    COMPARE,
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
from frontdoor.ui.top_row import keep_room_to_take, top_row

IN_THE_ADDRESS = (PERIOD, SERVICE, CHANNEL, GROUP, COMPARE, AS_AT)
"""Every filter an address may hold; one that is back to the usual is taken out of it."""


def shared_filters(options: FilterOptions, with_figures_of: bool = True) -> Filters:
    """Draw the top row's filters and return what they say; the page writes the row's left side afterwards.

    Without `with_figures_of` only the data version can be chosen, for a page that no other filter changes.
    """
    chosen = chosen_now(options)
    slot = top_row()
    if not with_figures_of:
        _versions_popover(slot, options)
    elif is_phone():
        choice_popover(slot, "Filters", summary_words(chosen), partial(_every_widget, options))
    else:
        choice_popover(slot, "Period", chosen.period, partial(_period, options))
        if options.services or options.channels:
            choice_popover(slot, "Service", service_words(chosen), partial(_who_and_what, options))
        choice_popover(slot, "Compare", chosen.comparison, _compare)
        _versions_popover(slot, options)
    if with_figures_of and (chosen != usual(options) or chosen_version() is not None):
        slot.button("Reset filters", key="fd-reset", type="tertiary", on_click=reset, args=(options,))
    keep_room_to_take(slot)
    chosen = chosen_now(options)
    watch_screen({name: [] for name in IN_THE_ADDRESS} | address_of(chosen, options) | as_at_address())
    return filters_of(chosen, options)


def reset(options: FilterOptions) -> None:
    """Put every filter back; called by its button before the page runs again."""
    choose_newest()
    for key, value in session_of(usual(options)).items():
        st.session_state[key] = value


def _versions_popover(slot: DeltaGenerator, options: FilterOptions) -> None:
    """Draw the choice of figures as at an earlier load, where there is one to choose."""
    if options.versions:
        choice_popover(slot, "As at", as_at_words(options.versions), partial(as_at_choice, options.versions))


def _every_widget(options: FilterOptions) -> None:
    _period(options)
    _who_and_what(options)
    _compare()
    if options.versions:
        as_at_choice(options.versions)


def _period(options: FilterOptions) -> None:
    st.selectbox("Period", list(options.periods), key=PERIOD, bind="query-params", persist_state="session")


def _who_and_what(options: FilterOptions) -> None:
    """Draw service, channel and one attribute at a time; an empty choice is all."""
    for label, key, known in (("Service", SERVICE, options.services), ("Channel", CHANNEL, options.channels)):
        names = list(known.values())
        if not names:
            continue
        st.multiselect(label, names, key=key, placeholder="All", bind="query-params", persist_state="session")
    if len(options.groups) > 1:
        groups = list(options.groups)
        st.selectbox("Ward or customer type", groups, key=GROUP, bind="query-params", persist_state="session")


def _compare() -> None:
    names = list(COMPARISON_WORDS.values())
    st.radio("Compare with", names, key=COMPARE, bind="query-params", persist_state="session")
