"""Making the pack chosen: for whom, with a bar and a way to stop, and then its files, the look of the slides, and keeping it."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.errors import FrontdoorError
from frontdoor.packs.asked import Asked
from frontdoor.packs.kept import SHORT, keep
from frontdoor.packs.pack import Pack
from frontdoor.packs.template import Template
from frontdoor.packs.usual_period import Usual, usual_period
from frontdoor.periods import Period
from frontdoor.ui.asking import Reader
from frontdoor.ui.blocks import paragraph
from frontdoor.ui.links import address, current_query, link_html
from frontdoor.ui.pack_making import EVERY_FORMAT, Making, download_buttons, is_made, made, making_now
from frontdoor.ui.pack_slides import look_of_slides
from frontdoor.ui.popover import plain_label

WANTED = "frontdoor-pack-wanted"
"""Session key of what is to be made."""

PRESENT_PAGE = "present"
WHO = {
    Audience.OFFICER: "Performance officers",
    Audience.MEMBER: "Members",
    Audience.COMMITTEE: "Committee and published papers",
    Audience.PUBLIC: "Everybody",
}


def show_making(template: Template, asked: Reader, context: Context, *, is_saved: bool) -> None:
    """Draw for whom the pack is made and of which time, the button, and once it is made what can be taken away."""
    with st.container(key="fd-pack-of", horizontal=True, gap="small"):
        audience = _audience(template, asked)
        of_then = replace(asked, filters=replace(asked.filters, period=_period(template, asked, context)))
    making = making_now(template, of_then, audience)
    st.html(paragraph(f"It shows {filter_words(of_then)}, where a part has no filters of its own.", "fd-small"))
    with st.container(key="fd-pack-do", horizontal=True, vertical_alignment="center", gap="small"):
        if st.button("Make this pack", key="fd-pack-make", type="primary"):
            st.session_state[WANTED] = making
        _present_link(template, is_saved=is_saved)
    if is_made(making):
        _take(made(making), making, context)
    elif st.session_state.get(WANTED) == making:
        _make(making, context)


def filter_words(asked: Reader) -> str:
    """Return 'October 2026, all services, all channels'."""
    return Asked(asked.filters, asked.audience, datetime.now(UTC)).filter_words()


def _audience(template: Template, asked: Reader) -> Audience:
    """Draw for whom it is made: this reader's circle or a wider one, as the template says before anyone chooses."""
    wider = list(Audience)[list(Audience).index(asked.audience) :]
    usual = template.audience if template.audience in wider else asked.audience
    chosen: Audience = st.selectbox(
        "Made for", wider, index=wider.index(usual), format_func=WHO.__getitem__, key=f"fd-pack-for-{template.key}"
    )
    return chosen


def _period(template: Template, asked: Reader, context: Context) -> Period:
    """Return the filter's period; where the pack is usually of another, draw the choice between the two.

    The pack's own goes first for as long as nobody has chosen a period.
    """
    chosen, usual = asked.filters.period, usual_period(template.period, context.as_at)
    if usual == chosen:
        return chosen
    periods = {period.label: period for period in (usual, chosen)}
    is_chosen = chosen != usual_period(Usual.MONTH, context.as_at)
    key = f"fd-pack-period-{template.key}-{chosen.label}"
    return periods[st.selectbox("Period", list(periods), index=int(is_chosen), key=key)]


def _make(making: Making, context: Context) -> None:
    """Make the pack with a bar; the button beside it stops the work before its next part."""
    place = st.empty()
    with place.container(key="fd-pack-making"):
        bar = st.progress(0.0, "Starting")
        st.button("Stop", key="fd-pack-stop", on_click=_stop)

    def tell(share: float, words: str) -> None:
        bar.progress(share, plain_label(f"{share:.0%}: {words}"))

    try:
        pack = made(making, tell)
    except FrontdoorError as error:
        place.empty()
        _stop()
        st.error(plain_label(str(error)))
        return
    place.empty()
    _take(pack, making, context)


def _stop() -> None:
    st.session_state.pop(WANTED, None)


def _take(pack: Pack, making: Making, context: Context) -> None:
    """Draw what was made, a button for each format, the look of the slides, and for officers the one that keeps it."""
    pages = "1 page" if len(pack.pages) == 1 else f"{len(pack.pages)} pages"
    words = f"**Made: {pages}.** {pack.as_at_line} Digest `{pack.digest[:SHORT]}`."
    st.html(f'<div role="status">{paragraph(words)}</div>')
    with st.container(key="fd-pack-files", horizontal=True, gap="small"):
        download_buttons("fd-pack-get", pack.key, making.asked, partial(made, making), EVERY_FORMAT)
    with st.container(key="fd-pack-more", horizontal=True, gap="small"):
        look_of_slides()
        if making.asked.audience is Audience.OFFICER:
            st.button("Keep this pack", key="fd-pack-keep", on_click=_keep, args=(pack, context))


def _keep(pack: Pack, context: Context) -> None:
    try:
        path = keep(pack, context.home.folder)
    except FrontdoorError as error:
        st.toast(plain_label(str(error)))
        return
    st.toast(plain_label(f"Kept as {path.name}; it stays as it is."))


def _present_link(template: Template, *, is_saved: bool) -> None:
    """Offer the pack on a screen; one that is not saved has no address of its own."""
    if is_saved:
        href = address(PRESENT_PAGE, {**current_query(), "pack": [template.key]})
        st.html(f"<p>{link_html('Present', href)}</p>", width="content")
