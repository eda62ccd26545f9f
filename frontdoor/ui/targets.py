"""Are the targets what was agreed? The choice of one target, the view, and the forms that change it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from frontdoor.access.audience import Audience
from frontdoor.ui.asking import Reader
from frontdoor.ui.links import TARGET_KEY, TARGET_PLACE_KEY
from frontdoor.ui.popover import choice_popover
from frontdoor.ui.strategy_page import offer_strategy_page
from frontdoor.ui.targets_asking import quarter_of, target_first_shown, target_places, targets_answer
from frontdoor.ui.targets_changing import show_forms
from frontdoor.ui.top_row import page_choice
from frontdoor.ui.view import show_view


def show_targets(asked: Reader) -> None:
    """Draw the choice of target, every target and the one chosen, and for officers the forms."""
    now = quarter_of(datetime.now(UTC))
    key, service = chosen_target(asked, now)
    show_view(targets_answer(asked, now, key, service), partial(show_forms, asked, key, service))
    if asked.audience is Audience.OFFICER:
        offer_strategy_page(asked, now)


def chosen_target(asked: Reader, now: datetime) -> tuple[str, str]:
    """Draw the choice of a measure and of whom its target is for, and return their keys."""
    measures, places = target_places(asked)
    first, first_service = target_first_shown(asked, now)
    measure = _said(TARGET_KEY, measures, measures[first])
    place = _said(TARGET_PLACE_KEY, places, places[first_service] if measures[first] == measure else places[""])
    words = measure if place == places[""] else f"{measure}, {place}"
    choice_popover(page_choice(), "Target", words, partial(_select, measures, places))
    return _key_of(measure, measures), _key_of(place, places)


def _said(name: str, labels: Mapping[str, str], otherwise: str) -> str:
    """Return the label chosen or in the address; one nobody knows is as good as none."""
    said = st.session_state.get(name, st.query_params.get(name))
    if said in labels.values():
        return str(said)
    st.session_state[name] = otherwise
    return otherwise


def _select(measures: Mapping[str, str], places: Mapping[str, str]) -> None:
    for name, label, options in ((TARGET_KEY, "Measure", measures), (TARGET_PLACE_KEY, "For", places)):
        st.selectbox(label, list(options.values()), key=name, bind="query-params", persist_state="session")


def _key_of(label: str, labels: Mapping[str, str]) -> str:
    return next(key for key, name in labels.items() if name == label)
