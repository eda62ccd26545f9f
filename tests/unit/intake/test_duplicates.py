"""Rows of one file that share a key: the latest version stands, and nothing is lost without being counted."""

from dataclasses import replace

import pytest

from frontdoor.intake.source import read_source
from frontdoor.intake.source_types import Delivery

HEAD = "contact_id,started_at,service,channel,updated_at\n"
OLD = "A,2025-01-01 10:00:00,Waste,phone,2025-01-01 11:00:00\n"
NEW = "A,2025-01-01 10:00:00,Housing,phone,2025-01-02 11:00:00\n"


def through(delivery):
    return replace(read_source("frontdoor"), delivery=delivery)


@pytest.mark.parametrize("delivery", list(Delivery))
@pytest.mark.parametrize("rows", [OLD + NEW, NEW + OLD, OLD + NEW + OLD + NEW])
def test_the_latest_version_of_a_key_stands_wherever_it_is(take, delivery, rows):
    taken = take(HEAD + rows, through(delivery))
    assert taken.rows("service") == [("Housing",)]
    assert (taken.checked.duplicates, taken.checked.rejected) == (rows.count("\n") - 1, 0)


@pytest.mark.parametrize("delivery", list(Delivery))
def test_the_very_same_row_twice_is_a_duplicate(take, delivery):
    taken = take(HEAD + OLD + OLD, through(delivery))
    assert (taken.checked.read, taken.checked.sound, taken.checked.duplicates) == (2, 1, 1)


def test_without_a_version_the_last_row_is_the_latest_state(take):
    rows = (NEW + OLD).replace("2025-01-02 11:00:00", "").replace("2025-01-01 11:00:00", "")
    taken = take(HEAD + rows, through(Delivery.LATEST_STATE))
    assert taken.rows("service") == [("Waste",)]
    assert taken.checked.duplicates == 1


def test_without_a_version_an_append_only_row_with_other_facts_is_refused_and_names_the_first_line(take):
    rows = (
        (OLD + "B,2025-01-01,Waste,web,\n" + NEW).replace("2025-01-02 11:00:00", "").replace("2025-01-01 11:00:00", "")
    )
    taken = take(HEAD + rows, through(Delivery.APPEND))
    assert taken.rows("contact_id, service") == [("A", "Waste"), ("B", "Waste")]
    assert taken.rejects() == [(4, "", "the same key stands on line 2 with other facts")]


def test_a_refused_row_does_not_count_as_the_version_that_stands(take):
    taken = take(HEAD + OLD + NEW.replace("phone", "smoke"))
    assert taken.rows("service") == [("Waste",)]
    assert (taken.checked.duplicates, taken.checked.rejected) == (0, 1)
