"""Does a piece of work in a process of its own tell what it cost there, and not what its parent holds?"""

from pathlib import Path

import pytest

from benchmarks import machine
from benchmarks.child import in_child

HELD_MEBIBYTES = 64
HERE = {"PYTHONPATH": str(Path(__file__).parent)}


def hold(mebibytes: str) -> dict[str, float]:
    """Hold some memory for a moment."""
    held = bytearray(int(mebibytes) << 20)
    return {"held": len(held)}


def fail() -> dict[str, float]:
    """Fail, as a broken benchmark does."""
    raise ValueError("nothing to measure")


def test_memory_is_that_of_the_child():
    small, large = in_child(hold, "1", **HERE), in_child(hold, str(HELD_MEBIBYTES), **HERE)
    assert large.told == {"held": HELD_MEBIBYTES << 20}
    assert large.peak_mebibytes - small.peak_mebibytes == pytest.approx(HELD_MEBIBYTES - 1, abs=8)
    assert small.peak_mebibytes < machine.peak_mebibytes()


def test_cpu_is_counted_from_the_start_of_the_work():
    cost = in_child(hold, "1", **HERE)
    assert 0 <= cost.cpu_seconds < 1
    assert cost.seconds >= 0


def test_a_failure_names_the_work_and_shows_what_went_wrong():
    with pytest.raises(RuntimeError, match=r"(?s)fail failed.*nothing to measure"):
        in_child(fail, **HERE)


def test_the_description_of_the_machine_names_no_machine():
    words = machine.described()
    assert "cores" in words
    assert "duckdb" in words
    assert "/" not in words
