"""How many people a week takes, half-hour by half-hour: on the calls, and on the rota."""

from dataclasses import dataclass

import numpy as np

from frontdoor.answers.staffing_load import Load
from frontdoor.answers.staffing_rules import Aim
from frontdoor.statistics.arrays import Integers
from frontdoor.statistics.required_agents import required_agents, scheduled_agents
from frontdoor.statistics.required_with_patience import required_with_patience
from frontdoor.strategy.staffing import Staffing


@dataclass(frozen=True, slots=True)
class Need:
    """People by weekday and half-hour (7 x 48), 0 where closed or nothing is known.

    `on_calls` with callers who give up (Erlang A), `if_all_hold` if nobody did (Erlang C), and `on_the_rota` what
    `on_calls` takes on the rota once leave, training and sickness are allowed for.
    """

    on_calls: Integers
    if_all_hold: Integers
    on_the_rota: Integers


def need_of(load: Load, aim: Aim, rules: Staffing, patience_seconds: float, at_once: int = 1) -> Need:
    """Return the fewest people who keep `aim`; `at_once` is how many contacts one person holds, 1 but for chats.

    With endless patience both ways of counting are one. The share kept is of all calls, those given up counted as late.
    """
    cover = np.where(load.is_told, rules.minimum_cover, 0)
    patient = required_agents(
        load.erlangs,
        load.handle,
        target=aim.target,
        within_seconds=aim.within_seconds,
        occupancy_limit=rules.occupancy_limit,
    )
    on_calls = patient
    if np.isfinite(patience_seconds):
        on_calls = required_with_patience(
            load.erlangs,
            load.handle,
            patience_seconds,
            target=aim.target,
            within_seconds=aim.within_seconds,
            occupancy_limit=rules.occupancy_limit,
        )
    on_calls, patient = (np.maximum(-(-people // at_once), cover) for people in (on_calls, patient))
    return Need(on_calls, patient, scheduled_agents(on_calls, rules.shrinkage))
