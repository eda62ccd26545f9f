"""What a page says when it cannot be shown: in plain words, with the details only for those who can put it right."""

import logging
from html import escape

import streamlit as st

from frontdoor.access.audience import Audience
from frontdoor.errors import AccessError, FrontdoorError
from frontdoor.ui.popover import plain_label

LOG = logging.getLogger(__name__)
TELL_SOMEBODY = "Please tell whoever looks after Frontdoor."


def show_trouble(title: str, error: FrontdoorError, audience: Audience | None) -> None:
    """Say under the page's name that it cannot be shown; officers read the reason, which may name files, and it is logged."""
    LOG.warning("%s: %s", title, error)
    with st.container(key="fd-trouble"):
        st.html(trouble_html(title, error, audience))


def trouble_html(title: str, error: FrontdoorError, audience: Audience | None) -> str:
    """Return the words: for a page this audience may not see, nothing but that."""
    head = f'<h1 class="fd-question">{escape(title)}</h1>'
    if isinstance(error, AccessError):
        return f'{head}<p class="fd-answer">{escape(str(error))}</p>'
    reason = str(error) if audience is Audience.OFFICER else TELL_SOMEBODY
    return f'{head}<p class="fd-answer">We can’t show this just now.</p><p class="fd-lead">{escape(reason)}</p>'


def say_stale(words: str) -> None:
    """Say above a page that what follows is not the newest."""
    st.warning(plain_label(words))
