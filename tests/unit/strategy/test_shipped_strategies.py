"""The shipped files: strategies hold only what was published, and what is invented belongs to fictional councils."""

import re
from datetime import date

import pytest

from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Parameter
from frontdoor.schema.units import Better
from frontdoor.strategy.history import is_easier
from frontdoor.strategy.reading import read_council, read_strategy, shipped_councils, strategies_folder

REAL = ("huntingdonshire", "newark_and_sherwood", "oxfordshire", "peterborough", "wokingham")
FICTIONAL = {
    "trentside": "newark_and_sherwood",
    "nenebridge": "peterborough",
    "loddonvale": "wokingham",
    "ouseford": "huntingdonshire",
    "thamesmere": "oxfordshire",
}
PUBLIC = ("boston", "cfpb", "nhs", "vancouver")
STRATEGIES = {path.stem: read_strategy(path) for path in sorted(strategies_folder().glob("*.toml"))}
COUNCILS = {path.stem: read_council(path) for path in sorted(shipped_councils().glob("*.toml"))}

PUBLISHED_THRESHOLDS = {
    # DOMAIN: Peterborough's customer service principles
    ("peterborough", "calls_in_20_seconds"): 20,
    ("peterborough", "voicemails_in_1_day"): 1,
    ("peterborough", "visitors_in_10_minutes"): 600,
    # DOMAIN: Oxfordshire's older published standards
    ("oxfordshire", "letters_acknowledged"): 5,
    ("oxfordshire", "letters_answered"): 10,
    ("oxfordshire", "emails_acknowledged"): 2,
    ("oxfordshire", "emails_answered"): 10,
    ("oxfordshire", "voicemails_in_24_hours"): 86_400,
}
BY_THE_CODES = {
    # DOMAIN 2.1 and 2.2: working days of the Complaint Handling Codes of both Ombudsmen
    Parameter.PROMISED_WORKING_DAYS: 10,
    Parameter.ACKNOWLEDGED_WITHIN: 5,
    Parameter.LONGEST_EXTENSION: 10,
}
PLACES = re.compile("newark|sherwood|peterborough|wokingham|huntingdon|oxford", re.IGNORECASE)


def test_the_five_strategies_and_the_councils_are_all_there():
    assert set(STRATEGIES) == {*REAL, "public_feedback", "public_records"}
    assert set(COUNCILS) == {*FICTIONAL, *PUBLIC}


@pytest.mark.parametrize("key", REAL)
def test_a_strategy_has_promises_measures_and_says_who_oversees_it(key):
    strategy = STRATEGIES[key]
    assert 4 <= len(strategy.promises) <= 6
    assert 1 <= len(strategy.measures) <= 9
    assert strategy.oversight
    assert strategy.actions
    assert all(len(promise.title) <= 36 and promise.subject for promise in strategy.promises)


def test_the_only_published_number_is_oxfordshires_nine_in_ten_calls():
    numbers = {
        (key, measure.key): target.value
        for key in REAL
        for measure in STRATEGIES[key].measures
        for target in measure.targets
        if target.value is not None
    }
    assert numbers == {("oxfordshire", "calls_answered"): 0.9}


def test_a_published_number_names_where_it_was_read():
    (target,) = next(each for each in STRATEGIES["oxfordshire"].measures if each.key == "calls_answered").targets
    assert "https://" in target.source


@pytest.mark.parametrize("key", REAL)
def test_every_other_target_is_to_be_set_and_says_it_was_not_published(key):
    for measure in STRATEGIES[key].measures:
        assert measure.targets, measure.key
        for target in measure.targets:
            if target.value is None:
                assert target.source in ("not published", "no share published"), measure.key


def test_thresholds_in_strategies_are_only_those_published():
    found = {
        (key, measure.key): values[0].value
        for key in STRATEGIES
        for measure in STRATEGIES[key].measures
        if measure.measure != "stage_1_in_time"
        for parameter, values in measure.parameters.items()
        if parameter is not Parameter.CLOCK
    }
    assert found == PUBLISHED_THRESHOLDS


def test_complaints_are_answered_by_the_codes_and_the_strategy_says_so():
    with_complaints = {
        key: measure for key in REAL for measure in STRATEGIES[key].measures if measure.measure == "stage_1_in_time"
    }
    assert set(with_complaints) == {"newark_and_sherwood", "peterborough"}
    for key, measure in with_complaints.items():
        assert {name: values[0].value for name, values in measure.parameters.items()} == BY_THE_CODES
        assert measure.procedures == ("corporate", "housing")
        assert any(standard.measure == "stage_1_in_time" for standard in STRATEGIES[key].standards)


def test_every_council_uses_the_codes_own_days_for_the_procedures_they_govern():
    for council in COUNCILS.values():
        for measure in council.measures:
            if measure.measure == "stage_1_in_time":
                assert {name: values[0].value for name, values in measure.parameters.items()} == BY_THE_CODES
                assert set(measure.procedures) <= {"corporate", "housing"}
            if measure.measure == "acknowledged_in_time":
                assert measure.parameters[Parameter.PROMISED_WORKING_DAYS][0].value == 5


def test_a_survey_question_of_a_strategy_says_its_wording_was_not_found_or_is_ours():
    for key in REAL:
        for question in STRATEGIES[key].questions:
            is_said = "not found" in question.words or any(
                "questions were not found" in note for note in STRATEGIES[key].notes
            )
            assert is_said, (key, question.key)


def test_the_pilots_are_newarks_twelve_weeks_and_wokinghams_without_a_length():
    pilots = {key: [(pilot.key, pilot.weeks) for pilot in STRATEGIES[key].pilots] for key in REAL}
    assert {key: found for key, found in pilots.items() if found} == {
        "newark_and_sherwood": [("monday_opening", 12)],
        "wokingham": [("housing", None)],
    }


def test_public_data_has_no_promise_and_no_target():
    assert all(not measure.targets for key in PUBLIC for measure in COUNCILS[key].measures)
    assert all(COUNCILS[key].strategy.title == "No strategy: public data" for key in PUBLIC)
    assert all(not COUNCILS[key].is_invented for key in PUBLIC)


def test_public_answers_are_about_the_service_and_neither_ease_nor_getting_it_sorted_out():
    (question,) = COUNCILS["nhs"].questions
    assert question.scale.measures == ("share_satisfied", "weighted_score")
    assert [(answer.answer, answer.points) for answer in question.scale.answers][::4] == [("1", 1.0), ("5", 0.0)]


@pytest.mark.parametrize(("key", "strategy"), FICTIONAL.items())
def test_a_fictional_council_says_that_it_is_one(key, strategy):
    council = COUNCILS[key]
    assert council.strategy.key == strategy
    assert council.is_invented
    assert council.notice == "Invented figures"
    assert council.name.endswith("(fictional)")
    assert not PLACES.search(council.name)


@pytest.mark.parametrize("key", FICTIONAL)
def test_every_number_a_fictional_council_adds_is_marked_invented(key):
    council = COUNCILS[key]
    published = {(measure.key, target) for measure in council.strategy.measures for target in measure.targets}
    own = [
        target for measure in council.measures for target in measure.targets if (measure.key, target) not in published
    ]
    assert own
    assert {target.source for target in own} == {"invented"}
    assert {cost.source for cost in council.unit_costs} <= {"invented"}
    assert all(promise.source.startswith("invented") for promise in council.own_promises)


@pytest.mark.parametrize("key", COUNCILS)
def test_a_measure_stands_under_a_promise_and_is_named_shortly(key):
    council = COUNCILS[key]
    headlines = {measure.promise for measure in council.measures if measure.is_headline}
    assert headlines <= {promise.key for promise in council.promises}
    assert {measure.promise for measure in council.measures} <= {"", *(promise.key for promise in council.promises)}
    assert all(0 < len(measure.short_label) <= 24 for measure in council.measures)


@pytest.mark.parametrize("key", FICTIONAL)
def test_every_fictional_council_has_plans_with_a_promise_nobody_serves_and_a_service_that_reports_nothing(key):
    council, on = COUNCILS[key], date(2026, 10, 31)
    plans = [plan for plan in council.service_plans if plan.is_in_force(on)]
    assert {plan.source for plan in council.service_plans} | {each.source for each in council.own_partners} == {
        "invented"
    }
    of_measure = {measure.key: measure.promise for measure in council.measures}
    served = {
        promise
        for plan in plans
        for each in plan.objectives
        for promise in (*each.promises, *(of_measure[name] for name in each.measures))
    }
    assert len({promise.key for promise in council.promises} - served) == 1
    silent = {service.key for service in council.services} - {plan.service for plan in plans}
    assert silent or key == "trentside"  # there one plan's only measure is never returned
    assert any(each.returns for each in council.own_partners)


def test_trentside_lowered_one_target_and_raised_another():
    council = COUNCILS["trentside"]
    eased = {
        measure.key
        for measure in council.measures
        for now, before in zip(measure.targets[1:], measure.targets, strict=False)
        if is_easier(now, before, CATALOGUE[measure.measure].better)
    }
    assert eased == {"calls_in_60_seconds"}
    online = next(measure for measure in council.measures if measure.key == "contacts_online")
    assert [target.value for target in online.targets] == [0.4, 0.44, 0.48]


def test_ouseford_replaced_a_target_to_be_set_by_a_number():
    calls = next(measure for measure in COUNCILS["ouseford"].measures if measure.key == "calls_answered")
    assert [target.value for target in calls.targets] == [None, 0.85]


def test_no_measure_without_a_better_direction_has_a_number():
    for council in COUNCILS.values():
        for measure in council.measures:
            if CATALOGUE[measure.measure].better is Better.NEITHER:
                assert all(target.value is None for target in measure.targets), (council.key, measure.key)


def test_boston_names_one_file_for_2015_and_the_other_for_the_years_around_it():
    rows = COUNCILS["boston"].sources_of_record
    assert [(row.source, str(row.from_date), str(row.before_date)) for row in rows] == [
        ("boston_311_history", "None", "2015-01-01"),
        ("boston_311", "2015-01-01", "2016-01-01"),
        ("boston_311_history", "2016-01-01", "None"),
    ]
