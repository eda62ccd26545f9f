"""A pack as slides for a room, and the same deck as one offline file for a projector without network."""

from frontdoor.measures.formatting import format_date
from frontdoor.packs.html.document import palette, sealed, small
from frontdoor.packs.pack import Pack
from frontdoor.packs.present.chart import Pictures
from frontdoor.packs.present.deck import SCRIPT, STYLE, around
from frontdoor.packs.present.order import shown
from frontdoor.packs.present.slide import Slide, slide

LIVE = "Live."
DIGEST_SHOWN = 8  # letters, enough to tell two packs apart
IN_A_FILE = """
const deck = document.querySelector(".fd-deck");
const number = Number(location.hash.slice(1)) || 1;
const leaving = () => document.querySelector(".fd-leave").parentElement.classList.toggle("fd-full-screen", Boolean(document.fullscreenElement));
addEventListener("fullscreenchange", leaving);
presenting(deck, {
  first: number, every: 0, isMainOnly: false,
  at: (slide) => { try { history.replaceState(null, "", `#${slide}`); } catch { /* some browsers keep the address of a file */ } },
  every_is: () => {},
  only_is: () => {},
  leave: () => {},
}).renew(null);
"""
"""What a file does where a page has an address, a way out and newer figures."""

FILE_STYLE = (
    "body{margin:0}.fd-way:not(.fd-full-screen) .fd-leave{display:none}.fd-deck:not(.fd-ready){position:static}"
    ".fd-deck:not(.fd-ready) .fd-slide{position:relative;min-height:100vh}"
    ".fd-deck:not(.fd-ready) :is(.fd-bar,.fd-way,.fd-edge){display:none}"
)
"""Without script the slides stand below each other; the way out is that of full screen."""


def slides(pack: Pack, standing: str, pictures: Pictures | None = None) -> tuple[Slide, ...]:
    """Return the slides of a pack; `standing` says on each whether its figures are live or frozen.

    `pictures` keeps what was drawn, for a pack that is still being made.
    """
    held = pictures or Pictures()
    return tuple(slide(one, number, pack, standing, held) for number, one in enumerate(shown(pack), start=1))


def frozen_words(pack: Pack) -> str:
    """Return the words: Frozen with figures to 31 October 2026, digest 1a2b3c4d."""
    digest = f", digest {pack.digest[:DIGEST_SHOWN]}" if pack.digest else ""
    return f"Frozen with figures to {format_date(pack.as_at)}{digest}."


def style() -> str:
    """Return the rules of slides, the same on a page and in a file."""
    return small(STYLE.read_text(encoding="utf-8"))


def script() -> str:
    """Return the script of slides, the same on a page and in a file."""
    return SCRIPT.read_text(encoding="utf-8")


def present(pack: Pack) -> bytes:
    """Return the deck as one HTML file that needs no network and no Frontdoor."""
    inside = "".join(each.html for each in slides(pack, frozen_words(pack)))
    body = f"<main>{around(inside, 'Leave full screen')}</main>"
    return sealed(f"{pack.title}, {pack.council}", palette() + style() + FILE_STYLE, body, script() + IN_A_FILE)
