"""What begins, ends or changes its source in the middle of a period is found, for contacts, waits, complaints and surveys."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from small_warehouse import COUNCIL, Delivery, Row, complaint, complaint_stage, contact, home_at_once, response

from frontdoor.access.audience import Audience
from frontdoor.answers.answer import Result
from frontdoor.answers.context import Context, bare
from frontdoor.answers.recording import Recorded, caveats_of, is_comparable, not_whole, recorded
from frontdoor.answers.result import result_of
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.periods import Period
from frontdoor.register.register import open_register
from frontdoor.schema.units import Unit
from frontdoor.strategy.council import Homes
from frontdoor.strategy.judgement import State
from frontdoor.strategy.strategy import PromisedMeasure, Target
from frontdoor.warehouse.opening import open_warehouse

FIRST, LAST = date(2026, 1, 1), date(2026, 6, 30)
SPRING = Period(date(2026, 4, 1), LAST)
MID_MAY = date(2026, 5, 16)


def days(first: date = FIRST, last: date = LAST, step: int = 1) -> list[date]:
    return [first + timedelta(day) for day in range(0, (last - first).days + 1, step)]


def calls(name: str, first: date = FIRST, last: date = LAST, **given: object) -> list[Row]:
    """Return one contact a day."""
    return [contact(f"{name}{day}", datetime(day.year, day.month, day.day, 10), **given) for day in days(first, last)]


def of_contacts(rows: list[Row], source: str = "calls") -> Delivery:
    return Delivery(rows, source, covered_to=LAST)


def switched(**given: object) -> tuple[Delivery, Delivery]:
    """Return the same calls from one telephone system to 15 May, from another since."""
    name = str(given.get("channel", "phone"))
    before = calls(f"{name}a", FIRST, MID_MAY - timedelta(1), **given)
    return of_contacts(before, "old_phones"), of_contacts(calls(f"{name}b", MID_MAY, **given), "new_phones")


def cases(service: str, first: date = FIRST, last: date = LAST) -> list[Row]:
    """Return a complaint every other day."""
    return [complaint(f"{service}{day}", day, service=service) for day in days(first, last, step=2)]


def stage_1(row: Row) -> Row:
    """Return the first stage of a complaint, opened on the day it was received."""
    return complaint_stage(row["complaint_id"], 1, row["activity_date"], service=row["service"])


def of_complaints(rows: list[Row], source: str = "cases") -> Delivery:
    return Delivery(rows, source, "complaints", covered_to=LAST)


def answers() -> list[Row]:
    """Return responses about waste by phone throughout, about housing by e-mail from the middle of May."""
    first = [response(f"w{day}", day) for day in days(step=2)]
    return first + [response(f"h{day}", day, service="housing", channel="email") for day in days(MID_MAY, step=2)]


CHAT_BEGINS = [*calls("p"), *calls("c", MID_MAY, channel="chat"), *calls("e", MID_MAY, channel="email", outcome=None)]
HOUSING_BEGINS = [*cases("waste"), *cases("housing", MID_MAY), complaint("r", MID_MAY, service="rare")]
HOMES = {
    "begun": (
        of_contacts(CHAT_BEGINS),
        of_complaints(HOUSING_BEGINS),
        Delivery([stage_1(row) for row in HOUSING_BEGINS], "cases", "complaint_stages", covered_to=LAST),
        Delivery(answers(), "surveys", "survey_responses", covered_to=LAST),
    ),
    "late": (of_contacts(calls("p", MID_MAY)), of_complaints(cases("waste", date(2026, 3, 20)))),
    "replaced": (
        *switched(),
        *switched(channel="chat"),
        of_contacts(calls("crm", channel="letter", outcome=None), "crm"),
        of_complaints(cases("waste", last=MID_MAY - timedelta(1)), "old_register"),
        of_complaints(cases("waste", MID_MAY), "new_register"),
    ),
}
"""What is loaded into each home, all at once: something begins in May; everything does; sources replace one another."""


@pytest.fixture(scope="module")
def contexts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Context]:
    """Return each home, opened; nothing is asked of one more than once for an answer, so they can be shared."""
    return {name: opened(tmp_path_factory.mktemp(name), deliveries) for name, deliveries in HOMES.items()}


def opened(folder: Path, deliveries: tuple[Delivery, ...]) -> Context:
    home = home_at_once(folder / COUNCIL.key, *deliveries)
    return Context(home, COUNCIL, open_warehouse(home), open_register(home.folder), Audience.OFFICER)


def looked_at(context: Context, measure: str, period: Period = SPRING, **chosen: tuple[str, ...]) -> Recorded:
    held = recorded(bare(CATALOGUE[measure]), Filters(COUNCIL.key, period, **chosen), context)
    assert held is not None
    return held


def said(held: Recorded) -> list[str]:
    return [change.words for change in held.changes]


CHAT = "Web chat is recorded only from 16 May 2026, while other channels were recorded before."
EMAIL = "Email is recorded only from 16 May 2026, while other channels were recorded before."
CONTACTS = CATALOGUE["contacts"]


def test_a_channel_that_begins_in_the_middle_of_the_period_is_found(contexts: dict[str, Context]) -> None:
    held = looked_at(contexts["begun"], "contacts")
    assert sorted(said(held)) == [EMAIL, CHAT]
    assert held.judged_from == date(2026, 6, 1)
    assert not_whole(held, SPRING, CONTACTS).endswith("So this is not the whole of April to June 2026.")
    assert not not_whole(held, Period(date(2026, 6, 1), LAST), CONTACTS)
    assert not is_comparable(held, SPRING.previous(), CONTACTS)
    assert is_comparable(held, Period(date(2026, 6, 1), LAST), CONTACTS)


def test_a_reader_who_chose_only_that_channel_is_told_too(contexts: dict[str, Context]) -> None:
    assert said(looked_at(contexts["begun"], "contacts", channels=("chat",))) == [CHAT]


def test_a_reader_who_left_that_channel_out_is_not(contexts: dict[str, Context]) -> None:
    assert said(looked_at(contexts["begun"], "contacts", channels=("phone",))) == []


def test_records_that_begin_in_the_middle_of_the_period_are_found(contexts: dict[str, Context]) -> None:
    held = looked_at(contexts["late"], "contacts")
    assert said(held) == ["Contacts are recorded only from 16 May 2026."]
    assert not_whole(held, SPRING, CONTACTS)
    (caveat,) = caveats_of(held, SPRING, Filters("invented", SPRING), CONTACTS)
    assert caveat == "Contacts are recorded only from 16 May 2026. The value is of what is recorded."


def test_records_that_begin_before_the_period_are_no_change_of_recording(contexts: dict[str, Context]) -> None:
    assert said(looked_at(contexts["late"], "complaints")) == []


def test_the_waits_of_a_channel_that_begins_in_the_middle_are_found(contexts: dict[str, Context]) -> None:
    held = looked_at(contexts["begun"], "average_speed_of_answer")
    assert said(held) == [
        "Web chat: answers and waits are recorded only from 16 May 2026, while other channels were recorded before."
    ]


@pytest.mark.parametrize("measure", ["contacts", "average_speed_of_answer", "digital_share"])
def test_a_source_that_another_replaces_is_said_once_for_all_its_channels(
    contexts: dict[str, Context], measure: str
) -> None:
    held = looked_at(contexts["replaced"], measure, channels=("phone", "chat"))
    (change,) = held.changes
    assert change.is_replaced
    assert change.on_date == MID_MAY
    assert change.words.endswith("come from new_phones from 16 May 2026, from old_phones before.")
    assert held.judged_from == date(2026, 6, 1)
    assert not is_comparable(held, SPRING.previous(), CATALOGUE[measure])
    (caveat,) = caveats_of(held, SPRING, Filters("invented", SPRING), CATALOGUE[measure])
    assert "figures before and after are not compared" in caveat


def test_channels_of_another_source_beside_it_are_named_apart(contexts: dict[str, Context]) -> None:
    (change,) = looked_at(contexts["replaced"], "contacts").changes
    assert change.words.startswith("Phone and Web chat: contacts come from new_phones")


def test_a_source_replaced_leaves_nothing_out_of_the_period(contexts: dict[str, Context]) -> None:
    held = looked_at(contexts["replaced"], "contacts")
    assert not not_whole(held, SPRING, CONTACTS)
    assert held.within(SPRING, is_of_whole_months=False) == SPRING


def test_two_sources_side_by_side_replace_nothing(contexts: dict[str, Context]) -> None:
    assert said(looked_at(contexts["replaced"], "contacts", channels=("letter",))) == []


def test_a_service_whose_complaints_are_recorded_only_since_a_day_is_found(contexts: dict[str, Context]) -> None:
    held = looked_at(contexts["begun"], "complaints")
    assert said(held) == [
        "Housing: complaints are recorded only from 16 May 2026, while other services were recorded before."
    ]
    assert not_whole(held, SPRING, CATALOGUE["complaints"])
    (caveat,) = caveats_of(held, SPRING, Filters("invented", SPRING), CATALOGUE["complaints"])
    assert caveat.endswith("not of what happened. The value is of what is recorded.")


def test_a_rate_of_complaints_to_contacts_is_told_of_both(contexts: dict[str, Context]) -> None:
    words = said(looked_at(contexts["begun"], "complaints_per_1000_contacts"))
    assert len(words) == 3
    assert {CHAT, EMAIL} < set(words)


def test_a_service_surveyed_only_since_a_day_is_found_once(contexts: dict[str, Context]) -> None:
    assert said(looked_at(contexts["begun"], "share_satisfied")) == [
        "Housing: survey answers are recorded only from 16 May 2026, while other services were recorded before."
    ]


def test_a_complaint_register_that_another_replaces_is_found(contexts: dict[str, Context]) -> None:
    (change,) = looked_at(contexts["replaced"], "complaints").changes
    assert change.words == "Complaints come from new_register from 16 May 2026, from old_register before."


FEW_ENOUGH = Target(date(2020, 1, 1), 500.0, Unit.PER_THOUSAND, None, "invented")
PER_HOME = PromisedMeasure(
    "per_home", "complaints_per_1000_homes", "Complaints", "", {}, (), (), (FEW_ENOUGH,), procedures=("corporate",)
)
LANDLORD = replace(COUNCIL, measures=(PER_HOME,), homes=(Homes(date(2020, 1, 1), 1000, "invented"),))


def judged(contexts: dict[str, Context], period: Period) -> Result:
    context = replace(contexts["begun"], council=LANDLORD, asked={}, kept_measures=None)
    context.register.apply_files(LANDLORD, datetime(2026, 7, 1, 9, tzinfo=UTC))
    return result_of(PER_HOME, Filters(COUNCIL.key, period), context)


def test_a_rate_of_half_the_complaints_is_not_held_against_its_target(contexts: dict[str, Context]) -> None:
    found = judged(contexts, SPRING)
    assert found.value is not None
    assert found.judgement.state is State.CANNOT_TELL
    assert found.judgement.reason.endswith("So this is not the whole of April to June 2026.")
    assert found.change.detail == "Fewer than six months since the recording changed."
    assert found.compared is None


def test_it_is_once_the_whole_period_is_recorded(contexts: dict[str, Context]) -> None:
    assert judged(contexts, Period(date(2026, 6, 1), LAST)).judgement.state is State.MET
