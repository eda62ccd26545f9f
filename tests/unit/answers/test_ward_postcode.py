"""A postcode typed any way leads to its ward, or says in words why it does not."""

from pathlib import Path

import pytest
from left_out_home import june
from ward_home import CODES, POSTCODES, all_files, outlines, ward_context

from frontdoor.answers.ward_places import places_of
from frontdoor.answers.ward_postcode import Found, LookedUp, look_up_in


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    context = ward_context(tmp_path_factory.mktemp("postcodes"), *all_files())
    return places_of(june(), context), context


@pytest.fixture
def looked(held):
    def look(said: str) -> LookedUp:
        return look_up_in(said, *held)

    return look


@pytest.mark.parametrize(
    "said", ["ZZ1 1AA", "zz11aa", " ZZ1  1AA ", "z z 1 1 a a", "ZZ1-1AA.", "ZZ1\t1AA\n", "Zz1\u00a01aA"]
)
def test_a_whole_postcode_is_found_however_it_is_typed(looked, said):
    assert looked(said) == LookedUp(Found.WARD, "ZZ1 1AA is in Mill.", "Mill")


def test_a_terminated_postcode_says_when_and_still_leads_to_its_ward(looked):
    found = looked("zz13aa")
    assert (found.found, found.ward) == (Found.TERMINATED, "Priory")
    assert found.words == "ZZ1 3AA was taken out of use in March 2024. It was in Priory; check the address."


def test_a_postcode_of_another_council_leads_nowhere(looked):
    found = looked("ZZ9 9ZZ")
    assert (found.found, found.ward) == (Found.ELSEWHERE, "")
    assert "another council looks after it" in found.words


def test_a_postcode_without_a_ward_and_one_of_a_ward_without_a_name_say_so(looked):
    assert looked("ZZ1 4AA").found is looked("ZZ1 5AA").found is Found.NO_WARD
    assert "without a ward" in looked("ZZ1 4AA").words
    assert "no name for (T05000099)" in looked("ZZ1 5AA").words


@pytest.mark.parametrize(
    ("said", "found", "words"),
    [
        ("ZZ1 1A", Found.SEVERAL, "2 postcodes begin with ZZ11A, all in Mill."),
        ("zz1 1", Found.SEVERAL, "2 postcodes begin with ZZ11, all in Mill."),
        ("ZZ1", Found.SEVERAL, "6 postcodes begin with ZZ1, in Ferry Lane, Mill and Quay, and outside our wards."),
        ("ZZ9", Found.ELSEWHERE, "1 postcode begins with ZZ9, none of them in a ward"),
        ("ZZ8", Found.NOT_HELD, "No postcode begins with ZZ8 in"),
        ("ZZ1 9AA", Found.NOT_HELD, "No postcode is ZZ1 9AA in"),
    ],
)
def test_a_part_of_a_postcode_names_the_wards_it_may_be_in(looked, said, found, words):
    assert looked(said).found is found
    assert looked(said).words.startswith(words)


def test_a_part_in_one_ward_alone_leads_there_and_in_several_nowhere(looked):
    assert (looked("ZZ1 1").ward, looked("ZZ1").ward) == ("Mill", "")


@pytest.mark.parametrize(
    "said",
    [
        "",
        "   ",
        "12345",
        "Mill Lane",
        "'; drop table postcodes; --",
        "<script>alert(1)</script>",
        "ZZ1 1AAA",
        "%",
        "…" * 500,
    ],
)
def test_what_is_no_postcode_says_what_one_looks_like(looked, said):
    found = looked(said)
    assert (found.found, found.ward) == (Found.NO_POSTCODE, "")
    assert found.words.endswith("Type a postcode, such as ZZ10 1AA.")
    assert len(found.words) < 80


def test_without_a_table_the_list_is_pointed_to(tmp_path: Path):
    context = ward_context(tmp_path, ("ward_boundaries", outlines()))
    found = look_up_in("ZZ1 1AA", places_of(june(), context), context)
    assert found.found is Found.NO_TABLE
    assert "Choose the ward from the list" in found.words


def test_without_boundaries_a_ward_has_a_code_and_no_name(tmp_path: Path):
    context = ward_context(tmp_path, ("ons_postcodes", POSTCODES))
    found = look_up_in("ZZ1 1AA", places_of(june(), context), context)
    assert found.found is Found.NO_WARD
    assert CODES["Mill"] in found.words
    assert "Load the ward boundaries" in found.words
