"""Says what happened on any chart: the form, opened by a chart's button, and what was just entered with a way back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import escape

import streamlit as st

from frontdoor.answers.event_entering import TypedEvent, enter_event, put_aside, withdraw_event
from frontdoor.answers.targets_changing import Asking
from frontdoor.errors import FrontdoorError
from frontdoor.figure import Figure, Unexplained
from frontdoor.statistics.control_chart_result import PointType
from frontdoor.strategy.event_kind import EVENT_KIND_WORDS
from frontdoor.ui.asking import Reader, reader, services_offered
from frontdoor.ui.event_buttons import ASIDE, SEPARATOR, may_say_what_happened
from frontdoor.ui.popover import plain_label

SAID, TIMES, NAME, OPEN = "fd-event-said", "fd-event-times", "fd-event-name", "fd-event-open"
SECONDS_SAID = 90.0
"""How long what was just entered stays on the screen with its way back."""

EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)
NAME_HELP = "Kept with it as a name given, not verified."
KINDS = {words: kind for kind, words in EVENT_KIND_WORDS.items()}


@dataclass(frozen=True, slots=True)
class Said:
    """What was just done, when, and the number of the event that can be taken back (None: none)."""

    words: str
    at: datetime
    number: int | None = None
    author: str = ""


@dataclass(frozen=True, slots=True)
class Start:
    """What the form starts from: the day, the services' keys, and the break it is asked about."""

    on_date: date
    services: tuple[str, ...]
    about: Unexplained | None = None


def show_events(figures: Sequence[Figure], pressed: str | None) -> None:
    """Open the form that a chart's button asked for, and show what was just entered."""
    if not may_say_what_happened():
        return
    _show_said()
    told = pressed or st.session_state.pop(OPEN, None)
    if not told:
        return
    key, _, about = str(told).partition(SEPARATOR)
    figure = next((each for each in figures if each.key == key), None)
    if figure is None:
        return
    place, _, what = about.partition(SEPARATOR)
    asked = figure.unexplained[int(place)] if place.isdigit() and int(place) < len(figure.unexplained) else None
    if what == ASIDE and asked is not None:
        aside_dialog(reader(), asked)
    else:
        event_dialog(reader(), start_of(figure, asked, reader()))


def start_of(figure: Figure, asked: Unexplained | None, asked_by: Reader) -> Start:
    """Return the day and service a chart suggests: the break asked about, else its last signal, else its last day."""
    services = asked_by.filters.services if len(asked_by.filters.services) == 1 else ()
    if asked is not None:
        return Start(asked.first_day, (asked.service,) if asked.service else services, asked)
    return Start(min(_signalled(figure), datetime.now(UTC).date()), services)


def _signalled(figure: Figure) -> date:
    rows = figure.frame.sort("activity_date" if "activity_date" in figure.frame.columns else "period_start")
    days = rows["activity_date" if "activity_date" in rows.columns else "period_start"].to_list()
    kinds = rows["point_type"].to_list() if "point_type" in rows.columns else []
    usual = (None, PointType.COMMON_CAUSE.value)
    flagged = [day for day, kind in zip(days, kinds, strict=False) if kind not in usual]
    last = (flagged or days)[-1]
    return last.date() if isinstance(last, datetime) else last


@st.dialog("What happened?")
def event_dialog(asked_by: Reader, start: Start) -> None:
    """Draw the form; saving closes it."""
    if start.about is not None:
        st.html(f"<p>{escape(start.about.words)}</p>")
    labels = services_offered(asked_by)
    times = st.session_state.get(TIMES, 0)
    with st.form(f"fd-event-{times}", border=False):
        label = st.text_input(
            "What happened", key=f"fd-event-label-{times}", max_chars=200, placeholder="Waste rounds changed"
        )
        first, last = st.columns(2)
        day = first.date_input("On", start.on_date, EARLIEST, LATEST, key=f"fd-event-on-{times}", format="DD/MM/YYYY")
        until = last.date_input(
            "Until, if it lasted", None, EARLIEST, LATEST, key=f"fd-event-until-{times}", format="DD/MM/YYYY"
        )
        kind = st.selectbox("Kind", list(KINDS), index=len(KINDS) - 1, key=f"fd-event-kind-{times}")
        begun = [labels[key] for key in start.services if key in labels]
        chosen = st.multiselect(
            "Services", list(labels.values()), begun, key=f"fd-event-services-{times}", placeholder="Every service"
        )
        author = st.text_input("Your name", st.session_state.get(NAME, ""), key=f"fd-event-by-{times}", help=NAME_HELP)
        pressed = st.form_submit_button("Save", type="primary")
    if pressed:
        services = tuple(key for key, words in labels.items() if words in chosen)
        typed = TypedEvent(as_day(day), label, KINDS[kind], services, as_day(until), author)
        do(lambda: _enter(asked_by, typed), author)


@st.dialog("Nothing we know of")
def aside_dialog(asked_by: Reader, about: Unexplained) -> None:
    """Ask who puts a break aside; it is then not asked about again."""
    st.html(
        f"<p>{escape(about.words)} Say who looked into it, and nobody is asked again. It stays in the list on Sign-off.</p>"
    )
    with st.form("fd-aside", border=False):
        author = st.text_input("Your name", st.session_state.get(NAME, ""), key="fd-aside-by", help=NAME_HELP)
        pressed = st.form_submit_button("Keep as “nothing we know of”", type="primary")
    if pressed:
        do(lambda: Said(put_aside(asking_of(asked_by), about, author), datetime.now(UTC)), author)


def _enter(asked_by: Reader, typed: TypedEvent) -> Said:
    done = enter_event(asking_of(asked_by), typed)
    return Said(done.words, datetime.now(UTC), done.number, typed.author)


def do(act: Callable[[], Said], author: str) -> None:
    """Do it and show the page anew, or say why it was not done."""
    try:
        st.session_state[SAID] = act()
    except FrontdoorError as error:
        st.error(plain_label(str(error)))
        return
    st.session_state[NAME] = author
    st.session_state[TIMES] = st.session_state.get(TIMES, 0) + 1
    st.rerun()


def _show_said() -> None:
    """Show what was just done at the foot of the screen, and for an event the way back."""
    said = st.session_state.get(SAID)
    if not isinstance(said, Said):
        return
    if (datetime.now(UTC) - said.at).total_seconds() > SECONDS_SAID:
        del st.session_state[SAID]
        return
    with st.container(key="fd-event-said", horizontal=True, vertical_alignment="center"):
        st.html(f'<p role="status">{escape(said.words)}</p>')
        if said.number is not None:
            st.button("Undo", key="fd-event-undo", on_click=_undo, args=(said,))
        st.button("Close", key="fd-event-close", on_click=_forget)


def _undo(said: Said) -> None:
    assert said.number is not None
    try:
        words = withdraw_event(asking_of(reader()), said.number, said.author)
    except FrontdoorError as error:
        words = str(error)
    st.session_state[SAID] = Said(words, datetime.now(UTC))


def _forget() -> None:
    st.session_state.pop(SAID, None)


def asking_of(asked_by: Reader) -> Asking:
    """Return whose figures, for whom, and now."""
    return Asking(asked_by.filters, asked_by.audience, datetime.now(UTC))


def as_day(value: object) -> date | None:
    """Return what a date widget holds as a day; None for nothing or a range."""
    return value if isinstance(value, date) else None
