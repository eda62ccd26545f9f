"""Officers declare, change and withdraw pilots on the page; a mistake is said beside its field, and nothing is lost on the way."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from invented_pilots import PLAN, TABLE, moved

from frontdoor.access.audience import Audience
from frontdoor.answers.context import apply_files
from frontdoor.answers.pilot_declaring import declare, declaring, plan_from, withdraw
from frontdoor.commands.options import opened
from frontdoor.commands.sample_pilots import invented_plans
from frontdoor.errors import AccessError
from frontdoor.filters import Filters
from frontdoor.periods import Period
from frontdoor.register.register import Register, open_register
from frontdoor.strategy.pilot_plan import ComparedBy, PilotPlan, Role, Where, Window
from frontdoor.ui.declaring_plan import usual_days
from tests.pages.screen import Screen

TODAY = datetime.now(UTC).date()
ASKED = (*PLAN.outcomes[:2], replace(PLAN.outcomes[2], question=""))  # Trentside has no question of that key
SOON = moved(
    TODAY + timedelta(weeks=4),
    TODAY + timedelta(weeks=16),
    replace(PLAN, key="monday_early", title="Mondays early", outcomes=ASKED),
)
NEW = "pilot-0-new"
WORDS = {
    "title": "Open on Saturdays",
    "what": "The counter opens on Saturday mornings.",
    "why": "People at work cannot come.",
    "source": "Cabinet, item 4",
    "outcome-0-label": "Visits on Mondays",
}


def fill(screen: Screen, **changed: str) -> Screen:
    """Type what every plan needs."""
    for name, words in (WORDS | changed).items():
        widget = screen.session.text_area if name in ("what", "why") else screen.session.text_input
        widget(key=f"{NEW}-{name}").set_value(words)
    screen.session.number_input(key=f"{NEW}-outcome-0-worthwhile").set_value(12.0)
    return screen.run()


def press(screen: Screen, key: str) -> Screen:
    screen.session.button(key=key).click()
    return screen.run()


def form(reading, home) -> Screen:
    return press(reading(home, "pilots"), "pilot-form-toggle")


def change_of(reading, home, plan: PilotPlan) -> tuple[Screen, str]:
    """Open the form for a change of a declared pilot; return the screen and how its widgets' keys begin."""
    screen = form(reading, home)
    screen.session.selectbox(key="pilot-form-choice").set_value(f"A change of “{plan.title}”")
    screen.run()
    keys = [str(button.key) for button in screen.session.button]
    (check,) = [key for key in keys if key.endswith("-check")]
    return screen, check.removesuffix("-check")


def register_of(home) -> Register:
    return open_register(home / "trentside")


@pytest.mark.parametrize("audience", ["member", "committee", "public"])
def test_only_officers_see_the_form(reading, own_home, audience):
    screen = reading(own_home, "pilots", audience=audience)
    assert not screen.is_broken
    assert "pilot-form-toggle" not in {button.key for button in screen.session.button}


def test_only_officers_declare_whatever_the_page_shows(reading, own_home):
    reading(own_home, "pilots")
    filters, now = Filters("trentside", Period.month(date(2026, 10, 1))), datetime.now(UTC)
    for refused in (
        lambda: declaring(filters, Audience.MEMBER, now),
        lambda: plan_from({}, filters, Audience.PUBLIC),
        lambda: declare(SOON, "Jo", filters, Audience.MEMBER, now),
        lambda: withdraw(SOON.key, "Jo", filters, Audience.COMMITTEE, now),
    ):
        with pytest.raises(AccessError, match="Only performance officers"):
            refused()
    assert register_of(own_home).pilots() == ()


def test_an_empty_form_says_what_is_needed_and_where(reading, own_home):
    screen = form(reading, own_home)
    assert not screen.is_broken
    assert "Declare a pilot before it starts" in screen.words
    press(screen, f"{NEW}-check")
    assert [error.value.replace("\\", "") for error in screen.session.error] == [
        "This is missing and must be given.",
        "The plan cannot be entered yet. Title: This is missing and must be given.",
    ]
    assert register_of(own_home).pilots() == ()


def test_the_usual_days_are_whole_weeks_from_a_monday_ahead():
    first, last = usual_days(date(2026, 11, 22))
    assert (first, last) == (date(2026, 12, 21), date(2027, 3, 14))
    assert first.isoweekday() == 1


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("date_input: last_day", TODAY, "Last day: The pilot ends before it starts"),
        ("number_input: settling_weeks", 40, "Weeks of settling in: This goes from 0 to 11"),
        (
            "number_input: outcome-0-worthwhile",
            0.0,
            "Smallest change worth having, a week: A change of 0 is no change",
        ),
    ],
)
def test_a_mistake_is_said_with_the_name_of_its_field(reading, own_home, field, value, words):
    screen, (kind, key) = fill(form(reading, own_home)), field.split(": ")
    getattr(screen.session, kind)(key=f"{NEW}-{key}").set_value(value)
    press(screen, f"{NEW}-check")
    assert f"The plan cannot be entered yet. {words}" in screen.words
    assert len(screen.session.error) == 2


def test_a_new_pilot_is_shown_in_words_then_entered(reading, own_home):
    screen = press(fill(form(reading, own_home)), f"{NEW}-check")
    assert not screen.session.error
    assert (
        "This decides: Visits on Mondays (Calls), counted over everything. Met if it falls by at least 12 a week"
        in screen.words
    )
    assert "compared with nothing" in screen.words
    assert "From that day it is frozen." in screen.words
    assert register_of(own_home).pilots() == ()
    press(screen, f"{NEW}-enter")
    assert "Your name is empty" in screen.words
    screen.session.text_input(key=f"{NEW}-by").set_value("Jo Smith")
    press(screen, f"{NEW}-enter")
    assert "Declared: Open on Saturdays." in screen.words
    (held,) = register_of(own_home).pilots()
    assert (held.plan.key, held.author, held.is_retrospective) == ("open_on_saturdays", "Jo Smith", False)
    assert held.plan.primary.worthwhile == -12
    assert (held.plan.first_day, held.plan.last_day) == usual_days(TODAY)


def test_a_plan_that_begins_today_says_what_that_means_and_asks(reading, own_home):
    screen = fill(form(reading, own_home))
    screen.session.date_input(key=f"{NEW}-first_day").set_value(TODAY)
    press(screen, f"{NEW}-check")
    assert "is today: this plan will be marked retrospective for good" in screen.words
    assert screen.session.button(key=f"{NEW}-enter").disabled
    screen.session.checkbox(key=f"{NEW}-sure").check()
    screen.session.text_input(key=f"{NEW}-by").set_value("Jo Smith")
    screen.run()
    press(screen, f"{NEW}-enter")
    assert register_of(own_home).pilots()[0].is_retrospective


def test_guards_and_others_are_added_and_left_out(reading, own_home):
    screen = fill(form(reading, own_home))
    press(press(screen, f"{NEW}-add-guard"), f"{NEW}-add-secondary")
    press(screen, f"{NEW}-out-2")
    screen.session.text_input(key=f"{NEW}-outcome-1-label").set_value("Calls answered")
    screen.session.selectbox(key=f"{NEW}-outcome-1-measure").set_value("answer_rate")
    screen.run()
    press(screen, f"{NEW}-check")
    assert "How much worse is still borne, percentage points: A guard needs one" in screen.words
    screen.session.number_input(key=f"{NEW}-outcome-1-margin").set_value(2.5)
    screen.run()
    assert "surely got worse by less than 2.5 percentage points" in screen.words
    screen.session.text_input(key=f"{NEW}-by").set_value("Jo")
    press(screen, f"{NEW}-enter")
    (held,) = register_of(own_home).pilots()
    assert [(each.role, each.margin) for each in held.plan.outcomes] == [(Role.PRIMARY, None), (Role.GUARD, 0.025)]


def test_hours_that_were_closed_and_a_comparison_are_entered(reading, own_home):
    screen = fill(form(reading, own_home))
    for key, days in (("where", ["monday"]), ("outcome-0-where", ["monday"])):
        screen.session.multiselect(key=f"{NEW}-{key}-weekdays").set_value(days)
        screen.session.selectbox(key=f"{NEW}-{key}-from").set_value(16 if key == "where" else 18)
    screen.run()
    screen.session.checkbox(key=f"{NEW}-opens").check()
    screen.session.selectbox(key=f"{NEW}-outcome-0-comparison-by").set_value("weekday")
    screen.run()
    screen.session.selectbox(key=f"{NEW}-moved_from-from").set_value(18)
    offered = screen.session.multiselect(key=f"{NEW}-outcome-0-comparison-weekday-units")
    assert "Mondays" not in offered.options
    offered.set_value(["tuesday", "wednesday"])
    screen.session.text_input(key=f"{NEW}-source").set_value("Cabinet")
    press(screen.run(), f"{NEW}-check")
    assert "The added hours: Mondays, 8am to 9am" in screen.words
    screen.session.text_input(key=f"{NEW}-by").set_value("Jo")
    press(screen, f"{NEW}-enter")
    plan = register_of(own_home).pilots()[0].plan
    assert plan.added == Where((1,), Window(16, 18))
    assert plan.moved_from == Where((1,), Window(18, 20))
    assert plan.primary.comparison is not None
    assert (plan.primary.comparison.by, plan.primary.comparison.units) == (ComparedBy.WEEKDAY, ("tuesday", "wednesday"))


def test_what_the_strategy_announces_is_filled_in(reading, own_home):
    screen = form(reading, own_home)
    announced = "“Open from 8am on Mondays”, which the strategy announces"
    screen.session.selectbox(key="pilot-form-choice").set_value(announced)
    screen.run()
    start = "pilot-0-announced-monday_opening"
    assert screen.session.text_input(key=f"{start}-title").value == "Open from 8am on Mondays"
    assert screen.session.text_input(key=f"{start}-source").value == "Cabinet, 11 July 2023, item 14"
    days = [screen.session.date_input(key=f"{start}-{day}_day").value for day in ("first", "last")]
    assert days[1] - days[0] == timedelta(weeks=12, days=-1)


def test_a_change_before_the_start_is_a_new_version(reading, own_home):
    register_of(own_home).declare_pilot(SOON, "Jo", datetime.now(UTC))
    screen, start = change_of(reading, own_home, SOON)
    screen.session.text_area(key=f"{start}-why").set_value("Another reason")
    press(screen, f"{start}-check")
    assert "Why: Another reason (declared: Monday is the busiest morning of the week.)" in screen.words
    screen.session.text_input(key=f"{start}-by").set_value("Sam")
    press(screen, f"{start}-enter")
    (held,) = register_of(own_home).pilots()
    assert (held.plan, held.author, held.edits) == (replace(SOON, why="Another reason"), "Sam", ())


def test_a_change_after_the_start_is_kept_as_an_edit(reading, own_home):
    begun = moved(TODAY - timedelta(weeks=2), TODAY + timedelta(weeks=10), SOON)
    register_of(own_home).declare_pilot(begun, "Jo", datetime.now(UTC) - timedelta(weeks=4))
    screen, start = change_of(reading, own_home, begun)
    assert "kept as an edit and shown beside the result" in screen.words
    assert not any("withdraw" in str(button.key) for button in screen.session.button)
    screen.session.text_area(key=f"{start}-why").set_value("Another reason")
    press(screen, f"{start}-check")
    screen.session.text_input(key=f"{start}-by").set_value("Sam")
    press(screen, f"{start}-enter")
    assert "Kept as an edit of Mondays early, which has begun." in screen.words
    (held,) = register_of(own_home).pilots()
    assert held.plan == begun
    assert held.edits[0].differences == (("Why", "Monday is the busiest morning of the week.", "Another reason"),)


def test_a_pilot_is_withdrawn_after_a_tick_and_a_name(reading, own_home):
    register_of(own_home).declare_pilot(SOON, "Jo", datetime.now(UTC))
    screen, _ = change_of(reading, own_home, SOON)
    key = f"pilot-withdraw-{SOON.key}"
    assert screen.session.button(key=f"{key}-go").disabled
    screen.session.checkbox(key=f"{key}-sure").check()
    press(screen.run(), f"{key}-go")
    assert "Your name is empty" in screen.words
    screen.session.text_input(key=f"{key}-by").set_value("Jo")
    press(screen, f"{key}-go")
    assert "Withdrawn: Mondays early. The register keeps its plan." in screen.words
    assert register_of(own_home).pilots() == ()


def test_every_plan_of_the_sample_goes_through_the_form_unchanged(reading, own_home):
    reading(own_home, "pilots")
    register, plans = register_of(own_home), invented_plans(opened("trentside").council)
    for each in plans:
        register.declare_pilot(each.plan, each.author, each.entered_at)
    assert len(plans) >= 3
    for each in plans:
        screen, start = change_of(reading, own_home, each.plan)
        press(screen, f"{start}-check")
        assert not screen.session.error, screen.words
        differs = screen.words[screen.words.find("What differs from the plan declared") :]
        assert differs.startswith("What differs from the plan declared Nothing."), f"{each.plan.title}: {differs[:400]}"


def test_a_plan_in_a_file_is_entered_on_the_councils_day_and_not_greenwichs(own_home, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_HOME", str(own_home))
    file = own_home / "trentside" / "council.toml"
    summer = TABLE.replace("2026-12-07", "2026-07-06").replace("2027-02-28", "2026-09-27")
    file.write_text(file.read_text() + summer.replace('question = "overall"\n', ""))
    apply_files("trentside", datetime(2026, 7, 5, 23, 30, tzinfo=UTC))  # half past midnight in Trentside
    (held,) = register_of(own_home).pilots()
    assert (held.plan.first_day, held.is_retrospective) == (date(2026, 7, 6), True)
