"""Seven years of Boston's requests with a false jump in them: no change of recording is called a shift, a fall or a saving."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.context import open_context
from frontdoor.answers.shift_left_out import left_out
from frontdoor.answers.shift_level import level
from frontdoor.answers.shift_needless import needless
from frontdoor.answers.shift_saved import saved
from frontdoor.answers.shift_stick import stick
from frontdoor.answers.view_answer import ViewAnswer
from frontdoor.commands.main import main
from frontdoor.filters import Filters
from frontdoor.periods import Period

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
FILES = {
    "boston_311": DATA / "boston_311_2015" / "boston_311_2015.parquet",
    "boston_311_history": DATA / "boston_311_animals_pests_2013_2019" / "boston_311_animals_pests_2013_2019.parquet",
}
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not DATA.exists(), reason="../shared/data is not here")]

YEARS = range(2013, 2020)
UNTIL_TOLD = 2018  # the first year with two years of calls of one source before it
INVENTED_COSTS = """
[[unit_cost]]
channel = "phone"
from = 2010-01-01
low_pence = 300
pence = 400
high_pence = 500
source = "invented for a test"

[[unit_cost]]
channel = "app"
from = 2010-01-01
low_pence = 20
pence = 40
high_pence = 60
source = "invented for a test"
"""


@pytest.fixture(scope="module")
def boston(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("boston")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FRONTDOOR_HOME", str(folder))
        for source, file in FILES.items():
            assert main(["load", str(file), "--council", "boston", "--source", source, "--by", "a test"]) == 0
        council = folder / "boston" / "council.toml"
        council.write_text(council.read_text(encoding="utf-8") + INVENTED_COSTS, encoding="utf-8")
        yield folder


@pytest.fixture(autouse=True)
def _at_home(boston: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRONTDOOR_HOME", str(boston))


def year(number: int) -> Filters:
    return Filters("boston", Period(date(number, 1, 1), date(number, 12, 31)))


def told(answer: ViewAnswer) -> str:
    """Return every word of a view's sentences, boxes and pictures."""
    boxes = [line for section in answer.sections for box in section.boxes for line in box.lines]
    figures = [figure for section in answer.sections for figure in section.figures]
    return " ".join(
        [answer.answer, answer.lead, answer.basis, *answer.notes]
        + [f"{line.label} {line.words} {line.fact}" for line in boxes]
        + [f"{figure.headline} {figure.sentence}" for figure in figures]
    )


@pytest.mark.parametrize("number", YEARS)
def test_no_year_is_said_to_have_moved_online(number: int) -> None:
    """As counted the online share went from 2% in 2014 to 33% in 2015; later years moved within their ups and downs."""
    assert " rose by " not in level(year(number), Audience.OFFICER).answer


@pytest.mark.parametrize("number", [2015, 2016])
def test_a_year_that_a_change_of_recording_touches_has_a_level_and_no_shift(number: int) -> None:
    answer = level(year(number), Audience.OFFICER)
    assert "whether that is a shift is too soon to say" in answer.answer
    assert "App is recorded only from 1 January 2015" in told(answer)
    assert not [fact for fact in answer.facts if fact.label == "Shift in a year"]


def test_the_first_months_shown_come_after_the_last_change_of_recording() -> None:
    assert level(year(2015), Audience.OFFICER).basis.startswith(
        "September to December 2015:"
    )  # the app jumped in August
    assert level(year(2016), Audience.OFFICER).basis.startswith(
        "February to December 2016:"
    )  # another file from 4 January
    assert (
        "February to December 2017 is held against February to December 2016"
        in level(year(2017), Audience.OFFICER).basis
    )


@pytest.mark.parametrize("number", YEARS)
def test_calls_that_stand_in_another_file_did_not_stay_away(number: int) -> None:
    """The file of 2015 has ten times the calls of the other years' file: neither a flood nor a saving."""
    answer = saved(year(number), Audience.OFFICER)
    assert "stand behind is about" not in answer.answer
    assert "fewer calls than would have come" not in told(answer)
    if 2015 <= number < UNTIL_TOLD:
        assert "more calls than would have come" not in told(answer)
        assert "nothing is borne out and nothing refuted" in answer.lead
        assert "contacts come from boston_311" in told(answer)


def test_two_years_of_one_file_later_calls_are_as_many_as_would_have_come() -> None:
    answer = saved(year(UNTIL_TOLD), Audience.OFFICER)
    assert "Calls are within what chance alone brings" in told(answer)
    assert "Civil Rights" not in told(answer)  # in the file of 2015 only


@pytest.mark.parametrize("number", YEARS)
def test_nothing_is_said_of_what_the_city_does_not_record(number: int) -> None:
    assert "cannot be known" in stick(year(number), Audience.OFFICER, 3).answer
    unneeded = needless(year(number), Audience.OFFICER)
    assert unneeded.answer.startswith("We can’t say how much contact need not have happened")
    assert "nothing recorded" not in told(unneeded)
    assert "No group fell further behind" in told(left_out(year(number), Audience.OFFICER)) or number < 2017


def test_the_citys_own_file_is_what_these_years_are_judged_by() -> None:
    council = open_context(year(2018), Audience.OFFICER).council
    assert not council.is_invented
    assert {each.source for each in council.unit_costs} == {"invented for a test"}
