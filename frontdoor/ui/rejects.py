"""The rows a load rejected, to download and put right: line, column, value and reason."""

import polars as pl
import streamlit as st

from frontdoor.ui.council_served import council_served
from frontdoor.warehouse.files import rejects_file
from frontdoor.warehouse.homes import open_home


def show_rejects(loads: pl.DataFrame) -> None:
    """Draw the choice of a load that rejected rows and the button that downloads them; nothing where none did."""
    rejected = loads.filter(pl.col("rejected") > 0).sort("load_id", descending=True)
    if rejected.is_empty():
        return
    with st.container(border=True, key="fd-rejects"):
        st.html('<h2 class="fd-headline">Rejected rows</h2>')
        labels = {_label(row): int(row["load_id"]) for row in rejected.iter_rows(named=True)}
        chosen = labels[st.selectbox("Of which load?", list(labels), key="rejects-load")]
        file = rejects_file(open_home(council_served()).folder, chosen)
        if not file.exists():
            st.html("<p>The list is no longer kept.</p>")
            return
        name = f"rejects-of-load-{chosen}.csv"
        st.download_button("Download CSV", file.read_bytes(), name, "text/csv", key="rejects-get", on_click="ignore")


def _label(row: dict[str, object]) -> str:
    return f"Load {row['load_id']}: {row['rejected']:,} of {row['read']:,} rows of {row['file_name']}"
