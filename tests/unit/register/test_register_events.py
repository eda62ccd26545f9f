"""Events are entered and withdrawn by people, and anything they type is only ever data."""

from datetime import date

import pytest
from trentside import NOW

from frontdoor.errors import RegisterError
from frontdoor.register.register import Register
from frontdoor.strategy.event_kind import EventKind

DAY = date(2026, 10, 5)
HOSTILE = (
    "'); drop table events; --",
    '" or 1=1; delete from audit --',
    "<script>alert(1)</script>",
    "%s :label {label} $1 ?",
    "\\x27 or ''='",
    "Blwyddyn Newydd Dda 🎉",
)


def test_an_event_is_found_within_its_days_and_shows_its_author_unverified(register: Register) -> None:
    number = register.add_event(DAY, " Council tax bills ", ("council_tax", "benefits"), "Jo Smith", NOW)
    assert register.events(DAY, DAY)[0].id == number
    (event,) = register.events(date(2026, 10, 1), date(2026, 10, 31))
    assert (event.label, event.services) == ("Council tax bills", ("benefits", "council_tax"))
    assert event.author_words == "Jo Smith (name given, not verified)"
    assert event.recorded_at == NOW
    assert register.events(date(2026, 10, 6), date(2026, 10, 31)) == ()


def test_a_withdrawn_event_leaves_the_charts_but_not_the_register(register: Register) -> None:
    number = register.add_event(DAY, "Storm", (), "Jo Smith", NOW)
    register.withdraw_event(number, "Sam Patel", NOW)
    assert register.events(DAY, DAY) == ()
    (event,) = register.events(DAY, DAY, include_withdrawn=True)
    assert (event.label, event.withdrawn_by) == ("Storm", "Sam Patel")
    with pytest.raises(RegisterError, match="or it was withdrawn"):
        register.withdraw_event(number, "Sam Patel", NOW)


def test_a_double_click_adds_one_event(register: Register) -> None:
    register.add_event(DAY, "Storm", (), "Jo Smith", NOW)
    with pytest.raises(RegisterError, match="“Storm” is on the charts for that day already"):
        register.add_event(DAY, "Storm", (), "Jo Smith", NOW)
    assert len(register.events(DAY, DAY)) == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_typed_comes_back_as_typed(register: Register, text: str) -> None:
    register.add_event(DAY, text, (text,), text, NOW)
    (event,) = register.events(DAY, DAY)
    assert (event.label, event.services, event.author) == (text, (text,), text)
    assert register.verify_chain().is_whole


@pytest.mark.parametrize(
    ("label", "author", "message"),
    [
        ("  ", "Jo", "What happened is empty"),
        ("Storm", "", "Your name is empty"),
        ("x" * 201, "Jo", "201 characters; at most 200"),
        ("Sto\x00rm", "Jo", "character that cannot be kept"),
        ("Sto\ud800rm", "Jo", "character that cannot be kept"),
    ],
)
def test_what_cannot_be_kept_is_refused(register: Register, label: str, author: str, message: str) -> None:
    with pytest.raises(RegisterError, match=message):
        register.add_event(DAY, label, (), author, NOW)
    assert register.version() == 0


def test_an_event_of_several_days_is_found_by_any_of_them(register: Register) -> None:
    register.add_event(DAY, "System down", (), "Jo", NOW, kind=EventKind.OUTAGE, last_date=date(2026, 10, 9))
    (event,) = register.events(date(2026, 10, 8), date(2026, 10, 31))
    assert (event.kind, event.last_date) == (EventKind.OUTAGE, date(2026, 10, 9))
    assert register.events(date(2026, 10, 10), date(2026, 10, 31)) == ()
    assert register.verify_chain().is_whole


@pytest.mark.parametrize(("last", "message"), [(date(2026, 10, 4), "before it began"), (date(2029, 1, 1), "two years")])
def test_a_last_day_that_cannot_be_is_refused(register: Register, last: date, message: str) -> None:
    with pytest.raises(RegisterError, match=message):
        register.add_event(DAY, "Storm", (), "Jo", NOW, last_date=last)
    assert register.version() == 0


def test_the_same_words_in_other_letters_are_the_same_event(register: Register) -> None:
    register.add_event(DAY, "Storm Agnes", (), "Jo", NOW)
    with pytest.raises(RegisterError, match="already"):
        register.add_event(DAY, "storm agnes", (), "Sam", NOW)


def test_an_event_entered_before_kinds_were_kept_is_of_no_kind(register: Register) -> None:
    register.add_event(DAY, "Storm", (), "Jo", NOW)
    (event,) = register.events(DAY, DAY)
    assert (event.kind, event.last_date) == (EventKind.OTHER, None)
