"""python -m frontdoor approve [CHANGE]: lists the targets, thresholds and definitions that wait, or puts one of them in force."""

import argparse
from datetime import UTC, datetime

from frontdoor.answers.approving import approve_named
from frontdoor.answers.context import register_of
from frontdoor.answers.strategy_page import write_strategy_page
from frontdoor.answers.waiting import waiting
from frontdoor.commands.authoring import add_author, checked_author
from frontdoor.commands.options import add_json, command, day, opened, print_json
from frontdoor.errors import RegisterError
from frontdoor.register.entries import Approval
from frontdoor.register.register import Register
from frontdoor.strategy.strategy import PromisedMeasure


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    added = command(commands, "approve", run, "List changes of targets and thresholds that wait, or approve one.")
    added.add_argument("change", nargs="?", help="which change, as listed, like target-3 (default: list them)")
    added.add_argument("--approved-by", default="", metavar="WHO", help="the person or body that approved it")
    added.add_argument("--where", default="", metavar="WHERE", help="the meeting or decision, so that it can be found")
    added.add_argument("--from", dest="first", type=day, metavar="DATE", help="first day in force (default: today)")
    add_author(added)
    add_json(added)


def run(options: argparse.Namespace) -> int:
    """List what waits, or approve one change; what is past is judged as it was."""
    home = opened(options.council)
    register = register_of(home.folder)
    if options.change is None:
        return _list(register, options, home.council.measures)
    now = datetime.now(UTC)
    first = options.first or now.date()
    if not (author := checked_author(options)):
        raise RegisterError("who approves must be known: give your own name with --by NAME.")
    approval = Approval(options.approved_by, options.where, first)
    print(approve_named(register, options.change, approval, author, now))
    if home.current() is not None:
        print(f"The public page of the strategy is written anew: {write_strategy_page(options.council, now)}")
    return 0


def _list(register: Register, options: argparse.Namespace, measures: tuple[PromisedMeasure, ...]) -> int:
    found = waiting(register, measures)
    if options.json:
        print_json([{"change": one.name, "says": one.sentence} for one in found])
        return 0
    for one in found:
        print(f"{one.name}  {one.sentence}")
    if not found:
        print("Nothing waits for approval.")
    return 0
