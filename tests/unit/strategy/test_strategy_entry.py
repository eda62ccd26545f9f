"""Nearest right names: helpful when one is near, a list when none is."""

from hypothesis import given
from hypothesis import strategies as st

from frontdoor.strategy.entry import nearest, written

NAMES = ("service_level", "answer_rate", "digital_share")


def test_the_nearest_name_is_offered_whatever_its_case():
    assert nearest("Service_Levle", NAMES) == " Did you mean service_level?"


def test_the_names_are_listed_when_none_is_near():
    assert nearest("xyz", NAMES) == " Choose from: service_level, answer_rate, digital_share."


def test_a_long_list_is_cut():
    assert nearest("?", [f"name_{number}" for number in range(40)]).endswith("name_11, and others.")


def test_nothing_is_offered_where_there_is_nothing():
    assert nearest("xyz", ()) == ""


@given(st.text(max_size=200))
def test_a_value_met_is_shown_shortened(value):
    assert len(written(value)) <= 80
