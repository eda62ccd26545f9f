"""The same thing counted in more than one way, and each service or channel judged by the same target."""

from collections.abc import Sequence
from html import escape

from frontdoor.answers.answer import BreakdownRow, CountingWay
from frontdoor.charts.status import MEASURE_STATUS
from frontdoor.measures.formatting import format_value, sums_line
from frontdoor.measures.measure import Measure
from frontdoor.schema.units import Unit
from frontdoor.strategy.judgement import State
from frontdoor.ui.blocks import caption_html, paragraph, status_html

NUMBER_WORDS = {2: "Two", 3: "Three", 4: "Four"}


def ways_html(ways: Sequence[CountingWay], measure: Measure) -> str:
    """Return the ways side by side, the promised one first in bold; nothing where there is only one."""
    if len(ways) < 2:
        return ""
    head = "Share" if measure.unit is Unit.SHARE else "Result"
    rows = "".join(_way(way, measure) for way in ways)
    title = f"{NUMBER_WORDS.get(len(ways), str(len(ways)))} ways of counting"
    return (
        f'<section class="fd-box"><h2>{title}</h2>'
        f'<table class="fd-data fd-stack">{caption_html(title)}<thead><tr><th scope="col">Counted as</th><th scope="col" class="r">'
        f'{escape(measure.noun.capitalize())}</th><th scope="col" class="r">{head}</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></section>"
    )


def breakdown_html(title: str, rows: Sequence[BreakdownRow], measure: Measure) -> str:
    """Return each part with its value and status, those that miss the target named first; nothing for no rows."""
    if not rows:
        return ""
    drawn = "".join(
        f'<tr><th scope="row">{escape(row.label)}<br><span class="fd-small">'
        f"{escape(sums_line(row.numerator, row.denominator, measure.noun))}</span></th>"
        f'<td class="r">{escape(format_value(row.value, measure.unit))}</td>'
        f"<td>{status_html(MEASURE_STATUS[row.judgement.state])}</td></tr>"
        for row in rows
    )
    return (
        f'<section class="fd-box"><h2>{escape(title)}</h2>{paragraph(failing_words(rows), "fd-subtitle")}'
        f'<table class="fd-data">{caption_html(title)}<thead><tr><th scope="col">{escape(title.removeprefix("By ").capitalize())}</th>'
        f'<th scope="col" class="r">Result</th><th scope="col">Status</th></tr></thead><tbody>{drawn}</tbody></table>'
        "</section>"
    )


def failing_words(rows: Sequence[BreakdownRow]) -> str:
    """Return which parts miss the target, by name: an aggregate never hides a failing service."""
    missed = [row.label for row in rows if row.judgement.state is State.MISSED]
    if not missed:
        return ""
    named = missed[0] if len(missed) == 1 else f"{', '.join(missed[:-1])} and {missed[-1]}"
    return f"{named} {'misses' if len(missed) == 1 else 'miss'} the target."


def _way(way: CountingWay, measure: Measure) -> str:
    places = 1 if measure.unit is Unit.SHARE else None
    value = escape(format_value(way.value, measure.unit, places=places))
    label = escape(way.label)
    return (
        f'<tr><th scope="row">{f"<b>{label}</b>" if way.is_promised else label}<br>'
        f'<span class="fd-small">{escape(way.comment)}</span></th>'
        f'<td class="r fd-nowrap">{escape(sums_line(way.numerator, way.denominator, "").strip())}</td>'
        f'<td class="r">{f"<b>{value}</b>" if way.is_promised else value}</td></tr>'
    )
