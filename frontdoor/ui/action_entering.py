"""What every form of actions and commentary shares: which row its reader has seen, entering once, and what was done."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from frontdoor.errors import FrontdoorError
from frontdoor.ui.popover import plain_label

NAME_HELP = "Kept with the entry as a name given, not verified."


@dataclass(frozen=True, slots=True)
class Entering:
    """The forms of one kind, told apart by `name`; a form that was used is a new one."""

    name: str

    def key(self, widget: str, place: str = "") -> str:
        """Return the key of a widget, of one place where that is given."""
        return f"{self.name}-{widget}-{st.session_state.get(f'{self.name}-times', 0)}{f'-{place}' if place else ''}"

    def seen(self, place: str, latest: int | None) -> int | None:
        """Return the newest row that was on this reader's screen before this run, and remember the one shown now."""
        name = f"{self.name}-seen-{place}"
        seen: int | None = st.session_state.get(name, latest)
        st.session_state[name] = latest
        return seen

    def say(self) -> None:
        """Say what was done last, where something was."""
        if said := st.session_state.get(f"{self.name}-said"):
            st.success(plain_label(said))

    def refuse(self, error: FrontdoorError) -> None:
        """Say why it was not done."""
        st.session_state.pop(f"{self.name}-said", None)
        st.error(plain_label(str(error)))

    def do(self, act: Callable[[], str]) -> None:
        """Do it and show the page anew, or say why it was not done."""
        try:
            said = act()
        except FrontdoorError as error:
            self.refuse(error)
            return
        for name in [each for each in st.session_state if str(each).startswith(f"{self.name}-seen-")]:
            del st.session_state[name]
        self.forget()
        st.session_state[f"{self.name}-said"] = said
        st.session_state[f"{self.name}-times"] = st.session_state.get(f"{self.name}-times", 0) + 1
        st.rerun()

    def doubt(self, entry: object, words: tuple[str, ...]) -> None:
        """Remember what was pointed out of an entry, until it is entered or changed."""
        st.session_state[f"{self.name}-doubted"] = (entry, words)

    def doubted(self, entry: object) -> tuple[str, ...]:
        """Return what was pointed out of this very entry."""
        held = st.session_state.get(f"{self.name}-doubted")
        return held[1] if held and held[0] == entry else ()

    def forget(self) -> None:
        """Let go of what was pointed out."""
        st.session_state.pop(f"{self.name}-doubted", None)
