"""The chart beside a table: drawn as on slides, with its key and below it the numbers it is drawn from, which can be edited."""

from collections.abc import Callable, Sequence
from math import ceil
from textwrap import wrap
from typing import Any

from frontdoor.charts.theme import LIGHT
from frontdoor.figure import Figure, Kind
from frontdoor.packs.excel.chart_part import PIXELS, DrawnChart, PlacedSheet, part_of, placed
from frontdoor.packs.excel.fit import height
from frontdoor.packs.excel.notes import figure_words
from frontdoor.packs.excel.sheet_page import LINE, Paper
from frontdoor.packs.excel.values import cut
from frontdoor.packs.slides.chart import Room
from frontdoor.packs.slides.events import event_list
from frontdoor.packs.slides.key import key_runs
from frontdoor.packs.slides.kinds import CHARTS
from frontdoor.packs.slides.sheet import Column
from frontdoor.packs.slides.text import Run

WIDTH, HEIGHT = 760.0, 380.0  # points of a chart
BAR, AROUND = 30.0, 70.0  # points of one lying bar, and around all of them
GAP, FIRST, OTHERS = 3, 30, 12  # letters of the columns beside a table: an empty one, then the names and the numbers
UNSET = 8  # letters of a column whose width nobody sets
ACROSS = 140  # letters of words below a chart
DRAWN_FROM = "What the chart is drawn from: change a number here and the chart changes"
LYING = {Kind.BARS, Kind.INTERVALS}
STAY = 3  # xlsxwriter: neither moves nor grows with the cells below it


def widths_beside(figure: Figure) -> list[int]:
    """Return the widths of the columns beside a table with a chart."""
    return [GAP, FIRST, *[OTHERS] * (len(_chart(figure).sheet.columns))]


def draw_chart(
    paper: Paper, add: Callable[[DrawnChart], None], figure: Figure, corner: tuple[int, int], last: int
) -> tuple[int, int]:
    """Draw the figure with its corner at a row and column; return the last row and column that are printed.

    Below it stand its key and its words; its numbers, not printed, stand below those and below `last`, the table's last row.
    """
    top, left = corner
    high = _height(figure)
    lines = [*key_lines(figure), *([Run(line)] for words in figure_words(figure) for line in wrap(words, ACROSS))]
    below = top + ceil(high / LINE) + 1
    chart, sheet = placed(_chart(figure), paper.page.get_name(), max(below + len(lines), last) + 3, left)
    drawn = DrawnChart(part_of(chart), figure.headline, WIDTH, high)
    add(drawn)
    paper.page.insert_chart(top, left, drawn, {"description": figure.sentence, "object_position": STAY})
    write_key(paper, lines, below, left)
    _write_numbers(paper, sheet)
    return below + len(lines), left + _columns_under(len(sheet.columns))


def _chart(figure: Figure) -> Any:
    return CHARTS[figure.kind](figure, LIGHT, Room(WIDTH, _height(figure)))


def _height(figure: Figure) -> float:
    return max(HEIGHT / 2, figure.frame.height * BAR + AROUND) if figure.kind in LYING else HEIGHT


def _columns_under(columns: int) -> int:
    """Return how many columns after its first a chart lies over, where so many follow that have their own width."""
    used, across = _pixels(FIRST), 0
    while used < WIDTH * PIXELS:
        across += 1
        used += _pixels(OTHERS if across <= columns else UNSET)
    return across


def _pixels(letters: int) -> int:
    """Return how wide a column is on the screen: seven pixels to a digit of the usual type, and its edges."""
    return 7 * letters + 5


def key_lines(figure: Figure) -> list[list[Run]]:
    """Return the lines of the key; every event is listed, as there is room."""
    lines, events = key_runs(figure, LIGHT), event_list(figure)
    return [*lines[:-1], *([Run(words)] for words in events)] if events else lines


def write_key(paper: Paper, lines: Sequence[Sequence[Run]], row: int, column: int) -> None:
    """Write each line of a key into a cell, its signs in the colours of the drawing."""
    for at, runs in enumerate(lines):
        looks = [paper.looks.of(font_color=run.colour or LIGHT.ink) for run in runs]
        if len(runs) == 1:
            paper.page.write_string(row + at, column, cut(runs[0].words), looks[0])
        else:
            parts = [part for run, look in zip(runs, looks, strict=True) for part in (look, run.words)]
            paper.page.write_rich_string(row + at, column, *parts)


def _write_numbers(paper: Paper, sheet: PlacedSheet) -> None:
    """Write the sheet of the chart: headings, names, and numbers with the formulas that work them out."""
    page, looks = paper.page, paper.looks
    page.write_string(sheet.row - 1, sheet.column, DRAWN_FROM, looks.of(bold=True))
    page.set_row(sheet.row, height([column.heading for column in sheet.columns], [OTHERS] * len(sheet.columns)))
    for at, head in enumerate((sheet.heading, *(column.heading for column in sheet.columns))):
        page.write_string(sheet.row, sheet.column + at, cut(head), looks.head(head, is_right=at > 0))
    for row, name in enumerate(sheet.categories, start=sheet.row + 1):
        page.write_string(row, sheet.column, cut(name), looks.words(name))
    for across, column in enumerate(sheet.columns, start=sheet.column + 1):
        _write_column(paper, sheet, column, across)


def _write_column(paper: Paper, sheet: PlacedSheet, column: Column, across: int) -> None:
    for at, (number, said) in enumerate(zip(column.numbers, column.formats, strict=True)):
        row, look = sheet.row + 1 + at, paper.looks.of(num_format=said)
        if column.formula:
            formula = sheet.formula(column.formula, at)
            paper.page.write_formula(row, across, formula, look, "" if number is None else number)
        elif number is not None:
            paper.page.write_number(row, across, number, look)
