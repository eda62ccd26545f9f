"""python -m frontdoor loads: lists what has been loaded."""

import argparse

from frontdoor.answers.context import register_of
from frontdoor.commands.options import add_json, command, opened, print_json
from frontdoor.register.loads import LoadAct
from frontdoor.warehouse.ledger import loads


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    add_json(command(commands, "loads", run, "List the loads in force, newest last."))


def run(options: argparse.Namespace) -> int:
    """Print the ledger."""
    home = opened(options.council)
    ledger = loads(home)
    loaded_by = {
        entry.load_id: entry.author_words
        for entry in register_of(home.folder).load_entries()
        if entry.act is LoadAct.LOADED
    }
    if options.json:
        print_json([row | {"by": loaded_by.get(row["load_id"])} for row in ledger.to_dicts()])
        return 0
    for row in ledger.iter_rows(named=True):
        print(
            f"{row['load_id']:>4}  {row['loaded_at']}  {row['source']:<20} {row['loaded']:>10,} loaded  {row['file_name']}"
            f"  {loaded_by.get(row['load_id'], '')}".rstrip()
        )
    if ledger.is_empty():
        print("Nothing has been loaded yet.")
    return 0
