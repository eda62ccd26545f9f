"""Does the Overview show exactly what `measures --json` prints, for the same filters and audience?"""

import json
from contextlib import redirect_stdout
from io import StringIO

import pytest

from frontdoor.answers.result_words import between
from frontdoor.charts.status import MEASURE_STATUS
from frontdoor.commands.main import main
from frontdoor.measures.formatting import format_value, sums_line
from frontdoor.schema.units import Unit
from frontdoor.strategy.judgement import State

SAME = {
    "everything": ({}, ()),
    "one service": ({"service": "Council tax"}, ("--service", "council_tax")),
    "two services": (
        {"service": ["Council tax", "Waste and recycling"]},
        ("--service", "council_tax", "--service", "waste"),
    ),
    "one channel": ({"channel": "Phone"}, ("--channel", "phone")),
    "another month": ({"period": "March 2026"}, ("--from", "2026-03-01", "--to", "2026-03-31")),
    "a quarter of one service": (
        {"period": "July to September 2026", "service": "Housing"},
        ("--from", "2026-07-01", "--to", "2026-09-30", "--service", "housing"),
    ),
}


def printed(*arguments: str) -> dict[str, dict]:
    """Return the measures that the command prints, by label."""
    paper = StringIO()
    with redirect_stdout(paper):
        assert main(["measures", "--json", *arguments]) == 0
    return {measure["label"]: measure for measure in json.loads(paper.getvalue())["measures"]}


def shown(screen) -> dict[str, dict[str, str]]:
    """Return what each row of the table of promises says, by the measure's label."""
    rows = [row for row in screen.page.first("table", "fd-promises").all("tr") if row.all("td", "fd-name")]
    return {row.first("td", "fd-name").first("a").text: _cells(row) for row in rows}


def _cells(row) -> dict[str, str]:
    kinds = ("fd-value", "fd-target", "fd-state", "fd-real")
    cells = {kind: row.first("td", kind).text for kind in kinds}
    behind = [span.text for span in row.first("td", "fd-name").all("span")]
    return cells | {"sums": behind[0], "sure": "".join(behind[1:])}


@pytest.mark.parametrize(("query", "arguments"), SAME.values(), ids=SAME)
def test_the_overview_shows_what_the_command_prints(reading, sample_home, query, arguments):
    screen = reading(sample_home, query=query)
    measures = printed(*arguments)
    rows = shown(screen)
    assert len(rows) == 9
    for label, row in rows.items():
        assert_same(row, measures[label])


@pytest.mark.parametrize("audience", ["member", "committee", "public"])
def test_each_audience_reads_the_same_numbers_in_both(reading, sample_home, audience):
    screen = reading(sample_home, query={"service": "Planning"}, audience=audience)
    narrowed = () if audience == "public" else ("--service", "planning")  # the public's pages have no filters
    measures = printed(*narrowed, "--audience", audience)
    for label, row in shown(screen).items():
        assert_same(row, measures[label])


def assert_same(row: dict[str, str], measure: dict) -> None:
    unit = Unit(measure["unit"])
    value = format_value(measure["value"], unit, against=measure["target"])
    assert row["fd-value"] == value
    assert row["sure"] == (f"95% sure: {between(measure['interval'], unit)}" if measure["interval"] else "")
    assert row["fd-target"].startswith(measure["target_words"])
    assert row["fd-state"] == MEASURE_STATUS[State(measure["status"])].word
    if row["fd-real"] != "Not judged":
        assert row["fd-real"] == measure["change"]
    if measure["value"] is None:
        assert row["sums"] == measure["reason"]
        return
    numerator = measure["numerator"] if unit is Unit.SHARE or measure["denominator"] is None else None
    whose = ", as the provider states" if measure["measure"] == "reported_figure" else ""
    assert row["sums"] == sums_line(numerator, measure["denominator"], measure["noun"]) + whose


def test_the_measure_page_shows_what_the_command_prints(reading, sample_home):
    screen = reading(sample_home, "measure", {"service": "Benefits"})
    measures = printed("--service", "benefits")
    for label, measure in list(measures.items())[:8]:
        screen.choose("measure", label)
        value = screen.page.first("dl", "fd-facts").first("dd").text
        assert value == format_value(measure["value"], Unit(measure["unit"]), against=measure["target"]), label
