"""What the view of the annual update asks: the years, the versions, and the draft, worked out once and then kept."""

from datetime import UTC, datetime

import streamlit as st

from frontdoor.answers.answer import Freshness
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.update_blocks import Paper
from frontdoor.answers.update_choices import shown_named, years_named
from frontdoor.answers.update_made import Asking, Progress, draft, drafting_of
from frontdoor.answers.update_versions import Version, versions
from frontdoor.ui.asking import ANSWERS_KEPT, Reader
from frontdoor.ui.targets_asking import quarter_of

DRAFTS_KEPT = 16
"""How many drafts are kept; the oldest goes first."""


def asking_of(asked: Reader, begins: int | None = None) -> Asking:
    """Return what is asked now; nothing but council and data version of a reader's filters counts."""
    return Asking(asked.filters.council, asked.filters.generation, asked.audience, datetime.now(UTC), begins)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def update_years(asked: Reader) -> tuple[dict[str, int], str]:
    """Return the years there are by their labels, and the usual one."""
    return years_named(asking_of(asked))


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def update_shown(asked: Reader, begins: int) -> tuple[str, ...]:
    """Return what of a year can be shown."""
    return shown_named(asking_of(asked, begins))


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def update_versions(asked: Reader, begins: int, stamp: tuple[int, ...] | None) -> tuple[Version, ...]:
    """Return the versions issued; `stamp` is of the register's file, so that an altered one is read again."""
    del stamp
    return versions(asking_of(asked, begins))


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def update_freshness(asked: Reader) -> Freshness:
    """Return how fresh the figures are."""
    return freshness_of(drafting_of(asking_of(asked)).context)


def register_stamp(asked: Reader) -> tuple[int, ...] | None:
    """Return what changes whenever anybody writes to the register's file."""
    return drafting_of(asking_of(asked)).context.register.stamp()


def is_drafted(asked: Reader, begins: int) -> bool:
    """Return whether the draft of this quarter of an hour is kept."""
    return _key(asked, begins) in _drafts()


def update_draft(asked: Reader, begins: int, tell: Progress) -> Paper:
    """Return the draft; `tell` is told how far it is, and so nothing else keeps it."""
    drafts, key = _drafts(), _key(asked, begins)
    if key not in drafts:
        drafts[key] = draft(asking_of(asked, begins), tell)
        while len(drafts) > DRAFTS_KEPT:
            del drafts[next(iter(drafts))]
    return drafts[key]


def _key(asked: Reader, begins: int) -> tuple[Reader, int, datetime]:
    return asked, begins, quarter_of(datetime.now(UTC))


@st.cache_resource(show_spinner=False)
def _drafts() -> dict[tuple[Reader, int, datetime], Paper]:
    """Return the drafts made, the oldest first."""
    return {}
