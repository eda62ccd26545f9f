"""The sample's registers hold every state a page can show, on SQLite and on PostgreSQL, and their chains are whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_homes import COUNCILS, ENDS, LAST_MONTH, build_homes, entered_anew, opened
from sqlalchemy import create_engine, text

from frontdoor.answers.commentary_claims import Claim, claims
from frontdoor.answers.context import Context
from frontdoor.answers.result import result_of
from frontdoor.answers.targets_held import HeldTarget, held_everywhere
from frontdoor.commands.sample_registers import enter_register
from frontdoor.filters import Filters
from frontdoor.periods import Period
from frontdoor.register.actions import Status, actions
from frontdoor.register.commentary import Commentary, all_commentary
from frontdoor.register.entries import Origin
from frontdoor.register.sign_offs import SignOffAct, is_confirmed, sign_offs
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.history import is_easier
from frontdoor.strategy.judgement import State
from frontdoor.strategy.strategy import Target
from sample_data.generator.councils import COUNCILS as COUNCIL_PROFILES

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_homes(tmp_path_factory.mktemp("homes"))


@pytest.fixture(params=COUNCILS)
def sample(homes: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Context:
    monkeypatch.setenv("FRONTDOOR_HOME", str(homes))
    return opened(request.param)


def own(sample: Context) -> tuple[HeldTarget, ...]:
    return tuple(each for each in held_everywhere(sample, ENDS) if each.is_own)


def test_entering_it_again_enters_nothing_and_the_chain_is_whole(sample: Context) -> None:
    written = sample.register.version()
    assert enter_register(sample.home) == 0
    assert sample.register.version() == written > 20
    assert sample.register.verify_chain().is_whole
    assert sample.register.pending() == ()


def test_one_target_is_raised_and_another_made_easier_and_flagged(sample: Context) -> None:
    by_people = [each for each in own(sample) if each.entries and each.entries[-1].origin is Origin.PERSON]
    assert [
        each.name for each in by_people if each.given_up and is_easier(each.history[-1], replaced(each), each.better)
    ]
    assert [each.name for each in by_people if is_easier(replaced(each), each.history[-1], each.better)]


def replaced(held: HeldTarget) -> Target:
    """Return the target that the last one replaced, itself where it replaced none."""
    return held.history[-2:][0]


def test_targets_to_be_set_are_overdue_due_and_resolved(sample: Context) -> None:
    unset = {each.name: each.duty.due_date for each in own(sample) if each.unset_since and each.duty}
    assert any(due and due < ENDS for due in unset.values())
    assert any(due and due > ENDS for due in unset.values())
    assert [each.name for each in own(sample) if each.duty and each.now and each.now.value is not None]


def test_actions_have_every_status_and_some_are_overdue_or_have_no_day(sample: Context) -> None:
    held = actions(sample.register)
    assert {each.entry.status for each in held} == set(Status)
    assert any(each.is_overdue(ENDS) for each in held)
    assert any(each.entry.due_date is None and each.entry.status is not Status.DONE for each in held)
    assert any(each.entry.measure_key and each.entry.service for each in held)
    assert {each.entry.ward for each in held} - {""} <= set(COUNCIL_PROFILES[sample.council.key].wards)
    assert {action.key for action in sample.council.strategy.actions} <= {each.key for each in held}


def test_commentary_is_of_missed_and_met_and_one_contradicts_its_figure(sample: Context) -> None:
    held = all_commentary(sample.register)
    assert {State.MISSED.value, State.MET.value} <= {str(each.figure["state"]) for each in held}
    assert any(contradicts(each, sample) for each in held)


def contradicts(each: Commentary, sample: Context) -> bool:
    better = measure_of(sample.promised(each.measure_key)).better
    said = {said.claim for said in claims(each.words, better, Period(each.first_day, each.last_day))}
    return each.figure["state"] == State.MISSED.value and bool(said & {Claim.MET, Claim.ON_TRACK, Claim.WILL_MEET})


def test_a_figure_that_was_commented_on_has_changed_since(sample: Context) -> None:
    changed = [
        each
        for each in all_commentary(sample.register)
        if each.figure["value"] != pytest.approx(value_now(each, sample))
    ]
    assert len(changed) == 1


def value_now(each: Commentary, sample: Context) -> float | None:
    services = (each.service,) if each.service else ()
    filters = Filters(sample.council.key, Period(each.first_day, each.last_day), services=services)
    return result_of(sample.promised(each.measure_key), filters, sample).value


def test_months_are_confirmed_one_is_reopened_and_the_latest_is_provisional(sample: Context) -> None:
    held = sign_offs(sample.register)
    assert {each.act for each in held} == set(SignOffAct)
    sources = set(sample.ledger()["source"])
    assert {each.source for each in held} <= sources
    assert not any(is_confirmed(held, source, LAST_MONTH) for source in sources)


def test_an_event_was_entered_by_people(sample: Context) -> None:
    assert len(sample.register.events(sample.as_at.replace(year=2024), ENDS)) >= 1


@pytest.fixture
def on_a_server(homes: Path, postgresql_server: str, tmp_path: Path) -> Iterator[None]:
    engine = create_engine(postgresql_server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("create database samples"))
    engine.dispose()
    with entered_anew(homes, tmp_path / "homes", postgresql_server.replace("/postgres?", "/samples?")):
        yield


@pytest.mark.usefixtures("on_a_server")
def test_the_same_is_entered_on_postgresql(homes: Path) -> None:
    on_server = {key: shown(opened(key)) for key in COUNCILS}
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("FRONTDOOR_REGISTER_URL")
        patch.setenv("FRONTDOOR_HOME", str(homes))
        assert on_server == {key: shown(opened(key)) for key in COUNCILS}


def shown(sample: Context) -> tuple[object, ...]:
    assert sample.register.verify_chain().is_whole
    targets = [(each.name, each.history, each.owner, each.duty and each.duty.due_date) for each in own(sample)]
    comments = [(each.words, each.figure, each.author, each.recorded_at) for each in all_commentary(sample.register)]
    signed = [(each.source, each.first_day, each.act, each.why) for each in sign_offs(sample.register)]
    return targets, comments, signed, [(each.key, each.entry) for each in actions(sample.register)]
