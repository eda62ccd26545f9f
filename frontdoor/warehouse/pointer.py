"""CURRENT: the one small file that says which generation is in force, flipped whole or not at all."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from frontdoor.errors import WarehouseError

FILE_NAME = "CURRENT"


@dataclass(frozen=True, slots=True)
class Pointer:
    """The generation in force (None before the first load) and the highest generation and load ever numbered.

    `compacted_bytes` is the size of the records file when it was last written whole.
    """

    generation: int | None = None
    highest: int = 0
    last_load: int = 0
    compacted_bytes: int = 0


def read_pointer(folder: Path) -> Pointer:
    """Return what CURRENT says; an empty Pointer where there is none; WarehouseError where it cannot be read."""
    path = folder / FILE_NAME
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
        later = (written.get(name, 0) for name in ("highest", "last_load", "compacted_bytes"))
        return Pointer(written["generation"], *later)
    except FileNotFoundError:
        return Pointer()
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise WarehouseError(f"{path}: cannot be read ({error}). Put back the last good copy of this file.") from error


def flip(folder: Path, pointer: Pointer) -> None:
    """Put `pointer` in force: readers see the old one or the new one, never half of either."""
    waiting = folder / f"{FILE_NAME}.next"
    waiting.write_text(json.dumps(asdict(pointer)), encoding="utf-8")
    sync(waiting)
    waiting.replace(folder / FILE_NAME)
    sync_folder(folder)


def sync(path: Path) -> None:
    """Wait until the bytes of a file are on the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until a folder's names are on the disk; Windows has no such call and needs none."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
