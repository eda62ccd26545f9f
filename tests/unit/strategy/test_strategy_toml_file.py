"""A strategy file that cannot be read as TOML is one error with its name and line."""

import pytest

from frontdoor.errors import StrategyError
from frontdoor.strategy.reading import read_strategy


def test_what_is_not_toml_is_told_with_its_line(strategy_file):
    path = strategy_file(('title = "Small strategy"', 'title = "Small strategy'))
    with pytest.raises(StrategyError, match=r"^small\.toml, line 4: this is not TOML: .*The line is: title = "):
        read_strategy(path)


def test_a_key_written_twice_is_told_with_its_line(strategy_file):
    path = strategy_file(('title = "Small strategy"', 'title = "Small strategy"\ntitle = "Another"'))
    with pytest.raises(StrategyError, match=r"^small\.toml, line 5: .*The line is: title = \"Another\""):
        read_strategy(path)


def test_a_file_cut_off_in_the_middle_is_told_with_its_last_line(strategy_file):
    path = strategy_file()
    path.write_text('key = "small"\nnotes = [', encoding="utf-8")
    with pytest.raises(StrategyError, match=r"^small\.toml, line 2: .*The line is: notes = \["):
        read_strategy(path)


def test_a_file_that_is_not_there_is_told_with_the_nearest_name(strategy_file):
    path = strategy_file().with_name("smal.toml")
    with pytest.raises(StrategyError, match=r"no strategy is called smal\. Did you mean small\?"):
        read_strategy(path)


def test_a_file_in_another_encoding_is_refused(strategy_file):
    path = strategy_file()
    path.write_bytes(path.read_bytes().replace(b"Cabinet", b"Caf\xe9"))
    with pytest.raises(StrategyError, match=r"^small\.toml: byte \d+ is not UTF-8 text"):
        read_strategy(path)


def test_a_folder_in_place_of_a_file_is_refused(tmp_path):
    (tmp_path / "small.toml").mkdir()
    with pytest.raises(StrategyError, match=r"^small\.toml: the file cannot be read"):
        read_strategy(tmp_path / "small.toml")
