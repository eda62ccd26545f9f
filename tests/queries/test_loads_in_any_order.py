"""A build of some months equals a build of all; the order of loads does not matter; an undone load was never there."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from awkward_records import AWKWARD_COUNCIL, again, awkward_deliveries, call, letter
from awkward_voices import VOICES_COUNCIL, voices
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from marts_compared import differences, differing_records
from small_warehouse import Delivery, home_at_once, home_with, load

from frontdoor.warehouse.compacting import rewrite_records
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.opening import open_warehouse
from frontdoor.warehouse.undoing import undo

SEEDS = st.integers(0, 10_000)
LOADS = len(awkward_deliveries(0, size=8))
VOICE_LOADS = len(voices(0, size=8))
few = settings(
    max_examples=4, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate)
)  # to shrink takes long


@contextmanager
def homes() -> Iterator[Path]:
    """Give a folder for one example, which the next needs no more: a run of many would fill a small disk."""
    with TemporaryDirectory(prefix="frontdoor-homes-") as name:
        yield Path(name)


def undone(home: Home, numbers: Iterable[int]) -> Home:
    """Return a copy of the home from which loads have been taken back, in the order given."""
    copy = Home(home.council, home.folder.with_name(f"without {' '.join(map(str, numbers))}"))
    shutil.copytree(home.folder, copy.folder)
    for number in numbers:
        undo(copy, number)
    return copy


def assert_same(home: Home, other: Home) -> None:
    assert differing_records(home, other) == {}
    assert differences(home, other) == {}


@pytest.mark.slow
@few
@given(seed=SEEDS, one=st.integers(0, LOADS - 1), three=st.permutations(range(LOADS)).map(lambda order: order[:3]))
def test_builds_of_the_touched_months_equal_builds_of_all_and_undone_loads_were_never_there(
    seed: int, one: int, three: list[int]
) -> None:
    """Loads one by one, and taken back one by one, make what the same deliveries make when built all at once."""
    deliveries = awkward_deliveries(seed, size=50)
    with homes() as folder:
        home = Home(AWKWARD_COUNCIL, folder / "one by one")
        numbers = [load(home, delivery)[0] for delivery in deliveries]
        assert_same(home, home_at_once(folder / "at once", *deliveries, council=AWKWARD_COUNCIL))
        for places in ([one], three):
            left = [delivery for place, delivery in enumerate(deliveries) if place not in places]
            other = home_at_once(folder / f"less {len(places)} at once", *left, council=AWKWARD_COUNCIL)
            shorter = undone(home, [numbers[place] for place in places])
            assert_same(shorter, other)
            assert open_warehouse(shorter).loads().height == len(left)


@pytest.mark.slow
@few
@given(seed=SEEDS)
def test_the_order_of_two_loads_does_not_matter(seed: int) -> None:
    random = Random(seed)
    with homes() as folder:
        calls, letters = [call(random, f"c{n}") for n in range(60)], [letter(random, f"l{n}") for n in range(40)]
        corrected = [
            row | {"updated_at": row["updated_at"].replace(microsecond=1)} for row in again(random, calls, call)
        ]
        loads = [Delivery(calls, "calls"), Delivery(letters, "letters"), Delivery(corrected, "calls")]
        loads = [replace(delivery, covered_to=date(2025, 6, 12)) for delivery in loads]
        council = replace(AWKWARD_COUNCIL, sources_of_record=())
        one = home_with(folder / "one", *loads, council=council)
        other = home_at_once(folder / "other", *reversed(loads), council=council)
        assert_same(one, other)


@pytest.mark.slow
@few
@given(seed=SEEDS, three=st.permutations(range(VOICE_LOADS)).map(lambda order: order[:3]))
def test_complaints_and_surveys_loaded_or_taken_back_one_by_one_make_what_a_build_of_all_makes(
    seed: int, three: list[int]
) -> None:
    deliveries = voices(seed, size=40)
    with homes() as folder:
        home = Home(VOICES_COUNCIL, folder / "one by one")
        numbers = [load(home, delivery)[0] for delivery in deliveries]
        assert_same(home, home_at_once(folder / "at once", *deliveries, council=VOICES_COUNCIL))
        left = [delivery for place, delivery in enumerate(deliveries) if place not in three]
        other = home_at_once(folder / "less three at once", *left, council=VOICES_COUNCIL)
        assert_same(undone(home, [numbers[place] for place in three]), other)


def test_rewritten_records_make_the_same_marts(tmp_path: Path) -> None:
    deliveries = awkward_deliveries(7, size=40)
    home = home_at_once(tmp_path / "one", *deliveries, council=AWKWARD_COUNCIL)
    other = home_at_once(tmp_path / "other", *deliveries, council=AWKWARD_COUNCIL)
    with other.draft() as draft:
        rewrite_records(draft)
        draft.is_whole_rebuild = True
        draft.publish(made_by="compaction")
    assert_same(home, other)
