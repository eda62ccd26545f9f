"""What the generator makes is what each fictional council's own file speaks of."""

import pytest

from frontdoor.strategy.council import Council
from frontdoor.strategy.reading import read_council, shipped_councils
from sample_data.generator.councils import COUNCILS
from sample_data.generator.profile import CHANNELS, DIGITAL
from sample_data.planted import contacts as planted


def council_file(key: str) -> Council:
    return read_council(shipped_councils() / f"{key}.toml")


@pytest.mark.parametrize("key", sorted(COUNCILS))
def test_services_are_those_of_the_council_file(key: str) -> None:
    assert {service.key for service in COUNCILS[key].services} <= {
        service.key for service in council_file(key).services
    }


@pytest.mark.parametrize("key", sorted(COUNCILS))
def test_lines_are_open_when_the_council_file_says(key: str) -> None:
    opening = {
        hours.weekday: (hours.from_half_hour, hours.before_half_hour)
        for hours in council_file(key).openings
        if hours.queue is None
    }
    assert tuple(opening.get(weekday, (0, 0)) for weekday in range(1, 8)) == COUNCILS[key].opening


@pytest.mark.parametrize("key", sorted(COUNCILS))
def test_digital_channels_are_those_of_the_council_file(key: str) -> None:
    assert {channel.channel for channel in council_file(key).digital_channels} == {
        CHANNELS[channel] for channel in DIGITAL
    }


@pytest.mark.parametrize("key", sorted(COUNCILS))
def test_every_fictional_council_says_so(key: str) -> None:
    council = council_file(key)
    assert council.is_invented
    assert council.notice == "Invented figures"


def test_trentside_names_the_events_that_were_planted() -> None:
    dates = {event.on_date for event in council_file("trentside").events}
    assert {planted.WASTE_CHANGE, planted.CHAT_BEGAN, planted.PILOT_FIRST, planted.CONFOUNDED_FIRST} <= dates


def test_trentside_knows_which_ward_takes_records_without_an_address() -> None:
    assert council_file("trentside").default_wards == (planted.DEFAULT_ADDRESS_WARD,)
