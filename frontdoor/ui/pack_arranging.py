"""Arranging a pack: parts moved, taken out and narrowed with buttons that work by keyboard, each step undone, then saved."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.errors import FrontdoorError
from frontdoor.packs.arranging import moved, save_changed, save_new, without
from frontdoor.packs.entry_words import entry_words, part_words
from frontdoor.packs.offered import From, Offered
from frontdoor.packs.template import WITHOUT_FILTERS, Template
from frontdoor.register.arranged_packs import withdraw_pack
from frontdoor.ui.asking import Reader
from frontdoor.ui.blocks import paragraph
from frontdoor.ui.links import PACK_KEY
from frontdoor.ui.pack_drafts import Draft, changes, forget, step, undo
from frontdoor.ui.pack_filters import filters_of_part
from frontdoor.ui.popover import plain_label

SAID = "frontdoor-pack-said"
"""Session key of what came of saving: whether it was done, and the words."""

PLACE = "frontdoor-part-"
"""Before a pack's key: which of its parts is chosen, from 0."""

NAME_HELP = "Kept with the pack as a name given, not verified."
HOW = "Choose a part, then move it, take it out or give it filters of its own. Nothing is saved until you save it."
TITLE, AUTHOR = "fd-arrange-title", "fd-arrange-by"


def show_arranging(pack: Offered, draft: Draft, asked: Reader, context: Context) -> None:
    """Draw the parts with what can be done with them, and for officers the forms that save the pack or take it back."""
    with st.container(key="fd-arrange"):
        _say_saved()
        with st.expander("Arrange this pack", key=f"fd-arrange-{pack.key}", expanded=bool(draft.steps)):
            left, right = st.columns([1.75, 1], gap="large")
            with left:
                st.html(paragraph(HOW, "fd-small"))
                _parts(pack.key, draft, asked)
            if asked.audience is Audience.OFFICER:
                with right:
                    _saving(pack, draft, context)


def _parts(key: str, draft: Draft, asked: Reader) -> None:
    """Draw the buttons, and below them the parts as one choice: the buttons act on the part chosen."""
    wanted = draft.template.wanted
    buttons = st.container(key="fd-part-do", horizontal=True, gap="small")
    place = st.radio(
        "Its parts, in their order",
        range(len(wanted)),
        index=min(st.session_state.get(f"{PLACE}{key}", 0), len(wanted) - 1),
        format_func=lambda each: plain_label(f"{each + 1}. {part_words(wanted[each])}"),
        key=f"fd-part-{key}-{changes()}",
    )
    st.session_state[f"{PLACE}{key}"] = place
    with buttons:
        last = len(wanted) - 1
        st.button("Move up", key="fd-part-up", on_click=_move, args=(key, draft, place, -1), disabled=place == 0)
        st.button("Move down", key="fd-part-down", on_click=_move, args=(key, draft, place, 1), disabled=place == last)
        st.button("Take out", key="fd-part-out", on_click=_take_out, args=(key, draft, place), disabled=last == 0)
        if wanted[place].show not in WITHOUT_FILTERS:
            filters_of_part(key, draft, place, asked)
        st.button("Undo", key="fd-part-undo", on_click=undo, args=(key,), disabled=not draft.steps)


def _move(key: str, draft: Draft, place: int, by: int) -> None:
    step(key, draft.after(moved(draft.template, place, by)))
    st.session_state[f"{PLACE}{key}"] = place + by


def _take_out(key: str, draft: Draft, place: int) -> None:
    words = entry_words(draft.template.wanted[place])
    step(key, draft.after(without(draft.template, place)))
    st.toast(plain_label(f"Taken out: {words}. “Undo” puts it back."))


def _saving(pack: Offered, draft: Draft, context: Context) -> None:
    """Draw the name, and what saves the pack: as it is called, or as one of its own."""
    is_ours = pack.origin is From.ARRANGED
    usual = draft.template.title if is_ours else f"{draft.template.title}, ours"
    st.text_input("Name of the pack", usual, key=f"{TITLE}-{pack.key}", max_chars=200)
    st.text_input("Your name", key=AUTHOR, help=NAME_HELP, persist_state="session")
    with st.container(key="fd-arrange-save", horizontal=True, gap="small"):
        if is_ours:
            st.button("Save", key="fd-pack-save", type="primary", on_click=_save, args=(draft, context))
        args = (draft, context)
        st.button("Save as a pack of its own", key="fd-pack-save-new", on_click=_save_new, args=args)
        if is_ours and pack.version is not None:
            st.button("Withdraw it", key="fd-pack-withdraw", on_click=_withdraw, args=(pack.key, pack.version, context))


def _save(draft: Draft, context: Context) -> None:
    def act(author: str, now: datetime) -> str:
        assert draft.version is not None  # only a pack of the register is saved under its own name
        named = _named(draft.template)
        save_changed(context.register, context.home.folder, named, draft.version, author=author, now=now)
        forget(named.key)
        return f"Saved: {named.title}."

    _do(act)


def _save_new(draft: Draft, context: Context) -> None:
    def act(author: str, now: datetime) -> str:
        kept = save_new(context.register, context.home.folder, _named(draft.template), author=author, now=now)
        forget(draft.template.key)
        st.session_state[PACK_KEY] = kept.key
        return f"Saved as a pack of its own: {kept.title}."

    _do(act)


def _named(template: Template) -> Template:
    """Return the pack with the name as it stands in its field when the button is pressed."""
    return replace(template, title=st.session_state.get(f"{TITLE}-{template.key}") or "")


def _withdraw(key: str, version: int, context: Context) -> None:
    def act(author: str, now: datetime) -> str:
        withdraw_pack(context.register, key, author=author, now=now, seen=version)
        forget(key)
        return "Withdrawn. The register keeps it, and who withdrew it."

    _do(act)


def _do(act: Callable[[str, datetime], str]) -> None:
    """Do it in the name given, and keep what to say of it; called before the page runs again."""
    try:
        st.session_state[SAID] = (True, act(st.session_state.get(AUTHOR) or "", datetime.now(UTC)))
    except FrontdoorError as error:
        st.session_state[SAID] = (False, str(error))


def _say_saved() -> None:
    is_done, words = st.session_state.pop(SAID, (True, ""))
    if words:
        (st.success if is_done else st.error)(plain_label(words))
