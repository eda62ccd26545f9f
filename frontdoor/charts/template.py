"""The one look of every chart: fonts, colours, margins, quiet axes; registered once, and laid on lean figures."""

from typing import Any

import plotly.graph_objects as go
import plotly.io

from frontdoor.charts.theme import THEMES, Theme

FONT = "Inter, DejaVu Sans, sans-serif"
FONT_SIZE = 14  # pixels; the floor of LOOK
PHONE_WIDTH = 640  # pixels; LOOK's edge of the phone layout

Settings = dict[str, Any]

CONFIG: Settings = {
    "displayModeBar": False, "displaylogo": False, "scrollZoom": False, "doubleClick": False, "responsive": False,
}  # fmt: skip
"""How Plotly behaves: no bar of tools (its 'Share Chart' would send figures away), no zoom that traps a finger.

Pictures follow the width of their place by themselves (pictures.js), so Plotly does not listen to the window.
"""


def layout(theme: Theme) -> Settings:
    """Return the layout every chart starts from."""
    return {
        "font": {"family": FONT, "size": FONT_SIZE, "color": theme.ink},
        "colorway": list(theme.colourway),
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": theme.page,
            "bordercolor": theme.edge,
            "font": {"family": FONT, "size": FONT_SIZE, "color": theme.ink},
        },
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
    }


def axis(theme: Theme, **settings: Any) -> Settings:
    """Return a quiet axis: horizontal text, no title, no zoom, a pale grid only where asked for."""
    quiet = {
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "tickangle": 0,
        "automargin": False,
        "gridcolor": theme.rule,
        "tickfont": {"color": theme.ink_second},
    }
    return {**quiet, **settings}


def lean(theme: Theme, traces: list[Settings], **settings: Any) -> Settings:
    """Return a drawing: traces, and a layout that carries its own look instead of a template (3.4 KB for each figure)."""
    return {"data": traces, "layout": {**layout(theme), **settings}}


def register() -> None:
    """Register the look as templates 'frontdoor_light' and 'frontdoor_dark', for figures made by hand."""
    for theme in THEMES:
        quiet = axis(theme)
        plotly.io.templates[f"frontdoor_{theme.name}"] = go.layout.Template(
            layout={**layout(theme), "xaxis": quiet, "yaxis": {**quiet, "showgrid": True}},
        )


register()
