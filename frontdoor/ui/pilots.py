"""What have we tried, and did it work? The choice of pilot and of view, and the view chosen."""

from collections.abc import Callable
from html import escape

import streamlit as st

from frontdoor.answers.pilot_choices import ALL_PILOTS, View
from frontdoor.answers.view_answer import ViewAnswer
from frontdoor.ui.asking import Reader
from frontdoor.ui.links import PILOT_KEY, PILOT_VIEW_KEY, PILOTS_PAGE, address, current_query, link_html
from frontdoor.ui.page_choice import choice_in_row
from frontdoor.ui.pilot_asking import (
    before_answer,
    changed_answer,
    library_answer,
    moved_answer,
    of_pilots,
    people_answer,
    pilot_titles,
    running_answer,
    verdict_answer,
)
from frontdoor.ui.pilot_choice import chosen_pilot
from frontdoor.ui.pilot_declaring import show_declaring
from frontdoor.ui.top_row import page_choice
from frontdoor.ui.view import show_view

ANSWERS: dict[View, Callable[[Reader, str], ViewAnswer]] = {
    View.VERDICT: verdict_answer,
    View.BEFORE: before_answer,
    View.RUNNING: running_answer,
    View.CHANGED: changed_answer,
    View.MOVED: moved_answer,
    View.PEOPLE: people_answer,
}


def show_pilots(reader: Reader) -> None:
    """Draw the library, or the choice of view of one pilot and the view chosen."""
    asked = of_pilots(reader)
    titles = pilot_titles(asked)
    key = chosen_pilot(page_choice(), titles)
    if key is None:
        show_view(library_answer(asked))
        show_declaring(asked)
        return
    st.container(key="fd-crumbs").html(crumbs_html(titles[key]))
    with st.container(key="fd-views"):
        view = choice_in_row("View", PILOT_VIEW_KEY, View)
    show_view(ANSWERS[view](asked, key))


def crumbs_html(title: str) -> str:
    """Return the way back to the library, the pilot's title, and the button that prints the page."""
    every = link_html("Pilots", address(PILOTS_PAGE, {**current_query(), PILOT_KEY: [ALL_PILOTS]}))
    return (
        f'<nav class="fd-crumbs" aria-label="Where you are"><p>{every} / {escape(title)}</p>'
        '<button type="button" data-print>Print this page</button></nav>'
    )
