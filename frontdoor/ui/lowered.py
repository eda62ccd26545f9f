"""The line on every page that says which targets were made easier within a year."""

from datetime import UTC, datetime
from html import escape

import streamlit as st

from frontdoor.answers.accountability_choices import View
from frontdoor.answers.targets_lowered import lowered, lowered_later
from frontdoor.charts.status import Shape
from frontdoor.ui.asking import ANSWERS_KEPT, Reader
from frontdoor.ui.blocks import shape_html
from frontdoor.ui.links import ACTIONS_PAGE, current_query, link_html, view_address
from frontdoor.ui.targets_asking import quarter_of

OVERVIEW = ""
"""The url_path of the overview, whose rows flag what was made easier by the end of their period."""


def say_lowered(asked: Reader, page: str) -> None:
    """Say what was made easier, nothing where nothing was."""
    said = _lowered(asked, quarter_of(datetime.now(UTC)), is_overview=page == OVERVIEW)
    if not said:
        return
    more = f" And {len(said) - 1} more." if len(said) > 1 else ""
    link = link_html("Targets", view_address(View.TARGETS, current_query(), ACTIONS_PAGE))
    with st.container(key="fd-lowered"):
        st.html(f'<p class="fd-small">{shape_html(Shape.FLAG)}<span>{escape(said[0] + more)} {link}</span></p>')


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def _lowered(asked: Reader, quarter: datetime, *, is_overview: bool) -> tuple[str, ...]:
    return (lowered_later if is_overview else lowered)(asked.filters, asked.audience, quarter)
