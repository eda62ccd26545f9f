"""Does the table of the sample's pilots hold one pilot's analysis to its goal, and the library to none?"""

from pathlib import Path

import pytest

from benchmarks.asked_by_pilots import FILTERS, by_pilots
from benchmarks.pilot_answers import LIBRARY, VIEWS, section_of
from frontdoor.access.audience import Audience
from frontdoor.answers.context import open_context
from frontdoor.answers.pilot_choices import View


def test_a_pilot_over_its_two_seconds_is_missed_and_the_library_is_only_told():
    section = section_of({"“A”, 1 outcome": (3.0, 1.9), "“B”, 9 outcomes": (3.0, 2.1), LIBRARY: (9.0, 8.0)})
    assert [row[-1] for row in section.rows] == ["met", "**missed**", ""]
    assert section.rows[0] == ("“A”, 1 outcome", "3.00", "1.90", "2", "met")
    assert all(len(row) == len(section.columns) for row in section.rows)


def test_every_view_of_a_pilot_is_measured():
    assert len(VIEWS) == len(View)


@pytest.mark.slow
def test_every_question_of_the_pilots_is_asked_once(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRONTDOOR_HOME", str(sample_home))
    context = open_context(FILTERS, Audience.OFFICER)
    questions = list(by_pilots(context))
    assert len({(each.name, each.of) for each in questions}) == len(questions)
    assert {each.name for each in questions} >= {"contact_totals", "waits_within", "half_hour_waits", "survey_scores"}
    assert {each.ask(context).question for each in questions} == {each.name for each in questions}
