"""What a page shows when there is nothing to judge: no data yet, or a question the data cannot answer."""

from html import escape

import streamlit as st

from frontdoor.ui.blocks import paragraph

LOAD_COMMANDS = ("python -m frontdoor sample", "python -m frontdoor load FILE --source NAME")


def show_no_data(council: str, question: str = "Are we keeping our promises?") -> None:
    """Say that nothing is loaded, never 0, and give the two commands that load something."""
    with st.container(key="fd-empty"):
        st.html(no_data_html(council, question))


def show_cannot_tell(question: str, reason: str) -> None:
    """Say that the question cannot be answered with these filters, and why."""
    with st.container(key="fd-empty"):
        st.html(cannot_tell_html(question, reason))


def no_data_html(council: str, question: str) -> str:
    """Return the words and the commands."""
    sample, load = (f"<pre><code>{escape(command)}</code></pre>" for command in LOAD_COMMANDS)
    return (
        _head(question, "We can’t say yet: no figures have been loaded.")
        + f'<p class="fd-lead">Nothing is held for {escape(council)}. To see Frontdoor with invented figures:</p>{sample}'
        + f'<p class="fd-lead">To load your own export:</p>{load}'
    )


def cannot_tell_html(question: str, reason: str) -> str:
    """Return the words; `reason` comes from CannotTellError and is fit to show."""
    return (
        _head(question, "We can’t tell from the data we hold.")
        + paragraph(reason, "fd-lead")
        + paragraph("Choose other filters, or ask for a source that records it.", "fd-lead")
    )


def _head(question: str, answer: str) -> str:
    return f'<h1 class="fd-question">{escape(question)}</h1><p class="fd-answer">{escape(answer)}</p>'
