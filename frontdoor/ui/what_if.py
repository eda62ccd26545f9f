"""What a reader changes to see what it would do: longer hours, more advisers, calls moved online, a peak smoothed."""

from collections.abc import Mapping

import streamlit as st

from frontdoor.answers.peaks_times import WEEKDAYS, time_words
from frontdoor.answers.peaks_what_if import Change
from frontdoor.answers.peaks_what_if_changes import Added, Online, Opened, Smoothed
from frontdoor.statistics.demand_profile import HALF_HOURS

NO_DAY, NO_SERVICE = "No day", "No service"
TIMES = [time_words(half_hour) for half_hour in range(HALF_HOURS)]
MONDAY_8AM: Mapping[str, str | int] = {
    "open_on": WEEKDAYS[0],
    "opens": time_words(16),
    "closes": time_words(18),
    "moving": 50,
    "people": 0,
    "people_on": WEEKDAYS[0],
    "people_from": time_words(18),
    "people_to": time_words(22),
    "online": NO_SERVICE,
    "online_share": 20,
    "smoothed": 0,
}
"""What every widget holds for the case one click away, and before anyone chooses; each is a parameter of the address."""

WHO_MOVES = "Of the callers of the hours beside the new ones. Nobody knows this share before it is tried: change it to see how much depends on it."
SMOOTHING = "The busiest tenth of the week's half-hours give up this share of their calls to the quietest half."


def chosen_change(services: Mapping[str, str]) -> Change | None:
    """Draw the widgets and return what they say; None, and a word about it, where it cannot be. `services` is key -> label."""
    for key, usual in MONDAY_8AM.items():
        if key not in st.session_state and key not in st.query_params:
            st.session_state[key] = usual
    st.button("Open Mondays 8am to 9am", key="fd-monday", on_click=put_back)
    opened, added = _hours(), _people()
    moved, share = _fewer_calls(services)
    try:
        return Change(opened, added, moved, Smoothed(share / 100) if share else None)
    except ValueError:
        st.warning("The end of a stretch has to come after its beginning. Choose a later end.")
        return None


def put_back() -> None:
    """Set every widget to the case one click away."""
    st.session_state.update(MONDAY_8AM)


def _hours() -> Opened | None:
    """Draw the row of longer hours."""
    on, opens_at, closes_at, share = st.columns(4)
    with on:
        day = _choice("Open longer on", "open_on", [NO_DAY, *WEEKDAYS])
    if day == NO_DAY:
        return None
    with opens_at:
        opens = _choice("Open from", "opens", TIMES)
    with closes_at:
        closes = _choice("Open to", "closes", TIMES)
    with share:
        moving = _number("Callers who move, %", "moving", 100, WHO_MOVES)
    return Opened(WEEKDAYS.index(day), TIMES.index(opens), TIMES.index(closes), moving / 100)


def _people() -> Added | None:
    """Draw the row of advisers."""
    number, on, starts, ends = st.columns(4)
    with number:
        people = _number("Advisers added", "people", 50)
    if not people:
        return None
    with on:
        day = _choice("Added on", "people_on", list(WEEKDAYS))
    with starts:
        first = _choice("Added from", "people_from", TIMES)
    with ends:
        before = _choice("Added to", "people_to", TIMES)
    return Added(WEEKDAYS.index(day), TIMES.index(first), TIMES.index(before), people)


def _fewer_calls(services: Mapping[str, str]) -> tuple[Online | None, int]:
    """Draw the row of calls that need not come, or not then; return what moves online, and the per cent smoothed."""
    of, online, smooth, _ = st.columns(4)
    with of:
        label = _choice("Move calls online of", "online", [NO_SERVICE, *services.values()])
    with smooth:
        smoothed = _number("Busiest calls moved to quiet hours, %", "smoothed", 100, SMOOTHING)
    if label == NO_SERVICE:
        return None, smoothed
    with online:
        share = _number("Share of its calls, %", "online_share", 100)
    return Online(next(key for key, name in services.items() if name == label), share / 100), smoothed


def _choice(label: str, key: str, options: list[str]) -> str:
    if st.session_state.get(key, options[0]) not in options:
        st.session_state[key] = options[0]
    return st.selectbox(label, options, key=key, bind="query-params", persist_state="session")


def _number(label: str, key: str, most: int, explained: str | None = None) -> int:
    number = st.number_input(
        label,
        min_value=0,
        max_value=most,
        step=1,
        key=key,
        help=explained,
        bind="query-params",
        persist_state="session",
    )
    return int(number or 0)
