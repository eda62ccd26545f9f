"""python -m frontdoor explain MEASURE: how a number was made, down to its SQL, parameters, loads and rows."""

import argparse

from frontdoor.access.audience import Audience
from frontdoor.answers.explaining import explanation
from frontdoor.answers.periods import latest_complete_month
from frontdoor.commands.options import add_json, add_period, command, opened, period_of, print_json
from frontdoor.filters import Filters


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    added = command(commands, "explain", run, "Say how a number was made: definition, sums, SQL, parameters, loads.")
    added.add_argument("measure", help="key of the measure, as `measures` prints it")
    add_period(added)
    added.add_argument("--service", action="append", default=[], help="only this service; may be repeated")
    added.add_argument("--channel", action="append", default=[], help="only this channel; may be repeated")
    add_json(added)


def run(options: argparse.Namespace) -> int:
    """Print the explanation."""
    opened(options.council)
    period = period_of(options, latest_complete_month(options.council))
    filters = Filters(options.council, period, services=tuple(options.service), channels=tuple(options.channel))
    found = explanation(options.measure, filters, Audience.OFFICER)
    if options.json:
        print_json(found.as_json())
    else:
        print("\n".join(found.lines()))
    return 0
