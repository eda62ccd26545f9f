"""Do the benchmarks ask what the views of channel shift ask?"""

from pathlib import Path

import pytest

from benchmarks.asked_by_shift import by_shift
from benchmarks.viewing import context_in_force
from frontdoor.answers.shift_choices import Within
from frontdoor.warehouse.facts import STANDING_DAYS_AHEAD

ASKED = {
    "contacts_online", "contact_costs", "contact_totals", "journeys_within", "follow_ups_within", "half_hour_totals", "clock_results",
    "clock_durations", "survey_scores", "channel_coverage",
}  # fmt: skip


def test_every_number_of_days_a_reader_can_choose_has_its_sums_ready() -> None:
    assert {each.days for each in Within} <= set(STANDING_DAYS_AHEAD)


@pytest.mark.slow
def test_every_question_of_the_views_is_asked_once(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRONTDOOR_HOME", str(sample_home))
    context = context_in_force()
    questions = list(by_shift(context))
    assert {each.name for each in questions} >= ASKED
    assert len({(each.name, each.of) for each in questions}) == len(questions)
    assert {each.scope.attribute for each in questions} >= {None, "ward", "age_band", "reason"}
    assert {each.ask(context).question for each in questions} == {each.name for each in questions}
