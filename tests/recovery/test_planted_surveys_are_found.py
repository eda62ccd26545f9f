"""What was planted in the surveys is found again through the product, question by question of the bank."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from frontdoor.filters import Comparison
from frontdoor.periods import Period
from sample_data.planted import pilots
from sample_data.planted import surveys as planted
from sample_data.planted.truth import Truth
from tests.recovery.finding import EVERYTHING, FIRST_YEAR, SECOND_YEAR, Recovery, Told, counted

pytestmark = pytest.mark.slow
MONTHS = 30
RATING = counted("net_satisfaction", question="rating")
RATE = counted("response_rate", question="rating")
SATISFIED = counted("share_satisfied", question="satisfied")
FIRST_WORDS, SECOND_WORDS = Period(EVERYTHING.first, date(2025, 9, 30)), Period(date(2025, 10, 1), EVERYTHING.last)
COMMENTS = re.compile(r"([\d,]+) comments were kept")


def net_of(service: str, period: Period = EVERYTHING) -> Recovery:
    return lambda told: told.value("satisfaction", period, services=(service,))


def housing_change(told: Told) -> float:
    """Return housing's net satisfaction in its pilot's weeks less that of the year before."""
    before = Period(date(2025, 1, 5), date(2026, 1, 4))
    return net_of("housing", Period(pilots.HOUSING_FIRST, pilots.HOUSING_LAST))(told) - net_of("housing", before)(told)


def comments(told: Told) -> float:
    """Return the share of follow-up responses whose comment was kept, as the load says."""
    loads = told.ledger().filter(file_name="invented_trentside_surveys_2_follow_up.csv")
    (load,) = loads.iter_rows(named=True)
    kept = COMMENTS.search(load["notes"])
    assert kept is not None
    return int(kept[1].replace(",", "")) / load["loaded"]


RECOVERIES: dict[str, Recovery] = {
    "ratings": lambda told: told.total("survey_scores", "responses", RATING) / MONTHS,
    "net": lambda told: told.value("satisfaction"),
    "net_failing": net_of(planted.FAILING_SERVICE),
    "net_at_first": net_of(planted.IMPROVING_SERVICE, Period(date(2024, 5, 1), date(2024, 7, 31))),
    "net_in_the_end": net_of(planted.IMPROVING_SERVICE, Period(date(2026, 8, 1), date(2026, 10, 31))),
    "net_of_pilot": housing_change,
    "rate_phone": lambda told: told.value(RATE, channels=("phone",)),
    "rate_web": lambda told: told.value(RATE, channels=("web",)),
    "satisfied_before": lambda told: told.value(SATISFIED, FIRST_WORDS),
    "satisfied_after": lambda told: told.value(SATISFIED, SECOND_WORDS),
    "nps": lambda told: told.value(counted("net_promoter_score", question="recommend")),
    "ease": lambda told: told.value(counted("ease", question="ease")),
    "resolved": lambda told: told.value(counted("first_contact_resolution_survey", question="resolved")),
    "comments": comments,
    "satisfied": lambda told: told.value("satisfied"),
    "surveys_change": lambda told: told.value(RATING, SECOND_YEAR) - told.value(RATING, FIRST_YEAR),
}
ELSEWHERE: dict[tuple[str, str], Recovery] = {("ouseford", "net"): lambda told: told.value("net_satisfaction")}


@pytest.mark.parametrize("truth", planted.TRUTHS, ids=lambda truth: f"{truth.council}_{truth.key}")
def test_a_planted_truth_is_found_by_the_product(truth: Truth, told: Callable[[str], Told]) -> None:
    recover = ELSEWHERE.get((truth.council, truth.key), RECOVERIES[truth.key])
    assert recover(told(truth.council)) == pytest.approx(truth.value, abs=truth.within)


@pytest.mark.parametrize(("service", "level"), planted.NET_OF_SERVICES.items())
def test_services_that_do_not_fail_are_rated_as_planted(
    service: str, level: float, told: Callable[[str], Told]
) -> None:
    assert told("trentside").value("satisfaction", services=(service,)) == pytest.approx(level, abs=0.03)


def test_the_planted_satisfaction_lies_inside_its_interval(told: Callable[[str], Told]) -> None:
    found = told("trentside").result("satisfaction")
    assert found.interval is not None
    assert found.interval[0] < planted.NET_SATISFACTION < found.interval[1]
    assert found.interval[1] - found.interval[0] < 0.03


def test_two_wordings_are_never_joined(told: Callable[[str], Told]) -> None:
    across = Period(date(2025, 8, 1), date(2025, 11, 30))
    found = told("trentside").result(SATISFIED, across, comparison=Comparison.PREVIOUS)
    assert found.value == pytest.approx(planted.SATISFIED_AFTER, abs=0.05)  # nothing of the 74 in 100 before
    assert any("asked differently before 1 October 2025" in caveat for caveat in found.caveats)
    assert found.compared is None


def test_only_the_words_changed_so_no_change_is_found(told: Callable[[str], Told]) -> None:
    found = told("trentside").result(SATISFIED, Period.month(date(2026, 10, 1)))
    assert found.change.direction not in ("better", "worse")
    assert all(point.value is None for point in found.trend if point.period_start < planted.WORDING_CHANGED)
