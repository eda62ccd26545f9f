"""A figure as a vector picture, drawn without a browser from the very drawing the screen shows."""

import re
from collections.abc import Sequence
from html import escape

from frontdoor.charts.drawing import drawing
from frontdoor.charts.events import Keyed
from frontdoor.charts.key import chart_key
from frontdoor.charts.keyed_events import keyed_events
from frontdoor.charts.template import FONT, PHONE_WIDTH
from frontdoor.charts.theme import LIGHT, Theme
from frontdoor.figure import Figure, Kind
from frontdoor.measures.formatting import format_date
from frontdoor.packs.svg.element import element
from frontdoor.packs.svg.key import key_drawn, key_height
from frontdoor.packs.svg.plot import plot
from frontdoor.packs.svg.words import Words, width_of, written_at

BELOW_KEY = 8  # pixels
EVENT_SIZE, EVENT_ROW, BETWEEN_EVENTS = 14, 20, 16  # pixels
NOTHING_DRAWN = "No figures for this choice. Nothing is drawn."
EMPTY_HEIGHT = 40  # pixels
MATRIX_NAMES, MATRIX_CELL = 200, 62  # pixels of the names of its rows, and of the narrowest cell whose words fit
NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""Signs that no XML may hold."""


def svg_of(figure: Figure, width: int, *, theme: Theme = LIGHT, name: str = "") -> str:
    """Return the picture with its key above and its lettered events below; titles are left to whoever shows it.

    Its `title` is the headline and its `desc` the sentence. Below 640 pixels it is drawn as for a phone. Its ids begin
    with `name`, which a document of several pictures must give; else with the figure's key.
    """
    name = name or _name(figure)
    if figure.frame.is_empty():
        words = written_at(Words((NOTHING_DRAWN,), EVENT_SIZE), (0, 24), "start", theme.ink_second)
        return _picture(figure, name, (width, EMPTY_HEIGHT), words, theme)
    is_narrow = width < PHONE_WIDTH or _is_too_wide(figure, width)
    drawn = drawing(figure, theme, is_narrow)
    entries = chart_key(figure, is_narrow)
    top = key_height(entries, theme, width) + (BELOW_KEY if entries else 0)
    height = round(drawn["layout"]["height"])
    rows = _event_rows(keyed_events(figure, is_narrow), width)
    inside = (
        key_drawn(entries, theme, width)
        + element("g", plot(drawn, width, name), transform=f"translate(0 {top:g})")
        + _events(rows, top + height, theme)
    )
    return _picture(figure, name, (width, top + height + EVENT_ROW * len(rows)), inside, theme)


def _is_too_wide(figure: Figure, width: int) -> bool:
    """Return whether a matrix has more columns than can be read beside each other; it is then the list of a phone."""
    if figure.kind is not Kind.MATRIX:
        return False
    return MATRIX_NAMES + MATRIX_CELL * figure.frame["column"].n_unique() > width


def _picture(figure: Figure, name: str, size: tuple[float, float], inside: str, theme: Theme) -> str:
    width, height = size
    said = f'<title id="{name}-title">{escape(figure.headline)}</title><desc id="{name}-desc">{escape(figure.sentence)}</desc>'
    picture = element(
        "svg", said + element("rect", width=width, height=height, fill=theme.page) + inside,
        xmlns="http://www.w3.org/2000/svg", width=width, height=height, viewBox=f"0 0 {width:g} {height:g}", role="img",
        aria_labelledby=f"{name}-title {name}-desc", font_family=FONT,
    )  # fmt: skip
    return NOT_XML.sub("", picture)


def _name(figure: Figure) -> str:
    """Return what the ids inside this picture begin with."""
    return "fd-" + (re.sub(r"[^a-z0-9]+", "-", figure.key.lower()).strip("-") or "figure")


def _event_rows(events: Sequence[Keyed], width: float) -> list[list[tuple[float, str, str]]]:
    """Return rows of (left, letter, words) that fit; one alone that is too long is broken into rows of its own."""
    rows: list[list[tuple[float, str, str]]] = []
    left = width
    for event in events:
        said = f"{format_date(event.mark.on_date)}: {event.mark.label}"
        for index, part in enumerate(_fitted(said, width - 2 * EVENT_SIZE)):
            long = width_of(part, EVENT_SIZE) + EVENT_SIZE
            if index or left + long > width:
                rows.append([])
                left = 0.0
            rows[-1].append((left, "" if index else event.letter, part))
            left += long + BETWEEN_EVENTS
    return rows


def _fitted(said: str, width: float) -> list[str]:
    """Return the words in lines of at most `width` pixels."""
    lines = [""]
    for word in said.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of(longer, EVENT_SIZE) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _events(rows: Sequence[Sequence[tuple[float, str, str]]], top: float, theme: Theme) -> str:
    """Return the events that are letters on the chart, as the page lists them."""
    drawn = []
    for index, row in enumerate(rows):
        baseline = top + index * EVENT_ROW + EVENT_SIZE
        for left, letter, words in row:
            drawn.append(written_at(Words((letter,), EVENT_SIZE, is_bold=True), (left, baseline), "start", theme.ink))
            drawn.append(
                written_at(Words((words,), EVENT_SIZE), (left + EVENT_SIZE, baseline), "start", theme.ink_second)
            )
    return "".join(drawn)
