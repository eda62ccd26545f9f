"""Rows by columns with a word in every cell: each promise beside every plan; on a phone a list of the cells that say something."""

from typing import Any

import polars as pl

from frontdoor.answers.plan_standing import Standing
from frontdoor.charts.grid import Cell, cell_trace, plain
from frontdoor.charts.labels import LINE_HEIGHT, written
from frontdoor.charts.scale import CHARACTER
from frontdoor.charts.status import STANDING_STATUS
from frontdoor.charts.template import axis, lean
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure
from frontdoor.measures.formatting import NOTHING

Settings = dict[str, Any]

ROW, NARROW_ROW = 44, 34  # pixels
SIZE = 14  # pixels of the words
BESIDE = 8  # pixels between a row's words and its first cell
LONGEST_ROW, LONGEST_COLUMN, LONGEST_NARROW = 30, 12, 20  # characters on one line
LONGEST_TITLE = 42  # characters of a row's own words on one line of a phone
MANY, LONGEST_OF_MANY = 6, 9  # columns beside each other, and the characters on one line of a head or a cell of so many
NOBODY = "In nobody’s plan"


def matrix(figure: Figure, theme: Theme, is_narrow: bool = False) -> Settings:
    """Return the matrix; a null word is a cell of which there is nothing to say."""
    return _list(figure.frame, theme) if is_narrow else _grid(figure.frame, theme)


def _grid(frame: pl.DataFrame, theme: Theme) -> Settings:
    rows, columns = (frame[name].unique(maintain_order=True).to_list() for name in ("row", "column"))
    places = [(rows.index(row), columns.index(column)) for row, column in frame.select("row", "column").rows()]
    longest = LONGEST_COLUMN if len(columns) < MANY else LONGEST_OF_MANY
    heads = [written(column, longest) for column in columns]
    labels = [written(row_words(row, frame), LONGEST_ROW) for row in rows]
    top = LINE_HEIGHT * max((head.count("<br>") + 1 for head in heads), default=1) + 10
    return lean(
        theme,
        _traces(frame, places, theme, 0 if len(columns) < MANY else longest),
        barmode="overlay",
        bargap=0,
        height=top + _tall(labels, ROW) * max(len(rows), 1) + 4,
        margin={"l": _room(labels), "r": 4, "t": top, "b": 4, "pad": 0},
        xaxis=axis(
            theme, side="top", range=[0, max(len(columns), 1)], tickvals=[place + 0.5 for place in range(len(columns))],
            ticktext=heads, tickfont={"color": theme.ink},
        ),
        yaxis=_rows(labels, theme),
    )  # fmt: skip


def _list(frame: pl.DataFrame, theme: Theme) -> Settings:
    """Return one under another, under each row's own words, its cells that say something; one that has none says so."""
    lines: list[tuple[str, int]] = []
    kept: list[tuple[str | None, ...]] = []
    labels: list[str] = []
    for row in frame["row"].unique(maintain_order=True).to_list():
        lines.append((row, len(labels)))
        labels.append("")
        told = frame.filter((pl.col("row") == row) & pl.col("word").is_not_null()).rows()
        kept += told or [(row, NOBODY, None, "")]
        labels += [column for _, column, *_ in told] or [NOBODY]
    shown = pl.DataFrame(kept, schema=frame.schema, orient="row")
    places = [(place, 0) for place, label in enumerate(labels) if label]
    ticks = [written(label, LONGEST_NARROW) for label in labels]
    titles = [written(words, LONGEST_TITLE, bold=True) for words, _ in lines]
    return lean(
        theme,
        _traces(shown, places, theme),
        barmode="overlay",
        bargap=0,
        height=_tall([*ticks, *titles], NARROW_ROW) * max(len(labels), 1) + 8,
        margin={"l": _room(ticks), "r": 4, "t": 4, "b": 4, "pad": 0},
        xaxis=axis(theme, visible=False, range=[0, 1]),
        yaxis=_rows(ticks, theme),
        annotations=[
            _title(words, place, -_room(ticks), theme) for words, (_, place) in zip(titles, lines, strict=True)
        ],
    )


def _traces(frame: pl.DataFrame, places: list[tuple[int, int]], theme: Theme, longest: int = 0) -> list[Settings]:
    """Return the cells grouped by their colour: on the colour of the standing, or plain where nothing can be said.

    Words longer than `longest` characters are broken, none where that is nought.
    """
    groups: dict[str, list[Cell]] = {}
    for (row, column, word, note), place in zip(frame.rows(), places, strict=True):
        colour = colour_of(word, theme)
        said = f"{written(row)}, {written(column)}: {word or ''} {written(note)}".replace(",  ", " ").replace(
            ":  ", ": "
        )
        ink = theme.page if colour else theme.ink if word else theme.ink_second
        groups.setdefault(colour, []).append(Cell(place, said, written(word or NOTHING, longest), ink))
    line = {"color": theme.page, "width": 2}
    return [
        cell_trace(cells, {"color": colour, "line": line} if colour else plain(theme), SIZE)
        for colour, cells in groups.items()
    ]


def colour_of(word: str | None, theme: Theme) -> str:
    """Return the colour of what is on track, partly or off track; '' for everything that cannot be said."""
    if word not in (Standing.ON_TRACK, Standing.PARTLY, Standing.OFF_TRACK):
        return ""
    return STANDING_STATUS[Standing(word)].colour_in(theme)


def _rows(labels: list[str], theme: Theme) -> Settings:
    places = list(range(len(labels)))
    return axis(
        theme, range=[len(labels) - 0.5, -0.5], tickvals=places, ticktext=labels, tickfont={"color": theme.ink},
        ticks="outside", ticklen=BESIDE, tickcolor="rgba(0,0,0,0)", ticklabeloverflow="allow",
    )  # fmt: skip


def _tall(labels: list[str], least: int) -> int:
    """Return the pixels of a row in which the longest of the labels has room."""
    return max(least, LINE_HEIGHT * max((label.count("<br>") + 1 for label in labels), default=1) + 6)


def row_words(row: str, frame: pl.DataFrame) -> str:
    """Return the words of a row, with those of one that has nothing in any cell."""
    is_empty = frame.filter((pl.col("row") == row) & pl.col("word").is_not_null()).is_empty()
    return f"{row}: {NOBODY[:1].lower()}{NOBODY[1:]}" if is_empty else row


def _title(words: str, place: int, shift: float, theme: Theme) -> Settings:
    return {
        "xref": "paper", "x": 0, "xanchor": "left", "xshift": shift, "y": place, "yanchor": "middle", "showarrow": False,
        "text": words, "align": "left", "font": {"color": theme.ink},
    }  # fmt: skip


def _room(labels: list[str]) -> float:
    return max((len(line) for label in labels for line in label.split("<br>")), default=0) * CHARACTER + 8 + BESIDE
