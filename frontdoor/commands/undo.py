"""python -m frontdoor undo [LOAD]: takes a load back, keeping every later one."""

import argparse

from frontdoor.commands.authoring import add_author, checked_author, write_author
from frontdoor.commands.options import command, opened
from frontdoor.register.loads import LoadAct
from frontdoor.warehouse.ledger import loads
from frontdoor.warehouse.undoing import undo


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    added = command(commands, "undo", run, "Take a load back; loads made after it are kept.")
    added.add_argument("load", nargs="?", type=int, help="number of the load (default: the newest)")
    add_author(added)


def run(options: argparse.Namespace) -> int:
    """Undo the load and say which data version is now in force."""
    by, home = checked_author(options), opened(options.council)
    load_id = options.load if options.load is not None else loads(home)["load_id"].max()
    generation = undo(home, options.load)
    if isinstance(load_id, int):
        write_author(home, LoadAct.TAKEN_BACK, [load_id], generation, by)
    print(f"Undone. Data version {generation} is now in force.")
    return 0
