"""A break that nobody can explain is put aside once, can be asked about again, and both are kept."""

from datetime import date

import pytest
from trentside import NOW

from frontdoor.errors import RegisterError
from frontdoor.register.break_answers import BreakPlace, break_answers, dismiss
from frontdoor.register.register import Register

JUNE = BreakPlace("calls_in_60_seconds", "", date(2026, 6, 1))


def test_a_break_put_aside_is_put_aside_and_of_no_other_service(register: Register) -> None:
    dismiss(register, JUNE, author="Jo", now=NOW)
    assert break_answers(register)[JUNE].is_dismissed
    assert BreakPlace(JUNE.measure_key, "waste", JUNE.first_day) not in break_answers(register)
    assert register.verify_chain().is_whole


def test_a_second_click_writes_nothing(register: Register) -> None:
    dismiss(register, JUNE, author="Jo", now=NOW)
    before = register.version()
    with pytest.raises(RegisterError, match="put aside already"):
        dismiss(register, JUNE, author="Sam", now=NOW)
    assert register.version() == before


def test_it_can_be_asked_about_again_and_only_then(register: Register) -> None:
    with pytest.raises(RegisterError, match="asked about already"):
        dismiss(register, JUNE, author="Jo", now=NOW, is_dismissed=False)
    dismiss(register, JUNE, author="Jo", now=NOW)
    dismiss(register, JUNE, author="Sam", now=NOW, is_dismissed=False)
    assert not break_answers(register)[JUNE].is_dismissed
    assert [entry.action for entry in register.audit()][-1] == "asks again what happened"
