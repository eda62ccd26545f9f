"""Complaints, survey answers and partner returns judged like any measure, worked by hand."""

from datetime import date

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.result import result_of
from frontdoor.filters import Filters
from frontdoor.measures.measure import Parameter
from frontdoor.periods import add_months, month_end
from frontdoor.schema.units import Better, Unit
from frontdoor.strategy.council import Homes
from frontdoor.strategy.judgement import State
from tests.small_warehouse import Delivery, complaint_stage, contact
from tests.unit.answers.voices_home import NEW, OLD, answered, context_of, during, promised, returned

APRIL, MAY, JUNE = ((date(2026, month, 1), date(2026, month, last)) for month, last in ((4, 30), (5, 31), (6, 30)))
MARCH = (date(2026, 3, 1), date(2026, 3, 31))
CODE = {Parameter.PROMISED_WORKING_DAYS: 10, Parameter.ACKNOWLEDGED_WITHIN: 5, Parameter.LONGEST_EXTENSION: 10}
ENDED = Delivery([contact(1)], covered_to=JUNE[1])
"""Something recorded to the end of June, so that June is finished."""


def stage_1(count: int, procedure: str, responded: date | None, start: int = 0) -> list[dict]:
    return [
        complaint_stage(
            f"{procedure}-{start + number}", 1, date(2026, 5, 1), procedure=procedure,
            acknowledged_date=date(2026, 5, 1), responded_date=responded,
        )
        for number in range(count)
    ]  # fmt: skip


def complaints(rows: list[dict]) -> Delivery:
    return Delivery(rows, "cases", "complaint_stages", covered_to=JUNE[1])


def test_stage_1_counts_only_the_procedures_named_and_is_judged(tmp_path):
    # 10 working days from Friday 1 May 2026, with the bank holiday of 4 May, end on Monday 18 May.
    rows = [*stage_1(30, "corporate", date(2026, 5, 18)), *stage_1(10, "corporate", date(2026, 5, 19), 30)]
    rows += stage_1(40, "adult_social_care", None)
    measure = promised("stage_1_in_time", 0.9, CODE, procedures=("corporate",))
    context = context_of(tmp_path, ENDED, complaints(rows), measures=(measure,))
    result = result_of(measure, during(*MAY), context)
    assert (result.numerator, result.denominator, result.value) == (30, 40, 0.75)
    assert result.judgement.state is State.MISSED
    assert result.interval is None
    assert result.provenance.sources == ("cases",)


def test_a_longer_extension_than_the_code_allows_buys_no_more_time(tmp_path):
    row = {"acknowledged_date": date(2026, 5, 1), "extension_working_days": 40, "responded_date": date(2026, 6, 10)}
    rows = [complaint_stage(number, 1, date(2026, 5, 1), **row) for number in range(20)]
    context = context_of(tmp_path, ENDED, complaints(rows))
    held_to_it, as_granted = (promised("stage_1_in_time", 0.9, days) for days in (CODE, {**CODE} | {Parameter.LONGEST_EXTENSION: 40}))  # fmt: skip
    assert result_of(held_to_it, during(*JUNE), context).value == 0.0
    assert result_of(as_granted, during(date(2026, 5, 1), JUNE[1]), context).value is None  # not due by the end of June


def test_complaints_per_1000_homes_takes_the_homes_of_the_day_and_no_ward(tmp_path):
    homes = (Homes(date(2024, 4, 1), 4_000, "Return"), Homes(date(2026, 5, 1), 5_000, "Return"))
    rows = [*stage_1(40, "housing", None), complaint_stage("early", 1, date(2026, 4, 9), procedure="housing")]
    measure = promised("complaints_per_1000_homes", procedures=("housing",))
    context = context_of(tmp_path, ENDED, complaints(rows), homes=homes)
    assert result_of(measure, during(*MAY), context).value == 1000 * 40 / 5_000
    assert result_of(measure, during(*APRIL), context).denominator == 4_000
    assert result_of(measure, during(APRIL[0], MAY[1]), context).value == pytest.approx(8.2)  # 1,000 x 41 / 5,000
    by_ward = Filters(context.council.key, during(*MAY).period, attribute="ward", value="north")
    assert result_of(measure, by_ward, context).judgement.state is State.CANNOT_TELL


def test_complaints_are_held_against_contacts_of_the_same_days(tmp_path):
    contacts = Delivery([contact(number) for number in range(500)], covered_to=JUNE[1])
    context = context_of(tmp_path, contacts, complaints(stage_1(4, "corporate", None)))
    result = result_of(promised("complaints_per_1000_contacts"), during(*MAY), context)
    assert (result.numerator, result.denominator, result.value) == (4, 500, 8.0)
    assert set(result.provenance.sources) == {"calls", "cases"}


def survey(rows: list[dict]) -> Delivery:
    return Delivery(rows, "survey", "survey_responses", covered_to=JUNE[1])


@pytest.mark.parametrize(
    ("satisfied", "of", "state"),
    [(95, 100, State.MET), (85, 100, State.CANNOT_TELL), (60, 100, State.MISSED), (19, 19, State.TOO_FEW)],
)
def test_a_sample_is_met_or_missed_only_when_its_whole_interval_is(tmp_path, satisfied, of, state):
    rows = answered(NEW, "Very satisfied", satisfied, MAY[0]) + answered(
        NEW, "Very dissatisfied", of - satisfied, MAY[0]
    )
    measure = promised("share_satisfied", 0.8, question="satisfied")
    context = context_of(tmp_path, ENDED, survey(rows), measures=(measure,))
    result = result_of(measure, during(*MAY), context)
    assert result.judgement.state is state
    if state is State.TOO_FEW:
        assert result.interval is None
    else:
        assert result.interval is not None
        assert result.interval[0] < result.value < result.interval[1]


def test_a_change_of_scale_breaks_the_line_and_the_comparison(tmp_path):
    march = date(2026, 3, 16)
    rows = answered(OLD, "Very satisfied", 60, march) + answered(NEW, "Very satisfied", 30, MAY[0])
    rows += answered(NEW, "Very dissatisfied", 30, MAY[0])
    context = context_of(tmp_path, ENDED, survey(rows))
    measure = promised("share_satisfied", question="satisfied")
    across = result_of(measure, during(date(2026, 1, 1), JUNE[1]), context)
    assert (across.value, across.denominator) == (0.5, 60)
    assert [point.period_start for point in across.trend if point.value is not None] == [MAY[0]]
    assert any("asked differently before 1 April 2026" in caveat for caveat in across.caveats)
    assert across.compared is None
    before = result_of(measure, during(date(2026, 3, 1), date(2026, 3, 31)), context)
    assert before.value == 1.0
    assert not any("asked differently" in caveat for caveat in before.caveats)


def test_net_satisfaction_is_between_its_interval_and_never_of_another_scale(tmp_path):
    rows = answered("rating", "Good", 60, MAY[0]) + answered("rating", "Average", 25, MAY[0])
    rows += answered("rating", "Poor", 15, MAY[0]) + answered("rating", "Very satisfied", 7, MAY[0])
    context = context_of(tmp_path, ENDED, survey(rows))
    result = result_of(promised("net_satisfaction", question="rating"), during(*MAY), context)
    assert (result.value, result.denominator) == (pytest.approx(0.45), 100)
    assert result.interval is not None
    assert result.interval[0] == pytest.approx(0.30, abs=0.02)
    assert result.interval[1] == pytest.approx(0.59, abs=0.02)


def test_the_public_gets_an_interval_although_counts_are_rounded(tmp_path):
    rows = answered("rating", "Good", 13, MAY[0]) + answered("rating", "Poor", 13, MAY[0])
    context = context_of(tmp_path, ENDED, survey(rows))
    context.audience = Audience.PUBLIC
    result = result_of(promised("net_satisfaction", question="rating"), during(*MAY), context)
    assert result.interval is not None


def test_a_survey_measure_that_no_question_is_bound_to_says_so(tmp_path):
    context = context_of(tmp_path, ENDED, survey(answered("rating", "Good", 60, MAY[0])))
    result = result_of(promised("ease"), during(*MAY), context)
    assert "which survey question it asks" in result.judgement.reason


REPAIRS = {"reported": "repairs_on_time", "noun": "repairs"}


def returns(*rows: dict) -> Delivery:
    return Delivery(rows, "returns", "stated_results", covered_to=JUNE[1])


def test_returns_are_added_up_and_marked_as_stated(tmp_path):
    rows = [returned(*month, 90, 100, 0.9) for month in (APRIL, MAY)] + [returned(*JUNE, 30, 100, 0.3)]
    measure = promised("reported_figure", 0.8, **REPAIRS)
    context = context_of(tmp_path, ENDED, returns(*rows), measures=(measure,))
    result = result_of(measure, during(APRIL[0], JUNE[1]), context)
    assert (result.numerator, result.denominator, result.value) == (210, 300, 0.7)
    assert result.judgement.state is State.MISSED
    assert result.is_as_stated
    assert result.caveats[0] == "As stated by Repairs Ltd, not worked out from our records."
    assert [point.value for point in result.trend if point.value is not None] == [0.9, 0.9, 0.3]
    assert result.provenance.sources == ("returns",)


def test_a_missing_return_leaves_the_period_incomplete_and_is_named(tmp_path):
    rows = [returned(*month, 90, 100, 0.9) for month in (MARCH, APRIL, JUNE)]
    measure = promised("reported_figure", 0.8, **REPAIRS)
    context = context_of(tmp_path, ENDED, returns(*rows), measures=(measure,))
    result = result_of(measure, during(APRIL[0], JUNE[1]), context)
    assert result.judgement.state is State.INCOMPLETE
    assert result.caveats[-1] == "1 return is missing: Repairs Ltd for May 2026."


def test_a_year_is_not_added_to_its_own_months(tmp_path):
    rows = [returned(*month, 90, 100, 0.9) for month in (APRIL, MAY, JUNE)]
    quarter = returned(APRIL[0], JUNE[1], 270, 300, 0.9, stated_id="quarter")
    context = context_of(tmp_path, ENDED, returns(*rows, quarter))
    result = result_of(promised("reported_figure", **REPAIRS), during(APRIL[0], JUNE[1]), context)
    assert result.denominator == 300


def test_without_counts_the_latest_return_stands_and_says_for_when(tmp_path):
    rows = [
        returned(*month, None, None, value, measure="vacancies") for month, value in ((APRIL, 12), (MAY, 10), (JUNE, 7))
    ]
    measure = promised("reported_figure", 8, reported="vacancies", unit=Unit.COUNT, better=Better.LOWER)
    context = context_of(tmp_path, ENDED, returns(*rows), measures=(measure,))
    result = result_of(measure, during(APRIL[0], JUNE[1]), context)
    assert (result.value, result.judgement.state) == (7, State.MET)
    assert "the latest, for June 2026" in result.caveats[1]


def test_another_provider_is_another_figure(tmp_path):
    rows = (returned(*MAY, 90, 100, 0.9), returned(*MAY, 50, 100, 0.5, provider="Other Ltd"))
    context = context_of(tmp_path, ENDED, returns(*rows))
    both, one = (promised("reported_figure", **REPAIRS, provider=provider) for provider in ("", "Other Ltd"))
    assert result_of(both, during(*MAY), context).value == 0.7
    assert result_of(one, during(*MAY), context).value == 0.5


def quarterly(*ends: int) -> list[dict]:
    """Return a return for each quarter of 2025 and 2026 that ends in the months given, counted from January 2025."""
    firsts = [date(2025 + (end - 3) // 12, (end - 3) % 12 + 1, 1) for end in ends]
    return [returned(first, month_end(add_months(first, 2)), 80 + end, 100, 0.0) for first, end in zip(firsts, ends, strict=True)]  # fmt: skip


def test_a_quarters_return_stands_until_the_next_is_due(tmp_path):
    context = context_of(tmp_path, ENDED, returns(*quarterly(3, 6, 9, 12, 15)))
    measure = promised("reported_figure", **REPAIRS)
    result = result_of(measure, during(*MAY), context)  # the quarter to June 2026 is not over
    assert result.value == 0.95
    assert "The latest return is for January to March 2026." in result.caveats
    assert [point.label for point in result.trend] == [
        "January to March 2025", "April to June 2025", "July to September 2025", "October to December 2025", "January to March 2026",
    ]  # fmt: skip


def test_a_quarter_that_did_not_come_is_named_and_a_gap_in_the_line(tmp_path):
    context = context_of(tmp_path, ENDED, returns(*quarterly(3, 6, 12, 15)))
    measure = promised("reported_figure", **REPAIRS)
    result = result_of(measure, during(*JUNE), context)  # owed by the end of June
    assert (result.value, result.judgement.state) == (None, State.CANNOT_TELL)
    assert result.judgement.reason == "1 return is missing: Repairs Ltd for April to June 2026."
    assert [point.value for point in result.trend] == [0.83, 0.86, None, 0.92, 0.95]


def test_a_survey_of_staff_once_a_year_owes_nothing_in_between(tmp_path):
    years = [returned(date(year, 6, 1), date(year, 6, 30), 70, 100, 0.7) for year in (2025, 2026)]
    context = context_of(tmp_path, ENDED, returns(*years))
    result = result_of(promised("reported_figure", **REPAIRS), during(*MAY), context)
    assert result.value == 0.7
    assert result.caveats == (
        "As stated by Repairs Ltd, not worked out from our records.",
        "The latest return is for June 2025.",
    )
