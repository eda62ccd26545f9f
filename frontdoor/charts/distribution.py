"""How long people waited: the share in each stretch of time, from zero, with its number above it."""

from typing import Any

from frontdoor.charts.labels import written
from frontdoor.charts.targets import level_words
from frontdoor.charts.template import axis, lean
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure
from frontdoor.measures.formatting import format_value, sums_line
from frontdoor.schema.units import Unit

Settings = dict[str, Any]

HEIGHT = 280
MOST_NUMBERS_ON_A_PHONE = 8
HALF_A_PER_CENT = 0.005  # rounds to 0%


def distribution(figure: Figure, theme: Theme, is_narrow: bool = False) -> Settings:
    """Return one bar for each stretch [from_seconds, to_seconds); a null end is open. Ends are written under the edges."""
    frame = figure.frame.sort("from_seconds")
    starts: list[float] = frame["from_seconds"].to_list()
    shares: list[float] = frame["share"].fill_null(0.0).to_list()
    every = 2 if is_narrow and len(starts) > MOST_NUMBERS_ON_A_PHONE else 1
    edges = list(range(0, len(starts), every))
    return lean(
        theme,
        [_bars(figure, theme)],
        height=HEIGHT,
        margin={"l": 16, "r": 24, "t": 24, "b": 30, "pad": 0},
        bargap=0.08,
        xaxis=axis(
            theme, range=[-0.5, len(starts) - 0.4], tickvals=[edge - 0.5 for edge in edges],
            ticktext=[format_value(starts[edge], Unit.SECONDS) for edge in edges], ticklabelstandoff=6,
        ),
        yaxis=axis(theme, visible=False, range=[0, (max(shares, default=0.0) or 1.0) * 1.12]),
        shapes=_limit(figure, starts, theme),
        annotations=[*_numbers(shares, theme, every), *_limit_words(figure, starts, theme)],
    )  # fmt: skip


def _bars(figure: Figure, theme: Theme) -> Settings:
    rows = figure.frame.sort("from_seconds").select("from_seconds", "to_seconds", "share", "contacts").rows()
    words = [f"{_stretch(start, end)}: {format_value(share, Unit.SHARE)}, {sums_line(contacts, None, 'contacts')}"
             for start, end, share, contacts in rows]  # fmt: skip
    return {
        "type": "bar", "x": list(range(len(rows))), "y": [share for _, _, share, _ in rows],
        "marker": {"color": theme.measured}, "hovertext": words, "hoverinfo": "text",
    }  # fmt: skip


def _stretch(start: float, end: float | None) -> str:
    first = format_value(start, Unit.SECONDS)
    return f"{first} or longer" if end is None else f"{first} to {format_value(end, Unit.SECONDS)}"


def _numbers(shares: list[float], theme: Theme, every: int) -> list[Settings]:
    return [
        {
            "x": index, "y": share, "yanchor": "bottom", "yshift": 2, "showarrow": False,
            "text": written(_share_words(share)), "font": {"color": theme.ink},
        }
        for index, share in enumerate(shares)
        if index % every == 0 or share == max(shares)
    ]  # fmt: skip


def _share_words(share: float) -> str:
    """Return whole per cents; a few people are never said to be nobody."""
    return "<1%" if 0 < share < HALF_A_PER_CENT else format_value(share, Unit.SHARE, places=0)


def _edge_of(figure: Figure, starts: list[float]) -> float | None:
    """Return where the target falls between the bars; None unless the target is a time that is one of their ends."""
    target = figure.targets[-1].value if figure.targets and figure.unit is Unit.SECONDS else None
    return starts.index(target) - 0.5 if target is not None and target in starts else None


def _limit(figure: Figure, starts: list[float], theme: Theme) -> list[Settings]:
    edge = _edge_of(figure, starts)
    if edge is None:
        return []
    line = {"color": theme.ink, "width": 2}
    return [{"type": "line", "xref": "x", "yref": "paper", "x0": edge, "x1": edge, "y0": 0, "y1": 1, "line": line}]


def _limit_words(figure: Figure, starts: list[float], theme: Theme) -> list[Settings]:
    edge = _edge_of(figure, starts)
    if edge is None:
        return []
    words = level_words(starts[int(edge + 0.5)], figure.unit)
    return [
        {
            "x": edge, "y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 2, "showarrow": False,
            "text": f"<b>{words}</b>", "font": {"color": theme.target},
        }
    ]  # fmt: skip
