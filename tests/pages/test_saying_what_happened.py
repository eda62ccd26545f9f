"""Can an officer say on any chart over time what happened, see it marked at once, and take it back; and nobody else?"""

from datetime import UTC, date, datetime, timedelta

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.event_entering import TypedEvent, enter_event, events_offered, put_aside, withdraw_event
from frontdoor.answers.measure import measure
from frontdoor.answers.targets_changing import Asking
from frontdoor.errors import AccessError, FrontdoorError
from frontdoor.figure import Unexplained
from frontdoor.filters import Filters
from frontdoor.periods import Period
from frontdoor.register.break_answers import break_answers
from frontdoor.register.register import open_register
from frontdoor.strategy.event_kind import EventKind
from frontdoor.ui.event_dialog import OPEN
from tests.pages.canonical_file import HOSTILE

MONTH = Period(date(2026, 10, 1), date(2026, 10, 31))
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ASKED = Asking(Filters("trentside", MONTH), Audience.OFFICER, NOW)
DAY = date(2026, 10, 5)
BUTTON, CONTACTS = "Add what happened", "Contacts"
ABOUT = Unexplained(date(2026, 9, 1), date(2026, 9, 30), "Something changed", "contacts", "")
SCRIPT = "<script>alert(1)</script>'); drop table events; --"


def typed(label="Storm", on_date=DAY, services=(), last_date=None, author="Jo Smith"):
    return TypedEvent(on_date, label, EventKind.WEATHER, services, last_date, author)


def marks(*services):
    answer = measure("contacts", Filters("trentside", MONTH, services=services), Audience.OFFICER)
    return [mark.label for mark in answer.marks], answer


@pytest.fixture
def home(own_home, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_HOME", str(own_home))
    return own_home


def test_it_is_on_the_chart_of_its_service_and_of_all_at_once_and_in_the_table(home):
    enter_event(ASKED, typed("Bins missed", services=("waste",), last_date=DAY + timedelta(days=3)))
    assert "Bins missed" in marks()[0]
    assert "Bins missed" not in marks("council_tax")[0]
    found, answer = marks("waste")
    assert "Bins missed" in found
    told = answer.trend.table["What happened"].drop_nulls().to_list()
    assert any("Bins missed (5 October 2026 to 8 October 2026)" in each for each in told)


def test_it_is_taken_back_and_kept(home):
    entered = enter_event(ASKED, typed())
    assert entered.words == "On the charts: Storm, 5 October 2026, every service."
    assert list(events_offered(ASKED).values()) == [entered.number]
    withdraw_event(ASKED, entered.number, "Jo Smith")
    assert not events_offered(ASKED)
    assert "Storm" not in marks()[0]
    kept = open_register(home / "trentside").events(DAY, DAY, include_withdrawn=True)
    assert [event.withdrawn_by for event in kept] == ["Jo Smith"]


@pytest.mark.parametrize(
    ("event", "message"),
    [
        (typed(" "), "What happened is empty"),
        (typed("x" * 201), "201 characters; at most 200"),
        (typed(author=""), "Your name is empty"),
        (typed(on_date=None), "Say on which day"),
        (typed(on_date=date(2027, 12, 1)), "nothing later than 23 November 2027"),
        (typed(on_date=DAY, last_date=date(2028, 1, 1)), "nothing later than"),
        (typed(on_date=date(2026, 7, 31)), "Our figures begin on 1 August 2026"),
        (typed(last_date=date(2026, 10, 1)), "ended before it began"),
        (typed(services=("dragons",)), "no service called dragons"),
        (typed("WASTE rounds changed", date(2026, 7, 6), ("waste",), date(2026, 8, 5)), "the council file says so"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(home, event, message):
    with pytest.raises(FrontdoorError, match=message):
        enter_event(ASKED, event)
    assert not events_offered(ASKED)


def test_the_same_twice_is_refused(home):
    enter_event(ASKED, typed())
    with pytest.raises(FrontdoorError, match="on the charts for that day already"):
        enter_event(ASKED, typed("STORM"))
    enter_event(ASKED, typed("Storm", services=("waste",)))
    assert len(events_offered(ASKED)) == 2


def test_a_service_that_is_only_recorded_is_known_too(home):
    assert HOSTILE in enter_event(ASKED, typed(services=(HOSTILE,))).words


def test_only_officers_enter_take_back_and_put_aside(home):
    member = Asking(ASKED.filters, Audience.MEMBER, NOW)
    for act in (
        lambda: enter_event(member, typed()),
        lambda: withdraw_event(member, 1, "Jo"),
        lambda: put_aside(member, ABOUT, "Jo"),
    ):
        with pytest.raises(AccessError, match="Only performance officers"):
            act()


def test_a_break_is_put_aside_and_asked_about_again(home):
    put_aside(ASKED, ABOUT, "Jo")
    (answer,) = break_answers(open_register(home / "trentside")).values()
    assert (answer.is_dismissed, answer.author) == (True, "Jo")
    put_aside(ASKED, ABOUT, "Sam", is_dismissed=False)
    (answer,) = break_answers(open_register(home / "trentside")).values()
    assert not answer.is_dismissed


@pytest.mark.parametrize(("audience", "is_there"), [("officer", True), ("member", False), ("public", False)])
def test_the_button_is_under_charts_over_time_for_officers_alone(home, reading, audience, is_there):
    words = [button.text for button in reading(home, "measure", {"measure": CONTACTS}, audience).page.all("button")]
    assert "Download CSV" in words
    assert words.count(BUTTON) == (1 if is_there else 0)


def test_the_form_on_the_page_saves_and_undoes(home, reading):
    screen = reading(home, "measure", {"measure": CONTACTS})
    opened_at(screen, "contacts-trend")
    field(screen, "text_input", "What happened").set_value(SCRIPT)
    name(screen)
    save(screen)
    assert not screen.is_broken
    assert f"On the charts: {SCRIPT}" in screen.words
    assert "<script>" not in screen.html
    press(screen, "Undo")
    assert "Taken off the charts" in screen.words
    assert not events_offered(ASKED)


def test_what_is_refused_is_said_in_the_form(home, reading):
    screen = reading(home, "measure", {"measure": CONTACTS})
    opened_at(screen, "contacts-trend")
    name(screen)
    save(screen)
    assert [error.value for error in screen.session.error] == ["What happened is empty\\: please fill it in\\."]


def opened_at(screen, key):
    screen.session.session_state[OPEN] = key
    screen.run()


def save(screen):
    """Press Save; AppTest runs the page anew where a browser runs the form alone, so the form is asked for again."""
    screen.session.session_state[OPEN] = "contacts-trend"
    press(screen, "Save")


def name(screen):
    next(each for each in screen.session.text_input if str(each.key).startswith("fd-event-by")).set_value("Jo Smith")


def field(screen, kind, label):
    return next(each for each in getattr(screen.session, kind) if each.label == label)


def press(screen, label):
    field(screen, "button", label).click()
    screen.run()
