"""Present mode: the slides of a pack fill the screen, all sent at once and stepped through without asking the server."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import streamlit as st

from frontdoor.errors import PackError
from frontdoor.packs.present.deck import around
from frontdoor.packs.present.present import script, style
from frontdoor.packs.present.slide import Slide
from frontdoor.ui.as_at import choose_newest, chosen_version
from frontdoor.ui.asking import Reader
from frontdoor.ui.council_served import council_served
from frontdoor.ui.last_good import pin
from frontdoor.ui.links import address
from frontdoor.ui.present_asking import Deck, kept_deck, live_deck
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.homes import open_home

PRESENT_PAGE, PACKS_PAGE = "present", "packs"
PACK, KEPT = "pack", "kept"
"""What an address names: a pack on offer, or the digest of a frozen one."""

KEY = "fd-present"
SENT = "frontdoor-present-sent"
"""Session key of what was sent last, which stays on the screen while newer figures are worked out."""

BETWEEN = 0.7  # seconds a run waits for more slides
NAME_ONE = "Which pack? The address of present mode names one, as in present?pack=scrutiny."
_PAGE = Path(__file__).with_name("present.js").read_text(encoding="utf-8")
_DECK = st.components.v2.component(
    "frontdoor_present",
    html='<div class="place"></div>',
    css=f"{style()}\n.place{{display:contents}}",
    js=f"{script()}\n{_PAGE}",
)
NOTHING_ELSE = (
    "<style>:is([data-testid=stApp],[data-testid=stMainBlockContainer]){visibility:hidden}"
    "[data-testid=stMain]{visibility:visible;overflow:hidden}"
    f".st-key-{KEY}{{visibility:visible;opacity:1!important}}</style>"
)
"""Streamlit's own header and our filters are neither seen nor reached by keys or read aloud."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent last, and of which pack."""

    of: tuple[str, str]
    slides: tuple[Slide, ...]


def present_address(pack: str = "", kept: str = "", slide: int = 1) -> str:
    """Return the address that presents a pack on offer, or a frozen one by its digest, from a slide on."""
    named = {KEPT: [kept]} if kept else {PACK: [pack]}
    return address(PRESENT_PAGE, {**named, "slide": [str(slide)]})


def show_present(asked: Reader) -> None:
    """Show the slides as far as they are made, and run again until all are."""
    home = open_home(council_served())
    pack, kept = st.query_params.get(PACK, ""), st.query_params.get(KEPT, "")
    if not pack and not kept:
        raise PackError(NAME_ONE)
    last = st.session_state.get(SENT)
    last = last if isinstance(last, Sent) and last.of == (pack, kept) else None
    seen = len(last.slides) if last else 0
    deck = kept_deck(asked, home, kept) if kept else live_deck(asked, home, pack, datetime.now(UTC).date())
    deck.wait(seen, BETWEEN)
    _show(asked, deck, last, is_live=not kept)
    if deck.is_made or not last or len(deck.slides) >= len(last.slides):
        st.session_state[SENT] = Sent((pack, kept), deck.slides)
    if not deck.is_made:
        st.rerun()


def _show(asked: Reader, deck: Deck, last: Sent | None, *, is_live: bool) -> None:
    """Send the slides; while newer figures are worked out those sent last stay."""
    is_waiting = not deck.is_made and last is not None and len(last.slides) > len(deck.slides)
    shown = last.slides if is_waiting and last else deck.slides
    st.html(NOTHING_ELSE)
    follows = is_live and chosen_version() is None
    said = _DECK(
        key=KEY,
        data=message(
            shown,
            None if is_waiting else deck,
            asked.filters.generation if follows else None,
            is_newer=last is not None,
        ),
        height="content",
        on_generation_change=_ignore,
    )
    if follows and said.get("generation"):
        _bring_newest(open_home(council_served()))


def message(shown: tuple[Slide, ...], making: Deck | None, generation: int | None, *, is_newer: bool) -> bytes:
    """Return what present.js reads: the slides, how far the others are (None: there are no others), and their data version."""
    inside = "".join(each.html for each in shown)
    told = {
        "around": around("", "Leave"),
        "slides": inside,
        "number": sha256(inside.encode()).hexdigest(),
        "made": {"share": making.share, "words": making.words} if making and not making.is_made else None,
        "generation": generation,
        "is_newer": is_newer and (making is None or making.is_made),
        "leave": address(PACKS_PAGE, {}),
    }
    return json.dumps(told, separators=(",", ":"), ensure_ascii=False).encode()


def _bring_newest(home: Home) -> None:
    choose_newest()
    pin(home)
    st.rerun()


def _ignore() -> None:
    """Let the run that follows do the work."""
