"""Do we answer complaints in time, and put things right? The answer, its facts, the stages, the pictures, where it fails."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from frontdoor.answers.feedback_answer import ComplaintsAnswer, PlaceLine, StageLine
from frontdoor.answers.result_words import sums_words
from frontdoor.charts.status import MEASURE_STATUS
from frontdoor.charts.theme import Theme
from frontdoor.measures.formatting import NOTHING, format_date, format_value, sums_line
from frontdoor.schema.units import Unit
from frontdoor.ui.blocks import caption_html, notes_html, paragraph, status_html
from frontdoor.ui.fact_strip import fact_strip_html
from frontdoor.ui.links import current_query, link_html, measure_address
from frontdoor.ui.measure import pairs_html
from frontdoor.ui.nothing import head_html, nothing_html
from frontdoor.ui.pictures import draw_pictures
from frontdoor.ui.score_table import ScoreRow, score_table_html
from frontdoor.ui.screen import is_phone
from frontdoor.ui.theme import current_theme
from frontdoor.ui.top_row import say_freshness

PROMISE = """[[measure]]
key = "complaints_on_time"
measure = "stage_1_in_time"
label = "Stage 1 complaints answered on time"
promise = "PROMISE"
parameters = { promised_working_days = 10, acknowledged_within = 5, longest_extension = 10 }"""
"""What binds the clock of stage 1; the days are those of the Complaint Handling Codes."""

PLACE_HEADS = ("Complaints", "Stage 1 in time", "Status", "Upheld", "Overdue now")


def show_complaints(answer: ComplaintsAnswer) -> None:
    """Show the page; words, facts and stages first, then the pictures in pairs, then the tables."""
    say_freshness(answer.freshness)
    with st.container(key="fd-complaints"):
        if answer.nothing:
            st.html(nothing_html(answer.question, answer.nothing))
            return
        words = head_html(answer.question, answer.answer, answer.lead) + fact_strip_html(answer.facts)
        st.html(words + stages_html(answer, current_theme()) + pairs_html(answer.figures) + tables_html(answer))
        draw_pictures(answer.figures, is_phone())


def stages_html(answer: ComplaintsAnswer, theme: Theme) -> str:
    """Return the table of clocks, each with its promise, its value, and what is overdue now; how to promise where none is."""
    if not any(line.promise for line in answer.stages):
        return unpromised_html()
    rows = [_stage(line) for line in answer.stages]
    caption = f"Complaints acknowledged and answered in time, {answer.period}"
    return score_table_html(caption, "Are we in time?", f"Overdue on {format_date(answer.as_at)}", rows, theme)


def _stage(line: StageLine) -> ScoreRow:
    result = line.result
    address = measure_address(result.label, current_query())
    name = link_html(line.name, address) if result.promise else f"<b>{escape(line.name)}</b>"
    due = sums_line(result.numerator, result.denominator, "due") if result.value is not None else sums_words(result)
    return ScoreRow(name, line.promise, due, result, overdue_html(line))


def unpromised_html() -> str:
    """Return what to write in the council file so that answers in time can be counted."""
    return (
        '<section class="fd-box fd-unpromised"><h2>Are we in time?</h2>'
        + paragraph(
            "Nobody has said how soon a complaint is answered, so nobody can say whether it was. In the council file:"
        )
        + f"<pre><code>{escape(PROMISE)}</code></pre></section>"
    )


def overdue_html(line: StageLine) -> str:
    """Return how many are overdue and the band of the longest: '7, the longest by 11 to 20 working days'."""
    if line.overdue is None:
        return escape(NOTHING)
    if not line.overdue:
        return "none"
    return f'<b>{line.overdue:,}</b><span class="fd-small">longest: {escape(line.longest)}</span>'


def tables_html(answer: ComplaintsAnswer) -> str:
    """Return the tables by service and procedure, what is counted, and the provenance line."""
    boxes = [places_html("By service", answer.services), places_html("By procedure", answer.procedures)]
    found = [box for box in boxes if box]
    kind = "fd-two" if len(found) > 1 else "fd-one"
    tables = f'<div class="{kind}">{"".join(found)}</div>' if found else ""
    return f'{tables}<div class="fd-one">{meaning_html(answer)}</div>' + notes_html(answer.provenance, ())


def places_html(title: str, lines: tuple[PlaceLine, ...]) -> str:
    """Return the table by service or procedure, worst first; nothing for none."""
    if not lines:
        return ""
    heads = (title.removeprefix("By ").capitalize(), *PLACE_HEADS)
    rows = [_place(line) for line in lines]
    told = [index for index in range(len(heads)) if any(row[index] != NOTHING for row in rows)]
    top = "".join(f'<th scope="col" role="columnheader"{_side(index)}>{escape(heads[index])}</th>' for index in told)
    body = "".join(f'<tr role="row">{_cells(row, heads, told)}</tr>' for row in rows)
    return (
        f'<section class="fd-box"><h2>{escape(title)}</h2>'
        f'<table class="fd-data fd-rows" role="table">{caption_html(title)}<thead role="rowgroup"><tr role="row">{top}</tr>'
        f'</thead><tbody role="rowgroup">{body}</tbody></table>{_uncounted(lines)}</section>'
    )


def _side(index: int) -> str:
    return ' class="r"' if index in (1, 2, 4, 5) else ""


def _place(line: PlaceLine) -> tuple[str, ...]:
    """Return the cells of a line as HTML; what is not known or not told is a dash."""
    row = line.in_time
    status = status_html(MEASURE_STATUS[row.judgement.state]) if row else NOTHING
    return (
        escape(line.label),
        _number(line.received),
        escape(format_value(row.value, Unit.SHARE)) if row else NOTHING,
        status if line.is_counted else "Not counted here",
        escape(format_value(line.upheld, Unit.SHARE)),
        _number(line.overdue) if line.is_counted else NOTHING,
    )


def _cells(row: Sequence[str], heads: Sequence[str], told: Sequence[int]) -> str:
    return "".join(
        f'<{_tag(index)} role="{"cell" if index else "rowheader"}" data-head="{escape(heads[index])}"{_side(index)}>{row[index]}'
        f"</{'td' if index else 'th'}>"
        for index in told
    )


def _tag(index: int) -> str:
    return "td" if index else 'th scope="row"'


def _number(count: int | None) -> str:
    return NOTHING if count is None else f"{count:,}"


def _uncounted(lines: tuple[PlaceLine, ...]) -> str:
    """Return why some procedures are not judged here."""
    left_out = [line.label for line in lines if not line.is_counted]
    if not left_out:
        return ""
    return paragraph(f"{', '.join(left_out)}: other rules say when these must be answered.", "fd-small")


def meaning_html(answer: ComplaintsAnswer) -> str:
    """Return what counts as a complaint and what to beware of, in the words of the measures."""
    if answer.volume is None:
        return ""
    measure = answer.volume.measure
    clocks = [line.result.measure for line in answer.stages]
    timed = next((clock for clock in clocks if clock.key == "stage_1_in_time"), None)
    words = (measure.definition, measure.caution, timed.definition if timed else "")
    said = "".join(paragraph(each) for each in (*words, *answer.notes))
    sources = [f"Complaints: {measure.source}.", f"Stage 1: {timed.source}." if timed else ""]
    return (
        f'<section class="fd-box"><h2>What this measures</h2>{said}{paragraph(" ".join(sources), "fd-small")}</section>'
    )
