"""What is said of the records themselves, and of figures stated by others, equals the same worked by brute force."""

from datetime import date, timedelta
from random import Random
from typing import Any

import brute_coverage
import pytest
from awkward_records import AWKWARD_COUNCIL, DECLARED, FIRST, LAST, SERVICES, awkward_deliveries, some_day
from brute_force import Asked, in_force
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_warehouse import Delivery, Row, home_at_once

from frontdoor.periods import Grain
from frontdoor.schema.records import KINDS
from frontdoor.warehouse.opening import Scope, Warehouse, open_warehouse

pytestmark = pytest.mark.slow

SEED = 20260704
MOST_DAYS = 70
often = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def stated_figure(random: Random, number: int) -> Row:
    """Return one figure stated for some stretch of days."""
    first = some_day(random)
    return {
        "stated_id": str(number), "updated_at": None, "from_date": first, "to_date": first + timedelta(random.randrange(MOST_DAYS)),
        "service": random.choice(SERVICES), "channel": random.choice(("phone", "web")), "provider": f"provider {number % 3}",
        "measure": random.choice(("service_level", "answer_rate")), "numerator": random.choice((None, 7.0)),
        "denominator": random.choice((None, 9.0)), "value": round(random.random(), 4), "value_text": "as written",
        "evidence": random.choice((None, "monthly return")), "within_seconds": random.choice((None, 20, 45)),
    }  # fmt: skip


def delivered() -> list[Delivery]:
    """Return the awkward deliveries, some summaries marked as worked back from rounded rates."""
    return [
        Delivery(
            [row | {"is_approximate": place % 5 == 0} for place, row in enumerate(one.rows)],
            one.source, one.kind, one.snapshot, one.covered_to,
        )
        if one.kind == "contact_intervals" else one
        for one in awkward_deliveries(SEED)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def figures() -> list[Row]:
    random = Random(SEED)
    rows = [stated_figure(random, number) for number in range(40)]
    assert all(set(row) == set(KINDS["stated_results"].names) for row in rows)
    return rows


@pytest.fixture(scope="module")
def found() -> list[brute_coverage.Present]:
    return list(brute_coverage.present(in_force(delivered()), DECLARED))


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory, figures: list[Row]) -> Warehouse:
    folder = tmp_path_factory.mktemp("coverage") / "home"
    loads = [*delivered(), Delivery(figures, "providers", "stated_results", covered_to=LAST)]
    return open_warehouse(home_at_once(folder, *loads, council=AWKWARD_COUNCIL))


@st.composite
def asked(draw: st.DrawFn) -> Asked:
    days = st.dates(FIRST - timedelta(days=20), LAST + timedelta(days=MOST_DAYS))
    first, last = sorted((draw(days), draw(days)))
    services = draw(st.sets(st.sampled_from((*SERVICES, "switchboard")), max_size=2))
    channels = draw(st.sets(st.sampled_from(("phone", "web", "visit", "email")), max_size=2))
    grain = draw(st.sampled_from(list(Grain)))
    return Asked(first, last, grain.value, tuple(sorted(services)), tuple(sorted(channels)))


def rows_of(warehouse: Warehouse, question: str, wanted: Asked) -> list[dict[str, Any]]:
    scope = Scope(wanted.first, wanted.last, Grain(wanted.grain), wanted.services, wanted.channels)
    return warehouse.ask(question, scope).frame.to_dicts()


def keyed(rows: list[dict[str, Any]], *keys: str) -> dict[Any, dict[str, Any]]:
    by_key = {tuple(row[key] for key in keys): {name: row[name] for name in row if name not in keys} for row in rows}
    assert len(by_key) == len(rows)
    return by_key


@often
@given(wanted=asked())
def test_channel_coverage(warehouse: Warehouse, found: list[brute_coverage.Present], wanted: Asked) -> None:
    rows = rows_of(warehouse, "channel_coverage", wanted)
    keys = ("source", "kind", "service", "channel", "family", "resolution")
    assert keyed(rows, *keys) == brute_coverage.channel_coverage(found, wanted)


@often
@given(wanted=asked())
def test_records_by_day(warehouse: Warehouse, found: list[brute_coverage.Present], wanted: Asked) -> None:
    rows = rows_of(warehouse, "records_by_day", wanted)
    assert keyed(rows, "period_start", "source", "resolution") == brute_coverage.records_by_day(found, wanted)


@often
@given(wanted=asked())
def test_stated(warehouse: Warehouse, figures: list[Row], wanted: Asked) -> None:
    names = (
        "period_start", "service", "channel", "provider", "measure", "numerator", "denominator", "stated_value", "to_date",
        "within_seconds",
    )  # fmt: skip
    rows = [tuple(row[name] for name in names) for row in rows_of(warehouse, "stated", wanted)]
    assert sorted(rows, key=repr) == sorted(brute_coverage.stated(figures, wanted), key=repr)


def test_all_that_is_awkward_about_coverage_is_there(found: list[brute_coverage.Present], figures: list[Row]) -> None:
    assert {one.is_counted for one in found} == {one.is_approximate for one in found} == {True, False}
    assert {one.resolution for one in found} == {"contact", "half_hour", "day", "month"}
    assert any(row["from_date"] <= date(2025, 3, 31) < row["to_date"] for row in figures)
