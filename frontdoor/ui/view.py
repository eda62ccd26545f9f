"""One view of a page of several: its words, boxes beside pictures, what to know, and where the figures come from."""

from collections.abc import Callable, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from frontdoor.answers.view_answer import ViewAnswer
from frontdoor.figure import Figure
from frontdoor.ui.blocks import notes_html
from frontdoor.ui.nothing import nothing_html
from frontdoor.ui.pictures import draw_pictures
from frontdoor.ui.screen import is_phone
from frontdoor.ui.top_row import say_freshness
from frontdoor.ui.view_words import end_html, figures_of, sections_html, words_html


def show_view(
    answer: ViewAnswer, more: Callable[[], Sequence[Figure]] | None = None, head: DeltaGenerator | None = None
) -> None:
    """Show one view: its words, in `head` where they stand apart, then sections of boxes beside pictures.

    `more` shows what follows and returns its figures.
    """
    say_freshness(answer.freshness)
    with st.container(key="fd-view"):
        if answer.nothing:
            st.html(nothing_html(answer.question, answer.nothing) + notes_html(None, answer.notes))
            return
        (head or st.container()).html(words_html(answer))
        _write(sections_html(answer))
        figures = [*figures_of(answer), *(more() if more else ())]
        _write(end_html(answer))
        draw_pictures(figures, is_phone())


def _write(html: str) -> None:
    """Write HTML unless there is none, which Streamlit takes for a mistake."""
    if html:
        st.html(html)
