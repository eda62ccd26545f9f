"""The document of the council file names every key there is."""

import pytest

from frontdoor.strategy import measure_entries, saving_entries, staffing_entries
from frontdoor.strategy.deprivation import DEPRIVATION_KEYS
from frontdoor.strategy.partner_entries import PARTNER_KEYS
from frontdoor.strategy.peers import KEYS
from frontdoor.strategy.pilot_cost_entries import ALTERNATIVE_KEYS, COST_KEYS, RULE_KEYS
from frontdoor.strategy.pilot_keys import PLAN_KEYS
from frontdoor.strategy.pilot_outcome_entries import COMPARISON_KEYS, OUTCOME_KEYS
from frontdoor.strategy.pilot_where_entries import WHERE_KEYS
from frontdoor.strategy.plan_entries import OBJECTIVE_KEYS
from frontdoor.strategy.plan_entries import PLAN_KEYS as SERVICE_PLAN_KEYS
from frontdoor.strategy.reading import COUNCIL_KEYS, ROOT, read_council, shipped_councils
from frontdoor.strategy.routine import ROUTINE_KEYS

DOCUMENT = (ROOT / "docs" / "council-file.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", COUNCIL_KEYS)
def test_a_key_of_the_council_file_is_explained(key):
    assert f"`{key}`" in DOCUMENT or f"`[[{key}]]`" in DOCUMENT, f"say in docs/council-file.md what {key} holds"


@pytest.mark.parametrize("key", sorted({*staffing_entries.STAFFING_KEYS, *staffing_entries.GROUP_KEYS}))
def test_a_key_about_staff_is_explained(key):
    part = DOCUMENT[DOCUMENT.index("## How people are counted") :]
    assert f"`{key}`" in part, f"say in docs/council-file.md what {key} holds"


@pytest.mark.parametrize("key", sorted({*saving_entries.RELEASED_KEYS, *saving_entries.EASE_KEYS}))
def test_a_key_about_savings_is_explained(key):
    part = DOCUMENT[DOCUMENT.index("## What a saving needs") :]
    assert f"`{key}`" in part, f"say in docs/council-file.md what {key} holds"


@pytest.mark.parametrize("key", DEPRIVATION_KEYS)
def test_a_key_about_deprivation_is_explained(key):
    part = DOCUMENT[DOCUMENT.index("## How deprived each ward is") :]
    assert f"`{key}`" in part, f"say in docs/council-file.md what {key} holds"


@pytest.mark.parametrize("key", ROUTINE_KEYS)
def test_a_key_about_routine_information_is_explained(key):
    part = DOCUMENT[DOCUMENT.index("## What should not need a call") :]
    assert f"`{key}`" in part, f"say in docs/council-file.md what {key} holds"


@pytest.mark.parametrize("key", KEYS)
def test_a_key_about_other_councils_is_explained(key):
    part = DOCUMENT[DOCUMENT.index("## Compared with what") :]
    assert f"`{key}`" in part, f"say in docs/council-file.md what {key} holds"


@pytest.mark.parametrize("key", sorted({*SERVICE_PLAN_KEYS, *OBJECTIVE_KEYS}))
def test_a_key_about_service_plans_is_explained(key):
    part = DOCUMENT[DOCUMENT.index("## What each service plans") : DOCUMENT.index("## Partners and the returns")]
    ways = (f"`{key}`", f"`[[service_plan.{key}]]`")
    assert any(way in part for way in ways), f"say in docs/council-file.md what {key} holds"


@pytest.mark.parametrize("key", PARTNER_KEYS)
def test_a_key_about_partners_is_explained(key):
    part = DOCUMENT[DOCUMENT.index("## Partners and the returns") : DOCUMENT.index("## How people are counted")]
    assert f"`{key}`" in part, f"say in docs/council-file.md what {key} holds"


def test_a_measure_that_is_no_headline_is_explained():
    assert "headline" in measure_entries.MEASURE_KEYS
    assert "`headline = false`" in DOCUMENT


def test_the_baseline_year_is_explained():
    assert "baseline" in measure_entries.MEASURE_KEYS
    part = DOCUMENT[
        DOCUMENT.index("## The year that the shift is held against") : DOCUMENT.index("## How people are counted")
    ]
    assert "twelve months from that first day" in part


PILOT_PART = DOCUMENT[DOCUMENT.index("## A pilot declared before it starts") :]
OF_A_PILOT = {*PLAN_KEYS, *WHERE_KEYS, *OUTCOME_KEYS, *COMPARISON_KEYS, *COST_KEYS, *ALTERNATIVE_KEYS, *RULE_KEYS}


@pytest.mark.parametrize("key", sorted(OF_A_PILOT))
def test_a_key_about_pilots_is_explained(key):
    ways = (f"`{key}`", f"`[pilot.{key}]`", f"`[[pilot.{key}]]`", f"`[[pilot.cost.{key}]]`", f"`{key} = true`")
    assert any(way in PILOT_PART for way in ways), f"say in docs/council-file.md what {key} holds"


def test_the_pilot_of_the_document_reads_as_it_stands(tmp_path):
    example = PILOT_PART[PILOT_PART.index("    [[pilot]]") :].replace("\n    ", "\n")
    file = tmp_path / "trentside.toml"
    shipped = (shipped_councils() / "trentside.toml").read_text(encoding="utf-8")
    file.write_text(f"{shipped[: shipped.find('[[pilot]]')]}\n{example.strip()}\n", encoding="utf-8")
    assert read_council(file).own_plans[-1].title == "Open from 8am on Mondays"
