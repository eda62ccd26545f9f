"""Which papers are needed? The packs on offer, the one chosen with its parts, and what can be done with it."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.sentences import listed
from frontdoor.errors import AccessError
from frontdoor.packs.entry_words import WORDS_OF_AUDIENCES, part_words, parts_words
from frontdoor.packs.offered import Offered, offered, offered_to
from frontdoor.packs.template import Template
from frontdoor.ui.asking import Reader
from frontdoor.ui.links import PACK_KEY
from frontdoor.ui.nothing import head_html
from frontdoor.ui.pack_arranging import show_arranging
from frontdoor.ui.pack_drafts import MINE, Draft, draft_of, with_mine
from frontdoor.ui.pack_kept import show_kept
from frontdoor.ui.pack_to_make import show_making
from frontdoor.ui.popover import plain_label
from frontdoor.ui.top_row import say_freshness

QUESTION = "Which papers are needed?"
NOT_FOR_THE_PUBLIC = "Packs are made by the council; what is published of them is not made here."
LEAD = "Choose a pack, make it, take it away. What it shows follows the filters above, unless a part has filters of its own."
NONE = "No pack can be made for you here."
USUAL = {Audience.MEMBER: "portfolio_holder"}
SCRUTINY = "scrutiny"
"""The pack chosen before anyone chooses, where there is no other for the reader."""


def show_packs(asked: Reader) -> None:
    """Show the page; AccessError for the public."""
    if asked.audience is Audience.PUBLIC:
        raise AccessError(NOT_FOR_THE_PUBLIC)
    context = open_context(asked.filters, asked.audience)
    say_freshness(freshness_of(context))
    found = with_mine(offered_to(offered(context.home.folder, context.register), asked.audience))
    packs = {key: pack for key, pack in found.items() if pack.template}
    with st.container(key="fd-packs"):
        st.html(head_html(QUESTION, _answer(packs), LEAD if packs else ""))
        _say_broken(found)
        if packs:
            _show_choice(packs, asked, context)
        show_kept(asked, context)


def chosen_pack(packs: Mapping[str, Offered], audience: Audience) -> str:
    """Return the key chosen or in the address; one nobody knows is as good as none."""
    said = st.session_state.get(PACK_KEY, st.query_params.get(PACK_KEY))
    if said not in packs:
        usual = USUAL.get(audience, SCRUTINY)
        said = usual if usual in packs else next(iter(packs))
    st.session_state[PACK_KEY] = said
    return str(said)


def card_html(pack: Offered, draft: Draft) -> str:
    """Return what the pack is about, whom it is for, and whether it stands as it was saved."""
    template = draft.template
    unsaved = '<p class="fd-small"><b>You changed it; that is not saved.</b></p>' if draft.steps else ""
    origin = f"{pack.origin}{f' by {pack.by}' if pack.by else ''}"
    return (
        f'<h2 class="fd-headline">{escape(template.title)}</h2><p>{escape(template.about)}.</p>'
        f'<p class="fd-small">For {escape(WORDS_OF_AUDIENCES[template.audience])}; {escape(origin)}.</p>{unsaved}'
    )


def parts_html(template: Template) -> str:
    """Return the parts in their order, each with the filters it fixes."""
    parts = "".join(f"<li>{escape(part_words(each))}</li>" for each in template.wanted)
    return f'<h3>Its {parts_words(template)}</h3><ol class="fd-parts">{parts}</ol>'


def _show_choice(packs: Mapping[str, Offered], asked: Reader, context: Context) -> None:
    key = chosen_pack(packs, asked.audience)
    draft = draft_of(packs[key])
    assert draft is not None  # packs that cannot be read are not among them
    left, right = st.columns([1, 1.4], gap="large")
    with left:
        _choose(packs)
    with right, st.container(border=True, key="fd-pack"):
        st.html(card_html(packs[key], draft))
        show_making(draft.template, asked, context, is_saved=not draft.steps and key != MINE)
        st.html(parts_html(draft.template))
    show_arranging(packs[key], draft, asked, context)


def _choose(packs: Mapping[str, Offered]) -> None:
    st.radio(
        "Packs",
        list(packs),
        format_func=lambda key: plain_label(packs[key].title),
        captions=[plain_label(_caption(pack)) for pack in packs.values()],
        key=PACK_KEY,
        persist_state="session",
    )


def _caption(pack: Offered) -> str:
    template = pack.template
    return f"{template.about}. For {WORDS_OF_AUDIENCES[template.audience]}." if template else ""


def _answer(packs: Mapping[str, Offered]) -> str:
    if not packs:
        return NONE
    number = len(packs)
    return f"{number} {'pack is' if number == 1 else 'packs are'} ready to make."


def _say_broken(found: Mapping[str, Offered]) -> None:
    """Name every pack that cannot be read, with the file and the place; the others are still offered."""
    broken = [pack for pack in found.values() if not pack.template]
    if broken:
        names = listed([pack.title for pack in broken])
        st.warning(plain_label(f"Not on offer: {names}. {' '.join(pack.problem for pack in broken)}"))
