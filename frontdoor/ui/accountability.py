"""Who does what by when, and are the targets what was agreed? The choice of view, and the view chosen."""

import streamlit as st

from frontdoor.answers.accountability_choices import View
from frontdoor.ui.asking import Reader
from frontdoor.ui.links import ACCOUNT_VIEW_KEY
from frontdoor.ui.page_choice import choice_in_row
from frontdoor.ui.targets import show_targets


def show_accountability(asked: Reader) -> None:
    """Draw the choice of view and the view chosen."""
    with st.container(key="fd-views"):
        view = choice_in_row("View", ACCOUNT_VIEW_KEY, View)
    match view:
        case View.TARGETS:
            show_targets(asked)
        case _:
            return
