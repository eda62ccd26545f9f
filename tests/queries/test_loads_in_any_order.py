"""A build of some months equals a build of all; the order of loads does not matter; an undone load was never there."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from awkward_records import AWKWARD_COUNCIL, again, awkward_deliveries, call, letter
from hypothesis import given, settings
from hypothesis import strategies as st
from marts_compared import differences, differing_records
from small_warehouse import Delivery, home_with, load

from frontdoor.warehouse.compacting import rewrite_records
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.opening import open_warehouse
from frontdoor.warehouse.rebuilding import rebuild
from frontdoor.warehouse.undoing import undo

SEEDS = st.integers(0, 10_000)
few = settings(max_examples=7, deadline=None)


def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("homes")


def rebuilt(home: Home) -> Home:
    """Return the same home with all its marts made anew."""
    rebuild(home)
    return home


@pytest.mark.slow
@few
@given(seed=SEEDS)
def test_a_build_of_the_touched_months_equals_a_build_of_all(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    folder = homes(tmp_path_factory)
    deliveries = awkward_deliveries(seed, size=60)
    home = home_with(folder / "one", *deliveries, council=AWKWARD_COUNCIL)
    other = rebuilt(home_with(folder / "other", *deliveries, council=AWKWARD_COUNCIL))
    assert differences(home, other) == {}


@pytest.mark.slow
@few
@given(seed=SEEDS)
def test_the_order_of_two_loads_does_not_matter(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    folder, random = homes(tmp_path_factory), Random(seed)
    calls, letters = [call(random, f"c{n}") for n in range(60)], [letter(random, f"l{n}") for n in range(40)]
    corrected = [row | {"updated_at": row["updated_at"].replace(microsecond=1)} for row in again(random, calls, call)]
    loads = [Delivery(calls, "calls"), Delivery(letters, "letters"), Delivery(corrected, "calls")]
    loads = [replace(delivery, covered_to=date(2025, 6, 12)) for delivery in loads]
    council = replace(AWKWARD_COUNCIL, sources_of_record=())
    one = home_with(folder / "one", *loads, council=council)
    other = home_with(folder / "other", *reversed(loads), council=council)
    assert differing_records(one, other) == {}
    assert differences(one, other) == {}


@pytest.mark.slow
@few
@given(seed=SEEDS, undone=st.integers(0, 10))
def test_an_undone_load_was_never_there(tmp_path_factory: pytest.TempPathFactory, seed: int, undone: int) -> None:
    folder, deliveries = homes(tmp_path_factory), awkward_deliveries(seed, size=60)
    home = Home(AWKWARD_COUNCIL, folder / "one")
    numbers = [load(home, delivery)[0] for delivery in deliveries]
    undo(home, numbers[undone])
    without = [delivery for place, delivery in enumerate(deliveries) if place != undone]
    other = home_with(folder / "other", *without, council=AWKWARD_COUNCIL)
    assert differing_records(home, other) == {}
    assert differences(home, other) == {}
    assert open_warehouse(home).loads().height == len(without)


@pytest.mark.slow
@few
@given(seed=SEEDS, undone=st.permutations(range(11)).map(lambda order: order[:3]))
def test_three_loads_undone_in_any_order_were_never_there(
    tmp_path_factory: pytest.TempPathFactory, seed: int, undone: list[int]
) -> None:
    folder, deliveries = homes(tmp_path_factory), awkward_deliveries(seed, size=40)
    home = Home(AWKWARD_COUNCIL, folder / "one")
    numbers = [load(home, delivery)[0] for delivery in deliveries]
    for place in undone:
        undo(home, numbers[place])
    without = [delivery for place, delivery in enumerate(deliveries) if place not in undone]
    other = home_with(folder / "other", *without, council=AWKWARD_COUNCIL)
    assert differing_records(home, other) == {}
    assert differences(home, other) == {}


def test_rewritten_records_make_the_same_marts(tmp_path: Path) -> None:
    deliveries = awkward_deliveries(7, size=40)
    home = home_with(tmp_path / "one", *deliveries, council=AWKWARD_COUNCIL)
    other = home_with(tmp_path / "other", *deliveries, council=AWKWARD_COUNCIL)
    with other.draft() as draft:
        rewrite_records(draft)
        draft.is_whole_rebuild = True
        draft.publish(made_by="compaction")
    assert differing_records(home, other) == {}
    assert differences(home, other) == {}
