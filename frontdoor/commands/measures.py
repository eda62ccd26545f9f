"""python -m frontdoor measures: prints what the pages show."""

import argparse

from frontdoor.access.audience import Audience
from frontdoor.answers.listing import listing
from frontdoor.answers.periods import latest_complete_month
from frontdoor.commands.options import add_json, add_period, command, opened, period_of, print_json
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_value
from frontdoor.schema.units import Unit


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    added = command(commands, "measures", run, "Print every measure with its target and status.")
    add_period(added)
    added.add_argument("--service", action="append", default=[], help="only this service; may be repeated")
    added.add_argument("--channel", action="append", default=[], help="only this channel; may be repeated")
    added.add_argument(
        "--audience",
        type=Audience,
        default=Audience.OFFICER,
        choices=list(Audience),
        help="for whom (default: %(default)s)",
    )
    add_json(added)


def run(options: argparse.Namespace) -> int:
    """Print the listing as JSON or as a table of words."""
    opened(options.council)
    period = period_of(options, latest_complete_month(options.council))
    filters = Filters(options.council, period, services=tuple(options.service), channels=tuple(options.channel))
    values = listing(filters, options.audience)
    if options.json:
        print_json(values)
        return 0
    print(
        f"{period.label}, data version {values['generation']}, figures to {values['as_at']}. {values['notice']}".strip()
    )
    for measure in values["measures"]:  # type: ignore[attr-defined]
        value = "-" if measure["value"] is None else format_value(measure["value"], Unit(measure["unit"]))
        print(f"{measure['label']:<48} {value:>12}  {measure['target_words']:<22} {measure['status']}")
    return 0
