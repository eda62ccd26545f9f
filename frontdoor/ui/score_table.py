"""A table of judged scores in the look of the table of promises: name, value, target, status, trend, and one column of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from frontdoor.answers.answer import Result
from frontdoor.answers.result_words import lowered_words, target_words, value_words
from frontdoor.charts.status import MEASURE_STATUS
from frontdoor.charts.theme import Theme
from frontdoor.ui.blocks import caption_html, flag_html, status_html
from frontdoor.ui.promise_table import CELL, real_change_html, spark_html, trend_head


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One row: `name` and `more` are HTML, `notes` the small words under the name and under the value."""

    name: str
    note: str
    value_note: str
    result: Result
    more: str


def score_table_html(caption: str, first: str, more: str, rows: Sequence[ScoreRow], theme: Theme) -> str:
    """Return the table; `first` and `more` head its first and its own column; on a phone each row is a card."""
    if not rows:
        return ""
    results = [row.result for row in rows]
    heads = (first, results[0].period.label, "Target", "Status", more, trend_head(results), "Real change?")
    top = "".join(f'<th scope="col" role="columnheader">{escape(head)}</th>' for head in heads)
    body = "".join(f'<tr role="row">{_cells(row, more, theme)}</tr>' for row in rows)
    return (
        f'<table class="fd-promises fd-scores" role="table">{caption_html(caption)}'
        f'<thead role="rowgroup"><tr role="row">{top}</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def _cells(row: ScoreRow, more: str, theme: Theme) -> str:
    result = row.result
    value = f'<b>{escape(value_words(result))}</b><span class="fd-small">{escape(row.value_note)}</span>'
    cells = (
        ("fd-value", value),
        ("fd-target", escape(target_words(result)) + flag_html(lowered_words(result))),
        ("fd-state", status_html(MEASURE_STATUS[result.judgement.state])),
        ("fd-more", row.more),
        ("fd-spark", spark_html(result, theme)),
        ("fd-real", real_change_html(result)),
    )
    name = f'{row.name}<span class="fd-small">{escape(row.note)}</span>'
    told = "".join(f'<td {CELL} class="{kind}"{_head(kind, more)}>{inside}</td>' for kind, inside in cells)
    return f'<th scope="row" role="rowheader" class="fd-name">{name}</th>{told}'


def _head(kind: str, more: str) -> str:
    """Return the column's own head for a card, which shows no heads."""
    return f' data-head="{escape(more)}"' if kind == "fd-more" else ""
