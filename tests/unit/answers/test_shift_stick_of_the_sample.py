"""What was planted in Trentside about bounces and avoidable contact is found again, for every audience."""

from datetime import date

import pytest
from stick_home import box_of, facts_of, said_in

from frontdoor.access.audience import Audience
from frontdoor.answers.shift_needless import needless
from frontdoor.answers.shift_stick import stick
from frontdoor.filters import Filters
from frontdoor.periods import Period

pytestmark = pytest.mark.slow

OCTOBER = Filters("trentside", Period.month(date(2026, 10, 1)))
YEAR = Filters("trentside", Period(date(2025, 11, 1), date(2026, 10, 31)))
LONGEST_HEADLINE = 55
FORMS = "Forms that send people back"


@pytest.fixture(autouse=True)
def trentside(sample_home, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_HOME", str(sample_home))


def figures(answer):
    return {figure.key: figure for section in answer.sections for figure in section.figures}


def test_the_planted_bounces_and_the_bad_form_are_found_again():
    answer = stick(YEAR, Audience.OFFICER)
    bounced = int(facts_of(answer, "Bounces: a range, not a number")["At least"].replace(",", ""))
    drawn = figures(answer)
    by_channel = drawn["bounces-by-channel"].table
    assert bounced == by_channel["Then called or visited"].sum()
    assert bounced / by_channel["Linked online contacts"].sum() == pytest.approx(
        0.11, abs=0.01
    )  # sample_data/README.md
    worst = drawn["bounces-by-form"].frame.row(0, named=True)
    assert worst["label"] == "Council tax change of address"
    assert worst["value"] == pytest.approx(0.24, abs=0.02)
    assert "Council tax change of address" in said_in(answer, FORMS)


def test_the_planted_avoidable_contact_is_found_again():
    share = facts_of(needless(YEAR, Audience.OFFICER), "Avoidable contact, by both definitions")
    assert float(share["Final definition (2008)"].rstrip("%")) / 100 == pytest.approx(0.205, abs=0.02)


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("view", [stick, needless])
def test_every_audience_has_every_section_and_its_pictures(view, audience):
    answer = view(OCTOBER, audience)
    assert answer.nothing is None
    assert answer.answer.endswith(".")
    assert len(answer.sections) >= 4
    for figure in figures(answer).values():
        assert len(figure.headline) < LONGEST_HEADLINE
        assert figure.sentence.endswith(".")
        assert figure.stamp == "Invented figures"


def test_the_ten_opportunities_have_costs_ease_and_places():
    answer = needless(OCTOBER, Audience.MEMBER)
    assert len(box_of(answer, "The ten largest opportunities").lines) == 10
    table = figures(answer)["opportunities"].table
    assert table["How much could go"].str.contains("invented").all()
    assert table["Worth"].str.contains("£").all()
