"""python -m frontdoor undo [LOAD]: takes a load back, keeping every later one."""

import argparse

from frontdoor.commands.options import command, opened
from frontdoor.warehouse.undoing import undo


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    added = command(commands, "undo", run, "Take a load back; loads made after it are kept.")
    added.add_argument("load", nargs="?", type=int, help="number of the load (default: the newest)")


def run(options: argparse.Namespace) -> int:
    """Undo the load and say which data version is now in force."""
    generation = undo(opened(options.council), options.load)
    print(f"Undone. Data version {generation} is now in force.")
    return 0
