"""python -m frontdoor check: reads every strategy, council and source file and says what is wrong with them."""

import argparse
import sys
from collections.abc import Callable
from typing import TypeVar

from frontdoor.commands.options import command
from frontdoor.errors import FrontdoorError
from frontdoor.intake.source import read_source, source_names
from frontdoor.strategy.reading import read_council, read_strategy, shipped_councils, strategies_folder

T = TypeVar("T")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    command(commands, "check", run, "Read every strategy, council and source file and say what is wrong.")


def run(options: argparse.Namespace) -> int:
    """Print what is wrong, one line each; return 1 when anything is."""
    del options
    wrong = list(faults())
    for line in wrong:
        print(line, file=sys.stderr)
    print(f"{len(wrong)} faults found." if wrong else "Every strategy, council and source file reads well.")
    return 1 if wrong else 0


def faults() -> list[str]:
    """Return what is wrong with each file, an error's own words each."""
    found: list[str] = []
    for path in sorted(strategies_folder().glob("*.toml")):
        found += _fault(read_strategy, path)
    for path in sorted(shipped_councils().glob("*.toml")):
        found += _fault(read_council, path)
    for name in source_names():
        found += _fault(read_source, name)
    return found


def _fault(read: Callable[[T], object], what: T) -> list[str]:
    try:
        read(what)
    except FrontdoorError as error:
        return [str(error)]
    return []
