"""python -m frontdoor check: reads every strategy, council and source file, says what is wrong, and which pilots are declared."""

import argparse
import sys
from collections.abc import Callable, Iterable
from typing import TypeVar

from frontdoor.commands.check_pilots import faults_of_plans, pilot_lines
from frontdoor.commands.options import command
from frontdoor.errors import FrontdoorError
from frontdoor.intake.source import read_source, source_names
from frontdoor.strategy.reading import read_council, read_strategy, shipped_councils, strategies_folder

T = TypeVar("T")
Read = TypeVar("Read")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    command(commands, "check", run, "Read every strategy, council and source file and say what is wrong.")


def run(options: argparse.Namespace) -> int:
    """Print the pilots declared and what is wrong, one line each; return 1 when anything is."""
    del options
    wrong: list[str] = []
    strategies = _all_read(read_strategy, sorted(strategies_folder().glob("*.toml")), wrong)
    councils = _all_read(read_council, sorted(shipped_councils().glob("*.toml")), wrong)
    _all_read(read_source, source_names(), wrong)
    unread = faults_of_plans(councils)
    for line in pilot_lines(strategies, [] if unread else councils):
        print(line)
    wrong += unread
    for line in wrong:
        print(line, file=sys.stderr)
    print(f"{len(wrong)} faults found." if wrong else "Every strategy, council and source file reads well.")
    return 1 if wrong else 0


def _all_read(read: Callable[[T], Read], files: Iterable[T], wrong: list[str]) -> list[Read]:
    """Return what each file says; of one that cannot be read add the error's own words to `wrong`."""
    found = []
    for file in files:
        try:
            found.append(read(file))
        except FrontdoorError as error:
            wrong.append(str(error))
    return found
