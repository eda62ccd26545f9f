"""python -m frontdoor release --out DIR: makes the public's figures of a month, or refuses where they give somebody away."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from frontdoor.access.audience import Audience
from frontdoor.answers.context import register_of
from frontdoor.answers.periods import latest_complete_month
from frontdoor.commands.options import add_period, command, opened, period_of
from frontdoor.errors import FrontdoorError
from frontdoor.filters import Filters
from frontdoor.packs.files import Format
from frontdoor.packs.making import make_pack
from frontdoor.packs.offered import offered, template_offered
from frontdoor.packs.public.attack import attack
from frontdoor.packs.public.published import without
from frontdoor.packs.public.releases import TEMPLATE, in_order, refuse, release, releases

USUAL = (Format.HTML, Format.PDF, Format.TABLES)


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    added = command(
        commands, "release", run, "Make the public's figures of a month: the fixed list of tables, attacked first."
    )
    added.add_argument("--out", type=Path, metavar="DIR", help="the folder that holds every release")
    added.add_argument(
        "--format", dest="formats", action="append", type=Format, choices=list(Format), default=[],
        help=f"a format beside the frozen pack; may be repeated (default: {', '.join(USUAL)})",
    )  # fmt: skip
    added.add_argument(
        "--check", nargs="+", type=Path, metavar="DIR", default=[],
        help="make nothing: attack the releases in these folders, all of them together",
    )  # fmt: skip
    added.add_argument(
        "--without", action="append", metavar="TABLE", default=[],
        help="leave out this table of the list and its chart, where it gives somebody away; may be repeated",
    )  # fmt: skip
    add_period(added)


def run(options: argparse.Namespace) -> int:
    """Release, or check what was released; figures that give somebody away are an error that names them."""
    if options.check:
        return _check(options.check)
    if options.out is None:
        raise FrontdoorError("say which folder holds the releases: --out DIR")
    home = opened(options.council)
    period = period_of(options, latest_complete_month(options.council))
    template = template_offered(offered(home.folder, register_of(home.folder)), TEMPLATE)
    pack = make_pack(template, Filters(options.council, period), Audience.PUBLIC, _tell, now=datetime.now(UTC))
    made = release(without(pack, options.without), options.out, options.formats or USUAL)
    print(made or f"{period.label} is released already, and nothing in it has changed.")
    return 0


def _check(folders: list[Path]) -> int:
    found = {f"{folder}/{name}": pack for folder in folders for name, pack in releases(folder).items()}
    if not found:
        raise FrontdoorError(f"there is no release in {', '.join(map(str, folders))}")
    refuse(attack(in_order(found)), "What is published")
    said = "1 release" if len(found) == 1 else f"{len(found)} releases together"
    print(f"{said}: no hidden count can be worked out.")
    return 0


def _tell(share: float, words: str) -> None:
    print(f"{share:4.0%}  {words}", file=sys.stderr, flush=True)
