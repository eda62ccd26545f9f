"""A chart in its card: what happened, what is plotted, the key, the place of the picture, the sentence, and three tools."""

from collections.abc import Sequence
from html import escape

import polars as pl
import streamlit as st

from frontdoor.charts.key import chart_key
from frontdoor.charts.keyed_events import keyed_events
from frontdoor.figure import Figure, Kind
from frontdoor.measures.formatting import NOTHING, format_date
from frontdoor.ui.blocks import key_html, paragraph, table_html
from frontdoor.ui.event_buttons import add_html, asked_html, may_say_what_happened
from frontdoor.ui.pictures import PICTURES_KEPT, draw_pictures, drawn
from frontdoor.ui.screen import is_phone

MOST_ROWS_SHOWN = 200  # rows of a table on the page; the CSV has all
BY_KEYS = "The left and right arrow keys read each point."
BY_ALL_KEYS = "The arrow keys read each cell: left and right along a row, up and down between rows."
BY_MAP_KEYS = "The arrow keys read each ward: left and right, up and down."
WIDE_MAPS = (Kind.WEEK_MAP, Kind.SIGNED_MAP, Kind.YEAR_MAP, Kind.MATRIX)
"""The kinds that never share a row with another picture: their numbers need the room."""
MAPS = (Kind.CALENDAR, *WIDE_MAPS)
UNDRAWN = "The chart cannot be drawn just now. Its figures are in the table."


def show_figure(figure: Figure) -> None:
    """Show one figure on a page that has no other."""
    with st.container(key="fd-cards"):
        st.html(cards_html([figure]))
        draw_pictures([figure], is_phone())


def cards_html(figures: Sequence[Figure]) -> str:
    """Return the cards of a page; the page calls draw_pictures once, after them."""
    is_narrow, may_say = is_phone(), may_say_what_happened()
    return "".join(_kept_card(figure, is_narrow, may_say)[0] for figure in figures)


@st.cache_resource(max_entries=PICTURES_KEPT, show_spinner=False, hash_funcs={Figure: id})
def _kept_card(figure: Figure, is_narrow: bool, may_say: bool) -> tuple[str, Figure]:
    """Return the card, and the figure so that nothing else is given its id while this is kept."""
    return card_html(figure, is_narrow, may_say), figure


def card_html(figure: Figure, is_narrow: bool = False, may_say: bool = False) -> str:
    """Return one card; everything in it but the picture is there without a script.

    `may_say` is whether the reader may say what happened.
    """
    inside = title_html(figure)
    if figure.frame.is_empty():
        inside += paragraph("No figures for this choice. Nothing is drawn.", "fd-sentence")
    else:
        key, place, events = (
            key_html(chart_key(figure, is_narrow)),
            _place(figure, is_narrow),
            events_html(figure, is_narrow),
        )
        asked = asked_html(figure) if may_say else ""
        inside += "".join((key, place, events, _sentence(figure), asked, _tools(figure, may_say)))
    kind = "fd-card fd-map" if figure.kind in WIDE_MAPS else "fd-card"
    return f'<article class="{kind}" id="fd-card-{escape(figure.key)}">{inside}</article>'


def title_html(figure: Figure) -> str:
    """Return the two titles: the headline says what happened, the subtitle what is plotted."""
    return f'<h2 class="fd-headline">{escape(figure.headline)}</h2>{paragraph(figure.subtitle, "fd-subtitle")}'


def _place(figure: Figure, is_narrow: bool) -> str:
    """Return where the picture is drawn, as tall as it will be, named by its sentence and read by keys."""
    picture = drawn(figure, is_narrow)
    return (
        f'<div class="fd-picture" role="figure" tabindex="0" aria-label="{escape(figure.sentence)}" '
        f'aria-description="{_keys(figure)}" data-figure="{escape(figure.key)}" data-drawing="{picture.digest}" '
        f'data-words="{UNDRAWN}" style="height:{picture.height}px"></div>'
    )


def _keys(figure: Figure) -> str:
    """Return how the keys read a picture."""
    if figure.kind is Kind.WARD_MAP:
        return BY_MAP_KEYS
    return BY_ALL_KEYS if figure.kind in MAPS else BY_KEYS


def events_html(figure: Figure, is_narrow: bool) -> str:
    """Return the events that are letters on the chart, with their days and words; nothing where all have words on it."""
    said = "".join(
        f"<li><b>{keyed.letter}</b> {escape(format_date(keyed.mark.on_date))}: {escape(keyed.mark.label)}</li>"
        for keyed in keyed_events(figure, is_narrow)
    )
    return f'<ul class="fd-events" aria-label="Events marked with a letter">{said}</ul>' if said else ""


def _sentence(figure: Figure) -> str:
    return paragraph(figure.sentence, "fd-sentence")


def _tools(figure: Figure, may_say: bool) -> str:
    key = escape(figure.key)
    return (
        '<div class="fd-tools">'
        + _opened("See the table", f"fd-table-{key}", figure_table_html(figure))
        + _opened("What this means", f"fd-meaning-{key}", meaning_html(figure))
        + f'<button type="button" data-csv="{key}">Download CSV</button>{add_html(figure) if may_say else ""}</div>'
    )


def _opened(words: str, name: str, inside: str) -> str:
    """Return a button and the box it opens: the browser's own popover, so Escape closes it and the focus comes back."""
    return (
        f'<button type="button" popovertarget="{name}">{words}</button>'
        f'<div popover id="{name}" class="fd-popover" role="group" aria-label="{words}">{inside}</div>'
    )


def figure_table_html(figure: Figure) -> str:
    """Return the figure's table as people read it; long tables are cut and say so."""
    shown = figure.table.head(MOST_ROWS_SHOWN)
    rows = [[NOTHING if cell is None else str(cell) for cell in row] for row in shown.rows()]
    right = [index for index, kind in enumerate(shown.dtypes) if kind.is_numeric()]
    cut = figure.table.height > MOST_ROWS_SHOWN
    note = f"The first {MOST_ROWS_SHOWN} of {figure.table.height:,} rows; the CSV has all." if cut else ""
    table = table_html(figure.headline, _heads(shown), rows, right)
    return f'<div tabindex="0" role="group" aria-label="The table">{table}{paragraph(note, "fd-small")}</div>'


def meaning_html(figure: Figure) -> str:
    """Return the definition, the notes and where the figures come from."""
    notes = "".join(paragraph(note) for note in figure.notes)
    return paragraph(figure.definition) + notes + paragraph(figure.provenance, "fd-small")


def _heads(table: pl.DataFrame) -> list[str]:
    """Return column names as words: 'calls_offered' is shown as 'Calls offered'."""
    return [name.replace("_", " ").capitalize() if name.islower() else name for name in table.columns]
