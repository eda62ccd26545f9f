"""Answers of My ward, worked out once for each reader's choice and then kept; what somebody typed is looked up and not kept."""

import streamlit as st

from frontdoor.answers.ward import WardAnswer, ward, ward_names
from frontdoor.answers.ward_choices import Show
from frontdoor.answers.ward_postcode import LookedUp, look_up
from frontdoor.ui.asking import ANSWERS_KEPT, Reader


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def ward_answer(asked: Reader, name: str, show: Show) -> WardAnswer:
    """Return the ward called `name`, or all wards side by side."""
    return ward(asked.filters, asked.audience, name, show)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def wards_offered(asked: Reader) -> tuple[str, ...]:
    """Return the names of the wards."""
    return ward_names(asked.filters, asked.audience)


def postcode_answer(asked: Reader, said: str) -> LookedUp:
    """Return what a postcode leads to; a postcode points to a home, so it stays in neither a cache nor the address."""
    return look_up(said, asked.filters, asked.audience)
