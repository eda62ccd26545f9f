"""Rows by columns with a word in every cell as tables: as many rows and columns on a slide as can be read."""

from collections.abc import Iterator, Sequence

from frontdoor.charts.matrix import colour_of, row_words
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure
from frontdoor.measures.formatting import NOTHING
from frontdoor.packs.slides.grid import Grid, GridCell
from frontdoor.packs.slides.tables import row_height

MOST_COLUMNS = 7  # whose words can be read beside each other
ROOM = 240.0  # points of rows on one slide, under a title of two lines and the lead
CORNER = "Promise"


def matrix_grids(figure: Figure, theme: Theme) -> list[Grid]:
    """Return one table, or as many as the rows and columns need; every one has its headings."""
    frame = figure.frame
    rows, columns = (frame[name].unique(maintain_order=True).to_list() for name in ("row", "column"))
    cells = {(row, column): _cell(word, theme) for row, column, word, _ in frame.rows()}
    named = [(row, GridCell(row_words(row, frame))) for row in rows]
    parts = [(across, down) for down in _stretches(named) for across in _evenly(columns)]
    return [
        Grid(
            (GridCell(CORNER), *(GridCell(column) for column in across)),
            tuple((name, *(cells.get((row, column), GridCell("")) for column in across)) for row, name in down),
            f"{at} of {len(parts)}" if len(parts) > 1 else "",
        )
        for at, (across, down) in enumerate(parts, start=1)
    ]


def _cell(word: str | None, theme: Theme) -> GridCell:
    """Return a cell on the colour of its standing, or plain where nothing can be said, as on the page."""
    ground = colour_of(word, theme)
    if ground:
        return GridCell(word or "", theme.page, ground)
    return GridCell(word or NOTHING, theme.ink if word else theme.ink_second, theme.panel)


def _stretches(named: Sequence[tuple[str, GridCell]]) -> Iterator[list[tuple[str, GridCell]]]:
    """Yield the rows that stand on one slide."""
    held: list[tuple[str, GridCell]] = []
    used = 0.0
    for row, name in named:
        need = row_height(name.words)
        if held and used + need > ROOM:
            yield held
            held, used = [], 0.0
        held.append((row, name))
        used += need
    yield from [held] if held else []


def _evenly(columns: Sequence[str]) -> list[Sequence[str]]:
    parts = max(-(-len(columns) // MOST_COLUMNS), 1)
    each = max(-(-len(columns) // parts), 1)
    return [columns[start : start + each] for start in range(0, len(columns), each)]
