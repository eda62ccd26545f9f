"""Releases for everybody, a folder each: made whole or not at all, kept, and refused where the intruder finds a count."""

import csv
import io
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import mkdtemp

from frontdoor.access.audience import Audience
from frontdoor.errors import AccessError, PackError
from frontdoor.measures.formatting import format_date
from frontdoor.packs.csv import safe_text
from frontdoor.packs.files import Format, files_of, written
from frontdoor.packs.frozen import thawed
from frontdoor.packs.open_data import tables_of
from frontdoor.packs.pack import Pack, PackTable
from frontdoor.packs.public.attack import Leak, attack
from frontdoor.packs.public.published import published

TEMPLATE = "how_are_we_doing"
"""The pack that is released."""

REVISED = "-revised-"
"""Between a month and the number of its revision, in the name of a release's folder."""

LIST_FILE = "published-tables.csv"
LIST_HEADS = ("Table", "Question", "Breakdown", "Why it is safe")

MOST_LISTED = 10
"""How many counts an error lists."""


def releases(folder: Path) -> dict[str, Pack]:
    """Return the pack of each release in `folder` by the name of its own folder, in the order they were made.

    Raises:
        FrontdoorError: a release was altered, or holds no frozen pack for everybody.
    """
    found = {
        path.parent.name: _read(path)
        for path in sorted(folder.glob("*/*.json"))
        if not path.parent.name.startswith(".")
    }
    return in_order(found)


def in_order(found: Mapping[str, Pack]) -> dict[str, Pack]:
    """Return releases in the order they were made: by data version, then by month."""
    return dict(sorted(found.items(), key=lambda named: (_generation(named[1]), _month(named[1]), named[0])))


def release(pack: Pack, folder: Path, formats: Sequence[Format]) -> Path | None:
    """Write the pack as a release of its month and return its folder; None where the month's last one tells the same.

    Raises:
        AccessError: with the releases there are, it would let somebody work out a count that is hidden.
        PackError: the figures do not reach the month's end, or the folder cannot be written.
    """
    if pack.chosen and pack.chosen.period.last > pack.as_at:
        raise PackError(f"{pack.period} is not over in the figures, which reach {format_date(pack.as_at)}.")
    before = releases(folder)
    same_month = [name for name, other in before.items() if _month(other) == _month(pack)]
    if same_month and _tables(before[same_month[-1]]) == _tables(pack):
        return None
    name = f"{_month(pack)}{REVISED}{len(same_month)}" if same_month else _month(pack)
    refuse(attack({**before, name: pack}), name)
    return _written(pack, folder, name, (Format.FROZEN, *(kind for kind in formats if kind is not Format.FROZEN)))


def refuse(leaks: Sequence[Leak], what: str) -> None:
    """Raise AccessError that names the counts which can be worked out, where any can."""
    if not leaks:
        return
    advice = "Leave a table out with --without, or hold the release back."
    listed = "\n".join(f"  {leak.words}" for leak in leaks[:MOST_LISTED])
    more = f"\n  and {len(leaks) - MOST_LISTED} more" if len(leaks) > MOST_LISTED else ""
    raise AccessError(
        f"{what} is not safe to publish: from all tables and releases together a stranger can tell\n{listed}{more}\n{advice}"
    )


def _read(path: Path) -> Pack:
    pack = thawed(path.read_text(encoding="utf-8"))
    if pack.audience != Audience.PUBLIC or pack.chosen is None:
        raise PackError(f"{path} is not a release: it was made for {pack.audience or 'nobody we know'}.")
    return pack


def _month(pack: Pack) -> str:
    return f"{pack.chosen.period.first:%Y-%m}" if pack.chosen else ""


def _generation(pack: Pack) -> int:
    return (pack.chosen.generation or 0) if pack.chosen else 0


def _tables(pack: Pack) -> list[PackTable]:
    return [table for page in pack.pages for table in tables_of(page)]


def _written(pack: Pack, folder: Path, name: str, formats: Sequence[Format]) -> Path:
    """Write every file beside its place first, so that a release is there whole or not at all."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft = Path(mkdtemp(prefix=f".{name}-", dir=folder))
    except OSError as error:
        raise PackError(f"{folder} cannot be written ({error.strerror}); nothing was released.") from error
    try:
        for kind in formats:
            written(files_of(pack, kind), draft)
        written({LIST_FILE: published_list()}, draft)
        draft.chmod(0o755)  # mkdtemp's own is for nobody else
        return draft.rename(folder / name)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def published_list() -> bytes:
    """Return the fixed list of published tables as RFC 4180 text, for whoever reads them."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(LIST_HEADS)
    rows.writerows(tuple(map(safe_text, (each.key, each.question, each.breakdown, each.safe))) for each in published())
    return text.getvalue().encode()
