"""Which measure the reader looks at: chosen by its label, which is in the address."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from frontdoor.ui.asking import Reader, measures_offered
from frontdoor.ui.links import MEASURE_KEY
from frontdoor.ui.popover import choice_popover
from frontdoor.ui.top_row import page_choice


def chosen_measure(reader: Reader) -> str:
    """Draw the choice of measure in the top row and return the key chosen."""
    labels = {label: key for key, label in measures_offered(reader).items()}
    return labels[chosen_label(list(labels))]


def chosen_label(labels: Sequence[str]) -> str:
    """Draw the choice and return the label chosen; the first is the default, unknown labels are ignored."""
    said = st.session_state.get(MEASURE_KEY, st.query_params.get(MEASURE_KEY))
    label = said if said in labels else labels[0]
    choice_popover(page_choice(), "Measure", label, partial(_select, labels))
    return label


def _select(labels: Sequence[str]) -> None:
    st.selectbox("Measure", labels, key=MEASURE_KEY, bind="query-params", persist_state="session")
