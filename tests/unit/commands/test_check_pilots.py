"""`check` says which pilots are announced and declared, and what is wrong with a plan."""

from pathlib import Path

import pytest

from frontdoor.commands.check_pilots import faults_of_plans
from frontdoor.commands.main import main
from frontdoor.commands.sample_pilots import plans_folder
from frontdoor.strategy.reading import read_council, shipped_councils


def test_every_file_reads_well_and_the_pilots_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    said = capsys.readouterr().out
    assert "newark_and_sherwood: announces “Open from 8am on Mondays”; no dates or outcomes yet." in said
    assert "trentside: declares “Open from 8am on Mondays”, 8 September 2025 to 24 November 2025." in said
    assert "with fewer than 8 a verdict is possible only where the change is very large" in said


def test_a_plan_that_cannot_be_is_a_fault(tmp_path: Path) -> None:
    wrong = (plans_folder() / "trentside.toml").read_text(encoding="utf-8")
    (tmp_path / "trentside.toml").write_text(wrong.replace('role = "primary"', 'role = "first"', 1), encoding="utf-8")
    (fault,) = faults_of_plans([read_council(shipped_councils() / "trentside.toml")], tmp_path)
    assert fault.startswith("trentside.toml: pilot.")
    assert ".role = 'first': no role is called that." in fault
