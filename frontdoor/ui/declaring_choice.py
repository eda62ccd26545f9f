"""What is to be declared: a new pilot, one that the strategy announces, or a change of one that is declared."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

import streamlit as st

from frontdoor.answers.pilot_declaring import Declaring
from frontdoor.register.pilot_plans import HeldPilot
from frontdoor.strategy.pilot_tables import plan_table
from frontdoor.strategy.strategy import Pilot
from frontdoor.ui.declaring_plan import usual_days

NEW = "A new pilot"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the form begins with: a `name` for its widgets, the plan's key ('': not yet), the table held, the pilot that stands."""

    name: str
    key: str
    held: Mapping[str, object]
    standing: HeldPilot | None = None


def choose_what_to_declare(offered: Declaring) -> Chosen:
    """Draw the choice; without anything to choose from there is none."""
    choices = {NEW: Chosen("new", "", {})}
    choices |= {
        f"“{each.title}”, which the strategy announces": _announced(each, offered) for each in offered.announced
    }
    choices |= {f"A change of “{each.plan.title}”": _standing(each) for each in offered.held}
    if len(choices) == 1:
        return choices[NEW]
    said = st.selectbox("What do you want to declare?", list(choices), key="pilot-form-choice", persist_state="session")
    return choices.get(said, choices[NEW])


def _announced(pilot: Pilot, offered: Declaring) -> Chosen:
    held: dict[str, object] = {"title": pilot.title, "what": pilot.what, "source": pilot.source}
    if pilot.weeks:
        first, _ = usual_days(offered.today)
        held |= {"first_day": first, "last_day": first + timedelta(weeks=pilot.weeks, days=-1)}
    return Chosen(f"announced-{pilot.key}", pilot.key, held)


def _standing(held: HeldPilot) -> Chosen:
    return Chosen(f"change-{held.plan.key}-{held.digest[:8]}", held.plan.key, plan_table(held.plan), held)
