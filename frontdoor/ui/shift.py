"""Are people moving online, what did it save, and who was left behind? The choice of view, and the view chosen."""

import streamlit as st

from frontdoor.answers.shift_choices import View, Within
from frontdoor.ui.asking import Reader
from frontdoor.ui.links import SHIFT_VIEW_KEY, WITHIN_KEY
from frontdoor.ui.page_choice import choice_in_popover, choice_in_row
from frontdoor.ui.shift_asking import left_out_answer, level_answer, needless_answer, saved_answer, stick_answer
from frontdoor.ui.top_row import page_choice
from frontdoor.ui.view import show_view


def show_shift(asked: Reader) -> None:
    """Draw the choice of view and the view chosen."""
    slot = page_choice()
    with st.container(key="fd-views"):
        view = choice_in_row("View", SHIFT_VIEW_KEY, View)
    match view:
        case View.LEVEL:
            show_view(level_answer(asked))
        case View.STICK:
            within = choice_in_popover(slot, "Came back within", WITHIN_KEY, Within)
            show_view(stick_answer(asked, within))
        case View.NEEDLESS:
            show_view(needless_answer(asked))
        case View.SAVED:
            show_view(saved_answer(asked))
        case View.LEFT_OUT:
            show_view(left_out_answer(asked))
