"""python -m frontdoor update: drafts the annual update to scrutiny as one file, or issues it as a version that is kept."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from frontdoor.access.audience import Audience
from frontdoor.answers.update_blocks import Paper
from frontdoor.answers.update_made import Asking, draft
from frontdoor.answers.update_versions import Version, issue, version_called, versions
from frontdoor.answers.update_words import DRAFT, standing_lines
from frontdoor.commands.authoring import add_author, checked_author
from frontdoor.commands.options import command, opened
from frontdoor.errors import FrontdoorError, RegisterError
from frontdoor.packs.files import Format, files_of
from frontdoor.packs.update_pack import update_name, update_pack

ONE_FILE = (Format.HTML, Format.PDF, Format.SLIDES, Format.EXCEL, Format.FROZEN)


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    added = command(commands, "update", run, "Draft the annual update to scrutiny as one file, or issue it.")
    added.add_argument(
        "--year", type=int, help="the calendar year in which the strategy year begins (default: the last whole year)"
    )
    added.add_argument("--out", type=Path, metavar="FILE", help="where to write it (default: a name of its own, here)")
    added.add_argument(
        "--format", type=Format, choices=ONE_FILE, default=Format.HTML,
        help="which kind of file (default: html); `pack annual_update` makes every kind",
    )  # fmt: skip
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
        return _write(paper, (DRAFT,), options)
    print(issue(asking, paper, author))
    return _write_version(versions(asking)[-1], options)


def _write_version(version: Version, options: argparse.Namespace) -> int:
    if version.paper is None:
        raise RegisterError(f"version {version.number} cannot be read any more: it was altered in the database.")
    return _write(version.paper, standing_lines(version), options)


def _write(paper: Paper, standing: Sequence[str], options: argparse.Namespace) -> int:
    files = files_of(update_pack(paper, standing), options.format, site=options.address)
    path = options.out or Path(update_name(paper, options.council, options.format.value))
    print(f"Written: {_written_whole(path, next(iter(files.values())))}")
    return 0


def _written_whole(path: Path, content: bytes) -> Path:
    """Write the file whole or not at all; FrontdoorError where it cannot be written."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True) if draft.parent.is_dir() and os.access(draft.parent, os.W_OK) else None
        raise FrontdoorError(f"{path} cannot be written: {error.strerror}. Give another file with --out.") from error
    return path


def _tell(share: float, words: str) -> None:
    print(f"  {share:4.0%}  {words}", file=sys.stderr, flush=True)
