"""Options that several commands share: which council, which period, JSON or words."""

import argparse
import json
import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime

from frontdoor.answers.context import apply_files
from frontdoor.errors import FrontdoorError
from frontdoor.periods import Period, Span, month_end
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.homes import DEFAULT_COUNCIL, open_home


def command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    run: Callable[[argparse.Namespace], int],
    words: str,
) -> argparse.ArgumentParser:
    """Add a command that takes --council, and return it for its own options."""
    added = commands.add_parser(name, help=words, description=words)
    added.add_argument(
        "--council",
        default=os.environ.get("FRONTDOOR_COUNCIL", DEFAULT_COUNCIL),
        help="which council (default: %(default)s)",
    )
    added.set_defaults(run=run)
    return added


def opened(council: str) -> Home:
    """Open a council's home and let its register read the council's files, as of now."""
    home = open_home(council)
    apply_files(council, datetime.now(UTC))
    return home


def add_json(added: argparse.ArgumentParser) -> None:
    """Add --json."""
    added.add_argument("--json", action="store_true", help="print JSON instead of words")


def add_period(added: argparse.ArgumentParser) -> None:
    """Add --from and --to."""
    added.add_argument("--from", dest="first", type=day, metavar="DATE", help="first day, like 2026-10-01")
    added.add_argument("--to", dest="last", type=day, metavar="DATE", help="last day, inclusive")


def day(text: str) -> date:
    """Return an ISO date, or say how dates are written."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write it like 2026-10-31") from None


def period_of(options: argparse.Namespace, otherwise: Period) -> Period:
    """Return the period asked for, or `otherwise` when none is; one end alone is an error."""
    if options.first is None and options.last is None:
        return otherwise
    if options.first is None or options.last is None:
        raise FrontdoorError("give both --from and --to, or neither for the latest complete month")
    if options.last < options.first:
        raise FrontdoorError(f"--to {options.last} is before --from {options.first}")
    is_month = options.first.day == 1 and options.last == month_end(options.first)
    return Period(options.first, options.last, Span.MONTH if is_month else Span.DATES)


def print_json(values: object) -> None:
    """Print values as indented JSON; dates become ISO text."""
    json.dump(values, sys.stdout, indent=2, ensure_ascii=False, default=str)
    sys.stdout.write("\n")
