"""Which measure the reader looks at: chosen by its label, which is in the address."""

import streamlit as st

from frontdoor.ui.asking import Reader, measures_offered
from frontdoor.ui.links import MEASURE_KEY


def chosen_measure(reader: Reader) -> str:
    """Draw the choice of measure and return the key chosen; the first is the default, unknown labels are ignored."""
    offered = measures_offered(reader)
    labels = {label: key for key, label in offered.items()}
    with st.container(key="fd-choice"):
        label = st.selectbox("Measure", list(labels), key=MEASURE_KEY, bind="query-params", persist_state="session")
    return labels.get(label or "", next(iter(labels.values())))
