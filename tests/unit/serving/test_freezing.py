"""What has come to stay is kept out of the collector's sight while the server runs."""

import asyncio
import gc

import pytest

from frontdoor.ui import serving


@pytest.fixture(autouse=True)
def _thawed():
    yield
    gc.unfreeze()


def _run_for(seconds):
    async def a_while():
        task = asyncio.create_task(serving.freeze_what_stays())
        await asyncio.sleep(seconds)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    asyncio.run(a_while())


def test_what_came_to_stay_is_frozen(monkeypatch):
    monkeypatch.setattr(serving, "BETWEEN_FREEZES", 0.01)
    gc.unfreeze()
    kept = [[number] for number in range(100_000)]
    _run_for(0.1)
    assert gc.get_freeze_count() >= len(kept)


def test_cycles_among_the_frozen_are_let_go_at_a_full_look(monkeypatch):
    monkeypatch.setattr(serving, "BETWEEN_FREEZES", 0.01)
    monkeypatch.setattr(serving, "FREEZES_A_FULL_LOOK", 2)
    gone = []

    class Noting:
        def __del__(self):
            gone.append(True)

    one = Noting()
    one.itself = one
    gc.freeze()
    del one
    gc.collect()
    assert not gone
    _run_for(0.2)
    assert gone
