"""What need not happen? Both definitions, reasons, routine information, repeats, opportunities and the night, by hand."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from stick_home import COSTS, JUNE, LAST, box_of, facts_of, online, said_in, stick_context

from frontdoor.access.audience import Audience
from frontdoor.answers.shift_needless import needless_of
from frontdoor.periods import Period
from frontdoor.strategy.council import Opening
from frontdoor.strategy.dated import ALWAYS
from frontdoor.strategy.routine import RoutineInformation
from frontdoor.strategy.saving_decisions import Ease
from tests.small_warehouse import Row, contact, written

NOON = datetime(2026, 6, 8, 12)
BOTH = "Avoidable contact, by both definitions"
BEHIND = "Reasons behind avoidable contact"
ROUTINE = "Calls and visits for routine information"
TEN = "The ten largest opportunities"
NIGHT = "Day and night"
NINE_TO_FIVE = tuple(Opening(ALWAYS, weekday, 18, 34) for weekday in range(1, 6))
COLLECTION = RoutineInformation("collection day", ("waste",), "strategy, page 6")
HALF_CHASING = Ease(ALWAYS, 0.4, 0.5, 0.6, "Head of Waste", reason="Chasing progress")


def calls(count: int, reason: str, start: int = 0, **given: Any) -> list[Row]:
    """Return calls at noon on 8 June for one reason."""
    return [contact(f"{reason} {start + n}", NOON, **({"reason": reason} | given)) for n in range(count)]


def chased() -> list[Row]:
    """Return 100 calls assessed: 40 chasing, 20 after a letter, both avoidable, and 40 that had to be."""
    return [
        *calls(40, "Chasing progress", is_avoidable=True),
        *calls(20, "Letter was not clear", is_avoidable=True),
        *calls(40, "Missed bin", is_avoidable=False),
    ]


def test_the_final_definition_is_a_share_of_those_assessed(tmp_path):
    answer = needless_of(JUNE, stick_context(tmp_path, *chased(), *calls(100, "Missed bin", 100)))
    assert answer.answer == "60 in every 100 contacts assessed should not have been needed."
    facts = facts_of(answer, BOTH)
    assert facts["Final definition (2008)"] == "60%"
    assert facts["Assessed"] == "50%"  # 100 of 200


def test_the_draft_definition_is_contacts_for_each_request_resolved(tmp_path):
    done = {"completed_at": NOON + timedelta(days=2), "completed_date": date(2026, 6, 10)}
    rows = [contact(f"{case}/{n}", NOON, case_id=f"case {case}", **done) for case in range(20) for n in range(3)]
    assert facts_of(needless_of(JUNE, stick_context(tmp_path, *rows)), BOTH)["Draft definition (2007)"] == "3.00"


def test_an_export_of_requests_has_no_contacts_a_request(tmp_path):
    done = {"completed_at": NOON + timedelta(days=2), "completed_date": date(2026, 6, 10)}
    rows = [contact(f"{case}", NOON, case_id=f"case {case}", **done) for case in range(20)]
    assert "an export of requests" in said_in(needless_of(JUNE, stick_context(tmp_path, *rows)), BOTH)


def test_neither_definition_is_guessed(tmp_path):
    answer = needless_of(JUNE, stick_context(tmp_path, *calls(50, "Missed bin")))
    assert answer.answer.startswith("We can’t say how much contact need not have happened")
    assert "is_avoidable" in said_in(answer, BOTH)
    assert "draft definition cannot be told" in said_in(answer, BOTH)


def test_the_reasons_behind_it_are_named(tmp_path):
    answer = needless_of(JUNE, stick_context(tmp_path, *chased()))
    assert facts_of(answer, BEHIND) == {"Chasing progress": "67%", "Letter was not clear": "33%"}
    assert "Behind it: Chasing progress (67%)" in answer.lead


def test_a_reason_that_is_nearly_always_avoidable_is_not_lost(tmp_path):
    rows = [*chased(), *calls(3, "Chasing progress", 500, is_avoidable=False)]
    assert facts_of(needless_of(JUNE, stick_context(tmp_path, *rows)), BEHIND)["Chasing progress"] == "67%"


def test_no_count_by_reason_is_small(tmp_path):
    rows = [*chased(), *calls(3, "Rare", is_avoidable=True)]
    answer = needless_of(JUNE, stick_context(tmp_path, *rows, routine=(RoutineInformation("Rare", (), "x"),)))
    assert "Rare" not in said_in(answer, BEHIND)
    assert " 3 " not in said_in(answer, ROUTINE)


def test_routine_information_is_what_the_council_says_it_is(tmp_path):
    rows = [
        *calls(60, "Collection day"),
        *calls(30, "Collection day", 100, service="housing"),
        *calls(40, "Collection day", 200, channel="web", outcome=None, seconds_waited=None),
    ]
    answer = needless_of(JUNE, stick_context(tmp_path / "a", *rows, routine=(COLLECTION,)))
    assert "Collection day, Waste: 60 calls and visits" in said_in(answer, ROUTINE)
    assert "Housing" not in said_in(answer, ROUTINE)
    assert "strategy, page 6" in said_in(answer, ROUTINE)
    unsaid = needless_of(JUNE, stick_context(tmp_path / "b", *rows))
    assert "[[routine_information]]" in said_in(unsaid, ROUTINE)


def test_repeat_contact_is_of_linked_contacts_only(tmp_path):
    first = [contact(f"a{n}", NOON, customer=f"c{n}") for n in range(40)]
    again = [contact(f"b{n}", NOON + timedelta(days=3), customer=f"c{n}") for n in range(10)]
    answer = needless_of(JUNE, stick_context(tmp_path / "a", *first, *again, *calls(50, "Missed bin")))
    assert facts_of(answer, "Repeat contact") == {"Again": "20%"}  # 10 of 50 linked
    unlinked = needless_of(JUNE, stick_context(tmp_path / "b", *calls(50, "Missed bin")))
    assert "Cannot be known" in said_in(unlinked, "Repeat contact")


def test_opportunities_are_contacts_times_cost_times_ease(tmp_path):
    given = {"unit_costs": COSTS, "ease": (HALF_CHASING,), "routine": (COLLECTION,)}
    context = stick_context(tmp_path, *chased(), *calls(30, "Collection day"), **given)
    answer = needless_of(JUNE, context)
    facts = facts_of(answer, TEN)
    assert list(facts) == [
        "1. Collection day, Waste, phone",  # 30 x £3, nobody said how much could go: all
        "2. Chasing progress, Waste, phone",  # 40 x £3 x 0.5
        "3. Letter was not clear, Waste, phone",  # 20 x £3
    ]
    assert facts["2. Chasing progress, Waste, phone"] == "£60"
    assert "£32 to £96; 40 of 40 assessed" in said_in(answer, TEN)  # 40 x £2 x 0.4 to 40 x £4 x 0.6
    assert "Head of Waste" in " ".join(answer.notes)
    assert "Where nobody has said" in " ".join(answer.notes)


def test_without_unit_costs_opportunities_are_ranked_by_contacts(tmp_path):
    answer = needless_of(JUNE, stick_context(tmp_path, *chased()))
    assert facts_of(answer, TEN)["1. Chasing progress, Waste, phone"] == "40 contacts"
    assert "[[unit_cost]]" in " ".join(answer.notes)


def test_a_channel_without_a_cost_is_named_and_not_ranked(tmp_path):
    emails = [written(f"e{n}", NOON, reason="Chasing progress", is_avoidable=True) for n in range(50)]
    answer = needless_of(JUNE, stick_context(tmp_path, *chased(), *emails, unit_costs=COSTS))
    assert not any("email" in label for label in facts_of(answer, TEN))
    assert "Email: no unit cost in force" in " ".join(answer.notes)


def test_online_contact_outside_opening_hours_is_counted_and_placed(tmp_path):
    by_day = [online(f"d{n}", NOON) for n in range(30)]
    by_night = [online(f"n{n}", datetime(2026, 6, 8, 22)) for n in range(20)]
    weekend = [online(f"w{n}", datetime(2026, 6, 13, 12), service="housing") for n in range(10)]
    rows = [*by_day, *by_night, *weekend, *calls(40, "Missed bin")]
    answer = needless_of(JUNE, stick_context(tmp_path / "a", *rows, openings=NINE_TO_FIVE))
    facts = facts_of(answer, NIGHT)
    assert facts["Outside opening hours"] == "50%"  # 30 of 60
    assert facts["Waste"] == "67%"  # 20 of the 30
    assert facts["Housing"] == "33%"
    no_hours = needless_of(JUNE, stick_context(tmp_path / "b", *rows))
    assert "opening hours" in said_in(no_hours, NIGHT)


def test_replies_by_the_end_of_the_next_working_day(tmp_path):
    quick = {"replied_at": datetime(2026, 6, 9, 9), "replied_date": date(2026, 6, 9)}
    slow = {"replied_at": datetime(2026, 6, 12, 9), "replied_date": date(2026, 6, 12)}
    rows = [online(f"q{n}", NOON, **quick) for n in range(30)] + [online(f"s{n}", NOON, **slow) for n in range(10)]
    answer = needless_of(JUNE, stick_context(tmp_path, *rows, openings=NINE_TO_FIVE))
    assert facts_of(answer, NIGHT)["Reply next working day"] == "75%"
    assert "can’t be told" in said_in(answer, NIGHT)


def test_part_of_a_month_has_no_reasons_and_says_so(tmp_path):
    part = replace(JUNE, period=Period(date(2026, 6, 3), LAST))
    answer = needless_of(part, stick_context(tmp_path, *chased()))
    assert "whole months" in said_in(answer, BEHIND)
    assert facts_of(answer, BOTH)["Final definition (2008)"] == "60%"


def test_by_ward_or_without_contacts_it_says_why(tmp_path):
    context = stick_context(tmp_path, *chased())
    assert "not kept by ward" in needless_of(replace(JUNE, attribute="ward"), context).lead
    empty = needless_of(replace(JUNE, services=("planning",)), context)
    assert empty.nothing is not None


@pytest.mark.parametrize("audience", list(Audience))
def test_every_audience_has_the_ten_and_every_figure_its_sentence(tmp_path, audience):
    answer = needless_of(JUNE, stick_context(tmp_path, *chased(), audience=audience, unit_costs=COSTS))
    assert box_of(answer, TEN).lines
    for section in answer.sections:
        for figure in section.figures:
            assert figure.sentence.endswith(".")
            assert figure.stamp == "Invented figures"
