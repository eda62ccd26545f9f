"""Taking back a pilot that has not begun: a tick, a name and a button."""

from collections.abc import Callable
from datetime import UTC, datetime

import streamlit as st

from frontdoor.answers.pilot_declaring import Declaring, withdraw
from frontdoor.errors import FrontdoorError
from frontdoor.measures.formatting import format_date
from frontdoor.register.pilot_plans import HeldPilot
from frontdoor.ui.asking import Reader
from frontdoor.ui.popover import plain_label

BEGUN = "This pilot began on {day}. What you enter is kept as an edit and shown beside the result; what is judged stays as it was declared."
WITHDRAWN = "Withdrawn: {title}. The register keeps its plan."


def show_withdrawing(held: HeldPilot, asked: Reader, offered: Declaring, done: Callable[[str], None]) -> None:
    """Draw what takes the pilot back before its first day; say why it cannot be once it has begun."""
    plan = held.plan
    if plan.first_day <= offered.today:
        st.info(BEGUN.format(day=format_date(plan.first_day)))
        return
    key = f"pilot-withdraw-{plan.key}"
    with st.expander("Withdraw this pilot instead"):
        by = st.text_input("Your name", key=f"{key}-by", help="Kept as a name given, not verified.")
        sure = st.checkbox("Yes, withdraw it. Its plan stays in the register.", key=f"{key}-sure")
        if st.button("Withdraw the pilot", key=f"{key}-go", disabled=not sure):
            try:
                withdraw(plan.key, by or "", asked.filters, asked.audience, datetime.now(UTC))
            except FrontdoorError as error:
                st.error(plain_label(str(error)))
            else:
                done(WITHDRAWN.format(title=plan.title))
