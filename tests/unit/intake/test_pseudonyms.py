"""Customer references become keyed pseudonyms, one per person however the number is written, and withheld ones nobody."""

import hashlib
import hmac
from dataclasses import replace

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.intake.pseudonyms import normalised_sql, pads, pseudonym, pseudonym_sql, read_key
from frontdoor.intake.source import read_source
from tests.unit.intake.conftest import KEY

HEAD = "contact_id,started_at,service,channel,customer\n"


def customers(take, *references, source="frontdoor"):
    rows = "".join(f"{number:03},2025-01-01 10:00:00,Waste,phone,{one}\n" for number, one in enumerate(references))
    return [row[1] for row in take(HEAD + rows, source).rows("contact_id, customer")]


@given(st.text(min_size=1), st.binary(min_size=1, max_size=64))
def test_the_pseudonym_made_in_sql_is_hmac_sha256_cut_to_128_bits(reference, key):
    with duckdb.connect() as connection:
        made = connection.execute(f"select {pseudonym_sql('$reference')}", {"reference": reference, **pads(key)}).fetchone()
    assert made == (hmac.new(key, reference.encode(), hashlib.sha256).hexdigest()[:32],)


def test_one_number_is_one_person_however_it_is_written(take):
    spellings = ["01632 960123", "01632960123", "+44 1632 960123", "+44 (0)1632 960123", "0044 1632-960-123", "(01632) 960 123", " 01632.960.123"]
    assert set(customers(take, *spellings)) == {pseudonym("01632960123", KEY)}


def test_an_address_is_one_person_whatever_its_case(take):
    assert set(customers(take, "Kim@Example.org", "kim@example.org ")) == {pseudonym("kim@example.org", KEY)}


def test_different_people_stay_different_and_a_customer_number_is_not_a_phone_number(take):
    made = customers(take, "C-00123", "C-00124", "441632960123", "01632960123")
    assert len(set(made)) == 4


@pytest.mark.parametrize("withheld", ["withheld", "Anonymous", "Number Withheld", "PRIVATE", "unknown", ""])
def test_a_withheld_number_is_nobody(take, withheld):
    assert customers(take, withheld) == [None]


def test_a_switchboard_is_nobody_however_it_is_written(take):
    source = replace(read_source("frontdoor"), nobody=("01632 960999",))
    assert customers(take, "+44 1632 960999", "01632 960998", source=source) == [None, pseudonym("01632960998", KEY)]


@given(st.from_regex(r"[+0-9() ./-]{0,20}", fullmatch=True))
def test_a_reference_normalised_twice_is_the_same_as_once(reference):
    with duckdb.connect() as connection:
        once = connection.execute(f"select {normalised_sql('$text')}", {"text": reference}).fetchone()[0]
        twice = connection.execute(f"select {normalised_sql('$text')}", {"text": once}).fetchone()[0]
    assert once == twice


def test_the_key_is_made_once_and_only_its_owner_may_read_it(tmp_path):
    key = read_key(tmp_path)
    assert len(key) == 32
    assert read_key(tmp_path) == key
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


def test_a_personal_value_is_not_shown_in_rejects(take):
    source = replace(read_source("frontdoor"), personal=("customer", "channel"))
    taken = take(HEAD + "A,2025-01-01,Waste,01632 960123,x\n", source)
    assert taken.checked.rejects[0].value == "(personal, 12 characters)"
