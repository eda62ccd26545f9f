"""Published natural experiments: the product's differences in differences are the published ones."""

import csv
from pathlib import Path

import numpy as np
import pytest

from frontdoor.statistics.difference_in_differences import contact_difference, panel_difference
from frontdoor.statistics.placebo_units import placebo_rank

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "natural_experiments"
pytestmark = pytest.mark.skipif(not DATA.exists(), reason="../shared/data is not here")


def rows_of(file, delimiter=","):
    with (DATA / file).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter=delimiter))


def panel(file, unit, period, value, delimiter=","):
    """Return the values (units, periods) with the names of both, in the order of the file."""
    rows = rows_of(file, delimiter)
    units, periods = (list(dict.fromkeys(row[name] for row in rows)) for name in (unit, period))
    found = np.full((len(units), len(periods)), np.nan)
    for row in rows:
        found[units.index(row[unit]), periods.index(row[period])] = float(row[value])
    return found, np.array(units), np.array(periods)


def test_proposition_99_sold_27_packs_fewer_and_three_other_states_moved_as_far():
    packs, states, years = panel("california_prop99.csv", "State", "Year", "PacksPerCapita", ";")
    is_pilot, is_after = states == "California", years.astype(int) >= 1989
    found = panel_difference(packs, is_pilot, is_after)
    assert found.effect == pytest.approx(-27.35, abs=0.005)  # published -27.3: Arkhangelsky and others 2021
    changes = packs[:, is_after].mean(axis=1) - packs[:, ~is_after].mean(axis=1)
    others = changes[~is_pilot]
    assert placebo_rank(found.effect, others - others.mean()).p == pytest.approx(4 / 39)
    assert found.by_comparisons.interval().upper > 0 > found.clustered.interval().upper


def test_asking_differently_made_fewer_organ_donors_by_the_published_error():
    rates, states, quarters = panel("organ_donations.csv", "State", "Quarter", "Rate")
    is_after = np.isin(quarters, ["Q32011", "Q42011", "Q12012"])
    found = panel_difference(rates, states == "California", is_after)
    assert found.effect == pytest.approx(-0.0225, abs=0.00005)
    assert found.clustered.error == pytest.approx(0.0067, abs=0.00005)
    assert found.by_comparisons.error > 4 * found.clustered.error


def test_the_incinerator_lowered_prices_as_in_wooldridge():
    rows = rows_of("kielmc.csv")
    price, near, later, age, age_squared = (
        np.array([float(row[name]) for row in rows]) for name in ("rprice", "nearinc", "y81", "age", "agesq")
    )
    plain = contact_difference(price, near > 0, later > 0)
    assert (plain.effect, plain.error) == pytest.approx((-11_863.90, 7_456.65), abs=0.01)
    aged = contact_difference(price, near > 0, later > 0, (age, age_squared))
    assert (aged.effect, aged.error) == pytest.approx((-21_920.27, 6_359.75), abs=0.01)
