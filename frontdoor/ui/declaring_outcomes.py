"""The fields of a pilot's outcomes: the one that decides, those that must not get worse, and those to learn from."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from frontdoor.answers.pilot_declaring import Declaring
from frontdoor.answers.pilot_measures import MeasureOffered
from frontdoor.schema.units import Better
from frontdoor.statistics.pilot_weeks import Shape
from frontdoor.strategy.pilot_plan import Role
from frontdoor.ui.declaring_comparison import comparison_fields
from frontdoor.ui.declaring_fields import OPTIONAL, Fields, say_small
from frontdoor.ui.declaring_where import COUNTED, Table, where_fields

HEADS = {Role.PRIMARY: "What decides", Role.GUARD: "What must not get worse", Role.SECONDARY: "For learning"}
THRESHOLDS = {
    "within_seconds": "Within how many seconds",
    "short_abandon_seconds": "Calls given up within how many seconds are left out",
    "within_days": "Within how many days",
    "promised_working_days": "Within how many working days",
    "acknowledged_within": "Acknowledged within how many working days",
}
SHAPES = {Shape.STEP: "At once", Shape.AVERAGE: "Building up over the weeks"}
WAYS = {-1: "Fall", 1: "Rise"}
USUAL_MEASURE = "calls_offered"
WORTHWHILE = "The smallest change that would be worth what the pilot costs. If the figures cannot show that it was reached, it is not met."
MARGIN = "How much worse you could still live with. “No worse at all” can never be shown; “less worse than this” can."
NAME = "What people call it"
WAY = "This figure is neither better nor worse by itself; say which way the pilot should move it."
THRESHOLD = "The limit the figure is counted by. It is part of the plan and stays as it is."
QUESTION = "Which question of the survey the figure is about."
SHAPE = "Choose before you see any figure. If people will need weeks to get used to it, it builds up."


def outcome_tables(fields: Fields, offered: Declaring) -> list[Table]:
    """Draw every outcome and the buttons that add one; return what they say, the one that decides first."""
    listed = _listed(fields)
    tables: list[Table] = []
    for number, (identity, role) in enumerate(listed):
        taken = [str(table["key"]) for table in tables]
        with st.container(border=True, key=f"fd-declared-{fields.session}-{identity}"):
            st.html(f'<h3 class="fd-headline">{HEADS[role]}</h3>')
            tables.append(_outcome(fields, offered, identity, role, taken))
            if role is not Role.PRIMARY:
                st.button(
                    "Leave it out", key=f"{fields.session}-out-{identity}", on_click=partial(_drop, listed, number)
                )
    add_guard, add_other, _ = st.columns([1.2, 1, 1])
    with add_guard:
        _adder("Add what must not get worse", Role.GUARD, fields, listed)
    with add_other:
        _adder("Add one for learning", Role.SECONDARY, fields, listed)
    return tables


def _listed(fields: Fields) -> list[tuple[int, Role]]:
    """Return (number, role) of the outcomes on the form, kept for the session."""
    key = f"{fields.session}-outcomes"
    if key not in st.session_state:
        st.session_state[key] = [(number, Role(str(each["role"]))) for number, each in enumerate(_all_held(fields))]
    listed: list[tuple[int, Role]] = st.session_state[key]
    return listed


def _all_held(fields: Fields) -> list[Table]:
    held = fields.held.get("outcome")
    tables = [dict(each) for each in held] if isinstance(held, list) else []
    primary = [each for each in tables if each.get("role") == Role.PRIMARY] or [{"role": Role.PRIMARY.value}]
    return [*primary, *(each for each in tables if each.get("role") != Role.PRIMARY)]


def _held(fields: Fields, identity: int) -> Table:
    held = _all_held(fields)
    return held[identity] if identity < len(held) else {}


def _drop(listed: list[tuple[int, Role]], number: int) -> None:
    del listed[number]


def _adder(label: str, role: Role, fields: Fields, listed: list[tuple[int, Role]]) -> None:
    identity = max(number for number, _ in listed) + 1
    add: Callable[[], None] = partial(listed.append, (max(identity, len(_all_held(fields))), role))
    st.button(label, key=f"{fields.session}-add-{role.value}", on_click=add)


def _outcome(fields: Fields, offered: Declaring, identity: int, role: Role, taken: list[str]) -> Table:
    """Draw one outcome; its key is made of its name, so that errors and later versions find it again."""
    session, held = f"{fields.session}-outcome-{identity}", _held(fields, identity)
    name, measured = st.columns([1, 1])
    kept = str(held.get("key", ""))
    with name:
        label = Fields(session, "", held).text("label", NAME, "As it should stand in the report.")
        room = st.empty()
    key = kept or unique(key_of(label) or f"outcome_{identity + 1}", taken)
    own = replace(fields, session=session, place=f"{fields.place}.outcome.{key}", held=held)
    own.slots[f"{own.place}.label"] = own.slots[own.place] = room
    own.labels[f"{own.place}.label"] = own.labels[own.place] = NAME
    with measured:
        measure = _measure(own, offered)
    table: Table = {"key": key, "role": role.value, "measure": measure.key, **({"label": label} if label else {})}
    table |= _change(own, role, measure)
    table |= _thresholds(own, measure) | _question(own, measure, offered)
    where = where_fields(own.inner("where"), offered, COUNTED, has_hours=measure.is_timed)
    comparison = comparison_fields(own, where, offered, is_timed=measure.is_timed)
    return table | ({"where": where} if where else {}) | ({"comparison": comparison} if comparison else {})


def _measure(own: Fields, offered: Declaring) -> MeasureOffered:
    usual = USUAL_MEASURE if USUAL_MEASURE in offered.measures else next(iter(offered.measures))
    key = own.one_of(
        "measure", "Figure", {each: measure.label for each, measure in offered.measures.items()}, usual,
        "One of your promised measures, which come first, or any that Frontdoor can count.",
    )  # fmt: skip
    say_small(offered.measures[key].definition)
    return offered.measures[key]


def _change(own: Fields, role: Role, measure: MeasureOffered) -> Table:
    """Draw how much change is worth having, or how much worse is borne; its sign follows from the figure or is chosen."""
    unit = f", {measure.unit}" if measure.unit else ""
    if role is Role.GUARD:
        margin = own.number("margin", f"How much worse is still borne{unit}", MARGIN, said_as=measure.said)
        return {} if margin is None else {"margin": measure.kept(margin)}
    size, way, shape = st.columns([1, 1, 1])
    with size:
        label = f"Smallest change worth having{unit}" + (OPTIONAL if role is Role.SECONDARY else "")
        said = own.number("worthwhile", label, WORTHWHILE, said_as=measure.said)
    with way:
        sign = _sign(own, measure)
    with shape:
        held = own.one_of("shape", "How the effect comes", SHAPES, Shape.STEP, SHAPE)
    chosen: Table = {"shape": held.value}
    return chosen if said is None else {**chosen, "worthwhile": measure.kept(said) * sign}


def _sign(own: Fields, measure: MeasureOffered) -> int:
    if measure.better is not Better.NEITHER:
        way = 1 if measure.better is Better.HIGHER else -1
        say_small(f"{WAYS[way]}, which is better", "It should")
        return way
    held = own.held.get("worthwhile")
    usual = 1 if isinstance(held, int | float) and held > 0 else -1
    return own.one_of("way", "It should", WAYS, usual, WAY)


def _thresholds(own: Fields, measure: MeasureOffered) -> Table:
    inner = own.inner("parameters")
    said = {each.value: inner.whole(each.value, THRESHOLDS[each.value], None, THRESHOLD) for each in measure.thresholds}
    given = {key: value for key, value in said.items() if value is not None}
    return {"parameters": given} if given else {}


def _question(own: Fields, measure: MeasureOffered, offered: Declaring) -> Table:
    held = str(own.held.get("question", ""))
    if not measure.asks_a_question or not (offered.questions or held):
        return {}
    words = {"": "The first that fits", **({held: held} if held else {}), **offered.questions}
    chosen = own.one_of("question", "Survey question", words, "", QUESTION)
    return {"question": chosen} if chosen else {}


def key_of(label: str) -> str:
    """Return a key made of a label: 'calls_on_mondays'."""
    return re.sub(r"[^a-z0-9]+", "_", label.lower()).strip("_")[:60]


def unique(key: str, taken: list[str]) -> str:
    """Return the key, numbered where it is taken."""
    numbered = (f"{key}_{number}" for number in range(2, len(taken) + 3))
    return key if key not in taken else next(each for each in numbered if each not in taken)
