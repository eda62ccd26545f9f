"""A measure's last 24 periods as one small picture, with its target as a step, and the sentence that replaces it."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from frontdoor.answers.answer import Point, Result
from frontdoor.answers.result_words import target_words, value_words
from frontdoor.charts.theme import Theme
from frontdoor.figure import TargetStep
from frontdoor.measures.formatting import format_value

WIDTH, HEIGHT, MARGIN = 112, 34, 5
PERIODS = 24

TENTHS = 10  # drawn in whole tenths of a pixel: the shortest numbers, and a page sends eight of these with every click

Position = tuple[int, int]


def sparkline_svg(result: Result, theme: Theme) -> str:
    """Return the sparkline as SVG without text; an empty picture where fewer than two periods have a value."""
    points = drawn_points(result)
    known = [point.value for point in points if point.value is not None]
    if len(known) < 2:
        return ""
    steps = [target_on(result.targets, point.period_start) for point in points]
    scale = _Scale([*known, *(step for step in steps if step is not None)], len(points))
    values = [point.value for point in points]
    drawn = [
        _path(_steps(steps, scale), f'stroke="{theme.target}" stroke-width="16" stroke-dasharray="40 30"'),
        _path(_line(values, scale), f'stroke="{theme.measured}" stroke-width="20" stroke-linejoin="round"'),
        _last_mark(result, values, scale, theme),
    ]
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH * TENTHS} {HEIGHT * TENTHS}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(drawn)}</svg>'


def sparkline_sentence(result: Result) -> str:
    """Return what the picture says: 'From 71% to 62%: worse since August. Target at least 70%'."""
    known = [point.value for point in drawn_points(result) if point.value is not None]
    if len(known) < 2:
        return "Not drawn"
    unit = result.measure.unit
    words = result.change.words[:1].lower() + result.change.words[1:]
    spread = f"Between {format_value(min(known), unit)} and {format_value(max(known), unit)}"
    start = f"From {format_value(known[0], unit)} to {format_value(known[-1], unit)}"
    said = spread if result.change.direction in {"none", "unknown"} else start
    return f"{said}: {words}. Target {target_words(result)}, now {value_words(result)}."


def drawn_points(result: Result) -> tuple[Point, ...]:
    """Return the complete periods that are drawn, oldest first, at most 24."""
    return tuple(point for point in result.trend if point.is_complete)[-PERIODS:]


def target_on(steps: Sequence[TargetStep], on: date) -> float | None:
    """Return the target in force on a day, None before the first and while it is to be set."""
    begun = [step for step in sorted(steps, key=lambda step: step.from_date) if step.from_date <= on]
    return begun[-1].value if begun else None


class _Scale:
    """From period index and value to a place in the picture."""

    def __init__(self, values: list[float], periods: int) -> None:
        self.low, self.high = min(values), max(values)
        self.step = (WIDTH - 2 - 8) / max(periods - 1, 1)

    def at(self, index: int, value: float) -> Position:
        rise = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        across, down = 2 + index * self.step, HEIGHT - MARGIN - rise * (HEIGHT - 2 * MARGIN)
        return round(across * TENTHS), round(down * TENTHS)


def _line(values: Sequence[float | None], scale: _Scale) -> list[list[Position]]:
    """Return the runs of known values; a gap in the data is a gap in the line."""
    runs: list[list[Position]] = [[]]
    for index, value in enumerate(values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append(scale.at(index, value))
    return runs


def _steps(values: Sequence[float | None], scale: _Scale) -> list[list[Position]]:
    """Return the target's levels as corners only, each held until the next period."""
    runs: list[list[Position]] = [[]]
    for index, value in enumerate(values):
        if value is None:
            runs.append([])
            continue
        is_new = not runs[-1] or value != values[index - 1]
        if is_new and runs[-1]:
            runs[-1].append(scale.at(index, values[index - 1] or 0.0))
        if is_new:
            runs[-1].append(scale.at(index, value))
        if index + 1 == len(values) or values[index + 1] is None:
            runs[-1].append(scale.at(index, value))
    return runs


def _path(runs: list[list[Position]], style: str) -> str:
    drawn = "".join(_run(run) for run in runs if run)
    return f'<path fill="none" {style} d="{drawn}"/>' if drawn else ""


def _run(run: list[Position]) -> str:
    """Return a path that starts at the first place and goes on by distances."""
    moves = ((after[0] - before[0], after[1] - before[1]) for before, after in pairwise(run))
    return f"M{run[0][0]} {run[0][1]}l" + " ".join(f"{across}{_signed(down)}" for across, down in moves)


def _signed(number: int) -> str:
    """Return a number that needs no space before it when it is negative."""
    return f"{number}" if number < 0 else f" {number}"


def _last_mark(result: Result, values: Sequence[float | None], scale: _Scale, theme: Theme) -> str:
    """Return the newest known point: a square where worse, a diamond where better, else a disc."""
    last = max(index for index, value in enumerate(values) if value is not None)
    x, y = scale.at(last, values[last] or 0.0)
    if result.change.direction == "worse":
        return f'<path d="M{x - 44} {y - 44}h88v88h-88z" fill="{theme.missed}"/>'
    if result.change.direction == "better":
        return f'<path d="M{x} {y - 59}l59 59-59 59-59-59z" fill="{theme.met}"/>'
    return f'<circle cx="{x}" cy="{y}" r="32" fill="{theme.measured}"/>'
