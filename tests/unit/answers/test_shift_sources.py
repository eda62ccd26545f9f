"""Is a channel that another source counts from a day on never held against what the first source counted?"""

from dataclasses import replace
from datetime import UTC, date, datetime

import polars as pl
import pytest
from shift_home import ONLINE, WEB

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.shift_sources import NewSource, new_sources, said_changes
from frontdoor.register.register import open_register
from frontdoor.strategy.council import SourceOfRecord
from frontdoor.warehouse.opening import open_warehouse
from tests.small_warehouse import COUNCIL, Delivery, contact, home_at_once


@pytest.fixture
def context(tmp_path):
    def with_records(*records):
        council = replace(COUNCIL, digital_channels=(WEB,), measures=(ONLINE,), sources_of_record=records)
        rows = [contact("one", datetime(2026, 6, 1, 10))]
        home = home_at_once(tmp_path / COUNCIL.key, Delivery(rows, covered_to=date(2026, 6, 30)), council=COUNCIL)
        register = open_register(home.folder)
        register.apply_files(council, datetime(2026, 1, 1, tzinfo=UTC))
        return Context(home, council, open_warehouse(home), register, Audience.OFFICER)

    return with_records


def covered(*spans):
    """Return what is covered, of spans of channel, source, first and last day, with 20 contacts a day."""
    rows = [
        (source, "contact", "waste", channel, "volume", "day", first, last, 20 * ((last - first).days + 1), 1, False)
        for channel, source, first, last in spans
    ]
    names = [
        "source",
        "kind",
        "service",
        "channel",
        "family",
        "resolution",
        "first_date",
        "last_date",
        "records",
        "days",
        "is_approximate",
    ]
    return pl.DataFrame(rows, schema=names, orient="row")


OLD_THEN_NEW = covered(
    ("phone", "old_queue", date(2023, 1, 1), date(2024, 12, 31)),
    ("phone", "new_queue", date(2025, 1, 2), date(2026, 6, 30)),
    ("web", "forms", date(2023, 1, 1), date(2026, 6, 30)),
)


def test_one_source_that_stops_where_another_begins_is_a_new_source(context):
    found = new_sources(OLD_THEN_NEW, (), context())
    assert found == (NewSource("phone", date(2025, 1, 2), "new_queue", "old_queue"),)
    assert said_changes(found, context())[0].words == (
        "Phone: contacts come from new_queue from 2 January 2025, from old_queue before."
    )


def test_another_service_chosen_has_its_own_sources(context):
    assert new_sources(OLD_THEN_NEW, ("planning",), context()) == ()


def test_a_source_that_came_back_is_known_from_the_councils_file(context):
    there_and_back = covered(
        ("phone", "history", date(2013, 1, 1), date(2018, 12, 31)),
        ("phone", "whole_year", date(2015, 1, 1), date(2015, 12, 31)),
    )
    assert new_sources(there_and_back, (), context()) == ()
    said = context(
        SourceOfRecord("history", before_date=date(2015, 1, 1)),
        SourceOfRecord("whole_year", from_date=date(2015, 1, 1), before_date=date(2016, 1, 1)),
        SourceOfRecord("history", from_date=date(2016, 1, 1)),
    )
    found = new_sources(there_and_back, (), said)
    assert [(each.on_date.year, each.source) for each in found] == [(2015, "whole_year"), (2016, "history")]


def test_a_source_named_for_another_channel_changes_nothing(context):
    told = context(
        SourceOfRecord("forms", channel="web", before_date=date(2024, 1, 1)),
        SourceOfRecord("new_queue", from_date=date(2024, 1, 1)),
    )
    assert [each.on_date for each in new_sources(OLD_THEN_NEW, (), told)] == [date(2025, 1, 2)]
