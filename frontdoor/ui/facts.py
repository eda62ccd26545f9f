"""The strip of four facts about one measure: the number, the target, the status, whether it really changed."""

from collections.abc import Mapping, Sequence
from html import escape

from frontdoor.answers.action_heading import Heading, chance_words, value_in_words, year_words
from frontdoor.answers.answer import Result
from frontdoor.answers.result_words import (
    UNJUDGED,
    interval_words,
    lowered_words,
    sums_words,
    target_words,
    value_words,
)
from frontdoor.charts.status import MEASURE_STATUS, change_status
from frontdoor.measures.formatting import format_gap, format_value
from frontdoor.periods import Period, Span
from frontdoor.strategy.judgement import State
from frontdoor.ui.blocks import flag_html, status_html
from frontdoor.ui.provisional import provisional_html


def facts_html(result: Result, heading: Heading | None = None, query: Mapping[str, Sequence[str]] | None = None) -> str:
    """Return the strip as a description list; where the year is heading stands last, where that can be said."""
    facts = (
        (
            result.period.label,
            escape(value_words(result)) + provisional_html(result, query or {}),
            _behind(result) + _compared(result),
        ),
        ("Target now", escape(target_words(result)), _target_note(result)),
        ("Status", status_html(MEASURE_STATUS[result.judgement.state]), escape(gap_words(result))),
        ("Real change?", _change(result), escape(result.change.detail)),
        *(_year_end(heading, result) if heading and heading.value is not None else ()),
    )
    drawn = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{fact}</dd>{f'<dd>{note}</dd>' if note else ''}</div>"
        for name, fact, note in facts
    )
    return f'<dl class="fd-facts">{drawn}</dl>'


def _behind(result: Result) -> str:
    """Return the sums and, for a sample, how sure it makes us."""
    sure = interval_words(result)
    return escape(sums_words(result)) + (f"<br>{escape(f'95% sure: {sure}')}" if sure else "")


def gap_words(result: Result) -> str:
    """Return how far from the target: 'by 8 points; 80% would be 18', or the reason there is no judgement."""
    judgement, unit = result.judgement, result.measure.unit
    if judgement.gap is None or judgement.state not in {State.MET, State.CLOSE, State.MISSED}:
        return judgement.reason
    size = format_gap(judgement.gap, unit)
    words = f"{size} better than promised" if judgement.gap > 0 else f"by {size}" if judgement.gap < 0 else "exactly"
    before = judgement.previous_target.value if judgement.is_lowered and judgement.previous_target else None
    if before is None or result.value is None:
        return words
    return f"{words}; {format_value(before, unit)} would be {format_gap(result.value - before, unit).split()[0]}"


def _compared(result: Result) -> str:
    if result.compared is None or result.compared.value is None:
        return ""
    said = format_value(result.compared.value, result.measure.unit)
    return f"<br>{escape(said)} {escape(_compared_when(result))}"


def _compared_when(result: Result) -> str:
    start = result.compared.period_start if result.compared else result.period.first
    if result.period.span is Span.MONTH:
        return f"in {Period.month(start).label}"
    return "a year earlier" if start == result.period.year_before().first else "in the period before"


def _target_note(result: Result) -> str:
    lowered = lowered_words(result, with_date=True)
    if lowered:
        return flag_html(lowered)
    target = result.judgement.target
    return escape(f"Since {target.from_date.day} {target.from_date:%B %Y}") if target else ""


def _year_end(heading: Heading, result: Result) -> tuple[tuple[str, str, str]]:
    """Return the year's likely status beside the current one, with its figure, interval and chance."""
    said = [value_in_words(heading, result.measure.unit), chance_words(heading, result.measure.better)]
    status = status_html(MEASURE_STATUS[heading.state])
    return ((f"By the end of {year_words(heading.year)}", status, escape("; ".join(filter(None, said)) + ".")),)


def _change(result: Result) -> str:
    if result.judgement.state in UNJUDGED or result.change.direction == "unknown":
        return "Not judged"
    return status_html(change_status(result.change.words, result.change.direction, result.measure.better))
