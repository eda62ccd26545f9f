"""The best rota of the people there are: what it covers, and how many more it would take."""

from dataclasses import replace

from demand_home import june
from staffing_home import (
    MORNINGS,
    NINE,
    all_words,
)

from frontdoor.answers.peaks_choices import Staffing
from frontdoor.answers.peaks_rota import better_of


def test_the_same_people_cover_monday_and_nothing_is_short(with_rota):
    said = []
    answer = better_of(june(), Staffing.MEAN_DAY, with_rota, lambda share, words: said.append((share, words)))
    assert answer.answer == "A rota of these people covers every half-hour; today’s is 6 hours a week short."
    before, after = answer.sections[0].figures
    assert before.frame["value"].min() == -2
    assert after.frame["value"].min() == 0
    shifts = answer.sections[1].figures[0].table
    monday = shifts.filter(shifts["Day"] == "Monday")
    assert monday.select("Group", "Start", "End", "Break", "People").rows() == [("Mornings", "09:00", "10:00", "", 7)]
    assert said[-1][0] == 1.0
    assert [share for share, _ in said] == sorted(share for share, _ in said)


def test_too_few_people_say_how_many_more_it_takes(with_rota):
    few = replace(MORNINGS, group=replace(MORNINGS.group, people=4))
    council = replace(with_rota.council, staff_groups=(few,))
    answer = better_of(june(), Staffing.MEAN_DAY, replace(with_rota, council=council, asked={}))
    assert "no rota of these people can do it; 3 more mornings people would." in answer.answer


def test_half_hours_no_shift_reaches_are_named(with_rota):
    late = replace(MORNINGS, group=replace(MORNINGS.group, starts=(NINE + 1,)))
    council = replace(with_rota.council, staff_groups=(late,))
    answer = better_of(june(), Staffing.MEAN_DAY, replace(with_rota, council=council, asked={}))
    assert "No allowed shift works in 5 half-hours that need somebody, the first Monday 9am to 9:30am" in " ".join(
        answer.notes
    )


def test_without_groups_the_way_to_name_them_is_shown(without_rota):
    answer = better_of(june(), Staffing.MEAN_DAY, without_rota)
    assert "[[staff_group]]" in all_words(answer)
    assert answer.nothing is None
