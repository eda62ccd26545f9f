"""python -m frontdoor pack [TEMPLATE]: makes a committee pack in every format asked for, or lists the templates there are."""

import argparse
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from frontdoor.access.audience import Audience
from frontdoor.answers.context import open_context, register_of
from frontdoor.commands.choosing import add_filters, filters_of
from frontdoor.commands.options import command, opened
from frontdoor.errors import FrontdoorError
from frontdoor.packs.changed import with_changes
from frontdoor.packs.files import Format, files_of, written
from frontdoor.packs.frozen import thawed
from frontdoor.packs.making import make_pack
from frontdoor.packs.offered import offered, template_offered
from frontdoor.packs.pack import Pack
from frontdoor.packs.template import Template
from frontdoor.packs.usual_period import usual_period


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    added = command(
        commands, "pack", run, "Make a committee pack: slides, a PDF report, a web page, tables as open data."
    )
    added.add_argument("template", nargs="?", help="which pack (default: list those there are)")
    added.add_argument("--out", type=Path, metavar="DIR", help="the folder its files go to")
    added.add_argument(
        "--format", dest="formats", action="append", type=Format, choices=list(Format), default=[],
        help="only this format; may be repeated (default: all)",
    )  # fmt: skip
    added.add_argument("--slides", type=Path, metavar="PPTX", help="the council's own slides, whose layouts are used")
    added.add_argument("--address", default="", metavar="URL", help="where Frontdoor is served, for links to its pages")
    added.add_argument("--again", type=Path, metavar="JSON", help="make the files of a frozen pack again, as it was")
    added.add_argument(
        "--since", action="store_true", help="with --again: end with a page of what changed since, from today's data"
    )
    add_filters(added)
    added.set_defaults(audience=None)


def run(options: argparse.Namespace) -> int:
    """Make the pack and write its files, saying how far it is."""
    home = opened(options.council)
    if options.template is None and options.again is None:
        return _list(home.folder)
    if options.out is None:
        raise FrontdoorError("say where the files go: --out DIR")
    if options.since and options.again is None:
        raise FrontdoorError("--since says what changed since a pack was frozen: name that pack with --again JSON")
    if options.slides and Format.SLIDES in (options.formats or list(Format)):
        _tell_places(options.slides)
    pack = _again(options.again, home.folder, since=options.since) if options.again else _made(options, home.folder)
    for kind in options.formats or list(Format):
        _tell(1, f"Writing {kind.value}")
        paths = written(files_of(pack, kind, options.slides, options.address), options.out)
        print(paths[0] if len(paths) == 1 else f"{len(paths)} files in {paths[0].parent}")
    return 0


def _tell_places(template: Path) -> None:
    """Say where everything goes in a council's own slides, and what they have no place for."""
    from frontdoor.packs.slides.template import (
        placeholders,
        said,
    )  # a library of slides that listing packs need not wait for

    for words in said(placeholders(template)):
        print(words)


def _list(home: Path) -> int:
    """Print every pack on offer, and one line on standard error for each that cannot be read."""
    for pack in offered(home, register_of(home)).values():
        if pack.template:
            template = pack.template
            print(f"{pack.key:<24} {template.title}. For: {template.audience}. {template.about}. ({pack.origin})")
        else:
            print(f"{pack.key:<24} cannot be used: {pack.problem}", file=sys.stderr)
    return 0


def _made(options: argparse.Namespace, home: Path) -> Pack:
    template = _template(options.template, home)
    audience: Audience = options.audience or template.audience
    options.audience = audience
    filters = filters_of(options)
    if options.first is None:
        as_at = open_context(filters, audience).as_at
        filters = replace(filters, period=usual_period(template.period, as_at))
    return make_pack(template, filters, audience, _tell, now=datetime.now(UTC))


def _template(key: str, home: Path) -> Template:
    return template_offered(offered(home, register_of(home)), key)


def _again(path: Path, home: Path, *, since: bool) -> Pack:
    """Return the frozen pack as it was; with `since` it ends with what today's data say otherwise."""
    try:
        before = thawed(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise FrontdoorError(f"{path} cannot be read: {error}") from error
    if not since:
        return before
    if before.chosen is None:
        raise FrontdoorError(f"{path} does not say what was chosen for it, so it cannot be compared with today")
    newest = replace(before.chosen, generation=None)
    now = datetime.now(UTC)
    today = make_pack(_template(before.key, home), newest, Audience(before.audience), _tell, now=now)
    return with_changes(before, today)


def _tell(share: float, words: str) -> None:
    print(f"{share:4.0%}  {words}", file=sys.stderr, flush=True)
