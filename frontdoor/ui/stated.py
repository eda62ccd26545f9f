"""What a source states of a measure itself, beside what we work from counts: a sentence and a short table."""

from collections.abc import Sequence

from frontdoor.answers.answer import Result, StatedLine
from frontdoor.answers.stated_words import disagreement_sentence, stated_sentence, when, within
from frontdoor.measures.formatting import NOTHING, format_value
from frontdoor.ui.blocks import paragraph, table_html

MOST_SHOWN = 6
"""With more stretches than this, only the lowest, the highest, the last and those that disagree are shown."""


def stated_html(result: Result) -> str:
    """Return the box, nothing where no source states anything."""
    lines, measure = result.stated, result.measure
    if not lines:
        return ""
    shown = telling(lines)
    heads = ("For", "As stated", "From counts", measure.noun.capitalize())
    rows = [_row(line, result) for line in shown]
    filled = [index for index in range(len(heads)) if any(row[index] != NOTHING for row in rows)]
    kept_rows = [[row[index] for index in filled] for row in rows]
    table = table_html("As stated by the source", [heads[index] for index in filled], kept_rows, right=(1, 2, 3))
    note = "" if len(shown) == len(lines) else f"{len(shown)} of {len(lines)} shown; the command “measures” prints all."
    return (
        '<section class="fd-box"><h2>As stated by the source</h2>'
        + paragraph(stated_sentence(lines, measure, result.period))
        + paragraph(disagreement_sentence(lines, measure))
        + table
        + paragraph(f"Approximate: a stated rate is rounded. {note}".strip(), "fd-small")
        + "</section>"
    )


def telling(lines: Sequence[StatedLine]) -> list[StatedLine]:
    """Return all lines where they are few, else the lowest, the highest, the last and the widest apart, by date."""
    if len(lines) <= MOST_SHOWN:
        return list(lines)
    apart = sorted(
        (line for line in lines if line.disagrees), key=lambda line: -abs(line.value - (line.counted or 0.0))
    )
    ends = [min(lines, key=lambda line: line.value), max(lines, key=lambda line: line.value), lines[-1]]
    chosen = {id(line) for line in (*ends, *apart[: MOST_SHOWN - len(ends)])}
    return [line for line in lines if id(line) in chosen]


def _row(line: StatedLine, result: Result) -> tuple[str, ...]:
    unit = result.measure.unit
    of = NOTHING if line.denominator is None else f"{line.denominator:,.0f}"
    counted = f"{format_value(line.counted, unit)}{' (differs)' if line.disagrees else ''}"
    return (
        ", ".join(filter(None, (when(line), within(line.within_seconds)))),
        format_value(line.value, unit),
        counted,
        of,
    )
