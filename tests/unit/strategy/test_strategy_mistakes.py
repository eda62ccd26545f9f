"""Every mistake in a strategy is one error that names the file, the key, the value met and what is right."""

import pytest

from frontdoor.errors import StrategyError
from frontdoor.strategy.reading import read_strategy

STRATEGY_MISTAKES = {
    "a misspelt measure": (
        ('"service_level"', '"service_levle"'),
        ["measure.calls.measure", "'service_levle'", "Did you mean service_level?"],
    ),
    "a misspelt key": (('label = "Calls', 'labell = "Calls'), ["measure.calls.labell", "Did you mean label?"]),
    "a misspelt key at the top": (
        ("customer_word", "costumer_word"),
        ["costumer_word", "'resident'", "Did you mean customer_word?"],
    ),
    "a misspelt table": (("[[promise]]", "[[promises]]"), ["promises", "Did you mean promise?"]),
    "a promise nobody made": (
        ('promise = "phone"', 'promise = "phones"'),
        ["measure.calls.promise", "'phones'", "Did you mean phone?"],
    ),
    "an unknown service": (
        ('services = ["waste"]', 'services = ["wast"]'),
        ["measure.calls.services", "wast", "Did you mean waste?"],
    ),
    "an unknown channel": (
        ('channels = ["phone"]', 'channels = ["telephone"]'),
        ["measure.calls.channels", "telephone", "Did you mean phone?"],
    ),
    "an unknown partner": (
        ('partner = "contractor"', 'partner = "contracter"'),
        ["service.waste.partner", "'contracter'", "Did you mean contractor?"],
    ),
    "a unit that does not fit": (
        ('unit = "share"', 'unit = "seconds"'),
        ["measure.calls.target[1].unit", "'seconds'", "Did you mean share?"],
    ),
    "a unit there is not": (
        ('unit = "share"', 'unit = "shares"'),
        ["measure.calls.target[1].unit", "'shares'", "Did you mean share?"],
    ),
    "a percentage for a share": (
        ("value = 0.8\n", "value = 80\n"),
        ["measure.calls.target[1].value", "= 80", "Did you mean 0.8, which is 80%?"],
    ),
    "a negative share": (
        ("value = 0.8\n", "value = -0.1\n"),
        ["measure.calls.target[1].value", "= -0.1", "from 0 to 1"],
    ),
    "a tolerance in per cent": (
        ("tolerance = 0.02", "tolerance = 2"),
        ["measure.calls.target[1].tolerance", "= 2", "Did you mean 0.02"],
    ),
    "a negative tolerance": (
        ("tolerance = 0.02", "tolerance = -0.02"),
        ["measure.calls.target[1].tolerance", "-0.02", "below 0"],
    ),
    "a number that is not one": (
        ("value = 0.8\n", "value = nan\n"),
        ["measure.calls.target[1].value", "nan", "a number"],
    ),
    "words for a number": (
        ("value = 0.8\n", 'value = "80%"\n'),
        ["measure.calls.target[1].value", "'80%'", "without quotes"],
    ),
    "true for a number": (("value = 0.8\n", "value = true\n"), ["measure.calls.target[1].value", "True", "a number"]),
    "a number for words": (
        ('label = "Calls answered within 20 seconds"', "label = 20"),
        ["measure.calls.label", "= 20", "between quotes"],
    ),
    "empty words": (('title = "Small strategy"', 'title = " "'), ["title", "between quotes"]),
    "words for a date": (
        ("from = 2024-01-15", 'from = "15 January 2024"'),
        ["measure.calls.target[1].from", "'15 January 2024'", "2026-04-01"],
    ),
    "a time for a date": (
        ("approved_date = 2024-01-15", "approved_date = 2024-01-15T10:00:00"),
        ["approved_date", "2024-01-15T10:00:00", "a date"],
    ),
    "neither number nor TBA": (("value = 0.8\n", ""), ["measure.calls.target[1].value", "missing"]),
    "both number and TBA": (
        ("value = 0.8\n", "value = 0.8\ntba = true\n"),
        ["measure.calls.target[1].value", "0.8", "not both"],
    ),
    "a date left out": (("from = 2024-01-15\n", ""), ["measure.calls.target[1].from", "missing"]),
    "a source left out": (
        ('tolerance = 0.02\nsource = "Charter"', "tolerance = 0.02"),
        ["measure.calls.target[1].source", "missing"],
    ),
    "no threshold": (
        ("parameters.within_seconds = 20\n", ""),
        ["measure.calls.parameters.within_seconds", "service_level needs this threshold"],
    ),
    "a threshold it does not use": (
        ("parameters.within_seconds = 20", "parameters = { within_seconds = 20, within_days = 7 }"),
        ["measure.calls.parameters.within_days", "= 7", "within_seconds"],
    ),
    "a threshold of nothing": (
        ("within_seconds = 20", "within_seconds = 0"),
        ["measure.calls.parameters.within_seconds", "= 0", "from 1 to"],
    ),
    "half a second": (
        ("within_seconds = 20", "within_seconds = 20.5"),
        ["measure.calls.parameters.within_seconds", "20.5", "whole number"],
    ),
    "a threshold list that is empty": (
        ("within_seconds = 20", "within_seconds = []"),
        ["measure.calls.parameters.within_seconds", "empty"],
    ),
    "two thresholds from one day": (
        ("within_seconds = 20", "within_seconds = [{ value = 20 }, { value = 30 }]"),
        ["measure.calls.parameters.within_seconds[2]", "two values from this day"],
    ),
    "a measure twice": (
        ("[[service]]", '[[measure]]\nkey = "calls"\n\n[[service]]'),
        ["measure.calls.key", "'calls'", "used twice"],
    ),
    "a key that is not the file's": (('key = "small"', 'key = "smal"'), ["key", "'smal'", "Did you mean small?"]),
    "a table where a list belongs": (("[[promise]]", "[promise]"), ["promise", "[[promise]]"]),
    "a list of numbers": (
        ('channels = ["phone"]', "channels = [1]"),
        ["measure.calls.channels", "[1]", "a list of words"],
    ),
}


@pytest.mark.parametrize(("change", "told"), STRATEGY_MISTAKES.values(), ids=STRATEGY_MISTAKES)
def test_a_mistake_in_a_strategy_is_named(strategy_file, change, told):
    with pytest.raises(StrategyError) as raised:
        read_strategy(strategy_file(change))
    message = str(raised.value)
    assert message.startswith(f"small.toml: {told[0]}")
    assert all(words in message for words in told), message


def test_a_tenth_headline_measure_is_one_too_many(strategy_file):
    more = "".join(
        f'[[measure]]\nkey = "m{number}"\nmeasure = "contacts"\nlabel = "m"\npromise = "phone"\n\n'
        for number in range(9)
    )
    with pytest.raises(StrategyError, match=r"measure\.m8: this is headline measure 10; keep to 9 at most"):
        read_strategy(strategy_file(("[[service]]", more + "[[service]]")))


def test_a_number_is_refused_where_neither_direction_is_better(strategy_file):
    path = strategy_file(
        ('"service_level"', '"contacts"'), ("parameters.within_seconds = 20\n", ""), ('"share"', '"count"')
    )
    with pytest.raises(StrategyError, match=r"target\[1\]\.value = 0\.8: neither more nor less of contacts is better"):
        read_strategy(path)


def test_days_to_look_ahead_stop_at_ninety(strategy_file):
    path = strategy_file(('"service_level"', '"repeat_contact"'), ("within_seconds = 20", "within_days = 91"))
    with pytest.raises(StrategyError, match=r"within_days = 91: within_days goes from 0 to 90"):
        read_strategy(path)


def test_an_unknown_clock_is_told_with_the_nearest(strategy_file):
    path = strategy_file(
        ('"service_level"', '"replied_in_time"'),
        ("parameters.within_seconds = 20", 'parameters = { clock = "first_replies", promised_working_days = 5 }'),
    )
    with pytest.raises(StrategyError, match=r"parameters\.clock = 'first_replies': .* Did you mean first_reply\?"):
        read_strategy(path)
