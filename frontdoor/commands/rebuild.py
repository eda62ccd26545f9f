"""python -m frontdoor rebuild: makes every mart again from the records."""

import argparse

from frontdoor.commands.options import command, opened
from frontdoor.warehouse.rebuilding import rebuild


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    command(commands, "rebuild", run, "Make every mart again from the records, after a change to a council file.")


def run(options: argparse.Namespace) -> int:
    """Rebuild and say which data version holds the result."""
    print(f"Rebuilt as data version {rebuild(opened(options.council))}.")
    return 0
