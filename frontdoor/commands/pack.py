"""python -m frontdoor pack [TEMPLATE]: makes a committee pack in every format asked for, or lists the templates there are."""

import argparse
import sys
from pathlib import Path

from frontdoor.access.audience import Audience
from frontdoor.commands.choosing import add_filters, filters_of
from frontdoor.commands.options import command, opened
from frontdoor.errors import FrontdoorError
from frontdoor.packs.files import Format, files_of, written
from frontdoor.packs.frozen import thawed
from frontdoor.packs.making import make_pack
from frontdoor.packs.pack import Pack
from frontdoor.packs.template import read_template, templates
from frontdoor.strategy.entry import nearest


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    added = command(commands, "pack", run, "Make a committee pack: slides, a PDF report, tables as open data.")
    added.add_argument("template", nargs="?", help="which pack (default: list those there are)")
    added.add_argument("--out", type=Path, metavar="DIR", help="the folder its files go to")
    added.add_argument(
        "--format", dest="formats", action="append", type=Format, choices=list(Format), default=[],
        help="only this format; may be repeated (default: all)",
    )  # fmt: skip
    added.add_argument("--slides", type=Path, metavar="PPTX", help="the council's own slides, whose layouts are used")
    added.add_argument("--again", type=Path, metavar="JSON", help="make the files of a frozen pack again, as it was")
    add_filters(added)
    added.set_defaults(audience=None)


def run(options: argparse.Namespace) -> int:
    """Make the pack and write its files, saying how far it is."""
    home = opened(options.council)
    if options.template is None and options.again is None:
        return _list(home.folder)
    if options.out is None:
        raise FrontdoorError("say where the files go: --out DIR")
    pack = _again(options.again) if options.again else _made(options, home.folder)
    for kind in options.formats or list(Format):
        _tell(1, f"Writing {kind.value}")
        paths = written(files_of(pack, kind, options.slides), options.out)
        print(paths[0] if len(paths) == 1 else f"{len(paths)} files in {paths[0].parent}")
    return 0


def _list(home: Path) -> int:
    for key, path in templates(home).items():
        template = read_template(path)
        print(f"{key:<24} {template.title}. For: {template.audience}. {template.about}.")
    return 0


def _made(options: argparse.Namespace, home: Path) -> Pack:
    offered = templates(home)
    if options.template not in offered:
        raise FrontdoorError(
            f"There is no pack called {options.template!r}. {nearest(options.template, tuple(offered))}"
        )
    template = read_template(offered[options.template])
    audience: Audience = options.audience or template.audience
    options.audience = audience
    return make_pack(template, filters_of(options), audience, _tell)


def _again(path: Path) -> Pack:
    try:
        return thawed(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise FrontdoorError(f"{path} cannot be read: {error}") from error


def _tell(share: float, words: str) -> None:
    print(f"{share:4.0%}  {words}", file=sys.stderr, flush=True)
