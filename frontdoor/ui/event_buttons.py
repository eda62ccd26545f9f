"""The quiet buttons of a chart by which its reader says what happened, and the question where it breaks unexplained."""

from html import escape

import streamlit as st

from frontdoor.access.audience import Audience
from frontdoor.figure import Figure, Kind
from frontdoor.ui.asking import READER, Reader

IN_TIME = (Kind.CONTROL_CHART, Kind.LINES, Kind.FORECAST, Kind.COUNTERFACTUAL, Kind.YEAR_MAP)
"""The kinds of chart with days along them on which events are drawn."""

WITHOUT_EVENTS = "-targets"
"""How the key of a chart of targets ends: what was decided is told there, not what happened."""

MOST_ASKED = 2  # of one chart; the page Sign-off lists all
ADD = "Add what happened"
NOTHING_KNOWN = "Nothing we know of"
ASIDE = "aside"
SEPARATOR = "|"


def may_say_what_happened() -> bool:
    """Return whether whoever reads this page may write: performance officers."""
    found = st.session_state.get(READER)
    return isinstance(found, Reader) and found.audience is Audience.OFFICER


def takes_events(figure: Figure) -> bool:
    """Return whether events are drawn on this chart."""
    return figure.kind in IN_TIME and not figure.key.endswith(WITHOUT_EVENTS)


def add_html(figure: Figure) -> str:
    """Return the button that opens the form; nothing for a chart without days along it."""
    if not takes_events(figure):
        return ""
    return f'<button type="button" data-happened="{escape(figure.key)}">{ADD}</button>'


def asked_html(figure: Figure) -> str:
    """Return the newest breaks that nothing explains, each a question that opens the form at its day, or is put aside."""
    asked = "".join(
        f"<li>{_button(figure, place, each.words)} "
        f"{_button(figure, place, NOTHING_KNOWN, ASIDE, f'{NOTHING_KNOWN}: {each.words}')}</li>"
        for place, each in enumerate(figure.unexplained[:MOST_ASKED])
    )
    return f'<ul class="fd-asked" aria-label="Changes nobody has explained">{asked}</ul>' if asked else ""


def _button(figure: Figure, place: int, words: str, what: str = "say", label: str = "") -> str:
    told = SEPARATOR.join((figure.key, str(place), what))
    named = f' aria-label="{escape(label)}"' if label else ""
    return f'<button type="button" data-happened="{escape(told)}"{named}>{escape(words)}</button>'
