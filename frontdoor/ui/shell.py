"""What happens on every run before a page: the figures in force, the filters, the bar for new figures, plain errors."""

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from frontdoor.access.audience import Audience
from frontdoor.answers.choices import ATTRIBUTE_LABELS, Choices, choices
from frontdoor.answers.context import apply_files
from frontdoor.answers.versions import KeptVersion, versions
from frontdoor.errors import AccessError, CannotTellError, FrontdoorError, NoDataError, WarehouseError
from frontdoor.ui.announcing import announce_answers
from frontdoor.ui.as_at import choose_newest, chosen_version, kept_words, say_as_at
from frontdoor.ui.asking import Reader, remember
from frontdoor.ui.council_served import audience_served, council_served
from frontdoor.ui.empty import show_cannot_tell, show_no_data
from frontdoor.ui.filter_options import FilterOptions, filter_options
from frontdoor.ui.filters import shared_filters
from frontdoor.ui.frame import frame
from frontdoor.ui.last_good import pin, pinned, register_version
from frontdoor.ui.links import PILOTS_PAGE
from frontdoor.ui.loading import show_load_form
from frontdoor.ui.lowered import say_lowered
from frontdoor.ui.mending import mend_streamlit
from frontdoor.ui.new_figures import new_figures
from frontdoor.ui.published_filters import published_filters
from frontdoor.ui.take_away import offer_to_take
from frontdoor.ui.trouble import say_stale, show_trouble
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.homes import open_home

LOADING_PAGE = "data"
"""The url_path of the page on which files are loaded, also the very first."""

WITH_DAYS_OF_THEIR_OWN = (LOADING_PAGE, PILOTS_PAGE)
"""Pages that no filter changes but the data version: what was loaded, and pilots, whose plans say when and whom."""

OVERVIEW_QUESTION, DATA_QUESTION = "Are we keeping our promises?", "What figures do we hold?"
OFFICERS_ONLY = "Only performance officers see what was loaded."


def run(pages: Sequence[StreamlitPage]) -> None:
    """Draw what surrounds a page, work out who reads what, and run the page they chose."""
    chosen = frame(pages)
    mend_streamlit()
    announce_answers()
    audience = None
    try:
        audience = audience_served()
        asked = _reader(chosen, audience)
        remember(asked)
        say_lowered(asked, chosen.url_path)
        chosen.run()
        offer_to_take(chosen.url_path, asked)
    except NoDataError:
        _say_no_data(chosen, audience)
    except CannotTellError as reason:
        show_cannot_tell(chosen.title, str(reason))
    except FrontdoorError as error:
        show_trouble(chosen.title, error, audience)


def _say_no_data(chosen: StreamlitPage, audience: Audience | None) -> None:
    is_for_loading = chosen.url_path == LOADING_PAGE
    if is_for_loading and audience is not Audience.OFFICER:
        show_trouble(chosen.title, AccessError(OFFICERS_ONLY), audience)
        return
    show_no_data(open_home(council_served()).council.name, DATA_QUESTION if is_for_loading else OVERVIEW_QUESTION)
    if is_for_loading:
        show_load_form()


def _reader(page: StreamlitPage, audience: Audience) -> Reader:
    council = council_served()
    home = open_home(council)
    is_public = audience is Audience.PUBLIC
    reading = pinned(home, None if is_public else chosen_version())
    _read_files(council, home.council.file_hash)
    asked = new_figures(reading.in_force, "gen")
    if asked is not None and asked != reading.in_force:
        choose_newest()
        pin(home)
        st.rerun()
    if stale := reading.words(audience):
        say_stale(stale)
    kept = () if is_public else _kept(home, council, audience)
    say_as_at(reading, kept)
    options = _options(_choices(council, reading.generation, audience), kept)
    filters = shared_filters(options, with_figures_of=page.url_path not in WITH_DAYS_OF_THEIR_OWN)
    return Reader(filters, audience, register_version(home))


def _kept(home: Home, council: str, audience: Audience) -> tuple[KeptVersion, ...]:
    """Return the data versions on offer; none while nobody can say which is in force, and the page goes on without."""
    try:
        return _versions(council, home.current(), home.council.file_hash, audience)
    except WarehouseError:
        return ()


@st.cache_resource(max_entries=16, show_spinner=False)
def _versions(council: str, in_force: int | None, file_hash: str, audience: Audience) -> tuple[KeptVersion, ...]:
    """Return the data versions on offer, read once for each version in force and state of the council's files."""
    del in_force, file_hash
    return versions(council, audience)


@st.cache_resource(max_entries=16, show_spinner=False)
def _read_files(council: str, file_hash: str) -> str:
    """Let the register read the council's files once for each state they are in."""
    apply_files(council, datetime.now(UTC))
    return file_hash


@st.cache_resource(max_entries=16, show_spinner=False)
def _choices(council: str, generation: int, audience: Audience) -> Choices:
    offered = choices(council, generation, audience)
    return published_filters(offered) if audience is Audience.PUBLIC else offered


def _options(offered: Choices, kept: tuple[KeptVersion, ...]) -> FilterOptions:
    return filter_options(
        council=offered.council,
        periods=offered.periods,
        services=dict(offered.services),
        channels=dict(offered.channels),
        attributes={key: (ATTRIBUTE_LABELS[key], values) for key, values in offered.attributes},
        generation=offered.generation,
        versions=kept_words(kept) if len(kept) > 1 else {},
    )
