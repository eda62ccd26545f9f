"""The form that takes a load back: which one, what goes with it, and a second click to confirm."""

import polars as pl
import streamlit as st

from frontdoor.errors import FrontdoorError
from frontdoor.ui.council_served import council_served
from frontdoor.warehouse.homes import open_home
from frontdoor.warehouse.undoing import undo

SAID = "frontdoor-undo-said"


def show_undo_form(loads: pl.DataFrame) -> None:
    """Draw the form; later loads are always kept, and an undone file can be loaded again."""
    with st.container(border=True, key="fd-undo"):
        st.html('<h2 class="fd-card-heading">Take a load back</h2>')
        if loads.is_empty():
            st.html("<p>Nothing has been loaded yet.</p>")
            return
        labels = {
            _label(row): int(row["load_id"]) for row in loads.sort("load_id", descending=True).iter_rows(named=True)
        }
        chosen = st.selectbox("Which load?", list(labels), key="undo-load")
        sure = st.checkbox("Yes, take it back. Later loads stay.", key="undo-sure")
        if st.button("Take back", disabled=not sure, key="undo-go"):
            st.session_state[SAID] = _undone(labels[chosen])
        if said := st.session_state.get(SAID):
            st.info(said)


def _label(row: dict[str, object]) -> str:
    return f"Load {row['load_id']}: {row['file_name']} ({row['source']}, {row['loaded']:,} rows)"


def _undone(load: int) -> str:
    try:
        generation = undo(open_home(council_served()), load)
    except FrontdoorError as error:
        return str(error)
    return f"Load {load} is taken back. The figures without it are data version {generation}; the bar above shows them."
