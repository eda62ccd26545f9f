"""Packs that officers arranged are kept whole, version by version; nobody overwrites what they have not seen."""

import pytest
from sqlalchemy import text
from trentside import NOW

from frontdoor.errors import RegisterError
from frontdoor.register.arranged_packs import (
    LONGEST_TEMPLATE,
    arrange_pack,
    arranged_pack_history,
    arranged_packs,
    withdraw_pack,
)
from frontdoor.register.register import Register

TEMPLATE = 'title = "Ours"'


def arranged(register: Register, key: str = "ours", title: str = "Ours", seen: int | None = None) -> int:
    return arrange_pack(register, key, title, TEMPLATE, author="Jo", now=NOW, seen=seen)


def test_every_version_of_a_pack_is_kept_and_the_last_stands(register: Register) -> None:
    first = arranged(register)
    arrange_pack(register, "ours", "Ours, shorter", "less", author="Sam", now=NOW, seen=first)
    (held,) = arranged_packs(register)
    assert (held.title, held.template, held.author) == ("Ours, shorter", "less", "Sam")
    assert [each.template for each in arranged_pack_history(register, "ours")] == [TEMPLATE, "less"]
    assert register.verify_chain().is_whole


def test_who_has_not_seen_the_latest_is_refused(register: Register) -> None:
    both_saw = arranged(register)
    arrange_pack(register, "ours", "Sam's", TEMPLATE, author="Sam", now=NOW, seen=both_saw)
    with pytest.raises(RegisterError, match="Sam changed this pack meanwhile"):
        arranged(register, title="Kim's", seen=both_saw)
    with pytest.raises(RegisterError, match="Sam changed this pack meanwhile"):
        withdraw_pack(register, "ours", author="Kim", now=NOW, seen=both_saw)
    assert [each.title for each in arranged_packs(register)] == ["Sam's"]


def test_a_withdrawn_pack_leaves_the_list_and_can_come_back(register: Register) -> None:
    gone = withdraw_pack(register, "ours", author="Jo", now=NOW, seen=arranged(register))
    assert arranged_packs(register) == ()
    with pytest.raises(RegisterError, match="no pack called ours"):
        withdraw_pack(register, "ours", author="Jo", now=NOW, seen=gone)
    arranged(register, seen=gone)
    assert [each.title for each in arranged_packs(register)] == ["Ours"]
    assert [each.is_withdrawn for each in arranged_pack_history(register, "ours")] == [False, True, False]
    assert register.verify_chain().is_whole


def test_what_cannot_be_kept_is_refused(register: Register) -> None:
    number = arranged(register)
    for key in ("../etc", "Ours", "", "a" * 61, "_x"):
        with pytest.raises(RegisterError, match="cannot be a pack's key"):
            arranged(register, key=key)
    with pytest.raises(RegisterError, match="There is a pack called Ours already"):
        arranged(register)
    with pytest.raises(RegisterError, match="Nothing differs"):
        arranged(register, seen=number)
    with pytest.raises(RegisterError, match="name is empty"):
        arranged(register, key="other", title=" ")
    with pytest.raises(RegisterError, match="at most"):
        arrange_pack(register, "long", "Long", "x" * (LONGEST_TEMPLATE + 1), author="Jo", now=NOW)
    assert len(arranged_packs(register)) == 1


@pytest.mark.parametrize("statement", ["update pack_versions set title = 'x'", "delete from pack_versions"])
def test_the_database_itself_refuses_to_rewrite_a_pack(register: Register, statement: str) -> None:
    arranged(register)
    with pytest.raises(RegisterError, match="append-only"), register.write("Jo", NOW) as (connection, _):
        connection.execute(text(statement))
