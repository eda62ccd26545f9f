"""The button that hands out the public page of the strategy as it stands."""

from datetime import datetime

import streamlit as st

from frontdoor.answers.strategy_page import FILE_NAME, page_now
from frontdoor.ui.asking import ANSWERS_KEPT, Reader


def offer_strategy_page(asked: Reader, quarter: datetime) -> None:
    """Draw the button."""
    st.download_button(
        "Download the public page of the strategy",
        _page(asked, quarter),
        FILE_NAME,
        "text/html",
        key="fd-strategy-page",
        type="tertiary",
        on_click="ignore",
    )


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def _page(asked: Reader, quarter: datetime) -> str:
    """Return the page, kept while neither the register nor the day changes."""
    return page_now(asked.filters, quarter)
