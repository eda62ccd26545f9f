"""How are we doing on one measure? The answer, four facts, its charts, its definition and where it comes from."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from frontdoor.answers.answer import MeasureAnswer
from frontdoor.figure import Figure, Kind
from frontdoor.ui.blocks import paragraph
from frontdoor.ui.counting import breakdown_html, ways_html
from frontdoor.ui.facts import facts_html
from frontdoor.ui.figure_card import show_figure
from frontdoor.ui.links import address, current_query, link_html
from frontdoor.ui.top_row import say

WIDE_AND_NARROW = (1.75, 1)


def show_measure(answer: MeasureAnswer, promise_title: str = "") -> None:
    """Show the page; words and facts first, then the trend beside the first figure, then the rest in pairs."""
    query = current_query()
    say(breadcrumb_html(promise_title or answer.result.label, query), answer.freshness.is_invented)
    with st.container(key="fd-measure"):
        st.html(words_html(answer))
        _show_rows([figure for figure in (answer.trend, *answer.figures) if figure is not None])
        st.html(explanation_html(answer))


def _show_rows(figures: Sequence[Figure]) -> None:
    for index in range(0, len(figures), 2):
        _show_pair(figures[index : index + 2], (1, 1) if index else WIDE_AND_NARROW)


def _show_pair(figures: Sequence[Figure], widths: Sequence[float]) -> None:
    if len(figures) == 1:
        show_figure(figures[0])
        return
    for column, figure in zip(st.columns(widths, gap="medium"), figures, strict=True):
        with column:
            show_figure(figure)


def breadcrumb_html(words: str, query: Mapping[str, Sequence[str]]) -> str:
    """Return the way back: Promises / the promise this measure belongs to."""
    kept = {name: value for name, value in query.items() if name != "measure"}
    return f"{link_html('Promises', address('', kept))} / {escape(words)}"


def words_html(answer: MeasureAnswer) -> str:
    """Return the question, the answer, the lead and the facts."""
    return (
        f'<h1 class="fd-question">{escape(answer.question)}</h1><p class="fd-answer">{escape(answer.answer)}</p>'
        + paragraph(answer.lead, "fd-lead")
        + facts_html(answer.result)
    )


def explanation_html(answer: MeasureAnswer) -> str:
    """Return the parts no chart shows, the ways of counting, the definition and the provenance line."""
    measure = answer.result.measure
    is_drawn = any(figure.kind is Kind.BARS for figure in answer.figures)
    parts = [
        "" if is_drawn else breakdown_html("By service", answer.by_service, measure),
        breakdown_html("By channel", answer.by_channel, measure),
        ways_html(answer.ways, measure),
        definition_html(answer),
    ]
    boxes = [part for part in parts if part]
    kind = "fd-two" if len(boxes) > 1 else "fd-one"
    return f'<div class="{kind}">{"".join(boxes)}</div>{paragraph(answer.provenance_line, "fd-notes")}'


def definition_html(answer: MeasureAnswer) -> str:
    """Return what the measure is, what to beware of, and who owns it."""
    measure = answer.result.measure
    owner = f"Owner: {answer.result.owner}" if answer.result.owner else ""
    notes = "".join(paragraph(note) for note in answer.notes)
    return (
        f'<section class="fd-box"><h2>What this measures</h2>{paragraph(measure.definition)}{paragraph(measure.caution)}'
        f"{notes}{paragraph(owner, 'fd-small')}{paragraph(f'Defined by: {measure.source}', 'fd-small')}</section>"
    )
