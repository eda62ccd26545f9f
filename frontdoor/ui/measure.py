"""How are we doing on one measure? The answer, four facts, its charts, its definition and where it comes from."""

from collections.abc import Callable, Mapping, Sequence
from html import escape

import streamlit as st

from frontdoor.answers.answer import MeasureAnswer
from frontdoor.figure import Figure, Kind
from frontdoor.ui.blocks import paragraph
from frontdoor.ui.counting import breakdown_html, ways_html
from frontdoor.ui.facts import facts_html
from frontdoor.ui.figure_card import cards_html
from frontdoor.ui.links import address, current_query, link_html
from frontdoor.ui.peers import peers_html
from frontdoor.ui.pictures import draw_pictures
from frontdoor.ui.screen import is_phone
from frontdoor.ui.stated import stated_html
from frontdoor.ui.top_row import say


def show_measure(answer: MeasureAnswer, said: Callable[[], None] | None = None) -> None:
    """Show the page; words and facts first, what is `said` of them, the trend beside the first figure, the rest in pairs."""
    query = current_query()
    say(breadcrumb_html(answer.promise_title or answer.result.label, query), answer.freshness.is_invented)
    figures = [figure for figure in (answer.trend, *answer.figures) if figure is not None]
    with st.container(key="fd-measure"):
        st.html(words_html(answer))
        if said:
            said()
        st.html(pairs_html(figures) + explanation_html(answer))
        draw_pictures(figures, is_phone())


def pairs_html(figures: Sequence[Figure]) -> str:
    """Return the cards in rows of two, the first row with a wide and a narrow one; one that is left over has its row."""
    rows = [figures[index : index + 2] for index in range(0, len(figures), 2)]
    kinds = ("fd-wide" if index == 0 else "fd-two" for index in range(len(rows)))
    return "".join(
        f'<div class="{kind if len(row) > 1 else "fd-one"}">{cards_html(row)}</div>'
        for kind, row in zip(kinds, rows, strict=True)
    )


def breadcrumb_html(words: str, query: Mapping[str, Sequence[str]]) -> str:
    """Return the way back: Promises / the promise this measure belongs to."""
    kept = {name: value for name, value in query.items() if name != "measure"}
    return f"{link_html('Promises', address('', kept))} / {escape(words)}"


def words_html(answer: MeasureAnswer, query: Mapping[str, Sequence[str]] | None = None) -> str:
    """Return the question, the answer, the lead and the facts."""
    return (
        f'<h1 class="fd-question">{escape(answer.question)}</h1><p class="fd-answer">{escape(answer.answer)}</p>'
        + paragraph(answer.lead, "fd-lead")
        + facts_html(answer.result, answer.heading, query)
    )


def explanation_html(answer: MeasureAnswer) -> str:
    """Return the parts no chart shows, the ways of counting, the definition and the provenance line."""
    measure = answer.result.measure
    is_drawn = any(figure.kind is Kind.BARS for figure in answer.figures)
    parts = [
        "" if is_drawn else breakdown_html("By service", answer.by_service, measure),
        breakdown_html("By channel", answer.by_channel, measure),
        ways_html(answer.ways, measure),
        stated_html(answer.result),
        peers_html(answer.peers, answer.result.measure),
        definition_html(answer),
    ]
    boxes = [part for part in parts if part]
    kind = "fd-two" if len(boxes) > 1 else "fd-one"
    return f'<div class="{kind}">{"".join(boxes)}</div>{paragraph(answer.provenance_line, "fd-notes")}'


def definition_html(answer: MeasureAnswer) -> str:
    """Return what the measure is, what to beware of, and who owns it."""
    measure = answer.result.measure
    owner = f"Owner: {answer.result.owner}" if answer.result.owner else ""
    notes = "".join(paragraph(note) for note in (*answer.notes, answer.heading.why if answer.heading else ""))
    return (
        f'<section class="fd-box"><h2>What this measures</h2>{paragraph(measure.definition)}{paragraph(measure.caution)}'
        f"{notes}{paragraph(owner, 'fd-small')}{paragraph(f'Defined by: {measure.source}', 'fd-small')}</section>"
    )
