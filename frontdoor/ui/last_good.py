"""Which figures a session reads: the newest that can be read, kept until the reader asks, and a plain word where they are not the newest."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

import streamlit as st

from frontdoor.access.audience import Audience
from frontdoor.answers.context import register_of
from frontdoor.errors import NoDataError, RegisterError, WarehouseError
from frontdoor.ui.trouble import say_stale
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.opening import open_warehouse

PINNED = "frontdoor-pinned"
"""Session key of what a reader looks at."""

LAST_GOOD = "The newest figures cannot be read just now. These are the last good figures."
NO_LONGER_KEPT = "The figures you were reading are no longer kept. These are the newest."
NOT_KEPT = "Data version {version} is no longer kept. These are the newest figures."
REGISTER_AS_READ = "The register of targets cannot be read just now. Targets are shown as they were last read."


@dataclass(frozen=True, slots=True)
class Pinned:
    """The data version a session reads; `in_force` is the newest there was when it was chosen, and any other is offered.

    `notice` is for everybody; `details`, which may name files, for officers. `is_chosen` says that the reader, or the
    address they opened, named this very version.
    """

    generation: int
    in_force: int
    notice: str = ""
    details: str = ""
    is_chosen: bool = False

    def words(self, audience: Audience) -> str:
        """Return what a reader must be told of these figures, nothing where they are simply the newest."""
        return self.details or self.notice if audience is Audience.OFFICER else self.notice


def generation_in_session() -> int | None:
    """Return the data version this session reads, None before it reads any."""
    held = st.session_state.get(PINNED)
    return held.generation if isinstance(held, Pinned) else None


def pinned(home: Home, chosen: str | None = None) -> Pinned:
    """Return what this session reads: the version `chosen`, else the one of its first run for as long as it can be read."""
    held = st.session_state.get(PINNED)
    if chosen is not None:
        return held if _is_of(held, chosen) else _pin_version(home, chosen)
    if not isinstance(held, Pinned) or held.is_chosen:
        return pin(home)
    try:
        open_warehouse(home, held.generation)
        return held
    except NoDataError:
        raise
    except WarehouseError:
        return pin(home, NO_LONGER_KEPT)


def _is_of(held: object, chosen: str) -> TypeGuard[Pinned]:
    return isinstance(held, Pinned) and held.is_chosen and str(held.generation) == chosen


def _pin_version(home: Home, chosen: str) -> Pinned:
    """Let this session read one kept version; where it is not kept, the newest, saying so."""
    in_force = home.current()
    if in_force is None:
        raise NoDataError(home.council.name)
    try:
        found = Pinned(open_warehouse(home, int(chosen)).generation, in_force, is_chosen=True)
    except (WarehouseError, ValueError):
        return pin(home, NOT_KEPT.format(version=chosen))
    st.session_state[PINNED] = found
    return found


def pin(home: Home, notice: str = "") -> Pinned:
    """Let this session read the newest figures that can be read from now on; raises NoDataError before the first load."""
    if home.current() is None:
        raise NoDataError(home.council.name)
    newest = open_warehouse(home)
    in_force = home.current() or newest.generation
    found = Pinned(newest.generation, in_force, LAST_GOOD if newest.notice else notice, newest.notice)
    st.session_state[PINNED] = found
    return found


def register_version(home: Home) -> int:
    """Return the register's version, or while it cannot be read the last one known, whose answers are kept; says which.

    A register in a file is asked again only when the file was written to, which saves a tenth of a run.
    """
    known = _versions_read()
    try:
        register = register_of(home.folder)
        stamp = register.stamp()  # before the version: a write in between makes the next run ask again
        if stamp is None or home.folder not in known or known[home.folder][0] != stamp:
            known[home.folder] = (stamp, register.version())
    except RegisterError:
        if home.folder not in known:
            raise
        say_stale(REGISTER_AS_READ)
    return known[home.folder][1]


@st.cache_resource(show_spinner=False)
def _versions_read() -> dict[Path, tuple[tuple[int, ...] | None, int]]:
    return {}
