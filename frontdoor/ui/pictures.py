"""Draws all charts of a page with one component: their places stand in the page's HTML, Plotly fills them in the browser."""

import json
from collections.abc import Sequence
from uuid import uuid4

import streamlit as st

from frontdoor.charts.picture import Picture, picture
from frontdoor.charts.template import CONFIG
from frontdoor.figure import Figure
from frontdoor.packs.csv import csv_name, csv_text
from frontdoor.ui.drawing_files import FOLDER, pictures_name
from frontdoor.ui.event_dialog import show_events

KEY = "fd-pictures"
PICTURES_KEPT = 512
"""How many drawings are kept; the oldest goes first."""

_HTML = '<p role="status" class="unseen"></p><i class="probe" hidden></i>'
_CSS = """
.unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); }
.probe { forced-color-adjust: none; }
@media (forced-colors: active) {
  .probe { --ink: CanvasText; --ink-second: CanvasText; --measured: CanvasText; --target: CanvasText; --met: CanvasText;
    --close: CanvasText; --missed: CanvasText; --page: Canvas; --panel: Canvas; --usual-range: Canvas; --rule: GrayText;
    --edge: GrayText; --comparison: LinkText; --close-mark: LinkText; --fourth: GrayText; }
}
"""
_LOADER = f"""
const load = () => import(new URL("{FOLDER}/{pictures_name()}", document.baseURI));
let script = load();
export default async function (call) {{
  try {{
    return (await script).default(call);
  }} catch (error) {{
    console.error(error); // the sentences and the tables are there without it; the next run tries again
    script = load();
  }}
}}
"""
_PICTURES = st.components.v2.component("frontdoor_pictures", html=_HTML, css=_CSS, js=_LOADER)


@st.cache_resource(max_entries=PICTURES_KEPT, show_spinner=False, hash_funcs={Figure: id})
def _drawn(figure: Figure, is_narrow: bool) -> tuple[Picture, Figure]:
    """Return the picture, and the figure so that nothing else is given its id while this is kept."""
    return picture(figure, is_narrow), figure


def drawn(figure: Figure, is_narrow: bool) -> Picture:
    """Return the picture of a figure that has rows; answers are kept and frozen, so most are drawn once for all readers."""
    return _drawn(figure, is_narrow)[0]


def draw_pictures(figures: Sequence[Figure], is_narrow: bool) -> None:
    """Send the drawings of a page once, after the HTML that holds their places, and the CSV that was asked for."""
    said = st.session_state.get(KEY)
    asked = said.get("csv") if said else None
    file = next((_file(figure) for figure in figures if figure.key == asked), None)
    pictures = [drawn(figure, is_narrow) for figure in figures if not figure.frame.is_empty()]
    _PICTURES(
        key=KEY, data=message(pictures, file), height="content", on_csv_change=_ignore, on_happened_change=_ignore
    )
    show_events(figures, said.get("happened") if said else None)


def message(pictures: Sequence[Picture], file: dict[str, str] | None = None) -> bytes:
    """Return what pictures.js reads; a drawing is text inside it, read only when it has to be drawn."""
    told = [{"key": one.key, "digest": one.digest, "drawing": one.drawing} for one in pictures]
    text = json.dumps({"config": CONFIG, "pictures": told, "file": file}, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def _file(figure: Figure) -> dict[str, str]:
    return {"name": csv_name(figure), "text": csv_text(figure), "number": uuid4().hex}


def _ignore() -> None:
    """Let the run that follows do the work."""
