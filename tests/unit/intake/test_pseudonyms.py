"""Customer references become keyed pseudonyms, in SQL just as `access.pseudonyms` does it one by one."""

from dataclasses import replace

import duckdb
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from frontdoor.access.pseudonyms import pseudonym
from frontdoor.intake.pseudonyms import is_nobody_sql, normalised_sql, one_form_sql, pads, pseudonym_sql
from frontdoor.intake.source import read_source
from tests.unit.intake.conftest import KEY

HEAD = "contact_id,started_at,service,channel,customer\n"
OWN = ("01632 960999",)
NORMALISED = normalised_sql(one_form_sql("$text"))
SQL = f"select case when not {is_nobody_sql('n', OWN)} then {pseudonym_sql('n')} end from (select {NORMALISED} as n)"
LIKELY = st.from_regex(r"[+0-9A-Za-z() ./\-@]{0,20}", fullmatch=True)


@pytest.fixture(scope="module")
def connection():
    with duckdb.connect() as opened:
        yield opened


def customers(take, *references, source="frontdoor"):
    rows = "".join(f"{number:03},2025-01-01 10:00:00,Waste,phone,{one}\n" for number, one in enumerate(references))
    return [row[1] for row in take(HEAD + rows, source).rows("contact_id, customer")]


@given(text=st.one_of(st.text(), LIKELY), key=st.binary(min_size=32, max_size=32))
@example(text="+44 (0)1632 960123", key=KEY)
@example(text="Number Withheld", key=KEY)
@example(text="(01632) 960-999", key=KEY)
@example(text="000", key=KEY)
def test_the_pseudonym_made_in_sql_is_the_one_made_in_python(connection, text, key):
    made = connection.execute(SQL, {"text": text, **pads(key)}).fetchone()
    assert made == (pseudonym(key, text, OWN),)


def test_one_number_is_one_person_however_it_is_written(take):
    spellings = [
        "01632 960123",
        "01632960123",
        "+44 1632 960123",
        "+44 (0)1632 960123",
        "0044 1632-960-123",
        "(01632) 960 123",
    ]
    assert set(customers(take, *spellings)) == {pseudonym(KEY, "01632960123")}


def test_an_address_is_one_person_whatever_its_case(take):
    assert set(customers(take, "Kim@Example.org", "kim@example.org ")) == {pseudonym(KEY, "kim@example.org")}


@pytest.mark.parametrize("withheld", ["withheld", "Anonymous", "Number Withheld", "PRIVATE", "unknown", ""])
def test_a_withheld_number_is_nobody(take, withheld):
    assert customers(take, withheld) == [None]


def test_a_councils_own_number_is_nobody_in_any_source_however_it_is_written(take, trentside):
    council = replace(trentside, own_numbers=OWN)
    rows = "A,2025-01-01 10:00:00,Waste,phone,+44 1632 960999\nB,2025-01-01 10:00:00,Waste,phone,01632 960998\n"
    taken = take(HEAD + rows, council=council)
    assert taken.rows("customer") == [(pseudonym(KEY, "01632960998"),), (None,)]


def test_a_word_that_one_format_writes_for_nobody_is_nobody(take):
    source = replace(read_source("frontdoor"), nobody=("kiosk",))
    assert customers(take, "Kiosk", source=source) == [None]


def test_the_sample_council_says_which_number_is_its_own(take, trentside):
    assert trentside.own_numbers == ("01632 960000",)
    assert customers(take, "01632 960000") == [None]


def test_a_personal_value_is_not_shown_in_rejects(take):
    source = replace(read_source("frontdoor"), personal=("customer", "channel"))
    taken = take(HEAD + "A,2025-01-01,Waste,01632 960123,x\n", source)
    assert taken.checked.rejects[0].value == "(personal, 12 characters)"
