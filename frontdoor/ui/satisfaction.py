"""How satisfied are people with us? Every question with its score, one of them in detail, and what others state."""

from html import escape

import streamlit as st

from frontdoor.answers.feedback_answer import QuestionAnswer, ReportedLine, SatisfactionAnswer, ScoreLine
from frontdoor.answers.result_words import interval_words
from frontdoor.charts.theme import Theme
from frontdoor.ui.blocks import notes_html, paragraph, table_html
from frontdoor.ui.fact_strip import fact_strip_html
from frontdoor.ui.links import current_query, link_html, question_address
from frontdoor.ui.measure import pairs_html
from frontdoor.ui.nothing import head_html, nothing_html
from frontdoor.ui.pictures import draw_pictures
from frontdoor.ui.score_table import ScoreRow, score_table_html
from frontdoor.ui.screen import is_phone
from frontdoor.ui.theme import current_theme
from frontdoor.ui.top_row import say_freshness

REPORTED_HEADS = ("What", "As stated by", "For", "Stated", "Counts", "Evidence", "Never sent")
STATED_BY_OTHERS = "Stated by others"


def show_satisfaction(answer: SatisfactionAnswer) -> None:
    """Show the page; the answer and every question first, then one question in detail, then what others state."""
    say_freshness(answer.freshness)
    figures = answer.detail.figures if answer.detail else ()
    with st.container(key="fd-satisfaction"):
        if answer.nothing:
            st.html(nothing_html(answer.question, answer.nothing) + reported_html(answer.reported))
            return
        words = head_html(answer.question, answer.answer, answer.lead)
        detail = detail_html(answer.detail) if answer.detail else ""
        notes = notes_html(answer.provenance, ())
        st.html(words + questions_html(answer, current_theme()) + detail + reported_html(answer.reported) + notes)
        draw_pictures(figures, is_phone())


def questions_html(answer: SatisfactionAnswer, theme: Theme) -> str:
    """Return the table of questions, each with its score, how sure it is, and from how many answers."""
    rows = [_row(line) for line in answer.scores]
    return score_table_html(f"What we ask, {answer.period}", "What we ask", "Answers", rows, theme)


def _row(line: ScoreLine) -> ScoreRow:
    result = line.result
    address = question_address(line.label, current_query())
    label = link_html(line.label, address) if line.is_first else f"<b>{escape(line.label)}</b>"
    words = f'<span class="fd-small">“{escape(line.words)}”</span>' if line.is_first else ""
    answers = "" if result.denominator is None else f"{result.denominator:,.0f}"
    return ScoreRow(label + words, line.asked, interval_words(result), result, escape(answers))


def detail_html(detail: QuestionAnswer) -> str:
    """Return the question chosen: its facts, its pictures, why no comment is shown, and what the score is."""
    title = f'<h2 class="fd-chapter">{escape(detail.label)}: “{escape(detail.words)}”</h2>'
    boxes = (
        f'<section class="fd-box"><h2>What people wrote</h2>{paragraph(detail.comments)}</section>'
        f'<section class="fd-box"><h2>What this measures</h2>{paragraph(detail.definition)}'
        f"{''.join(paragraph(note) for note in detail.notes)}"
        f"{paragraph(f'Defined by: {detail.source}', 'fd-small')}</section>"
    )
    return f'{title}{fact_strip_html(detail.facts)}{pairs_html(detail.figures)}<div class="fd-two">{boxes}</div>'


def reported_html(lines: tuple[ReportedLine, ...]) -> str:
    """Return what partners and teams state of themselves, one row a figure; nothing for none."""
    if not lines:
        return ""
    table = table_html(STATED_BY_OTHERS, REPORTED_HEADS, [_reported(line) for line in lines], right=(3,), is_wide=True)
    lead = "The latest return of each figure. Nobody here can check them, and they are never mixed with our own counts."
    return (
        f'<div class="fd-one"><section class="fd-box"><h2>{STATED_BY_OTHERS}</h2>{paragraph(lead, "fd-subtitle")}'
        f"{table}</section></div>"
    )


def _reported(line: ReportedLine) -> tuple[str, ...]:
    name = f"{line.name}, {line.place[:1].lower()}{line.place[1:]}" if line.place else line.name
    return name, line.provider, line.when, line.value, line.counts, line.evidence, "; ".join(line.missing)
