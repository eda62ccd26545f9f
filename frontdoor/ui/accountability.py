"""Who does what by when, and are the targets what was agreed? The choice of view, and the view chosen."""

import streamlit as st

from frontdoor.answers.accountability_choices import View
from frontdoor.ui.actions import show_actions
from frontdoor.ui.asking import Reader
from frontdoor.ui.links import ACCOUNT_VIEW_KEY
from frontdoor.ui.page_choice import choice_in_row
from frontdoor.ui.plans import show_plans
from frontdoor.ui.sign_off import show_sign_off
from frontdoor.ui.targets import show_targets
from frontdoor.ui.update import show_update


def show_accountability(asked: Reader) -> None:
    """Draw the choice of view and the view chosen."""
    with st.container(key="fd-views"):
        view = choice_in_row("View", ACCOUNT_VIEW_KEY, View)
    match view:
        case View.ACTIONS:
            show_actions(asked)
        case View.TARGETS:
            show_targets(asked)
        case View.PLANS:
            show_plans(asked)
        case View.SIGN_OFF:
            show_sign_off(asked)
        case View.UPDATE:
            show_update(asked)
