"""What present mode asks: a deck made once for each pack, data version and filters, shown to everybody as far as it is made."""

import logging
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Condition, Lock, Thread
from typing import TypeAlias

import streamlit as st

from frontdoor.access.audience import Audience
from frontdoor.answers.context import register_of
from frontdoor.errors import AccessError
from frontdoor.packs.kept import kept_pack
from frontdoor.packs.making import make_pack
from frontdoor.packs.offered import offered, offered_to, template_offered
from frontdoor.packs.pack import Pack
from frontdoor.packs.present.chart import Pictures
from frontdoor.packs.present.present import LIVE, frozen_words, slides
from frontdoor.packs.present.slide import Slide
from frontdoor.packs.template import Template
from frontdoor.ui.asking import Reader
from frontdoor.warehouse.home import Home

DECKS_KEPT = 16
"""How many decks are kept; the oldest goes first."""

LOG = logging.getLogger(__name__)
NOT_FOR_YOU = "This pack is not for readers of these pages."

Key: TypeAlias = tuple[Template, Reader, date]


@dataclass(slots=True)
class Deck:
    """The slides made so far; `words` say on what the work is, `share` how far, and `error` what ended it."""

    slides: tuple[Slide, ...] = ()
    share: float = 0.0
    words: str = ""
    is_made: bool = False
    error: Exception | None = None
    news: Condition = field(default_factory=Condition)

    def wait(self, seen: int, seconds: float) -> None:
        """Wait until there are more slides than `seen`, or all, for at most so long; raises what ended the work."""
        with self.news:
            self.news.wait_for(lambda: self.is_made or len(self.slides) > seen, seconds)
        if self.error:
            raise self.error


def live_deck(asked: Reader, home: Home, key: str, today: date) -> Deck:
    """Return the deck of a pack on offer with the reader's filters, being made if it is not yet; its figures are those of whom it is for.

    Raises:
        AccessError: it is not for this reader.
        PackError: there is no such pack, or its template is broken.
    """
    packs = offered(home.folder, register_of(home.folder))
    template = template_offered(packs, key)
    if key not in offered_to(packs, asked.audience):
        raise AccessError(NOT_FOR_YOU)
    known: Key = (template, asked, today)
    with _starting():
        decks = _decks()
        if known not in decks or decks[known].error:
            decks[known] = _begun(template, asked)
            while len(decks) > DECKS_KEPT:
                del decks[next(iter(decks))]
        return decks[known]


@st.cache_resource(max_entries=DECKS_KEPT, show_spinner=False)
def _thawed(home: Path, digest: str) -> tuple[Pack, Deck]:
    pack = kept_pack(home, digest)
    return pack, Deck(slides(pack, frozen_words(pack)), 1.0, is_made=True)


def kept_deck(asked: Reader, home: Home, digest: str) -> Deck:
    """Return the deck of a frozen pack by its digest.

    Raises:
        AccessError: it was made for a narrower circle than this reader's.
        PackError: no such pack is kept unaltered.
    """
    pack, deck = _thawed(home.folder, digest)
    readers = list(Audience)
    if readers.index(Audience(pack.audience)) < readers.index(asked.audience):
        raise AccessError(NOT_FOR_YOU)
    return deck


def _begun(template: Template, asked: Reader) -> Deck:
    deck = Deck()
    Thread(target=_make, args=(deck, template, asked), name="frontdoor-present", daemon=True).start()
    return deck


def _make(deck: Deck, template: Template, asked: Reader) -> None:
    """Make the deck to its end, telling whoever waits at each step."""
    pictures = Pictures()

    def tell(share: float, words: str) -> None:
        with deck.news:
            deck.share, deck.words = share, words

    def seen(pack: Pack) -> None:
        made = slides(pack, LIVE, pictures)
        with deck.news:
            deck.slides = made
            deck.news.notify_all()

    try:
        seen(make_pack(template, asked.filters, template.audience, tell, now=datetime.now(UTC), seen=seen))
    except Exception as error:
        deck.error = error
        LOG.warning("%s could not be presented: %s", template.key, error)
    with deck.news:
        deck.is_made = True
        deck.news.notify_all()


@st.cache_resource(show_spinner=False)
def _decks() -> dict[Key, Deck]:
    """Return the decks made or being made, the oldest first."""
    return {}


@st.cache_resource(show_spinner=False)
def _lock() -> Lock:
    return Lock()


def _starting() -> Lock:
    """Return what keeps two readers from making one deck twice."""
    return _lock()
