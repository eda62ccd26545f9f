"""Figures as at an earlier load: the choice of a kept data version, in the address, and the line that says so."""

from collections.abc import Mapping

import streamlit as st

from frontdoor.answers.versions import KeptVersion
from frontdoor.ui.last_good import Pinned
from frontdoor.ui.popover import plain_label

AS_AT, TIMES = "as_at", "frontdoor-as-at-times"
"""Session key, and the name of the parameter in every address; and how often a button has changed it.

No widget holds it: a browser sends what a widget in a closed popover last showed with the next page, and would undo the
button. So the widget is a new one after each button.
"""

NEWEST = "Newest"
NEWEST_WORDS = "The newest when you came; newer ones are offered, never shown unasked"


def chosen_version() -> str | None:
    """Return the data version that the reader, or the address they opened, names; None for the newest."""
    said = st.session_state.setdefault(AS_AT, st.query_params.get(AS_AT, NEWEST))
    return None if said == NEWEST else str(said)


def choose_newest() -> None:
    """Let the next run show the newest figures; called by a button before the page runs again."""
    st.session_state[AS_AT] = NEWEST
    st.session_state[TIMES] = st.session_state.get(TIMES, 0) + 1


def _choose(key: str) -> None:
    st.session_state[AS_AT] = st.session_state[key]


def kept_words(versions: tuple[KeptVersion, ...]) -> dict[str, str]:
    """Return what each choice means, by its label, newest first."""
    return {str(version.generation): version.words for version in versions}


def as_at_choice(versions: Mapping[str, str]) -> None:
    """Draw the choice; a label is a data version's number, as an address names it."""
    labels = {NEWEST: NEWEST_WORDS, **versions}
    if st.session_state.get(AS_AT) not in labels:
        choose_newest()
    key = f"fd-as-at-{st.session_state.get(TIMES, 0)}"
    st.radio(
        "Figures as at data version",
        list(labels),
        index=list(labels).index(st.session_state[AS_AT]),
        captions=[plain_label(words) for words in labels.values()],
        key=key,
        on_change=_choose,
        args=(key,),
    )


def as_at_words(versions: Mapping[str, str]) -> str:
    """Return what the popover says before it is opened."""
    chosen = chosen_version()
    return f"version {chosen}" if chosen in versions else "newest"


def as_at_address() -> dict[str, list[str]]:
    """Return the parameter of an address that shows the same figures; none for the newest."""
    chosen = chosen_version()
    return {} if chosen is None else {AS_AT: [chosen]}


def say_as_at(reading: Pinned, versions: tuple[KeptVersion, ...]) -> None:
    """Say above a page which earlier figures these are, and offer the newest; nothing where nobody chose a version."""
    if not reading.is_chosen:
        return
    version = next((each for each in versions if each.generation == reading.generation), None)
    loaded = f"as loaded on {version.loaded}" if version else "as loaded then"
    with st.container(key="fd-as-at", horizontal=True, vertical_alignment="center", gap="small"):
        if version and version.is_in_force:
            st.html(f"<p>Figures as at data version {reading.generation}, {loaded}: the newest.</p>", width="content")
            return
        st.html(
            f"<p>Figures as at data version {reading.generation}, {loaded}; newer figures exist:</p>", width="content"
        )
        st.button("show them", key="fd-newest", type="tertiary", on_click=choose_newest)
