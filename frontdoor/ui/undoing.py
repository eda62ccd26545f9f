"""The form that takes a load back: which one, what goes with it, and a second click to confirm."""

import polars as pl
import streamlit as st

from frontdoor.ui.child import run_command
from frontdoor.ui.council_served import council_served
from frontdoor.ui.popover import plain_label

SAID, TIMES = "frontdoor-undo-said", "frontdoor-undo-times"
FAILED = "The load could not be taken back, and nothing was changed. The server’s log says why."


def show_undo_form(loads: pl.DataFrame) -> None:
    """Draw the form; later loads are always kept, and an undone file can be loaded again."""
    with st.container(border=True, key="fd-undo"):
        st.html('<h2 class="fd-headline">Take a load back</h2>')
        if loads.is_empty():
            st.html("<p>Nothing has been loaded yet.</p>")
            return
        newest_first = list(loads.sort("load_id", descending=True).iter_rows(named=True))
        labels = {_label(row): int(row["load_id"]) for row in newest_first}
        chosen = labels[st.selectbox("Which load?", list(labels), key=f"undo-load-{newest_first[0]['load_id']}")]
        times = st.session_state.get(TIMES, 0)
        sure = st.checkbox("Yes, take it back. Later loads stay.", key=f"undo-sure-{chosen}-{times}")  # asked anew
        by = st.text_input("Your name", key="undo-by", help="Kept with the load as a name given, not verified.")
        if st.button("Take back", disabled=not sure, key="undo-go"):
            st.session_state[SAID] = _taken_back(chosen, by)
            st.session_state[TIMES] = times + 1
            st.rerun()
        if said := st.session_state.get(SAID):
            st.info(plain_label(said))


def _label(row: dict[str, object]) -> str:
    return f"Load {row['load_id']}: {row['file_name']} ({row['source']}, {row['loaded']:,} rows)"


def _taken_back(load: int, by: str) -> str:
    """Take the load back in a process of its own and return what to say of it."""
    with st.spinner("Taking the load back"):
        command = ["undo", str(load), "--council", council_served(), f"--by={by}"]
        ended = run_command(command, lambda _step, _share: None, FAILED)
    return ended.error or f"Load {load} is taken back. “New figures: show them” appears at the top of the page."
