"""The table of promises: one real table, a body per promise, a row per measure; on a phone each promise is a card."""

from collections.abc import Mapping, Sequence
from html import escape

from frontdoor.answers.answer import PromiseResult, Result
from frontdoor.answers.result_words import (
    UNJUDGED,
    interval_words,
    lowered_words,
    provisional_words,
    sums_words,
    target_words,
    value_words,
)
from frontdoor.charts.sparkline import HEIGHT, WIDTH, drawn_points, sparkline_sentence, sparkline_svg
from frontdoor.charts.status import MEASURE_STATUS, PROMISE_STATUS
from frontdoor.charts.theme import Theme
from frontdoor.ui.blocks import change_html, flag_html, status_html
from frontdoor.ui.links import link_html, measure_address
from frontdoor.ui.provisional import provisional_html
from frontdoor.ui.style import data_uri

HEADS = ("Promise", "Measure", "{period}", "Target", "Status", "{trend}", "Real change?")
CELL = 'role="cell"'


def promise_table_html(promises: Sequence[PromiseResult], theme: Theme, query: Mapping[str, Sequence[str]]) -> str:
    """Return the table; roles are written out because cards take the table's display away on a phone."""
    results = [result for promise in promises for result in promise.results]
    if not results:
        return ""
    period, first = results[0].period.label, one_provisional(results)
    is_each_said = first is None
    heads = "".join(
        f'<th scope="col" role="columnheader">{escape(head.format(period=period, trend=trend_head(results)))}'
        f"{provisional_html(first, query) if first and 'period' in head else ''}</th>"
        for head in HEADS
    )
    bodies = "".join(_body(promise, theme, query, is_each_said=is_each_said) for promise in promises)
    return (
        f'<table class="fd-promises" role="table"><caption class="fd-unseen">Promises and their measures, '
        f'{escape(period)}</caption><thead role="rowgroup"><tr role="row">{heads}</tr></thead>{bodies}</table>'
    )


def one_provisional(results: Sequence[Result]) -> Result | None:
    """Return one of the results where every number shown is provisional alike, so that the head says it once for all."""
    known = [result for result in results if result.value is not None]
    words = {provisional_words(result) for result in known}
    return known[0] if len(known) > 1 and len(words) == 1 and words != {""} else None


def trend_head(results: Sequence[Result]) -> str:
    """Return the head of the column of small trends: 'Last 24 months'."""
    points = max((drawn_points(result) for result in results), key=len)
    if len(points) > 1 and (points[1].period_start - points[0].period_start).days in range(28, 32):
        return f"Last {len(points)} months"
    return "Trend"


def _body(promise: PromiseResult, theme: Theme, query: Mapping[str, Sequence[str]], *, is_each_said: bool) -> str:
    status = PROMISE_STATUS[promise.state]
    head = (
        f'<th scope="rowgroup" role="rowheader" rowspan="{len(promise.results) or 1}" '
        f'class="fd-promise fd-{promise.state.value}"><h2>{escape(promise.promise.title)}</h2>{status_html(status)}</th>'
    )
    if not promise.results:
        empty = f'<td {CELL} colspan="6" class="fd-small">No measure is bound to this promise yet.</td>'
        return f'<tbody role="rowgroup"><tr role="row">{head}{empty}</tr></tbody>'
    rows = [_cells(result, theme, query, is_each_said=is_each_said) for result in promise.results]
    first, *rest = rows
    drawn = f'<tr role="row">{head}{first}</tr>' + "".join(f'<tr role="row">{row}</tr>' for row in rest)
    return f'<tbody role="rowgroup">{drawn}</tbody>'


def _cells(result: Result, theme: Theme, query: Mapping[str, Sequence[str]], *, is_each_said: bool) -> str:
    link = link_html(result.label, measure_address(result.label, query))
    cells = (
        ("fd-name", f'{link}<span class="fd-small">{escape(sums_words(result))}</span>{_sure(result)}'),
        ("fd-value", f"<b>{escape(value_words(result))}</b>{provisional_html(result, query) if is_each_said else ''}"),
        ("fd-target", escape(target_words(result)) + flag_html(lowered_words(result))),
        ("fd-state", status_html(MEASURE_STATUS[result.judgement.state])),
        ("fd-spark", spark_html(result, theme)),
        ("fd-real", real_change_html(result)),
    )
    return "".join(f'<td {CELL} class="{kind}">{inside}</td>' for kind, inside in cells)


def _sure(result: Result) -> str:
    """Return the interval of a sample in small words, nothing for a full count."""
    sure = interval_words(result)
    return f'<span class="fd-small">95% sure: {escape(sure)}</span>' if sure else ""


def spark_html(result: Result, theme: Theme) -> str:
    """Return the small trend with its sentence, or that it is not drawn."""
    picture = "" if result.judgement.state in UNJUDGED else sparkline_svg(result, theme)
    if not picture:
        return '<span class="fd-small">Not drawn</span>'
    sentence = escape(sparkline_sentence(result))
    return f'<img width="{WIDTH}" height="{HEIGHT}" alt="{sentence}" src="{data_uri(picture)}">'


def real_change_html(result: Result) -> str:
    """Return whether the newest month is a real change, or that it is not judged."""
    if result.judgement.state in UNJUDGED or result.change.direction == "unknown":
        return '<span class="fd-small">Not judged</span>'
    return change_html(result.change, result.measure.better)
