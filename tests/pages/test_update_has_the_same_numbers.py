"""Does the annual update say exactly what `measures --json` prints, for the same year and audience?"""

import json
from contextlib import redirect_stdout
from datetime import UTC, datetime
from io import StringIO

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.result_words import between
from frontdoor.answers.update_blocks import Paper
from frontdoor.answers.update_made import Asking, draft
from frontdoor.charts.status import MEASURE_STATUS
from frontdoor.commands.main import main
from frontdoor.commands.sample import build_sample
from frontdoor.measures.formatting import format_value, sums_line
from frontdoor.packs.update_html import STATUSES
from frontdoor.schema.units import Unit
from frontdoor.strategy.judgement import State

THAMESMERE_CONTACTS = 20_000


def drafted(council: str, begins: int | None = None) -> Paper:
    return draft(Asking(council, None, Audience.OFFICER, datetime(2026, 11, 20, 12, tzinfo=UTC), begins))


def printed(paper: Paper, council: str) -> dict[str, dict]:
    """Return the measures that the command prints of the update's days, by key."""
    said = StringIO()
    days = ("--from", paper.first.isoformat(), "--to", paper.last.isoformat())
    with redirect_stdout(said):
        assert main(["measures", "--json", "--council", council, "--audience", "committee", *days]) == 0
    return {measure["key"]: measure for measure in json.loads(said.getvalue())["measures"]}


def rows(paper: Paper, part: str, grid: str):
    found = next(each for each in paper.parts if each.key == part)
    table = next(each for each in found.grids if each.key == grid)
    return [(row, dict(zip(table.columns, row.cells, strict=True))) for row in table.rows]


def assert_promised_measures_are_the_same(paper: Paper, council: str) -> int:
    measures = printed(paper, council)
    found = rows(paper, "promises", "measures")
    for row, cells in found:
        measure = measures[row.key]
        unit = Unit(measure["unit"])
        assert list(cells.values())[1] == format_value(measure["value"], unit, against=measure["target"])
        assert cells["Target"] == measure["target_words"]
        assert STATUSES[row.status] == MEASURE_STATUS[State(measure["status"])]
        if measure["value"] is not None and unit is Unit.SHARE and measure["numerator"] is not None:
            assert cells["Counted"].startswith(sums_line(measure["numerator"], measure["denominator"], measure["noun"]))
        if measure["interval"]:
            assert between(measure["interval"], unit) in cells["Counted"]
    return len(found)


@pytest.mark.parametrize("begins", [None, 2026])
def test_promised_measures_say_what_the_command_prints(sample_home, monkeypatch, begins):
    monkeypatch.setenv("FRONTDOOR_HOME", str(sample_home))
    assert assert_promised_measures_are_the_same(drafted("trentside", begins), "trentside") == 9


def test_clocks_of_complaints_and_scores_say_what_the_command_prints(sample_home, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_HOME", str(sample_home))
    paper = drafted("trentside")
    measures = printed(paper, "trentside")
    stages = [each for each in rows(paper, "complaints", "stages") if each[0].key in measures]
    assert stages
    for row, cells in stages:
        measure = measures[row.key]
        assert cells["Answered in time"] == format_value(measure["value"], Unit.SHARE, against=measure["target"])
    net = measures["satisfaction"]
    scores = {row.key: cells for row, cells in rows(paper, "satisfaction", "scores")}
    said = next(cells for key, cells in scores.items() if key.endswith("-satisfaction"))
    assert said["Score"] == format_value(net["value"], Unit(net["unit"]), against=net["target"])
    assert said["95% sure"] == between(net["interval"], Unit(net["unit"]))


@pytest.fixture(scope="module")
def thamesmere(tmp_path_factory):
    """Return a home with the sample of the fictional council that follows Oxfordshire's strategy."""
    home = tmp_path_factory.mktemp("thamesmere")
    with pytest.MonkeyPatch.context() as here:
        here.setenv("FRONTDOOR_HOME", str(home))
        build_sample("thamesmere", contacts=THAMESMERE_CONTACTS)
    return home


def test_oxfordshires_annual_update_is_produced_from_the_sample(thamesmere, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_HOME", str(thamesmere))
    paper = drafted("thamesmere")
    assert paper.title == "Customer Experience Strategy: annual update 2025/26"
    assert paper.to_whom.startswith("Performance and Corporate Services Overview and Scrutiny Committee")
    assert len(paper.parts) == 9
    assert all(part.headline.words.strip() for part in paper.parts)
    assert assert_promised_measures_are_the_same(paper, "thamesmere") == 9
    assert [row.cells[0] for row, _ in rows(paper, "targets", "to-be-set")] == [
        "Letters acknowledged in 5 working days"
    ]
