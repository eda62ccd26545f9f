"""A small strategy and a small council file, right as they stand, for tests to spoil or extend."""

from collections.abc import Callable
from pathlib import Path

import pytest

STRATEGY = """
key = "small"
council = "Small Council"
title = "Small strategy"
approved_date = 2024-01-15
customer_word = "resident"
oversight = "Cabinet"
source = "Cabinet, 15 January 2024"

[[promise]]
key = "phone"
title = "We answer the phone quickly"
subject = "the phone"
words = "Calls answered within 20 seconds."
source = "Charter"

[[measure]]
key = "calls"
measure = "service_level"
label = "Calls answered within 20 seconds"
promise = "phone"
services = ["waste"]
channels = ["phone"]
parameters.within_seconds = 20

[[measure.target]]
value = 0.8
unit = "share"
from = 2024-01-15
tolerance = 0.02
source = "Charter"

[[service]]
key = "waste"
label = "Waste"
partner = "contractor"

[[partner]]
key = "contractor"
label = "The contractor"
obligations = "Follows the charter"
source = "Charter"
"""

COUNCIL = """
name = "Smallville (fictional)"
strategy = "small"
nation = "England"
is_invented = true

[[measure]]
key = "calls"
owner = "Head of service"

[[measure.parameters.within_seconds]]
from = 2025-04-01
value = 60

[[measure.target]]
value = 0.7
unit = "share"
from = 2025-04-01
source = "invented"

[[opening]]
from = 2024-01-01
weekdays = ["monday", "tuesday"]
opens = 09:00:00
closes = 17:30:00

[[digital_channel]]
channel = "web"
from = 2024-01-01
before = 2025-01-01

[[unit_cost]]
channel = "phone"
from = 2024-01-01
low_pence = 200
pence = 300
high_pence = 400
source = "invented"

[[source_of_record]]
source = "frontdoor_intervals"
family = "waits"
channel = "phone"
from = 2024-01-01

[[event]]
on = 2025-03-10
label = "Bills sent"
services = ["waste"]
"""


@pytest.fixture
def strategy_file(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes the small strategy with some words replaced and returns its path."""

    def write(*changes: tuple[str, str]) -> Path:
        folder = tmp_path / "strategies"
        folder.mkdir(exist_ok=True)
        return _write(folder / "small.toml", STRATEGY, changes)

    return write


@pytest.fixture
def council_file(tmp_path: Path, strategy_file: Callable[..., Path]) -> Callable[..., Path]:
    """Return a function that writes the small council beside its strategy and returns its path."""

    def write(*changes: tuple[str, str]) -> Path:
        strategy_file()
        folder = tmp_path / "smallville"
        folder.mkdir(exist_ok=True)
        return _write(folder / "council.toml", COUNCIL, changes)

    return write


def _write(path: Path, text: str, changes: tuple[tuple[str, str], ...]) -> Path:
    for old, new in changes:
        assert text.count(old) >= 1, f"the fixture does not hold {old!r}"
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return path
