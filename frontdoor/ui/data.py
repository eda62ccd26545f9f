"""What figures do we hold? Loading a file, what became of earlier loads, which days are covered, and taking a load back."""

from collections.abc import Sequence
from html import escape

import polars as pl
import streamlit as st

from frontdoor.answers.data import DataAnswer, SourceLine
from frontdoor.measures.formatting import format_date
from frontdoor.ui.blocks import paragraph, table_html
from frontdoor.ui.figure_card import show_figure
from frontdoor.ui.loading import show_load_form
from frontdoor.ui.rejects import show_rejects
from frontdoor.ui.top_row import say_freshness
from frontdoor.ui.undoing import show_undo_form

LOADS_SHOWN = 20


def show_data(answer: DataAnswer) -> None:
    """Show the page: the answer, the sources, the form to load a file, the loads, and the days covered."""
    say_freshness(answer.freshness)
    with st.container(key="fd-data"):
        st.html(words_html(answer))
        st.html(sources_html(answer.sources))
        left, right = st.columns([1, 1], gap="medium")
        with left:
            show_load_form()
        with right:
            show_undo_form(answer.loads)
            show_rejects(answer.loads)
        st.html(loads_html(answer.loads))
        if answer.coverage is not None:
            show_figure(answer.coverage)


def words_html(answer: DataAnswer) -> str:
    """Return the question, the answer and the lead."""
    question = f'<h1 class="fd-question">{escape(answer.question)}</h1>'
    return f"{question}{paragraph(answer.answer, 'fd-answer')}{paragraph(answer.lead, 'fd-lead')}"


def sources_html(lines: Sequence[SourceLine]) -> str:
    """Return the table of sources: from when to when, how many records, how many days are missing."""
    heads = ("Source", "First day", "Last day", "Records", "That count", "Days without records")
    table = table_html("Sources of figures", heads, [_source(line) for line in lines], right=(3, 4, 5))
    return f'<section class="fd-box"><h2>Sources</h2>{_wide("Sources", table)}</section>'


def _wide(name: str, table: str) -> str:
    """Return a table that scrolls sideways by itself, by keys too, where the screen is narrow."""
    return f'<div style="overflow-x:auto" tabindex="0" role="region" aria-label="{name}">{table}</div>'


def _source(line: SourceLine) -> tuple[str, ...]:
    name = f"{line.name} (late)" if line.is_late else line.name
    missing = "" if line.resolution == "month" else f"{line.days_missing:,}"
    return name, format_date(line.first), format_date(line.last), f"{line.records:,}", f"{line.counted:,}", missing


def loads_html(loads: pl.DataFrame) -> str:
    """Return the newest loads with what became of every row."""
    counted = ("read", "loaded", "corrected", "unchanged", "rejected", "duplicates", "withdrawn", "not_contact")
    heads = ("Load", "File", "Source", *(name.replace("_", " ").capitalize() for name in counted))
    rows = [
        (str(row["load_id"]), row["file_name"], row["source"], *(f"{row[name]:,}" for name in counted))
        for row in loads.sort("load_id", descending=True).head(LOADS_SHOWN).iter_rows(named=True)
    ]
    table = table_html("Loads in force, newest first", heads, rows, right=tuple(range(3, 3 + len(counted))))
    note = paragraph(
        "Read is always loaded + corrected + unchanged + rejected + duplicates. "
        "Not contact is part of loaded: rows staff or machines made, counted nowhere.",
        "fd-small",
    )
    return f'<section class="fd-box"><h2>Loads</h2>{_wide("Loads", table)}{note}</section>'
