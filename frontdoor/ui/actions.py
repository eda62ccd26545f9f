"""Who does what by when? The choice of actions, a page of them, one in full, and the forms that add and change them."""

from datetime import UTC, datetime
from functools import partial

import streamlit as st

from frontdoor.answers.action_choices import NO_ACTION, Choice, Which
from frontdoor.ui.actions_asking import actions_answer
from frontdoor.ui.actions_changing import show_forms
from frontdoor.ui.asking import Reader
from frontdoor.ui.links import ACTION_FIND_KEY, ACTION_KEY, ACTION_PAGE_KEY, ACTION_WHICH_KEY
from frontdoor.ui.page_choice import choice_in_popover
from frontdoor.ui.targets_asking import quarter_of
from frontdoor.ui.top_row import page_choice
from frontdoor.ui.view import show_view

LONGEST_FOUND = 100


def show_actions(asked: Reader) -> None:
    """Draw the actions chosen and, for officers, the forms."""
    which = choice_in_popover(page_choice(), "Show", ACTION_WHICH_KEY, Which)
    key = _chosen()
    head, slot = st.container(key="fd-actions-head"), st.container(key="fd-actions-find", horizontal=True)
    find = slot.text_input("Find words in actions", key=ACTION_FIND_KEY, max_chars=LONGEST_FOUND, bind="query-params")
    choice = Choice(which, find or "", _page(), key)
    found = actions_answer(asked, quarter_of(datetime.now(UTC)), choice)
    if found.pages > 1:
        slot.number_input("Page", 1, found.pages, key=ACTION_PAGE_KEY, bind="query-params")
    show_view(found.view, partial(show_forms, asked, key if found.chosen else ""), head=head)


def _chosen() -> str:
    """Return the key of the action to show in full, '' for none: what a followed link named, else the address."""
    said = str(st.session_state.get(ACTION_KEY, st.query_params.get(ACTION_KEY, NO_ACTION)))
    st.session_state[ACTION_KEY] = said
    return "" if said == NO_ACTION else said


def _page() -> int:
    """Return the page chosen, or in the address; what is no number is as good as none."""
    said = str(st.session_state.get(ACTION_PAGE_KEY, st.query_params.get(ACTION_PAGE_KEY, 1)))
    return int(said) if said.isdecimal() else 1
