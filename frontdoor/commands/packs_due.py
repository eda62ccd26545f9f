"""python -m frontdoor packs-due: makes the packs that are due by packs/recipients.toml; for cron, systemd or Task Scheduler."""

import argparse
from datetime import UTC, datetime

from frontdoor.answers.context import register_of
from frontdoor.commands.options import command, opened
from frontdoor.errors import FrontdoorError
from frontdoor.packs.offered import offered
from frontdoor.packs.sent.recipients import read_recipients
from frontdoor.packs.sent.sending import Outcome, Sending, send
from frontdoor.strategy.entry import nearest

SOME_FAILED = 1
"""Exit code when a pack could not be made; the others were."""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    added = command(commands, "packs-due", run, "Make the packs that are due, each to its recipient's folder.")
    added.add_argument("--dry-run", action="store_true", help="only say what would be made")
    added.add_argument("--again", default="", metavar="NAME", help="make this recipient's pack although it was made")


def run(options: argparse.Namespace) -> int:
    """Print a line for each recipient as it is done with."""
    home = opened(options.council)
    wanted = read_recipients(home.folder, offered(home.folder, register_of(home.folder)))
    names = [each.key for each in wanted.recipients]
    if options.again and options.again not in names:
        raise FrontdoorError(f"no recipient is called {options.again!r}.{nearest(options.again, names)}")
    sending = Sending(home.folder, options.council, datetime.now(UTC), wanted.address)
    has_failed = False
    for line in send(sending, wanted, options.again, is_dry=options.dry_run):
        print(f"{line.recipient}: {line.outcome.value}: {line.words}", flush=True)
        has_failed = has_failed or line.outcome is Outcome.FAILED
    return SOME_FAILED if has_failed else 0
