"""Is what a source states itself shown beside our figure, named as such, and judged only where it is all there is?"""

import json
from pathlib import Path

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
% answered within 45 seconds,78%,73%
"""
SEPTEMBER, OCTOBER = (("--from", f"2026-{month}-01", "--to", f"2026-{month}-{last}") for month, last in (("09", 30), ("10", 31)))  # fmt: skip
TARGET = """
[[measure.target]]
value = 0.85
unit = "share"
from = 2026-01-01
source = "For this test"
"""
ANSWERED_IN_TIME = """
[[measure]]
key = "answered_in_time"
measure = "service_level"
label = "Calls answered in time"
promise = "records"
channels = ["phone"]
parameters.within_seconds = {seconds}
"""


def council_file(answered_within: int | None = None) -> str:
    """Return the file of a council with one hand-made table, and with a promise of a time where one is given."""
    shipped = (shipped_councils() / "vancouver.toml").read_text(encoding="utf-8")
    own = shipped.replace('source = "vancouver_daily"', 'source = "monthly_table"')
    promised = 'short_label = "Calls answered"\npromise = "records"\nchannels = ["phone"]\n'
    assert promised in own
    own = own.replace(promised, promised + TARGET)
    if answered_within is None:
        return own
    return own + ANSWERED_IN_TIME.format(seconds=answered_within) + TARGET.replace("0.85", "0.7")


def tabletown(folder: Path, monkeypatch: pytest.MonkeyPatch, own: str) -> Path:
    """Return a home whose council has one hand-made table: counts and rates for September, only rates for October."""
    home = folder / "home"
    (home / "tabletown").mkdir(parents=True)
    (home / "tabletown" / "council.toml").write_text(own, encoding="utf-8")
    (folder / "table.csv").write_text(TABLE, encoding="utf-8")
    monkeypatch.setenv("FRONTDOOR_HOME", str(home))
    load(opened("tabletown"), folder / "table.csv", "monthly_table")
    return home


@pytest.fixture
def table_home(tmp_path, monkeypatch):
    return tabletown(tmp_path, monkeypatch, council_file())


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


def test_a_rate_within_a_time_that_nobody_promised_is_never_judged(table_home, capsys):
    found = listed(capsys, *OCTOBER)["service_level"]
    assert (found["value"], found["status"], found["is_as_stated"]) == (None, "cannot_tell", False)
    assert [(line["within_seconds"], line["value"]) for line in found["stated"]] == [(20, 0.64), (45, 0.73)]


@pytest.mark.parametrize(("promised", "judged"), [(20, (0.64, "missed")), (45, (0.73, "met")), (60, (None, "no_data"))])
def test_a_rate_within_just_the_time_promised_is_judged_and_marked(tmp_path, monkeypatch, capsys, promised, judged):
    tabletown(tmp_path, monkeypatch, council_file(promised))
    found = listed(capsys, *OCTOBER)["answered_in_time"]
    assert (found["value"], found["status"]) == judged
    assert found["is_as_stated"] == (found["value"] is not None)
    assert all(line["counted"] is None for line in found["stated"])


def test_a_promise_that_changes_within_the_period_is_judged_by_no_stated_rate(tmp_path, monkeypatch, capsys):
    twice = "".join(
        f'[[measure.parameters.within_seconds]]\nvalue = {value}\nfrom = {day}\nsource = "For this test"\n'
        for value, day in ((45, "2025-01-01"), (20, "2026-10-15"))
    )
    own = council_file(20).replace("parameters.within_seconds = 20\n", "")
    tabletown(tmp_path, monkeypatch, own + twice)
    assert listed(capsys, *SEPTEMBER)["answered_in_time"]["value"] == 0.78
    assert listed(capsys, *OCTOBER)["answered_in_time"]["value"] is None


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
    assert "It is counted within 20 seconds, so only a promise of just that time is judged by it." in said
