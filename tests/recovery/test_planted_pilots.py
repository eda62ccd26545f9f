"""What was planted in the pilots is found again through the product; what was not planted is not celebrated."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from filelock import FileLock

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.pilot_found import OutcomeFound, PilotFound, State
from frontdoor.answers.pilot_found_made import pilot_found
from frontdoor.answers.pilot_library import library
from frontdoor.filters import Filters
from frontdoor.statistics.count_per_opening import CountPerOpening
from frontdoor.statistics.displacement import Displacement
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_verdict import Caution, Claim, Decision, Verdict
from sample_data.planted import pilots as planted
from tests.recovery.finding import EVERYTHING
from tools.server import build_sample

pytestmark = pytest.mark.slow
Find = Callable[[str], PilotFound]


@pytest.fixture(scope="module")
def in_home() -> Iterator[Callable[[Path, str], Context]]:
    """Return a function that opens a council of a home as a performance officer does."""
    with pytest.MonkeyPatch.context() as patch:

        def opened(home: Path, council: str) -> Context:
            patch.setenv("FRONTDOOR_HOME", str(home))
            return open_context(Filters(council, EVERYTHING), Audience.OFFICER)

        yield opened


@pytest.fixture(scope="module")
def trentside(in_home: Callable[[Path, str], Context], sample_home: Path) -> Find:
    return finder(in_home(sample_home, "trentside"))


@pytest.fixture(scope="module")
def loddonvale_home(shared_folder: Path) -> Path:
    """Return a home with Loddonvale's sample, built by whichever process comes first."""
    home = shared_folder / "loddonvale"
    with FileLock(shared_folder / "loddonvale.lock"):
        if not home.exists():
            build_sample(home, "--council", "loddonvale")
    return home


def finder(context: Context) -> Find:
    held = {each.plan.key: each for each in context.register.pilots()}
    return cache(lambda key: pilot_found(held[key], context))


def outcome(found: PilotFound, key: str) -> OutcomeFound:
    return next(each for each in found.outcomes if each.outcome.key == key)


def holds(found: OutcomeFound, truth: float, widest: float) -> bool:
    """Return whether the effect's interval holds what was planted, and is narrow enough to say something."""
    assert found.effect is not None
    low, high = found.effect.low, found.effect.high
    assert low is not None
    assert high is not None
    assert high - low < widest
    return low <= truth <= high


def verdict_of(found: OutcomeFound) -> Verdict:
    assert found.judged is not None, found.trouble
    return found.judged.verdict


def test_the_monday_opening_eased_the_late_morning_as_planted(trentside: Find) -> None:
    found = trentside("monday_opening")
    assert holds(found.primary, planted.MONDAYS_IN_5_MINUTES, 0.15)
    assert verdict_of(found.primary) is Verdict.MET
    assert found.claim is Claim.BECAUSE_OF


def test_as_many_called_in_the_new_hour_as_planted(trentside: Find) -> None:
    opening = trentside("monday_opening").opening
    assert isinstance(opening, CountPerOpening)
    assert opening.openings == 12
    assert opening.interval.lower <= planted.MONDAYS_CALLS_A_WEEK <= opening.interval.upper
    assert opening.interval.upper - opening.interval.lower < 10


def test_the_share_that_only_moved_is_as_planted(trentside: Find) -> None:
    displaced = trentside("monday_opening").displaced
    assert isinstance(displaced, Displacement)
    assert displaced.lower is not None
    assert displaced.upper is not None
    assert displaced.lower <= planted.MONDAYS_SHARE_DISPLACED <= displaced.upper
    assert displaced.lower > 0  # some did move


@pytest.mark.parametrize("key", ["other_days", "monday_first_time"])
def test_the_monday_opening_harmed_nothing_else(trentside: Find, key: str) -> None:
    guard = outcome(trentside("monday_opening"), key)
    assert verdict_of(guard) is Verdict.MET
    assert holds(guard, 0.0, 0.04)


def test_a_handful_of_answers_on_mondays_cannot_tell_and_so_it_is_not_extended(trentside: Find) -> None:
    found = trentside("monday_opening")
    assert verdict_of(outcome(found, "monday_satisfaction")) is Verdict.CANNOT_TELL
    assert found.decision is Decision.CHANGE  # as this plan's own rule says


def test_the_housing_pilot_worked_as_planted(trentside: Find) -> None:
    found = trentside("housing_officer")
    assert holds(found.primary, planted.HOUSING_FIRST_TIME, 0.04)
    assert holds(outcome(found, "satisfaction"), planted.HOUSING_SATISFACTION, 0.3)
    assert holds(outcome(found, "avoidable"), 0.0, 0.05)
    assert verdict_of(found.primary) is Verdict.MET
    assert (found.decision, found.claim) == (Decision.EXTEND, Claim.BECAUSE_OF)


def test_loddonvales_housing_pilot_worked_as_planted(
    in_home: Callable[[Path, str], Context], loddonvale_home: Path
) -> None:
    found = finder(in_home(loddonvale_home, "loddonvale"))("housing")
    assert holds(found.primary, planted.LODDONVALE_FIRST_TIME, 0.05)
    assert verdict_of(found.primary) is Verdict.MET
    assert found.decision is Decision.EXTEND
    assert verdict_of(outcome(found, "satisfaction")) is not Verdict.MET  # nothing planted


def test_a_pilot_that_the_waste_change_confounds_is_flagged_and_not_celebrated(trentside: Find) -> None:
    found = trentside("bin_day_messages")
    assert found.primary.effect is not None
    assert found.primary.effect.value > 300  # online contacts a week: the very picture of success
    judged = [each.judged for each in found.outcomes]
    assert all(each is not None and each.verdict is Verdict.CANNOT_TELL for each in judged)
    assert all(each is not None and Caution.CONFOUNDED in each.cautions for each in judged)
    assert any("Waste rounds changed (6 July 2026)" in caution for caution in found.cautions)
    assert found.claim is Claim.CHANGED_AFTER
    assert found.decision not in (Decision.EXTEND, Decision.STOP)


def test_where_the_change_touched_everything_alike_the_planted_nothing_is_found(trentside: Find) -> None:
    assert holds(outcome(trentside("bin_day_messages"), "online_share"), planted.MESSAGES_EFFECT, 0.04)


def test_a_pilot_entered_late_is_retrospective_and_three_weeks_are_refused(trentside: Find) -> None:
    found = trentside("council_tax_letters")
    assert found.held.is_retrospective
    assert found.primary.analysis is Reason.SHORT_PILOT
    assert found.claim is Claim.CHANGED_AFTER
    assert found.decision not in (Decision.EXTEND, Decision.STOP)


def test_a_running_pilot_is_too_early_to_say(trentside: Find) -> None:
    found = trentside("planning_next_steps")
    assert found.state is State.RUNNING
    assert {verdict_of(each) for each in found.outcomes} == {Verdict.TOO_EARLY}
    assert found.decision is Decision.RUN_ON


def test_a_pilot_that_has_not_started_has_neither_effect_nor_decision(trentside: Find) -> None:
    found = trentside("monday_and_tuesday_opening")
    assert (found.state, found.decision, found.weeks_done) == (State.BEFORE, None, 0)
    assert all(each.effect is None and each.judged is None for each in found.outcomes)


def test_a_council_without_a_pilot_shows_none(shared_folder: Path, in_home: Callable[[Path, str], Context]) -> None:
    home = shared_folder / "nothing-tried"
    build_sample(home, "--council", "thamesmere", "--months", "3", "--contacts", "6000")
    context = in_home(home, "thamesmere")
    assert context.register.pilots() == ()
    answer = library(Filters("thamesmere", EVERYTHING), Audience.OFFICER)
    assert not [table for section in answer.sections for table in section.tables]
    assert "no pilot" in answer.answer.lower()
