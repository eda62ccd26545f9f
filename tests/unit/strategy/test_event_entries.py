"""A council file says what happened, of what kind and until when, and who owns each source's figures; mistakes name the way out."""

from datetime import date

import pytest

from frontdoor.errors import StrategyError
from frontdoor.strategy.data_owners import DataOwner
from frontdoor.strategy.event_kind import EVENT_KIND_WORDS, EventKind
from frontdoor.strategy.reading import read_council

BILLS = 'label = "Bills sent"'
OWNER = '[[data_owner]]\nsource = "frontdoor_intervals"\nowner = "Head of the call centre"\n\n'
EVENT = "[[event]]"


def read(path):
    return read_council(path, path.parents[1] / "strategies")


def test_an_event_has_a_kind_and_a_last_day_where_the_file_gives_them(council_file):
    plain = read(council_file()).events[0]
    assert (plain.kind, plain.last_date) == (EventKind.OTHER, None)
    told = read(council_file((BILLS, f'{BILLS}\nkind = "bills"\nuntil = 2025-03-20'))).events[0]
    assert (told.kind, told.last_date) == (EventKind.BILLS, date(2025, 3, 20))


@pytest.mark.parametrize(
    ("added", "message"),
    [('kind = "bill"', "Did you mean bills"), ("until = 2025-03-09", "this is before `on`")],
)
def test_a_kind_nobody_knows_or_an_end_before_the_beginning_is_refused(council_file, added, message):
    with pytest.raises(StrategyError, match=message):
        read(council_file((BILLS, f"{BILLS}\n{added}")))


def test_every_kind_has_words():
    assert set(EVENT_KIND_WORDS) == set(EventKind)


def test_a_source_has_one_owner(council_file):
    owned = read(council_file((EVENT, OWNER + EVENT)))
    assert owned.data_owners == (DataOwner("frontdoor_intervals", "Head of the call centre"),)
    with pytest.raises(StrategyError, match="this source has two owners"):
        read(council_file((EVENT, OWNER * 2 + EVENT)))


def test_the_owner_of_a_source_nobody_knows_is_refused(council_file):
    with pytest.raises(StrategyError, match="Did you mean frontdoor"):
        read(council_file((EVENT, OWNER.replace("frontdoor_intervals", "frontdor") + EVENT)))
