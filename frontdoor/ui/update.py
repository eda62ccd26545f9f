"""What does scrutiny hear of the year? The choice of year and version, the draft or a version as issued, and its file."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from frontdoor.answers.update_blocks import Paper
from frontdoor.answers.update_choices import DRAFTED, Length, is_officer, version_label
from frontdoor.answers.update_versions import Version
from frontdoor.answers.update_words import DRAFT, issued_words, standing_lines
from frontdoor.errors import FrontdoorError
from frontdoor.packs.files import Format, files_of
from frontdoor.packs.update_pack import update_name, update_pack
from frontdoor.ui.asking import Reader
from frontdoor.ui.links import UPDATE_LENGTH_KEY, UPDATE_SHOWS_KEY, UPDATE_YEAR_KEY
from frontdoor.ui.page_choice import chosen_of
from frontdoor.ui.popover import choice_popover
from frontdoor.ui.top_row import page_choice, say_freshness
from frontdoor.ui.update_asking import (
    register_stamp,
    update_draft,
    update_freshness,
    update_shown,
    update_versions,
    update_years,
)
from frontdoor.ui.update_seen import (
    before_html,
    head_of_paper_html,
    nothing_issued_html,
    paper_html,
    summary_only_html,
    unreadable_html,
    versions_html,
)
from frontdoor.ui.update_since import show_since
from frontdoor.ui.update_writing import show_forms

WANTED = "frontdoor-update-wanted"
"""Session key of the years whose draft was asked for."""

FILES = {Format.HTML: "Download the update as one file", Format.PDF: "As PDF", Format.SLIDES: "As PowerPoint"}
"""The buttons that hand the update out, by format."""

PRINT = '<p class="fd-crumbs"><button type="button" data-print>Print this page</button></p>'


def show_update(asked: Reader) -> None:
    """Draw the choice, and the draft or the version chosen."""
    years, usual = update_years(asked)
    year = said(UPDATE_YEAR_KEY, tuple(years), usual)
    begins = years[year]
    offered = update_shown(asked, begins)
    shows = said(UPDATE_SHOWS_KEY, offered, offered[0]) if offered else ""
    length = chosen_of(UPDATE_LENGTH_KEY, Length)
    words = ", ".join(part for part in (year, shows, length.value) if part)
    choice_popover(page_choice(), "Update", words, partial(_select, tuple(years), offered))
    say_freshness(update_freshness(asked))
    issued = update_versions(asked, begins, register_stamp(asked))
    with st.container(key="fd-view"):
        if not shows:
            st.html(nothing_issued_html(year))
        elif shows == DRAFTED:
            _show_draft(asked, year, begins, issued, length)
        else:
            _show_version(next(each for each in issued if version_label(each) == shows), issued, asked, length)


def said(name: str, known: Sequence[str], otherwise: str) -> str:
    """Return what is chosen or in the address; a word nobody knows is as good as none."""
    chosen = st.session_state.get(name, st.query_params.get(name))
    if chosen in known:
        return str(chosen)
    st.session_state[name] = otherwise
    return otherwise


def _select(years: tuple[str, ...], offered: tuple[str, ...]) -> None:
    st.selectbox("Strategy year", years, key=UPDATE_YEAR_KEY, bind="query-params", persist_state="session")
    if offered:
        st.selectbox("Show", offered, key=UPDATE_SHOWS_KEY, bind="query-params", persist_state="session")
    lengths = [each.value for each in Length]
    st.radio("How much", lengths, key=UPDATE_LENGTH_KEY, bind="query-params", persist_state="session")


def _show_draft(asked: Reader, year: str, begins: int, issued: tuple[Version, ...], length: Length) -> None:
    """Draw the button, and once it was pressed the draft with its file, and for officers the forms."""
    wanted: set[int] = st.session_state.setdefault(WANTED, set())
    head = st.container()
    if begins not in wanted:
        head.html(before_html(year, issued_words(issued, year)))
        with st.container(key="fd-update-button"):
            if st.button("Draft the annual update", key="fd-draft-update", type="primary"):
                wanted.add(begins)
                st.rerun()
        _show_versions(issued)
        return
    paper = _drafted(asked, begins)
    if paper is None:
        return
    _show_paper(paper, (DRAFT, *((issued_words(issued, year),) if issued else ())), asked, length)
    if length is Length.IN_FULL:
        if issued:
            show_since(issued, paper)
        if is_officer(asked.audience):
            show_forms(asked, begins, paper)
        _show_versions(issued)


def _drafted(asked: Reader, begins: int) -> Paper | None:
    """Return the draft, with a bar that shows how far it is; None with the reason on the page."""
    bar = st.empty()
    try:
        paper = update_draft(asked, begins, lambda share, words: (bar.progress(share, words), None)[1])
    except FrontdoorError as error:
        bar.empty()
        st.error(str(error))
        return None
    bar.empty()
    return paper


def _show_version(version: Version, issued: tuple[Version, ...], asked: Reader, length: Length) -> None:
    """Draw a version as it was issued, and what was different from the one before it."""
    if version.paper is None:
        st.html(unreadable_html(version) + versions_html(issued))
        return
    _show_paper(version.paper, standing_lines(version), asked, length)
    if length is Length.IN_FULL:
        if version.number > 1:
            show_since(issued[: version.number - 1], version.paper)
        _show_versions(issued)


def _show_versions(issued: tuple[Version, ...]) -> None:
    if issued:
        st.html(versions_html(issued))


def _show_paper(paper: Paper, standing: tuple[str, ...], asked: Reader, length: Length) -> None:
    """Draw a paper in full or on a page, and hand it out as a file."""
    st.html(head_of_paper_html(paper, standing))
    with st.container(key="fd-update-file", horizontal=True, vertical_alignment="center"):
        for kind, label in FILES.items():
            st.download_button(
                label,
                partial(_file, paper, standing, kind, _address()),
                update_name(paper, asked.filters.council, kind.value),
                key=f"fd-update-download-{kind.value}",
                on_click="ignore",
            )
        st.html(PRINT)
    st.html(summary_only_html(paper) if length is Length.ONE_PAGE else paper_html(paper))


def _file(paper: Paper, standing: tuple[str, ...], kind: Format, address: str) -> bytes:
    """Return the update as the one file of a format."""
    return next(iter(files_of(update_pack(paper, standing), kind, site=address).values()))


def _address() -> str:
    """Return where this page is served, without the page's own name."""
    url = st.context.url or ""
    return url.partition("?")[0].rpartition("/")[0]
