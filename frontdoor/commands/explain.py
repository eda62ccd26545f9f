"""python -m frontdoor explain MEASURE: how a number was made, down to its SQL, parameters, loads and rows."""

import argparse

from frontdoor.answers.explaining import explanation
from frontdoor.commands.choosing import add_filters, filters_of
from frontdoor.commands.options import add_json, command, opened, print_json


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    added = command(commands, "explain", run, "Say how a number was made: definition, sums, SQL, parameters, loads.")
    added.add_argument("measure", help="key of the measure, as `measures` prints it")
    add_filters(added)
    add_json(added)


def run(options: argparse.Namespace) -> int:
    """Print the explanation."""
    opened(options.council)
    found = explanation(options.measure, filters_of(options), options.audience)
    if options.json:
        print_json(found.as_json())
    else:
        print("\n".join(found.lines()))
    return 0
