"""A council file says what each service plans and what partners owe; a mistake names its place and the way out."""

from datetime import date

import pytest

from frontdoor.errors import StrategyError
from frontdoor.strategy.reading import read_council
from frontdoor.strategy.service_plans import CORPORATE

PLANS = """
[[service_plan]]
key = "waste_2026"
service = "waste"
directorate = "Environment"
title = "Waste plan"
owner = "Head of Waste"
from = 2026-04-01
source = "invented"

[[service_plan.objective]]
words = "Answer the line."
promises = ["phone"]
measures = ["calls"]
owner = "Line manager"

[[service_plan.objective]]
words = "Paint the lorries."

[[service_plan]]
key = "corporate"
title = "Corporate Plan"
from = 2024-04-01
before = 2027-04-01
source = "invented"
objective = [{ words = "Serve everybody." }]

[[partner]]
key = "contractor"
returns = ["missed_bins"]
provider = "Contractor Ltd"
from = 2025-04-01
every_months = 1
due_days = 14

[[partner]]
key = "leisure"
label = "Leisure Trust"
obligations = "Reports each quarter."
source = "invented"

[[event]]
on = 2025-03-10"""

OWN = """[[measure]]
key = "own"
measure = "contacts"
label = "Own"
"""

MISTAKES = {
    "a service nobody has": (('service = "waste"', 'service = "wast"'), ["service_plan.waste_2026.service", "waste?", "`before`"]),
    "a promise nobody made": (('promises = ["phone"]', 'promises = ["fone"]'), ["objective[1].promises", "fone", "phone?"]),
    "a measure nobody has": (('measures = ["calls"]', 'measures = ["call"]'), ["objective[1].measures", "calls?"]),
    "a word nobody knows": (('directorate = "', 'department = "'), ["service_plan.waste_2026.department", "no such key"]),
    "an empty plan": (('objective = [{ words = "Serve everybody." }]', ""), ["service_plan.corporate.objective", "sets out"]),
    "never in force": (("before = 2027-04-01", "before = 2024-04-01"), ["service_plan.corporate.before", "never be in force"]),
    "without a source": (('from = 2026-04-01\nsource = "invented"', "from = 2026-04-01"), ["waste_2026.source", "missing"]),
    "two plans at a time": (('key = "corporate"', 'key = "corporate"\nservice = "waste"'), ["service_plan.corporate.from", "earlier entry"]),
    "one key twice": (('key = "corporate"', 'key = "waste_2026"'), ["key", "used twice"]),
    "returns of nothing": (('returns = ["missed_bins"]\n', ""), ["partner.contractor.every_months", "`returns`"]),
    "returns since never": (("from = 2025-04-01\nevery", "every"), ["partner.contractor.from", "missing"]),
    "returns every other year": (("every_months = 1", "every_months = 24"), ["partner.contractor.every_months", "1 to 12"]),
    "a partner of whom nothing is said": (('label = "Leisure Trust"\n', ""), ["partner.leisure.label", "missing"]),
    "a measure without a promise": (("[[service_plan]]", f"{OWN}\n[[service_plan]]"), ["measure.own.promise", "missing"]),
}  # fmt: skip


@pytest.fixture
def planned(council_file):
    def read(*change):
        path = council_file(("[[event]]\non = 2025-03-10", PLANS.replace(*change, 1) if change else PLANS))
        return read_council(path, path.parents[1] / "strategies")

    return read


def test_a_plan_says_whose_it_is_and_what_shows_each_objective(planned):
    waste, corporate = planned().service_plans
    assert (waste.service, waste.directorate, waste.owner) == ("waste", "Environment", "Head of Waste")
    first, second = waste.objectives
    assert (first.promises, first.measures, first.owner) == (("phone",), ("calls",), "Line manager")
    assert (second.promises, second.measures) == ((), ())
    assert corporate.service == CORPORATE


def test_a_plan_holds_from_its_first_day_until_the_day_it_ends(planned):
    waste, corporate = planned().service_plans
    assert not waste.is_in_force(date(2026, 3, 31))
    assert waste.is_in_force(date(2026, 4, 1))
    assert corporate.is_in_force(date(2027, 3, 31))
    assert not corporate.is_in_force(date(2027, 4, 1))


def test_the_past_plan_of_a_service_that_is_gone_stays_readable(planned):
    gone = ('service = "waste"\ndirectorate', 'service = "abattoirs"\nbefore = 2026-10-01\ndirectorate')
    assert planned(*gone).service_plans[0].service == "abattoirs"


def test_a_partner_of_the_strategy_keeps_its_words_and_gains_what_it_owes(planned):
    contractor, leisure = planned().partners
    assert contractor.obligations == "Follows the charter"
    assert (contractor.provider, contractor.returns, contractor.every_months) == ("Contractor Ltd", ("missed_bins",), 1)
    assert (contractor.from_date, contractor.due_days) == (date(2025, 4, 1), 14)
    assert (leisure.provider, leisure.returns, leisure.from_date) == ("Leisure Trust", (), None)


def test_a_measure_of_plans_alone_needs_no_promise_and_takes_no_place_on_the_overview(planned):
    own = (OWN.replace('"own"', f'"own{number}"') + "headline = false\n" for number in range(12))
    many = "\n".join((*own, "[[service_plan]]"))
    measures = planned("[[service_plan]]", many).measures
    assert len(measures) == 13
    assert [each.key for each in measures if each.is_headline] == ["calls"]
    assert {each.promise for each in measures if not each.is_headline} == {""}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_names_its_place_and_the_way_out(planned, name):
    change, words = MISTAKES[name]
    with pytest.raises(StrategyError) as caught:
        planned(*change)
    assert all(word in str(caught.value) for word in words), str(caught.value)
