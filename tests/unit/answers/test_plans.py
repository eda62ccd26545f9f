"""Service plans: what came of each objective, promises nobody serves, services that report nothing, and what partners owe."""

from dataclasses import replace
from datetime import date

import polars as pl

from frontdoor.access.audience import Audience
from frontdoor.answers.measure_figures import trend_figure
from frontdoor.answers.plan_figures import NOT_IN_PLAN, plans_figure
from frontdoor.answers.plan_judged import has_figures, judged_plans, unserved
from frontdoor.answers.plan_partners import other_missing, partners_returns
from frontdoor.answers.plan_seen import seen
from frontdoor.answers.plan_staff import staff_in_busy_times
from frontdoor.answers.plan_standing import Returned, Standing
from frontdoor.answers.plan_tables import partners_table, plan_table, rolled_up
from frontdoor.answers.plan_words import answer_words, lead_words, nothing_words
from frontdoor.answers.result import result_of
from frontdoor.periods import add_months
from frontdoor.strategy.judgement import State
from frontdoor.strategy.service_plans import CORPORATE
from tests.unit.answers.plans_home import (
    BINS,
    JUNE,
    MEASURES,
    TRAINED,
    bins,
    calls,
    measure,
    objective,
    plan,
    planned,
    stated,
)
from tests.unit.answers.voices_home import during

WASTE = plan(
    "waste", objective("Answer the line", "answered"), objective("Empty bins", "emptied"), objective("Paint lorries")
)
HOUSING = plan("housing", objective("Answer and train", "answered", "trained"), directorate="People")
CALLS = [*calls("waste", 48, 2), *calls("housing", 30, 20)]  # 96% and 60% answered, at least 90% promised
TRAINED_IN_JUNE = stated("training_coverage", date(2026, 6, 1), 95, 100)


def test_an_objective_is_judged_by_its_own_services_figures(tmp_path):
    context = planned(tmp_path, WASTE, HOUSING, rows=CALLS, sent=[*bins(6), TRAINED_IN_JUNE])
    waste, housing = judged_plans(JUNE, context)
    assert [each.standing for each in waste.objectives] == [Standing.ON_TRACK, Standing.ON_TRACK, Standing.NO_MEASURE]
    (both,) = housing.objectives
    assert [(result.value, result.judgement.state) for result in both.results] == [
        (0.6, State.MISSED),
        (0.95, State.MET),
    ]
    assert both.standing is Standing.PARTLY
    assert [planned.is_of_all for planned in both.measures] == [False, True]


def test_a_plan_says_the_same_as_the_measures_own_page(tmp_path):
    context = planned(tmp_path, WASTE, rows=CALLS)
    (waste,) = judged_plans(JUNE, context)
    alone = result_of(context.promised("answered"), replace(JUNE, services=("waste",)), context)
    shown = waste.objectives[0].results[0]
    assert (shown.value, shown.numerator, shown.judgement) == (alone.value, alone.numerator, alone.judgement)
    row = plan_table(waste, context).rows[0]
    assert row.cells[3:] == ("**96%** 48 of 50 calls", "at least 90%")
    assert row.standing is State.MET
    assert dict(row.links)[2].query == (("measure", "Answered"), ("service", "Waste"))


def test_an_objective_that_serves_two_promises_stands_on_each_by_its_own_measures(tmp_path):
    context = planned(tmp_path, HOUSING, rows=CALLS, sent=[TRAINED_IN_JUNE])
    (both,) = judged_plans(JUNE, context)[0].objectives
    assert both.promises == ("phone", "people")
    assert (both.standing_on("phone"), both.standing_on("people")) == (Standing.OFF_TRACK, Standing.ON_TRACK)


def test_promises_in_nobodys_plan_and_services_that_report_nothing_are_named(tmp_path):
    empty = plan("parks", objective("Cut the grass"))
    context = planned(tmp_path, plan("waste", objective("Answer", "answered")), empty, rows=CALLS)
    found = seen(judged_plans(JUNE, context), JUNE, context)
    assert [promise.key for promise in found.unserved] == ["bins", "people"]
    assert found.silent == (("Housing", "no plan in force"), ("Parks", "a plan that names no measure"))
    assert answer_words(found) == (
        "1 of 2 plan objectives are on track, 2 promises are in nobody’s plan and 2 services report nothing."
    )
    assert "**Reports nothing:** Housing (no plan in force) and Parks (a plan that names no measure)." in lead_words(
        found
    )


def test_a_service_whose_measures_have_no_figure_reports_nothing(tmp_path):
    context = planned(tmp_path, plan("parks", objective("Answer", "answered")), rows=CALLS)
    found = seen(judged_plans(JUNE, context), JUNE, context)
    assert ("Parks", "none of its plan’s measures has a figure") in found.silent
    assert found.standings == [Standing.NO_FIGURES]


def test_a_plan_is_shown_only_in_the_periods_it_was_in_force(tmp_path):
    ended = plan("abattoirs", objective("Close"), before_date=date(2026, 6, 30))
    later = plan("waste", objective("Answer", "answered"), from_date=date(2026, 7, 1))
    context = planned(tmp_path, ended, later, rows=CALLS)
    assert judged_plans(JUNE, context) == ()
    (may,) = judged_plans(during(date(2026, 5, 1), date(2026, 5, 31)), context)
    assert may.label == "Abattoirs"


def test_plans_of_other_days_are_said_to_be_of_other_days(tmp_path):
    context = planned(tmp_path, replace(WASTE, from_date=date(2026, 7, 1)), own_partners=())
    nothing = nothing_words(seen((), JUNE, context), JUNE, context)
    assert nothing is not None
    assert nothing.answer == "No service plan was in force on 30 June 2026."


def test_with_services_chosen_only_their_plans_are_shown_but_no_promise_is_called_unserved_for_it(tmp_path):
    context = planned(tmp_path, WASTE, HOUSING, rows=CALLS)
    chosen = replace(JUNE, services=("waste",))
    found = seen(judged_plans(chosen, context), chosen, context)
    assert [each.label for each in found.plans] == ["Waste"]
    assert found.unserved == ()
    assert (found.silent, found.services) == ((), 1)


def test_the_corporate_plan_is_judged_for_the_whole_council_and_stands_last(tmp_path):
    whole = plan(CORPORATE, objective("Answer everybody", "answered"))
    context = planned(tmp_path, whole, WASTE, rows=CALLS)
    waste, corporate = judged_plans(JUNE, context)
    assert (waste.label, corporate.label) == ("Waste", "Whole council")
    assert corporate.objectives[0].results[0].value == 0.78  # 78 of 100
    rows = {row.cells[0]: row.cells[1:] for row in rolled_up((waste, corporate), context.council.promises).rows}
    assert rows["Place"] == ("1 of 3", "0", "0", "2", "2 of 3")
    assert rows["Corporate Plan"] == ("0 of 1", "0", "1", "0", "1 of 3")
    assert rows["Every plan"] == ("1 of 4", "0", "1", "2", "2 of 3")


def test_the_figure_has_a_word_for_every_promise_and_plan(tmp_path):
    context = planned(tmp_path, WASTE, HOUSING, rows=CALLS, sent=bins(6))
    plans = judged_plans(JUNE, context)
    figure = plans_figure(plans, unserved(context, JUNE), "Plans.", context)
    words = {(row, column): word for row, column, word, _ in figure.frame.rows()}
    assert words["We answer", "Housing"] == Standing.OFF_TRACK
    assert words["We empty bins", "Waste"] == Standing.ON_TRACK
    assert words["We empty bins", "Housing"] is None
    assert figure.table.row(1) == ("We empty bins", "On track", NOT_IN_PLAN)
    assert figure.headline == "Every promise is in somebody’s plan"
    assert "“We answer” in 2 plans" in figure.sentence


def test_what_a_partner_owes_is_missing_from_its_due_day_and_says_since_when(tmp_path):
    # Due 20 days after each month from January on: May's by 20 June, June's only in July.
    context = planned(tmp_path, WASTE, sent=bins(1, 2, 4))
    (found,) = partners_returns(context)
    assert [each.period.label for each in found.missing] == ["March 2026", "May 2026"]
    assert found.since == date(2026, 4, 20)
    assert (found.returned, found.services, found.last) == (Returned.SOME_MISSING, ("Waste",), date(2026, 4, 30))
    (row,) = partners_table((found,), context).rows
    assert row.result == "2 missing, since 20 April 2026"
    assert "March 2026 (Emptied)" in row.detail


def test_a_partner_that_never_sent_anything_and_one_that_owes_nothing_are_told_apart(tmp_path):
    quiet = replace(BINS, key="quiet", label="Quiet", provider="Quiet", returns=())
    over = replace(BINS, key="over", label="Over", provider="Over", before_date=date(2026, 2, 1))
    context = planned(tmp_path, WASTE, own_partners=(BINS, quiet, over))
    found = {each.partner.key: each for each in partners_returns(context)}
    assert len(found["bins"].missing) == 5
    assert found["bins"].last is None
    assert found["quiet"].returned is Returned.NOTHING_OWED
    assert [each.period.label for each in found["over"].missing] == ["January 2026"]


def test_a_gap_of_somebody_who_is_no_partner_is_told_from_how_they_usually_report(tmp_path):
    sent = [stated("training_coverage", date(2026, month, 1), 90, 100) for month in (1, 2, 4, 5, 6)]
    sent += [stated("answer_rate", date(2026, month, 1), 90, 100, provider="Telephones") for month in (1, 2)]
    missing = other_missing(planned(tmp_path, WASTE, sent=[*sent, *bins(1, 2, 3, 4, 5)]))
    assert {provider: [each.period.label for each in some] for provider, some in missing.items()} == {
        "Human resources": ["March 2026"]
    }


def test_days_left_of_an_accreditation_are_counted_from_the_periods_last_day(tmp_path):
    sent = [stated("accreditation_days_left", date(2025, 12, 1), None, None, value_text="2026-07-30")]
    context = planned(tmp_path, WASTE, sent=sent)
    result = result_of(context.promised("ends"), JUNE, context)
    assert (result.value, result.judgement.state) == (30, State.MISSED)
    assert "The day it states is 30 July 2026." in result.caveats
    assert result.change.words == "Not judged"


def test_what_moves_by_itself_has_no_usual_range(tmp_path):
    months = [add_months(date(2026, 6, 1), -back) for back in range(18)]
    sent = [stated("accreditation_days_left", month, None, None, value_text="2027-06-30") for month in months]
    sent += [stated("vacancy_rate", month, 5 + month.month % 3, 100) for month in months]
    context = planned(tmp_path, WASTE, sent=sent)
    left, vacant = (trend_figure(result_of(context.promised(key), JUNE, context), (), "") for key in ("ends", "vacant"))
    assert left is not None
    assert vacant is not None
    assert left.frame["upper_limit"].is_null().all()
    assert not vacant.frame["upper_limit"].is_null().all()


def test_of_several_dates_the_one_that_decides_counts(tmp_path):
    layers = measure("layers", "map_layer_age", 365)
    days = {"waste": "2026-06-20", "housing": "2025-06-30"}
    sent = [stated("map_layer_age", date(2026, 6, 1), None, None, service=service, value_text=day) for service, day in days.items()]  # fmt: skip
    context = planned(tmp_path, WASTE, sent=sent, measures=(*MEASURES, layers))
    assert result_of(layers, JUNE, context).value == 365
    assert result_of(layers, replace(JUNE, services=("waste",)), context).value == 10


def test_staff_stand_beside_service_in_the_busiest_quarter_of_the_months(tmp_path):
    months = [add_months(date(2026, 6, 1), -back) for back in range(12)]
    busy = set(months[:3])
    rows = [
        row
        for month in months
        for row in calls("waste", 30 if month in busy else 20, 10 if month in busy else 0, month)
    ]
    sent = [stated("vacancy_rate", month, 20 if month in busy else 5, 100) for month in months]
    found = staff_in_busy_times(JUNE, planned(tmp_path, WASTE, rows=rows, sent=sent))
    assert found is not None
    assert set(found.busy) == busy
    answered, vacant = found.measures
    assert (answered.busy, answered.other) == (0.75, 1.0)
    assert (vacant.busy, vacant.other) == (0.2, 0.05)
    assert (found.calls.busy, found.calls.other) == (40, 20)


def test_with_less_than_a_year_of_calls_nothing_is_said_of_busy_times(tmp_path):
    sent = [stated("vacancy_rate", date(2026, 6, 1), 5, 100)]
    assert staff_in_busy_times(JUNE, planned(tmp_path, WASTE, rows=CALLS, sent=sent)) is None


def test_no_plan_at_all_says_how_to_enter_one(tmp_path):
    context = planned(tmp_path, own_partners=())
    nothing = nothing_words(seen((), JUNE, context), JUNE, context)
    assert nothing is not None
    assert nothing.answer == "No service plan is entered."
    assert nothing.document == "docs/council-file.md"


def test_a_measure_without_a_return_is_no_data_and_never_nought(tmp_path):
    context = planned(tmp_path, plan("waste", objective("Train", TRAINED.key)))
    (train,) = judged_plans(JUNE, context)[0].objectives
    assert train.results[0].value is None
    assert train.results[0].judgement.state is State.NO_DATA
    assert isinstance(train.results[0].trend, tuple)
    assert pl.Series([each.value for each in train.results[0].trend]).null_count() == len(train.results[0].trend)


def test_small_counts_of_pages_are_shown_to_everybody_and_those_of_staff_are_not(tmp_path):
    pages = measure("pages", "web_pages_out_of_date", 0.1)
    sent = [
        stated("web_pages_out_of_date", date(2026, 6, 1), 3, 48),
        stated("training_coverage", date(2026, 6, 1), 3, 48),
    ]
    context = planned(tmp_path, WASTE, sent=sent, measures=(*MEASURES, pages))
    context.audience = Audience.PUBLIC
    assert result_of(pages, JUNE, context).value == 3 / 48
    hidden = result_of(TRAINED, JUNE, context)
    assert hidden.value is None
    assert has_figures(hidden)
