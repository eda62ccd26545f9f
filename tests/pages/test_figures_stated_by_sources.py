"""Is what a source states itself shown beside our figure, named as such, and judged only where it is all there is?"""

import json

import pytest

from frontdoor.commands.main import main
from frontdoor.commands.options import opened
from frontdoor.intake.loading import load
from frontdoor.strategy.reading import shipped_councils

TABLE = """Measure,September 2026,October 2026
Calls received,"14,195",
Calls answered,"12,274",
% answered,89%,82%
% answered in 20 seconds,71%,64%
"""
SEPTEMBER, OCTOBER = (("--from", f"2026-{month}-01", "--to", f"2026-{month}-{last}") for month, last in (("09", 30), ("10", 31)))  # fmt: skip
TARGET = """
[[measure.target]]
value = 0.85
unit = "share"
from = 2026-01-01
source = "For this test"
"""


@pytest.fixture
def table_home(tmp_path, monkeypatch):
    """Return a home whose council has one hand-made table: counts and rates for September, only rates for October."""
    home = tmp_path / "home"
    (home / "tabletown").mkdir(parents=True)
    shipped = (shipped_councils() / "vancouver.toml").read_text(encoding="utf-8")
    own = shipped.replace('source = "vancouver_daily"', 'source = "monthly_table"')
    promised = 'short_label = "Calls answered"\npromise = "records"\nchannels = ["phone"]\n'
    assert promised in own
    (home / "tabletown" / "council.toml").write_text(own.replace(promised, promised + TARGET), encoding="utf-8")
    (tmp_path / "table.csv").write_text(TABLE, encoding="utf-8")
    monkeypatch.setenv("FRONTDOOR_HOME", str(home))
    load(opened("tabletown"), tmp_path / "table.csv", "monthly_table")
    return home


def listed(capsys, *arguments: str) -> dict[str, dict]:
    capsys.readouterr()
    assert main(["measures", "--json", "--council", "tabletown", *arguments]) == 0
    return {each["key"]: each for each in json.loads(capsys.readouterr().out)["measures"]}


def test_counts_come_first_and_the_stated_rate_stands_beside_them(table_home, capsys):
    found = listed(capsys, *SEPTEMBER)["calls_answered"]
    assert (found["numerator"], found["denominator"], found["status"]) == (12274, 14195, "met")
    assert not found["is_as_stated"]
    (stated,) = found["stated"]
    assert (stated["value"], stated["denominator"], stated["disagrees"]) == (0.89, 14195, True)
    assert stated["counted"] == found["value"]


def test_where_it_is_all_there_is_the_stated_rate_is_judged_and_marked(table_home, capsys):
    found = listed(capsys, *OCTOBER)["calls_answered"]
    assert (found["value"], found["numerator"], found["denominator"], found["status"]) == (0.82, None, None, "missed")
    assert found["is_as_stated"]
    assert found["is_approximate"]
    assert "no counts are held, so it is judged as stated and is approximate" in found["caveats"][0]


def test_a_rate_within_a_time_the_source_does_not_name_is_never_judged(table_home, capsys):
    found = listed(capsys, *OCTOBER)["service_level"]
    assert (found["value"], found["status"], found["is_as_stated"]) == (None, "cannot_tell", False)
    assert [line["value"] for line in found["stated"]] == [0.64]


def test_rates_of_two_months_are_never_averaged(table_home, capsys):
    found = listed(capsys, "--from", "2026-09-01", "--to", "2026-10-31")["calls_answered"]
    assert (found["numerator"], found["denominator"], len(found["stated"])) == (12274, 14195, 2)


def test_the_page_names_the_source_the_denominator_and_the_difference(reading, table_home):
    query = {"measure": "Calls answered", "period": "September 2026"}
    screen = reading(table_home, "measure", query, council="tabletown")
    assert not screen.is_broken
    assert "As stated by the source (as published): 89% for September 2026, of 14,195 calls." in screen.words
    assert "stated 89.0%, worked from counts 86.5%." in screen.words


def test_the_page_says_that_a_judged_rate_is_as_stated(reading, table_home):
    query = {"measure": "Calls answered", "period": "October 2026"}
    screen = reading(table_home, "measure", query, council="tabletown")
    facts = screen.page.first("dl", "fd-facts").text
    assert "As stated by the source, approximate" in facts
    assert "Missed" in facts
    assert "how many it does not say: no counts are held" in screen.words


def test_explain_says_it_too(table_home, capsys):
    assert main(["explain", "service_level", "--council", "tabletown", *OCTOBER]) == 0
    said = capsys.readouterr().out
    assert "As stated by the source (as published): 64% for October 2026, of calls as the source counts them" in said
    assert "It does not say by which promised time, so no promise is judged by it." in said
