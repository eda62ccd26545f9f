"""What happens on every run before a page: the figures in force, the filters, the bar for new figures, plain errors."""

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from frontdoor.access.audience import Audience
from frontdoor.answers.choices import ATTRIBUTE_LABELS, Choices, choices
from frontdoor.answers.context import apply_files, register_of
from frontdoor.errors import CannotTellError, FrontdoorError, NoDataError
from frontdoor.ui.asking import Reader, remember
from frontdoor.ui.council_served import audience_served, council_served
from frontdoor.ui.empty import show_cannot_tell, show_no_data
from frontdoor.ui.filter_options import FilterOptions, filter_options
from frontdoor.ui.filters import shared_filters
from frontdoor.ui.frame import frame
from frontdoor.ui.new_figures import new_figures
from frontdoor.warehouse.homes import open_home

GENERATION = "frontdoor-generation"
"""Session key of the data version a reader looks at; it changes only when they ask."""


def run(pages: Sequence[StreamlitPage]) -> None:
    """Draw what surrounds a page, work out who reads what, and run the page they chose."""
    chosen = frame(pages)
    try:
        remember(_reader())
        chosen.run()
    except NoDataError as error:
        show_no_data(str(error))
    except CannotTellError as reason:
        show_cannot_tell(chosen.title, str(reason))
    except FrontdoorError as error:
        st.error(str(error))


def _reader() -> Reader:
    council, audience = council_served(), audience_served()
    home = open_home(council)
    newest = home.current()
    if newest is None:
        raise NoDataError(home.council.name)
    _read_files(council, home.council.file_hash)
    generation = st.session_state.setdefault(GENERATION, newest)
    asked = new_figures(generation, f"gen?council={council}")
    if asked is not None and asked != generation:
        st.session_state[GENERATION] = asked
        st.rerun()
    filters = shared_filters(_options(_choices(council, generation, audience)))
    return Reader(filters, audience, register_of(home.folder).version())


@st.cache_resource(max_entries=16, show_spinner=False)
def _read_files(council: str, file_hash: str) -> str:
    """Let the register read the council's files once for each state they are in."""
    apply_files(council, datetime.now(UTC))
    return file_hash


@st.cache_resource(max_entries=16, show_spinner=False)
def _choices(council: str, generation: int, audience: Audience) -> Choices:
    return choices(council, generation, audience)


def _options(offered: Choices) -> FilterOptions:
    return filter_options(
        council=offered.council,
        periods=offered.periods,
        services=dict(offered.services),
        channels=dict(offered.channels),
        attributes={key: (ATTRIBUTE_LABELS[key], values) for key, values in offered.attributes},
        generation=offered.generation,
    )
