"""Tells people who cannot see the page what a changed filter brought: the filters and the answer, once the page has come to rest."""

import streamlit as st

_HTML = '<p role="status" class="unseen"></p>'
_CSS = ".unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); }"
_JS = """
const AT_REST = 500; // milliseconds without a change
let watching = null;
let waiting = null;
let last = null;

const words = (where) => [...document.querySelectorAll(where)].map((each) => each.textContent.trim());
const filters = ".st-key-fd-filters [data-testid=stPopoverButton] p:not(.st-key-fd-take-away p)";
const now = () => [...words(filters), ...words(".fd-answer")].join(". ");

export default function ({ parentElement }) {
  const status = parentElement.querySelector("[role=status]");
  const say = () => {
    const said = now();
    if (said !== last) status.textContent = said;
    last = said;
  };
  const later = () => {
    if (last === null && words(".fd-answer").length) last = now(); // the first page is read anyway
    if (last === null) return;
    clearTimeout(waiting);
    waiting = setTimeout(say, AT_REST);
  };
  watching?.disconnect();
  watching = new MutationObserver(later);
  watching.observe(document.querySelector("[data-testid=stMain]"), { subtree: true, childList: true, characterData: true });
  later();
  return () => watching.disconnect();
}
"""
_STATUS = st.components.v2.component("frontdoor_announcing", html=_HTML, css=_CSS, js=_JS)


def announce_answers() -> None:
    """Keep a status line for screen readers on the page, which says what is shown each time that changes."""
    _STATUS(key="fd-announcing", height="content")
