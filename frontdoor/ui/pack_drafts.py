"""Packs as this session has arranged them: a working copy of each, every step of which can be taken back."""

from dataclasses import dataclass, replace

import streamlit as st

from frontdoor.access.audience import Audience
from frontdoor.packs.arranging import added
from frontdoor.packs.offered import From, Offered
from frontdoor.packs.template import Template, Wanted

DRAFTS = "frontdoor-pack-drafts"
MOST_STEPS = 100
"""How many steps of a working copy can be taken back."""

CHANGES = "frontdoor-pack-changes"
"""How often this session changed a working copy: widgets that show one are new after each change."""

MINE = "my_pack"
MY_TITLE = "My pack"
MY_ABOUT = "Views added from pages, in this session only"


@dataclass(frozen=True, slots=True)
class Draft:
    """A working copy: how it stands, how it stood before each step, and the register's version it began with."""

    template: Template
    steps: tuple[Template, ...] = ()
    version: int | None = None

    def after(self, template: Template) -> "Draft":
        """Return the working copy one step further."""
        return replace(self, template=template, steps=(*self.steps, self.template)[-MOST_STEPS:])

    def before(self) -> "Draft":
        """Return the working copy as it was before its last step."""
        return replace(self, template=self.steps[-1], steps=self.steps[:-1])


def drafts() -> dict[str, Draft]:
    """Return the working copies of this session by key."""
    held: dict[str, Draft] = st.session_state.setdefault(DRAFTS, {})
    return held


def draft_of(pack: Offered) -> Draft | None:
    """Return the working copy of a pack, a fresh one where nobody arranged it yet; None where it cannot be read."""
    if pack.key in drafts():
        return drafts()[pack.key]
    return Draft(pack.template, version=pack.version) if pack.template else None


def step(key: str, draft: Draft) -> None:
    """Keep the working copy as it stands now."""
    drafts()[key] = draft
    _count()


def forget(key: str) -> None:
    """Let the working copy go."""
    drafts().pop(key, None)
    _count()


def changes() -> int:
    """Return how often a working copy was changed."""
    return int(st.session_state.get(CHANGES, 0))


def _count() -> None:
    st.session_state[CHANGES] = changes() + 1


def undo(key: str) -> None:
    """Take the last step back; without a step left the pack is as it was, and one of the session's own is gone."""
    draft = drafts().get(key)
    is_first = draft is None or not draft.steps or (len(draft.steps) == 1 and key != MINE)
    if draft is None or is_first:
        forget(key)
    else:
        step(key, draft.before())


def with_mine(packs: dict[str, Offered]) -> dict[str, Offered]:
    """Return the packs on offer, this session's own first."""
    mine = drafts().get(MINE)
    if mine is None:
        return packs
    return {MINE: Offered(MINE, mine.template.title, From.SESSION, mine.template), **packs}


def add_to(pack: Offered | None, wanted: Wanted, audience: Audience) -> str:
    """Add an entry to the working copy of a pack, None for the session's own, and return the pack's title."""
    if pack is None:
        pack = with_mine({}).get(MINE)
    if pack is None:
        step(MINE, Draft(Template(MINE, MY_TITLE, MY_ABOUT, audience, (wanted,))))
        return MY_TITLE
    draft = draft_of(pack)
    if draft is not None:
        step(pack.key, draft.after(added(draft.template, wanted)))
    return pack.title
