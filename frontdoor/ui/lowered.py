"""The line on every page that says which targets were made easier within a year; the overview says so itself."""

from datetime import UTC, datetime
from html import escape

import streamlit as st

from frontdoor.answers.accountability_choices import View
from frontdoor.answers.targets_lowered import lowered
from frontdoor.charts.status import Shape
from frontdoor.ui.asking import ANSWERS_KEPT, Reader
from frontdoor.ui.blocks import shape_html
from frontdoor.ui.links import ACTIONS_PAGE, current_query, link_html, view_address
from frontdoor.ui.targets_asking import quarter_of

OVERVIEW = ""
"""The url_path of the overview, which has a flag in the row of each target made easier."""


def say_lowered(asked: Reader, page: str) -> None:
    """Say what was made easier, nothing where nothing was."""
    said = () if page == OVERVIEW else _lowered(asked, quarter_of(datetime.now(UTC)))
    if not said:
        return
    more = f" And {len(said) - 1} more." if len(said) > 1 else ""
    link = link_html("Targets", view_address(View.TARGETS, current_query(), ACTIONS_PAGE))
    with st.container(key="fd-lowered"):
        st.html(f'<p class="fd-small">{shape_html(Shape.FLAG)} {escape(said[0] + more)} {link}</p>')


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def _lowered(asked: Reader, quarter: datetime) -> tuple[str, ...]:
    return lowered(asked.filters, asked.audience, quarter)
