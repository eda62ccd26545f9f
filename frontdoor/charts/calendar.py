"""Which days each source covers: a row for each source, a column for each day, gaps left empty."""

from math import log10
from typing import Any

from frontdoor.charts.labels import written
from frontdoor.charts.scale import CHARACTER, month_ticks
from frontdoor.charts.template import axis, lean
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure
from frontdoor.measures.formatting import format_date, sums_line

ROW = 36  # pixels for each source
RAMP = ("#F2F7FC", "#6BACE6", "#2073BC", "#12436D")  # LOOK: heat maps, pale to dark
LONGEST_NAME = 24  # characters

Settings = dict[str, Any]


def calendar(figure: Figure, theme: Theme, is_narrow: bool = False) -> Settings:
    """Return the coverage; a darker day has more records, on a scale of tens, and a missing or zero day is a gap."""
    wide = figure.frame.pivot("activity_date", index="series", values="records", aggregate_function="sum")
    names: list[str] = wide["series"].to_list()
    days = sorted(figure.frame["activity_date"].unique().to_list())
    rows = [list(row) for row in wide.select([str(day) for day in days]).rows()]
    months = [day for day in days if day.day == 1] or days[:1]
    ticks, words = month_ticks(months, 4 if is_narrow else 8)
    left = min(max(map(len, names), default=0), LONGEST_NAME) * CHARACTER + 12
    return lean(
        theme,
        [_heat(names, days, rows)],
        height=30 + ROW * len(names),
        margin={"l": left, "r": 8, "t": 0, "b": 30, "pad": 0},
        xaxis=axis(theme, type="date", tickvals=ticks, ticktext=words, ticklabelstandoff=6),
        yaxis=axis(
            theme, autorange="reversed", tickvals=list(range(len(names))), ticklabelstandoff=8,
            ticktext=[written(name, LONGEST_NAME) for name in names], tickfont={"color": theme.ink},
        ),
        shapes=[
            {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": index - 0.38, "y1": index + 0.38,
             "line": {"color": theme.edge, "width": 1}} for index in range(len(names))
        ],
    )  # fmt: skip


def _heat(names: list[str], days: list[Any], rows: list[list[int | None]]) -> Settings:
    said = [
        [f"{written(name)}, {format_date(day)}: {sums_line(records or 0, None, 'records')}"
         for day, records in zip(days, row, strict=True)]
        for name, row in zip(names, rows, strict=True)
    ]  # fmt: skip
    tens = [[log10(records + 1) if records else None for records in row] for row in rows]
    known = [value for row in tens for value in row if value is not None]
    return {
        "type": "heatmap", "x": days, "y": list(range(len(names))), "ygap": 8, "xgap": 0, "z": tens,
        "colorscale": [[index / (len(RAMP) - 1), colour] for index, colour in enumerate(RAMP)],
        "showscale": False, "text": said, "hoverinfo": "text", "zmin": 0, "zmax": max(known, default=1.0),
    }  # fmt: skip
