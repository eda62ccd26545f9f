"""Duties, commentary, sign-offs and annual updates: entered by people, kept in every version."""

from datetime import date

import pytest
from trentside import NOW

from frontdoor.errors import RegisterError
from frontdoor.periods import Period
from frontdoor.register.annual_updates import issue_update, issued_updates, section_words, write_section
from frontdoor.register.commentary import About, all_commentary, comment, commentary_history, commentary_on
from frontdoor.register.duties import duties, set_duty
from frontdoor.register.register import Register
from frontdoor.register.sign_offs import confirm, is_confirmed, reopen, sign_offs

OCTOBER, NOVEMBER = Period(date(2026, 10, 1), date(2026, 10, 31)), Period(date(2026, 11, 1), date(2026, 11, 30))
SEPTEMBER = Period(date(2026, 9, 1), date(2026, 9, 30))
ABOUT = About("phone", "", OCTOBER)
FIGURE = {"value": 0.61, "target": 0.8, "state": "missed", "generation": 4}
HOSTILE = "'); drop table commentary; -- <script>alert(1)</script> %s"
YEAR = date(2026, 4, 1)


def test_who_sets_a_target_is_kept_for_each_service(register: Register) -> None:
    first = set_duty(register, "phone", "", "Jo Smith", date(2026, 12, 1), author="Sam", now=NOW)
    set_duty(register, "phone", "housing", "Kim", None, author="Sam", now=NOW)
    set_duty(register, "phone", "", "Ann", date(2027, 1, 1), author="Sam", now=NOW, seen=first)
    held = duties(register)
    assert {place: (duty.owner, duty.due_date) for place, duty in held.items()} == {
        ("phone", ""): ("Ann", date(2027, 1, 1)),
        ("phone", "housing"): ("Kim", None),
    }
    with pytest.raises(RegisterError, match="Sam changed the owner of this target meanwhile"):
        set_duty(register, "phone", "", "Bo", None, author="Bo", now=NOW, seen=first)


def test_commentary_stands_beside_the_figure_as_it_then_was(register: Register) -> None:
    first = comment(register, ABOUT, "Two posts are vacant.", FIGURE, author="Jo", now=NOW)
    comment(register, ABOUT, HOSTILE, {**FIGURE, "value": 0.62}, author="Jo", now=NOW, seen=first)
    held = commentary_on(register, ABOUT)
    assert held is not None
    assert (held.words, held.figure["value"]) == (HOSTILE, 0.62)
    assert [each.words for each in commentary_history(register, ABOUT)] == ["Two posts are vacant.", HOSTILE]
    assert [each.id for each in all_commentary(register)] == [held.id]
    assert commentary_on(register, About("phone", "", SEPTEMBER)) is None
    assert register.verify_chain().is_whole


def test_figures_are_provisional_until_every_day_is_confirmed(register: Register) -> None:
    number = confirm(register, "frontdoor", OCTOBER, 4, author="Jo", now=NOW)
    assert is_confirmed(sign_offs(register), "frontdoor", OCTOBER)
    assert not is_confirmed(sign_offs(register), "frontdoor", Period(SEPTEMBER.first, OCTOBER.last))
    assert not is_confirmed(sign_offs(register), "other", OCTOBER)
    confirm(register, "frontdoor", SEPTEMBER, 4, author="Jo", now=NOW)
    assert is_confirmed(sign_offs(register), "frontdoor", Period(SEPTEMBER.first, OCTOBER.last))
    reopen(register, "frontdoor", OCTOBER, 5, "A late file", author="Jo", now=NOW, seen=number)
    assert not is_confirmed(sign_offs(register), "frontdoor", OCTOBER)
    assert is_confirmed(sign_offs(register), "frontdoor", SEPTEMBER)


def test_what_cannot_be_signed_off_is_refused(register: Register) -> None:
    with pytest.raises(RegisterError, match="not over yet"):
        confirm(register, "frontdoor", NOVEMBER, 4, author="Jo", now=NOW)
    with pytest.raises(RegisterError, match="nothing to reopen"):
        reopen(register, "frontdoor", OCTOBER, 4, "why", author="Jo", now=NOW, seen=None)
    number = confirm(register, "frontdoor", OCTOBER, 4, author="Jo", now=NOW)
    with pytest.raises(RegisterError, match="confirmed already"):
        confirm(register, "frontdoor", OCTOBER, 4, author="Jo", now=NOW, seen=number)
    with pytest.raises(RegisterError, match="Why it is reopened is empty"):
        reopen(register, "frontdoor", OCTOBER, 4, " ", author="Jo", now=NOW, seen=number)


def test_an_annual_update_keeps_words_and_every_version_issued(register: Register) -> None:
    first = write_section(register, YEAR, "complaints", "Fewer.", author="Jo", now=NOW)
    write_section(register, YEAR, "complaints", "Fewer, and faster.", author="Jo", now=NOW, seen=first)
    write_section(register, date(2025, 4, 1), "complaints", "Last year.", author="Jo", now=NOW)
    assert {key: each.words for key, each in section_words(register, YEAR).items()} == {
        "complaints": "Fewer, and faster."
    }
    digests = [issue_update(register, YEAR, 4, {"version": number}, author="Jo", now=NOW) for number in (1, 2)]
    issued = issued_updates(register, YEAR)
    assert [each.digest for each in issued] == digests
    assert [each.content for each in issued] == [{"version": 1}, {"version": 2}]
    assert all(each.is_unaltered for each in issued)


def test_words_of_an_update_keep_the_figures_they_were_written_beside(register: Register) -> None:
    first = write_section(register, YEAR, "complaints", "Fewer.", {"complaints | headline": "90"}, author="Jo", now=NOW)
    write_section(register, YEAR, "promises", "Kept.", author="Jo", now=NOW)
    held = section_words(register, YEAR)
    assert held.keys() == {"complaints", "promises"}
    assert (held["complaints"].figures, held["promises"].figures) == ({"complaints | headline": "90"}, {})
    write_section(
        register, YEAR, "complaints", "More.", {"complaints | headline": "95"}, author="Jo", now=NOW, seen=first
    )
    assert section_words(register, YEAR)["complaints"].figures == {"complaints | headline": "95"}
    assert sum(each.action == "wrote of the annual update" for each in register.audit()) == 3
