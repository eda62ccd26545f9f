"""The packs a council keeps: each as it was made, with its digest, to download again and to hold against today's data."""

from dataclasses import replace
from functools import partial

import streamlit as st

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.errors import FrontdoorError, PackError
from frontdoor.measures.formatting import format_date
from frontdoor.packs.changed import changes_page, with_changes
from frontdoor.packs.files import Format
from frontdoor.packs.kept import SHORT, Kept, kept, kept_pack
from frontdoor.packs.offered import offered, template_offered
from frontdoor.packs.pack import Pack, PackPage
from frontdoor.ui.asking import Reader
from frontdoor.ui.blocks import paragraph, table_html
from frontdoor.ui.links import address, link_html
from frontdoor.ui.pack_making import EVERY_FORMAT, download_buttons, made, making_now
from frontdoor.ui.pack_to_make import PRESENT_PAGE, WHO
from frontdoor.ui.popover import plain_label

HEADS = ("Pack", "Period", "Figures to", "Made for", "Digest")
NOTHING_KEPT = "No pack is kept yet. “Keep this pack” keeps one as it was made, so that it never changes."
SINCE = "frontdoor-pack-since"
"""Session key of the digest of the kept pack that is held against today."""

MOST_ROWS = 100


def show_kept(asked: Reader, context: Context) -> None:
    """Draw the list, one chosen with its files, and on request what changed since it was made."""
    found = [one for one in kept(context.home.folder) if one.problem or _may_read(asked.audience, one)]
    with st.container(key="fd-packs-kept"):
        st.html('<h2 class="fd-chapter">Kept packs</h2>')
        if asked.audience is Audience.OFFICER:
            for one in found:
                if one.problem:
                    st.warning(plain_label(f"{one.title} is not shown. {one.problem}"))
        whole = {one.digest: one for one in found if not one.problem}
        if not whole:
            st.html(paragraph(NOTHING_KEPT))
            return
        st.html(table_html("Kept packs", HEADS, [_row(one) for one in whole.values()], is_wide=True))
        digest = st.selectbox("Kept pack", list(whole), format_func=lambda each: _label(whole[each]), key="fd-kept")
        _offer(whole[digest], asked, context)


def _may_read(audience: Audience, one: Kept) -> bool:
    """Return whether a pack was made for this reader or for a wider circle."""
    readers = list(Audience)
    return readers.index(one.audience) >= readers.index(audience)


def _row(one: Kept) -> tuple[str, ...]:
    return one.title, one.period, format_date(one.as_at), WHO[one.audience], one.digest[:SHORT]


def _label(one: Kept) -> str:
    return f"{one.title}, {one.period} ({one.digest[:SHORT]})"


def _offer(one: Kept, asked: Reader, context: Context) -> None:
    """Draw what can be done with one kept pack."""
    home = context.home.folder
    st.html(paragraph(f"{one.as_at_line} Digest `{one.digest}`."))
    with st.container(key="fd-kept-files", horizontal=True, gap="small"):
        download_buttons(
            "fd-kept-get", one.path.stem, asked, partial(kept_pack, home, one.digest), EVERY_FORMAT, as_at=one.as_at
        )
    with st.container(key="fd-kept-more", horizontal=True, vertical_alignment="center", gap="small"):
        if st.button("What changed since?", key="fd-kept-since"):
            st.session_state[SINCE] = one.digest
        st.html(f"<p>{link_html('Present it', address(PRESENT_PAGE, {'kept': [one.digest]}))}</p>", width="content")
    if st.session_state.get(SINCE) == one.digest:
        _show_since(one, asked, context)


def _show_since(one: Kept, asked: Reader, context: Context) -> None:
    """Make the same pack of today's data and show what differs; a plain sentence where that cannot be done."""
    try:
        with st.spinner("Making it again from today’s data"):
            before = kept_pack(context.home.folder, one.digest)
            now = _made_today(before, asked, context)
            page = changes_page(before, now)
    except FrontdoorError as error:
        st.error(plain_label(str(error)))
        return
    st.html(_since_html(page))
    with st.container(key="fd-since-files", horizontal=True, gap="small"):
        make = partial(with_changes, before, now)
        kinds = (Format.PDF, Format.HTML)
        download_buttons("fd-since-get", f"{one.path.stem}-changes", asked, make, kinds, as_at=one.as_at)


def _made_today(before: Pack, asked: Reader, context: Context) -> Pack:
    if before.chosen is None:
        raise PackError("This pack does not say what was chosen for it, so it cannot be compared with today.")
    template = template_offered(offered(context.home.folder, context.register), before.key)
    filters = replace(before.chosen, generation=asked.filters.generation)
    return made(making_now(template, replace(asked, filters=filters), Audience(before.audience)))


def _since_html(page: PackPage) -> str:
    """Return the page of what changed: its title, versions and the table."""
    asides = "".join(paragraph(f"**{aside.title}.** {'; '.join(aside.sentences)}") for aside in page.asides)
    tables = "".join(
        table_html(
            each.title, each.columns, [[cell.words for cell in row] for row in each.rows[:MOST_ROWS]], is_wide=True
        )
        for each in page.tables
    )
    more = sum(max(len(each.rows) - MOST_ROWS, 0) for each in page.tables)
    cut = paragraph(f"{more:,} more in the files below.", "fd-small") if more else ""
    return f'<div role="status">{paragraph(f"**{page.title}** {page.lead}")}</div>{asides}{tables}{cut}'
