"""Packs made for a session: worked out once for each template, reader and state of the register, and their files on request."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

import streamlit as st

from frontdoor.access.audience import Audience
from frontdoor.answers.context import open_context
from frontdoor.packs.files import Format
from frontdoor.packs.making import Tell, make_pack
from frontdoor.packs.one_file import mime, one_file, one_name
from frontdoor.packs.pack import Pack
from frontdoor.packs.template import Template
from frontdoor.ui.asking import Reader
from frontdoor.ui.pack_slides import look_file, look_uploaded

PACKS_KEPT = 16
"""How many made packs the server keeps; the oldest goes first."""

LABELS = {
    Format.PDF: "PDF",
    Format.SLIDES: "PowerPoint",
    Format.HTML: "Web page",
    Format.EXCEL: "Excel",
    Format.EASY_READ: "Easy Read draft",
    Format.PRESENT: "Slides as a web page",
    Format.TABLES: "Tables as CSV",
    Format.FROZEN: "Frozen, to make again",
}
"""What each format is called on its button, in this order."""

EVERY_FORMAT = tuple(LABELS)
"""Every format that has a button."""


@dataclass(frozen=True, slots=True)
class Making:
    """What makes one pack: its template, what the reader chose, for whom it is made, and the day it is made.

    What is overdue and what is signed off depend on the day.
    """

    template: Template
    asked: Reader
    audience: Audience
    day: date


def made(making: Making, tell: Tell | None = None) -> Pack:
    """Return the pack; one that was made already is there at once, and `tell` is told how far a new one is."""
    kept = _packs()
    if making not in kept:
        kept[making] = make_pack(making.template, making.asked.filters, making.audience, tell, now=datetime.now(UTC))
        while len(kept) > PACKS_KEPT:
            kept.pop(next(iter(kept)), None)
    return kept[making]


def making_now(template: Template, asked: Reader, audience: Audience) -> Making:
    """Return what makes the pack today."""
    return Making(template, asked, audience, datetime.now(UTC).date())


def is_made(making: Making) -> bool:
    """Return whether the pack is there already."""
    return making in _packs()


@st.cache_resource(show_spinner=False)
def _packs() -> dict[Making, Pack]:
    """Return the packs made, the oldest first."""
    return {}


def download_buttons(
    name: str,
    key: str,
    asked: Reader,
    make: Callable[[], Pack],
    kinds: tuple[Format, ...],
    *,
    as_at: date | None = None,
) -> None:
    """Draw a button for each format; its file is made when it is pressed. `key` names the file, `name` the widgets.

    `as_at` is the day of its figures, None for the reader's.
    """
    context = open_context(asked.filters, asked.audience)
    look = look_uploaded()
    site = site_address()
    for kind in kinds:
        st.download_button(
            LABELS[kind],
            data=_file_maker(make, kind, look, site),
            file_name=one_name(key, as_at or context.as_at, kind, is_invented=bool(context.stamp)),
            mime=mime(kind),
            key=f"{name}-{kind.value}",
            on_click="ignore",
        )


def _file_maker(make: Callable[[], Pack], kind: Format, look: bytes | None, site: str) -> Callable[[], bytes]:
    """Return what makes the file, on a thread of its own and without a session."""

    def make_file() -> bytes:
        with look_file(look) as slides:
            return one_file(make(), kind, slides, site)

    return make_file


def site_address() -> str:
    """Return where Frontdoor is served, for links in files: 'https://frontdoor.example/', with the path above its pages."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}{parts.path.rpartition('/')[0]}/" if parts.netloc else ""
