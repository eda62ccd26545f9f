"""A chart in its card: what happened, what is plotted, the key, the picture, the sentence, and three tools."""

from functools import partial
from html import escape

import polars as pl
import streamlit as st

from frontdoor.charts.drawing import draw
from frontdoor.charts.key import chart_key
from frontdoor.charts.template import CONFIG
from frontdoor.figure import Figure
from frontdoor.measures.formatting import NOTHING
from frontdoor.packs.csv import csv_name, csv_text
from frontdoor.ui.blocks import key_html, paragraph, table_html
from frontdoor.ui.screen import is_phone
from frontdoor.ui.theme import current_theme

MOST_ROWS_SHOWN = 200  # rows of a table on the page; the CSV has all


@st.fragment
def show_figure(figure: Figure) -> None:
    """Show one figure; a fragment, so that opening its table redraws this card alone."""
    with st.container(border=True, key=f"fd-card-{figure.key}", height="stretch"):
        if figure.frame.is_empty():
            st.html(title_html(figure) + paragraph("No figures for this choice. Nothing is drawn.", "fd-sentence"))
            return
        st.html(title_html(figure) + key_html(chart_key(figure)))
        st.plotly_chart(
            draw(figure, current_theme(), is_phone()),
            theme=None,
            key=f"fd-chart-{figure.key}",
            config=CONFIG,
            alt=figure.sentence,
        )
        st.html(paragraph(figure.sentence, "fd-sentence"))
        _tools(figure)


def title_html(figure: Figure) -> str:
    """Return the two titles: the headline says what happened, the subtitle what is plotted."""
    return f'<h2 class="fd-headline">{escape(figure.headline)}</h2>{paragraph(figure.subtitle, "fd-subtitle")}'


def _tools(figure: Figure) -> None:
    """Draw the three tools; the table is made only once it is asked for."""
    with st.container(horizontal=True, key=f"fd-tools-{figure.key}", gap="small"):
        table = st.popover("See the table", type="tertiary", key=f"fd-see-{figure.key}", on_change="rerun")
        with table, st.container(key=f"fd-table-{figure.key}"):
            if table.open:
                st.html(figure_table_html(figure))
        with (
            st.popover("What this means", type="tertiary", key=f"fd-why-{figure.key}"),
            st.container(key=f"fd-meaning-{figure.key}"),
        ):
            st.html(meaning_html(figure))
        st.download_button(
            "Download CSV",
            partial(csv_text, figure),
            file_name=csv_name(figure),
            mime="text/csv",
            type="tertiary",
            key=f"fd-csv-{figure.key}",
            on_click="ignore",
        )


def figure_table_html(figure: Figure) -> str:
    """Return the figure's table as people read it; long tables are cut and say so."""
    shown = figure.table.head(MOST_ROWS_SHOWN)
    rows = [[NOTHING if cell is None else str(cell) for cell in row] for row in shown.rows()]
    right = [index for index, kind in enumerate(shown.dtypes) if kind.is_numeric()]
    cut = figure.table.height > MOST_ROWS_SHOWN
    note = f"The first {MOST_ROWS_SHOWN} of {figure.table.height:,} rows; the CSV has all." if cut else ""
    table = table_html(figure.headline, _heads(shown), rows, right)
    return f'<div tabindex="0" role="group" aria-label="The table">{table}{paragraph(note, "fd-small")}</div>'


def meaning_html(figure: Figure) -> str:
    """Return the definition, the notes and where the figures come from."""
    notes = "".join(paragraph(note) for note in figure.notes)
    return paragraph(figure.definition) + notes + paragraph(figure.provenance, "fd-small")


def _heads(table: pl.DataFrame) -> list[str]:
    """Return column names as words: 'calls_offered' is shown as 'Calls offered'."""
    return [name.replace("_", " ").capitalize() if name.islower() else name for name in table.columns]
