"""The forms that change a target, name who sets one, and approve a change that waits; only officers see them."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

import streamlit as st

from frontdoor.access.audience import Audience
from frontdoor.answers.targets_changing import (
    Asking,
    Named,
    Offered,
    Typed,
    approve_waiting,
    easier_warning,
    enter_target,
    name_owner,
    offered,
)
from frontdoor.answers.targets_held import HeldTarget
from frontdoor.errors import FrontdoorError
from frontdoor.figure import Figure
from frontdoor.register.entries import Approval
from frontdoor.ui.asking import Reader
from frontdoor.ui.blocks import paragraph
from frontdoor.ui.popover import plain_label

SAID, TIMES, UNSURE = "frontdoor-target-said", "frontdoor-target-times", "frontdoor-target-unsure"
SEEN = "frontdoor-target-seen-"
"""Before the name of a place: the newest row of it that this reader was shown."""

NAME_HELP = "Kept with the change as a name given, not verified."
CHANGED_MEANWHILE = (
    "This target was changed while you looked at it: {who}. Look at the history above before you enter yours."
)
NEAR_HELP = "Optional. Misses nearer than this are “close” instead of “missed”."


def show_forms(asked: Reader, key: str, service: str) -> Sequence[Figure]:
    """Draw the forms for one target below it; they draw no figures."""
    if asked.audience is not Audience.OFFICER:
        return ()
    asking = Asking(asked.filters, asked.audience, datetime.now(UTC))
    found = offered(asking, key, service)
    with st.container(key="fd-targets-forms"):
        if said := st.session_state.get(SAID):
            st.success(plain_label(said))
        _approving(asking, found)
        left, right = st.columns([1.75, 1], gap="medium")
        with left:
            _changing(asking, found)
        with right:
            _owning(asking, found)
    return ()


def _approving(asking: Asking, found: Offered) -> None:
    """Draw the form that puts a change of a file in force, where one waits."""
    if not found.waiting:
        return
    with st.container(border=True, key="fd-target-approving"), st.form(_form("approve"), border=False):
        st.html('<h2 class="fd-headline">Approve a change that waits</h2>')
        labels = {f"{each.name}: {each.sentence}": each.name for each in found.waiting}
        chosen = st.selectbox("Which change?", list(labels), key=_form("which"))
        by, where = _approved("approve")
        first, author = _from_and_name("approve", found.today)
        if st.form_submit_button("Approve"):
            _do(lambda: approve_waiting(asking, labels[chosen], Approval(by, where, first), author))


def _changing(asking: Asking, found: Offered) -> None:
    """Draw the form that changes the target chosen; one that makes it easier is entered only by a second click."""
    held, seen = found.held, _seen(f"{found.held.promised.key}-{found.held.service}", found.seen)
    with st.container(border=True, key="fd-target-changing"):
        st.html('<h2 class="fd-headline">Change this target</h2>')
        st.html(paragraph(f"{held.name}. In force now: {found.value or 'no target'}."))
        if seen != found.seen:
            st.warning(plain_label(CHANGED_MEANWHILE.format(who=found.last_entered)))
        with st.form(_form("change", held), border=False):
            value, near = st.columns(2)
            said = value.text_input(
                "New target, with its unit", key=_form("value", held), placeholder=f"{found.example}, or TBA"
            )
            tolerance = near.text_input("Close within", found.tolerance, key=_form("near", held), help=NEAR_HELP)
            why = st.text_area("Why it changes", key=_form("why", held), max_chars=1000)
            by, where = _approved("change", held)
            first, author = _from_and_name("change", found.today, held)
            typed = Typed(held.promised.key, held.service, said, tolerance, first, why, by, where, author, seen)
            pressed = st.form_submit_button("Enter the change", type="primary")
        if pressed:
            _check(asking, typed)
        elif st.session_state.get(UNSURE) and st.session_state[UNSURE][0] == typed:
            _confirm(asking, typed)


def _check(asking: Asking, typed: Typed) -> None:
    """Enter the target typed, or where it makes the promise easier ask once more."""
    try:
        warning = easier_warning(asking, typed)
    except FrontdoorError as error:
        st.error(plain_label(str(error)))
        return
    if not warning:
        _do(lambda: enter_target(asking, typed))
        return
    st.session_state[UNSURE] = (typed, warning)
    _confirm(asking, typed)


def _confirm(asking: Asking, typed: Typed) -> None:
    st.warning(plain_label(st.session_state[UNSURE][1]))
    if st.button("Enter the easier target", key=_form("sure")):
        _do(lambda: enter_target(asking, typed))


def _owning(asking: Asking, found: Offered) -> None:
    """Draw the form that names who sets the target chosen, and by when."""
    held = found.held
    place = (held.promised.key, held.service)
    seen = _seen(f"owner-{'-'.join(place)}", found.duty_seen)
    with st.container(border=True, key="fd-target-owning"), st.form(_form("own", held), border=False):
        st.html('<h2 class="fd-headline">Who sets it, by when</h2>')
        owner = st.text_input("Owner", held.owner, key=_form("owner", held))
        due = st.date_input(
            "To be set by", held.duty.due_date if held.duty else None, key=_form("due", held), format="DD/MM/YYYY"
        )
        author = st.text_input("Your name", key=_form("own-by", held), help=NAME_HELP)
        if st.form_submit_button("Name the owner"):
            _do(lambda: name_owner(asking, place, Named(owner, due, author, seen)))


def _approved(form: str, held: HeldTarget | None = None) -> tuple[str, str]:
    by, where = st.columns(2)
    return (
        by.text_input("Who approved it", key=_form(f"{form}-approved", held), placeholder="Cabinet"),
        where.text_input(
            "Where it was approved", key=_form(f"{form}-where", held), placeholder="Cabinet, 1 December 2026, item 7"
        ),
    )


def _from_and_name(form: str, today: date, held: HeldTarget | None = None) -> tuple[date, str]:
    first, name = st.columns(2)
    day = first.date_input(
        "In force from", today, min_value=today, key=_form(f"{form}-from", held), format="DD/MM/YYYY"
    )
    return day, name.text_input("Your name", key=_form(f"{form}-by", held), help=NAME_HELP)


def _seen(place: str, latest: int | None) -> int | None:
    """Return the newest row that was on this reader's screen before this run, and remember the one shown now."""
    name = f"{SEEN}{place}"
    seen: int | None = st.session_state.get(name, latest)
    st.session_state[name] = latest
    return seen


def _do(act: Callable[[], str]) -> None:
    """Do it and show the page anew, or say why it was not done."""
    try:
        st.session_state[SAID] = act()
    except FrontdoorError as error:
        st.session_state.pop(SAID, None)
        st.error(plain_label(str(error)))
        return
    st.session_state[TIMES] = st.session_state.get(TIMES, 0) + 1
    for name in [each for each in st.session_state if each == UNSURE or str(each).startswith(SEEN)]:
        del st.session_state[name]
    st.rerun()


def _form(name: str, held: HeldTarget | None = None) -> str:
    """Return the key of a widget, of one target where that is given; a form that was used is a new one."""
    place = f"-{held.promised.key}-{held.service}" if held else ""
    return f"fd-target-{name}-{st.session_state.get(TIMES, 0)}{place}"
