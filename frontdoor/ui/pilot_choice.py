"""Which pilot the reader looks at: chosen by its title, which is in the address; a title nobody knows is said to be one."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from frontdoor.answers.pilot_choices import ALL_PILOTS
from frontdoor.ui.links import PILOT_KEY
from frontdoor.ui.measure_choice import LONGEST_NAME
from frontdoor.ui.popover import choice_popover, plain_label


def chosen_pilot(slot: DeltaGenerator, titles: Mapping[str, str]) -> str | None:
    """Draw the choice and return the key chosen, None for all; without a pilot there is no choice. `titles` is key -> title."""
    said = st.session_state.get(PILOT_KEY, st.query_params.get(PILOT_KEY, ALL_PILOTS))
    title, note = pilot_named(said, titles)
    if said != title:
        st.session_state[PILOT_KEY] = title
    if titles:
        choice_popover(slot, "Pilot", title, partial(_select, [ALL_PILOTS, *titles.values()]))
    if note:
        st.warning(plain_label(note))
    return next((key for key, each in titles.items() if each == title), None)


def pilot_named(said: str, titles: Mapping[str, str]) -> tuple[str, str]:
    """Return the title meant by a title or a key, and what to say where there is none: then all are shown."""
    if said == ALL_PILOTS or said in titles.values():
        return said, ""
    if said in titles:
        return titles[said], ""
    name = said if len(said) <= LONGEST_NAME else f"{said[:LONGEST_NAME]}…"
    return ALL_PILOTS, f"There is no pilot called “{name}”; showing all there are."


def _select(titles: Sequence[str]) -> None:
    st.selectbox("Pilot", titles, key=PILOT_KEY, bind="query-params", persist_state="session")
