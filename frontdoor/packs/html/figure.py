"""A figure as HTML: its two titles, the drawing for a screen and for a phone, its sentence, definition and table."""

from frontdoor.charts.theme import BY_NAME
from frontdoor.figure import Figure, Kind
from frontdoor.packs.html.table import rows_html
from frontdoor.packs.html.words import paragraph, paragraphs, said, text
from frontdoor.packs.svg.svg import NOTHING_DRAWN, svg_of
from frontdoor.packs.table_of import table_of

WIDTH, MAP_WIDTH, PHONE = 740, 860, 358  # pixels; a number in each cell of a map needs the room
MAPS = (Kind.WEEK_MAP, Kind.SIGNED_MAP, Kind.YEAR_MAP)


def figure_html(figure: Figure, number: int) -> str:
    """Return the figure as 'Figure 3'; a figure without anything to draw says so, and has no number."""
    if figure.frame.is_empty():
        return f'<div class="fd-figure"><h3>{said(figure.headline)}</h3>{paragraph(NOTHING_DRAWN)}</div>'
    name = f"figure-{number}"
    title = f'<h3 id="{name}-title"><span class="fd-number">Figure {number}.</span> {said(figure.headline)}</h3>'
    return (
        f'<figure class="fd-figure" id="{name}" aria-labelledby="{name}-title">'
        f"<figcaption>{title}{paragraph(figure.subtitle, 'fd-small')}</figcaption>{_drawn(figure, name)}"
        f"{paragraph(figure.sentence)}{paragraph(figure.definition, 'fd-small')}{paragraphs(figure.notes, 'fd-small')}"
        f"{_table(figure, number)}</figure>"
    )


def _drawn(figure: Figure, name: str) -> str:
    """Return both drawings, of which the style shows one, and the place where a row is read aloud."""
    is_map = figure.kind in MAPS
    wide = svg_of(figure, MAP_WIDTH if is_map else WIDTH, theme=BY_NAME, name=f"{name}-wide")
    narrow = svg_of(figure, PHONE, theme=BY_NAME, name=f"{name}-narrow")
    kind = "fd-drawn fd-map" if is_map else "fd-drawn"
    told = f'data-kind="{figure.kind.value}" data-rows="{name}-rows" data-title="{text(figure.headline)}"'
    return (
        f'<div class="{kind}" {told}><div class="fd-wide">{wide}</div><div class="fd-narrow">{narrow}</div></div>'
        '<p class="fd-read" role="status"></p>'
    )


def _table(figure: Figure, number: int) -> str:
    table = table_of(figure)
    caption = f"The numbers behind figure {number}"
    rows = rows_html(table, f"figure-{number}-rows", caption)
    return f"<details><summary>{caption}</summary>{rows}</details>" if rows else ""
