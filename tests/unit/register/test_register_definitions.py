"""What a measure counts is held like its target: the first statement applies, a file that counts otherwise waits."""

from dataclasses import replace
from datetime import date

import pytest
from trentside import NOW, council, measure, share

from frontdoor.errors import RegisterError
from frontdoor.measures.measure import Parameter
from frontdoor.register.definition_changes import approve_definition, held_definitions
from frontdoor.register.definitions import as_defined, definition_of
from frontdoor.register.register import Register
from frontdoor.schema.units import Better, Unit
from frontdoor.strategy.council import Council
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure

PHONE = replace(measure("phone", share(0.7)), channels=("phone",))
EASIER = replace(PHONE, measure="answer_rate", channels=("phone", "chat"), services=("waste",))
WORDS = {"author": "Jo", "approved_by": "Cabinet", "where": "Item 7", "now": NOW}


def files(promised: PromisedMeasure, file_hash: str = "aa") -> Council:
    return council(promised, file_hash=file_hash)


@pytest.fixture
def held(register: Register) -> Register:
    register.apply_files(files(PHONE), NOW)
    return register


def counted(register: Register, promised: PromisedMeasure) -> PromisedMeasure:
    return as_defined(promised, held_definitions(register).in_force[promised.key])


def test_a_definition_changed_in_a_file_waits_and_what_was_agreed_is_counted(held: Register) -> None:
    held.apply_files(files(EASIER, "bb"), NOW)
    assert counted(held, EASIER) == PHONE
    (change,) = held_definitions(held).pending
    assert (change.held, change.stated) == (definition_of(PHONE), definition_of(EASIER))


def test_reading_the_same_files_again_writes_nothing(held: Register) -> None:
    held.apply_files(files(EASIER, "bb"), NOW)
    written = held.version()
    held.apply_files(files(EASIER, "bb"), NOW)
    held.apply_files(files(replace(EASIER, label="Other words", owner="Sam"), "cc"), NOW)
    assert held.version() == written


def test_a_definition_that_was_approved_counts_and_the_audit_says_who(held: Register) -> None:
    held.apply_files(files(EASIER, "bb"), NOW)
    (change,) = held_definitions(held).pending
    assert approve_definition(held, change.id, **WORDS) == "phone"  # type: ignore[arg-type]
    assert counted(held, EASIER) == EASIER
    assert held_definitions(held).pending == ()
    entry = held.audit()[-1]
    assert (entry.author, entry.action) == ("Jo", "approved a change of definition")
    assert "answer_rate" in entry.after
    assert "answer_rate" not in (entry.before or "")
    assert held.verify_chain().is_whole
    with pytest.raises(RegisterError, match="is not waiting"):
        approve_definition(held, change.id, **WORDS)  # type: ignore[arg-type]


def test_files_that_go_back_leave_nothing_waiting(held: Register) -> None:
    held.apply_files(files(EASIER, "bb"), NOW)
    held.apply_files(files(PHONE, "aa"), NOW)
    assert held_definitions(held).pending == ()
    held.apply_files(files(EASIER, "bb"), NOW)
    assert len(held_definitions(held).pending) == 1


def test_files_that_say_a_third_thing_replace_what_waits(held: Register) -> None:
    held.apply_files(files(EASIER, "bb"), NOW)
    third = replace(PHONE, channels=("phone", "visit"))
    held.apply_files(files(third, "cc"), NOW)
    (change,) = held_definitions(held).pending
    assert change.stated == definition_of(third)


def test_nobody_approves_without_saying_who_and_where(held: Register) -> None:
    held.apply_files(files(EASIER, "bb"), NOW)
    (change,) = held_definitions(held).pending
    with pytest.raises(RegisterError, match="Where it was approved is empty"):
        approve_definition(held, change.id, author="Jo", approved_by="Cabinet", where=" ", now=NOW)


def test_every_part_of_a_definition_comes_back_as_it_was() -> None:
    clock = (DatedValue(date(2024, 4, 1), "first_reply", None, "charter"),)
    threshold = (DatedValue(date(2024, 4, 1), 60),)
    whole = replace(
        PHONE, question="ease", procedures=("housing",), reported="leisure", provider="Pool Ltd", unit=Unit.SHARE,
        better=Better.LOWER, noun="visits", parameters={Parameter.CLOCK: clock, Parameter.WITHIN_SECONDS: threshold},
    )  # fmt: skip
    other = replace(PHONE, parameters={Parameter.WITHIN_SECONDS: threshold})
    assert as_defined(other, definition_of(whole)) == whole
