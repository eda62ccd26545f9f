"""Are figures provisional until those who own them confirm them, is that shown, and is every act on a month kept?"""

from datetime import UTC, date, datetime

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.measure import measure
from frontdoor.answers.sign_off_acting import confirm_month, reopen_month, sign_offs_offered
from frontdoor.answers.targets_changing import Asking
from frontdoor.commands.options import opened
from frontdoor.errors import AccessError, FrontdoorError
from frontdoor.filters import Filters
from frontdoor.intake.loading import load
from frontdoor.periods import Period
from frontdoor.register.register import open_register
from frontdoor.register.sign_offs import sign_offs
from tests.pages.canonical_file import write_contacts
from tests.pages.small_home import SERVICES

VIEW = {"account_view": "Sign-off"}
OCTOBER, SEPTEMBER = date(2026, 10, 1), date(2026, 9, 1)
OWNER = '\n[[data_owner]]\nsource = "frontdoor"\nowner = "Head of Customer Services"\n'
MONTH = Period(date(2026, 10, 1), date(2026, 10, 31))
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ASKED = Asking(Filters("trentside", MONTH), Audience.OFFICER, NOW)


@pytest.fixture
def home(own_home, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_HOME", str(own_home))
    return own_home


@pytest.fixture
def owned(home):
    file = home / "trentside" / "council.toml"
    file.write_text(file.read_text() + OWNER)
    return home


def signed(key="contacts"):
    return measure(key, Filters("trentside", MONTH), Audience.OFFICER).result.provenance


def test_where_nobody_is_named_and_nothing_was_confirmed_nothing_is_called_provisional(home, reading):
    screen = reading(home)
    assert not screen.page.all("a", "fd-provisional")
    assert screen.words.count("Nobody confirms figures here") == 1
    assert reading(home, "measure", {"measure": "Contacts"}).words.count("Nobody confirms figures here") == 1
    assert reading(home, "actions", VIEW).answer == "Nobody confirms figures here yet."
    assert not signed().is_provisional


def test_with_an_owner_every_number_is_provisional_until_confirmed_and_says_who_has_to(owned, reading):
    assert reading(owned).page.all("a", "fd-provisional")
    screen = reading(owned, "actions", VIEW)
    assert screen.answer == "0 of 1 source is confirmed for every month that is over."
    assert "frontdoor Head of Customer Services" in screen.words
    assert signed().sign_off_words == "Provisional until the owner of “frontdoor” confirms it"
    confirm_month(ASKED, "frontdoor", OCTOBER, author="Jo", seen=None, and_before=True)
    assert signed().sign_off.value == "confirmed"
    assert not signed().is_provisional


def test_every_month_before_can_be_confirmed_with_it_but_not_one_that_was_reopened(home):
    confirm_month(ASKED, "frontdoor", SEPTEMBER, author="Jo", seen=None)
    seen = sign_offs(open_register(home / "trentside"))[0].id
    reopen_month(ASKED, "frontdoor", SEPTEMBER, "A late file", author="Sam", seen=seen)
    done = confirm_month(ASKED, "frontdoor", OCTOBER, author="Jo", seen=None, and_before=True)
    assert done == "frontdoor, October 2026 and 1 month before it: confirmed at data version 2."
    offered = sign_offs_offered(ASKED, "frontdoor")
    assert [each.period.first for each in offered.to_confirm] == [SEPTEMBER]
    assert len(offered.to_reopen) == 2


@pytest.mark.parametrize(
    ("first", "message"), [(date(2026, 11, 1), "not over yet"), (date(2020, 1, 1), "holds no figures of January 2020")]
)
def test_a_month_that_is_not_over_or_not_held_is_not_confirmed(home, first, message):
    with pytest.raises(FrontdoorError, match=message):
        confirm_month(ASKED, "frontdoor", first, author="Jo", seen=None)
    assert not sign_offs(open_register(home / "trentside"))


def test_nobody_confirms_over_somebody_else_s_head(home):
    confirm_month(ASKED, "frontdoor", OCTOBER, author="Jo", seen=None)
    with pytest.raises(FrontdoorError, match="Jo changed the sign-off of this period meanwhile"):
        confirm_month(ASKED, "frontdoor", OCTOBER, author="Sam", seen=None)
    with pytest.raises(FrontdoorError, match="Why it is reopened is empty"):
        reopen_month(ASKED, "frontdoor", OCTOBER, " ", author="Sam", seen=1)


def test_only_officers_confirm(home):
    with pytest.raises(AccessError):
        confirm_month(Asking(ASKED.filters, Audience.MEMBER, NOW), "frontdoor", OCTOBER, author="Jo", seen=None)


def test_a_load_that_touches_a_confirmed_month_is_said_beside_every_number_of_it(home, reading):
    confirm_month(ASKED, "frontdoor", OCTOBER, author="Jo", seen=None, and_before=True)
    assert not reading(home).page.all("a", "fd-provisional")
    load(opened("trentside"), write_contacts(home / "late.csv", OCTOBER, 2, name="L", services=SERVICES), "frontdoor")
    assert signed().sign_off_words == "Changed after it was confirmed on 22 November 2026"
    assert "changed since confirmed" in reading(home).words
    words = reading(home, "actions", VIEW).words
    assert (
        "October 2026 Changed since confirmed Confirmed by Jo, 22 November 2026, data version 2 Load 3 added or removed rows"
        in words
    )


def test_a_load_of_other_days_leaves_a_confirmed_month_confirmed(home):
    confirm_month(ASKED, "frontdoor", OCTOBER, author="Jo", seen=None, and_before=True)
    load(opened("trentside"), write_contacts(home / "new.csv", date(2026, 11, 4), 2, name="N"), "frontdoor")
    assert signed().sign_off.value == "confirmed"


@pytest.mark.parametrize("audience", ["member", "committee", "public"])
def test_others_read_how_it_stands_without_forms(home, reading, audience):
    confirm_month(ASKED, "frontdoor", OCTOBER, author="Jo Smith", seen=None)
    screen = reading(home, "actions", VIEW, audience)
    assert not screen.is_broken
    assert "October 2026 Confirmed" in screen.words
    assert ("Jo Smith" in screen.words) is (audience != "public")
    assert not [each for each in screen.session.button if each.key != "fd-take-add"]


def test_an_officer_confirms_and_reopens_on_the_page(home, reading):
    screen = reading(home, "actions", VIEW)
    names = [each for each in screen.session.text_input if "confirm-by" in str(each.key)]
    names[0].set_value("Jo Smith")
    next(each for each in screen.session.button if each.label == "Confirm its figures").click()
    screen.run()
    assert any(
        "October 2026: confirmed at data version 2" in each.value.replace("\\", "") for each in screen.session.success
    )
    next(each for each in screen.session.text_input if "reopen-why" in str(each.key)).set_value("<b>A late file</b>")
    next(each for each in screen.session.text_input if "reopen-by" in str(each.key)).set_value("Sam")
    next(each for each in screen.session.button if each.label == "Reopen its figures").click()
    screen.run()
    assert "<b>A late file</b>" in screen.words
    assert not screen.is_broken
