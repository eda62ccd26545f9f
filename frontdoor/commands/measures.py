"""python -m frontdoor measures: prints what the pages show."""

import argparse

from frontdoor.answers.listing import listing
from frontdoor.commands.choosing import add_filters, filters_of
from frontdoor.commands.options import add_json, command, opened, print_json
from frontdoor.measures.formatting import format_value
from frontdoor.schema.units import Unit


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    added = command(commands, "measures", run, "Print every measure with its target and status.")
    add_filters(added)
    add_json(added)


def run(options: argparse.Namespace) -> int:
    """Print the listing as JSON or as a table of words."""
    opened(options.council)
    filters = filters_of(options)
    values = listing(filters, options.audience)
    if options.json:
        print_json(values)
        return 0
    newer = "" if values["generation"] == values["newest_generation"] else f" Newer: {values['newest_generation']}."
    print(
        f"{filters.period.label}, data version {values['generation']}, figures to {values['as_at']}.{newer} "
        f"{values['notice']}".strip()
    )
    for measure in values["measures"]:  # type: ignore[attr-defined]
        value = "-" if measure["value"] is None else format_value(measure["value"], Unit(measure["unit"]))
        print(f"{measure['label']:<48} {value:>12}  {measure['target_words']:<22} {measure['status']}")
    return 0
