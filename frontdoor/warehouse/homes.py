"""Where councils live on this machine: FRONTDOOR_HOME/<council>/, with the council's own file in it."""

import os
import re
import shutil
from pathlib import Path

from frontdoor.errors import StrategyError
from frontdoor.strategy.council import Council
from frontdoor.strategy.reading import read_council, shipped_councils, strategies_folder
from frontdoor.warehouse.home import Home

DEFAULT_COUNCIL = "trentside"
"""The fictional council the sample is about."""

COUNCIL_FILE = "council.toml"

_NAME = re.compile(r"[a-z][a-z0-9_]{0,60}")

Stamp = tuple[tuple[int, int], ...]
_read: dict[Path, tuple[Stamp, Council]] = {}


def homes_folder() -> Path:
    """Return where councils live: FRONTDOOR_HOME, else ./data."""
    return Path(os.environ.get("FRONTDOOR_HOME", "data"))


def open_home(council: str) -> Home:
    """Return the council's home; the first use of a shipped council copies its file there.

    Raises:
        StrategyError: no such council, or its file is wrong.
    """
    folder = homes_folder() / checked_name(council)
    file = folder / COUNCIL_FILE
    if not file.exists():
        _copy_shipped(council, file)
    return Home(_council(file), folder)


def checked_name(council: str) -> str:
    """Return the name if it can be a folder of ours: small letters, digits and underscores."""
    if not _NAME.fullmatch(council):
        raise StrategyError(f"{council!r} cannot be a council's name: use small letters, digits and underscores.")
    return council


def _copy_shipped(council: str, file: Path) -> None:
    shipped = shipped_councils() / f"{council}.toml"
    if not shipped.exists():
        known = ", ".join(sorted(path.stem for path in shipped_councils().glob("*.toml")))
        raise StrategyError(f"There is no council called {council}. Write {file}, or use one that is shipped: {known}.")
    file.parent.mkdir(parents=True, exist_ok=True)
    copy = file.with_suffix(".new")
    shutil.copyfile(shipped, copy)
    copy.replace(file)


def _council(file: Path) -> Council:
    """Read a council file once for each time it, or the strategy it names, is changed."""
    held = _read.get(file)
    if held is None or held[0] != _stamp(file, held[1]):
        council = read_council(file)
        held = _read[file] = (_stamp(file, council), council)
    return held[1]


def _stamp(file: Path, council: Council) -> Stamp:
    """Return when the council's file and its strategy's were last written, and how long they are."""
    strategy = strategies_folder() / f"{council.strategy.key}.toml"
    states = [path.stat() for path in (file, strategy) if path.exists()]
    return tuple((state.st_mtime_ns, state.st_size) for state in states)
