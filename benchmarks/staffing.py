"""How long it takes to say how many advisers are needed, and to find a better rota, beside what it cannot be quicker than."""

import time
from collections.abc import Callable

import numpy as np

from benchmarks.report import Section, against, middle
from frontdoor.statistics.better_rota import better_rota
from frontdoor.statistics.erlang_c import erlang_c
from frontdoor.statistics.required_agents import required_agents
from frontdoor.statistics.required_with_patience import required_with_patience
from frontdoor.statistics.shift_patterns import StaffGroup

HALF_HOURS, REPEATS, SEED = 10_000, 15, 20_261_122
GOAL_MILLISECONDS, GOAL_SECONDS = 35.0, 10.0
TARGET, WITHIN, BUSIEST, PATIENCE = 0.8, 20.0, 0.85, 300.0
FULL_TIME = StaffGroup("full time", 30, (16, 17, 18, 19), (16,), 5, 2, 12, 6, 8)
PART_TIME = StaffGroup("part time", 10, (18, 20, 22, 26), (8,), 5)


def staffing() -> Section:
    """Measure 10,000 half-hours of required agents and the rota of 40 people."""
    random = np.random.default_rng(SEED)
    load, handle = random.gamma(2, 10, HALF_HOURS), random.uniform(60, 900, HALF_HOURS)
    needed = required_agents(load, handle, target=TARGET, within_seconds=WITHIN, occupancy_limit=BUSIEST)
    floor = _milliseconds(lambda: erlang_c(load, needed, handle, WITHIN))
    patient = _milliseconds(
        lambda: required_agents(load, handle, target=TARGET, within_seconds=WITHIN, occupancy_limit=BUSIEST)
    )
    impatient = _milliseconds(
        lambda: required_with_patience(
            load, handle, PATIENCE, target=TARGET, within_seconds=WITHIN, occupancy_limit=BUSIEST
        )
    )
    rota = _rota_seconds() * 1000
    return Section(
        f"{HALF_HOURS:,} half-hours of required agents, and the rota of 40 people",
        f"Loads of 20 erlangs on average; median of {REPEATS}, the rota once, to its proof or its bound on time.",
        ("what", "milliseconds", "x floor", "goal", "result"),
        (
            ("what callers meet with those agents, Erlang C once (floor)", f"{floor:.1f}", "1.0", "", ""),
            ("required agents, Erlang C", *_cells(patient, floor, GOAL_MILLISECONDS)),
            ("required agents, Erlang A", f"{impatient:.1f}", f"{impatient / floor:.1f}", "", ""),
            ("a better rota of 40 people", *_cells(rota, floor, GOAL_SECONDS * 1000)),
        ),
    )


def _cells(took: float, floor: float, goal: float) -> tuple[str, ...]:
    return f"{took:,.1f}", f"{took / floor:,.1f}", f"{goal:,.0f}", against(took, goal)


def _milliseconds(work: Callable[[], object]) -> float:
    took = []
    for _ in range(REPEATS):
        began = time.process_time()
        work()
        took.append(1000 * (time.process_time() - began))
    return middle(took)


def _rota_seconds() -> float:
    """Return how long readers wait for the rota of a week that asks for a little more than 40 people have."""
    required = np.zeros((7, 48), dtype=np.int64)
    required[:5, 16:36] = np.random.default_rng(SEED).integers(14, 30, (5, 20))
    began = time.monotonic()
    better_rota(required, (FULL_TIME, PART_TIME))
    return time.monotonic() - began
