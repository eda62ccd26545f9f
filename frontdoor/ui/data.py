"""What figures do we hold? Loading a file, what became of earlier loads, which days are covered, and taking a load back."""

from collections.abc import Mapping, Sequence
from html import escape

import polars as pl
import streamlit as st

from frontdoor.answers.data import DataAnswer, SourceLine
from frontdoor.answers.reconciling import Reconciled
from frontdoor.answers.waiting import Waiting
from frontdoor.measures.formatting import format_date, format_value
from frontdoor.register.loads import NOBODY_NAMED
from frontdoor.schema.units import Unit
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
        st.html(waiting_html(answer.waiting) + sources_html(answer.sources))
        left, right = st.columns([1, 1], gap="medium")
        with left:
            show_load_form()
        with right:
            show_undo_form(answer.loads)
            show_rejects(answer.loads)
        st.html(loads_html(answer.loads, answer.loaded_by, answer.taken_back))
        st.html(reconciled_html(answer.reconciled))
        if answer.coverage is not None:
            show_figure(answer.coverage)


def words_html(answer: DataAnswer) -> str:
    """Return the question, the answer and the lead."""
    question = f'<h1 class="fd-question">{escape(answer.question)}</h1>'
    return f"{question}{paragraph(answer.answer, 'fd-answer')}{paragraph(answer.lead, 'fd-lead')}"


def sources_html(lines: Sequence[SourceLine]) -> str:
    """Return the table of sources: from when to when, how many records, how many days are missing."""
    heads = ("Source", "First day", "Last day", "Records", "That count", "Days without records")
    table = table_html("Sources of figures", heads, [_source(line) for line in lines], right=(3, 4, 5), is_wide=True)
    return f'<section class="fd-box"><h2>Sources</h2>{_wide("Sources", table)}</section>'


def _wide(name: str, table: str) -> str:
    """Return a table that scrolls sideways by itself, by keys too, where the screen is narrow."""
    return f'<div style="overflow-x:auto" tabindex="0" role="region" aria-label="{name}">{table}</div>'


def _source(line: SourceLine) -> tuple[str, ...]:
    name = f"{line.name} (late)" if line.is_late else line.name
    missing = "" if line.days_missing is None else f"{line.days_missing:,}"
    return name, format_date(line.first), format_date(line.last), f"{line.records:,}", f"{line.counted:,}", missing


def waiting_html(changes: Sequence[Waiting]) -> str:
    """Return the changes that wait and how one is approved, nothing where none waits."""
    if not changes:
        return ""
    said = "".join(f"<li>{escape(change.sentence)} <code>{change.name}</code></li>" for change in changes)
    how = f"To approve one: python -m frontdoor approve {changes[0].name} --approved-by WHO --where MEETING --by YOU"
    return f'<section class="fd-box"><h2>Waiting for approval</h2><ul>{said}</ul>{paragraph(how, "fd-small")}</section>'


def loads_html(loads: pl.DataFrame, loaded_by: Mapping[int, str], taken_back: Sequence[str]) -> str:
    """Return the newest loads with who loaded them and what became of every row, and the loads that were taken back."""
    counted = ("read", "loaded", "corrected", "unchanged", "rejected", "duplicates", "withdrawn", "not_contact")
    heads = (
        "Load",
        "File",
        "Source",
        "Loaded by",
        *(name.replace("_", " ").capitalize() for name in counted),
    )
    rows = [
        (
            str(row["load_id"]),
            row["file_name"],
            row["source"],
            loaded_by.get(row["load_id"], NOBODY_NAMED),
            *(f"{row[name]:,}" for name in counted),
        )
        for row in loads.sort("load_id", descending=True).head(LOADS_SHOWN).iter_rows(named=True)
    ]
    numbers = tuple(range(4, 4 + len(counted)))
    table = table_html("Loads in force, newest first", heads, rows, right=numbers, is_wide=True)
    note = paragraph(
        "Read is always loaded + corrected + unchanged + rejected + duplicates. "
        "Not contact is part of loaded: rows staff or machines made, counted nowhere. "
        "Names are as given, not verified.",
        "fd-small",
    )
    back = "".join(paragraph(sentence, "fd-small") for sentence in taken_back)
    return f'<section class="fd-box"><h2>Loads</h2>{_wide("Loads", table)}{note}{back}</section>'


def reconciled_html(rows: Sequence[Reconciled]) -> str:
    """Return source against source by month: the counts, the difference and which is of record."""
    name = "Source against source"
    if not rows:
        words = "No channel is recorded by two sources in one month, so there is nothing to compare."
        return f'<section class="fd-box"><h2>{name}</h2>{paragraph(words)}</section>'
    heads = (
        "Month",
        "Channel",
        "Services",
        "Source of record",
        "Its contacts",
        "Other source",
        "Its contacts",
        "Difference",
    )
    table = table_html(
        "Source against source, by month", heads, [_reconciled(row) for row in rows], right=(4, 6, 7), is_wide=True
    )
    note = paragraph(
        "What each source recorded of a channel, cut to the services that both hold. Only the source of record counts; the other is never added.",
        "fd-small",
    )
    return f'<section class="fd-box"><h2>{name}</h2>{_wide(name, table)}{note}</section>'


def _reconciled(row: Reconciled) -> tuple[str, ...]:
    return (
        f"{row.month:%B %Y}",
        row.channel,
        row.compared,
        row.source_of_record,
        f"{row.contacts:,}",
        row.other_source,
        f"{row.other_contacts:,}",
        difference_words(row),
    )


def difference_words(row: Reconciled) -> str:
    """Return '1,204 fewer (5%)', or 'none'."""
    if not row.difference:
        return "none"
    size = f"{abs(row.difference):,} {'more' if row.difference > 0 else 'fewer'}"
    return size if row.share is None else f"{size} ({format_value(abs(row.share), Unit.SHARE)})"
