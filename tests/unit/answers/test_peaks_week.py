"""The map of the week of a small council worked by hand: averages of open days, closed hours, filters and audiences."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.demand import demand_of
from frontdoor.answers.peaks_choices import Over, Show
from frontdoor.answers.peaks_week import week_of_context
from frontdoor.answers.peaks_week_basis import NO_HOURS, PHONE_ONLY, recorded_otherwise, within_stretch
from frontdoor.answers.peaks_week_cells import week_of
from frontdoor.answers.peaks_week_figures import FEW_DAYS, HIDDEN
from frontdoor.answers.recording_changes import RecordingChange
from frontdoor.figure import Kind
from frontdoor.filters import Comparison
from frontdoor.measures.measure import Parameter
from frontdoor.periods import Period
from frontdoor.strategy.council import Opening
from frontdoor.strategy.dated import ALWAYS
from frontdoor.strategy.strategy import DatedValue
from tests.small_warehouse import interval, written
from tests.unit.answers.demand_home import IN_60_SECONDS, LAST, demand_context, june
from tests.unit.answers.week_home import BANK_HOLIDAYS, MORNINGS, TWENTY_WEEKS, calls, cell, map_of, usual, words_of

PHONE = {"channels": ("phone",)}


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """Return the context of a council with the usual calls and nothing else."""
    return demand_context(tmp_path_factory.mktemp("plain"), *calls(), openings=MORNINGS)


def shown(context, show=Show.CONTACTS, over=Over.YEAR, filters=None):
    return week_of_context(filters or june(**PHONE), context, show, over)


def answered(tmp_path, rows, show=Show.CONTACTS, over=Over.YEAR, filters=None, **given):
    context = demand_context(tmp_path, *rows, **({"openings": MORNINGS} | given))
    return shown(context, show, over, filters)


def test_the_map_holds_contacts_per_open_day_and_names_the_peak(plain):
    answer = shown(plain)
    figure = map_of(answer)
    assert figure.kind is Kind.WEEK_MAP
    assert figure.frame["day"].unique(maintain_order=True).to_list() == [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
    ]
    assert figure.frame["half_hour"].unique().sort().to_list() == list(range(18, 24))
    # 20 Mondays less the bank holidays of 6 April, 4 May and 25 May are 17, with 12 calls each.
    monday = cell(figure, "Monday", 18)
    assert (monday["value"], monday["is_open"], monday["note"]) == (12.0, True, "204 calls on 17 days")
    assert cell(figure, "Friday", 23)["value"] == 4.0
    # The average open hour of 96 days of 24 calls, 16 more on each of 17 Mondays, is 8.9 calls; the peak has 24.
    assert answer.answer == "Monday 9am to 10am is the peak: 2.7 times the usual calls, 50 in 100 wait over a minute."
    assert figure.headline == "Mondays 9am to 10am are the busiest"
    assert answer.basis == "Phone, 20 weeks to 28 June 2026. Average of open days; 4 bank holidays left out."
    assert figure.table["Calls"].sum() == 96 * 24 + 17 * 16
    assert answer.provenance.questions == ("half_hours", "half_hour_waits")


def test_calls_on_a_bank_holiday_do_not_count(tmp_path):
    surge = calls(lambda _, half_hour: 40 if half_hour == 18 else 0, days=BANK_HOLIDAYS, service="leisure")
    assert cell(map_of(answered(tmp_path, [*calls(), *surge])), "Monday", 18)["value"] == 12.0


def test_a_day_without_any_record_is_left_out_and_said(tmp_path):
    rows = calls(days=[day for day in TWENTY_WEEKS if day != date(2026, 6, 15)])
    answer = answered(tmp_path, rows)
    assert cell(map_of(answer), "Monday", 18)["note"] == "192 calls on 16 days"
    assert "1 open day without any record is left out." in answer.notes


def test_people_who_ring_before_we_open_are_shown_hatched_and_said(tmp_path):
    early = calls(lambda day, half_hour: 5 if day.weekday() == 0 and half_hour in {16, 17} else 0)
    answer = answered(tmp_path, [*calls(), *early])
    found = cell(map_of(answer), "Monday", 16)
    assert (found["value"], found["is_open"]) == (5.0, False)  # bank holidays, when we are closed too, are left out
    assert cell(map_of(answer), "Tuesday", 16)["value"] is None
    assert map_of(answer).frame["half_hour"].min() == 16
    assert "On Mondays 10 people ring between 8am and 9am, while we are closed." in answer.lead


def test_contacts_outside_opening_hours_are_a_map_of_their_own(tmp_path):
    early = calls(lambda day, half_hour: 5 if day.weekday() == 0 and half_hour in {16, 17} else 0)
    answer = answered(tmp_path, [*calls(), *early], Show.OUTSIDE)
    figure = map_of(answer)
    assert figure.frame["day"].unique().to_list() == ["Monday"]
    assert figure.frame["half_hour"].to_list() == [16, 17]
    assert figure.headline == "Closed, yet 10 calls on Mondays 8am to 9am"
    assert answer.answer.endswith("in every 100 calls come while we are closed.")


def test_nobody_outside_opening_hours_is_said_with_its_caveat(plain):
    answer = shown(plain, Show.OUTSIDE)
    assert answer.nothing.answer == "Hardly anybody is recorded while we are closed."
    assert "do not record" in answer.lead


def test_hours_that_changed_count_only_the_days_they_were_as_now(tmp_path):
    changed = date(2026, 5, 11)
    earlier = tuple(Opening(changed, opening.weekday, 16, 24) for opening in MORNINGS)
    rows = calls(lambda day, half_hour: 6 if half_hour in {16, 17} and day >= changed and day.weekday() < 5 else usual(day, half_hour))  # fmt: skip
    answer = answered(tmp_path, rows, openings=(*MORNINGS, *earlier))
    # Seven Tuesdays from 12 May on; before it 8am was closed.
    early = cell(map_of(answer), "Tuesday", 16)
    assert (early["value"], early["is_open"], early["note"]) == (6.0, True, "42 calls on 7 days")
    assert any(note.startswith("Opening hours changed on 11 May 2026") for note in answer.notes)


def test_one_weekday_alone(tmp_path):
    tuesdays = (Opening(ALWAYS, 2, 18, 24),)
    answer = answered(tmp_path, calls(lambda day, half_hour: usual(day, half_hour) if day.weekday() == 1 else 0), openings=tuesdays)  # fmt: skip
    assert map_of(answer).frame["day"].unique().to_list() == ["Tuesday"]
    assert answer.answer == "No time of the week stands out."
    assert map_of(answer).headline == "No time of the week stands out"


def test_a_service_open_at_weekends(tmp_path):
    every_day = tuple(Opening(ALWAYS, weekday, 18, 24) for weekday in range(1, 9))
    rows = calls(lambda day, half_hour: (9 if day.weekday() == 6 else 3) if 18 <= half_hour < 24 else 0)
    answer = answered(tmp_path, rows, openings=every_day)
    assert map_of(answer).frame["day"].n_unique() == 7
    assert cell(map_of(answer), "Sunday", 20)["value"] == 9.0
    assert answer.answer.startswith("Sunday 9am to 10am is the peak: 2.3 times the usual calls")


def test_a_council_without_hours_has_a_map_and_a_note(tmp_path):
    context = demand_context(tmp_path, *calls(), openings=())
    answer = shown(context)
    assert map_of(answer).frame["half_hour"].unique().sort().to_list() == list(range(18, 24))
    assert NO_HOURS in answer.notes
    assert "council.toml" in shown(context, Show.OUTSIDE).nothing.lead


@pytest.mark.parametrize(
    ("show", "value", "headline"),
    [
        (Show.WAIT, 100.0, "Waits are longest on Mondays 9am to 10am"),
        (Show.IN_TIME, 0.0, "Fewest in time on Mondays 9am to 10am"),
        (Show.ABANDONED, 0.0, "No time of the week stands out"),
    ],
)
def test_waits_and_shares_are_divided_once(plain, show, value, headline):
    answer = shown(plain, show)
    assert cell(map_of(answer), "Monday", 18)["value"] == value
    assert map_of(answer).headline == headline


def test_the_promise_in_force_is_said_and_that_it_changed(tmp_path):
    values = (DatedValue(ALWAYS, 60), DatedValue(date(2026, 5, 1), 120))
    promised = replace(IN_60_SECONDS, parameters={Parameter.WITHIN_SECONDS: values})
    answer = answered(tmp_path, calls(), Show.IN_TIME, measures=(promised,))
    assert map_of(answer).subtitle == "Answered within 2 minutes, % of calls, by half-hour"
    assert any(note.startswith("The promise became 2 minutes on 1 May 2026") for note in answer.notes)


def test_fewer_than_three_days_are_too_few_to_say(plain):
    filters = replace(june(**PHONE), period=Period(date(2026, 6, 15), LAST))
    answer = shown(plain, over=Over.PERIOD, filters=filters)
    assert set(map_of(answer).frame["value"]) == {None}
    assert set(map_of(answer).frame["note"]) == {FEW_DAYS}
    assert answer.answer == "No time of the week stands out."


def test_what_changed_is_marked_and_said(tmp_path):
    doubled = calls(lambda day, half_hour: usual(day, half_hour) * (3 if day >= LAST - timedelta(55) and half_hour == 20 else 1))  # fmt: skip
    filters = replace(june(**PHONE), period=Period(LAST - timedelta(55), LAST), comparison=Comparison.PREVIOUS)
    answer = answered(tmp_path, doubled, over=Over.PERIOD, filters=filters)
    before, change = answer.sections[1].figures
    assert (before.kind, change.kind) == (Kind.WEEK_MAP, Kind.SIGNED_MAP)
    assert cell(change, "Wednesday", 20)["value"] == 8.0
    assert change.frame.filter("is_marked")["half_hour"].unique().to_list() == [20]
    assert change.sentence == (
        "5 half-hours changed beyond noise, all busier. The largest is Monday 10am: 8.0 more calls, 4.0 before and 12 now."
    )
    assert change.headline in answer.sections[1].boxes[0].lines[0].words


def test_nothing_that_changed_is_said_too(plain):
    filters = replace(june(**PHONE), period=Period(LAST - timedelta(55), LAST), comparison=Comparison.PREVIOUS)
    change = shown(plain, over=Over.PERIOD, filters=filters).sections[1].figures[1]
    assert change.headline == "No half-hour changed beyond noise"
    assert not change.frame["is_marked"].any()


def test_without_a_comparison_nothing_is_compared(plain):
    answer = shown(plain, over=Over.PERIOD, filters=replace(june(**PHONE), comparison=Comparison.NONE))
    assert len(answer.sections) == 1


def test_the_committee_sees_what_officers_see_and_the_public_no_small_count(tmp_path):
    rare = [row for day in TWENTY_WEEKS[:3] for row in calls(lambda _, half_hour: 1 if half_hour == 18 else 0, [day])]
    rows = [*calls(lambda day, half_hour: 0 if half_hour == 18 and day.weekday() < 3 else usual(day, half_hour)), *rare]
    committee = map_of(answered(tmp_path / "c", rows, audience=Audience.COMMITTEE))
    public = map_of(answered(tmp_path / "p", rows, audience=Audience.PUBLIC))
    assert cell(committee, "Tuesday", 18)["note"] == "1 call on 20 days"
    assert cell(public, "Tuesday", 18)["value"] is None
    assert cell(public, "Tuesday", 18)["note"] == HIDDEN
    assert public.table["Calls"].drop_nulls().to_list() == [
        count // 5 * 5 for count in public.table["Calls"].drop_nulls()
    ]


def test_no_channel_chosen_is_the_phone_and_says_so(tmp_path):
    mails = [written(f"m{number}", row["started_local"]) for number, row in enumerate(calls())]
    answer = answered(tmp_path, [*calls(), *mails], filters=june())
    assert cell(map_of(answer), "Friday", 20)["value"] == 4.0
    assert PHONE_ONLY in answer.notes


def test_channels_in_which_nobody_waits_are_contacts_without_waits(tmp_path):
    mails = [written(f"m{number}", row["started_local"]) for number, row in enumerate(calls())]
    chosen = june(channels=("phone", "email"))
    answer = answered(tmp_path, [*calls(), *mails], filters=chosen)
    assert cell(map_of(answer), "Friday", 20)["value"] == 8.0
    assert "waited" not in words_of(answer)


def test_days_only_cannot_say_when_in_the_week(tmp_path):
    rows = [interval(day, datetime.combine(day, time()), calls_offered=9) for day in TWENTY_WEEKS]
    answer = answered(tmp_path, rows, kind="contact_intervals")
    assert answer.nothing.command
    assert answer.nothing.document == "docs/canonical-csv.md"
    assert not answer.sections


def test_what_nobody_recorded_is_said(tmp_path):
    answer = answered(tmp_path, calls(seconds_waited=None), Show.WAIT)
    assert "not recorded for this choice" in answer.lead


def test_nobody_waits_for_an_answer_to_an_email(plain):
    assert "calls, chats and visits only" in shown(plain, Show.WAIT, filters=june(channels=("email",))).lead


def test_a_period_before_all_records_is_said(plain):
    filters = june(**PHONE).during(Period.month(date(2025, 1, 1)))
    assert shown(plain, over=Over.PERIOD, filters=filters).nothing is not None


def test_stretches_recorded_otherwise_are_not_compared(plain):
    week = week_of(demand_of(june(**PHONE), Period(date(2026, 5, 1), LAST), plain), plain)
    change = RecordingChange(date(2026, 6, 1), True, "Calls come from a new system from 1 June 2026.", "A new system")
    assert recorded_otherwise(week, (change,)) == (
        "We can’t tell, because something was recorded otherwise. Calls come from a new system from 1 June 2026."
    )
    assert within_stretch(week, (change,)) == (change.words,)
    before = replace(change, on_date=date(2026, 4, 1))
    assert recorded_otherwise(week, (before,)) == ""
    assert within_stretch(week, (before,)) == ()
