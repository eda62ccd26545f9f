"""The forms that add an action and change the one chosen; only officers see them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import streamlit as st

from frontdoor.access.audience import Audience
from frontdoor.answers.actions_changing import ActionOffered, action_offered, enter_changed, enter_new
from frontdoor.answers.targets_changing import Asking
from frontdoor.figure import Figure
from frontdoor.register.actions import LONGEST_NOTE, LONGEST_TITLE, ActionEntry, Status
from frontdoor.ui.action_entering import NAME_HELP, Entering
from frontdoor.ui.asking import Reader
from frontdoor.ui.popover import plain_label

FORM = Entering("fd-action")
CHANGED_MEANWHILE = (
    "{who} changed this action while you looked at it. Look at its versions above before you enter yours."
)
START_HELP = "The first day on which it could have moved its measure. It is drawn on that measure’s chart."


def show_forms(asked: Reader, key: str) -> Sequence[Figure]:
    """Draw the form for the action chosen and the one for a new action; they draw no figures."""
    if asked.audience is not Audience.OFFICER:
        return ()
    asking = Asking(asked.filters, asked.audience, datetime.now(UTC))
    found = action_offered(asking, key)
    with st.container(key="fd-actions-forms"):
        FORM.say()
        if found.held is None:
            _adding(asking, found)
            return ()
        left, right = st.columns(2, gap="medium")
        with left:
            _changing(asking, found)
        with right:
            _adding(asking, found)
    return ()


def _adding(asking: Asking, found: ActionOffered) -> None:
    with st.container(border=True, key="fd-action-adding"):
        st.html('<h2 class="fd-headline">Add an action</h2>')
        with st.form(FORM.key("add"), border=False):
            entry = _fields(found, ActionEntry(""), "add")
            author = st.text_input("Your name", key=FORM.key("add-by"), help=NAME_HELP)
            is_pressed = st.form_submit_button("Add the action", type="primary")
        if is_pressed:
            FORM.do(lambda: enter_new(asking, entry, author))


def _changing(asking: Asking, found: ActionOffered) -> None:
    held = found.held
    assert held is not None
    seen = FORM.seen(held.key, held.id)
    with st.container(border=True, key="fd-action-changing"):
        st.html('<h2 class="fd-headline">Change this action</h2>')
        if seen != held.id:
            st.warning(plain_label(CHANGED_MEANWHILE.format(who=held.author)))
        with st.form(FORM.key("change", held.key), border=False):
            entry = _fields(found, held.entry, f"change-{held.key}")
            author = st.text_input("Your name", key=FORM.key("change-by", held.key), help=NAME_HELP)
            is_pressed = st.form_submit_button("Enter the change", type="primary")
        if is_pressed:
            FORM.do(lambda: enter_changed(asking, held, entry, author, seen))


def _fields(found: ActionOffered, entry: ActionEntry, place: str) -> ActionEntry:
    """Draw the fields of an action, filled with what is held, and return what they hold now."""
    title = st.text_input("What is to be done", entry.title, key=FORM.key("title", place), max_chars=LONGEST_TITLE)
    first, second = st.columns(2)
    owner = first.text_input("Owner", entry.owner, key=FORM.key("owner", place))
    states = [each.value.capitalize() for each in Status]
    status = second.selectbox(
        "Status", states, states.index(entry.status.value.capitalize()), key=FORM.key("status", place)
    )
    start = first.date_input(
        "Begins", entry.start_date, key=FORM.key("start", place), format="DD/MM/YYYY", help=START_HELP
    )
    due = second.date_input("Due", entry.due_date, key=FORM.key("due", place), format="DD/MM/YYYY")
    measure = _key_of("Measure it should move", found.measures, entry.measure_key, FORM.key("measure", place))
    first, second = st.columns(2)
    with first:
        service = _key_of("Service", found.services, entry.service, FORM.key("service", place))
    with second:
        ward = _key_of("Ward", found.wards, entry.ward, FORM.key("ward", place))
    note = st.text_area("Note", entry.note, key=FORM.key("note", place), max_chars=LONGEST_NOTE, height=80)
    return ActionEntry(title, owner, due, Status(status.lower()), measure, service, note, ward, start)


def _key_of(label: str, labels: Mapping[str, str], held: str, widget: str) -> str:
    """Draw a choice by label and return its key; labels that are the same for two keys are told apart by the key."""
    keys = list(labels)
    chosen = st.selectbox(label, keys, keys.index(held), key=widget, format_func=lambda key: plain_label(labels[key]))
    return str(chosen)
