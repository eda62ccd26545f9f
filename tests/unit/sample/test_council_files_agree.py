"""What the generator makes is what each fictional council's own file speaks of."""

from datetime import date

import pytest

from frontdoor.measures.measure import Kind
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.council import Council
from frontdoor.strategy.question_bank import breaks
from frontdoor.strategy.reading import read_council, shipped_councils
from sample_data.generator.complaints.councils import COMPLAINTS
from sample_data.generator.councils import COUNCILS
from sample_data.generator.making import Months
from sample_data.generator.profile import CHANNELS, DIGITAL
from sample_data.generator.reported import returns_of
from sample_data.generator.surveys.councils import SURVEYS
from sample_data.generator.surveys.profile import FOLLOW_UP, GOVMETRIC
from sample_data.planted import contacts as planted
from sample_data.planted import reported as planted_returns
from sample_data.planted import surveys as planted_surveys


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
    assert {planted.WASTE_CHANGE, planted.CHAT_BEGAN} <= dates


@pytest.mark.parametrize("key", sorted(COUNCILS))
def test_no_council_file_tells_of_pilots_as_events_since_pilots_mark_themselves(key: str) -> None:
    labels = [event.label.lower() for event in council_file(key).events]
    assert not [label for label in labels if "pilot" in label or "trial" in label]


def test_trentside_knows_which_ward_takes_records_without_an_address() -> None:
    assert council_file("trentside").default_wards == (planted.DEFAULT_ADDRESS_WARD,)


@pytest.mark.parametrize("key", sorted({*COMPLAINTS, *SURVEYS}))
def test_complaints_and_surveys_are_about_services_of_the_council_file(key: str) -> None:
    known = {service.key for service in council_file(key).services}
    complained = {service.key for service in COMPLAINTS[key].services} if key in COMPLAINTS else set()
    ratings = SURVEYS[key].ratings if key in SURVEYS else None
    assert complained | set(ratings.nets if ratings else ()) <= known


def asked_of(key: str) -> set[tuple[str | None, str]]:
    return {(asked.survey, asked.question) for question in council_file(key).questions for asked in question.asked}


@pytest.mark.parametrize("key", sorted(SURVEYS))
def test_every_question_a_council_asks_is_in_its_bank(key: str) -> None:
    profile = SURVEYS[key]
    wanted = {(GOVMETRIC, "rating")} if profile.ratings else set()
    if profile.follow_up:
        names = {wording.question for wording in profile.follow_up.wordings} | {"recommend", "ease", "resolved"}
        wanted |= {(FOLLOW_UP, name) for name in names}
    assert wanted <= asked_of(key)


def test_trentsides_question_breaks_on_the_day_its_words_changed() -> None:
    broken = {question.key: breaks(question) for question in council_file("trentside").questions if breaks(question)}
    assert broken == {"satisfied": (planted_surveys.WORDING_CHANGED,)}


@pytest.mark.parametrize("key", sorted(COMPLAINTS))
def test_a_promise_about_complaints_leaves_out_procedures_with_clocks_of_their_own(key: str) -> None:
    own = {name for service in COMPLAINTS[key].services for name, _ in service.procedures} - {"corporate", "housing"}
    for measure in council_file(key).measures:
        if measure.measure in ("stage_1_in_time", "acknowledged_in_time"):
            assert measure.procedures
            assert own.isdisjoint(measure.procedures)


def test_the_partner_whose_return_is_missing_is_a_promise_of_trentsides() -> None:
    (figure,) = [each for each in council_file("trentside").measures if each.reported and each.is_headline]
    assert (figure.reported, figure.provider) == ("leisure_visitors_satisfied", planted_returns.LEISURE_PARTNER)


@pytest.mark.parametrize("key", sorted(COUNCILS))
def test_every_reported_figure_and_every_return_owed_is_made_by_the_sample(key: str) -> None:
    made = {(one.measure, one.provider) for one in returns_of(key, Months(30, date(2026, 10, 31)))}
    council = council_file(key)
    figures = {
        measure.reported or measure.measure for measure in council.measures if measure_of(measure).kind is Kind.STATED
    }
    assert figures <= {figure for figure, _ in made}
    assert {(figure, each.provider) for each in council.partners for figure in each.returns} <= made


def test_trentside_opts_in_to_comments_and_nobody_else_does() -> None:
    assert {key for key in COUNCILS if council_file(key).opt_in} == {"trentside"}
