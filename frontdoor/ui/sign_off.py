"""Do those who own the figures stand by them? The choice of a source, the view, and the forms below it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from frontdoor.ui.asking import Reader
from frontdoor.ui.links import SIGN_OFF_KEY
from frontdoor.ui.popover import choice_popover
from frontdoor.ui.sign_off_asking import sign_off_answer, sources_to_sign
from frontdoor.ui.sign_off_forms import show_sign_off_forms
from frontdoor.ui.targets_asking import quarter_of
from frontdoor.ui.top_row import page_choice
from frontdoor.ui.view import show_view


def show_sign_off(asked: Reader) -> None:
    """Draw the choice of source, every source and the one chosen, and for officers the forms."""
    now = quarter_of(datetime.now(UTC))
    source = chosen_source(sources_to_sign(asked, now))
    show_view(sign_off_answer(asked, now, source), partial(show_sign_off_forms, asked, source))


def chosen_source(names: Sequence[str]) -> str:
    """Draw the choice of a source and return its name; '' where there is none."""
    if not names:
        return ""
    said = st.session_state.get(SIGN_OFF_KEY, st.query_params.get(SIGN_OFF_KEY))
    if said not in names:
        said = names[0]
        st.session_state[SIGN_OFF_KEY] = said
    choice_popover(page_choice(), "Source", str(said), partial(_select, names))
    return str(said)


def _select(names: Sequence[str]) -> None:
    st.selectbox("Source", list(names), key=SIGN_OFF_KEY, bind="query-params", persist_state="session")
