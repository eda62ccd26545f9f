"""When do people need us, and are we there? The choice of view, what each view asks, and how a view is shown."""

from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st

from frontdoor.answers.peaks_choices import Cut, Over, Show, Staffing, View
from frontdoor.answers.view_answer import ViewAnswer
from frontdoor.figure import Figure
from frontdoor.ui.asking import (
    Reader,
    cover_answer,
    forecast_answer,
    limit_answer,
    rota_answer,
    services_offered,
    week_answer,
    what_if_answer,
    year_answer,
)
from frontdoor.ui.blocks import paragraph
from frontdoor.ui.links import GRAIN_KEY, OVER_KEY, SHOW_KEY, STAFFING_KEY, VIEW_KEY
from frontdoor.ui.page_choice import choice_in_popover, choice_in_row
from frontdoor.ui.top_row import page_choice
from frontdoor.ui.view import show_view
from frontdoor.ui.view_words import figures_of, sections_html
from frontdoor.ui.what_if import chosen_change

WANTED = "frontdoor-wanted-rota"
"""Session key of whose better rota was asked for."""

BETTER = (
    '<section class="fd-box fd-quiet"><h2>Better cover with the same people</h2>'
    "<p>From the shifts the council allows, the rota that leaves the fewest hours short, what it would buy, and how many "
    "people it would take to leave none. This takes up to ten seconds.</p></section>"
)


def show_peaks(asked: Reader) -> None:
    """Draw the choice of view and the view chosen."""
    slot = page_choice()
    with st.container(key="fd-views"):
        view = choice_in_row("View", VIEW_KEY, View)
    match view:
        case View.WEEK:
            show = choice_in_popover(slot, "Show", SHOW_KEY, Show)
            show_view(week_answer(asked, show, choice_in_popover(slot, "Over", OVER_KEY, Over)))
        case View.YEAR:
            show_view(year_answer(asked))
        case View.LIMIT:
            show_view(limit_answer(asked))
        case View.FORECAST:
            show_view(forecast_answer(asked, choice_in_popover(slot, "By", GRAIN_KEY, Cut)))
        case View.COVER:
            staffing = choice_in_popover(slot, "Advisers for", STAFFING_KEY, Staffing)
            show_view(cover_answer(asked, staffing), partial(show_better_rota, asked, staffing))
        case View.WHAT_IF:
            show_what_if(asked)


def show_what_if(asked: Reader) -> None:
    """Show what can be changed and what it would do."""
    head = st.container(key="fd-peaks-head")
    with st.container(key="fd-what-if"):
        change = chosen_change(services_offered(asked))
    if change is not None:
        show_view(what_if_answer(asked, change), head=head)


def show_better_rota(asked: Reader, staffing: Staffing) -> Sequence[Figure]:
    """Show the button that looks for a better rota, and once it was pressed what was found; return its figures."""
    with st.container(key="fd-rota"):
        st.html(BETTER)
        wanted = (asked, staffing)
        if st.button("Find a better rota", key="fd-find-rota", type="primary"):
            st.session_state[WANTED] = wanted
        if st.session_state.get(WANTED) != wanted:
            return ()
        found = _found(asked, staffing)
        if found.nothing:
            st.html(paragraph(f"**{found.nothing.answer}** {found.nothing.lead}"))
            return ()
        st.html(
            f'<h3 class="fd-answer">{escape(found.answer)}</h3>{paragraph(found.lead, "fd-lead")}{sections_html(found)}'
        )
        return figures_of(found)


def _found(asked: Reader, staffing: Staffing) -> ViewAnswer:
    """Return the rota found, with a bar that shows how far the search is."""
    bar = st.empty()

    def tell(share: float, words: str) -> None:
        bar.progress(share, words)

    found = rota_answer(asked, staffing, tell)
    bar.empty()
    return found
