"""Pilots that never were, at other times and in other services of the sample: hardly ever is anything called met."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from scipy.stats import binom

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.pilot_found import OutcomeFound
from frontdoor.answers.pilot_found_made import pilot_found
from frontdoor.filters import Filters
from frontdoor.register.pilot_plans import HeldPilot
from frontdoor.statistics.displacement import Displacement
from frontdoor.statistics.pilot_analysis import PilotAnalysis, PilotQuestion, analyse
from frontdoor.statistics.pilot_verdict import SIGNIFICANT, Verdict
from frontdoor.statistics.pilot_weeks import PilotWeeks
from frontdoor.strategy.pilot_plan import ComparedBy, Comparison, PilotOutcome, PilotPlan, Role, Where
from sample_data.generator.councils import COUNCILS
from sample_data.generator.making import Months, months_of_rows, planned
from tests.recovery.finding import EVERYTHING
from tests.unit.sample.contacts import customer_contacts
from tests.unit.sample.recoveries import IN_5_MINUTES

pytestmark = pytest.mark.slow
QUIET = ("benefits", "planning", "waste", "other")
"""Services to which nothing happened before the waste rounds changed, council tax and its bills left out."""
LENGTH = timedelta(weeks=12)
STARTS = tuple(date(2025, 2, 10) + number * LENGTH for number in range(6))
"""Mondays of pilots that do not overlap; the last ends before the waste rounds changed on 6 July 2026."""
MONDAY_STARTS = (date(2025, 1, 6), date(2025, 3, 31), date(2025, 6, 16))
"""Mondays of pilots that lie before the true one, each with 12 of its own."""
WORTHWHILE = {"sorted_out_first_time": 0.001, "avoidable_contact": -0.001, "contacts_online": 0.001}
"""So little that whatever is told from nothing is called met."""
ALIKE = ("sorted_out_first_time", "avoidable_contact")
"""What has no slow drift of its own in any service; going online has, in each its own."""
SEEDS = range(1, 9)
TOWN_STARTS = (date(2025, 1, 13), date(2025, 4, 7), date(2025, 6, 30), date(2025, 9, 22))
"""Mondays of pilots in towns where nothing ever began; none overlaps another."""
MOST_FALSE = 0.065  # PILOTS, section 2: the most of its cells


@pytest.fixture(scope="module")
def context(sample_home: Path) -> Context:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FRONTDOOR_HOME", str(sample_home))
        return open_context(Filters("trentside", EVERYTHING), Audience.OFFICER)


def placebo(first: date) -> PilotPlan:
    """Return a plan of which every outcome is one measure of one service against the other quiet ones."""
    outcomes = [
        PilotOutcome(
            key=f"{measure}_{service}",
            label=f"{measure}, {service}",
            measure=measure,
            role=Role.SECONDARY,
            where=Where(services=(service,)),
            worthwhile=worthwhile,
            comparison=Comparison(
                ComparedBy.SERVICE, tuple(each for each in QUIET if each != service), measure in ALIKE
            ),
        )
        for measure, worthwhile in WORTHWHILE.items()
        for service in QUIET
    ]
    outcomes[0] = replace(outcomes[0], role=Role.PRIMARY)
    last = first + LENGTH - timedelta(days=1)
    words = {"title": "A pilot that never was", "what": "Nothing.", "why": "To see what is found in nothing."}
    return PilotPlan(
        key="placebo",
        first_day=first,
        last_day=last,
        where=Where(),
        outcomes=tuple(outcomes),
        source="invented",
        **words,
    )


def held(plan: PilotPlan, like: HeldPilot) -> HeldPilot:
    """Return the plan as one entered before its start."""
    return replace(like, plan=plan)


def most_of(number: int, share: float = MOST_FALSE) -> int:
    """Return how many false ones among `number` chance may bring once in a hundred times."""
    return int(binom.ppf(0.99, number, share))


def is_sure(found: OutcomeFound) -> bool:
    """Return whether the primary row and the guard against drift both exclude 0 on one side."""
    assert isinstance(found.analysis, PilotAnalysis), (found.outcome.key, found.trouble)
    return both_rows(found.analysis)


def both_rows(analysis: PilotAnalysis) -> bool:
    primary, drift = analysis.primary, analysis.drift
    return primary.p < SIGNIFICANT and drift.p < SIGNIFICANT and primary.effect * drift.effect > 0


def test_nothing_is_called_met_more_often_than_chance_allows(context: Context) -> None:
    like = context.register.pilots()[0]
    found = [each for first in STARTS for each in pilot_found(held(placebo(first), like), context).outcomes]
    assert len(found) == len(STARTS) * len(QUIET) * len(WORTHWHILE)
    assert sum(is_sure(each) for each in found) <= most_of(len(found))
    met = [each.outcome.key for each in found if each.judged and each.judged.verdict is Verdict.MET]
    assert len(met) <= most_of(len(found), MOST_FALSE / 2)  # one side only


def test_the_monday_opening_moved_to_other_months_is_hardly_ever_met(context: Context) -> None:
    (like,) = [each for each in context.register.pilots() if each.plan.key == "monday_opening"]
    met = 0
    for first in MONDAY_STARTS:
        moved = replace(like.plan, first_day=first, last_day=first + LENGTH - timedelta(days=7))
        found = pilot_found(held(moved, like), context)
        assert found.primary.judged is not None
        met += found.primary.judged.verdict is Verdict.MET
        assert not isinstance(found.displaced, Displacement)  # nobody came in the added hour
    assert met <= most_of(len(MONDAY_STARTS))


def test_the_housing_pilot_half_a_year_early_found_nothing(context: Context) -> None:
    (like,) = [each for each in context.register.pilots() if each.plan.key == "housing_officer"]
    early = timedelta(weeks=26)
    moved = replace(like.plan, first_day=like.plan.first_day - early, last_day=like.plan.last_day - early)
    found = pilot_found(held(moved, like), context)
    assert not [each.outcome.key for each in found.outcomes if each.outcome.role is not Role.GUARD and is_sure(each)]


def test_other_towns_without_the_monday_opening_hardly_ever_show_an_eased_morning() -> None:
    """As the plan has it: Mondays from 9am to 11am against the other weekdays, the gap with a trend of its own."""
    found = [each for seed in SEEDS for each in mornings_found(seed)]
    assert len(found) == len(SEEDS) * len(TOWN_STARTS)
    assert sum(found) <= most_of(len(found))


def mornings_found(seed: int) -> list[bool]:
    """Return whether both rows exclude 0 at each start, in a town of another seed that opened at no other time."""
    plan = planned(replace(COUNCILS["trentside"], pilot=None), Months(20, date(2025, 12, 31)), seed, None)
    is_peak, is_phone = pl.col("half_hour").is_between(18, 21), pl.col("channel") == "phone"
    calls = pl.concat([customer_contacts(rows.filter(is_phone)).filter(is_peak) for _, rows in months_of_rows(plan)])
    by_day = dict(calls.group_by("day").agg(IN_5_MINUTES.mean()).iter_rows())
    return [_is_found(by_day, first) for first in TOWN_STARTS]


def _is_found(by_day: dict[date, float], first: date) -> bool:
    begun = date(2024, 5, 6)
    weeks = (first + LENGTH - begun).days // 7
    days = [[begun + timedelta(weeks=week, days=weekday) for week in range(weeks)] for weekday in range(5)]
    levels = np.asarray([[by_day.get(day, np.nan) for day in row] for row in days])
    shut = np.isnan(levels).sum(axis=0).astype(np.float64)
    others = np.nanmean(levels[1:], axis=0)[None]
    analysis = analyse(PilotQuestion(levels[0], PilotWeeks(weeks, weeks - 12, (shut,)), others))
    assert isinstance(analysis, PilotAnalysis)
    return both_rows(analysis)
