"""Who loads a file or takes one back: the name given, not verified, written into the register once the figures are in force."""

import argparse
import sys
from collections.abc import Iterable
from datetime import UTC, datetime

from frontdoor.answers.context import register_of
from frontdoor.errors import NoDataError, RegisterError
from frontdoor.register.loads import LoadAct
from frontdoor.register.words import typed
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.ledger import loads


def add_author(added: argparse.ArgumentParser) -> None:
    """Add --by."""
    added.add_argument(
        "--by", default="", metavar="NAME", help="who does this; kept with it as a name given, not verified"
    )


def checked_author(options: argparse.Namespace) -> str:
    """Return the name given, '' for none; RegisterError before anything is done where it cannot be kept."""
    return typed(options.by, "The name after --by") if options.by.strip() else ""


def write_author(home: Home, act: LoadAct, load_ids: Iterable[int], generation: int, by: str) -> None:
    """Write who did it; loads of the ledger that nobody wrote down, as after a kill, are written as nobody's.

    The figures are in force by now, so a register that cannot be written is a warning and no failure.
    """
    register, now = register_of(home.folder), datetime.now(UTC)
    try:
        for load_id in load_ids:
            register.record_load(load_id, act, generation, by, now)
        known = {entry.load_id for entry in register.load_entries()}
        for load_id in sorted(_in_ledger(home) - known):
            register.record_load(load_id, LoadAct.LOADED, generation, "", now)
    except RegisterError as error:
        print(f"frontdoor: the figures are in force, but not who did it: {error}", file=sys.stderr)


def _in_ledger(home: Home) -> set[int]:
    try:
        return set(loads(home)["load_id"])
    except NoDataError:  # every load was taken back
        return set()
