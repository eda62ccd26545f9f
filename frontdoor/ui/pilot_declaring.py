"""The form that declares a pilot before it starts: what it says is read as a file would be, shown in words, then entered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

import streamlit as st

from frontdoor.access.audience import Audience
from frontdoor.answers.pilot_declaring import Declaring, declare, declaring, plan_from
from frontdoor.answers.pilot_plan_words import is_late, plan_boxes
from frontdoor.errors import FrontdoorError, StrategyError
from frontdoor.measures.formatting import format_date
from frontdoor.strategy.pilot_plan import PilotPlan
from frontdoor.ui.asking import ANSWERS_KEPT, Reader
from frontdoor.ui.declaring_choice import choose_what_to_declare
from frontdoor.ui.declaring_fields import Fields, say_beside
from frontdoor.ui.declaring_outcomes import key_of, unique
from frontdoor.ui.declaring_plan import plan_table, still_needed
from frontdoor.ui.declaring_withdrawing import show_withdrawing
from frontdoor.ui.popover import plain_label
from frontdoor.ui.view_words import box_html

OPEN, SAID, TIMES = "pilot-form-open", "pilot-form-said", "pilot-form-times"
PLAN = "pilot"
MINUTES = 15  # time zones differ by quarters of an hour
WHY = (
    "From its first day a plan is frozen: whoever reads the result can see that what counts as success was settled before anybody "
    "saw a figure. A plan entered later is marked retrospective for good."
)
ENTERED, CHANGED, EDITED = "Declared: {title}.", "Changed: {title}.", "Kept as an edit of {title}, which has begun."
SURE = "It began before tomorrow. Mark it retrospective for good; it cannot be withdrawn."
NAME_HELP = "Kept with the plan as a name given, not verified."


@dataclass(frozen=True, slots=True)
class Form:
    """One state of the form: whom it asks for, what it offers, the key of its plan and where its widgets keep what they hold."""

    asked: Reader
    offered: Declaring
    key: str
    session: str

    def remembered(self, name: str) -> str:
        return f"{self.session}-{name}"


def show_declaring(asked: Reader) -> None:
    """Draw the button that opens the form, and the form; nothing for readers who are not officers."""
    if asked.audience is Audience.OFFICER:
        _declaring(asked)


@st.fragment
def _declaring(asked: Reader) -> None:
    """Draw all of it by itself, so that typing does not work the page out again."""
    with st.container(key="fd-declaring"):
        if said := st.session_state.get(SAID):
            st.success(plain_label(said))
        is_open = bool(st.session_state.get(OPEN))
        label = "Close the form" if is_open else "Declare or change a pilot"
        st.button(label, key="pilot-form-toggle", on_click=_toggle)
        if is_open:
            try:
                _form(asked)
            except FrontdoorError as error:
                st.error(plain_label(str(error)))


def _toggle() -> None:
    st.session_state[OPEN] = not st.session_state.get(OPEN, False)
    st.session_state.pop(SAID, None)


def _form(asked: Reader) -> None:
    offered = _offered(asked, quarter_of(datetime.now(UTC)))
    with st.container(border=True, key="fd-declare"):
        st.html(f'<h2 class="fd-headline">Declare a pilot before it starts</h2><p>{WHY}</p>')
        chosen = choose_what_to_declare(offered)
        session = f"pilot-{st.session_state.get(TIMES, 0)}-{chosen.name}"
        if chosen.standing is not None:
            show_withdrawing(chosen.standing, asked, offered, _done)
        fields = Fields(session, PLAN, chosen.held)
        table = plan_table(fields, offered, chosen.key)
        form = Form(asked, offered, chosen.key or _new_key(table, offered), session)
        _check_and_enter(form, {**table, "key": form.key}, fields)


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def _offered(asked: Reader, quarter: datetime) -> Declaring:
    """Return what the form offers, kept for a quarter of an hour: typing need not ask again what there is."""
    return declaring(asked.filters, asked.audience, quarter)


def quarter_of(now: datetime) -> datetime:
    """Return the quarter of an hour that `now` is in: no council's day begins within one."""
    return now.replace(minute=now.minute // MINUTES * MINUTES, second=0, microsecond=0)


def _new_key(table: Mapping[str, object], offered: Declaring) -> str:
    return unique(key_of(str(table.get("title", ""))) or PLAN, [plan.key for plan in offered.plans])


def _check_and_enter(form: Form, table: Mapping[str, object], fields: Fields) -> None:
    """Say what is still needed, then check, then show in words what would be entered and enter it."""
    many, missing = still_needed(table)
    words = f"Still needed: {', '.join(missing)}." if missing else "Everything that is needed is there."
    st.progress((many - len(missing)) / many, text=f"{many - len(missing)} of {many} needed parts. {words}")
    if st.button("Check the plan", key=form.remembered("check"), type="primary"):
        st.session_state[form.remembered("checked")] = True
    if not st.session_state.get(form.remembered("checked")):
        return
    try:
        plan = plan_from(table, form.asked.filters, form.asked.audience)
    except StrategyError as error:
        st.error(plain_label(f"The plan cannot be entered yet. {say_beside(error, fields)}"))
        return
    st.html("".join(box_html(box) for box in plan_boxes(plan, form.offered)))
    _enter(form, plan)


def _enter(form: Form, plan: PilotPlan) -> None:
    standing = next((each.plan for each in form.offered.held if each.plan.key == plan.key), None)
    sure = True
    if is_late(plan, form.offered) and (standing is None or not is_late(standing, form.offered)):
        st.warning(_late_words(plan.first_day, form.offered.today))
        sure = st.checkbox(SURE, key=form.remembered("sure"))
    by = st.text_input("Your name", key=form.remembered("by"), help=NAME_HELP, persist_state="session")
    label = "Declare the pilot" if standing is None else "Enter the change"
    if st.button(label, key=form.remembered("enter"), type="primary", disabled=not sure):
        _write(form, plan, standing, by or "")


def _late_words(first: date, today: date) -> str:
    when = "is today" if first == today else "lies in the past"
    return f"The first day, {format_date(first)}, {when}: this plan will be marked retrospective for good."


def _write(form: Form, plan: PilotPlan, standing: PilotPlan | None, by: str) -> None:
    try:
        with st.spinner("Writing it down"):
            declare(plan, by, form.asked.filters, form.asked.audience, datetime.now(UTC))
    except FrontdoorError as error:
        st.error(plain_label(str(error)))
        return
    said = ENTERED if standing is None else EDITED if is_late(standing, form.offered) else CHANGED
    _done(said.format(title=plan.title))


def _done(said: str) -> None:
    """Say what was done, close the form, and show the page anew."""
    st.session_state[SAID] = said
    st.session_state[OPEN] = False
    st.session_state[TIMES] = st.session_state.get(TIMES, 0) + 1
    st.rerun()
