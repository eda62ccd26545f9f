"""Every mistake in a council file is one error that names the file, the key, the value met and what is right."""

import pytest

from frontdoor.errors import StrategyError
from frontdoor.strategy.reading import read_council

SECOND_COST = """[[unit_cost]]
channel = "phone"
from = 2025-01-01
low_pence = 1
pence = 1
high_pence = 1
source = "x"

[[source_of_record]]"""
SECOND_RECORD = """[[source_of_record]]
source = "frontdoor"
family = "waits"
channel = "phone"

[[event]]"""
SHARED = """[[shared_key]]
source = "frontdoor"
to_source = "amazon"
column = "conversation_id"
to_column = "contact_id"
attributes = ["ward"]

"""
DIGITAL_CHANNEL = """[[digital_channel]]
channel = "web"
from = 2024-01-01
before = 2025-01-01
"""
ONLINE = """[[measure]]
key = "online"
measure = "digital_share"
label = "Online"
promise = "phone"
"""
PHONE_AGAIN = """[[promise]]
key = "phone"
title = "x"
words = "x"
source = "x"

[[event]]"""

COUNCIL_MISTAKES = {
    "a misspelt strategy": (('strategy = "small"', 'strategy = "smal"'), ["strategy", "'smal'", "Did you mean small?"]),
    "a nation there is not": (('"England"', '"Engerland"'), ["nation", "'Engerland'", "Did you mean England?"]),
    "a time zone there is not": (
        ('nation = "England"', 'nation = "England"\ntime_zone = "Europe/Londn"'),
        ["time_zone", "'Europe/Londn'", "Did you mean Europe/London?"],
    ),
    "a measure counted otherwise": (
        ('key = "calls"', 'key = "calls"\nmeasure = "answer_rate"'),
        ["measure.calls.measure", "'answer_rate'", "service_level"],
    ),
    "a threshold for a measure that has none": (
        ('key = "calls"', 'key = "cals"\nmeasure = "answer_rate"\npromise = "phone"'),
        ["measure.cals.parameters.within_seconds"],
    ),
    "an unknown weekday": (('"monday"', '"moonday"'), ["opening[1].weekdays", "moonday", "Did you mean monday?"]),
    "hours off the half-hour": (("09:00:00", "09:10:00"), ["opening[1].opens", "09:10:00", "half-hours"]),
    "closing before opening": (("17:30:00", "08:30:00"), ["opening[1].closes", "08:30:00", "after opening"]),
    "words for a time": (("opens = 09:00:00", 'opens = "9am"'), ["opening[1].opens", "'9am'", "09:00:00"]),
    "a channel there is not": (
        ('channel = "web"', 'channel = "wbe"'),
        ["digital_channel[1].channel", "'wbe'", "Did you mean web?"],
    ),
    "an end before its start": (
        ("before = 2025-01-01", "before = 2024-01-01"),
        ["digital_channel[1].before", "2024-01-01", "not after"],
    ),
    "a cost outside its range": (("pence = 300", "pence = 500"), ["unit_cost[1].pence", "500", "high_pence 400"]),
    "two costs on one day": (("[[source_of_record]]", SECOND_COST), ["unit_cost[2].from", "2025-01-01", "still holds"]),
    "two sources of record": (("[[event]]", SECOND_RECORD), ["source_of_record[2].from", "still holds"]),
    "an unknown family": (('"waits"', '"wait"'), ["source_of_record[1].family", "'wait'", "Did you mean waits?"]),
    "a source of record nobody knows": (
        ('"frontdoor_intervals"', '"frontdoor_interval"'),
        ["source_of_record[1].source", "'frontdoor_interval'", "Did you mean frontdoor_intervals?"],
    ),
    "a key shared with a source nobody knows": (
        ("[[event]]", SHARED + "[[event]]"),
        ["shared_key[1].to_source", "'amazon'", "Did you mean amazon_connect?"],
    ),
    "a number that is not words": (
        ('nation = "England"', 'nation = "England"\nown_numbers = [1632960000]'),
        ["own_numbers", "1632960000", "list of words"],
    ),
    "an event of no service": (
        ('services = ["waste"]', 'services = ["bins"]'),
        ["event[1].services", "bins", "Choose from: waste"],
    ),
    "a column nobody has": (
        ('nation = "England"', 'nation = "England"\nopt_in = ["acces_need"]'),
        ["opt_in", "acces_need", "Did you mean access_need?"],
    ),
    "digital share without digital channels": (
        (DIGITAL_CHANNEL, ONLINE),
        ["digital_channel", "measure.online", "[[digital_channel]]"],
    ),
    "a promise the strategy has": (("[[event]]", PHONE_AGAIN), ["promise.phone.key", "the strategy has a promise"]),
    "services that leave out the strategy's": (
        ("[[event]]", '[[service]]\nkey = "wastes"\nlabel = "Waste"\n\n[[event]]'),
        ["event[1].services", "waste"],
    ),
    "a number as flag": (("is_invented = true", "is_invented = 1"), ["is_invented", "= 1", "true or false"]),
}


@pytest.mark.parametrize(("change", "told"), COUNCIL_MISTAKES.values(), ids=COUNCIL_MISTAKES)
def test_a_mistake_in_a_council_file_is_named(council_file, change, told):
    path = council_file(change)
    with pytest.raises(StrategyError) as raised:
        read_council(path, path.parent.parent / "strategies")
    message = str(raised.value)
    assert message.startswith(f"council.toml: {told[0]}")
    assert all(words in message for words in told), message
