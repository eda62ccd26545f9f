"""Puts a pack's files into its recipient's folder: written beside their place and moved there whole, never over others."""

import shutil
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

from frontdoor.errors import PackError
from frontdoor.packs.files import written
from frontdoor.packs.pack import Pack
from frontdoor.packs.sent.records import figures_of
from frontdoor.periods import Period, Span

MARK = ".frontdoor"
"""A file in each folder that says for whom and of which figures it is: a run killed before it wrote its record finds it there."""

Made = Callable[[], Mapping[str, bytes]]
"""Makes the files of a pack by their names."""


def placed(pack: Pack, owner: str, made: Made, folder: Path, *, is_again: bool) -> Path:
    """Return the folder the pack's files are in, made below `folder`.

    The same figures are put there once for each `owner`, unless `is_again`.

    Raises:
        PackError: the folder cannot be written; nothing is left in it.
    """
    stem, mark = folder_name(pack), f"{owner} {figures_of(pack)}"
    taken = [path for path in sorted(folder.glob(f"{stem}*")) if _number(path.name, stem)]
    same = [path for path in taken if _mark(path) == mark]
    if same and not is_again:
        return same[-1]
    free = next(number for number in count(1) if number not in {_number(path.name, stem) for path in taken})
    return _moved({**made(), MARK: mark.encode()}, folder, stem if free == 1 else f"{stem}-{free}")


def folder_name(pack: Pack) -> str:
    """Return 'scrutiny-2026-10' for a month, 'scrutiny-2026-07-to-2026-09' for a quarter, the first day for a week."""
    period = pack.chosen.period if pack.chosen else Period.month(pack.as_at)
    when = f"{period.first:%Y-%m}" if period.is_whole_months else period.first.isoformat()
    until = f"-to-{period.last:%Y-%m}" if period.span is Span.QUARTER else ""
    return f"{pack.key.replace('_', '-')}-{when}{until}"


def _number(name: str, stem: str) -> int:
    """Return 1 for the first folder of a pack's name, 2 for 'name-2', 0 for another's."""
    rest = name.removeprefix(stem)
    return 1 if not rest else int(rest[1:]) if rest[:1] == "-" and rest[1:].isdecimal() else 0


def _mark(folder: Path) -> str:
    try:
        return (folder / MARK).read_text(encoding="utf-8")
    except OSError:
        return ""


def _moved(files: dict[str, bytes], folder: Path, name: str) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft = Path(mkdtemp(prefix=f".{name}-", dir=folder))
    except OSError as error:
        raise PackError(f"{folder} cannot be written ({error.strerror}); nothing was put there.") from error
    try:
        written(files, draft)
        draft.chmod(0o755)  # mkdtemp's own is for nobody else
        return draft.rename(folder / name)
    except OSError as error:
        raise PackError(f"{folder / name} cannot be written ({error.strerror}); nothing was put there.") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
