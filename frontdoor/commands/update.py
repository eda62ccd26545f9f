"""python -m frontdoor update: drafts the annual update to scrutiny as one file, or issues it as a version that is kept."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from frontdoor.access.audience import Audience
from frontdoor.answers.update_made import Asking, draft
from frontdoor.answers.update_versions import Version, issue, version_called, versions
from frontdoor.answers.update_words import DRAFT, standing_lines
from frontdoor.commands.authoring import add_author, checked_author
from frontdoor.commands.options import command, opened
from frontdoor.errors import FrontdoorError, RegisterError
from frontdoor.packs.update_file import file_name, update_file, write_file


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    added = command(commands, "update", run, "Draft the annual update to scrutiny as one HTML file, or issue it.")
    added.add_argument(
        "--year", type=int, help="the calendar year in which the strategy year begins (default: the last whole year)"
    )
    added.add_argument("--out", type=Path, metavar="FILE", help="where to write it (default: a name of its own, here)")
    added.add_argument("--issue", action="store_true", help="keep it as a version, whole and sealed; needs --by")
    added.add_argument("--version", type=int, metavar="N", help="write version N as it was issued, and draft nothing")
    added.add_argument("--address", default="", metavar="URL", help="where Frontdoor is served, for links to its pages")
    add_author(added)


def run(options: argparse.Namespace) -> int:
    """Write the file, issuing it first where asked to, and say where it is."""
    opened(options.council)
    asking = Asking(options.council, None, Audience.OFFICER, datetime.now(UTC), options.year)
    author = checked_author(options)
    if options.issue and not author:
        raise RegisterError("who issues the update must be known: give your own name with --by NAME.")
    if options.issue and options.version:
        raise FrontdoorError("--version shows what was issued before; leave it out to issue, or leave --issue out.")
    if options.version is not None:
        return _write_version(version_called(versions(asking), options.version), options)
    paper = draft(asking, _tell)
    if not options.issue:
        return _write(update_file(paper, (DRAFT,), options.address), file_name(paper, options.council), options)
    print(issue(asking, paper, author))
    return _write_version(versions(asking)[-1], options)


def _write_version(version: Version, options: argparse.Namespace) -> int:
    if version.paper is None:
        raise RegisterError(f"version {version.number} cannot be read any more: it was altered in the database.")
    text = update_file(version.paper, standing_lines(version), options.address)
    return _write(text, file_name(version.paper, options.council), options)


def _write(text: str, name: str, options: argparse.Namespace) -> int:
    print(f"Written: {write_file(options.out or Path(name), text)}")
    return 0


def _tell(share: float, words: str) -> None:
    print(f"  {share:4.0%}  {words}", file=sys.stderr, flush=True)
