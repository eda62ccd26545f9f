"""The bar that says new figures have been loaded, and shows them only when the reader asks."""

from pathlib import Path

import streamlit as st

KEY = "fd-new-figures"
ADDRESS = "gen"  # a route of asgi.py that answers with the newest generation as one whole number

_HTML = (
    '<p role="status" class="unseen"></p>'
    '<div class="bar" hidden><span>New figures:</span> <button type="button">show them</button></div>'
)
_CSS = """
.unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); }
.bar { margin: 8px 0 0; padding: 8px 16px; border-radius: 8px; background: var(--panel); color: var(--ink);
  font: 600 16px/24px Inter, sans-serif; border-left: 6px solid var(--measured); }
.bar[hidden] { display: none; }
button { font: inherit; color: var(--measured); background: none; border: 0; padding: 0 4px; min-height: 24px;
  text-decoration: underline; text-underline-offset: 3px; cursor: pointer; }
button:focus-visible { outline: 3px solid #0B0C0C; background: #FFDD00; color: #0B0C0C; }
"""
_BAR = st.components.v2.component(
    "frontdoor_new_figures",
    html=_HTML,
    css=_CSS,
    js=Path(__file__).with_name("new_figures.js").read_text(encoding="utf-8"),
)


def new_figures(shown: int, address: str = ADDRESS) -> int | None:
    """Return the generation the reader asked for in this run, None otherwise; `shown` is the one on the page.

    The caller pins what it returns and runs again; until then the page keeps its figures, also in mid-meeting.
    """
    said = _BAR(key=KEY, data={"generation": shown, "address": address}, on_generation_change=_ignore)
    asked = said.get("generation")
    return int(asked) if asked is not None else None


def _ignore() -> None:
    """Let the run that follows do the work."""
