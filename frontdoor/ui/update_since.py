"""What changed since a version of the annual update: its numbers and officers' words, before and now."""

from collections.abc import Sequence

import streamlit as st

from frontdoor.answers.update_blocks import Paper
from frontdoor.answers.update_choices import version_label
from frontdoor.answers.update_versions import Difference, Version, differences, since_words
from frontdoor.answers.view_answer import Row, Table
from frontdoor.ui.view_table import judged_table_html

MOST_SHOWN = 200
LONGEST_CELL = 300
NOT_THERE = "not there"


def show_since(issued: Sequence[Version], now: Paper) -> None:
    """Draw the choice of a version, where there are several, and everything that is not what it was in it."""
    readable = [each for each in issued if each.paper is not None]
    if not readable:
        return
    known = {version_label(each): each for each in reversed(readable)}
    first = next(iter(known))
    with st.container(key="fd-update-since"):
        chosen = st.selectbox("What changed since", list(known), key="fd-since") if len(known) > 1 else first
        version = known[chosen or first]
        assert version.paper is not None, "only what can be read is offered"
        st.html(since_html(version, differences(version.paper, now)))


def since_html(version: Version, found: tuple[Difference, ...]) -> str:
    """Return the table of differences; with none only the sentence."""
    rows = tuple(Row((each.section, each.what, _short(each.before), _short(each.now))) for each in found[:MOST_SHOWN])
    words = since_words(version, found)
    if not rows:
        return f'<div class="fd-one"><section class="fd-box"><h2>{words}</h2></section></div>'
    note = "" if len(found) <= MOST_SHOWN else f"{MOST_SHOWN} of {len(found):,} are shown."
    table = Table(words, ("Section", "What", version_label(version), "Now"), rows, note)
    return f'<div class="fd-one">{judged_table_html(table)}</div>'


def _short(words: str) -> str:
    said = words or NOT_THERE
    return said if len(said) <= LONGEST_CELL else f"{said[:LONGEST_CELL]}…"
