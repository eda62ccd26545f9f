"""The fields of the form that declares a pilot: each holds what the plan said, and has room beside it for what is wrong."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from frontdoor.errors import StrategyError
from frontdoor.ui.blocks import paragraph
from frontdoor.ui.popover import plain_label

Option = TypeVar("Option")

OPTIONAL = " (optional)"
EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)
LONGEST_TEXT = 2_000  # letters; a plan is read, not studied
PENCE_IN_A_POUND = 100


@dataclass(frozen=True, slots=True)
class Fields:
    """Fields of one table of the plan, at `place` as errors name it; `held` is what they hold before anyone types.

    `session` begins the keys of widgets; `slots` is where an error is written, by its place, and
    `labels` how people call the field there.
    """

    session: str
    place: str
    held: Mapping[str, object]
    slots: dict[str, DeltaGenerator] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)

    def inner(self, key: str, session: str = "") -> "Fields":
        """Return the fields of the table at `key`."""
        held = self.held.get(key)
        return replace(
            self,
            session=f"{self.session}-{session or key}",
            place=f"{self.place}.{key}",
            held=held if isinstance(held, Mapping) else {},
        )

    def text(self, key: str, label: str, explained: str = "", *, is_long: bool = False) -> str:
        draw = st.text_area if is_long else st.text_input
        said = draw(
            label, str(self.held.get(key, "")), key=self.key(key), help=explained or None, max_chars=LONGEST_TEXT,
            persist_state="session",
        )  # fmt: skip
        self.leave_room(key, label)
        return (said or "").strip()

    def day(self, key: str, label: str, usual: date | None, explained: str = "") -> date | None:
        held = self.held.get(key, usual)
        said = st.date_input(
            label, held if isinstance(held, date) else None, min_value=EARLIEST, max_value=LATEST, format="DD/MM/YYYY",
            key=self.key(key), help=explained or None, persist_state="session",
        )  # fmt: skip
        self.leave_room(key, label)
        return said if isinstance(said, date) else None

    def number(
        self, key: str, label: str, explained: str = "", *, said_as: Callable[[float], float] = float
    ) -> float | None:
        """Draw a field for a number above 0 or 0; `said_as` turns the number held into the one shown."""
        held = self.held.get(key)
        value = said_as(float(held)) if isinstance(held, int | float) else None
        said = st.number_input(
            label, min_value=0.0, value=None if value is None else abs(value), step=None, format="%.10g",
            key=self.key(key), help=explained or None, persist_state="session",
        )  # fmt: skip
        self.leave_room(key, label)
        return None if said is None else float(said)

    def pounds(self, key: str, label: str, explained: str = "") -> float | None:
        """Draw a field for an amount in pounds and return it in pence."""
        said = self.number(key, label, explained, said_as=lambda pence: float(Decimal(str(pence)) / PENCE_IN_A_POUND))
        return None if said is None else float(Decimal(str(said)) * PENCE_IN_A_POUND)

    def whole(self, key: str, label: str, usual: int | None, explained: str = "") -> int | None:
        held = self.held.get(key, usual)
        said = st.number_input(
            label, min_value=0, value=held if isinstance(held, int) else None, step=1, key=self.key(key),
            help=explained or None, persist_state="session",
        )  # fmt: skip
        self.leave_room(key, label)
        return None if said is None else int(said)

    def one_of(self, key: str, label: str, options: Mapping[Option, str], usual: Option, explained: str = "") -> Option:
        """Draw a choice of one by its words; what was held before or else `usual` is chosen at first."""
        values, held = list(options), self.held.get(key, usual)
        index = values.index(held if held in options else usual)  # type: ignore[arg-type]
        said = st.selectbox(
            label, values, index=index, format_func=distinct(options).__getitem__, key=self.key(key), help=explained or None,
            persist_state="session",
        )  # fmt: skip
        self.leave_room(key, label)
        return said if said in options else usual

    def some_of(self, key: str, label: str, options: Mapping[str, str], explained: str = "", *, may_add: bool = False) -> list[str]:  # fmt: skip
        """Draw a choice of several by their labels; `may_add` lets people write others."""
        held = self.held.get(key)
        chosen = [str(each) for each in held] if isinstance(held, Sequence) else []
        labels = distinct(dict(options) | {each: each for each in chosen if each not in options})
        said = st.multiselect(
            label, list(labels), default=chosen, format_func=lambda each: labels.get(each, each), key=self.key(key),
            help=explained or None, accept_new_options=may_add, persist_state="session",
        )  # fmt: skip
        self.leave_room(key, label)
        return [each.strip() for each in said if each.strip()]

    def flag(self, key: str, label: str, explained: str = "", *, usual: bool = False) -> bool:
        held = self.held.get(key, usual)
        said = st.checkbox(label, bool(held), key=self.key(key), help=explained or None, persist_state="session")
        self.leave_room(key, label)
        return bool(said)

    def leave_room(self, key: str, label: str) -> None:
        """Keep room for an error under what was drawn last, which people call `label`."""
        self.slots[f"{self.place}.{key}"] = st.empty()
        self.labels[f"{self.place}.{key}"] = label.removesuffix(OPTIONAL)

    def key(self, key: str) -> str:
        return f"{self.session}-{key}"


def distinct(options: Mapping[Option, str]) -> dict[Option, str]:
    """Return the labels, the key added to one that another has already: Streamlit tells options apart by their labels."""
    found: dict[Option, str] = {}
    for key, label in options.items():
        found[key] = f"{label} ({key})" if label in found.values() else label
    return found


def say_beside(error: StrategyError, fields: Fields) -> str:
    """Write an error beside the field it is about, the one at its place or else the nearest above it; return it with its name."""
    place, advice = error.place, sentence(error.advice or str(error))
    while place and place not in fields.slots:
        place = place.rpartition(".")[0]
    if not place:
        return advice
    fields.slots[place].error(plain_label(advice))
    return f"{fields.labels[place]}: {advice}"


def say_small(words: str, label: str = "") -> None:
    """Write words that help, or what follows from another field, where a field would stand."""
    st.html((paragraph(label, "fd-small") if label else "") + paragraph(words, "" if label else "fd-small"))


def sentence(advice: str) -> str:
    """Return advice with a capital letter."""
    return advice[:1].upper() + advice[1:]
