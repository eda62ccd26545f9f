"""What happens in my ward, and who is my councillor? A postcode or a list, the councillors, and the ward's figures."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from frontdoor.answers.view_answer import ViewAnswer
from frontdoor.answers.ward_choices import Show
from frontdoor.answers.ward_places import Councillor, Ward
from frontdoor.answers.ward_postcode import LookedUp
from frontdoor.ui.asking import Reader
from frontdoor.ui.blocks import paragraph
from frontdoor.ui.links import WARD_KEY, WARD_SHOW_KEY
from frontdoor.ui.page_choice import choice_in_popover
from frontdoor.ui.top_row import page_choice
from frontdoor.ui.view import show_view
from frontdoor.ui.ward_asking import postcode_answer, ward_answer, wards_offered

ALL_WARDS = "All wards"
TYPED, LOOKED_UP = "fd-typed-postcode", "fd-looked-up"
"""Session keys of the field and of what it led to."""
LONGEST_TYPED = 40  # letters; a postcode has eight
NO_LIST = "No list of councillors is loaded."
NOBODY = "No councillor of this ward is in the list."


def show_my_ward(asked: Reader) -> None:
    """Draw the postcode, the list of wards, the councillors of the one chosen and its figures."""
    show = choice_in_popover(page_choice(), "Show", WARD_SHOW_KEY, Show)
    names = wards_offered(asked)
    head, slot = st.container(key="fd-ward-head"), st.container(key="fd-ward")
    name = _said(names) if names else ""
    found = ward_answer(asked, name, show)
    if names:
        with slot:
            _ask(asked, names)
            if found.chosen is not None:
                st.html(councillors_html(found.chosen, has_list=found.has_councillors) + below_html(found.view))
    show_view(found.view if found.chosen is None else replace(found.view, lead="", basis=""), head=head)


def below_html(view: ViewAnswer) -> str:
    """Return the words that come after the councillors, who are what most people come for."""
    return paragraph(view.lead, "fd-lead") + paragraph(view.basis, "fd-small fd-basis")


def _said(names: Sequence[str]) -> str:
    """Return the ward chosen or in the address, '' for all; one nobody knows is as good as none."""
    said = st.session_state.get(WARD_KEY, st.query_params.get(WARD_KEY))
    if said in names:
        return str(said)
    st.session_state[WARD_KEY] = ALL_WARDS
    return ""


def _ask(asked: Reader, names: Sequence[str]) -> None:
    """Draw the field, under it what the postcode led to, and the list beside it."""
    left, right = st.columns(2)
    with left:
        with st.form("fd-postcode", border=False):
            st.text_input("Postcode", key=TYPED, max_chars=LONGEST_TYPED, autocomplete="postal-code")
            st.form_submit_button("Find my ward", type="primary", on_click=_look, args=(asked,))
        looked = st.session_state.get(LOOKED_UP)
        if isinstance(looked, LookedUp):
            st.html(f'<p class="fd-found" role="status">{escape(looked.words)}</p>')
    with right:
        st.selectbox(
            "Or choose a ward", [ALL_WARDS, *names], key=WARD_KEY, bind="query-params", persist_state="session",
            on_change=_forget,
        )  # fmt: skip


def _look(asked: Reader) -> None:
    """Look up what was typed and choose the ward it leads to."""
    looked = postcode_answer(asked, str(st.session_state.get(TYPED) or ""))
    st.session_state[LOOKED_UP] = looked
    if looked.ward:
        st.session_state[WARD_KEY] = looked.ward


def _forget() -> None:
    """Let go of what a postcode led to once a ward is chosen from the list."""
    st.session_state.pop(LOOKED_UP, None)


def councillors_html(ward: Ward, *, has_list: bool) -> str:
    """Return who speaks for the ward, with ways to reach them that a phone can follow."""
    said = "".join(_councillor(each) for each in ward.councillors)
    inside = f"<ul>{said}</ul>" if said else paragraph(NOBODY if has_list else NO_LIST)
    return f'<section class="fd-box fd-councillors"><h2>Councillors for {escape(ward.name)}</h2>{inside}</section>'


def _councillor(one: Councillor) -> str:
    """Return one councillor; a telephone number is dialled without its spaces."""
    dialled = "".join(letter for letter in one.telephone if letter.isdigit() or letter == "+")
    ways = [
        f'<a href="mailto:{escape(one.email)}">{escape(one.email)}</a>' if one.email else "",
        f'<a href="tel:{dialled}">{escape(one.telephone)}</a>' if dialled else escape(one.telephone),
        f'<a href="{escape(one.link)}">Page of {escape(one.name)}</a>' if one.link else "",
    ]
    party = f" <span>{escape(one.party)}</span>" if one.party else ""
    return f"<li><b>{escape(one.name)}</b>{party}{''.join(f'<p>{way}</p>' for way in ways if way)}</li>"
