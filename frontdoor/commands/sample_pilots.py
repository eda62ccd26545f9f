"""Enters the invented plans of a fictional council's pilots into its register, on the invented days and by the people they name."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from frontdoor.answers.context import register_of
from frontdoor.strategy.council import Council
from frontdoor.strategy.entry import Entry
from frontdoor.strategy.pilot_entries import read_plans
from frontdoor.strategy.pilot_names import pilot_names
from frontdoor.strategy.pilot_plan import PilotPlan
from frontdoor.strategy.reading import shipped_councils
from frontdoor.strategy.toml_file import open_toml
from frontdoor.warehouse.home import Home

FILE_KEYS, ENTERED_KEYS = ("pilot", "entered"), ("pilot", "on", "at", "author")


@dataclass(frozen=True, slots=True)
class EnteredPlan:
    """A plan with when and by whom it was entered, both invented."""

    plan: PilotPlan
    entered_at: datetime
    author: str


def enter_pilots(home: Home) -> int:
    """Declare every invented plan of this council that does not stand yet, as on its day; return how many were entered."""
    register = register_of(home.folder)
    standing = {held.plan.key for held in register.pilots()}
    missing = [each for each in invented_plans(home.council) if each.plan.key not in standing]
    for each in missing:
        register.declare_pilot(each.plan, each.author, each.entered_at)
    return len(missing)


def invented_plans(council: Council, folder: Path | None = None) -> tuple[EnteredPlan, ...]:
    """Return a fictional council's plans in the order of their entry, times in its own zone; none where it has no file.

    They are read from `folder`, by default the one that ships.
    """
    path = (folder or plans_folder()) / f"{council.key}.toml"
    if not path.exists():
        return ()
    top = open_toml(path, "file of plans").top.only(FILE_KEYS)
    names = pilot_names(council.measures, council.services, council.questions)
    plans = {plan.key: plan for plan in read_plans(top, names, council.strategy.pilots)}
    entered = (_entered(entry, plans, council) for entry in top.entries("entered", ENTERED_KEYS))
    return tuple(sorted(entered, key=lambda each: each.entered_at))


def plans_folder() -> Path:
    """Return the folder of the fictional councils' plans, <key>.toml each."""
    return shipped_councils().with_name("pilots")


def _entered(entry: Entry, plans: dict[str, PilotPlan], council: Council) -> EnteredPlan:
    plan = plans[entry.name_in("pilot", tuple(plans), "pilot")]
    moment = datetime.combine(entry.day("on"), entry.clock_time("at"), ZoneInfo(council.time_zone))
    return EnteredPlan(plan, moment, entry.text("author"))
