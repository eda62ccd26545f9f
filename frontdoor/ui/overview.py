"""Are we keeping our promises? The answer in words, what needs attention, and the table of promises."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from html import escape

import streamlit as st

from frontdoor.answers.accountability_choices import View
from frontdoor.answers.answer import Attention, OverviewAnswer, Provenance
from frontdoor.charts.theme import Theme
from frontdoor.ui.actions_asking import overdue_answer
from frontdoor.ui.asking import Reader
from frontdoor.ui.blocks import notes_html
from frontdoor.ui.links import address, current_query, link_html, measure_address, pilot_address, view_address
from frontdoor.ui.promise_table import promise_table_html
from frontdoor.ui.targets_asking import quarter_of
from frontdoor.ui.theme import current_theme
from frontdoor.ui.top_row import say_freshness


def show_overview(answer: OverviewAnswer) -> None:
    """Show the whole page in one piece of HTML; it needs no chart."""
    say_freshness(answer.freshness)
    with st.container(key="fd-overview"):
        st.html(overview_html(answer, current_theme(), current_query()))


def with_overdue(answer: OverviewAnswer, asked: Reader) -> OverviewAnswer:
    """Return the overview with the actions that are overdue today, after the targets that are still to be set."""
    late = overdue_answer(asked, quarter_of(datetime.now(UTC)))
    if late is None:
        return answer
    held = answer.attention
    after = next((place for place, each in enumerate(held, start=1) if each.view == View.TARGETS), len(held))
    return replace(answer, attention=(*held[:after], late, *held[after:]))


def overview_html(answer: OverviewAnswer, theme: Theme, query: Mapping[str, Sequence[str]]) -> str:
    """Return the page below its top row."""
    lead = "".join(f"<b>{escape(label)}</b> {escape(sentence)} " for label, sentence in answer.lead)
    words = (
        f'<div><h1 class="fd-question">{escape(answer.question)}</h1><p class="fd-answer">{escape(answer.answer)}</p>'
        f'<p class="fd-lead">{lead.strip()}</p></div>'
    )
    return (
        f'<div class="fd-head">{words}{attention_html(answer, query)}</div>'
        + promise_table_html(answer.promises, theme, query)
        + notes_html(_provenance(answer), answer.notes)
    )


def attention_html(answer: OverviewAnswer, query: Mapping[str, Sequence[str]]) -> str:
    """Return what needs attention, each a count, the oldest and a link; nothing where there is nothing."""
    if not answer.attention:
        return ""
    rows = "".join(
        f"<li><b>{escape(item.headline)}</b> {escape(item.detail)} "
        f"{link_html(item.link_words, _where(item, query))}</li>"
        for item in answer.attention
    )
    return (
        f'<section class="fd-attention" aria-label="Needs attention"><h2>Needs attention</h2><ul>{rows}</ul></section>'
    )


def _where(item: Attention, query: Mapping[str, Sequence[str]]) -> str:
    """Return the address of the pilot, the view of a page, the measure or the page that an item names."""
    if item.pilot:
        return pilot_address(item.pilot, query)
    if item.view:
        return view_address(item.view, query, item.page)
    return measure_address(item.measure, query) if item.measure else address(item.page, query)


def _provenance(answer: OverviewAnswer) -> Provenance | None:
    """Return the provenance of the first measure, of the first provisional one if any; all stand on the same generation."""
    known = [result.provenance for promise in answer.promises for result in promise.results]
    return next((each for each in known if each.is_provisional), known[0] if known else None)
