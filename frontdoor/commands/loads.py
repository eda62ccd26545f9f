"""python -m frontdoor loads: lists what has been loaded."""

import argparse

from frontdoor.commands.options import add_json, command, opened, print_json
from frontdoor.warehouse.ledger import loads


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    add_json(command(commands, "loads", run, "List the loads in force, newest last."))


def run(options: argparse.Namespace) -> int:
    """Print the ledger."""
    ledger = loads(opened(options.council))
    if options.json:
        print_json(ledger.to_dicts())
        return 0
    for row in ledger.iter_rows(named=True):
        print(
            f"{row['load_id']:>4}  {row['loaded_at']}  {row['source']:<20} {row['loaded']:>10,} loaded  {row['file_name']}"
        )
    if ledger.is_empty():
        print("Nothing has been loaded yet.")
    return 0
