"""Builds marts anew in a process of its own, one at a time, so that the server goes on showing the last good figures."""

import logging
from pathlib import Path
from threading import Lock, Thread

from frontdoor.ui.child import run_command
from frontdoor.warehouse.home import Home

LOG = logging.getLogger(__name__)
FAILED = "The figures could not be worked out again. The lines above say why."
_under_way: dict[Path, Thread] = {}
_failed: dict[Path, str] = {}
"""The settings (their file's hash) that figures could not be worked out for; they are not tried again until they change."""

_starting = Lock()


def rebuild_in_a_child(home: Home) -> None:
    """Start `python -m frontdoor rebuild` for this council unless it is under way, and return at once.

    What it publishes is a new data version, which open pages offer like any other.
    """
    with _starting:
        running = _under_way.get(home.folder)
        is_idle = running is None or not running.is_alive()
        if is_idle and _failed.get(home.folder) != home.council.file_hash:
            _under_way[home.folder] = Thread(target=_rebuild, args=(home,), name="frontdoor-rebuild", daemon=True)
            _under_way[home.folder].start()


def _rebuild(home: Home) -> None:
    ended = run_command(["rebuild", "--council", home.folder.name], lambda _step, _share: None, FAILED)
    if ended.error:
        _failed[home.folder] = home.council.file_hash
        LOG.error("%s", ended.error)
