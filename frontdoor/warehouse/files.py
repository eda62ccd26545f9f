"""Where each generation's two files stand, how a private copy is made, and which old ones are let go."""

import errno
import re
import shutil
from collections.abc import Collection
from pathlib import Path

FICLONE = 0x40049409  # Linux ioctl: share the blocks of another file (linux/fs.h)
KEPT_RECORDS_FILES = 5  # DESIGN.md: keep the last five
KEPT_MARTS_FILES = 10
KEPT_PLACE_FILES = 4  # a year of a quarterly postcode table
PLACES_FOLDER = "places"
_NUMBERED = re.compile(r"^(records|marts)-(\d+)\.duckdb$")


def records_file(folder: Path, generation: int) -> Path:
    """Return where a generation's records stand; only a loader opens them."""
    return folder / f"records-{generation}.duckdb"


def marts_file(folder: Path, generation: int) -> Path:
    """Return where a generation's marts stand; viewers open them read-only."""
    return folder / f"marts-{generation}.duckdb"


def generations(folder: Path, kind: str) -> list[int]:
    """Return the numbers of the files of one kind (records or marts), lowest first."""
    matches = (_NUMBERED.match(path.name) for path in folder.iterdir())
    return sorted(int(match[2]) for match in matches if match and match[1] == kind)


def copy_privately(source: Path, target: Path) -> None:
    """Copy a file, sharing its blocks where the file system can."""
    if not _share_blocks(source, target):
        shutil.copyfile(source, target)


def _share_blocks(source: Path, target: Path) -> bool:
    try:
        import fcntl
    except ImportError:
        return False
    with source.open("rb") as held, target.open("wb") as copy:
        try:
            fcntl.ioctl(copy.fileno(), FICLONE, held.fileno())
        except OSError as error:
            if error.errno in {errno.EOPNOTSUPP, errno.EXDEV, errno.EINVAL, errno.ENOTTY, errno.ENOSYS, errno.EPERM}:
                return False
            raise
    return True


def remove_folder(folder: Path) -> None:
    """Remove a private folder and everything in it, if it is there."""
    if folder.exists():
        shutil.rmtree(folder)


def remove_unpublished(folder: Path, highest: int) -> None:
    """Remove numbered files of a load that was killed before it was published."""
    for path in list(folder.iterdir()):
        match = _NUMBERED.match(path.name)
        if match and int(match[2]) > highest:
            path.unlink()


def let_go_of_old(folder: Path, current: int, pinned: frozenset[int]) -> None:
    """Remove all but the newest records and marts files; the one in force and pinned marts always stay."""
    for kind, count in (("records", KEPT_RECORDS_FILES), ("marts", KEPT_MARTS_FILES)):
        numbers = generations(folder, kind)
        for number in numbers[:-count]:
            if number != current and not (kind == "marts" and number in pinned):
                (folder / f"{kind}-{number}.duckdb").unlink()


def place_file(folder: Path, kind: str, load_id: int) -> Path:
    """Return where the file of places a load brought stands: postcodes, councillors or ward boundaries."""
    return folder / PLACES_FOLDER / f"{kind}-{load_id}.duckdb"


def let_go_of_old_places(folder: Path, kinds: Collection[str]) -> None:
    """Remove all but the newest files of these kinds of places."""
    for kind in kinds:
        held = (path.stem.removeprefix(f"{kind}-") for path in (folder / PLACES_FOLDER).glob(f"{kind}-*.duckdb"))
        for load_id in sorted(int(number) for number in held if number.isdigit())[:-KEPT_PLACE_FILES]:
            place_file(folder, kind, load_id).unlink()


def rejects_file(folder: Path, load_id: int) -> Path:
    """Return where a load keeps the rows it rejected."""
    return folder / "loads" / str(load_id) / "rejects.csv"
