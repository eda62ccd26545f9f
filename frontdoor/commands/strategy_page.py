"""python -m frontdoor strategy-page: writes the public page of the strategy, with every target in force, into the home."""

import argparse
from datetime import UTC, datetime

from frontdoor.answers.strategy_page import write_strategy_page
from frontdoor.commands.options import command, opened


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    command(commands, "strategy-page", run, "Write the public page of the strategy with every target in force.")


def run(options: argparse.Namespace) -> int:
    """Write the page and say where it is."""
    opened(options.council)
    print(f"Written: {write_strategy_page(options.council, datetime.now(UTC))}")
    return 0
