"""Reads the command line and runs one command; what a person can put right is one line and exit code 2."""

import argparse
import os
import sys

from frontdoor.commands import (
    approve,
    check,
    explain,
    load,
    loads,
    measures,
    pack,
    packs_due,
    rebuild,
    release,
    sample,
    serve,
    strategy_page,
    undo,
    update,
    words,
)
from frontdoor.errors import FrontdoorError

BAD_INPUT = 2
"""Exit code for something a person can put right."""

NOBODY_READS = 141
"""Exit code when whoever read our words stopped, as `head` does: 128 + SIGPIPE, as shells count."""

COMMANDS = (
    load,
    undo,
    loads,
    sample,
    measures,
    explain,
    pack,
    packs_due,
    release,
    words,
    approve,
    strategy_page,
    update,
    rebuild,
    check,
    serve,
)
"""Every command, in the order help lists them; each module has add(commands)."""


def parser() -> argparse.ArgumentParser:
    """Return the parser with every command."""
    whole = argparse.ArgumentParser(
        prog="frontdoor", description="Tells a council whether it is keeping the promises in its customer strategy."
    )
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands)
    return whole


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; a pipe that is closed early ends it without a word."""
    try:
        return _flushed(arguments)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what Python flushes last goes nowhere
        return NOBODY_READS


def _flushed(arguments: list[str] | None) -> int:
    """Run and write everything out while a closed pipe can still be noticed, the help of argparse included."""
    try:
        return _run(arguments)
    finally:
        sys.stdout.flush()


def _run(arguments: list[str] | None) -> int:
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options) or 0)
    except FrontdoorError as error:
        print(f"frontdoor: {error}", file=sys.stderr)
        return BAD_INPUT
