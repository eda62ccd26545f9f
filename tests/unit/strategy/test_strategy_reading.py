"""A strategy and a council file are read into their types, the council's decisions on top of what was published."""

from datetime import date

import pytest

from frontdoor.measures.measure import Parameter
from frontdoor.schema.units import Channel, Family, Unit
from frontdoor.strategy.dated import ALWAYS
from frontdoor.strategy.reading import read_council, read_strategy
from frontdoor.strategy.strategy import DatedValue, Target


def test_a_strategy_is_read_as_written(strategy_file):
    strategy = read_strategy(strategy_file())
    assert (strategy.key, strategy.council, strategy.customer_word) == ("small", "Small Council", "resident")
    assert strategy.approved_date == date(2024, 1, 15)
    assert strategy.promises[0].subject == "the phone"
    assert strategy.services[0].partner == "contractor"
    measure = strategy.measures[0]
    assert (measure.measure, measure.services, measure.channels) == ("service_level", ("waste",), ("phone",))
    assert measure.parameters == {Parameter.WITHIN_SECONDS: (DatedValue(ALWAYS, 20),)}
    assert measure.targets == (Target(date(2024, 1, 15), 0.8, Unit.SHARE, 0.02, "Charter"),)


def test_a_council_adds_its_own_dated_decisions_to_what_was_published(council_file):
    council = read_council(council_file(), council_file().parent.parent / "strategies")
    measure = council.measures[0]
    assert (measure.label, measure.owner) == ("Calls answered within 20 seconds", "Head of service")
    assert [each.value for each in measure.parameters[Parameter.WITHIN_SECONDS]] == [20, 60]
    assert [(target.from_date, target.value) for target in measure.targets] == [
        (date(2024, 1, 15), 0.8),
        (date(2025, 4, 1), 0.7),
    ]
    assert [target.value for target in council.strategy.measures[0].targets] == [0.8]


def test_the_other_decisions_of_a_council_are_read(council_file):
    council = read_council(council_file(), council_file().parent.parent / "strategies")
    assert (council.key, council.time_zone, council.nation) == ("smallville", "Europe/London", "GB-ENG")
    assert council.holiday_calendar == ("GB", "ENG")
    assert [(each.weekday, each.from_half_hour, each.before_half_hour) for each in council.openings] == [
        (1, 18, 35),
        (2, 18, 35),
    ]
    assert (council.digital_channels[0].channel, council.digital_channels[0].before_date) == (
        Channel.WEB,
        date(2025, 1, 1),
    )
    assert (council.unit_costs[0].low_pence, council.unit_costs[0].pence) == (200, 300)
    assert council.sources_of_record[0].family is Family.WAITS
    assert council.events[0].services == ("waste",)
    assert [service.key for service in council.services] == ["waste"]


def test_a_shipped_council_file_is_named_after_its_council(council_file):
    path = council_file()
    shipped = path.parent.parent / "elsewhere.toml"
    shipped.write_bytes(path.read_bytes())
    assert read_council(shipped, path.parent.parent / "strategies").key == "elsewhere"


def test_a_new_measure_and_a_promise_of_the_councils_own_come_after_the_published_ones(council_file):
    own = """[[promise]]
key = "own"
title = "Ours"
words = "Our own."
source = "invented"

[[measure]]
key = "online"
measure = "digital_share"
label = "Online"
promise = "own"

[[opening]]"""
    path = council_file(("[[opening]]", own))
    council = read_council(path, path.parent.parent / "strategies")
    assert [promise.key for promise in council.promises] == ["phone", "own"]
    assert [promise.key for promise in council.strategy.promises] == ["phone"]
    assert [measure.key for measure in council.measures] == ["calls", "online"]


def test_a_change_in_either_file_changes_the_councils_hash(council_file, strategy_file):
    path = council_file()
    folder = path.parent.parent / "strategies"
    first = read_council(path, folder).file_hash
    assert read_council(path, folder).file_hash == first
    strategy_file(("value = 0.8", "value = 0.85"))
    second = read_council(path, folder).file_hash
    path.write_text(path.read_text(encoding="utf-8").replace("value = 0.7", "value = 0.75"), encoding="utf-8")
    assert len({first, second, read_council(path, folder).file_hash}) == 3


def test_a_target_to_be_set_has_the_measures_unit_and_no_value(strategy_file):
    path = strategy_file(('value = 0.8\nunit = "share"', "tba = true"), ("tolerance = 0.02\n", ""))
    target = read_strategy(path).measures[0].targets[0]
    assert (target.value, target.unit) == (None, Unit.SHARE)


def test_targets_come_oldest_first_whatever_their_order_in_the_file(strategy_file):
    earlier = '[[measure.target]]\ntba = true\nfrom = 2023-01-01\nsource = "Charter"\n\n[[service]]'
    targets = read_strategy(strategy_file(("[[service]]", earlier))).measures[0].targets
    assert [target.from_date.year for target in targets] == [2023, 2024]


@pytest.mark.parametrize(("written", "code"), [("Wales", "GB-WLS"), ("US-MA", "US-MA")])
def test_a_nation_is_a_name_or_a_code(council_file, written, code):
    path = council_file(('nation = "England"', f'nation = "{written}"'))
    assert read_council(path, path.parent.parent / "strategies").nation == code


def test_a_file_with_a_byte_order_mark_is_read(strategy_file):
    path = strategy_file()
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_strategy(path).key == "small"
