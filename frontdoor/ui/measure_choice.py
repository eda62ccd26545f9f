"""Which measure the reader looks at: chosen by its label, which is in the address; a name nobody knows is said to be one."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import partial

import streamlit as st

from frontdoor.ui.asking import Reader, measures_offered
from frontdoor.ui.links import MEASURE_KEY
from frontdoor.ui.popover import choice_popover, plain_label
from frontdoor.ui.top_row import page_choice

UNKNOWN = "frontdoor-unknown-measure"
"""Session key of what was said of a name nobody knows, and of the label shown instead."""

LEAST_LIKENESS = 0.75
"""How like a name must be to be taken for a misspelling (difflib's ratio, 1 for the same)."""

LONGEST_NAME = 60
"""Letters of an unknown name that are repeated; an address may hold any number."""


def chosen_measure(reader: Reader) -> str:
    """Draw the choice of measure in the top row and return the key chosen, saying so where the address names none."""
    offered = measures_offered(reader)
    said = st.session_state.get(MEASURE_KEY, st.query_params.get(MEASURE_KEY))
    label, note = measure_named(said, offered)
    if said is not None and said != label:
        st.session_state[MEASURE_KEY] = label
        st.session_state[UNKNOWN] = (note, label)
    choice_popover(page_choice(), "Measure", label, partial(_select, list(offered.values())))
    note, instead = st.session_state.get(UNKNOWN, ("", label))
    if note and instead == label:
        st.warning(plain_label(note))
    return next(key for key, name in offered.items() if name == label)


def measure_named(said: str | None, offered: Mapping[str, str]) -> tuple[str, str]:
    """Return the label meant by a label or key, and what to say where there is none: then it is the nearest, or the first.

    `offered` is key -> label.
    """
    labels = list(offered.values())
    if said is None or said in labels:
        return said or labels[0], ""
    if said in offered:
        return offered[said], ""
    by_lower = {name.lower(): label for key, label in offered.items() for name in (key, label)}
    near = get_close_matches(said.lower(), by_lower, 1, LEAST_LIKENESS)
    label, why = (by_lower[near[0]], "the nearest name") if near else (labels[0], "the first there is")
    name = said if len(said) <= LONGEST_NAME else f"{said[:LONGEST_NAME]}…"
    return label, f"There is no measure called “{name}”; showing “{label}”, {why}."


def _select(labels: Sequence[str]) -> None:
    st.selectbox("Measure", labels, key=MEASURE_KEY, bind="query-params", persist_state="session")
