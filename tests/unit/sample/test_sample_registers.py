"""The invented registers of the fictional councils: of them only, said to be invented, entered once, moved with the sample."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from frontdoor.commands.sample_registers import (
    ENTERED,
    KINDS,
    SampleRegister,
    registers_folder,
    sample_ends,
    sample_register,
)
from frontdoor.errors import StrategyError
from frontdoor.periods import add_months, month_end
from frontdoor.strategy.council import Council
from frontdoor.strategy.reading import read_council, shipped_councils
from frontdoor.strategy.toml_file import open_toml
from sample_data.generator.councils import COUNCILS

EVERY = sorted(COUNCILS)
ENDS = sample_ends()


def council_file(key: str) -> Council:
    return read_council(shipped_councils() / f"{key}.toml")


def register_file(key: str) -> SampleRegister:
    found = sample_register(council_file(key))
    assert found is not None
    return found


def tables(key: str) -> list[dict[str, object]]:
    """Return every table of a council's file."""
    top = open_toml(registers_folder() / f"{key}.toml", "sample register").top.table
    return [table for kind in top.values() if isinstance(kind, list) for table in kind]


def test_each_fictional_council_has_one_and_no_other_council_has() -> None:
    assert sorted(path.stem for path in registers_folder().glob("*.toml")) == EVERY
    assert all(council_file(key).is_invented for key in EVERY)
    assert sample_register(council_file("boston")) is None


@pytest.mark.parametrize("key", EVERY)
def test_nobody_in_it_passes_for_real(key: str) -> None:
    assert (registers_folder() / f"{key}.toml").read_text(encoding="utf-8").splitlines()[0].count("invented") == 1
    for table in tables(key):
        assert str(table["author"]).endswith("(invented)")
        assert str(table.get("approved_by", "(invented)")).endswith("(invented)")


@pytest.mark.parametrize("key", EVERY)
def test_steps_are_told_apart_and_no_target_changes_before_the_files_were_read(key: str) -> None:
    held = register_file(key)
    assert len({(step.author, step.now) for step in held.steps}) == len(held.steps) == len(tables(key))
    assert all(before.now <= after.now for before, after in zip(held.steps, held.steps[1:], strict=False))
    top = open_toml(registers_folder() / f"{key}.toml", "sample register").top
    changed = [each.day("on") for kind in ("target", "duty") for each in top.entries(kind, (*KINDS[kind][0], *ENTERED))]
    assert min(changed) > held.files_read_at.date()
    assert held.steps[-1].now.date() <= month_end(add_months(ENDS, 1))


def test_an_event_is_not_in_the_council_s_file_already() -> None:
    for key in EVERY:
        stated = {(event.on_date, event.label) for event in council_file(key).events}
        top = open_toml(registers_folder() / f"{key}.toml", "sample register").top
        assert not stated & {
            (entry.day("day"), entry.text("label")) for entry in top.entries("event", (*KINDS["event"][0], *ENTERED))
        }


def test_days_move_with_the_sample_by_whole_months() -> None:
    council = council_file("trentside")
    moved = sample_register(council, month_end(add_months(ENDS, 16)))
    assert moved is not None
    for before, after in zip(register_file("trentside").steps, moved.steps, strict=True):
        assert (after.now.year - before.now.year) * 12 + after.now.month - before.now.month == 16


FILE = 'ends = 2026-10-31\nfiles_read = 2026-04-20\n[[duty]]\nmeasure = "{}"\nowner = "Jo"\nauthor = "Jo"\non = 2026-05-01\n'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (FILE.format("average_wiat"), "no measure is called that. Did you mean average_wait?"),
        (FILE.format("average_wait").replace("owner", "ower"), "there is no such key here. Did you mean owner?"),
        (FILE.format("average_wait").replace("on = 2026-05-01", ""), "this is missing and must be given"),
    ],
)
def test_a_mistake_in_a_file_is_named(text: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "trentside.toml").write_text(text, encoding="utf-8")
    with pytest.raises(StrategyError) as told:
        sample_register(council_file("trentside"), date(2026, 10, 31), tmp_path)
    assert "trentside.toml: duty[1]" in str(told.value)
    assert words in str(told.value)


def test_a_council_without_a_file_has_no_steps(tmp_path: Path) -> None:
    assert sample_register(replace(council_file("trentside"), key="elsewhere"), folder=tmp_path) is None
