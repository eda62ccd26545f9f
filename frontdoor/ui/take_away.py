"""Take away what a page shows now: as a file made when asked for, or as a page of a pack; one popover in the top row."""

from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from frontdoor.access.audience import Audience
from frontdoor.answers.choices import choices
from frontdoor.answers.context import register_of
from frontdoor.errors import FrontdoorError
from frontdoor.packs.arranging import key_of
from frontdoor.packs.entry_words import entry_words, part_words, parts_words
from frontdoor.packs.files import Format
from frontdoor.packs.fixed import unusual
from frontdoor.packs.offered import Offered, arranged, offered_to
from frontdoor.packs.template import WITHOUT_FILTERS, Template, Wanted
from frontdoor.ui.asking import Reader
from frontdoor.ui.blocks import paragraph
from frontdoor.ui.links import PACK_KEY, PACKS_PAGE, address, current_query, link_html
from frontdoor.ui.pack_drafts import MINE, MY_TITLE, add_to, drafts, undo
from frontdoor.ui.pack_entry import entry_shown
from frontdoor.ui.pack_making import download_buttons, made, making_now
from frontdoor.ui.popover import plain_label
from frontdoor.ui.top_row import room_to_take
from frontdoor.warehouse.homes import open_home

ADDED = "frontdoor-added-to-pack"
"""Session key of the pack a view was last added to."""

TO_TAKE = (Format.PDF, Format.SLIDES, Format.EXCEL, Format.HTML, Format.TABLES)
EXACTLY = "Exactly what this page shows now, with its filters. A file is made when you ask for it."
ADD_WORDS = "Filters you changed stay with it; the others follow the pack."


def offer_to_take(page: str, asked: Reader) -> None:
    """Offer what the page shows now, once it has run; nothing to the public, and nothing where the page has no entry."""
    slot, wanted = room_to_take(), entry_shown(page)
    if slot is not None and wanted is not None and asked.audience is not Audience.PUBLIC:
        with slot:
            _popover(wanted, asked)


@st.fragment
def _popover(wanted: Wanted, asked: Reader) -> None:
    """Draw the popover; it is no more than buttons, because whether it is open is not tracked.

    A tracked popover tells the server when it closes, which undoes the page that a link in it has just opened.
    """
    with st.popover("Take away", key="fd-take-away"), st.container(key="fd-taking"):
        _downloads(wanted, asked)
        _adding(wanted, asked)


def _downloads(wanted: Wanted, asked: Reader) -> None:
    words = entry_words(wanted)
    view = Template(key_of(words), words, words, asked.audience, (wanted,))
    making = making_now(view, asked, asked.audience)
    st.html(f'<h2 class="fd-headline">Download this view</h2>{paragraph(EXACTLY, "fd-small")}')
    with st.container(key="fd-take-files", horizontal=True, gap="small"):
        download_buttons("fd-take", view.key, asked, partial(made, making), TO_TAKE)


def _adding(wanted: Wanted, asked: Reader) -> None:
    st.html(f'<h2 class="fd-headline">Add to a pack</h2>{paragraph(ADD_WORDS, "fd-small")}')
    packs = _arranged(asked)
    names = {MINE: MY_TITLE, **{key: pack.title for key, pack in packs.items()}}
    key = st.selectbox("Pack", list(names), format_func=names.__getitem__, key="fd-take-pack") if packs else MINE
    if st.button("Add to pack" if packs else f"Add to {MY_TITLE}", key="fd-take-add"):
        _add(packs.get(key), _with_filters(wanted, asked), asked)
    _say_added(names)


@st.cache_resource(max_entries=16, show_spinner=False)
def _arranged(asked: Reader) -> dict[str, Offered]:
    """Return the packs arranged here that this reader may read."""
    packs = offered_to(arranged(register_of(open_home(asked.filters.council).folder)), asked.audience)
    return {key: pack for key, pack in packs.items() if pack.template}


def _with_filters(wanted: Wanted, asked: Reader) -> Wanted:
    """Return the entry with those filters fixed that are not as usual; the others follow the pack."""
    if wanted.show in WITHOUT_FILTERS:
        return wanted
    offered_now = choices(asked.filters.council, asked.filters.generation, asked.audience)
    return replace(wanted, fixed=unusual(asked.filters, offered_now))


def _add(pack: Offered | None, entry: Wanted, asked: Reader) -> None:
    try:
        title = add_to(pack, entry, asked.audience)
    except FrontdoorError as error:
        st.toast(plain_label(str(error)))
        return
    st.session_state[ADDED] = pack.key if pack else MINE
    st.toast(plain_label(f"Added to {title}: {part_words(entry)}"))


def _say_added(names: dict[str, str]) -> None:
    """Say how many views the pack last added to holds now, with the way there and the way back."""
    key = str(st.session_state.get(ADDED, MINE))
    draft = drafts().get(key)
    if draft is None:
        return
    there = link_html("Open the pack", address(PACKS_PAGE, {**current_query(), PACK_KEY: [key]}))
    st.html(
        f'<p role="status">{escape(names.get(key, MY_TITLE))} has {parts_words(draft.template)} now, not saved yet. {there}</p>'
    )
    st.button("Undo", key="fd-take-undo", type="tertiary", on_click=undo, args=(key,))
